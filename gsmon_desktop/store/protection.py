"""What an owner changes about a workspace's protection while it is open: the passphrase, the recovery key."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import keyfile, recovery
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.workspace import Workspace


def change_passphrase(ws: Workspace, passphrase: str) -> None:
    """Another passphrase for an encrypted workspace, from the next opening on; the data stay as they are.

    The old one opens copies made before. Raises GsmonError workspace.not_encrypted, passphrase_empty.
    """
    keys = _keys(ws)
    keyfile.write(ws.folder, keyfile.with_passphrase(keyfile.read(ws.folder), keys, passphrase))


def new_recovery_key(ws: Workspace) -> str:
    """Makes a recovery key for an encrypted workspace; one made earlier opens only copies made before."""
    made = recovery.make()
    keyfile.write(ws.folder, keyfile.with_recovery(keyfile.read(ws.folder), _keys(ws), made))
    return made


def _keys(ws: Workspace) -> Keys:
    if ws.keys is None:
        raise GsmonError("workspace.not_encrypted", str(ws.folder))
    if ws.read_only:
        raise GsmonError("workspace.read_only", str(ws.folder))
    return ws.keys
