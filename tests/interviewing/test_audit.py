"""The audit trail as ODK's audit.csv, read back by a reader of CSV that knows nothing of us."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import audit_csv, delete, reopen, resume, start, write_audit
from gsmon_desktop.store import Sitting, Workspace, interviews
from gsmon_desktop.store.trail import broken
from tests.interviewing.tools import PAPER
from tests.media.tools import bare_photo
from tests.store.tools import NOON, noon


class _Steady:
    """A monotonic clock that goes on a second and a half a reading."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        self.at += 1.5
        return self.at


def _lived(ws: Workspace, tmp_path: Path) -> str:
    """An interview with everything that can happen to one."""
    draft = start(ws, "visit", now=noon)
    draft._sitting = Sitting(noon, _Steady())
    for path, value in PAPER.items():
        draft.answer(path, value)
    draft.answer("/data/town", 'Ақсу, "жаңа"\nкөше')
    draft.comment("/data/town", "со слов")
    draft.set_language("kk")
    draft.add("/data/visit")
    draft.answer("/data/visit[2]/what", "справка")
    draft.undo()
    draft.remove("/data/visit", 2)
    draft.pause()
    again = resume(ws, draft.id, now=noon)
    (tmp_path / "фото.jpg").write_bytes(bare_photo())
    again.attach("/data/photo", tmp_path / "фото.jpg")
    again.finish()
    exchange.export(ws, tmp_path, now=noon)
    reopen(ws, draft.id, "возраст", now=noon)
    delete(ws, draft.id, "дубль", now=noon)
    return draft.id


def test_every_event_in_its_place_and_in_collects_words(ws: Workspace, tmp_path: Path) -> None:
    id_ = _lived(ws, tmp_path)
    target = write_audit(ws, id_, tmp_path / "audit.csv")
    with target.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert list(lines[0]) == [
        "event", "node", "start", "end", "old-value", "new-value", "user", "change-reason",
    ]  # fmt: skip
    assert [line["event"] for line in lines] == [
        "form start", *["question"] * 9, "commented", "language changed", "add repeat", "question",
        "question", "delete repeat", "form exit", "form resume", "question", "form finalize", "exported",
        "change reason", "deleted",
    ]  # fmt: skip
    assert {line["user"] for line in lines} == {"Айгүл"}
    assert lines[-2]["change-reason"] == "возраст"
    assert lines[-1]["change-reason"] == "дубль"


def test_values_times_and_places(ws: Workspace, tmp_path: Path) -> None:
    text = audit_csv(ws, _lived(ws, tmp_path))
    lines = list(csv.DictReader(text.splitlines(keepends=True)))
    (town,) = [line for line in lines if line["new-value"].startswith("Ақсу")]
    assert town["node"] == "/data/town"
    assert (town["old-value"], town["new-value"]) == ("Семёновка", 'Ақсу, "жаңа"\nкөше')
    assert int(town["end"]) - int(town["start"]) == 3000
    assert int(lines[0]["start"]) == round(NOON.timestamp() * 1000)
    assert lines[0]["end"] == ""
    assert "/data/visit[2]/what" in {line["node"] for line in lines}
    assert "\r" not in text
    with pytest.raises(GsmonError) as caught:
        audit_csv(ws, "нет")
    assert caught.value.code == "interview.unknown"


def test_a_clock_set_back_a_year_changes_neither_order_nor_durations(ws: Workspace, tmp_path: Path) -> None:
    wall = [NOON]
    draft = start(ws, "visit", now=lambda: wall[0])
    draft._sitting = Sitting(lambda: wall[0], _Steady())
    draft.answer("/data/town", "Ақсу")
    wall[0] = NOON - timedelta(days=365)
    for path, value in PAPER.items():
        draft.answer(path, value)
    draft.finish()
    events = interviews.events(ws, draft.number)
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)
    assert all(event["ms"] == 3000 for event in events[1:])
    assert interviews.get(ws, draft.id).seconds == 3 * (len(events) - 1)
    reopen(ws, draft.id, "часы", now=lambda: wall[0])  # a sitting of its own, a year earlier
    last_year = resume(ws, draft.id, now=lambda: wall[0])
    last_year.answer("/data/town", "Арқа")
    assert [event["action"] for event in interviews.events(ws, draft.number)][-3:] == [
        "reopened", "resumed", "answered",
    ]  # fmt: skip
    assert list(broken(ws.db)) == []
