"""Обмен between two computers: keys compared, a folder synced, receipts, a conflict, settings installed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys, peers
from gsmon_desktop.exchange.comparing import compare
from gsmon_desktop.interviewing import add_built_in, reopen, resume
from gsmon_desktop.store import Workspace, interviews
from tests.ui.conftest import Hands, now
from ui.dialogs.compare_words import CompareWordsDialog
from ui.i18n import Language
from ui.screens.exchange import ExchangeScreen
from ui.screens.exchange_board import BoardPage
from ui.screens.exchange_conflicts import ConflictsPage
from ui.screens.exchange_people import PeoplePage
from ui.screens.exchange_sending import SendingPage
from ui.screens.exchange_taking import TakingPage
from ui.tasks import Tasks

T = TypeVar("T")


class Computer:
    """The screen on a workspace, and the person in front of it."""

    def __init__(self, qtbot: QtBot, folder: Path, language: Language) -> None:
        self.qtbot, self.folder, self.files = qtbot, folder, Hands()
        self.tasks = Tasks(folder, now=now)
        catalogue, edition = reference.catalogue(), reference.edition()
        self.screen = ExchangeScreen(self.tasks, catalogue, edition, language, self.files)
        self.troubles: list[GsmonError] = []
        self.screen.troubled.connect(self.troubles.append)
        self.tasks.changed.connect(lambda kinds: self.screen.refresh())
        qtbot.addWidget(self.screen)
        self.screen.resize(1230, 700)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.screen.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending == 0, timeout=30_000)

    def page(self, key: str, kind: type[T]) -> T:
        self.screen.chips[key].click()
        self.settle()
        page = self.screen.pages[key]
        assert isinstance(page, kind)
        return page

    def dialog(self) -> CompareWordsDialog:
        return next(each for each in self.screen.findChildren(QDialog) if each.isVisible())  # type: ignore[return-value]

    def read(self, work: Callable[[Workspace], T]) -> T:
        with Workspace.open(self.folder, now=now, read_only=True) as ws:
            return work(ws)

    def write(self, work: Callable[[Workspace], T]) -> T:
        """Something that happened on this computer earlier in the day."""
        found: list[T] = []
        self.tasks.lane(work, found.append, changes=("interview",))
        self.settle()
        return found[0]


@pytest.fixture
def laptop(qtbot: QtBot, workspace: Path, language: Language) -> Iterator[Computer]:
    with Workspace.open(workspace, now=now) as ws:
        ws.settings["role"] = "interviewer"
    made = Computer(qtbot, workspace, language)
    yield made
    made.tasks.close()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, language: Language) -> Iterator[Computer]:
    folder = tmp_path / "office"
    with Workspace.create(folder, now=now, name="Офис", role="hq") as ws:
        add_built_in(ws, now=now)
    made = Computer(qtbot, folder, language)
    yield made
    made.tasks.close()


def introduce(one: Computer, other: Computer, file: Path) -> None:
    """One gives its key as a file; the other compares the words and adds it."""
    giving, adding = one.page("people", PeoplePage), other.page("people", PeoplePage)
    one.files.answer = file
    giving.save.click()
    one.settle()
    other.files.answer = file
    adding.add.click()
    asked = other.dialog()
    assert asked.words.text() == giving.own.text()
    asked.field.setText("Астана")
    asked.agree.click()
    other.settle()
    assert "добавлен" in adding.notice.text.text()


@pytest.fixture
def met(laptop: Computer, office: Computer, tmp_path: Path) -> tuple[Computer, Computer, Path]:
    introduce(office, laptop, tmp_path / "office.json")
    introduce(laptop, office, tmp_path / "laptop.json")
    shared = tmp_path / "флешка"
    shared.mkdir()
    return laptop, office, shared


def synced(computer: Computer, shared: Path) -> SendingPage:
    page = computer.page("sending", SendingPage)
    computer.files.answer = shared
    page.sync.click()
    computer.settle()
    assert computer.troubles == []
    return page


def finished(ws: Workspace) -> dict[str, str]:
    rows = interviews.list(ws, status="finished", limit=1000)
    return {row.id: row.hash for row in rows}


def test_what_is_sent_comes_and_the_receipt_says_so(
    met: tuple[Computer, Computer, Path], qtmodeltester: ModelTester
) -> None:
    laptop, office, shared = met
    waiting = int(laptop.screen.pages["sending"].count.text())
    sending = synced(laptop, shared)
    assert f"Отправлено интервью: {waiting}" in sending.notice.text.text()
    assert [each.state for each in sending.model.rows] == ["sent"]
    taking = synced(office, shared)
    assert f"Принято интервью: {waiting}" in taking.notice.text.text()
    assert laptop.read(finished) == office.read(finished)
    again = synced(laptop, shared)
    assert f"Квитанция на пакет № 1: принято {waiting}, отклонено 0." in again.notice.text.text()
    assert [each.state for each in again.model.rows] == ["accepted"]
    assert not again.again.isVisible()
    board = office.page("board", BoardPage)
    qtmodeltester.check(board.model)
    (line,) = board.model.rows
    missing = board.model.columnCount() - 1
    assert not board.table.isColumnHidden(missing)
    assert board.table.horizontalScrollBar().maximum() == 0  # it shows without scrolling
    assert (line.interviews, line.gaps, line.refused, line.conflicts) == (waiting, (), 0, 0)


def test_a_stranger_waits_until_its_words_were_compared(
    laptop: Computer, office: Computer, tmp_path: Path
) -> None:
    introduce(office, laptop, tmp_path / "office.json")
    laptop.files.answer = tmp_path
    laptop.page("sending", SendingPage).pack.click()
    laptop.settle()
    (package,) = tmp_path.glob("gsmon-*.zip*")
    taking = office.page("taking", TakingPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(package))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    taking.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    office.settle()
    assert "Отложено" in taking.notice.text.text()
    assert len(taking.model.rows) == 1
    why = str(taking.model.index(0, 2).data())
    assert "на странице «Участники»" in why
    assert "gsmon" not in why
    assert office.read(finished) == {}
    people = office.page("people", PeoplePage)
    assert people.accept.isVisible()
    people.accept.click()
    asked = office.dialog()
    assert asked.words.text() == laptop.write(lambda ws: keys.identity(ws, now=now).public.fingerprint)
    asked.agree.click()
    office.settle()
    assert "принято интервью" in people.notice.text.text()
    assert office.read(finished) == laptop.read(finished)
    assert office.page("taking", TakingPage).empty.isVisible()


def test_two_edits_of_one_record_are_compared_and_settled(
    met: tuple[Computer, Computer, Path], language: Language
) -> None:
    laptop, office, shared = met
    synced(laptop, shared)
    synced(office, shared)
    synced(laptop, shared)
    key = laptop.read(lambda ws: interviews.list(ws, outcome="complete", limit=1)[0].id)
    laptop.write(lambda ws: correct(ws, key, "41"))
    office.write(lambda ws: correct(ws, key, "52"))
    synced(laptop, shared)
    synced(office, shared)
    page = office.page("conflicts", ConflictsPage)
    assert [each.interview for each in page.model.rows] == [key]
    assert [(line.ours, line.theirs) for line in page.lines.rows] == [("52", "41")]
    number = page.model.rows[0].number
    unspoken = office.read(lambda ws: compare(ws, number, "zz", now))  # the window's, which the form has not
    assert [(line.ours, line.theirs) for line in unspoken.lines] == [("52", "41")]
    asked = page.lines.rows[0].label
    language.switch("kk")
    QApplication.processEvents()
    office.settle()
    assert page.save.text() == "Тізімді сақтау…"
    assert page.lines.rows[0].label != asked
    language.switch("ru")
    page.theirs.click()
    office.settle()
    assert page.empty.isVisible()
    answers = office.read(lambda ws: interviews.answers(ws, interviews.get(ws, key).number))
    assert "41" in answers.values()
    assert "52" not in [value for path, value in answers.items() if path.endswith("/age")]


def correct(ws: Workspace, key: str, age: str) -> None:
    reopen(ws, key, "возраст", now=now)
    interview = resume(ws, key, now=now)
    path = next(path for path in interview.session.asked() if path.endswith("/age"))
    interview.answer(path, age)
    interview.finish()


def test_settings_of_the_office_are_made_and_installed(
    laptop: Computer, office: Computer, tmp_path: Path
) -> None:
    people = office.page("people", PeoplePage)
    office.files.answer = tmp_path
    assert people.pack.isVisible()
    people.pack.click()
    office.settle()
    (pack,) = tmp_path.glob("gsmon-pack-*.json")
    installing = laptop.page("people", PeoplePage)
    assert not installing.pack.isVisible()
    laptop.files.answer = pack
    installing.install.click()
    laptop.settle()
    asked = laptop.dialog()
    assert asked.words.text() == people.own.text()
    asked.agree.click()
    laptop.settle()
    assert "Установлены настройки № 1" in installing.notice.text.text()
    assert laptop.read(peers.recipients)[0].device == office.read(lambda ws: ws.settings["device"])


def test_a_revoked_computer_can_be_accepted_again(laptop: Computer, office: Computer, tmp_path: Path) -> None:
    introduce(laptop, office, tmp_path / "laptop.json")
    people = office.page("people", PeoplePage)
    people.table.selectRow(0)
    people.revoke.click()
    office.settle()
    assert people.model.rows[0].peer.state == peers.REVOKED
    people.accept.click()
    office.dialog().agree.click()
    office.settle()
    assert people.model.rows[0].peer.state == peers.TRUSTED


def test_a_file_that_is_no_key_is_told(laptop: Computer, tmp_path: Path) -> None:
    people = laptop.page("people", PeoplePage)
    laptop.files.answer = tmp_path / "wrong.json"
    laptop.files.answer.write_text("{}", encoding="utf-8")
    people.add.click()
    assert [error.code for error in laptop.troubles] == ["exchange.keys_wrong"]


def test_damaged_package_is_told_and_nothing_changes(
    laptop: Computer, office: Computer, tmp_path: Path
) -> None:
    introduce(office, laptop, tmp_path / "office.json")
    laptop.files.answer = tmp_path
    laptop.page("sending", SendingPage).pack.click()
    laptop.settle()
    (package,) = tmp_path.glob("gsmon-*.zip*")
    torn = tmp_path / f"torn-{package.name}"
    shutil.copy(package, torn)
    with torn.open("r+b") as file:
        file.truncate(torn.stat().st_size // 2)
    taking = office.page("taking", TakingPage)
    office.files.answer = torn
    taking.file.click()
    office.settle()
    assert office.troubles or "Отложено" in taking.notice.text.text()
    assert office.read(finished) == {}


def test_nothing_to_do_is_said(laptop: Computer) -> None:
    assert laptop.page("conflicts", ConflictsPage).empty.isVisible()
    assert laptop.page("board", BoardPage).empty.isVisible()
    assert laptop.page("people", PeoplePage).empty.isVisible()
    assert laptop.page("taking", TakingPage).empty.isVisible()
