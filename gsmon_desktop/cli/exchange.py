"""`gsmon export`, `import`, `sync`: packages out, packages in, both ways with a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from gsmon_desktop import exchange
from gsmon_desktop.cli.exchange_words import said
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.errors import sentence
from gsmon_desktop.exchange import Exported, Held, Received, peers
from gsmon_desktop.store import Workspace, local_now

_SIZE = click.IntRange(min=20_000)


def _open(run: Run) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase)


@click.command("export")
@click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder of the packages."
)
@click.option("--max-size", type=_SIZE, metavar="BYTES", help="Cuts the batch into parts of at most this.")
@click.option("--resend", is_flag=True, help="Also everything that nobody has acknowledged yet.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def export(ctx: click.Context, to: Path, max_size: int | None, resend: bool, as_json: bool) -> None:
    """Puts all finished interviews that are in no package yet into new ones in DIR.

    They are signed, and encrypted to every device trusted to receive them (gsmon keys). Exit 1 when an
    interview had to be left out because a file of it is gone or damaged, or it is larger than BYTES.
    """
    run: Run = ctx.obj
    with _open(run) as ws, bar() as progress:
        made = exchange.export(ws, to, now=local_now, max_size=max_size, resend=resend, progress=progress)
        encrypted = bool(peers.recipients(ws))
    if as_json:
        print(json.dumps(_exported(made), ensure_ascii=False))
    else:
        _say_exported(made, run.language)
        if made.packages and not encrypted:
            print(said("plain", run.language))
    ctx.exit(NOT_ALL_RIGHT if made.held else OK)


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_(ctx: click.Context, paths: Sequence[Path], as_json: bool) -> None:
    """Takes in packages and receipts: files, or whole folders of them.

    Receipts are written beside what was taken in, into receipts/<device>/. Exit 1 when something was set
    aside, which is said one by one; exit 2 when a single file cannot be read.
    """
    run: Run = ctx.obj
    with _open(run) as ws, bar() as progress:
        tell = None if progress is None else lambda _path, done, total: progress(done, total)
        received = exchange.receive(ws, paths, now=local_now, progress=tell)
    if as_json:
        print(json.dumps(_received(received, run.language), ensure_ascii=False))
    else:
        _say_received(received, run.language)
    ctx.exit(NOT_ALL_RIGHT if received.taken.quarantined else OK)


@click.command("sync")
@click.argument("target", metavar="TARGET")
@click.option("--max-size", type=_SIZE, metavar="BYTES", help="Cuts packages into parts no larger than this.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def sync(ctx: click.Context, target: str, max_size: int | None, as_json: bool) -> None:
    """Both ways with TARGET, a folder on a stick, a network share or a cloud drive.

    Takes in receipts and settings, sends what waits and what was not acknowledged; supervisors and the
    central office also take in everybody's packages and write receipts. Exit 1 when something was held back
    or set aside, or when the other side refused an interview that was not corrected since.
    """
    run: Run = ctx.obj
    where = exchange.target(target)
    with _open(run) as ws, bar() as progress:
        done = exchange.sync(ws, where, now=local_now, max_size=max_size, progress=progress)
        encrypted, refused = bool(peers.recipients(ws)), exchange.refused(ws)
    exported = Exported(done.packages, done.interviews, done.media, done.held)
    if as_json:
        document = _exported(exported) | _received(done.received, run.language)
        if refused:
            document["refused"] = [{"interview": each.id, "why": each.why} for each in refused]
        print(json.dumps(document, ensure_ascii=False))
    else:
        _say_exported(exported, run.language)
        if exported.packages and not encrypted:
            print(said("plain", run.language))
        _say_received(done.received, run.language)
        for each in refused:
            print(sentence(each.sentence(), run.language))
    ctx.exit(NOT_ALL_RIGHT if refused or done.held or done.received.taken.quarantined else OK)


def _exported(made: Exported) -> dict[str, Any]:
    document: dict[str, Any] = {
        "packages": [str(path) for path in made.packages],
        "interviews": made.interviews,
        "media": made.media,
    }
    if made.held:
        document["held"] = [vars(each) for each in made.held]
    return document


def _received(received: Received, language: str) -> dict[str, Any]:
    taken = received.taken
    return {
        "accepted": taken.accepted,
        "replaced": taken.replaced,
        "ignored": taken.ignored,
        "conflicts": taken.conflicts,
        "quarantined": [
            {"package": each.package, "record": each.record, "why": sentence(each.why, language)}
            for each in taken.quarantined
        ],
        "receipts": [str(path) for path in _receipts(received)],
    }


def _receipts(received: Received) -> list[Path]:
    """Those written for others, and those that answered us."""
    return [*received.receipts, *(answer.path for answer in received.answers)]


def _say_exported(made: Exported, language: str) -> None:
    for path in made.packages:
        print(said("package", language, path=path))
    if made.packages:
        print(said("made", language, interviews=made.interviews, media=made.media))
    for each in made.held:
        print(_held(each, language))
    if not made.packages and not made.held:
        print(said("nothing", language))


def _held(each: Held, language: str) -> str:
    if each.why == "size":
        return said("large", language, interview=each.interview)
    return said("held", language, interview=each.interview, why=each.why)


def _say_received(received: Received, language: str) -> None:
    taken = received.taken
    print(said("taken", language, **_counts(taken)))
    for each in taken.quarantined:
        print(sentence(each.why, language))
    for path in received.receipts:
        print(said("receipt", language, path=path))
    for answer in received.answers:
        print(said("answer", language, **{name: getattr(answer, name) for name in _ANSWER}))
    if taken.conflicts:
        print(said("settle", language))


_ANSWER: Iterable[str] = ("sequence", "accepted", "refused", "conflicts")


def _counts(taken: exchange.intake.Taken) -> dict[str, int]:
    return {name: getattr(taken, name) for name in ("accepted", "replaced", "ignored", "conflicts")}


COMMANDS: tuple[click.Command, ...] = (export, import_, sync)
