"""An interview being filled: what the session accepts is on the disk, synced, before anyone is told so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change, Element, Session
from gsmon_desktop.interviewing import attaching, facts
from gsmon_desktop.interviewing.attaching import Look, Prepared, Source
from gsmon_desktop.media import LONGEST, Edit
from gsmon_desktop.store import Sitting, Workspace, hiding, interviews, media, recordings, records, stamp

Rows = tuple[tuple[str, str | None, str | None], ...]
COMMENT, UNDONE = "comment", "undone"
_ACTIONS = {"set": "answered", "add": "added", "remove": "removed", "language": "language changed"}


class Interview:
    """A draft, open. The session lives on the asking thread, everything that saves on the workspace's thread.

    A window does ``change = interview.session.set(...)`` itself and has `save(change)` run by the database
    lane, calling ``session.undo(change)`` if that fails. Callers on one thread use `answer`, `add`, `remove`,
    `undo`, which do both and leave session and disk equal whatever happens.
    """

    def __init__(self, ws: Workspace, row: interviews.Row, session: Session, sitting: Sitting) -> None:
        self.id = row.id
        self.number = row.number
        self.revision = row.revision
        self.status = row.status
        self.started = row.started
        self.page = row.page
        self.question = row.question
        self.session = session
        self._ws = ws
        self._sitting = sitting
        self._changes: list[Change] = []

    # ------------------------------------------------------------ one thread: answer and save in one go

    def answer(self, path: str, value: str | None) -> Change:
        """Answers a question and saves. Raises the session's and the store's errors; then nothing changed."""
        return self._saved(self.session.set(path, value))

    def add(self, repeat: str) -> Change:
        """Adds a row to a repeat and saves."""
        return self._saved(self.session.add(repeat))

    def remove(self, repeat: str, at: int) -> Change:
        """Removes the row `at` (from 1) of a repeat and saves."""
        return self._saved(self.session.remove(repeat, at))

    def duplicate(self, repeat: str, at: int) -> Change:
        """Adds a row with the answers of the row `at` and saves."""
        return self._saved(self.session.duplicate(repeat, at))

    def set_language(self, language: str) -> Change:
        """Asks in another language from now on ("kk" or the full name)."""
        return self._saved(self.session.set_language(language))

    def attach(self, path: str, file: Source, *, large: bool = False, shrink: bool = False) -> Change:
        """Keeps a file in the workspace, then answers the question with its short name there.

        `large`: even above the limit; `shrink`: as a photo though the question takes any file. Raises as
        `attaching.prepare`.
        """
        return self.attach_prepared(path, self.prepare(path, file, large=large, shrink=shrink))

    def attach_prepared(self, path: str, prepared: Prepared) -> Change:
        """Answers a question with a file kept by `prepare`."""
        element = self._asks_for_file(path)
        name = media.free_name(self._ws, self.number, element.name, prepared.kept.suffix)
        return self._saved(self.session.set(path, name), prepared)

    def undo(self) -> Change | None:
        """Takes back the latest change of this sitting; None when there is none."""
        self._must_be_draft()
        if not self._changes:
            return None
        change = self._changes[-1]
        self.save_undo(change)
        if change.action != COMMENT:
            self.session.undo(change)
        return change

    def finish(self) -> str:
        """Freezes the interview and gives its instance XML.

        Raises interview.unfinished, and second.finish for a second entry, which is compared instead.
        """
        self._must_be_draft()
        if self._ws.value("SELECT 1 FROM second_entry WHERE draft = ?", [self.number]):
            raise GsmonError("second.finish", id=self.id)
        before = self.session.stored()
        instance = self.session.finish(replaces=self._stale_id())
        ended = _difference(before, self.session.stored())
        try:
            instance = self._frozen(instance)
        except BaseException:
            self.session.undo(Change("finish", self.session.form.root.path, None, None, ended))
            raise
        self.status = interviews.FINISHED
        self.remove_hidden()
        recordings.discard(self._ws.vault, self.id)  # what could not become an answer: nobody agreed to it
        return instance

    def _frozen(self, instance: str) -> str:
        at = stamp(self._sitting.now())
        done = facts.finished(self.session, instance, at=at, who=self._ws.who)
        on_disk = interviews.answers(self._ws, self.number)
        with self._ws.transaction() as db:
            behind = _difference(on_disk, self.session.stored())
            records.write(db, self.number, ((path, new) for path, _, new in behind))
            records.append(db, self.number, self._event("finished", new=done.hash, at=at))
            records.finish(db, self.number, self.revision, done)
            db.execute("DELETE FROM clock WHERE interview = ?", [self.number])
            self._index()
        return instance

    def _stale_id(self) -> str:
        """The instance id of the revision before, which this one replaces; "" for the first."""
        before = [self.number, self.revision - 1]
        found = self._ws.value(
            "SELECT instance_id FROM revision WHERE interview = ? AND revision = ?", before
        )
        return found or ""

    # -------------------------------------------------------- the workspace's thread: save what was accepted

    def save(self, change: Change, file: Prepared | None = None) -> None:
        """Writes what a change set and its event, in one synced transaction. `file`: what it attaches."""
        self._must_be_draft()
        with self._ws.transaction() as db:
            if file is not None:
                self._note_file(change.path, change.new or "", file)
            self._write(change.rows)
            if change.action == "language":
                records.set_columns(db, self.number, {"language": change.new or ""})
            action = "attached" if file is not None else _ACTIONS[change.action]
            records.append(db, self.number, self._event(action, change.path, change.old, change.new))
        self._changes.append(change)

    def save_undo(self, change: Change) -> None:
        """Writes the opposite of a change, with an event. The caller undoes the session, before or after."""
        self._must_be_draft()
        with self._ws.transaction() as db:
            event = self._event(UNDONE, change.path, change.new, change.old)
            if change.action == COMMENT:
                records.set_comment(db, self.number, change.path, change.old or "", event)
            self._write(tuple((path, new, old) for path, old, new in reversed(change.rows)))
            if change.action == "language":
                records.set_columns(db, self.number, {"language": change.old or ""})
            records.append(db, self.number, event)
        if self._changes and self._changes[-1] is change:
            self._changes.pop()

    def at(self, page: str, question: str = "") -> None:
        """Notes where the interviewer is, so that the draft opens there again."""
        if (page, question) == (self.page, self.question):
            return
        with self._ws.transaction() as db:
            records.set_columns(db, self.number, {"page": page, "question": question})
        self.page, self.question = page, question

    def comment(self, path: str, text: str) -> None:
        """Sets the comment on a question; "" takes it away. `undo` takes that back like an answer."""
        self._must_be_draft()
        if facts.element_at(self.session.form, path) is None:
            raise GsmonError("answer.unknown_path", path)
        old = interviews.comments(self._ws, self.number).get(path)
        with self._ws.transaction() as db:
            event = self._event("commented", path, old, text)
            records.set_comment(db, self.number, path, text, event)
            records.append(db, self.number, event)
        self._changes.append(Change(COMMENT, path, old, text))

    def files_at(self, path: str) -> tuple[media.Attached, ...]:
        """The file a question's answer names, then the one it was made from, where that is kept."""
        return tuple(file for file in media.of(self._ws, self.number) if file.path == path)

    def pause(self) -> None:
        """Notes that the interviewer left the draft."""
        with self._ws.transaction() as db:
            records.append(db, self.number, self._event("paused"))
        self.remove_hidden()

    def remove_hidden(self) -> None:
        """Removes the files that show what photos hide now, once `undo` is not to bring them back."""
        self._changes.clear()
        hiding.remove(self._ws, self.number, lambda path, name: self._event("erased", path, name))

    # ------------------------------------------------------------ any thread: files before they are attached

    def look(self, path: str, file: Source) -> Look:
        """What a file is, and what is to be asked before it is taken. Raises as `attaching.look`."""
        return attaching.look(self._asks_for_file(path), file, limit=self._limit())

    def prepare(
        self,
        path: str,
        file: Source,
        *,
        large: bool = False,
        shrink: bool = False,
        progress: attaching.Progress | None = None,
    ) -> Prepared:
        """Makes a file fit and keeps it in the workspace. Raises as `attaching.prepare`."""
        element = self._asks_for_file(path)
        return attaching.prepare(
            self._ws.vault,
            element,
            file,
            limit=self._limit(),
            longest=self._number("media_limit", LONGEST),
            large=large,
            shrink=shrink,
            progress=progress,
        )

    def edit(self, path: str, files: Sequence[media.Attached], edits: Sequence[Edit]) -> Prepared:
        """Makes another photo of an attached one (see `files_at`). Raises as `attaching.edit`."""
        return attaching.edit(self._ws.vault, self._asks_for_file(path), files, edits)

    # ------------------------------------------------------------ inside

    def _asks_for_file(self, path: str) -> Element:
        """The question at a path. Raises media.not_asked where no file is asked for."""
        element = facts.element_at(self.session.form, path)
        if element is None or element.type not in attaching.MEDIA_TYPES:
            raise GsmonError("media.not_asked", path)
        return element

    def _limit(self) -> int:
        return self._number("large_file", attaching.LIMIT)

    def _number(self, setting: str, else_: int) -> int:
        text = self._ws.settings.get(setting, "")
        return int(text) if text.isdecimal() and int(text) else else_

    def _note_file(self, path: str, name: str, file: Prepared) -> None:
        added = stamp(self._sitting.now())
        if file.hides:
            hiding.mark(self._ws.db, self.number, file.kept.source)
        media.attach(self._ws.db, self.number, path, name, file.kept, added)
        if file.original is not None:
            stem = f"{PurePath(name).stem}_original".replace("-", "_")
            beside = media.free_name(self._ws, self.number, stem, file.original.suffix)
            media.attach(self._ws.db, self.number, path, beside, file.original, added, original_of=name)

    def _saved(self, change: Change, file: Prepared | None = None) -> Change:
        try:
            self.save(change, file)
        except BaseException:
            self.session.undo(change)
            raise
        return change

    def _write(self, rows: Rows) -> None:
        form = self.session.form
        records.write(self._ws.db, self.number, ((path, new) for path, _, new in rows))
        records.set_columns(self._ws.db, self.number, facts.columns_changed(form, rows))
        if any(facts.searchable(form, path) for path, _, _ in rows):
            self._index()

    def _index(self) -> None:
        answers = interviews.answers(self._ws, self.number)
        texts = facts.search_texts(self.session.form, self.number, answers, self._ws.who)
        records.set_words(self._ws.db, self.number, texts)

    def _event(
        self, action: str, path: str = "", old: str | None = None, new: str | None = None, at: str = ""
    ) -> records.Event:
        return records.Event(
            at=at or stamp(self._sitting.now()),
            who=self._ws.who,
            action=action,
            revision=self.revision,
            path=path,
            old=old,
            new=new,
            ms=self._sitting.lap(),
        )

    def _must_be_draft(self) -> None:
        if self.status != interviews.DRAFT:
            raise GsmonError("interview.not_draft", id=self.id)


def _difference(before: dict[str, str], after: dict[str, str]) -> Rows:
    paths = {**before, **after}
    return tuple(
        (path, before.get(path), after.get(path)) for path in paths if before.get(path) != after.get(path)
    )
