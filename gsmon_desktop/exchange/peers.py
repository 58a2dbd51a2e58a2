"""The devices this workspace knows: whose packages it takes in, and for whom it encrypts its own."""

from __future__ import annotations

from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.store import Clock, Workspace, records, stamp

SENDER, RECIPIENT, BOTH = "sender", "recipient", "both"
KINDS = (SENDER, RECIPIENT, BOTH)
TRUSTED, REVOKED = "trusted", "revoked"


@dataclass(frozen=True, slots=True)
class Peer:
    """A known device. `sends`: its packages are taken in; `receives`: ours are encrypted to it.

    `sign` is empty for a device of version 0.1.0, whose packages carry no signature.
    """

    device: str
    sign: str
    recipient: str
    state: str
    sends: bool
    receives: bool
    name: str
    since: str

    @property
    def keys(self) -> PublicKeys:
        """Its public keys."""
        return PublicKeys(self.device, self.sign, self.recipient)


def listing(ws: Workspace) -> list[Peer]:
    """Every device ever accepted, those revoked too. Whom nobody has named here is called as the device's
    latest package does."""
    rows = ws.query(
        """SELECT device, sign, recipient, state, sends, receives, since, iif(name <> '', name, coalesce(
            (SELECT person FROM intake WHERE intake.device = peer.device ORDER BY sequence DESC LIMIT 1), ''
        )) AS name FROM peer ORDER BY since, device"""
    )
    return [Peer(**{**row, "sends": bool(row["sends"]), "receives": bool(row["receives"])}) for row in rows]


def find(ws: Workspace, device: str) -> Peer | None:
    """The known device with this id."""
    return next((peer for peer in listing(ws) if peer.device == device), None)


def recipients(ws: Workspace) -> list[Peer]:
    """For whom packages are encrypted."""
    return [peer for peer in listing(ws) if peer.state == TRUSTED and peer.receives and peer.recipient]


def trusted(ws: Workspace, keys: PublicKeys) -> Peer | None:
    """The peer with exactly these keys, if it is trusted."""
    peer = find(ws, keys.device)
    return peer if peer is not None and peer.state == TRUSTED and peer.sign == keys.sign else None


def trust(ws: Workspace, keys: PublicKeys, *, now: Clock, kind: str | None = None, name: str = "") -> Peer:
    """Accepts a device whose fingerprint somebody has compared. The trail says who did.

    `kind`: sender, recipient or both; by itself the central office accepts senders, everybody else both.
    Raises GsmonError exchange.own_keys for the workspace's own, exchange.other_keys where the device is known
    by other keys (it must be revoked first).
    """
    if keys.device == ws.settings["device"]:
        raise GsmonError("exchange.own_keys")
    known = find(ws, keys.device)
    if known is not None and known.state == TRUSTED and known.sign and known.keys != keys:
        raise GsmonError("exchange.other_keys", device=keys.device)
    kind = kind or _usual(ws)
    at = stamp(now())
    with ws.transaction() as db:
        db.execute(
            """INSERT INTO peer (device, sign, recipient, state, sends, receives, name, since)
            VALUES (?, ?, ?, 'trusted', ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET
            sign = excluded.sign, recipient = excluded.recipient, state = 'trusted', sends = excluded.sends,
            receives = excluded.receives, name = iif(excluded.name = '', name, excluded.name),
            since = excluded.since""",
            [keys.device, keys.sign, keys.recipient, kind != RECIPIENT, kind != SENDER, name, at],
        )
        records.append(db, None, records.Event(at, ws.who, "device trusted", 0, new=_said(keys)))
    return next(peer for peer in listing(ws) if peer.device == keys.device)


def trust_unsigned(ws: Workspace, device: str, *, now: Clock) -> Peer:
    """Accepts a device of version 0.1.0, whose packages are not signed: whoever brings one is believed."""
    return trust(ws, PublicKeys(device, "", ""), now=now, kind=SENDER)


def revoke(ws: Workspace, device: str, *, now: Clock) -> None:
    """Takes nothing more from this device and encrypts nothing more to it.

    Raises GsmonError exchange.unknown_device.
    """
    if find(ws, device) is None:
        raise GsmonError("exchange.unknown_device", device=device)
    at = stamp(now())
    with ws.transaction() as db:
        db.execute("UPDATE peer SET state = 'revoked', since = ? WHERE device = ?", [at, device])
        records.append(db, None, records.Event(at, ws.who, "device revoked", 0, new=device))


def _usual(ws: Workspace) -> str:
    return SENDER if ws.settings.get("role") == "hq" else BOTH


def _said(keys: PublicKeys) -> str:
    return f"{keys.device} {keys.fingerprint}" if keys.sign else f"{keys.device} -"
