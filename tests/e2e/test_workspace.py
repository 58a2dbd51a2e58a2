"""`gsmon workspace`: made with the built-in forms, described, copied, refused with one clear line."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace, local_now
from tests.e2e.gsmon import run
from tests.store.tools import disk, fill_up, protect


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made by the command."""
    folder = tmp_path_factory.mktemp("e2e") / "жұмыс"
    done = run("workspace", "init", folder, "--name", "Айгүл", "--region", "astana")
    assert done.returncode == 0, done.stderr
    assert "mass_survey" in done.stdout
    return folder


def _failed(done: subprocess.CompletedProcess[str], words: str) -> None:
    """Exit 2, one line on stderr with these words, no traceback."""
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert words in line
    assert done.stdout == ""


def test_info_describes_it(made: Path) -> None:
    said = json.loads(run("--workspace", made, "workspace", "info", "--json").stdout)
    assert (said["name"], said["role"], said["region"]) == ("Айгүл", "interviewer", "astana")
    assert "mass_survey" in {form["form"] for form in said["forms"]}
    assert said["interviews"] == {"draft": 0, "finished": 0, "deleted": 0}
    plain = run("workspace", "info", GSMON_WORKSPACE=str(made))
    assert "mass_survey" in plain.stdout
    assert "encrypted   no" in plain.stdout
    russian = run("workspace", "info", GSMON_WORKSPACE=str(made), GSMON_LANGUAGE="ru").stdout
    assert re.search(r"^роль +интервьюер$", russian, re.MULTILINE)
    assert re.search(r"^интервью +черновики 0, завершённые 0, удалённые 0$", russian, re.MULTILINE)


def test_info_while_it_is_in_use(made: Path) -> None:
    with Workspace.open(made, now=local_now):
        assert run("--workspace", made, "workspace", "info", "--json").returncode == 0
        _failed(run("--workspace", made, "interview", "fill", "--form", "mass_survey"), "in use: ")


def test_backup_is_a_workspace(made: Path, tmp_path: Path) -> None:
    done = run("--workspace", made, "workspace", "backup", tmp_path / "stick")
    assert done.returncode == 0, done.stderr
    copy = Path(done.stdout.strip())
    assert json.loads(run("--workspace", copy, "workspace", "info", "--json").stdout)["name"] == "Айгүл"


def test_doctor_finds_repairs_and_says_so(made: Path, tmp_path: Path) -> None:
    copy = Path(run("--workspace", made, "workspace", "backup", tmp_path).stdout.strip())
    well = run("--workspace", copy, "workspace", "doctor", "--json")
    assert (well.returncode, json.loads(well.stdout)) == (0, {"ok": True, "findings": []})
    (copy / "gsmon.db.new").write_bytes(b"half")
    done = run("--workspace", copy, "workspace", "doctor", "--json")
    (found,) = json.loads(done.stdout)["findings"]
    assert done.returncode == 1
    assert (found["code"], found["place"], found["repaired"]) == ("doctor.leftover", "gsmon.db.new", False)
    mended = run("--workspace", copy, "workspace", "doctor", "--repair")
    assert mended.returncode == 0
    assert "Moved: backups/aside-" in mended.stdout
    assert mended.stdout.splitlines()[-1] == "The workspace is all right."
    _failed(run("--workspace", tmp_path, "workspace", "doctor"), "no workspace here")


def test_doctor_does_not_offer_a_repair_that_cannot_help(made: Path, tmp_path: Path) -> None:
    copy = Path(run("--workspace", made, "workspace", "backup", tmp_path).stdout.strip())
    with Workspace.open(copy, now=local_now) as ws:
        ws.db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('event', 1)")
    for repair in ([], ["--repair"]):
        done = run("--workspace", copy, "workspace", "doctor", *repair)
        assert done.returncode == 1
        assert "entries are missing" in done.stdout
        assert "Show this list to your supervisor" in done.stdout.splitlines()[-1]


def test_restore_from_a_backup_and_from_a_daily_copy(made: Path, tmp_path: Path) -> None:
    copy = run("--workspace", made, "workspace", "backup", tmp_path / "stick").stdout.strip()
    done = run("workspace", "restore", copy, tmp_path / "back")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'back'}: 0 interviews\n")
    was, is_now = (
        json.loads(run("--workspace", folder, "workspace", "info", "--json").stdout)
        for folder in (made, tmp_path / "back")
    )
    assert (was["name"], was["forms"]) == (is_now["name"], is_now["forms"])
    assert was["device"] != is_now["device"]
    _failed(run("workspace", "restore", copy, tmp_path / "back"), "workspace here already")
    _failed(run("workspace", "restore", tmp_path / "нет", tmp_path / "again"), "no workspace here")


def test_refusals(made: Path, tmp_path: Path) -> None:
    _failed(run("workspace", "init", made), "workspace here already")
    _failed(run("workspace", "init", tmp_path / "w", "--region", "mars"), "no region with the code")
    _failed(run("--workspace", tmp_path, "workspace", "info"), "no workspace here")
    (tmp_path / "gsmon.db").write_bytes(b"x" * 10_000)
    _failed(run("--workspace", tmp_path, "workspace", "info"), "damaged")
    _failed(run("--workspace", made, "import", tmp_path / "нет"), "no such file or folder. Check the path")
    (tmp_path / "file").write_text("x")
    _failed(run("workspace", "init", tmp_path / "file" / "w"), "file")
    assert not (tmp_path / "w").exists()


def test_a_passphrase_opens_every_command_and_nothing_else_does(tmp_path: Path) -> None:
    folder, words = tmp_path / "w", {"GSMON_PASSPHRASE": "тау басында қар"}
    assert run("workspace", "init", folder, **words).returncode == 0
    (tmp_path / "p").write_text("тау басында қар\n", encoding="utf-8")
    for way in (
        run("--workspace", folder, "workspace", "info", "--json", **words),
        run("--workspace", folder, "workspace", "info", "--json", "--passphrase-file", tmp_path / "p"),
    ):
        assert json.loads(way.stdout)["encrypted"] is True
    _failed(run("--workspace", folder, "workspace", "info"), "GSMON_PASSPHRASE")
    _failed(run("--workspace", folder, "workspace", "info", GSMON_PASSPHRASE="тау"), "not the passphrase")


def test_newer_version(made: Path, tmp_path: Path) -> None:
    run("--workspace", made, "workspace", "backup", tmp_path)
    (copy,) = tmp_path.iterdir()
    with Workspace.open(copy, now=local_now) as ws, ws.transaction() as db:
        db.execute(
            "UPDATE _sqlite_migrations SET name = 'm999_later'"
            " WHERE id = (SELECT max(id) FROM _sqlite_migrations)"
        )
    _failed(run("--workspace", copy, "workspace", "info"), "Update gsmon")
    _failed(run("--workspace", copy, "interview", "fill", "--form", "mass_survey"), "Update gsmon")


def test_read_only_and_full_disks(made: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "8m") as stick:
        run("--workspace", made, "workspace", "backup", stick)
        (copy,) = stick.iterdir()
        ballast = fill_up(stick)
        _failed(run("workspace", "init", stick / "w"), "full")
        ballast.unlink()
        protect(stick)
        _failed(run("workspace", "init", stick / "w"), "cannot be written")
        _failed(run("--workspace", copy, "interview", "fill", "--form", "mass_survey"), "cannot be written")
        assert run("--workspace", copy, "workspace", "info", "--json").returncode == 0
        assert run("--workspace", copy, "interview", "list", "--json").returncode == 0
