"""The board says what came from whom and what did not; parts of a batch are packages of their own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gsmon_desktop.exchange import export, keys, receive, verify
from gsmon_desktop.exchange.board import board
from gsmon_desktop.interviewing import delete, reopen
from gsmon_desktop.store import Workspace, interviews
from gsmon_desktop.store.restoring import new_device
from tests.exchange.test_intake import send, stock
from tests.exchange.tools import acquaint, finish_again, give, give_with_photo
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


def test_a_package_made_anew_is_not_waited_for(ws: Workspace, hq: Workspace, out: Path) -> None:
    """Its copy was lost before it was given: the next package says that all of it came another way."""
    give(ws)
    first = send(ws, out)
    give(ws)
    lost = send(ws, out)
    give(ws)
    (ws.folder / "outbox" / lost.name).write_bytes(b"")
    (anew,) = export(ws, out, now=noon, resend=True).packages[-1:]
    ages = keys.identity(hq, now=noon).ages
    assert verify(anew, ages).withdrawn == (2,)
    receive(hq, [first, anew], now=noon)
    assert (board(hq)[0].last, board(hq)[0].gaps) == (3, ())
    assert stock(hq) == stock(ws)


def test_one_that_was_withdrawn_and_comes_after_all(ws: Workspace, hq: Workspace, out: Path) -> None:
    one, other = give(ws), give(ws)
    late = send(ws, out)
    there = late.read_bytes()
    (ws.folder / "outbox" / late.name).unlink()
    (anew,) = (each for each in export(ws, out, now=noon, resend=True).packages if each != late)
    receive(hq, [anew], now=noon)
    assert board(hq)[0].gaps == ()
    late.write_bytes(there)
    came = receive(hq, [late], now=noon)
    assert (came.taken.accepted, came.taken.ignored, came.taken.quarantined) == (0, 2, ())
    assert {row.id for row in interviews.list(hq)} == {one, other}
    assert (board(hq)[0].packages, board(hq)[0].gaps) == (2, ())


def test_what_is_only_partly_in_later_packages_is_waited_for(ws: Workspace, hq: Workspace, out: Path) -> None:
    """Corrected and deleted interviews travel in later packages; a number is missing until all have."""
    corrected, deleted = give(ws), give(ws)
    send(ws, out)
    reopen(ws, corrected, "опечатка", now=noon)
    finish_again(ws, corrected, "/data/staff", "2")
    second = send(ws, out)
    receive(hq, [second], now=noon)
    assert board(hq)[0].gaps == (1,)
    delete(ws, deleted, "по ошибке", now=noon)
    receive(hq, [send(ws, out)], now=noon)
    assert board(hq)[0].gaps == ()


def test_a_workspace_brought_back_numbers_on(ws: Workspace, hq: Workspace, out: Path) -> None:
    """It is another device: nobody waits for the numbers it used as the first one."""
    give(ws)
    receive(hq, [send(ws, out)], now=noon)
    new_device(ws, "restored", now=noon)
    acquaint(ws, hq)
    give(ws)
    receive(hq, [send(ws, out)], now=noon)
    assert {(line.last, line.gaps) for line in board(hq)} == {(1, ()), (2, ())}


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
    assert (board(hq)[0].gaps, board(hq)[0].lost) == ((1,), ())  # named once
    receive(hq, [parts[0]], now=noon)
    assert board(hq)[0].parts == ()
    assert stock(hq) == stock(ws)


def test_a_part_made_anew_is_not_missing(ws: Workspace, hq: Workspace, parts: list[Path], out: Path) -> None:
    (ws.folder / "outbox" / parts[1].name).unlink()
    parts[1].unlink()
    export(ws, out, now=noon, resend=True)
    receive(hq, [out], now=noon)
    assert (board(hq)[0].gaps, board(hq)[0].parts) == ((), ())
    assert stock(hq) == stock(ws)


def test_a_part_that_was_never_made_is_not_missing(
    ws: Workspace, hq: Workspace, out: Path, tmp_path: Path
) -> None:
    """Its only interview is held back, since its photo is gone."""
    give(ws)
    held = give_with_photo(ws, tmp_path, bare_photo(7, 900))
    give_with_photo(ws, tmp_path, bare_photo(8, 900))
    ws.vault.file_of(hashlib.sha256(bare_photo(7, 900)).hexdigest()).unlink()
    made = export(ws, out, now=noon, max_size=1_000_000)
    assert [each.interview for each in made.held] == [held]
    receive(hq, list(made.packages), now=noon)
    assert (board(hq)[0].gaps, board(hq)[0].parts) == ((), ())


def test_an_interview_larger_than_a_part_is_named(
    ws: Workspace, hq: Workspace, out: Path, tmp_path: Path
) -> None:
    small, large = give(ws), give_with_photo(ws, tmp_path, bare_photo(5, 1600))
    made = export(ws, out, now=noon, max_size=100_000)
    assert [(each.interview, each.why) for each in made.held] == [(large, "size")]
    receive(hq, list(made.packages), now=noon)
    assert [row.id for row in interviews.list(hq)] == [small]
    assert export(ws, out, now=noon).interviews == 1
