"""Receipts: what the other side did with each interview and file of a package, signed.

A receipt is made from what the intake noted, so it can be given again as often as asked; as long as nothing
changed it is the same receipt under the same name. Its document is described by `receipt.schema.json`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys, peers, signed
from gsmon_desktop.files import known_failures, new_file
from gsmon_desktop.store import Clock, Workspace, stamp

FOLDER = "receipts"
STATES = ("accepted", "refused", "conflict")


def document(ws: Workspace, package: str, *, at: str) -> dict[str, Any]:
    """The receipt of a package that was taken in. `at`: ISO 8601."""
    (row,) = ws.query("SELECT device, sequence, files FROM intake WHERE package = ?", [package])
    rows = ws.query(
        """SELECT record AS id, revision, hash, state, why FROM intake_record
        WHERE package = ? ORDER BY record""",
        [package],
    )
    files = [{"sha256": sha256, "state": "accepted"} for sha256 in json.loads(row["files"])]
    said = {"package": package, "device": row["device"], "sequence": row["sequence"]}
    said |= {"records": rows, "files": files}
    name = hashlib.sha256(json.dumps([ws.settings["device"], said], sort_keys=True).encode()).hexdigest()
    return {"receipt": name[:32], "at": at, **said}


def write(ws: Workspace, package: str, root: Path, *, now: Clock) -> Path:
    """Puts the receipt of a package into `root`/receipts/<device>/, unless it lies there already, in the
    place of earlier ones of ours, which said less."""
    said = document(ws, package, at=stamp(now()))
    device = _plain(said["device"])
    folder = root / FOLDER / device
    own = ws.settings["device"]
    name = f"gsmon-receipt-{device[:8]}-{said['sequence']:05d}-{_plain(own)[:8]}-{said['receipt'][:8]}.json"
    target = folder / name
    if not _whole(target):
        with known_failures(folder), suppress(FileExistsError):
            folder.mkdir(parents=True, exist_ok=True)
        with new_file(target, replace=True) as part:
            part.stream.write(signed.seal(signed.RECEIPT, said, keys.identity(ws, now=now)))
            part.place()
    for earlier in folder.glob(target.name.replace(said["receipt"][:8], "*")):
        if earlier.name != target.name:
            with suppress(OSError):
                earlier.unlink()
    return target


def drop(ws: Workspace, answers: Collection[str], roots: Iterable[Path]) -> None:
    """Takes away our receipts that their devices say to have; what fails is tried with the next package."""
    own = _plain(ws.settings["device"])[:8]
    for root in roots if answers else ():
        for file in root.glob(f"{FOLDER}/*/gsmon-receipt-*-{own}-*.json"):
            with suppress(GsmonError, OSError):
                who, said = signed.unseal(signed.RECEIPT, file)
                if who.device == ws.settings["device"] and said.get("receipt") in answers:
                    file.unlink()


def _whole(target: Path) -> bool:
    try:
        signed.unseal(signed.RECEIPT, target)
    except GsmonError:
        return False
    return True


def _plain(device: str) -> str:
    return re.sub(r"[^a-z0-9-]", "", device.lower())[:64] or "device"


@dataclass(frozen=True)
class Answer:
    """A receipt taken in: the file, our package's number (0 when it is none of ours), interviews by state;
    `new` unless it had been taken in before."""

    path: Path
    sequence: int
    accepted: int = 0
    refused: int = 0
    conflicts: int = 0
    new: bool = True


def take_in(ws: Workspace, path: Path, *, now: Clock) -> Answer:
    """Notes what became of a package of ours. The same receipt again changes nothing.

    Raises GsmonError as `signed.unseal` does, and exchange.receipt_stranger where nobody has accepted whoever
    signed it.
    """
    who, said = signed.unseal(signed.RECEIPT, path)
    if said.get("device") != ws.settings["device"]:
        return Answer(path, 0)
    if peers.trusted(ws, who) is None:
        raise GsmonError(
            "exchange.receipt_stranger", str(path), device=who.device, fingerprint=who.fingerprint
        )
    rows = _records(said, path)
    found = ws.query("SELECT seq, answered FROM package WHERE id = ?", [str(said.get("package"))])
    name, at = str(said.get("receipt")), str(said.get("at"))
    if not found:
        return Answer(path, 0)
    sequence, answered = found[0]["seq"], found[0]["answered"]
    known = ws.value("SELECT 1 FROM receipt WHERE id = ?", [name]) is not None
    if not known and (answered is None or answered <= at):
        _note(ws, sequence, rows, at)
    if not known:
        with ws.transaction() as db:
            db.execute(
                "INSERT INTO receipt VALUES (?, ?, ?, ?)", [name, said["package"], who.device, stamp(now())]
            )
    accepted, refused, conflicts = (sum(row["state"] == state for row in rows) for state in STATES)
    return Answer(path, sequence, accepted, refused, conflicts, new=not known)


def _records(said: dict[str, Any], path: Path) -> list[dict[str, Any]]:
    rows = said.get("records")
    if isinstance(rows, list) and all(_is_record(row) for row in rows):
        return rows
    raise GsmonError("exchange.document_wrong", str(path))


def _is_record(row: object) -> bool:
    return (
        isinstance(row, dict)
        and all(isinstance(row.get(name), str) for name in ("id", "hash", "state", "why"))
        and isinstance(row.get("revision"), int)
        and row["state"] in STATES
    )


def _note(ws: Workspace, sequence: int, rows: list[dict[str, Any]], at: str) -> None:
    with ws.transaction() as db:
        db.conn.executemany(
            """UPDATE package_interview SET state = ?, why = ? WHERE package = ? AND revision = ? AND hash = ?
            AND interview = (SELECT number FROM interview WHERE id = ?)""",
            [
                (row["state"], row["why"], sequence, row["revision"], row["hash"], row["id"])
                for row in rows
                if -(1 << 63) <= row["revision"] < 1 << 63
            ],
        )
        db.execute(
            """UPDATE package SET answered = ?, given = coalesce(given, made), state = CASE
            WHEN EXISTS (SELECT 1 FROM package_interview WHERE package = seq AND state = 'refused')
            THEN 'refused'
            WHEN NOT EXISTS (SELECT 1 FROM package_interview WHERE package = seq AND state = '')
            THEN 'accepted' ELSE state END WHERE seq = ?""",
            [at, sequence],
        )
