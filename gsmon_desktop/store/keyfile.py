"""The keys of an encrypted workspace, and the small file that holds them wrapped.

`gsmon.key` (JSON) lies beside the database of an encrypted workspace, and only there: a folder without it is
a plain one. Three secrets are made at random with the workspace and never change until it is decrypted: the
database's key, the age identity of the media, the key of their names. Together they are wrapped once under
the passphrase and once under the recovery key, so that either opens everything and either can be changed
without touching the data:

    {"format": "gsmon-key", "version": 1, "id": UUID,
     "passphrase": {"kdf": "argon2id", "memory": KiB, "iterations": n, "lanes": n,
                    "salt", "nonce", "wrapped"},
     "recovery":   {"kdf": "hkdf-sha256", "salt", "nonce", "wrapped"} or null}

Binary values are base64. Argon2id costs what RFC 9106, section 4, gives as its second choice (64 MiB, 3
passes, 4 lanes); wrapping is ChaCha20-Poly1305 (RFC 8439), bound to the file's format, id and slot; the
recovery key has 160 random bits, so HKDF (RFC 5869) is enough for it.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.store import recovery
from gsmon_desktop.store.connection import KEY_BYTES, known_failures

KEY_FILE = "gsmon.key"
FORMAT, VERSION = "gsmon-key", 1


@dataclass(frozen=True)
class Cost:
    """What one try of a passphrase costs: memory in KiB, passes over it, lanes."""

    memory: int = 65536
    iterations: int = 3
    lanes: int = 4


COST = Cost()
_MOST = Cost(memory=1 << 20, iterations=64, lanes=64)
"""A file that asks for more than this was not written by us."""


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What opens an encrypted workspace: the database's key (32 bytes), the media's age identity, the key
    their names on the disk are made with (32 bytes), and the id of the key file."""

    database: bytes
    media: str
    names: bytes
    id: str


@dataclass(frozen=True)
class KeyFile:
    """The wrapped keys as they lie on the disk: an id and the two slots."""

    id: str
    passphrase: Mapping[str, Any]
    recovery: Mapping[str, Any] | None


# ---------------------------------------------------------------- the file


def is_encrypted(folder: Path) -> bool:
    """Does the workspace in `folder` need a passphrase?"""
    return (folder / KEY_FILE).exists()


def read(folder: Path) -> KeyFile:
    """The key file of a workspace. Raises GsmonError workspace.key_damaged or workspace.key_newer."""
    file = folder / KEY_FILE
    with known_failures(folder):
        content = file.read_bytes()
    try:
        said = json.loads(content)
        if said["format"] != FORMAT or not isinstance(said["version"], int):
            raise ValueError(said["format"])
        if said["version"] > VERSION:
            raise GsmonError("workspace.key_newer", str(file))
        return KeyFile(str(said["id"]), dict(said["passphrase"]), said["recovery"])
    except (ValueError, KeyError, TypeError) as error:
        raise GsmonError("workspace.key_damaged", str(file)) from error


def write(folder: Path, file: KeyFile) -> None:
    """Puts the key file into `folder`, replacing one there in one step."""
    document = {"format": FORMAT, "version": VERSION, **vars(file)}
    with new_file(folder / KEY_FILE, replace=True) as part:
        part.stream.write(json.dumps(document, indent=1).encode())
        part.place()


# ---------------------------------------------------------------- wrapping


def make() -> Keys:
    """New random keys."""
    identity = str(pyrage.x25519.Identity.generate())
    return Keys(secrets.token_bytes(KEY_BYTES), identity, secrets.token_bytes(32), str(uuid.uuid4()))


def wrapped(keys: Keys, passphrase: str, recovery_key: str | None = None) -> KeyFile:
    """The key file of these keys. Raises GsmonError workspace.passphrase_empty, recovery.…"""
    file = KeyFile(keys.id, _passphrase_slot(keys, passphrase), None)
    return file if recovery_key is None else with_recovery(file, keys, recovery_key)


def with_passphrase(file: KeyFile, keys: Keys, passphrase: str) -> KeyFile:
    """The same file under another passphrase; the recovery key stays good."""
    return replace(file, passphrase=_passphrase_slot(keys, passphrase))


def with_recovery(file: KeyFile, keys: Keys, recovery_key: str) -> KeyFile:
    """The same file with another recovery key; an earlier one opens nothing any more."""
    slot = {"kdf": "hkdf-sha256", "salt": _text(secrets.token_bytes(16))}
    return replace(file, recovery=_wrap(keys, "recovery", slot, _from_recovery(slot, recovery_key)))


def unlock(folder: Path, passphrase: str | None) -> Keys | None:
    """The keys of the workspace in `folder`; None for a plain one, whatever was given.

    Takes about a third of a second and 64 MiB. Raises GsmonError workspace.passphrase_needed,
    workspace.passphrase_wrong, workspace.key_damaged, workspace.key_newer.
    """
    if not is_encrypted(folder):
        return None
    if not passphrase:
        raise GsmonError("workspace.passphrase_needed", str(folder))
    file = read(folder)
    found = _unwrap(
        folder, file, "passphrase", file.passphrase, _from_passphrase(file.passphrase, passphrase)
    )
    if found is None:
        raise GsmonError("workspace.passphrase_wrong")
    return found


def unlock_with_recovery(folder: Path, recovery_key: str) -> Keys:
    """The same by the recovery key. Raises GsmonError recovery.mistyped, recovery.none, recovery.wrong."""
    file = read(folder)
    if file.recovery is None:
        raise GsmonError("recovery.none", str(folder))
    found = _unwrap(folder, file, "recovery", file.recovery, _from_recovery(file.recovery, recovery_key))
    if found is None:
        raise GsmonError("recovery.wrong")
    return found


def _passphrase_slot(keys: Keys, passphrase: str) -> dict[str, Any]:
    if not passphrase:
        raise GsmonError("workspace.passphrase_empty")
    slot = {"kdf": "argon2id", **vars(COST), "salt": _text(secrets.token_bytes(16))}
    return _wrap(keys, "passphrase", slot, _from_passphrase(slot, passphrase))


def _from_passphrase(slot: Mapping[str, Any], passphrase: str) -> bytes:
    """NFKC first: the same letters typed on another system are the same passphrase."""
    try:
        cost = Cost(int(slot["memory"]), int(slot["iterations"]), int(slot["lanes"]))
        salt = _bytes(slot["salt"])
        if slot["kdf"] != "argon2id" or any(vars(cost)[name] > most for name, most in vars(_MOST).items()):
            raise ValueError(slot["kdf"])
        kdf = Argon2id(
            salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory
        )
    except (KeyError, TypeError, ValueError) as error:
        raise GsmonError("workspace.key_damaged", KEY_FILE) from error
    return kdf.derive(unicodedata.normalize("NFKC", passphrase).encode())


def _from_recovery(slot: Mapping[str, Any], recovery_key: str) -> bytes:
    try:
        if slot["kdf"] != "hkdf-sha256":
            raise ValueError(slot["kdf"])
        kdf = HKDF(SHA256(), 32, _bytes(slot["salt"]), b"gsmon recovery key")
    except (KeyError, TypeError, ValueError) as error:
        raise GsmonError("workspace.key_damaged", KEY_FILE) from error
    return kdf.derive(recovery.secret(recovery_key))


def _wrap(keys: Keys, name: str, slot: dict[str, Any], key: bytes) -> dict[str, Any]:
    content = {"database": keys.database.hex(), "media": keys.media, "names": keys.names.hex()}
    nonce = secrets.token_bytes(12)
    hidden = ChaCha20Poly1305(key).encrypt(nonce, json.dumps(content).encode(), _bound(keys.id, name))
    return {**slot, "nonce": _text(nonce), "wrapped": _text(hidden)}


def _unwrap(folder: Path, file: KeyFile, name: str, slot: Mapping[str, Any], key: bytes) -> Keys | None:
    """The keys of a slot, None when `key` is not the one it was wrapped with."""
    try:
        nonce, hidden = _bytes(slot["nonce"]), _bytes(slot["wrapped"])
        content = json.loads(ChaCha20Poly1305(key).decrypt(nonce, hidden, _bound(file.id, name)))
        names = bytes.fromhex(content["names"])
        return Keys(bytes.fromhex(content["database"]), content["media"], names, file.id)
    except InvalidTag:
        return None
    except (KeyError, TypeError, ValueError) as error:
        raise GsmonError("workspace.key_damaged", str(folder / KEY_FILE)) from error


def _bound(id_: str, name: str) -> bytes:
    return f"{FORMAT}/{VERSION}/{id_}/{name}".encode()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error
