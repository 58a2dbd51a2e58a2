"""`gsmon interview`: fills, lists, shows, reopens, deletes and brings back interviews of a workspace."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gsmon_desktop.cli import steps
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import standing
from gsmon_desktop.interviewing import (
    audit_csv,
    delete,
    fit,
    move,
    reopen,
    resume,
    start,
    told,
    undelete,
    write_audit,
)
from gsmon_desktop.store import Workspace, interviews, local_now, media

_STATUSES = (
    interviews.DRAFT,
    interviews.FINISHED,
    interviews.DELETED,
    interviews.QUARANTINED,
    interviews.ANY,
)
_PAGE = 1000


@click.group("interview")
def interview() -> None:
    """Fills, lists, shows, reopens and deletes interviews."""


def _open(run: Run, *, read_only: bool = False) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, read_only=read_only, passphrase=run.passphrase)


def _say(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False), flush=True)


@interview.command("fill")
@click.option("--form", "form_id", help="The form's id; a new interview uses its latest version.")
@click.option("--service", help="The service asked about, by the catalogue's id.")
@click.option("--resume", "resumed", metavar="ID", help="Goes on with this draft instead of a new interview.")
@click.pass_context
def fill(ctx: click.Context, form_id: str | None, service: str | None, resumed: str | None) -> None:
    """Reads steps from stdin, a JSON object a line, and answers each with one JSON line.

    {"ok": true} is written only when the answer is committed and synced.
    """
    run: Run = ctx.obj
    if (form_id is None) == (resumed is None) or (resumed and service):
        raise GsmonError("usage.form_or_resume")
    with _open(run) as ws:
        if form_id is not None:
            presets = {"service": service} if service else {}
            filled = start(ws, form_id, now=local_now, presets=presets)
        else:
            filled = resume(ws, str(resumed), now=local_now)
        _say({"interview": filled.id})
        well = steps.run(steps.typed(), filled, _say, run.language)
    ctx.exit(OK if well else NOT_ALL_RIGHT)


@interview.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--text", default="", help="Words to find.")
@click.option("--status", type=click.Choice(_STATUSES), default=interviews.ANY, show_default=True)
@click.option("--region", help="Region's code.")
@click.option("--service", help="Service's id.")
@click.option("--form", help="Form's id.")
@click.option("--interviewer", help="Interviewer's name.")
@click.pass_obj
def listing(run: Run, /, as_json: bool, **narrowing: Any) -> None:
    """Lists interviews, the latest first."""
    with _open(run, read_only=True) as ws:
        if not as_json:
            print(_line("id", "status", "rev", "region", "service", "interviewer", "started"))
        offset = 0
        while page := interviews.list(ws, limit=_PAGE, offset=offset, **narrowing):
            offset += len(page)
            for row in page:
                if as_json:
                    _say(_brief(row))
                else:
                    words = (_status(row), str(row.revision), row.region, row.service, row.interviewer)
                    print(_line(row.id, *words, row.started[:16].replace("T", " ")))


def _status(row: interviews.Row) -> str:
    return interviews.QUARANTINED if row.quarantined else row.status


@interview.command("show")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show(run: Run, id_: str, as_json: bool) -> None:
    """Shows an interview: answers, comments, media, revisions, events."""
    with _open(run, read_only=True) as ws:
        said = _whole(ws, interviews.get(ws, id_))
    if as_json:
        _say(said)
        return
    for name, value in said.items():
        if isinstance(value, dict):
            print(f"{name}:")
            for path, text in value.items():
                print(f"  {path} = {text}")
        elif isinstance(value, list):
            print(f"{name}:")
            for each in value:
                print("  " + " ".join(str(word) for word in each.values() if word not in (None, "")))
        else:
            print(f"{name}: {'-' if value is None else value}")


@interview.command("audit")
@click.argument("id_", metavar="ID")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Where to; else it is printed.")
@click.pass_obj
def audit_(run: Run, id_: str, to: Path | None) -> None:
    """Writes an interview's audit trail as the audit.csv of ODK Collect."""
    with _open(run, read_only=True) as ws:
        if to is None:
            print(audit_csv(ws, id_), end="")
        else:
            print(write_audit(ws, id_, to))


@interview.command("reopen")
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, help="Why it is corrected; kept in the audit trail.")
@click.pass_obj
def reopen_(run: Run, id_: str, reason: str) -> None:
    """Makes a finished interview a draft again, as a new revision."""
    with _open(run) as ws:
        reopen(ws, id_, reason, now=local_now)


@interview.command("move")
@click.argument("id_", metavar="ID")
@click.option("--dry-run", is_flag=True, help="Only tells what would happen.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def move_(run: Run, id_: str, dry_run: bool, as_json: bool) -> None:
    """Moves a draft to the latest version of its form and tells what fitted and what was left behind."""
    with _open(run, read_only=dry_run) as ws:
        found = (fit if dry_run else move)(ws, id_, now=local_now)
    if as_json:
        _say(asdict(found))
    else:
        print("\n".join(told(found, run.language)))


@interview.command("delete")
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, help="Why; kept in the audit trail.")
@click.pass_obj
def delete_(run: Run, id_: str, reason: str) -> None:
    """Takes an interview out of lists and scores. Nothing of it is erased."""
    with _open(run) as ws:
        delete(ws, id_, reason, now=local_now)


@interview.command("undelete")
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, help="Why; kept in the audit trail.")
@click.pass_obj
def undelete_(run: Run, id_: str, reason: str) -> None:
    """Brings a deleted interview back as a draft, to be looked through and finished."""
    with _open(run) as ws:
        undelete(ws, id_, reason, now=local_now)


def _brief(row: interviews.Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "form": row.form_id,
        "version": row.version,
        "status": _status(row),
        "revision": row.revision,
        "region": row.region or None,
        "service": row.service or None,
        "interviewer": row.interviewer or None,
        "started": row.started,
        "finished": row.finished,
        "hash": row.hash or None,
    }


def _whole(ws: Workspace, row: interviews.Row) -> dict[str, Any]:
    return _brief(row) | {
        "outcome": row.outcome or None,
        "answers": {path: text for path, text in sorted(interviews.answers(ws, row.number).items()) if text},
        "comments": interviews.comments(ws, row.number),
        "media": [
            {
                "path": file.path,
                "name": file.name,
                "sha256": file.sha256,
                "size": file.size,
                "type": file.type,
                **_told(file),
            }
            for file in media.of(ws, row.number)
        ],
        "revisions": [
            {name: value for name, value in revision.items() if name != "instance"}
            for revision in interviews.revisions(ws, row.number)
        ],
        "events": list(interviews.events(ws, row.number)),
        "exchange": asdict(standing(ws, row.id)),
    }


def _told(file: media.Attached) -> dict[str, Any]:
    """What is known of a photo; nothing of other files."""
    names = ("taken", "latitude", "longitude", "accuracy", "width", "height", "original_of")
    return {name: getattr(file, name) for name in names if getattr(file, name) not in (None, "")}


def _line(id_: str, *words: str) -> str:
    widths = (9, 4, 14, 8, 20, 16)
    return f"{id_:<37}" + " ".join(f"{word:<{width}}" for word, width in zip(words, widths, strict=True))


COMMANDS: tuple[click.Command, ...] = (interview,)
