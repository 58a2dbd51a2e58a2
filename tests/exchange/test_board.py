"""The board says what came from whom and what did not; parts of a batch are packages of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.exchange import export, keys, receive, verify
from gsmon_desktop.exchange.board import board
from gsmon_desktop.store import Workspace, interviews
from tests.exchange.test_intake import send, stock
from tests.exchange.tools import give, give_with_photo
from tests.media.tools import bare_photo
from tests.store.tools import noon


def test_gaps_are_named(ws: Workspace, hq: Workspace, out: Path) -> None:
    sent = []
    for _ in range(4):
        give(ws)
        sent.append(send(ws, out))
    receive(hq, [sent[0], sent[3]], now=noon)
    (line,) = board(hq)
    assert (line.device, line.person) == (ws.settings["device"], "Айгүл")
    assert (line.last, line.packages, line.interviews, line.gaps) == (4, 2, 2, (2, 3))
    receive(hq, [out], now=noon)
    assert board(hq)[0].gaps == ()


def test_a_stranger_is_on_the_board(ws: Workspace, out: Path, tmp_path: Path) -> None:
    give(ws)
    package = send(ws, out)
    with Workspace.create(tmp_path / "o", now=noon, role="hq") as office:
        receive(office, [package], now=noon)
        (line,) = board(office)
        assert (line.device, line.waiting, line.interviews) == (ws.settings["device"], 1, 0)


@pytest.fixture
def parts(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> list[Path]:
    """A batch of twelve interviews, six with photos, cut into parts of a hundred kilobytes."""
    for number in range(6):
        give(ws)
        give_with_photo(ws, tmp_path, bare_photo(number + 10, 200))
    del hq
    return list(export(ws, out, now=noon, max_size=100_000).packages)


def test_parts_fit_and_come_in_any_order(ws: Workspace, hq: Workspace, parts: list[Path]) -> None:
    assert len(parts) > 2
    assert max(part.stat().st_size for part in parts) <= 100_000
    ages = keys.identity(hq, now=noon).ages
    manifests = [verify(part, ages) for part in parts]
    assert [(each.part, each.parts) for each in manifests] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    assert len({each.batch for each in manifests}) == 1
    for part in reversed(parts[1:]):
        receive(hq, [part], now=noon)
    assert board(hq)[0].parts == (f"1/{len(parts)} (1)",)
    receive(hq, [parts[0]], now=noon)
    assert board(hq)[0].parts == ()
    assert stock(hq) == stock(ws)


def test_an_interview_larger_than_a_part_is_named(
    ws: Workspace, hq: Workspace, out: Path, tmp_path: Path
) -> None:
    small, large = give(ws), give_with_photo(ws, tmp_path, bare_photo(5, 1600))
    made = export(ws, out, now=noon, max_size=100_000)
    assert [(each.interview, each.why) for each in made.held] == [(large, "size")]
    receive(hq, list(made.packages), now=noon)
    assert [row.id for row in interviews.list(hq)] == [small]
    assert export(ws, out, now=noon).interviews == 1
