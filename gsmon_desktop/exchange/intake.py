"""Taking a package in: all of it is checked and all of it comes in by one transaction, or nothing.

The same package again changes nothing, packages may come in any order, and a bad record does not keep the
rest out: it is set aside with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import aside, keys, merging, peers
from gsmon_desktop.exchange.ahead import ahead
from gsmon_desktop.exchange.came_forms import take_forms
from gsmon_desktop.exchange.lines import WrongRecordError, content, events, in_words
from gsmon_desktop.exchange.manifest import EVENTS, FORMS, INTERVIEWS, UNSIGNED, Entry, Manifest, Record
from gsmon_desktop.exchange.merging import ACCEPTED, CONFLICT, IGNORED, REPLACED, Origin
from gsmon_desktop.exchange.packing import Progress
from gsmon_desktop.exchange.reading import (
    Inspection,
    Package,
    Passing,
    References,
    described,
    lines,
    loaded,
    opened,
)
from gsmon_desktop.exchange.staging import Staging
from gsmon_desktop.exchange.unzipping import entries
from gsmon_desktop.forms import Form
from gsmon_desktop.interviewing import kept_form
from gsmon_desktop.store import Clock, Workspace, exchanged, records, stamp
from gsmon_desktop.store.exchanged import Content
from gsmon_desktop.store.newcomers import Newcomers


@dataclass(frozen=True)
class Aside:
    """What was set aside: a record, or a whole package where `record` is None; `why` is its sentence."""

    package: str
    record: str | None
    why: GsmonError


@dataclass(frozen=True)
class Taken:
    """What an intake did, in interviews. `packages` are those that now need a receipt, `answers` the receipts
    of ours that their makers say to have."""

    accepted: int = 0
    replaced: int = 0
    ignored: int = 0
    conflicts: int = 0
    quarantined: tuple[Aside, ...] = ()
    packages: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    def __add__(self, other: Taken) -> Taken:
        return Taken(
            self.accepted + other.accepted,
            self.replaced + other.replaced,
            self.ignored + other.ignored,
            self.conflicts + other.conflicts,
            self.quarantined + other.quarantined,
            self.packages + other.packages,
            self.answers + other.answers,
        )


NOTHING = Taken()
_AT_ONCE, _BYTES_AT_ONCE = 400, 4 << 20
_OFTEN = 0.1
"""Seconds after which it is told again how far the media are."""
_MEDIA_A_RECORD = 50_000
"""Bytes of media that are checked and written while the database takes a record: so many wait for the
transaction, and are done when it is. It should not wait for more, since others wait for it."""


def take_in(ws: Workspace, path: Path, *, now: Clock, progress: Progress | None = None) -> Taken:
    """Takes one package file in. A device nobody has accepted has its package set aside whole.

    `progress` is told how many of its interviews and entries are done. Raises GsmonError as `verify` does,
    exchange.number_reused, those of a full disk, and what `progress` raises; then nothing changed.
    """
    if ws.read_only:
        raise GsmonError("workspace.read_only", str(ws.folder))
    ages = keys.opening(ws)
    with Staging(ws) as staging, opened(path, ages) as stream:
        inspection = Inspection(stream, str(path), staging.keep, partial(_lacks_form, ws))
        package = inspection.head()
        known = ws.value("SELECT digest FROM intake WHERE package = ?", [package.manifest.package])
        if known is not None and known != package.digest:
            raise GsmonError("exchange.number_reused", str(path))
        if known is not None:
            return _again(package.manifest)
        if why := _distrust(ws, package):
            staging.wanted = False
            aside.set_package(ws, path, inspection.rest(), why, now=now)
            return Taken(quarantined=(_stranger(path, package, why),))
        at, manifest = stamp(now()), package.manifest
        origin = Origin(manifest.package, manifest.device, at, ws.who)
        listed = {entry.name: entry for entry in manifest.entries}
        told = _Told(progress, manifest, inspection)
        intake = _Intake(ws, path, ages, package, at, told, origin, listed)
        inspection.read_on(_MEDIA_A_RECORD * len(manifest.interviews), told.tell)
        with ThreadPoolExecutor(1) as helper:
            rest = helper.submit(_rest, inspection, staging)
            try:
                return intake.run(staging, rest)
            except BaseException:
                inspection.stop()
                raise


def _rest(inspection: Inspection, staging: Staging) -> None:
    """Reads the rest of a package and has its media on the disk. Raises as `verify` does."""
    inspection.rest()
    staging.sync()


def _lacks_form(ws: Workspace, name: str) -> bool:
    return ws.value("SELECT 1 FROM form WHERE hash = ?", [name.removeprefix(FORMS)[:64]]) is None


def _distrust(ws: Workspace, package: Package) -> str:
    """Why a package's device is not believed; "" if it is."""
    peer = peers.find(ws, package.manifest.device)
    if peer is not None and peer.state == peers.REVOKED:
        return aside.REVOKED
    if package.manifest.format == UNSIGNED:
        return "" if peer is not None and not peer.sign else aside.UNSIGNED
    if package.manifest.device == ws.settings["device"]:
        own = keys.known_identity(ws)
        return "" if own is not None and own.public.sign == package.manifest.sign else aside.STRANGER
    return "" if peer is not None and peer.sends and peer.keys == package.keys else aside.STRANGER


def _stranger(path: Path, package: Package, code: str) -> Aside:
    manifest = package.manifest
    words = package.keys.fingerprint if manifest.sign else ""
    why = GsmonError(code, path.name, device=manifest.device, fingerprint=words)
    return Aside(manifest.package, None, why)


def _again(manifest: Manifest) -> Taken:
    """A package that was taken in before: nothing happens, its receipt is given once more."""
    return Taken(ignored=len(manifest.interviews), packages=(manifest.package,), answers=manifest.answers)


class _Told:
    """What whoever asked is told of a package: its records and entries that are done, and all of them."""

    def __init__(self, progress: Progress | None, manifest: Manifest, inspection: Inspection) -> None:
        self._progress, self._inspection = progress, inspection
        self._total = len(manifest.interviews) + len(manifest.entries)
        self._records = 0

    def tell(self, records: int = 0) -> None:
        """So many records more are done."""
        self._records += records
        if self._progress is not None:
            self._progress(self._records + self._inspection.passed, self._total)


@dataclass(frozen=True)
class _Intake:
    """One package on its way in: manifest and answers are whole and signed, single records not looked into
    yet, and its media are read meanwhile."""

    ws: Workspace
    path: Path
    ages: tuple[str, ...]
    package: Package
    at: str
    told: _Told
    origin: Origin
    listed: dict[str, Entry]
    events: list[tuple[int, records.Event]] = field(default_factory=list)
    rows: list[tuple[str, str, int, str, str, str]] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys((ACCEPTED, REPLACED, IGNORED, CONFLICT), 0)
    )

    def run(self, staging: Staging, rest: Future[None]) -> Taken:
        """Everything in one transaction, while a helper thread reads the `rest` of the package; when all of
        that is well the media get their places, and the transaction ends."""
        manifest = self.package.manifest
        with self.ws.transaction() as db:
            take_forms(self.ws, self.package.gathered)
            newcomers = Newcomers(db, self.ws.settings["device"], self.at)
            with opened(self.path, self.ages) as stream:
                self._read(entries(stream, str(self.path)), newcomers)
            newcomers.done()
            if len(self.rows) != len(manifest.interviews):
                raise self._disagrees(str(len(self.rows)))
            records.append_all(db, self.events)
            db.execute(
                "INSERT INTO intake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    manifest.package, self.package.digest, manifest.device, manifest.person, manifest.region,
                    manifest.sequence, manifest.batch, manifest.part, manifest.parts, stamp(manifest.made),
                    self.at, len(manifest.interviews), json.dumps(manifest.files),
                    json.dumps(manifest.withdrawn),
                ],
            )  # fmt: skip
            db.conn.executemany("INSERT INTO intake_record VALUES (?, ?, ?, ?, ?, ?)", self.rows)
            db.execute("DELETE FROM set_aside WHERE package = ? AND record = ''", [manifest.package])
            while not wait([rest], _OFTEN).done:
                self.told.tell()
            rest.result()
            self.told.tell()
            staging.place()
        quarantined = tuple(
            Aside(
                manifest.package,
                record,
                GsmonError(aside.WRONG, self.path.name, record=record, detail=in_words(detail)),
            )
            for record, detail in self.wrong.items()
        )
        counts = self.counts
        return Taken(
            counts[ACCEPTED], counts[REPLACED], counts[IGNORED], counts[CONFLICT],
            quarantined, (manifest.package,), manifest.answers,
        )  # fmt: skip

    def _disagrees(self, record: str) -> GsmonError:
        return GsmonError("exchange.record_wrong", str(self.path), record=f"{INTERVIEWS}: {record}")

    def _read(self, found: Iterator[tuple[str, Iterator[bytes]]], newcomers: Newcomers) -> None:
        """The answers, and in format 1 the trails behind them; all else was read already."""
        wanted = set(self.listed) & {INTERVIEWS, EVENTS}
        for name, pieces in found:
            if name not in wanted:
                continue
            passing = Passing(pieces)
            groups = _groups(lines(passing, str(self.path), name))
            if name == EVENTS:
                for group in groups:
                    self._events(group)
            else:
                for checked in ahead(_checked, groups, 1):
                    self._records(checked, newcomers)
            if passing.sha256() != self.listed[name].sha256:
                raise GsmonError("exchange.entry_wrong", str(self.path), entry=name)
            wanted.discard(name)
            if not wanted:
                return

    def _records(self, group: Sequence[_Checked], newcomers: Newcomers) -> None:
        newcomers.expect(
            (each.told.id for each in group), (each.content.instance_id for each in group if each.content)
        )
        for each in group:
            self._record(each, newcomers)
            self.told.tell(1)
        newcomers.write()

    def _record(self, line: _Checked, newcomers: Newcomers) -> None:
        manifest, at, told = self.package.manifest, len(self.rows), line.told
        if at >= len(manifest.interviews) or told != manifest.interviews[at]:
            raise self._disagrees(str(told.id)[:100])
        state, why = "accepted", ""
        try:
            if lacking := line.refers.lacking(told, self.listed):
                raise WrongRecordError(lacking)
            if line.content is None:
                raise WrongRecordError(line.wrong)
            form = form_of(self.ws, line.content.form_hash)
            verdict, number, said = merging.merge(
                self.ws, line.content, line.text, form, self.origin, newcomers
            )
            self.events.extend((number, event) for event in said)
            self.counts[verdict] += 1
            if verdict == CONFLICT or (verdict == IGNORED and open_conflict(self.ws, told.id, told.hash)):
                state = "conflict"
        except WrongRecordError as wrong:
            state, why = "refused", str(wrong)
            self.wrong[told.id] = why
            aside.set_record(self.ws, manifest.package, manifest.device, told.id, why, line.text, self.at)
        self.rows.append((manifest.package, told.id, told.revision, told.hash, state, why))

    def _events(self, group: Iterable[bytes]) -> None:
        """Lines of format 1's `events.jsonl`."""
        for text in group:
            self._event(loaded(text))

    def _event(self, line: Mapping[str, Any]) -> None:
        here = merging.local(self.ws, str(line.get("interview")))
        device = self.package.manifest.device
        own = self.ws.settings["device"]
        if here is not None and device != own:
            try:
                said = events([{**line, "device": device}])
            except WrongRecordError:
                return
            exchanged.add_events(self.ws.db, own, ((here.number, each) for each in said))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A line of `interviews.jsonl`: what it says it is, what it refers to, and its content or what is `wrong`
    with it."""

    text: bytes
    told: Record
    refers: References
    content: Content | None
    wrong: str


def _checked(texts: Sequence[bytes]) -> list[_Checked]:
    """Lines looked into, by a helper thread while the database takes those before."""
    found = []
    for text in texts:
        line = loaded(text)
        came, wrong = None, ""
        try:
            came = content(line)
        except WrongRecordError as error:
            wrong = str(error)
        found.append(_Checked(text, *described(line), came, wrong))
    return found


def _groups(texts: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Lines some at a time: so many, or so many bytes."""
    group, size = list[bytes](), 0
    for text in texts:
        group.append(text)
        size += len(text)
        if len(group) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def merge_line(
    ws: Workspace, line: Mapping[str, Any], text: bytes, origin: Origin
) -> tuple[str, int, list[records.Event]]:
    """Merges the record of a line; see `merging.merge`. Raises WrongRecordError."""
    came = content(line)
    return merging.merge(ws, came, text, form_of(ws, came.form_hash), origin)


def open_conflict(ws: Workspace, record: str, hash: str) -> bool:  # noqa: A002 - the column's word
    """Whether a person has yet to choose between this content and another."""
    row = ws.db.execute(
        """SELECT 1 FROM conflict c JOIN interview i ON i.number = c.interview
        WHERE i.id = ? AND c.hash = ? AND c.settled IS NULL""",
        [record, hash],
    ).fetchone()
    return row is not None


def form_of(ws: Workspace, hash: str) -> Form:  # noqa: A002 - the column's word
    """A kept form. Raises WrongRecordError for one that did not come or cannot be read."""
    try:
        return kept_form(ws, hash)
    except GsmonError as error:
        raise WrongRecordError("form") from error
