"""A workspace brought back from a copy: what nobody acknowledged goes again, and nothing is doubled."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.exchange import export, sync, target
from gsmon_desktop.exchange.receiving import receive
from gsmon_desktop.store import Workspace, backup
from gsmon_desktop.store.restoring import restore
from tests.exchange.test_intake import stock
from tests.exchange.tools import acquaint, give_all
from tests.store.tools import noon


def brought_back(ws: Workspace, folder: Path) -> tuple[Workspace, int]:
    """The workspace from a copy made now, and how many of its interviews nobody has acknowledged."""
    copy = backup.copy_workspace(ws, folder, now=noon).folder
    made = restore(copy, folder / "back", now=noon)
    return Workspace.open(made.folder, now=noon), made.unanswered


def test_what_nobody_acknowledged_is_told_and_goes_again(
    ws: Workspace, hq: Workspace, out: Path, tmp_path: Path
) -> None:
    given = give_all(ws, tmp_path)
    export(ws, out, now=noon)
    back, unanswered = brought_back(ws, tmp_path)
    with back:
        assert unanswered == len(given)
        again = tmp_path / "again"
        again.mkdir()
        assert export(back, again, now=noon).packages == ()
        (package,) = export(back, again, now=noon, resend=True).packages
        acquaint(back, hq)
        assert receive(hq, [out], now=noon).taken.accepted == len(given)
        taken = receive(hq, [package], now=noon).taken
        assert (taken.accepted, taken.ignored, taken.conflicts) == (0, len(given), 0)
        assert stock(hq) == stock(ws)


def test_acknowledged_work_asks_for_nothing(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    for each in (ws, hq, ws):
        sync(each, target(str(out)), now=noon)
    back, unanswered = brought_back(ws, tmp_path)
    with back:
        assert unanswered == 0
        assert export(back, out, now=noon, resend=True).packages == ()


def test_a_supervisors_own_package_for_hq_is_no_trouble_after_a_return(
    ws: Workspace, hq: Workspace, out: Path, tmp_path: Path
) -> None:
    with ws.transaction():
        ws.settings["role"] = "supervisor"
    give_all(ws, tmp_path)
    sync(ws, target(str(out)), now=noon)
    back, _ = brought_back(ws, tmp_path)
    with back:
        came = sync(back, target(str(out)), now=noon)
        assert came.received.taken.quarantined == ()
        assert len(came.packages) == 1
