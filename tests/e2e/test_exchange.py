"""`gsmon keys`, `export`, `import`, `sync` as processes: the contract scripts rely on, and kills midway."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.store import Workspace, interviews, local_now, media
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment, lines, run
from tests.exchange.tools import PHOTO, give, give_all, give_with_photo
from tests.interviewing.tools import put_survey
from tests.media.tools import bare_photo


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The central office's workspace; its forms come in packages."""
    Workspace.create(tmp_path / "office", now=local_now, name="Офис", role="hq").close()
    return tmp_path / "office"


def said(workspace: Path, *arguments: str | Path, code: int = 0, **extra: str) -> dict[str, Any]:
    """The JSON document of a command that ends with this code."""
    done = run("--workspace", workspace, *arguments, "--json", **extra)
    assert (done.returncode, done.stderr) == (code, "")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def keys_of(workspace: Path, **extra: str) -> Path:
    """A file of the workspace's public keys."""
    file = workspace.with_name(workspace.name + "-keys.json")
    file.write_text(json.dumps(said(workspace, "keys", "show", **extra)), encoding="utf-8")
    return file


def acquaint(workspace: Path, office: Path) -> None:
    """Each trusts the other's file."""
    said(workspace, "keys", "trust", keys_of(office))
    said(office, "keys", "trust", keys_of(workspace))


def filled(workspace: Path, folder: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        give_all(ws, folder)


def test_keys_show_what_trust_reads(workspace: Path, office: Path) -> None:
    shown = said(office, "keys", "show")
    assert list(shown) == ["device", "fingerprint", "sign", "recipient"]
    assert said(office, "keys", "show") == shown
    done = run("--workspace", workspace, "keys", "trust", keys_of(office))
    assert done.returncode == 0
    assert shown["fingerprint"] in done.stdout
    listed = lines(run("--workspace", workspace, "keys", "list", "--json"))
    assert [each["device"] for each in listed] == [shown["device"]]
    broken = workspace.with_name("broken.json")
    broken.write_text(json.dumps(shown | {"fingerprint": "аист " * 8}), encoding="utf-8")
    for file in (broken, workspace.with_name("none.json")):
        done = run("--workspace", workspace, "keys", "trust", file)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_keys_made_before_are_shown_while_the_window_has_the_workspace(workspace: Path) -> None:
    shown = said(workspace, "keys", "show")
    with Workspace.open(workspace, now=local_now):
        assert said(workspace, "keys", "show") == shown


def test_there_and_back(workspace: Path, office: Path, tmp_path: Path) -> None:
    filled(workspace, tmp_path)
    acquaint(workspace, office)
    out = tmp_path / "out"
    out.mkdir()
    made = said(workspace, "export", "--to", out)
    assert list(made) == ["packages", "interviews", "media"]
    assert (len(made["packages"]), made["interviews"], made["media"]) == (1, 3, 1)
    taken = said(office, "import", out)
    (receipt,) = taken.pop("receipts")
    assert taken == {"accepted": 3, "replaced": 0, "ignored": 0, "conflicts": 0, "quarantined": []}
    assert said(office, "import", *made["packages"])["ignored"] == 3
    answer = said(workspace, "import", receipt)
    assert answer["receipts"] == [receipt]
    with Workspace.open(workspace, now=local_now) as ws:
        assert ws.value("SELECT state FROM package") == "accepted"
    with Workspace.open(office, now=local_now) as hq:
        assert interviews.count(hq, status="finished") == 3
    assert said(office, "export", "--to", out) == {"packages": [], "interviews": 0, "media": 0}


def test_the_public_age_tool_opens_a_package(workspace: Path, tmp_path: Path) -> None:
    """With nothing of ours but the documented layout: age, then unzip."""
    if not shutil.which("age") or not shutil.which("age-keygen") or not shutil.which("unzip"):
        pytest.skip("age and unzip are not installed")
    filled(workspace, tmp_path)
    identity = tmp_path / "identity.txt"
    subprocess.run(["age-keygen", "-o", identity], capture_output=True, check=True)
    recipient = subprocess.run(
        ["age-keygen", "-y", identity], capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()
    with Workspace.open(workspace, now=local_now) as ws, ws.transaction() as db:
        db.execute("INSERT INTO peer VALUES ('x', ?, ?, 'trusted', 0, 1, '', '')", ["0" * 64, recipient])
    (package,) = said(workspace, "export", "--to", tmp_path)["packages"]
    plain = tmp_path / "plain.zip"
    subprocess.run(["age", "-d", "-i", identity, "-o", plain, package], check=True)
    subprocess.run(["unzip", "-q", plain, "-d", tmp_path / "inside"], check=True)
    assert len((tmp_path / "inside" / "interviews.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    (photo,) = (tmp_path / "inside" / "media").iterdir()
    assert photo.read_bytes() == PHOTO


def test_a_stranger_is_said_and_accepted_by_name(workspace: Path, office: Path, tmp_path: Path) -> None:
    filled(workspace, tmp_path)
    said(workspace, "keys", "trust", keys_of(office))
    shown = said(workspace, "keys", "show")
    (package,) = said(workspace, "export", "--to", tmp_path)["packages"]
    taken = said(office, "import", package, code=1)
    (aside,) = taken["quarantined"]
    assert list(aside) == ["package", "record", "why"]
    assert aside["record"] is None
    assert shown["fingerprint"] in aside["why"]
    assert said(office, "keys", "trust", shown["device"])["accepted"] == 3


def test_one_sentence_for_what_is_no_package(office: Path, tmp_path: Path) -> None:
    for name, content in (("a.zip", b"PK\x03\x04" + b"\0" * 99), ("b.txt", b"hello"), ("c.zip", b"")):
        file = tmp_path / name
        file.write_bytes(content)
        done = run("--workspace", office, "import", file, "--json")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert str(file) in done.stderr
    done = run("--workspace", office, "import", tmp_path / "none")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_sync_brings_everything_both_ways(workspace: Path, office: Path, tmp_path: Path) -> None:
    filled(workspace, tmp_path)
    acquaint(workspace, office)
    share = tmp_path / "share"
    share.mkdir()
    sent = said(workspace, "sync", share)
    assert (sent["interviews"], sent["media"], sent["accepted"]) == (3, 1, 0)
    taken = said(office, "sync", share)
    assert (taken["accepted"], taken["packages"], len(taken["receipts"])) == (3, [], 1)
    back = said(workspace, "sync", share)
    assert (back["packages"], len(back["receipts"])) == ([], 1)
    assert not [file for file in (share / "inbox").rglob("*") if file.is_file()]
    done = run("--workspace", workspace, "sync", "https://example.org/v1")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_encrypted_workspace_sends_only_to_somebody(office: Path, tmp_path: Path) -> None:
    secret = {"GSMON_PASSPHRASE": "төрт түлік"}
    private = tmp_path / "private"
    with Workspace.create(private, now=local_now, passphrase="төрт түлік") as ws:
        put_survey(ws, tmp_path)
        give_with_photo(ws, tmp_path)
    done = run("--workspace", private, "export", "--to", tmp_path, **secret)
    assert (done.returncode, done.stdout) == (2, "")
    assert "gsmon keys trust" in done.stderr
    said(private, "keys", "trust", keys_of(office), **secret)
    said(office, "keys", "trust", keys_of(private, **secret))
    (package,) = said(private, "export", "--to", tmp_path, **secret)["packages"]
    assert said(office, "import", package)["accepted"] == 1
    with Workspace.open(office, now=local_now) as hq:
        (row,) = interviews.list(hq)
        (file,) = media.of(hq, row.number)
        with media.open_content(hq.vault, file.sha256) as stream:
            assert stream.read() == PHOTO


@pytest.mark.parametrize("moment", range(4))
def test_killed_anywhere_taking_in(workspace: Path, office: Path, tmp_path: Path, moment: int) -> None:
    """All of the package is in or nothing of it; the same call again brings it in."""
    with Workspace.open(workspace, now=local_now) as ws:
        for number in range(4):
            give_with_photo(ws, tmp_path, bare_photo(number + 1, 600))
            give(ws)
    acquaint(workspace, office)
    (package,) = said(workspace, "export", "--to", tmp_path)["packages"]
    process = subprocess.Popen(
        [*COMMAND, "--workspace", str(office), "import", package],
        stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT,
    )  # fmt: skip
    try:
        process.wait(0.4 + 0.3 * moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    with Workspace.open(office, now=local_now) as hq:
        assert hq.value("PRAGMA integrity_check") == "ok"
        there = interviews.count(hq, status="finished")
        assert there in (0, 8)
        assert hq.value("SELECT count(*) FROM intake") == there // 8
    taken = said(office, "import", package)
    assert taken["accepted"] + taken["ignored"] == 8
    assert not (office / "media" / ".incoming").exists()
    with Workspace.open(office, now=local_now) as hq:
        for row in interviews.list(hq):
            for file in media.of(hq, row.number):
                assert media.intact(hq.vault, file.sha256)


def test_packs_board_and_conflicts(workspace: Path, office: Path, tmp_path: Path) -> None:
    filled(workspace, tmp_path)
    (tmp_path / "names.txt").write_text("Айгүл\nБолат\n", encoding="utf-8")
    done = run(
        "--workspace", office, "pack", "make", "--to", tmp_path, "--interviewers", tmp_path / "names.txt"
    )
    assert done.returncode == 0
    (pack,) = tmp_path.glob("gsmon-pack-*.json")
    fresh = tmp_path / "fresh"
    done = run("workspace", "init", fresh, "--name", "Болат", "--pack", pack)
    assert done.returncode == 0
    assert said(office, "keys", "show")["fingerprint"] in done.stdout
    assert said(fresh, "pack", "show")["interviewers"] == ["Айгүл", "Болат"]
    done = run("--workspace", workspace, "pack", "install", pack)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert run("--workspace", workspace, "pack", "install", pack, "--trust").returncode == 0
    (package,) = said(workspace, "export", "--to", tmp_path)["packages"]
    said(office, "import", package, code=1)
    (line,) = lines(run("--workspace", office, "board", "--json"))
    assert (line["waiting"], line["interviews"]) == (1, 0)
    said(office, "keys", "trust", line["device"])
    done = run("--workspace", office, "board")
    assert (done.returncode, done.stderr) == (0, "")
    assert line["device"][:8] in done.stdout
    assert lines(run("--workspace", office, "conflict", "list", "--json")) == []
    done = run("--workspace", office, "conflict", "settle", "1", "--keep", "ours")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_package_made_anew_leaves_no_gap_on_the_board(
    workspace: Path, office: Path, tmp_path: Path
) -> None:
    """Three packages, the middle one's copy damaged before it went: the board asks for nothing."""
    acquaint(workspace, office)
    (tmp_path / "stick").mkdir()
    for number in range(3):
        with Workspace.open(workspace, now=local_now) as ws:
            give(ws)
        (package,) = said(workspace, "export", "--to", tmp_path / "stick")["packages"]
        if number == 1:
            (tmp_path / "stick" / Path(package).name).unlink()
            (workspace / "outbox" / Path(package).name).write_bytes(b"damaged")
    said(office, "import", tmp_path / "stick")
    assert json.loads(run("--workspace", office, "board", "--json").stdout)["gaps"] == [2]
    assert said(workspace, "export", "--to", tmp_path / "stick", "--resend")["interviews"] == 3
    said(office, "import", tmp_path / "stick")
    done = run("--workspace", office, "board", "--json")
    line = json.loads(done.stdout)
    assert (done.returncode, line["last"], line["gaps"], line["interviews"]) == (0, 4, [], 3)
