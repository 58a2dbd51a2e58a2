"""A mystery shopper's visit as its report shows it: passport, checklist, scores, deviations, photos.

What is what is told by the form's marks, never by its names: the passport is the page with the role
`event_date`, scores have the roles `visit_…`, a checklist line is chosen from yes, no and not applicable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from gsmon_desktop.interviewing.reading import Answer, Reading, read
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Clock, Workspace

CHECKS = frozenset({"yes", "no", "na"})
SCORES = frozenset("12345")
ACCOUNT = ("problems", "deviations", "suggestions", "conflict")
"""Roles of what the shopper tells in own words."""
_FINDINGS = ("barrier", "recommendation")
_ASKED = ("has_barriers", "has_recommendations")
_PICTURES = "image"
_FILES = ("video", "audio", "file")


@dataclass(frozen=True)
class Line:
    """A line of the checklist: `mark` is yes, no, na, or "" where the answer is something else."""

    label: str
    mark: str
    text: str
    comment: str


@dataclass(frozen=True)
class Block:
    """A block of the checklist with the shopper's words on it."""

    title: str
    lines: Sequence[Line]
    note: str = ""


@dataclass(frozen=True)
class Photo:
    """A photo: its content's hash, what it shows, when and where it was taken (empty: not known)."""

    sha256: str
    caption: str
    about: str
    when: str
    where: str


@dataclass(frozen=True)
class Visit:
    """One visit. `findings` are (kind, text, details); `files` other recordings as (name, bytes)."""

    id: str
    number: int
    title: str
    service: str
    passport: Sequence[tuple[str, str]]
    blocks: Sequence[Block]
    scores: Sequence[tuple[str, int]]
    account: Sequence[tuple[str, str]]
    findings: Sequence[tuple[str, str, str]]
    photos: Sequence[Photo]
    files: Sequence[tuple[str, int]]
    name: str
    """What its files are called, without an ending."""

    def marks(self) -> dict[str, int]:
        """How many lines of the checklist have each mark."""
        lines = [line.mark for block in self.blocks for line in block.lines]
        return {mark: lines.count(mark) for mark in ("yes", "no", "na")}

    def failed(self) -> list[tuple[str, Line]]:
        """The lines answered "no", each with its block's title; the block's note stands beside its first."""
        found: list[tuple[str, Line]] = []
        for block in self.blocks:
            note = block.note
            for line in block.lines:
                if line.mark == "no":
                    words = " ".join(filter(None, (line.comment, note)))
                    found.append((block.title, replace(line, comment=words)))
                    note = ""
        return found

    def mean(self) -> float | None:
        """The plain mean of its scores; in no rating."""
        return sum(score for _, score in self.scores) / len(self.scores) if self.scores else None


def visits(ws: Workspace, only: Sequence[str] = ()) -> list[str]:
    """Ids of the finished visits and test calls in the order they were begun; `only` narrows to some."""
    rows = ws.query(
        """SELECT i.id FROM interview i WHERE i.status = 'finished'
           AND EXISTS (SELECT 1 FROM fact f WHERE f.interview = i.number AND f.role = 'mode')
           ORDER BY i.started, i.number"""
    )
    return [row["id"] for row in rows if not only or row["id"] in only]


def visit(ws: Workspace, key: str, catalogue: Catalogue, language: str, now: Clock) -> Visit:
    """Reads a visit in a language. Raises GsmonError (interview.unknown and the store's)."""
    reading = read(ws, key, language, now)
    texts = Texts("documents", language)
    service = catalogue.services.get(reading.row.service)
    blocks: list[Block] = []
    scores: list[tuple[str, int]] = []
    account: list[tuple[str, str]] = []
    passport: list[tuple[str, str]] = []
    for title, answers in reading.sections:
        if any(answer.role == "event_date" for answer in answers):
            passport += [(answer.label, in_words(answer)) for answer in answers]
            continue
        scores += [(a.label, int(a.value)) for a in answers if _is_score(a)]
        account += [(a.label, a.text) for a in answers if a.role in ACCOUNT or _tells(answers, a)]
        lines, note = _lines(answers)
        if lines or note:
            blocks.append(Block(title, lines, note))
    about = [
        (texts("visit.shopper"), reading.row.interviewer),
        (texts("visit.number"), str(reading.row.number)),
    ]
    when = next((a.value for _, answers in reading.sections for a in answers if a.role == "event_date"), "")
    photos, files = _media(ws, reading, passport)
    return Visit(
        id=key,
        number=reading.row.number,
        title=reading.form,
        service=service.name_ru if service else reading.row.service,
        passport=[*passport, *about],
        blocks=blocks,
        scores=scores,
        account=account,
        findings=list(_findings(reading)),
        photos=photos,
        files=files,
        name=f"visit-{when or reading.row.started[:10]}-{reading.row.service or 'x'}-{reading.row.number}",
    )


def in_words(answer: Answer) -> str:
    """An answer as people write it: a date as 25.11.2026, the time without seconds."""
    try:
        if answer.type == "date":
            return date.fromisoformat(answer.value[:10]).strftime("%d.%m.%Y")
        if answer.type == "time":
            return time.fromisoformat(answer.value[:5]).strftime("%H:%M")
        if answer.type == "dateTime":
            return datetime.fromisoformat(answer.value).strftime("%d.%m.%Y %H:%M")
    except ValueError:
        return answer.text
    return answer.text


def _is_score(answer: Answer) -> bool:
    return answer.role.startswith("visit_") and answer.value in SCORES


def _tells(answers: Sequence[Answer], answer: Answer) -> bool:
    """Words on the same page as the account, of no role of their own: what the conflict was about."""
    return answer.type == "text" and not answer.role and any(each.role in ACCOUNT for each in answers)


def _lines(answers: Sequence[Answer]) -> tuple[list[Line], str]:
    """The checklist's lines of a page and its note: neither scores, nor the account, nor rows of repeats."""
    lines: list[Line] = []
    notes: list[str] = []
    for answer in answers:
        told = _is_score(answer) or answer.role in (*ACCOUNT, *_FINDINGS, *_ASKED) or _tells(answers, answer)
        if told or "[" in answer.path or answer.type in (_PICTURES, *_FILES):
            continue
        if answer.type == "text" and not answer.role:
            notes.append(answer.text)
            continue
        check = set(answer.offered) <= CHECKS and answer.value in CHECKS
        lines.append(Line(answer.label, answer.value if check else "", in_words(answer), answer.comment))
    return lines, " ".join(notes)


def _findings(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Barriers and recommendations: what, and what else its row says."""
    for _, answers in reading.sections:
        for kind in _FINDINGS:
            main = next((a for a in answers if a.role == kind and "[" in a.path), None)
            if main is not None:
                row = main.path.rpartition("/")[0]
                rest = [a.text for a in answers if a is not main and a.path.startswith(f"{row}/")]
                yield kind, main.text, " · ".join(rest)


def _media(
    ws: Workspace, reading: Reading, passport: Sequence[tuple[str, str]]
) -> tuple[list[Photo], list[tuple[str, int]]]:
    """Photos in the order of the form with captions, and the names of other recordings."""
    known = {row["name"]: row for row in _kept(ws, reading.row.number)}
    photos: list[Photo] = []
    files: list[tuple[str, int]] = []
    for title, answers in reading.sections:
        for answer in answers:
            row = known.get(answer.value)
            if row is None or answer.type not in (_PICTURES, *_FILES):
                continue
            if answer.type != _PICTURES:
                files.append((row["original"] or row["name"], row["size"]))
                continue
            place = answer.path.rpartition("/")[0] if "[" in answer.path else None
            beside = [a for a in answers if place and a is not answer and a.path.startswith(f"{place}/")]
            caption = " ".join(a.text for a in beside if a.type == "text")
            about = " · ".join(a.text for a in beside if a.type != "text")
            told = caption or answer.comment or title
            photos.append(Photo(row["sha256"], told, about or (title if told != title else ""), *_spot(row)))
    return photos, files


def _kept(ws: Workspace, number: int) -> Sequence[dict[str, Any]]:
    return ws.query("SELECT * FROM media WHERE interview = ?", [number])


def _spot(row: dict[str, Any]) -> tuple[str, str]:
    """When and where a photo was taken, from what is kept of it."""
    taken, latitude, longitude = (row.get(name) for name in ("taken", "latitude", "longitude"))
    when = ""
    if taken:
        try:
            when = datetime.fromisoformat(str(taken)).strftime("%d.%m.%Y %H:%M")
        except ValueError:
            when = str(taken)
    where = f"{latitude:.5f}, {longitude:.5f}" if latitude is not None and longitude is not None else ""
    return when, where
