"""Signed JSON documents: receipts and packs of settings. One object that holds the document as a text, so
that the bytes that were signed are the bytes that are read:

    {"gsmon": kind, "format": 1, "device", "fingerprint", "sign", "recipient", "signature": hex,
     "document": text}

The signature is Ed25519 over ``gsmon <kind> 1\\n`` and the text in UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys
from gsmon_desktop.exchange.keys import Identity, PublicKeys

FORMAT = 1
RECEIPT, PACK = "receipt", "pack"
LIMIT = 256 << 20
"""Bytes of a document; a pack of the shipped forms has about two million."""


def seal(kind: str, document: Mapping[str, Any], own: Identity) -> bytes:
    """The signed document as the bytes of its file; `gsmon` comes first, which tells what it is."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    signature = own.sign(_message(kind, text)).hex()
    outer = {"gsmon": kind, "format": FORMAT, **own.public.document(), "signature": signature}
    return json.dumps({**outer, "document": text}, ensure_ascii=False, indent=1).encode() + b"\n"


def unseal(kind: str, path: Path) -> tuple[PublicKeys, dict[str, Any]]:
    """Who signed the document, and the document.

    Raises GsmonError exchange.unreadable, document_wrong, newer_format, signature_wrong.
    """
    place = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
        outer = json.loads(content) if len(content) <= LIMIT else None
    except OSError as error:
        raise GsmonError("exchange.unreadable", place, reason=error) from error
    except (ValueError, RecursionError) as error:
        raise GsmonError("exchange.document_wrong", place) from error
    if not isinstance(outer, dict) or outer.get("gsmon") != kind or not isinstance(outer.get("format"), int):
        raise GsmonError("exchange.document_wrong", place)
    if outer["format"] > FORMAT:
        raise GsmonError("exchange.newer_format", place, format=outer["format"])
    who, text = keys.parse(outer), outer.get("document")
    if who is None or not isinstance(text, str):
        raise GsmonError("exchange.document_wrong", place)
    try:
        signature = bytes.fromhex(str(outer.get("signature")))
        message = _message(kind, text)
    except ValueError as error:
        raise GsmonError("exchange.signature_wrong", place) from error
    if not who.signed(message, signature):
        raise GsmonError("exchange.signature_wrong", place)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GsmonError("exchange.document_wrong", place) from error
    if not isinstance(document, dict):
        raise GsmonError("exchange.document_wrong", place)
    return who, document


def _message(kind: str, text: str) -> bytes:
    return f"gsmon {kind} {FORMAT}\n".encode() + text.encode()
