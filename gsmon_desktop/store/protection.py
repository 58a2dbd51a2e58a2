"""What an owner changes about a workspace's protection while it is open: the passphrase, the recovery key."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import keyfile, records, recovery
from gsmon_desktop.store.clock import Clock, stamp
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.workspace import Workspace


def change_passphrase(ws: Workspace, passphrase: str, *, now: Clock) -> None:
    """Another passphrase for an encrypted workspace, from the next opening on; the data stay as they are.
    The trail tells of it.

    The old one opens copies made before. Raises GsmonError workspace.not_encrypted, passphrase_empty.
    """
    keys = _keys(ws)
    keyfile.write(ws.folder, keyfile.with_passphrase(keyfile.read(ws.folder), keys, passphrase))
    _tell(ws, "passphrase changed", now)


def new_recovery_key(ws: Workspace, *, now: Clock) -> str:
    """Makes a recovery key for an encrypted workspace; one made earlier opens only copies made before.
    The trail tells of it."""
    made = recovery.make()
    keyfile.write(ws.folder, keyfile.with_recovery(keyfile.read(ws.folder), _keys(ws), made))
    _tell(ws, "recovery key made", now)
    return made


def _tell(ws: Workspace, what: str, now: Clock) -> None:
    with ws.transaction() as db:
        records.append(db, None, records.Event(stamp(now()), ws.who, what, 0))


def _keys(ws: Workspace) -> Keys:
    if ws.keys is None:
        raise GsmonError("workspace.not_encrypted", str(ws.folder))
    if ws.read_only:
        raise GsmonError("workspace.read_only", str(ws.folder))
    return ws.keys
