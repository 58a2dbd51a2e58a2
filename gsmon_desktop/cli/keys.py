"""`gsmon keys`: this workspace's public keys, and the devices it trusts."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gsmon_desktop import exchange
from gsmon_desktop.cli.exchange_words import said
from gsmon_desktop.cli.main import Run
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import aside, peers
from gsmon_desktop.exchange import keys as own_keys
from gsmon_desktop.store import Workspace, local_now


@click.group("keys")
def keys() -> None:
    """This workspace's public keys, and the devices it trusts."""


def _open(run: Run) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase)


@keys.command("show")
@click.option("--json", "as_json", is_flag=True, help="The file others trust.")
@click.pass_obj
def show(run: Run, as_json: bool) -> None:
    """Shows this workspace's public keys and their fingerprint; makes them the first time.

    `gsmon keys show --json > keys.json` is the file that `gsmon keys trust` reads on the other side.
    """
    known = _known(run)
    if known is None:
        with _open(run) as ws:
            known = own_keys.identity(ws, now=local_now)
    own = known.public
    if as_json:
        print(json.dumps(own.document(), ensure_ascii=False))
    else:
        print(said("own", run.language, device=own.device, fingerprint=own.fingerprint))


def _known(run: Run) -> own_keys.Identity | None:
    """The keys there are, also of a workspace that is open elsewhere or may not be written."""
    try:
        with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws:
            return own_keys.known_identity(ws)
    except GsmonError as error:
        if error.code != "workspace.older":
            raise
        return None  # it is brought up to date where it may be written


@keys.command("trust")
@click.argument("what", metavar="FILE")
@click.option("--as", "kind", type=click.Choice(peers.KINDS), help="What it is trusted for.")
@click.option("--name", default="", help="What people call it.")
@click.option("--unsigned", is_flag=True, help="A device of version 0.1.0, by its id.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def trust(run: Run, what: str, kind: str | None, name: str, unsigned: bool, as_json: bool) -> None:
    """Accepts the device whose keys are in FILE, or the one with this id whose packages were set aside.

    Compare its fingerprint over the telephone first. A sender's packages are taken in; packages are encrypted
    to a recipient; without --as the central office accepts senders, everybody else both. What was set aside
    from it is taken in at once.
    """
    with _open(run) as ws:
        if unsigned:
            peer = peers.trust_unsigned(ws, what, now=local_now)
        else:
            peer = peers.trust(ws, _keys(ws, what), now=local_now, kind=kind, name=name)
        taken = exchange.retry(ws, now=local_now)
    words = peer.keys.fingerprint if peer.sign else "-"
    if as_json:
        print(
            json.dumps(
                {**peer.keys.document(), "as": _kind(peer), "accepted": taken.accepted}, ensure_ascii=False
            )
        )
        return
    kind_said = said(_kind(peer), run.language)
    print(said("trusted", run.language, device=peer.device, kind=kind_said, fingerprint=words))
    if taken != exchange.intake.NOTHING:
        counts = {each: getattr(taken, each) for each in ("accepted", "replaced", "ignored", "conflicts")}
        print(said("taken", run.language, **counts))


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def listing(run: Run, as_json: bool) -> None:
    """Lists the devices known here, and those whose packages wait for somebody to accept them."""
    with _open(run) as ws:
        known, waiting = peers.listing(ws), aside.strangers(ws)
    if as_json:
        for peer in known:
            print(
                json.dumps(
                    {**peer.keys.document(), "state": peer.state, "as": _kind(peer), "name": peer.name}
                )
            )
        for each in waiting:
            print(json.dumps({**each.document(), "state": "waiting"}, ensure_ascii=False))
        return
    for peer in known:
        words = peer.keys.fingerprint if peer.sign else "-"
        state = said(_kind(peer) if peer.state == peers.TRUSTED else "no_trust", run.language)
        print(" · ".join(filter(None, (peer.device, peer.name, state, words))))
    for each in waiting:
        print(said("waits", run.language, device=each.device, fingerprint=each.fingerprint))
    if not known and not waiting:
        print(said("no_peers", run.language))


@keys.command("revoke")
@click.argument("device")
@click.pass_obj
def revoke(run: Run, device: str) -> None:
    """Takes nothing more from DEVICE and encrypts nothing more to it."""
    with _open(run) as ws:
        peers.revoke(ws, device, now=local_now)
    print(said("revoked", run.language, device=device))


def _keys(ws: Workspace, what: str) -> own_keys.PublicKeys:
    """Of a file, or of a device known from what was set aside or from before."""
    if not Path(what).exists():
        known = {each.device: each for each in aside.strangers(ws)}
        known |= {peer.device: peer.keys for peer in peers.listing(ws) if peer.sign}
        if what in known:
            return known[what]
        if not any(char in what for char in "./\\"):
            raise GsmonError("exchange.unknown_device", device=what)
    return own_keys.read_file(Path(what))


def _kind(peer: peers.Peer) -> str:
    if peer.sends and peer.receives:
        return peers.BOTH
    return peers.SENDER if peer.sends else peers.RECIPIENT


COMMANDS: tuple[click.Command, ...] = (keys,)
