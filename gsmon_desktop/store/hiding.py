"""Photos that show what a later version hides: faces blurred by hand. They go from the workspace for good, as
soon as no answer names them and the sitting in which that could be undone is over.

Copies made elsewhere before, packages already given and blocks the file system freed are beyond our reach.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from gsmon_desktop.store import records
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.workspace import Workspace

_KIN = """WITH RECURSIVE kin(sha) AS (
    SELECT :source UNION
    SELECT iif(m.sha256 = kin.sha, m.source, m.sha256) FROM media m JOIN kin
        ON m.sha256 = kin.sha OR m.source = kin.sha
    WHERE m.interview = :number AND m.source <> '')
UPDATE media SET hidden = 1 WHERE interview = :number AND sha256 IN (SELECT sha FROM kin)"""

_UNNAMED = """SELECT name, path, sha256 FROM media m WHERE interview = ? AND hidden = 1 AND NOT EXISTS (
    SELECT 1 FROM answer a WHERE a.interview = m.interview
        AND a.value = iif(m.original_of = '', m.name, m.original_of))"""

_OTHERS = """SELECT count(*) FROM (SELECT 1 FROM media WHERE sha256 = :sha256
        AND NOT (interview = :number AND name = :name)
    UNION ALL SELECT 1 FROM intake, json_each(intake.files) WHERE value = :sha256)"""


def mark(db: Database, number: int, source: str) -> None:
    """Notes, inside the caller's transaction, that the file `source` (SHA-256), those it was made from and
    those made from it show what a photo about to be attached hides."""
    db.execute(_KIN, {"number": number, "source": source})


def remove(ws: Workspace, number: int, event: Callable[[str, str], records.Event]) -> int:
    """Removes what no answer names any more; `event` makes the entry of the trail of a path and a name.

    Files go first: should the transaction not come about, the next call finds the rest. Returns their number.
    """
    rows = ws.query(_UNNAMED, [number])
    for row in rows:
        if not ws.value(_OTHERS, {"sha256": row["sha256"], "number": number, "name": row["name"]}):
            with known_failures(ws.folder):
                ws.vault.file_of(row["sha256"]).unlink(missing_ok=True)
        with ws.transaction() as db:
            db.execute("DELETE FROM media WHERE interview = ? AND name = ?", [number, row["name"]])
            records.append(db, number, event(row["path"], row["name"]))
    return len(rows)
