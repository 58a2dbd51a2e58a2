"""What a nightly job meets: refusals, parts that are missing, and files that are no sound packages."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

from gsmon_desktop.store import Workspace, local_now
from tests.e2e.gsmon import answers, lines, run, steps
from tests.e2e.test_exchange import acquaint, keys_of, office, said
from tests.exchange.tools import give, give_with_photo, package
from tests.media.tools import bare_photo

__all__ = ["office"]


def test_a_refused_interview_is_told_until_it_is_corrected(
    workspace: Path, office: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        id_ = give(ws)
    acquaint(workspace, office)
    share = tmp_path / "share"
    share.mkdir()
    said(workspace, "sync", share)
    said(office, "sync", share)
    with Workspace.open(office, now=local_now) as hq, hq.transaction() as db:
        db.execute("UPDATE intake_record SET state = 'refused', why = 'scores'")
    said(office, "sync", share)
    told = said(workspace, "sync", share, code=1)
    assert told["refused"] == [{"interview": id_, "why": "scores"}]
    shown = said(workspace, "interview", "show", id_)
    assert shown["exchange"] == {"state": "refused", "why": "scores", "package": 1}
    done = run("--workspace", workspace, "sync", share)
    assert done.returncode == 1
    assert "It has a score that is not from 1 to 5." in done.stdout
    assert run("--workspace", workspace, "interview", "reopen", id_, "--reason", "ошибка").returncode == 0
    mended = [*answers({"/data/age": "41"}), {"finish": True}]
    run("--workspace", workspace, "interview", "fill", "--resume", id_, stdin=steps(mended))
    assert said(workspace, "sync", share)["interviews"] == 1
    assert said(office, "sync", share)["replaced"] == 1
    assert "refused" not in said(workspace, "sync", share)
    assert said(workspace, "interview", "show", id_)["exchange"]["state"] == "accepted"


def test_a_missing_part_is_named_until_it_comes(workspace: Path, office: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        for seed in range(3):
            give_with_photo(ws, tmp_path, bare_photo(seed, 380))
    acquaint(workspace, office)
    out = tmp_path / "out"
    out.mkdir()
    parts = said(workspace, "export", "--to", out, "--max-size", "150000")["packages"]
    assert len(parts) == 3
    for part in (parts[2], parts[0]):
        assert said(office, "import", part)["accepted"] == 1
    done = run("--workspace", office, "board", "--json")
    (line,) = lines(done)
    assert (done.returncode, line["parts"]) == (1, ["2/3 (2)"])
    assert said(office, "import", parts[1])["accepted"] == 1
    done = run("--workspace", office, "board", "--json")
    assert (done.returncode, lines(done)[0]["parts"]) == (0, [])


def _content(folder: Path) -> dict[str, str]:
    """The bytes of everything in a workspace but its lock and log."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "lock" and file.parent.name != "logs"
    }


def test_what_is_no_sound_package_changes_no_byte(workspace: Path, office: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        give(ws)
    keys_of(office)
    said(workspace, "keys", "trust", keys_of(workspace.with_name("office")))
    bad, out = tmp_path / "bad", tmp_path / "out"
    bad.mkdir()
    out.mkdir()
    (ours,) = said(workspace, "export", "--to", out)["packages"]
    content = Path(ours).read_bytes()
    (bad / "cut.zip.age").write_bytes(content[: len(content) // 2])
    (bad / "flipped.zip.age").write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    package(bad / "newer.zip", format=9)
    for number, name in enumerate(("../up.txt", "/abs.txt", "forms/../../x.json", "C:\\x.txt")):
        with zipfile.ZipFile(bad / f"name-{number}.zip", "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr(name, "x")
    with Workspace.create(tmp_path / "third", now=local_now, role="hq"):
        pass
    before = _content(office)
    for file in sorted(bad.iterdir()):
        done = run("--workspace", office, "import", file)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), file
        assert str(file) in done.stderr
    foreign = run("--workspace", tmp_path / "third", "import", ours)
    assert (foreign.returncode, "another computer" in foreign.stderr) == (2, True)
    done = run("--workspace", office, "import", bad)
    assert (done.returncode, done.stderr) == (1, "")
    assert _content(office) == before
    assert not [path for path in tmp_path.rglob("*") if path.name in ("up.txt", "abs.txt", "x.json")]
    shutil.rmtree(bad)


def test_a_conflict_is_read_in_words_and_its_end_reaches_the_sender(
    workspace: Path, office: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        id_ = give(ws)
    acquaint(workspace, office)
    share = tmp_path / "share"
    share.mkdir()
    said(workspace, "sync", share)
    said(office, "sync", share)
    for where, age in ((workspace, "41"), (office, "52")):
        run("--workspace", where, "interview", "reopen", id_, "--reason", f"возраст {age}")
        mended = [*answers({"/data/age": age}), {"finish": True}]
        run("--workspace", where, "interview", "fill", "--resume", id_, stdin=steps(mended))
    said(workspace, "sync", share)
    assert said(office, "sync", share)["conflicts"] == 1
    said(workspace, "sync", share)
    assert said(workspace, "interview", "show", id_)["exchange"]["state"] == "conflict"
    shown = run("--workspace", office, "--language", "ru", "conflict", "show", "1").stdout
    assert "Возраст\n  у нас: 52\n  пришло: 41\n" in shown
    assert "«возраст 41»" in shown
    assert "instanceID" not in shown
    assert run("--workspace", office, "conflict", "settle", "1", "--keep", "theirs").returncode == 0
    said(office, "sync", share)
    said(workspace, "sync", share)
    assert said(workspace, "interview", "show", id_)["exchange"]["state"] == "accepted"
    assert [file for file in (share / "inbox").rglob("*") if file.is_file()] == []


def test_receipts_are_taken_from_the_stick_the_packages_went_on(
    workspace: Path, office: Path, tmp_path: Path
) -> None:
    """Our own package beside them is locked for the office, which is no trouble."""
    with Workspace.open(workspace, now=local_now) as ws:
        give(ws)
    acquaint(workspace, office)
    (tmp_path / "stick").mkdir()
    (package_,) = said(workspace, "export", "--to", tmp_path / "stick")["packages"]
    said(office, "import", tmp_path / "stick")
    assert said(workspace, "import", tmp_path / "stick")["quarantined"] == []
    damaged = bytearray(Path(package_).read_bytes())
    damaged[-1] ^= 1
    Path(package_).unlink()  # on this disk it is the file in the outbox
    Path(package_).write_bytes(damaged)
    assert len(said(workspace, "import", tmp_path / "stick", code=1)["quarantined"]) == 1


def test_a_package_whose_first_bytes_are_lost_is_told(office: Path, tmp_path: Path) -> None:
    """A pulled stick leaves files of full length with nothing in them; other files are nobody's business."""
    (tmp_path / "stick").mkdir()
    for name in ("gsmon-astana-0a1b2c3d-00001.zip.age", "gsmon-astana-0a1b2c3d-00002.zip", "notes.txt"):
        (tmp_path / "stick" / name).write_bytes(bytes(5000))
    with zipfile.ZipFile(tmp_path / "stick" / "photos.zip", "w") as other:
        other.writestr("photo.jpg", bytes(5000))
    told = said(office, "import", tmp_path / "stick", code=1)["quarantined"]
    assert len(told) == 2
    assert all("damaged" in each["why"] for each in told)


def test_the_office_is_called_by_its_name_where_its_pack_is_installed(
    workspace: Path, office: Path, tmp_path: Path
) -> None:
    run("--workspace", office, "pack", "make", "--to", tmp_path)
    assert said(office, "pack", "show")["pack"] == 1
    done = run("--workspace", workspace, "pack", "make", "--to", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)  # an interviewer's would lie before everybody
    (pack,) = tmp_path.glob("gsmon-pack-*.json")
    run("--workspace", workspace, "pack", "install", pack, "--trust")
    (peer,) = lines(run("--workspace", workspace, "keys", "list", "--json"))
    assert (peer["name"], peer["state"]) == ("Офис", "trusted")
    run("--workspace", workspace, "keys", "revoke", peer["device"])
    assert "доверие отозвано" in run("--workspace", workspace, "--language", "ru", "keys", "list").stdout
