"""`gsmon conflict` and `gsmon board`: edits for a person to choose from, and what came from whom."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from gsmon_desktop.cli.exchange_words import said
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run
from gsmon_desktop.exchange import conflicts
from gsmon_desktop.exchange.board import Line
from gsmon_desktop.exchange.board import board as lines_of
from gsmon_desktop.exchange.comparing import compare
from gsmon_desktop.exchange.conflicts import Side
from gsmon_desktop.store import Workspace, local_now


def _open(run: Run, *, read_only: bool = False) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, read_only=read_only, passphrase=run.passphrase)


@click.group("conflict")
def conflict() -> None:
    """Two edits of one interview: lists, shows and settles them."""


@conflict.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def listing(run: Run, as_json: bool) -> None:
    """Lists the conflicts that wait for a person."""
    with _open(run, read_only=True) as ws:
        found = conflicts.listing(ws)
    for each in found:
        if as_json:
            print(json.dumps(asdict(each), ensure_ascii=False))
        else:
            told = asdict(each) | {"at": each.at[:16].replace("T", " ")}
            print(said("conflict_line", run.language, **told))
    if not found and not as_json:
        print(said("no_conflicts", run.language))


@conflict.command("show")
@click.argument("number", type=int)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show(run: Run, number: int, as_json: bool) -> None:
    """Shows both edits side by side: what they answer differently."""
    with _open(run, read_only=True) as ws:
        if as_json:
            print(json.dumps(_document(ws, number), ensure_ascii=False))
            return
        found = compare(ws, number, run.language, local_now)
    print(said("sides", run.language, number=number))
    for name, side in (("ours", found.ours), ("theirs", found.theirs)):
        print(f"  {said(name, run.language)}: {_edit(side, run.language)}")
    for line in found.lines:
        print(f"{line.label}\n  {said('ours', run.language)}: {line.ours or '-'}")
        print(f"  {said('theirs', run.language)}: {line.theirs or '-'}")
    if not found.lines:
        print(said("same_answers", run.language))


def _document(ws: Workspace, number: int) -> dict[str, Any]:
    ours, theirs = conflicts.sides(ws, number)
    differing = [asdict(each) for each in conflicts.differences(ws, number)]
    return {"ours": asdict(ours), "theirs": asdict(theirs), "differences": differing}


def _edit(side: Side, language: str) -> str:
    """Who made an edit, when, and why."""
    when = (side.finished or "")[:16].replace("T", " ")
    told = [said(side.status, language), side.interviewer, when, f"«{side.reason}»" if side.reason else ""]
    return ", ".join(filter(None, told))


@conflict.command("settle")
@click.argument("number", type=int)
@click.option("--keep", type=click.Choice(conflicts.CHOICES), required=True, help="Which edit stays.")
@click.pass_obj
def settle(run: Run, number: int, keep: str) -> None:
    """Keeps one of the two edits; the trail says who chose which, and the other is not erased."""
    with _open(run) as ws:
        conflicts.settle(ws, number, keep, now=local_now)
    print(said("settled", run.language, number=number))


@click.command("board")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_context
def board(ctx: click.Context, as_json: bool) -> None:
    """What came from each region and device: last package, gaps, set aside, in conflict.

    Exit 1 when something is missing or waits for a decision.
    """
    run: Run = ctx.obj
    with _open(run, read_only=True) as ws:
        lines = lines_of(ws)
    for line in lines if as_json else ():
        print(json.dumps(asdict(line), ensure_ascii=False))
    if not as_json:
        head = said("board_head", run.language).split("|")
        print("\n".join(_columns([head, *map(_row, lines)])) if lines else said("board_empty", run.language))
    open_ = any(line.gaps or line.parts or line.refused or line.conflicts or line.waiting for line in lines)
    ctx.exit(NOT_ALL_RIGHT if open_ else OK)


def _row(line: Line) -> list[str]:
    missing = [*(str(number) for number in line.lost), *line.parts]
    counts = (line.interviews, line.refused, line.conflicts, line.waiting)
    taken = line.taken[:16].replace("T", " ")
    return [
        line.region or "-", line.device[:8], line.person or "-", str(line.last or "-"), taken or "-",
        *map(str, counts), ", ".join(missing) or "-",
    ]  # fmt: skip


def _columns(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(f"{word:<{width}}" for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


COMMANDS: tuple[click.Command, ...] = (conflict, board)
