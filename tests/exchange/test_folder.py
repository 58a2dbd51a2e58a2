"""A shared folder: two writers at once, cloud clients that rename and double, a stick pulled out."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import export, standing, sync, target
from gsmon_desktop.store import Workspace, interviews
from tests.exchange.drives import fat32, takes
from tests.exchange.test_intake import stock
from tests.exchange.tools import acquaint, give, give_all
from tests.interviewing.tools import put_survey
from tests.store.tools import noon


@pytest.fixture(params=["here", "fat32"])
def share(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The folder, on the disk of the tests and on a FAT32 stick."""
    if request.param == "here":
        (tmp_path / "общая").mkdir()
        yield tmp_path / "общая"
    else:
        with fat32(tmp_path) as drive:
            yield drive


def both(ws: Workspace, share: Path) -> None:
    sync(ws, target(str(share)), now=noon)


def test_there_and_back(ws: Workspace, hq: Workspace, share: Path, tmp_path: Path) -> None:
    given = give_all(ws, tmp_path)
    both(ws, share)
    assert standing(ws, given["paper"]).state == "sent"
    both(hq, share)
    both(ws, share)
    assert standing(ws, given["paper"]).state == "accepted"
    assert stock(hq) == stock(ws)
    assert [file for file in (share / "inbox").rglob("*") if file.is_file()] == []
    names = [file.name for file in share.rglob("*")]
    assert not [name for name in names if set(name) & set(':*?"<>|\\') or name != name.lower()]


def test_what_a_cloud_client_does_to_names(ws: Workspace, hq: Workspace, share: Path, tmp_path: Path) -> None:
    """Renamed, doubled, and in a folder renamed: taken in once, and the receipts are found."""
    give_all(ws, tmp_path)
    both(ws, share)
    (inbox,) = (share / "inbox").iterdir()
    (package,) = inbox.iterdir()
    for name in ("копия 1.zip.age", f"{package.stem} (1).age", "conflicted copy (Aigul).age", "A~1.AGE"):
        if takes(inbox, name):
            shutil.copyfile(package, inbox / name)
    package.unlink()
    _moved(inbox, inbox.name + " (1)")
    done = sync(hq, target(str(share)), now=noon).received.taken
    assert (done.accepted, done.quarantined) == (3, ())
    (receipts,) = (share / "receipts").iterdir()
    copy = " - копия 1" if takes(share, "копия 1") else " (1)"
    _moved(receipts, receipts.name.upper() + copy)
    assert len(sync(ws, target(str(share)), now=noon).received.answers) == 1
    assert interviews.count(hq, status="finished") == 3


def _moved(folder: Path, name: str) -> None:
    """File by file, as cloud clients do (and fusefat loses what is in a folder it renames)."""
    folder.with_name(name).mkdir()
    for file in folder.iterdir():
        shutil.copyfile(file, folder.with_name(name) / file.name)
    shutil.rmtree(folder)


def test_half_a_copy_is_passed_over_until_it_is_whole(
    ws: Workspace, hq: Workspace, share: Path, tmp_path: Path
) -> None:
    give_all(ws, tmp_path)
    both(ws, share)
    (package,) = (share / "inbox").rglob("*.age")
    content = package.read_bytes()
    for size in (0, 1, 30, 400, len(content) // 2, len(content) - 1):
        package.unlink()
        package.write_bytes(content[:size])
        done = sync(hq, target(str(share)), now=noon).received.taken
        assert (done.accepted, len(done.quarantined)) == (0, 1)
    both(ws, share)
    assert sync(hq, target(str(share)), now=noon).received.taken.accepted == 3


def test_a_flipped_bit_is_given_again(ws: Workspace, hq: Workspace, share: Path, tmp_path: Path) -> None:
    """On one disk the copy there is our own file: then the package is made anew."""
    give_all(ws, tmp_path)
    both(ws, share)
    (package,) = (share / "inbox").rglob("*.age")
    content = bytearray(package.read_bytes())
    content[len(content) // 2] ^= 4
    with package.open("r+b") as file:
        file.write(content)
    done = sync(hq, target(str(share)), now=noon).received.taken
    assert (done.accepted, len(done.quarantined)) == (0, 1)
    both(ws, share)
    done = sync(hq, target(str(share)), now=noon).received.taken
    assert (done.accepted, done.quarantined) == (3, ())
    both(ws, share)
    assert not list((share / "inbox").rglob("*.age"))
    assert all(standing(ws, id_).state == "accepted" for id_ in stock(ws))


def test_a_pulled_stick_is_given_again(ws: Workspace, hq: Workspace, share: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    both(ws, share)
    shutil.rmtree(share / "inbox")
    both(ws, share)
    assert sync(hq, target(str(share)), now=noon).received.taken.accepted == 3
    with pytest.raises(GsmonError) as error:
        target(str(share / "нет"))
    assert error.value.code == "file.folder_missing"


def test_an_interviewer_takes_nobodys_packages_in(ws: Workspace, share: Path, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "other", now=noon) as other:
        put_survey(other, tmp_path)
        give(other)
        both(other, share)
        done = sync(ws, target(str(share)), now=noon).received
        assert (done.taken.accepted, done.taken.quarantined) == (0, ())


def _rounds(tmp_path: Path, share: Path, rounds: int) -> None:
    """Two laptops and the office at once, each in a thread of its own, all on the one folder."""
    troubles: list[BaseException] = []

    def open_(name: str) -> Workspace:
        return Workspace.open(tmp_path / name, now=noon)

    with Workspace.create(tmp_path / "hq", now=noon, role="hq") as hq:
        for name in ("a", "b"):
            with Workspace.create(tmp_path / name, now=noon, name=name) as ws:
                put_survey(ws, tmp_path)
                acquaint(ws, hq)

    def work(name: str) -> None:
        try:
            with open_(name) as ws:
                for number in range(rounds):
                    if name != "hq" and number % 10 == 0:
                        give(ws)
                    both(ws, share)
        except BaseException as error:  # noqa: BLE001 - told to the test
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b", "hq")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    for name in ("hq", "a", "b"):
        with open_(name) as ws:
            both(ws, share)
    with open_("hq") as hq, open_("a") as a, open_("b") as b:
        assert stock(hq) == stock(a) | stock(b)
        for ws in (a, b):
            assert all(standing(ws, id_).state == "accepted" for id_ in stock(ws))
            assert export(ws, share, now=noon, resend=True).packages == ()


def test_two_writers_and_a_reader(tmp_path: Path, share: Path) -> None:
    _rounds(tmp_path, share, 12)


@pytest.mark.slow
@pytest.mark.timeout(1700)
@pytest.mark.parametrize("share", ["here"], indirect=True)
def test_two_writers_for_a_thousand_rounds(tmp_path: Path, share: Path) -> None:
    _rounds(tmp_path, share, 1000)


def test_two_computers_write_one_name_in_two_cases(ws: Workspace, hq: Workspace, share: Path) -> None:
    """A drive that tells no cases apart gives one folder to both; what lies there is known by what it is."""
    give(ws)
    (share / "INBOX" / ws.settings["device"].upper()).mkdir(parents=True)
    both(ws, share)
    done = sync(hq, target(str(share)), now=noon).received.taken
    assert done.accepted == 1
    both(ws, share)
    assert all(standing(ws, id_).state == "accepted" for id_ in stock(ws))
