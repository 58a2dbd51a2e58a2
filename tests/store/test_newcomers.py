"""Interviews put in by hundreds leave the workspace as if each had been put in by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gsmon_desktop.store import Workspace, exchanged, records, recount
from gsmon_desktop.store.exchanged import Content
from gsmon_desktop.store.newcomers import Newcomers
from gsmon_desktop.store.words import words
from tests.store.tools import noon

AT = "2026-07-25T12:00:00.000+05:00"
TABLES = ("interview", "revision", "answer", "score", "fact", "comment", "media", "foreign_event", "tally")
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
"""Anything a database keeps: quotes, backslashes, line ends, zeros, letters beyond the first plane."""
_NAMES = st.dictionaries(st.sampled_from(["info_find", "speed", "staff_polite"]), st.sampled_from("12345"))
_FACTS = st.dictionaries(st.sampled_from(["red_tape", "sex", "phone"]), st.sampled_from(["yes", "no", 'a"b']))
_CELL = st.tuples(st.sampled_from(["75", "71"]), st.sampled_from(["s01", "s02"]))


@st.composite
def _contents(draw: st.DrawFn) -> list[Content]:
    return [
        _content(
            number,
            draw(st.dictionaries(_TEXT, _TEXT, max_size=4)),
            draw(_NAMES),
            draw(_FACTS),
            draw(_CELL),
            draw(st.sampled_from(["complete", "refused"])),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


def _content(
    number: int,
    answers: dict[str, str],
    scores: dict[str, str],
    facts: dict[str, str],
    cell: tuple[str, str],
    outcome: str,
) -> Content:
    instance = f"<data>{number}</data>"
    summary = dict.fromkeys(exchanged.SUMMARY, "") | {
        "outcome": outcome,
        "device": "d2",
        "region": cell[0],
        "service": cell[1],
        "started": AT,
    }
    return Content(
        id=f"i{number}",
        status="finished",
        revision=number + 1,
        hash=hashlib.sha256(instance.encode()).hexdigest(),
        form_id="f",
        form_hash="0" * 64,
        instance_id=f"uuid:{number}",
        instance=instance,
        reason="",
        summary=summary,
        finished=AT,
        seconds=number,
        answers=answers,
        scores=scores if outcome == "complete" else {},
        facts=facts,
        comments=[("/data/a", "text", AT, "who")],
        media=[
            {"name": "a.jpg", "path": "/data/a", "sha256": "1" * 64, "size": 5, "type": "image/jpeg"},
        ],
        events=[("d2", 1, 1, AT, "set", "/data/a", None, "x", "who", 5)],
        history=frozenset(),
    )


def _workspace(folder: Path) -> Workspace:
    ws = Workspace.create(folder, now=noon)
    ws.db.execute("INSERT INTO form VALUES (?, 'f', '1', 'F', '', '', x'', ?)", ["0" * 64, AT])
    return ws


def _one_by_one(ws: Workspace, contents: Iterable[Content]) -> None:
    with ws.transaction() as db:
        for content in contents:
            number = exchanged.put(db, content, None, content.revision, AT)
            exchanged.add_events(db, "d1", ((number, each) for each in content.events))
            records.set_words(db, number, content.answers.values())


def _together(ws: Workspace, contents: list[Content], at_once: int) -> None:
    with ws.transaction() as db:
        newcomers = Newcomers(db, "d1", AT)
        for first in range(0, len(contents), at_once):
            group = contents[first : first + at_once]
            newcomers.expect([each.id for each in group], [each.instance_id for each in group])
            for content in group:
                assert newcomers.new(content)
                newcomers.add(content, words(content.answers.values()))
                assert not newcomers.new(content)
            newcomers.write()
        newcomers.done()


def _all(ws: Workspace) -> dict[str, Any]:
    found: dict[str, Any] = {
        table: sorted(map(tuple, ws.db.execute(f"SELECT * FROM {table}"))) for table in TABLES
    }
    found["tally"] = [row[:5] for row in found["tally"]]  # the order of keys in its texts means nothing
    found["words"] = list(
        map(tuple, ws.db.execute("SELECT rowid, words FROM interview_search ORDER BY rowid"))
    )
    found["schema"] = sorted(map(tuple, ws.db.execute("SELECT type, name, sql FROM sqlite_master")), key=str)
    return found


_ODD = {"": "", "/data/\0a": "\0", '/data/"b\\': 'c"\\\n\t', "/data/\U0001f600": "\U0001f600\u2028é"}


@example(
    contents=[
        _content(0, _ODD, {}, {"sex": 'a"b'}, ("75", "s01"), "complete"),
        _content(1, {}, {"speed": "5"}, {}, ("75", "s01"), "complete"),
    ],
    at_once=2,
    before=0,
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=_contents(), at_once=st.integers(1, 4), before=st.integers(0, 3))
def test_together_is_as_one_by_one(
    tmp_path_factory: Any, contents: list[Content], at_once: int, before: int
) -> None:
    """Every table, the words, the tally and the triggers; whatever was there before."""
    folder = tmp_path_factory.mktemp("newcomers")
    with _workspace(folder / "one") as one, _workspace(folder / "other") as other:
        for ws in (one, other):
            _one_by_one(ws, contents[:before])
        _one_by_one(one, contents[before:])
        _together(other, contents[before:], at_once)
        assert recount.differences(other.db) == 0
        assert _all(one) == _all(other)


def test_what_is_here_is_not_new(tmp_path: Path) -> None:
    """Neither an interview we have nor one with the instance id of another; a deleted one never."""
    known = _content(1, {}, {}, {}, ("75", "s01"), "complete")
    with _workspace(tmp_path / "ws") as ws:
        _one_by_one(ws, [known])
        with ws.transaction() as db:
            newcomers = Newcomers(db, "d1", AT)
            newcomers.expect(["i1", "i2", 5], ["uuid:1", None, "uuid:2"])
            other = _content(2, {}, {}, {}, ("75", "s01"), "complete")
            assert not newcomers.new(known)
            assert newcomers.new(other)
            newcomers.done()
