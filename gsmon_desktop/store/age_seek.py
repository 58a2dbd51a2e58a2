"""age files read from anywhere in them, for players: a piece is decrypted when it is asked for.

Format: https://age-encryption.org/v1 (C2SP). A recipient's stanza wraps the file's key; the payload is pieces
of 64 KiB, each sealed with its own number, the last one marked, so each is checked before it is given out.
"""

from __future__ import annotations

import base64
import binascii
import io
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gsmon_desktop.store.age import DamagedError, NotForUsError

_PIECE, _SEAL, _NONCE, _KEY = 1 << 16, 16, 16, 32
_LINE = 80
_MOST_LINES = 64
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class Seekable(io.RawIOBase):
    """The content of an age file for one identity (``AGE-SECRET-KEY-1…``). One reader at a time.

    Raises NotForUsError and DamagedError on opening, DamagedError while reading. Closing it closes `stream`.
    """

    def __init__(self, stream: BinaryIO, identity: str) -> None:
        self._stream = stream
        key = _file_key(stream, _secret(identity))
        nonce = stream.read(_NONCE)
        self._cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
        self._start = stream.tell()
        sealed = stream.seek(0, io.SEEK_END) - self._start
        self._pieces = max(1, -(-sealed // (_PIECE + _SEAL)))
        self.size = sealed - self._pieces * _SEAL
        if self.size < 0:
            raise DamagedError("cut")
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """The place of what is read next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place of the content."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` as far as the piece at hand goes; 0 at the end."""
        number, inside = divmod(self._at, _PIECE)
        if self._at >= self.size:
            return 0
        part = self._piece(number)[inside : inside + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        """Closes the file, too."""
        self._stream.close()
        super().close()

    def _piece(self, number: int) -> bytes:
        if self._held[0] != number:
            self._stream.seek(self._start + number * (_PIECE + _SEAL))
            sealed = self._stream.read(_PIECE + _SEAL)
            nonce = number.to_bytes(11, "big") + bytes([number == self._pieces - 1])
            try:
                self._held = number, self._cipher.decrypt(nonce, sealed, None)
            except InvalidTag as error:
                raise DamagedError(str(number)) from error
        return self._held[1]


def _file_key(stream: BinaryIO, secret: X25519PrivateKey) -> bytes:
    """The key of the file, out of the stanza that is for us; leaves `stream` behind the head."""
    head, key = stream.readline(_LINE), None
    if head != b"age-encryption.org/v1\n":
        raise DamagedError("no age file")
    for _ in range(_MOST_LINES):
        line = stream.readline(_LINE)
        if line.startswith(b"---"):
            if key is None:
                raise NotForUsError("No matching keys")
            _check(key, head + b"---", _unpacked(line[4:].strip()))
            return key
        head += line
        if line.startswith(b"-> X25519 ") and key is None:
            body = stream.readline(_LINE)
            head += body
            key = _unwrapped(secret, _unpacked(line.split()[2]), _unpacked(body.strip()))
    raise DamagedError("head")


def _unwrapped(secret: X25519PrivateKey, share: bytes, body: bytes) -> bytes | None:
    own = secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    try:
        shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
        wrap = _derived(shared, share + own, b"age-encryption.org/v1/X25519")
        return ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None)
    except InvalidTag:
        return None
    except ValueError as error:
        raise DamagedError("stanza") from error


def _check(key: bytes, head: bytes, seal: bytes) -> None:
    mac = HMAC(_derived(key, b"", b"header"), SHA256())
    mac.update(head)
    try:
        mac.verify(seal)
    except InvalidSignature as error:
        raise DamagedError("head") from error


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, salt, info).derive(key)


def _unpacked(text: bytes) -> bytes:
    """Base64 without its padding."""
    try:
        return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise DamagedError("head") from error


def _secret(identity: str) -> X25519PrivateKey:
    """The 32 bytes in Bech32 (BIP 173); the six signs of its check are not needed: we wrote it ourselves."""
    signs = identity.lower().rpartition("1")[2][:-6]
    number = 0
    for sign in signs:
        number = number << 5 | _BECH32.index(sign)
    spare = len(signs) * 5 % 8
    return X25519PrivateKey.from_private_bytes((number >> spare).to_bytes(_KEY, "big"))
