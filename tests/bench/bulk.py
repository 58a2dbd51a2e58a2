"""A workspace of very many interviews, drawn like the demo's but written straight into the tables.

The demo sends every interview through the form engine, ten milliseconds each; here the same contacts become
rows in less than one. Calculated values are left out: what stays is what was asked, 36 answers an interview
on average. Triggers, the search's index and the chain of events do their work as always.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from gsmon_desktop.demo.answers import FORM_ID, answers
from gsmon_desktop.demo.draw import Contact, contacts
from gsmon_desktop.demo.schedule import Visit, timetable
from gsmon_desktop.demo.sources import sources
from gsmon_desktop.forms import Form
from gsmon_desktop.interviewing import add_built_in, facts, latest_form
from gsmon_desktop.store import Workspace, local_now, records, stamp
from gsmon_desktop.store.words import words

A_BATCH = 5_000
SENT = 0.6
"""The share of interviews that a package holds already, the earliest ones."""
_SENT_HASH = hashlib.sha256(b"a package").hexdigest()


@dataclass(frozen=True)
class _Made:
    """An interview to be written: `told` answers by path, `found` values by role."""

    number: int
    id: str
    contact: Contact
    visit: Visit
    told: Mapping[str, str]
    found: Mapping[str, str]

    @property
    def instance(self) -> str:
        """The answers as reports read them from a frozen instance: two kilobytes, groups as they come."""
        below: dict[str, list[str]] = {}
        for path, value in self.told.items():
            _, _, group, name = path.split("/")
            below.setdefault(group, []).append(f"<{name}>{escape(value)}</{name}>")
        return (
            "<data>"
            + "".join(f"<{name}>{''.join(each)}</{name}>" for name, each in below.items())
            + "</data>"
        )

    @property
    def seconds(self) -> int:
        return round((self.visit.finished - self.visit.started).total_seconds())


def make(folder: Path, interviews: int, *, seed: int = 1, sent: float = SENT, role: str = "hq") -> Workspace:
    """An open workspace with that many finished interviews, refusals and the not eligible among them."""
    ws = Workspace.create(folder, now=local_now, name="Данияр С.", role=role)
    add_built_in(ws, now=local_now)
    rng = Random(seed)
    met = contacts(interviews, rng, sources())[:interviews]
    visits = timetable(met, local_now(), rng)
    pairs = iter(sorted(zip(met, visits, strict=True), key=lambda pair: pair[1].started))
    form, last = latest_form(ws, FORM_ID), 0
    while batch := list(islice(pairs, A_BATCH)):
        made = [
            _Made(
                last + place,
                str(uuid.UUID(int=rng.getrandbits(128), version=4)),
                *pair,
                *_told(form, pair[0]),
            )
            for place, pair in enumerate(batch, 1)
        ]
        with ws.transaction():
            _put(ws, form, made)
        last += len(batch)
    with ws.transaction():
        _send(ws, round(last * sent))
    return ws


def _told(form: Form, contact: Contact) -> tuple[dict[str, str], dict[str, str]]:
    """The contact's answers by path, and what they say by role."""
    told = answers(contact, form)
    by_path = {element.path: role for role, elements in form.by_role.items() for element in elements}
    found = {by_path[path]: value for path, value in told.items() if path in by_path}
    own = {"branch": contact.form, "place": contact.place, "outcome": contact.outcome}
    return told, found | {role: value for role, value in own.items() if value}


def _put(ws: Workspace, form: Form, made: Sequence[_Made]) -> None:
    """Writes interviews as drafts with all they have, then finishes them, so that each is counted once."""
    device = ws.settings["device"]
    drafts = []
    for one in made:
        columns = facts.columns(one.found, one.visit.interviewer)
        own = [columns[name] for name in records.COLUMNS]
        drafts.append((one.number, one.id, device, form.hash, *own, stamp(one.visit.started)))
    names = (
        "number",
        "id",
        "device",
        "form_hash",
        *records.COLUMNS,
        "started",
        "form_id",
        "status",
        "language",
    )
    _insert(
        ws,
        f"interview ({', '.join(names)})",
        ((*draft, FORM_ID, "draft", "Русский (ru)") for draft in drafts),
    )
    _insert(ws, "answer", ((one.number, *pair) for one in made for pair in one.told.items()))
    _insert(ws, "fact", ((one.number, *pair) for one in made for pair in one.found.items()))
    _insert(ws, "score", ((one.number, *pair) for one in made for pair in one.contact.scores))
    texts = (
        (one.number, words(facts.search_texts(form, one.number, one.told, one.visit.interviewer)))
        for one in made
    )
    _insert(ws, "interview_search (rowid, words)", texts)
    frozen = [
        (stamp(one.visit.finished), one.seconds, hashlib.sha256(xml.encode()).hexdigest(), xml, one)
        for one in made
        for xml in (one.instance,)
    ]
    _insert(
        ws,
        "revision (interview, revision, instance_id, opened, finished, seconds, hash, instance)",
        ((one.number, 1, f"uuid:{one.id}", stamp(one.visit.started), *ended) for *ended, one in frozen),
    )
    for at, _, hash_, _, one in frozen:
        event = records.Event(at, one.visit.interviewer, "recorded", 1, new=hash_)
        records.append(ws.db, one.number, event)
    ws.db.conn.executemany(
        """UPDATE interview SET status = 'finished', finished = ?, seconds = ?, hash = ?, outcome = ?
        WHERE number = ?""",
        [(*ended, one.contact.outcome, one.number) for *ended, _, one in frozen],
    )


def _send(ws: Workspace, last: int) -> None:
    """Puts the interviews up to a number into one package."""
    ws.db.execute(
        """INSERT INTO package (seq, file, made, state, sha256, interviews, size)
        VALUES (1, 'gsmon-1.zip', '', 'accepted', ?, ?, 1)""",
        [_SENT_HASH, last],
    )
    ws.db.execute(
        """INSERT INTO package_interview (package, interview, revision, hash)
        SELECT 1, number, revision, hash FROM interview WHERE number <= ?""",
        [last],
    )


def _insert(ws: Workspace, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    found = list(rows)
    if found:
        ws.db.conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
