"""What becomes of a record that came: new, in the place of ours, nothing new, or a conflict for a person.

A record knows the content hashes it comes after. So a correction replaces what it corrects whatever its
number, and what was settled once stays settled. Of records that know nothing of each other the greater
revision wins, and two of one revision are both kept; so is one of a smaller revision that our own does not
come after, for after a choice numbers run apart.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.exchange.lines import WrongRecordError
from gsmon_desktop.forms import Form
from gsmon_desktop.interviewing import facts
from gsmon_desktop.store import Workspace, exchanged, records
from gsmon_desktop.store.exchanged import Content
from gsmon_desktop.store.interviews import DELETED, DRAFT, FINISHED
from gsmon_desktop.store.newcomers import Newcomers
from gsmon_desktop.store.words import words

ACCEPTED, REPLACED, IGNORED, CONFLICT = "accepted", "replaced", "ignored", "conflict"


@dataclass(frozen=True)
class Origin:
    """Whose package a record came in, when it was taken in (ISO 8601), and who did it."""

    package: str
    device: str
    at: str
    who: str


@dataclass(frozen=True, slots=True)
class Local:
    """The interview as it is here. `history`: content hashes it had, or that lost against it."""

    number: int
    status: str
    revision: int
    hash: str
    history: frozenset[str]


def local(ws: Workspace, id: str) -> Local | None:  # noqa: A002 - the column's word
    """The interview with this id."""
    row = ws.db.execute("SELECT number, status, revision, hash FROM interview WHERE id = ?", [id]).fetchone()
    if row is None:
        return None
    hashes = ws.db.execute(
        """SELECT hash FROM revision WHERE interview = :n AND hash <> ''
        UNION SELECT hash FROM conflict WHERE interview = :n AND settled IS NOT NULL AND hash <> ''""",
        {"n": row[0]},
    )
    number, status, revision, hash_ = row
    return Local(number, status, revision, hash_, frozenset(each for (each,) in hashes))


def decide(here: Local | None, came: Content) -> str:
    """accepted, replaced, ignored or conflict."""
    if here is None:
        return ACCEPTED
    gone = came.status == DELETED
    if (gone and here.status == DELETED) or (not gone and came.hash in here.history):
        return IGNORED
    if here.status == DRAFT:
        return IGNORED if came.revision < here.revision and not gone else CONFLICT
    unsaid = "" in came.history  # a package of format 1 does not say what it comes after
    if here.status == FINISHED and (here.hash in came.history or (gone and unsaid)):
        return REPLACED if not unsaid or came.revision >= here.revision else IGNORED
    if came.revision == here.revision:
        return CONFLICT
    return REPLACED if came.revision > here.revision else IGNORED


def merge(
    ws: Workspace,
    came: Content,
    line: bytes,
    form: Form,
    origin: Origin,
    newcomers: Newcomers | None = None,
) -> tuple[str, int, list[records.Event]]:
    """Applies a record inside the caller's transaction: what became of it, the interview's number, and what
    our own trail has to say. With `newcomers` a new interview goes there. Raises WrongRecordError."""
    if newcomers is not None:
        if newcomers.new(came):
            number = newcomers.number()
            newcomers.add(came, words(_search_texts(form, number, came)))
            return ACCEPTED, number, [_merged(came.revision, line, origin)]
        newcomers.write()
    here = local(ws, came.id)
    verdict = decide(here, came)
    if verdict == IGNORED and here is not None and _apart(ws, here, came):
        verdict = CONFLICT
    if verdict == CONFLICT and here is not None and _known(ws, here, came):
        verdict = IGNORED
    if verdict == IGNORED:
        return verdict, here.number if here else 0, []
    _check_instance_id(ws, came, here)
    if verdict == CONFLICT and here is not None:
        return verdict, here.number, [_conflict(ws, here, came, line, origin)]
    return verdict, *_adopt(ws, here, came, line, form, origin)


def adopt(
    ws: Workspace, came: Content, line: bytes, form: Form, origin: Origin
) -> tuple[int, list[records.Event]]:
    """Puts a record in the place of what is there, whatever it is: how a person settled a conflict."""
    return _adopt(ws, local(ws, came.id), came, line, form, origin)


def _adopt(
    ws: Workspace, here: Local | None, came: Content, line: bytes, form: Form, origin: Origin
) -> tuple[int, list[records.Event]]:
    revision = came.revision
    if here is not None:
        revision = _revision(ws, here, came)
    number = exchanged.put(ws.db, came, here.number if here else None, revision, origin.at)
    exchanged.add_events(ws.db, ws.settings["device"], ((number, each) for each in came.events))
    if came.status == FINISHED:
        records.set_words(ws.db, number, _search_texts(form, number, came))
    if here is not None:
        ws.db.execute(
            """UPDATE conflict SET settled = ?, choice = 'newer'
            WHERE interview = ? AND settled IS NULL AND revision < ?""",
            [origin.at, number, revision],
        )
    return number, [_merged(revision, line, origin)]


def _search_texts(form: Form, number: int, came: Content) -> list[str]:
    return facts.search_texts(form, number, came.answers, came.summary["interviewer"])


def _merged(revision: int, line: bytes, origin: Origin) -> records.Event:
    said = f"{origin.device} {hashlib.sha256(line).hexdigest()}"
    return records.Event(origin.at, origin.who, "merged", revision, new=said)


def _revision(ws: Workspace, here: Local, came: Content) -> int:
    """The number it gets here: its own, unless that is frozen already; a tombstone keeps its content's."""
    known = ws.db.execute(
        "SELECT revision FROM revision WHERE instance_id = ? AND interview = ?",
        [came.instance_id, here.number],
    ).fetchone()
    if known is not None:
        return int(known[0])
    frozen = here.revision if here.status != DRAFT else here.revision - 1
    return max(came.revision, frozen + 1)


def _check_instance_id(ws: Workspace, came: Content, here: Local | None) -> None:
    row = ws.db.execute(
        "SELECT interview, hash FROM revision WHERE instance_id = ?", [came.instance_id]
    ).fetchone()
    if row is None:
        return
    own = here is not None and row[0] == here.number
    if not own or (came.status == FINISHED and row[1] not in ("", came.hash)):
        raise WrongRecordError("instance_id")


def _apart(ws: Workspace, here: Local, came: Content) -> bool:
    """Whether it is an edit ours does not come after, though its number is smaller: no trail we have tells of
    it, and we never had it."""
    if DELETED in (here.status, came.status) or "" in came.history or came.hash in here.history:
        return False
    told = ws.db.execute(
        """SELECT 1 FROM event WHERE interview = :n AND new = :hash AND action IN ('finished', 'recorded')
        UNION ALL SELECT 1 FROM foreign_event
        WHERE interview = :n AND new = :hash AND action IN ('finished', 'recorded') LIMIT 1""",
        {"n": here.number, "hash": came.hash},
    )
    return told.fetchone() is None


def _known(ws: Workspace, here: Local, came: Content) -> bool:
    found = ws.db.execute(
        "SELECT 1 FROM conflict WHERE interview = ? AND revision = ? AND hash = ? AND status = ?",
        [here.number, came.revision, came.hash, came.status],
    ).fetchone()
    return found is not None


def _conflict(ws: Workspace, here: Local, came: Content, line: bytes, origin: Origin) -> records.Event:
    """A later edit takes the place of the one it comes after, which nobody need decide any more."""
    ws.db.execute(
        """UPDATE conflict SET settled = ?, choice = 'newer' WHERE interview = ? AND settled IS NULL
        AND hash <> '' AND hash IN (SELECT value FROM json_each(?))""",
        [origin.at, here.number, json.dumps(sorted(came.history))],
    )
    ws.db.execute(
        """INSERT INTO conflict (interview, revision, hash, status, device, package, line, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            here.number, came.revision, came.hash, came.status, origin.device, origin.package,
            packed(line), origin.at,
        ],
    )  # fmt: skip
    exchanged.add_events(ws.db, ws.settings["device"], ((here.number, each) for each in came.events))
    said = f"{origin.device} {hashlib.sha256(line).hexdigest()}"
    return records.Event(origin.at, origin.who, "conflict", came.revision, new=said)


def packed(line: bytes) -> bytes:
    """A line as the database keeps it."""
    return zlib.compress(line, 6)


def unpacked(content: bytes) -> bytes:
    """The line again."""
    return zlib.decompress(content)


def read(content: bytes) -> Mapping[str, Any]:
    """The document of a kept line."""
    document: Mapping[str, Any] = json.loads(unpacked(content))
    return document
