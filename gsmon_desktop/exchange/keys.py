"""Who a computer is to the others: its keys, their fingerprint in words, and whom it trusts.

A workspace has an Ed25519 key it signs with and an age identity others encrypt to; both lie in its database,
so they are as secret as the answers. The public half is a small JSON document; people compare its fingerprint
over the telephone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.paths import read_resource
from gsmon_desktop.store import Clock, Workspace, stamp

LIMIT = 64 * 1024
"""Bytes of a file of keys; ours have some 400."""
WORDS = 8
"""Of 256 each: 64 bits, which nobody finds a second pair of keys for."""
_DEVICE = re.compile(r"[0-9A-Za-z-]{1,64}")
_SIGN = re.compile(r"[0-9a-f]{64}")
_RECIPIENT = re.compile(r"age1[a-z0-9]{20,100}")


@dataclass(frozen=True)
class PublicKeys:
    """A device and its two public keys: Ed25519 in hex, and an age recipient."""

    device: str
    sign: str
    recipient: str

    @property
    def fingerprint(self) -> str:
        """Eight words that stand for these keys and this device."""
        return fingerprint(self)

    def document(self) -> dict[str, str]:
        """What `gsmon keys show --json` prints and `gsmon keys trust` reads."""
        return {
            "device": self.device,
            "fingerprint": self.fingerprint,
            "sign": self.sign,
            "recipient": self.recipient,
        }

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether this device signed the message."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.sign)).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, repr=False)
class Identity:
    """This workspace's own keys. `ages` opens what was encrypted to it, the current identity first."""

    public: PublicKeys
    private: bytes
    ages: tuple[str, ...]

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.private).sign(message)


@cache
def _words() -> tuple[str, ...]:
    return tuple(read_resource("exchange/words.txt").split())


def fingerprint(keys: PublicKeys) -> str:
    """Words by the first bytes of the SHA-256 of device, signing key and recipient."""
    said = "\n".join(("gsmon keys 1", keys.device, keys.sign, keys.recipient))
    digest = hashlib.sha256(said.encode()).digest()
    return " ".join(_words()[byte] for byte in digest[:WORDS])


def identity(ws: Workspace, *, now: Clock) -> Identity:
    """The workspace's own keys, made when first asked for.

    A workspace brought back from a copy is another device and gets keys of its own; it still opens what was
    encrypted to the keys it had. Raises GsmonError workspace.read_only where keys would have to be made.
    """
    found = known_identity(ws)
    if found is None:
        _make(ws, stamp(now()))
        return identity(ws, now=now)
    return found


def known_identity(ws: Workspace) -> Identity | None:
    """The workspace's own keys, if it has them already."""
    rows = ws.query("SELECT device, sign, age FROM identity ORDER BY made DESC, rowid DESC")
    own = next((row for row in rows if row["device"] == ws.settings["device"]), None)
    if own is None:
        return None
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    sign = Ed25519PrivateKey.from_private_bytes(own["sign"]).public_key().public_bytes_raw().hex()
    recipient = str(pyrage.x25519.Identity.from_str(own["age"]).to_public())
    others = tuple(row["age"] for row in rows if row is not own)
    return Identity(PublicKeys(own["device"], sign, recipient), own["sign"], (own["age"], *others))


def opening(ws: Workspace) -> tuple[str, ...]:
    """What opens packages here: the workspace's identities, and its media's key, to which those in quarantine
    were sealed when the workspace was encrypted."""
    own = known_identity(ws)
    return (*(own.ages if own else ()), *([ws.keys.media] if ws.keys else []))


def _make(ws: Workspace, at: str) -> None:
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    sign = Ed25519PrivateKey.generate().private_bytes_raw()
    age = str(pyrage.x25519.Identity.generate())
    with ws.transaction() as db:
        db.execute("INSERT INTO identity VALUES (?, ?, ?, ?)", [ws.settings["device"], sign, age, at])


def read(text: str | bytes, place: str) -> PublicKeys:
    """Reads a document of keys, from a file or pasted. Raises GsmonError exchange.keys_wrong."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GsmonError("exchange.keys_wrong", place) from error
    keys = parse(document) if isinstance(document, dict) else None
    if keys is None or document.get("fingerprint", keys.fingerprint) != keys.fingerprint:
        raise GsmonError("exchange.keys_wrong", place)
    return keys


def read_file(path: Path) -> PublicKeys:
    """The same from a file. Raises GsmonError exchange.unreadable or exchange.keys_wrong."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(path), reason=error) from error
    if len(content) > LIMIT:
        raise GsmonError("exchange.keys_wrong", str(path))
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):  # what Windows' own shell makes of ">"
        content = content.decode("utf-16", errors="replace").encode()
    return read(content.removeprefix(b"\xef\xbb\xbf"), str(path))


def parse(document: Mapping[str, Any]) -> PublicKeys | None:
    """Device, sign and recipient of a document, None where they are not what they should be."""
    device, sign, recipient = (document.get(name) for name in ("device", "sign", "recipient"))
    if not (isinstance(device, str) and isinstance(sign, str) and isinstance(recipient, str)):
        return None
    if not (_DEVICE.fullmatch(device) and _SIGN.fullmatch(sign) and _RECIPIENT.fullmatch(recipient)):
        return None
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        return None
    return PublicKeys(device, sign, recipient)
