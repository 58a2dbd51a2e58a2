"""Going on in another folder when this one takes no more: a full disk, a stick that was pulled.

Everything is copied where it can be read; where it cannot, the interview in hand comes along with all its
answers, which the session still holds. The copy is a device of its own, as one brought back from a backup.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.interviewing import facts, sittings
from gsmon_desktop.interviewing.attaching import MEDIA_TYPES
from gsmon_desktop.interviewing.formbook import add_built_in
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.paths import state_folder
from gsmon_desktop.store import Clock, Workspace, backup, forms, records, stamp
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.restoring import new_device
from gsmon_desktop.store.workspace import DATABASE

_CANNOT_BE_READ = frozenset(
    {"workspace.io", "workspace.gone", "workspace.damaged", "workspace.unreadable", "workspace.busy"}
)


@dataclass(frozen=True)
class Elsewhere:
    """Where work goes on. `whole`: with all interviews, not only this one; `lacking`: files left behind."""

    folder: Path
    interview: str
    whole: bool
    lacking: tuple[str, ...]


def go_on_elsewhere(
    ws: Workspace,
    interview: Interview,
    target: Path,
    *,
    now: Clock,
    unsaved: tuple[str, str] | None = None,
    progress: Progress | None = None,
) -> Elsewhere:
    """Puts the workspace, or at least the interview, into a new folder of `target`, with an answer (path,
    value) that could not be saved. `ws` is only read.

    Raises GsmonError when `target` cannot be written, and what reading raised where the workspace is
    encrypted and cannot be read: its keys then are out of reach too.
    """
    _try(target)
    try:
        made = backup.copy_workspace(ws, target, now=now, progress=progress)
        folder, lacking, whole = made.folder, made.lacking, True
    except GsmonError as error:
        if error.code not in _CANNOT_BE_READ or ws.keys is not None:
            raise
        folder, lacking, whole = *_only(ws, interview, target, now), False
    with Workspace.open(folder, now=now, keys=ws.keys) as there:
        new_device(there, "continued", now=now)
        again = sittings.resume(there, interview.id, now=now)
        if unsaved is not None:
            again.answer(*unsaved)
        again.at(interview.page, interview.question)
    return Elsewhere(folder, interview.id, whole, lacking)


def note_continued(folder: Path, other: Path) -> None:
    """Remembers on this computer that the work of `folder` goes on in `other`, as far as its disk lets us."""
    with suppress(OSError, GsmonError):
        _notes_file().parent.mkdir(parents=True, exist_ok=True)
        notes = {**_notes(), str(folder.absolute()): str(other.absolute())}
        with new_file(_notes_file(), replace=True) as part:
            part.stream.write(json.dumps(notes, ensure_ascii=False).encode())
            part.place()


def forget_continued(folder: Path) -> None:
    """`folder` was opened on purpose: its work goes on in it again."""
    if str(folder.absolute()) in _notes():
        note_continued(folder, folder)


def continued(folder: Path) -> Path:
    """Where the work of `folder` goes on: itself, unless it was noted and the other one is there."""
    notes, seen = _notes(), {folder}
    while True:
        other = Path(notes.get(str(folder.absolute()), folder))
        if other in seen or not (other / DATABASE).is_file():
            return folder
        seen.add(other)
        folder = other


def _notes_file() -> Path:
    return state_folder() / "continued.json"


def _notes() -> dict[str, str]:
    try:
        return dict(json.loads(_notes_file().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _try(target: Path) -> None:
    """Raises GsmonError (file.folder_missing, file.forbidden, file.full …) unless one can write there."""
    with new_file(target / "gsmon.try") as part:
        part.stream.write(b"\0" * 65536)
        part.sync()


def _only(ws: Workspace, interview: Interview, target: Path, now: Clock) -> tuple[Path, tuple[str, ...]]:
    """A new workspace of the same person with this one draft, under its own id and revision."""
    folder = target / f"gsmon-{now():%Y%m%d-%H%M%S}"
    settings = ws.settings
    owner = {name: settings.get(name, "") for name in ("name", "role", "region")}
    with Workspace.create(folder, now=now, **owner) as there:
        there.settings["language"] = settings.get("language", "")
        there.settings["device"] = settings["device"]  # for `continued` to name
        add_built_in(there, now=now)
        lacking = _put(there, interview, now)
    return folder, lacking


def _put(there: Workspace, interview: Interview, now: Clock) -> tuple[str, ...]:
    session, form, at = interview.session, interview.session.form, stamp(now())
    content = forms.FormContent(form.xform, form.files, f"{form.form_id}.xml", form.xform.encode())
    forms.add(there, forms.FormVersion(form.hash, form.form_id, form.version, form.title, at), content)
    new = records.NewInterview(
        id=interview.id,
        form_id=form.form_id,
        form_hash=form.hash,
        instance_id=session.stored().get(f"{form.root.path}/meta/instanceID") or f"uuid:{interview.id}",
        device=there.settings["device"],
        interviewer=there.who,
        language=session.language,
        started=interview.started,
    )
    with there.transaction() as db:
        number = records.insert(db, new)
        records.set_revision(db, number, interview.revision)
        sittings.fill(there, number, session)
        stored = session.stored()
        gone = [path for path, value in stored.items() if value and _is_file(interview, path)]
        records.write(db, number, [(path, "") for path in gone])
    return tuple(stored[path] for path in gone)


def _is_file(interview: Interview, path: str) -> bool:
    element = facts.element_at(interview.session.form, path)
    return element is not None and element.type in MEDIA_TYPES
