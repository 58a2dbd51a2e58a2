"""What was set aside: packages of devices nobody has accepted yet, and records that cannot be taken in.

Nothing of it is lost: a package lies whole in `quarantine/` and is tried again once its device is accepted, a
record's line lies in the database and is tried again by every intake of a newer program.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.lines import in_words
from gsmon_desktop.exchange.merging import packed
from gsmon_desktop.exchange.reading import Package
from gsmon_desktop.exchange.writing import CHUNK
from gsmon_desktop.files import known_failures, new_file
from gsmon_desktop.store import Clock, Workspace, age, stamp

FOLDER = "quarantine"
STRANGER, UNSIGNED, REVOKED = "exchange.stranger", "exchange.unsigned", "exchange.revoked"
WRONG = "exchange.record_aside"


@dataclass(frozen=True, slots=True)
class Aside:
    """Something set aside. `record` is "" for a whole package, `detail` what of a record is wrong."""

    number: int
    package: str
    device: str
    record: str
    code: str
    detail: str
    at: str
    file: str
    keys: PublicKeys | None

    def why(self) -> GsmonError:
        """The sentence people read, with its remedy."""
        words, detail = self.keys.fingerprint if self.keys else "", in_words(self.detail)
        return GsmonError(self.code, device=self.device, detail=detail, fingerprint=words, record=self.record)


_COLUMNS = "number, package, device, record, code, detail, at, file, keys"


def listing(ws: Workspace) -> list[Aside]:
    """Everything set aside, the oldest first."""
    rows = ws.query(f"SELECT {_COLUMNS} FROM set_aside ORDER BY number")
    return [
        Aside(**{**row, "keys": keys.parse(json.loads(row["keys"])) if row["keys"] else None}) for row in rows
    ]


def strangers(ws: Workspace) -> list[PublicKeys]:
    """The devices whose packages wait for somebody to accept their fingerprint."""
    found = {each.device: each.keys for each in listing(ws) if each.code == STRANGER and each.keys}
    return list(found.values())


def set_package(ws: Workspace, path: Path, package: Package, code: str, *, now: Clock) -> None:
    """Keeps a package file in `quarantine/` and notes why; one that lies there already stays as it is.

    Where the workspace is encrypted and the package is not, the copy is encrypted to ourselves.
    """
    manifest = package.manifest
    name = f"{manifest.package}-{package.digest[:8]}.package"
    folder = ws.folder / FOLDER
    if not (folder / name).exists():
        with known_failures(folder):
            folder.mkdir(exist_ok=True)
        with path.open("rb") as source, new_file(folder / name, replace=True) as part:
            if ws.keys is not None and source.read(len(age.MAGIC)) != age.MAGIC:
                source.seek(0)
                own = keys.identity(ws, now=now).public.recipient
                age.encrypt(source, part.stream, [own])
            else:
                source.seek(0)
                shutil.copyfileobj(source, part.stream, CHUNK)
            part.place()
    document = json.dumps(package.keys.document()) if manifest.sign else ""
    with ws.transaction() as db:
        db.execute(
            """INSERT INTO set_aside (package, device, code, at, file, keys) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET code = excluded.code""",
            [manifest.package, manifest.device, code, stamp(now()), name, document],
        )


def set_record(
    ws: Workspace, package: str, device: str, record: str, detail: str, line: bytes, at: str
) -> None:
    """Keeps a record's line and what is wrong with it, inside the caller's transaction."""
    ws.db.execute(
        """INSERT INTO set_aside (package, device, record, code, detail, at, line)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET detail = excluded.detail""",
        [package, device, record, WRONG, detail, at, packed(line)],
    )


def drop(ws: Workspace, aside: Aside) -> None:
    """Forgets something set aside, because it was taken in or somebody decided so."""
    with ws.transaction() as db:
        db.execute("DELETE FROM set_aside WHERE number = ?", [aside.number])
    if aside.file:
        with suppress(OSError):
            (ws.folder / FOLDER / aside.file).unlink()
