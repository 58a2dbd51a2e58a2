"""Disks that do not answer, other programs in the way, odd names, long paths: told, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.interviewing import record
from gsmon_desktop.interviewing.doctor import examine
from gsmon_desktop.store import Workspace, interviews, local_now
from tests.e2e.filling import sound
from tests.e2e.gsmon import lines, run, steps
from tests.e2e.powerloss.recording import library
from tests.e2e.test_full_disk import Fill
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.store.tools import NOON, disk, fill_up, noon


def _answers(workspace: Path, id_: str) -> dict[str, str]:
    with Workspace.open(workspace, now=local_now, read_only=True) as ws:
        return interviews.answers(ws, interviews.get(ws, id_).number)


def test_a_disk_that_stops_answering(workspace: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    made = library(tmp_path, Path(__file__).with_name("broken_disk.c"))
    extra = {"LD_PRELOAD": str(made), "BROKEN_ROOT": str(workspace), "BROKEN_WHEN": str(broken)}
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(bare_photo())
    fill = Fill(workspace, **extra)
    assert fill.do(set="/data/town", value="Ақсу")["ok"]
    broken.touch()
    for step in (
        {"set": "/data/town", "value": "Арқа"}, {"attach": "/data/photo", "file": str(photo)},
        {"add": "/data/visit"}, {"finish": True},
    ):  # fmt: skip
        reply = fill.do(**step)
        assert not reply["ok"], step
    assert "does not respond" in fill.do(set="/data/phone", value="1")["error"]
    broken.unlink()
    assert fill.do(state=True)["answers"]["/data/town"] == "Ақсу"
    for path, value in PAPER.items():
        assert fill.do(set=path, value=value)["ok"]
    assert fill.do(finish=True)["ok"]
    fill.end()
    sound(workspace)
    assert _answers(workspace, fill.id)["/data/town"] == PAPER["/data/town"]


def test_a_database_another_program_holds(workspace: Path) -> None:
    fill = Fill(workspace)
    assert fill.do(set="/data/town", value="Ақсу")["ok"]
    other = driver.connect(str(workspace / "gsmon.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reply = fill.do(set="/data/town", value="Арқа")
    assert "Another program holds the database" in reply["error"]
    other.execute("ROLLBACK")
    other.close()
    assert fill.do(set="/data/town", value="Арқа")["ok"]
    fill.end()
    assert _answers(workspace, fill.id)["/data/town"] == "Арқа"


def test_packages_and_copies_on_a_full_disk(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon, region="astana") as ws:
        put_survey(ws, tmp_path)
        for _ in range(3):
            record(ws, "visit", PAPER, now=noon, started=NOON, finished=NOON)
    with disk(tmp_path / "stick", "1m") as stick:
        ballast = fill_up(stick)
        for words in (("export", "--to", stick), ("workspace", "backup", stick)):
            done = run("--workspace", tmp_path / "w", *words)
            assert done.returncode == 2
            assert "full" in done.stderr
            assert [each.name for each in stick.iterdir()] == ["ballast"]
        sound(tmp_path / "w")
        ballast.unlink()
        done = run("--workspace", tmp_path / "w", "export", "--to", stick, "--json")
        assert json.loads(done.stdout)["interviews"] == 3


def test_odd_names_and_deep_folders_all_the_way(tmp_path: Path) -> None:
    deep = tmp_path.joinpath("Жұмыс қалтасы № 5", 'it\'s "тырнақша"', "100% #1? &;", "a" * 100)
    deep.mkdir(parents=True)
    photo = deep / ("ғ" * 120 + ".jpg")
    photo.write_bytes(bare_photo())
    workspace, back = deep / "  бос орын '№%#?", deep / "қайта «келген»"
    assert run("workspace", "init", workspace, "--name", "Әлия «Ә» O'Нил").returncode == 0
    with Workspace.open(workspace, now=local_now) as ws:
        put_survey(ws, tmp_path)
    given = [{"set": path, "value": value} for path, value in PAPER.items()]
    attached = {"attach": "/data/photo", "file": str(photo)}
    done = run(
        "--workspace", workspace, "interview", "fill", "--form", "visit",
        stdin=steps(given, attached, {"finish": True}),
    )  # fmt: skip
    assert all(reply.get("ok", True) for reply in lines(done)), done.stdout
    copy = run("--workspace", workspace, "workspace", "backup", deep / "көшірме's").stdout.rstrip("\n")
    assert run("workspace", "restore", copy, back).returncode == 0
    assert json.loads(run("--workspace", back, "export", "--to", deep, "--json").stdout)["media"] == 1
    assert examine(back, now=local_now).ok


def test_a_path_too_long_for_the_database(tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["қ" * 100] * 3)
    with pytest.raises(GsmonError) as caught:
        Workspace.create(far, now=noon)
    assert caught.value.code == "workspace.long_path"
    assert all(sentence(caught.value, language) for language in LANGUAGES)
    with pytest.raises(GsmonError) as caught:
        Workspace.create(tmp_path / ("қ" * 200), now=noon)
    assert caught.value.code == "workspace.long_path"
