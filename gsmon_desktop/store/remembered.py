"""The passphrase in the system's own store of secrets, if the owner asks for it: never otherwise.

Windows Credential Manager, macOS Keychain, the Secret Service of Linux desktops, through `keyring`. An entry
is named by the id of the key file, so that a copied folder finds it and another workspace does not.
"""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.store import keyfile

SERVICE = "gsmon"


def is_possible() -> bool:
    """Is there a store of secrets on this system?"""
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def recall(folder: Path) -> str | None:
    """The passphrase kept for the workspace in `folder`; None without one, or without an answer."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, keyfile.read(folder).id) or None
    except KeyringError:
        return None


def keep(folder: Path, passphrase: str) -> bool:
    """Keeps it; False where the system refuses."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, keyfile.read(folder).id, passphrase)
    except KeyringError:
        return False
    return True


def forget(folder: Path) -> None:
    """Takes it out again."""
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(SERVICE, (id_ := keyfile.read(folder).id)):
            keyring.delete_password(SERVICE, id_)
    except KeyringError:
        return
