"""What may be interrupted, one row an act: how it is prepared, what is run, what must hold whenever it ends.

`test_kill_acts.py` kills each of them, `powerloss/` cuts their power. A new act is one more row in `ACTS`.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from gsmon_desktop import exchange
from gsmon_desktop.interviewing import doctor, record, start
from gsmon_desktop.store import Workspace, backup, interviews, local_now, media, records, recount
from gsmon_desktop.store.restoring import restore
from tests.e2e.filling import sound
from tests.e2e.gsmon import COMMAND
from tests.exchange.tools import acquaint
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.migrations.make import HERE
from tests.store.tools import NOON, noon

FINISHED = 12
"""Finished interviews in a prepared workspace, each with a photo; there is a draft too, ready to finish."""


@dataclass(frozen=True)
class Act:
    """`prepare` fills a home folder, `words` are the command's, `check` gets the home and what was said."""

    name: str
    prepare: Callable[[Path], None]
    words: Callable[[Path], Sequence[str | Path]]
    check: Callable[[Path, str], None]
    stdin: Callable[[Path], str] = lambda home: ""

    def command(self, home: Path) -> list[str]:
        """The command line."""
        return [*COMMAND, *map(str, self.words(home))]


def _filled(home: Path) -> None:
    """A workspace `w` and a folder `stick` beside it, and photos of half a megabyte."""
    draw = random.Random(7)
    (home / "stick").mkdir()
    with Workspace.create(home / "w", now=noon, name="Айгүл", region="astana") as ws:
        put_survey(ws, home)
        for at in range(FINISHED):
            began = NOON + timedelta(hours=at)
            id_ = record(ws, "visit", PAPER, now=noon, started=began, finished=began + timedelta(minutes=9))
            (home / "photo.jpg").write_bytes(bare_photo(draw.randrange(1000), 380))
            kept = media.keep(ws.vault, home / "photo.jpg")
            number = interviews.get(ws, id_).number
            with ws.transaction() as db:
                media.attach(db, number, "/data/photo", "photo-1.jpg", kept, "")
                records.write(db, number, [("/data/photo", "photo-1.jpg")])
        draft = start(ws, "visit", now=noon)
        for path, value in PAPER.items():
            draft.answer(path, value)
    (home / "photo.jpg").write_bytes(bare_photo(draw.randrange(1000), 1600))


def _draft(home: Path) -> str:
    with Workspace.open(home / "w", now=local_now, read_only=True) as ws:
        return str(ws.value("SELECT id FROM interview WHERE number = ?", [FINISHED + 1]))


def _resume(home: Path) -> list[str | Path]:
    return ["--workspace", home / "w", "interview", "fill", "--resume", _draft(home)]


def _check_attach(home: Path, said: str) -> None:
    sound(home / "w")
    with Workspace.open(home / "w", now=local_now) as ws:
        files = media.of(ws, FINISHED + 1)
        assert all(media.intact(ws.vault, each.sha256) for each in files)
        assert len(files) == 1 or said.count('{"ok": true}') == 0
        assert len(interviews.list(ws)) == FINISHED + 1


def _check_finish(home: Path, said: str) -> None:
    sound(home / "w")
    with Workspace.open(home / "w", now=local_now) as ws:
        row = interviews.list(ws, order="-number")[0]
        scores = ws.value("SELECT count(*) FROM score WHERE interview = ?", [row.number])
        assert (row.status, bool(row.hash), scores) in [("draft", False, 0), ("finished", True, 2)]
        assert row.status == "finished" or '"ok": true' not in said


def _check_export(home: Path, said: str) -> None:
    sound(home / "w")
    with Workspace.open(home / "w", now=local_now) as ws:
        recorded = [row["file"] for row in ws.query("SELECT file FROM package")]
        assert all((home / "w" / "outbox" / name).exists() for name in recorded)
        if said.endswith("}\n"):
            assert [str(home / "stick" / name) for name in recorded] == json.loads(said)["packages"]
        exchange.export(ws, home / "stick", now=local_now)  # whatever happened, the next one sends the rest
        assert interviews.unsent(ws) == 0
    given = list((home / "stick").glob("*.zip"))
    assert set(recorded) <= {file.name for file in given}
    for file in given:
        assert exchange.verify(file).interviews


def _sent(home: Path) -> None:
    """A package of all that is finished on a stick, and the central office's workspace `office`."""
    _filled(home)
    with (
        Workspace.open(home / "w", now=local_now) as ws,
        Workspace.create(home / "office", now=noon, name="Офис", role="hq") as office,
    ):
        acquaint(ws, office)
        exchange.export(ws, home / "stick", now=local_now)


def _check_import(home: Path, said: str) -> None:
    sound(home / "office")
    for again in (False, True):
        with Workspace.open(home / "office", now=local_now) as ws:
            there, files = len(interviews.list(ws)), ws.query("SELECT sha256 FROM media")
            assert (there, len(files)) in [(FINISHED, FINISHED), (0, 0)]
            assert there == FINISHED or not (said or again)
            assert all(media.intact(ws.vault, each["sha256"]) for each in files)
            assert recount.differences(ws.db) == 0
            # Whatever happened, the next intake ends it.
            assert not exchange.receive(ws, [home / "stick"], now=local_now).taken.quarantined
    sound(home / "office")
    assert not (home / "office" / "media" / ".incoming").exists()


def _check_backup(home: Path, said: str) -> None:
    sound(home / "w")
    made = sorted((home / "stick").glob("gsmon-*"))
    assert bool(made) or not said
    with Workspace.open(home / "w", now=local_now) as ws:
        made.append(backup.copy_workspace(ws, home / "again", now=local_now).folder)
    for copy in made:
        sound(copy)
        with Workspace.open(copy, now=local_now, read_only=True) as ws:
            assert len(interviews.list(ws)) == FINISHED + 1


def _check_restore(home: Path, said: str) -> None:
    target = home / "stick" / "back"
    if not target.exists():
        assert not said
        restore(home / "w", target, now=local_now)  # what a killed one left is in nobody's way
    sound(target)
    with Workspace.open(target, now=local_now) as ws:
        assert len(interviews.list(ws)) == FINISHED + 1
        assert ws.value("SELECT count(*) FROM event WHERE action = 'restored'") == 1
    assert not list((home / "stick").glob(".*"))


def _old(home: Path) -> None:
    """Version 0.1.0's workspace with a trail long enough to be caught half way through."""
    shutil.copytree(HERE / "0.1.0", home / "w")
    import sqlcipher3.dbapi2 as driver

    db = driver.connect(str(home / "w" / "gsmon.db"), isolation_level=None)
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO event (interview, revision, at, action, path, new) VALUES (5, 1, ?, 'answered', ?, ?)",
        [("2026-03-02T12:00:00.000+05:00", "/data/town", f"жауап {at}") for at in range(5000)],
    )
    db.execute("COMMIT")
    db.close()


def _check_migration(home: Path, said: str) -> None:
    del said
    sound_or_old = {finding.code for finding in doctor.examine(home / "w", now=local_now).findings}
    assert sound_or_old <= {"doctor.older", "doctor.leftover"}, sound_or_old
    sound_after_opening(home / "w")


def sound_after_opening(folder: Path) -> None:
    """It opens, which ends the migration, and everything is there."""
    with Workspace.open(folder, now=local_now) as ws:
        assert ws.value("SELECT count(*) FROM event WHERE action = 'answered'") >= 5000
        assert len(interviews.list(ws, status=interviews.ANY)) == 5
    sound(folder)


def _damaged(home: Path) -> None:
    _filled(home)
    with Workspace.open(home / "w", now=local_now) as ws:
        page = ws.value("SELECT rootpage FROM sqlite_master WHERE name = 'score'")
        size = ws.value("PRAGMA page_size")
    content = bytearray((home / "w" / "gsmon.db").read_bytes())
    content[(page - 1) * size : (page - 1) * size + 64] = b"\xff" * 64
    (home / "w" / "gsmon.db").write_bytes(content)


def _check_repair(home: Path, said: str) -> None:
    del said
    assert doctor.repair(home / "w", now=local_now).ok
    with Workspace.open(home / "w", now=local_now) as ws:
        assert len(interviews.list(ws)) == FINISHED + 1
        assert ws.value("SELECT count(*) FROM answer WHERE path = '/data/town'") == FINISHED + 1


ACTS = (
    Act("attach", _filled, _resume, _check_attach,
        lambda home: json.dumps({"attach": "/data/photo", "file": str(home / "photo.jpg")}) + "\n"),
    Act("finish", _filled, _resume, _check_finish, lambda home: '{"finish": true}\n'),
    Act("export", _filled,
        lambda home: ["--workspace", home / "w", "export", "--to", home / "stick", "--json"], _check_export),
    Act("import", _sent, lambda home: ["--workspace", home / "office", "import", home / "stick", "--json"],
        _check_import),
    Act("backup", _filled, lambda home: ["--workspace", home / "w", "workspace", "backup", home / "stick"],
        _check_backup),
    Act("restore", _filled, lambda home: ["workspace", "restore", home / "w", home / "stick" / "back"],
        _check_restore),
    Act("migration", _old, lambda home: ["--workspace", home / "w", "workspace", "doctor", "--repair"],
        _check_migration),
    Act("repair", _damaged, lambda home: ["--workspace", home / "w", "workspace", "doctor", "--repair"],
        _check_repair),
)  # fmt: skip
