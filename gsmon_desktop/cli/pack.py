"""`gsmon pack`: settings from the central office for every device."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from gsmon_desktop.cli.exchange_words import said
from gsmon_desktop.cli.main import Run
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys, packs, peers
from gsmon_desktop.store import Workspace, local_now


@click.group("pack")
def pack() -> None:
    """Settings from the central office for every device: makes, installs and shows packs."""


def _open(run: Run) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase)


@pack.command("make")
@click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder of the pack."
)
@click.option(
    "--interviewers", metavar="FILE", type=click.Path(path_type=Path), help="Their names, one a line."
)
@click.option(
    "--recipient", "recipients", metavar="FILE", multiple=True, type=click.Path(path_type=Path),
    help="Keys of somebody else packages are encrypted to.",
)  # fmt: skip
@click.pass_obj
def make(run: Run, to: Path, interviewers: Path | None, recipients: tuple[Path, ...]) -> None:
    """Makes the next pack from this workspace's forms, catalogue, edition, rules and keys.

    It lies in DIR, and every `gsmon sync` puts it where the devices find it.
    """
    names = [] if interviewers is None else _names(interviewers)
    with _open(run) as ws:
        others = [keys.read_file(path) for path in recipients]
        made = packs.make(ws, to, now=local_now, interviewers=names, recipients=others)
    print(said("pack_made", run.language, number=int(made.stem.rsplit("-", 1)[1]), path=made))


@pack.command("install")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--trust", is_flag=True, help="The words of its signer were compared.")
@click.pass_obj
def install(run: Run, file: Path, trust: bool) -> None:
    """Installs a pack: forms, catalogue, edition, rules, and whom packages are encrypted to."""
    with _open(run) as ws:
        if packs.install(ws, file, now=local_now, trust=trust) is None:
            print(said("pack_old", run.language))
        else:
            print(_installed(ws, run.language))


@pack.command("show")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show(run: Run, as_json: bool) -> None:
    """Shows the pack in force; where packs are made, the latest made here."""
    with _open(run) as ws:
        found = packs.made_here(ws) or packs.current(ws)
    if as_json:
        print(json.dumps(None if found is None else _brief(found), ensure_ascii=False))
    elif found is None:
        print(said("no_pack", run.language))
    else:
        heads = said("pack_head", run.language).split("|")
        width = max(map(len, heads)) + 2
        for head, value in zip(heads, _brief(found).values(), strict=True):
            print(f"{head:<{width}}{_plain(value)}")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = [f"{name} {each}" for name, each in value.items()]
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value)) or "-"


def install_first(ws: Workspace, file: Path, language: str) -> str:
    """Sets a new workspace up by a pack; what to tell people."""
    packs.install(ws, file, now=local_now, trust=True)
    return _installed(ws, language)


def _installed(ws: Workspace, language: str) -> str:
    found = packs.current(ws)
    peer = None if found is None else peers.find(ws, found.device)
    if found is None or peer is None:
        return said("no_pack", language)
    return said("pack_in", language, number=found.number, fingerprint=peer.keys.fingerprint)


def _brief(found: packs.Pack) -> dict[str, Any]:
    return {
        "pack": found.number,
        "device": found.device,
        "made": found.made,
        "forms": [f"{form['form_id']} {form['version']}" for form in found.document["forms"]],
        "recipients": [each["device"] for each in found.document["recipients"]],
        "interviewers": found.interviewers,
        "rules": found.document["rules"],
    }


def _names(file: Path) -> list[str]:
    try:
        return [name.strip() for name in file.read_text(encoding="utf-8-sig").splitlines() if name.strip()]
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(file), reason=error) from error
    except UnicodeDecodeError as error:
        raise GsmonError("exchange.not_utf8", str(file)) from error


COMMANDS: tuple[click.Command, ...] = (pack,)
