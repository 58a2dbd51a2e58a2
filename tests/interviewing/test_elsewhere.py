"""The disk takes no more, or is gone: work goes on in another folder, with the answer that was refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, go_on_elsewhere, resume, start
from gsmon_desktop.interviewing.doctor import examine
from gsmon_desktop.store import Workspace, interviews, media
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.store.tools import disk, fill_up, noon


def _begun(folder: Path, tmp_path: Path) -> tuple[Workspace, Interview]:
    """A workspace with one finished interview and a draft with a photo."""
    ws = Workspace.create(folder, now=noon, name="Айгүл", region="astana")
    put_survey(ws, tmp_path)
    for _ in range(2):
        draft = start(ws, "visit", now=noon)
        for path, value in PAPER.items():
            draft.answer(path, value)
        (tmp_path / "фото.jpg").write_bytes(bare_photo(draft.number))
        draft.attach("/data/photo", tmp_path / "фото.jpg")
        if draft.number == 1:
            draft.finish()
    draft.add("/data/visit")
    draft.answer("/data/visit[2]/what", "справка")
    draft.comment("/data/town", "со слов")
    draft.at("/data", "/data/phone")
    return ws, draft


def test_a_full_disk(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "3m") as stick:
        ws, draft = _begun(stick / "w", tmp_path)
        fill_up(stick)
        unsaved = _refused(draft, "/data/phone")
        made = go_on_elsewhere(ws, draft, _folder(tmp_path), now=noon, unsaved=("/data/phone", unsaved))
        ws.close()
    assert (made.whole, made.lacking) == (True, ())
    with Workspace.open(made.folder, now=noon) as there:
        assert len(interviews.list(there)) == 2
        again = resume(there, made.interview, now=noon)
        assert again.session.value("/data/phone") == unsaved
        assert again.session.value("/data/visit[2]/what") == "справка"
        assert (again.page, again.question) == ("/data", "/data/phone")
        (photo,) = media.of(there, again.number)
        assert media.intact(there.vault, photo.sha256)
        assert there.settings["device"] != ws.settings["device"]
    assert examine(made.folder, now=noon).ok


def test_a_pulled_stick(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "8m") as stick:
        ws, draft = _begun(stick / "w", tmp_path)
        subprocess.run(["umount", "-l", str(stick)], check=True)
        with pytest.raises(GsmonError) as caught:
            draft.answer("/data/phone", "77015550101")
        assert caught.value.code == "workspace.gone"
        assert draft.session.value("/data/phone") == ""
        with pytest.raises(GsmonError):
            draft.finish()
        made = go_on_elsewhere(ws, draft, _folder(tmp_path), now=noon, unsaved=("/data/phone", "77015550101"))
        ws.close()
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=True)
    with Workspace.open(made.folder, now=noon) as there:
        assert resume(there, made.interview, now=noon).session.value("/data/phone") == "77015550101"
        assert interviews.comments(there, interviews.get(there, made.interview).number)


def test_a_folder_that_was_moved_away_takes_no_answers(tmp_path: Path) -> None:
    ws, draft = _begun(tmp_path / "w", tmp_path)
    (tmp_path / "w").rename(tmp_path / "moved")
    for _ in range(2):
        with pytest.raises(GsmonError) as caught:
            draft.answer("/data/phone", "1")
        assert caught.value.code == "workspace.gone"
    (tmp_path / "moved").rename(tmp_path / "w")
    draft.answer("/data/phone", "2")
    ws.close()


def test_a_database_that_cannot_be_read_leaves_the_interview_in_hand(tmp_path: Path) -> None:
    ws, draft = _begun(tmp_path / "w", tmp_path)
    draft.session.set("/data/phone", "77015550101")
    ws.close()  # reading fails from now on, as from a disk that does not answer
    file = tmp_path / "w" / "gsmon.db"
    file.write_bytes(b"\xff" * file.stat().st_size)
    broken = _Deaf(tmp_path / "w", ws)
    made = go_on_elsewhere(broken, draft, _folder(tmp_path), now=noon)
    broken.db.close()
    assert not made.whole
    assert made.lacking == ("photo-1.jpg",)
    with Workspace.open(made.folder, now=noon) as there:
        (row,) = interviews.list(there)
        assert row.id == draft.id
        again = resume(there, row.id, now=noon)
        assert again.session.value("/data/phone") == "77015550101"
        assert again.session.value("/data/visit[2]/what") == "справка"
        assert again.session.value("/data/photo") == ""
        again.finish()
    assert examine(made.folder, now=noon).ok


class _Deaf(Workspace):
    """A workspace whose database does not answer any more; settings are still in memory."""

    def __init__(self, folder: Path, was: Workspace) -> None:
        self.folder, self.keys, self.vault, self.settings = folder, None, was.vault, was.settings
        self.db = Database(driver.connect(str(folder / "gsmon.db")))


def test_nowhere_to_go(tmp_path: Path) -> None:
    ws, draft = _begun(tmp_path / "w", tmp_path)
    with pytest.raises(GsmonError) as caught:
        go_on_elsewhere(ws, draft, tmp_path / "нет", now=noon)
    assert caught.value.code == "file.folder_missing"
    with disk(tmp_path / "stick", "1m") as stick:
        fill_up(stick, leave=200 * 1024)
        with pytest.raises(GsmonError) as caught:
            go_on_elsewhere(ws, draft, stick, now=noon)
        assert caught.value.code in {"workspace.disk_full", "file.full"}
        assert [each.name for each in stick.iterdir()] == ["ballast"]
    draft.answer("/data/phone", "1")  # and work goes on where it was
    ws.close()
    shutil.rmtree(tmp_path / "w")


def _refused(draft: Interview, path: str) -> str:
    """Answers until the disk takes no more; the answer it did not take."""
    texts: list[str] = []

    def answer_on() -> None:
        for at in range(1000):
            texts.append(f"{at} " + "7" * 3000)
            draft.answer(path, texts[-1])

    with pytest.raises(GsmonError) as caught:
        answer_on()
    assert caught.value.code == "workspace.disk_full"
    return texts[-1]


def _folder(tmp_path: Path) -> Path:
    made = tmp_path / "Басқа қалта"
    made.mkdir()
    return made
