"""Интервью: the table reads itself page by page, is narrowed by words and chips, and acts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import latest_form, start
from gsmon_desktop.store import Workspace, interviews, records
from tests.interviewing.tools import PAPER, SURVEY, put_survey
from tests.ui.conftest import Hands, now
from tests.ui.keyboard import press, type_text
from ui.dialogs.finder import Finder
from ui.dialogs.moving import MovingDialog
from ui.dialogs.reason import ReasonDialog
from ui.i18n import Language
from ui.models.interviews import COLUMNS, KEPT, PAGE, InterviewsModel
from ui.screens.interviews import InterviewsScreen
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
MANY = (KEPT + 3) * PAGE + 7


class Desk:
    """The screen on a workspace."""

    def __init__(self, qtbot: QtBot, folder: Path, language: Language) -> None:
        self.qtbot = qtbot
        self.files = Hands()
        self.tasks = Tasks(folder, now=now)
        self.screen = InterviewsScreen(self.tasks, reference.catalogue(), language, self.files)
        self.troubles: list[GsmonError] = []
        self.resumed: list[str] = []
        self.screen.troubled.connect(self.troubles.append)
        self.screen.resume_requested.connect(self.resumed.append)
        self.tasks.changed.connect(lambda kinds: self.screen.refresh())
        qtbot.addWidget(self.screen)
        self.screen.resize(1230, 680)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.screen.activateWindow()
        self.screen.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending == 0 and not self.screen._typing.isActive())

    def column(self, name: str) -> list[str]:
        model, place = self.screen.model, COLUMNS.index(name)
        return [model.index(row, place).data() for row in range(model.rowCount())]

    def shown(self) -> tuple[int, str]:
        """The chosen row, and the number of the interview on the right."""
        reading = self.screen.preview.reading
        return self.screen.table.currentIndex().row(), str(reading.row.number) if reading else ""

    def dialog(self) -> QDialog:
        return next(each for each in self.screen.window().findChildren(QDialog) if each.isVisible())

    def choose(self, row: int) -> None:
        self.screen.table.selectRow(row)
        self.settle()


@pytest.fixture
def desk(qtbot: QtBot, workspace: Path, language: Language) -> Iterator[Desk]:
    made = Desk(qtbot, workspace, language)
    yield made
    made.tasks.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with more drafts than the model keeps."""
    folder = tmp_path_factory.mktemp("crowd") / "ws"
    with Workspace.create(folder, now=now, name="Айгүл") as ws, ws.transaction() as db:
        put_survey(ws, folder.parent)
        form = latest_form(ws, "visit")
        for number in range(MANY):
            started = f"2026-01-01T00:00:00.{number:06d}+05:00"
            who = "Асель" if number % 2 else "Виктор"
            new = records.NewInterview(
                f"i{number}", form.form_id, form.hash, f"uuid:{number}", "d", who, "ru", started
            )
            at = records.insert(db, new)
            records.set_words(db, at, [str(at)])
    return folder


def test_the_model_is_sound(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.screen.model)
    desk.screen.statuses[interviews.DRAFT].click()
    desk.settle()
    desk.screen.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    desk.settle()
    assert desk.column("number") == sorted(desk.column("number"))


def test_only_what_is_looked_at_is_read(qtbot: QtBot, crowded: Path) -> None:
    tasks = Tasks(crowded, now=now)
    model = InterviewsModel(tasks, reference.catalogue(), lambda: "ru")
    with qtbot.waitSignal(model.counted):
        model.reload()
    assert model.rowCount() == MANY
    assert model.row_at(0) is not None
    far = MANY - 1
    assert model.index(far, 0).data() == ""
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert model.index(far, 0).data() == "1"
    assert len(model._pages) == 2
    for page in range(KEPT + 3):
        if model.row_at(page * PAGE) is None:
            with qtbot.waitSignal(model.dataChanged):
                pass
    assert len(model._pages) == KEPT
    assert model.find_row("nobody") == -1
    model.sort(COLUMNS.index("interviewer"))
    with qtbot.waitSignal(model.counted):
        pass
    assert model.index(0, COLUMNS.index("interviewer")).data() == "Асель"
    tasks.close()


def test_words_in_the_search_narrow_the_table(desk: Desk) -> None:
    everything = desk.screen.model.rowCount()
    press(desk.screen.table, Qt.Key.Key_F, "\x06", CTRL)
    desk.screen.search.setFocus()
    type_text(desk.screen.search, "черновиков таких нет")
    desk.settle()
    assert desk.screen.model.rowCount() == 0
    assert "Показать все" in desk.screen.empty.text()
    assert desk.screen.empty.isVisible()
    desk.screen.reset.click()
    desk.settle()
    assert desk.screen.model.rowCount() == everything
    service = desk.column("service")[5].split(". ", 1)[1]
    type_text(desk.screen.search, service.split()[0][:6].lower())
    desk.settle()
    assert 0 < desk.screen.model.rowCount() < everything
    press(desk.screen.search, Qt.Key.Key_Return, "\r")
    assert desk.screen.table.hasFocus()


def test_chips_narrow_by_state_region_and_service(desk: Desk) -> None:
    desk.screen.statuses[interviews.DRAFT].click()
    desk.settle()
    assert set(desk.column("status")) == {"Черновик"}
    desk.screen.statuses[""].click()
    desk.screen.region.click()
    finder = desk.dialog()
    assert isinstance(finder, Finder)
    type_text(finder.field, "алматы")
    press(finder.field, Qt.Key.Key_Return, "\r")
    desk.settle()
    assert set(desk.column("region")) <= {"Алматы", "Алматинская область"}
    assert desk.screen.region.isChecked()
    desk.screen.show_service("s03")
    desk.settle()
    assert desk.screen.region.key == ""
    assert all(name.startswith("3. ") for name in desk.column("service"))


def test_a_chosen_interview_is_read_on_the_right(desk: Desk, language: Language) -> None:
    rows = (desk.screen.model.row_at(row) for row in range(desk.screen.model.rowCount()))
    desk.choose(next(at for at, row in enumerate(rows) if row and row.outcome == "complete"))
    preview = desk.screen.preview
    assert "Регион" in preview.answers.toPlainText()
    assert "записано целиком" in preview.trail.toPlainText()
    assert preview.sent.text() == "Ещё не в пакете"
    assert preview.reopen.isVisible()
    assert not preview.resume.isVisible()
    language.switch("kk")
    desk.qtbot.waitUntil(lambda: "Өңір" in preview.answers.toPlainText())
    assert desk.screen.title.text() == "Сұхбаттар"


def test_an_interview_the_search_leaves_out_is_shown_no_more(desk: Desk) -> None:
    desk.screen.table.selectRow(0)
    desk.settle()
    _, chosen = desk.shown()
    type_text(desk.screen.search, "нетуникакоготакого")
    desk.settle()
    assert desk.screen.model.rowCount() == 0
    assert desk.screen.preview.reading is None
    desk.screen.reset.click()
    desk.settle()
    assert chosen in desk.column("number")
    assert desk.shown() == (0, desk.column("number")[0])


def test_enter_takes_up_a_draft_and_copy_takes_the_row(desk: Desk) -> None:
    row = desk.column("status").index("Черновик")
    desk.choose(row)
    press(desk.screen.table, Qt.Key.Key_C, "\x03", CTRL)
    heads, line = QGuiApplication.clipboard().text().split("\n")
    assert heads.split("\t")[:3] == ["№", "Состояние", "Начато"]
    assert line.split("\t")[1] == "Черновик"
    press(desk.screen.table, Qt.Key.Key_Return, "\r")
    model_row = desk.screen.model.row_at(row)
    assert model_row is not None
    assert desk.resumed == [model_row.id]


def test_reopening_asks_why_and_makes_a_draft(desk: Desk) -> None:
    row = desk.column("status").index("Завершено")
    desk.choose(row)
    reading = desk.screen.preview.reading
    assert reading is not None
    desk.screen.preview.reopen.click()
    dialog = desk.dialog()
    assert isinstance(dialog, ReasonDialog)
    assert not dialog.agree.isEnabled()
    type_text(dialog.field, "возраст")
    press(dialog.field, Qt.Key.Key_Return, "\r")
    desk.settle()
    again = desk.screen.preview.reading
    assert again is not None
    assert (again.row.id, again.row.status, again.row.revision) == (reading.row.id, "draft", 2)
    assert "возраст" in desk.screen.preview.why.text()
    assert desk.screen.preview.resume.isVisible()
    assert desk.resumed == [reading.row.id]  # and one goes on where it is corrected


def test_deleting_names_what_goes_and_escape_leaves_it(desk: Desk) -> None:
    count = desk.screen.model.rowCount()
    desk.choose(0)
    desk.screen.preview.delete.click()
    dialog = desk.dialog()
    press(dialog, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.screen.model.rowCount() == count
    desk.screen.preview.delete.click()
    dialog = desk.dialog()
    assert isinstance(dialog, ReasonDialog)
    number = desk.column("number")[0]
    assert any(f"№ {number}" in each.text() for each in dialog.findChildren(type(desk.screen.count)))
    type_text(dialog.field, "дубль")
    dialog.agree.click()
    desk.settle()
    assert desk.screen.model.rowCount() == count - 1
    assert desk.troubles == []


def test_a_deleted_interview_comes_back_as_a_draft(desk: Desk) -> None:
    deleted = desk.screen.statuses["deleted"]
    assert not deleted.isVisible()
    row = desk.column("status").index("Завершено")
    desk.choose(row)
    reading = desk.screen.preview.reading
    assert reading is not None
    for button, chip in ((desk.screen.preview.delete, deleted), (desk.screen.preview.restore, None)):
        press(button, Qt.Key.Key_Space, " ")
        dialog = desk.dialog()
        assert isinstance(dialog, ReasonDialog)
        type_text(dialog.field, "по ошибке")
        press(dialog.field, Qt.Key.Key_Return, "\r")
        desk.settle()
        if chip is not None:
            assert chip.isVisible()
            press(chip, Qt.Key.Key_Space, " ")
            desk.settle()
            assert desk.column("status") == ["Удалено"]
            desk.choose(0)
    assert desk.screen.preview.reading is None  # none is deleted any more
    press(desk.screen.reset, Qt.Key.Key_Space, " ")
    desk.screen.refresh()
    desk.settle()
    assert not deleted.isVisible()
    desk.choose(desk.column("number").index(str(reading.row.number)))
    again = desk.screen.preview.reading
    assert again is not None
    assert (again.row.id, again.row.status, again.row.revision) == (reading.row.id, "draft", 2)
    assert desk.screen.preview.resume.isVisible()
    assert not desk.screen.preview.restore.isVisible()
    assert desk.troubles == []


NEWER = (
    SURVEY.replace("| | text | town | Посёлок | Кент | | | | | | | place_name |\n", "")
    .replace("| | integer | age |", "| | text | reason | Зачем | Неге | | | | | | | |\n| | integer | age |")
    .replace("| Визит | visit | 1 |", "| Визит | visit | 2 |")
)


@pytest.fixture
def aged(qtbot: QtBot, tmp_path: Path, language: Language) -> Iterator[Desk]:
    """A workspace with a draft in version 1 of a form that has a version 2."""
    folder = tmp_path / "ws"
    with Workspace.create(folder, now=now, name="Айгүл") as ws:
        put_survey(ws, tmp_path, SURVEY)
        interview = start(ws, "visit", now=now)
        for path, value in PAPER.items():
            interview.answer(path, value)
        put_survey(ws, tmp_path, NEWER)
        start(ws, "visit", now=now)
    made = Desk(qtbot, folder, language)
    yield made
    made.tasks.close()


def test_a_draft_moves_to_the_new_version_of_its_form(aged: Desk) -> None:
    preview = aged.screen.preview
    old = aged.column("number").index("1")
    aged.choose(1 - old)
    assert not preview.move_on.isVisible()
    aged.choose(old)
    assert preview.move_on.isVisible()
    assert "новая версия 2" in preview.newer.text()
    preview.move_on.setFocus()
    press(preview.move_on, Qt.Key.Key_Space, " ")
    aged.settle()
    dialog = aged.dialog()
    assert isinstance(dialog, MovingDialog)
    told = dialog.account.toPlainText().splitlines()
    assert told[0].startswith("Перенесено значений")
    assert any(line.startswith("Посёлок: Ответ «Семёновка» не перенесён") for line in told)
    assert any(line.startswith("Зачем: Новый вопрос") for line in told)
    press(dialog, Qt.Key.Key_Escape)
    aged.settle()
    assert preview.move_on.isVisible()
    press(preview.move_on, Qt.Key.Key_Space, " ")
    aged.settle()
    press(aged.dialog(), Qt.Key.Key_Return, "\r")
    aged.settle()
    assert not preview.move_on.isVisible()
    assert preview.reading is not None
    assert (preview.reading.row.version, preview.reading.newer) == ("2", "")
    assert "ответ не перенесён" in preview.trail.toPlainText()
    assert "Семёновка" in preview.trail.toPlainText()
    assert aged.troubles == []


def test_the_account_of_a_move_speaks_the_windows_language(aged: Desk, language: Language) -> None:
    language.switch("kk")
    aged.choose(aged.column("number").index("1"))
    aged.screen.preview.move_on.click()
    aged.settle()
    dialog = aged.dialog()
    assert isinstance(dialog, MovingDialog)
    assert "Кент: «Семёновка» жауабы көшірілмеді" in dialog.account.toPlainText()
    dialog.back.click()
    aged.settle()


def test_the_whole_list_is_saved_as_it_is_narrowed(desk: Desk, tmp_path: Path) -> None:
    desk.screen.statuses[interviews.FINISHED].click()
    desk.settle()
    desk.files.answer = tmp_path / "список.csv"
    desk.screen.save.click()
    desk.qtbot.waitUntil(lambda: desk.screen.save.text() == "Сохранить список…")
    with desk.files.answer.open(encoding="utf-8-sig", newline="") as stream:
        heads, *rows = csv.reader(stream)
    assert heads[:3] == ["№", "Состояние", "Начато"]
    assert [row[0] for row in rows] == desk.column("number")
    assert desk.troubles == []
    desk.files.answer = None  # thought better of it
    desk.screen.save.click()
    assert desk.tasks.pending == 0


def test_the_right_side_is_always_of_the_list(qtbot: QtBot, crowded: Path, language: Language) -> None:
    desk = Desk(qtbot, crowded, language)
    assert desk.shown() == (0, desk.column("number")[0])
    desk.choose(PAGE + 5)
    qtbot.waitUntil(lambda: desk.screen.model.row_at(PAGE + 5) is not None)
    desk.settle()
    _, chosen = desk.shown()
    desk.screen.refresh()  # something was saved elsewhere
    desk.settle()
    assert desk.shown()[1] == chosen  # it is still in the list, beyond the first page
    desk.screen.statuses[interviews.DRAFT].click()
    desk.settle()
    assert desk.shown()[1] == chosen
    type_text(desk.screen.search, "1")
    desk.settle()
    assert 0 < desk.screen.model.rowCount() < MANY
    assert desk.shown()[1] in desk.column("number")
    desk.tasks.close()


def test_a_deletion_is_taken_back_by_a_key(desk: Desk) -> None:
    before = [desk.column("number"), desk.column("status")]
    row = desk.column("status").index("Завершено")
    desk.choose(row)
    told: list[tuple[str, Callable[[], None]]] = []
    desk.screen.told.connect(lambda text, undo: told.append((text, undo)))
    press(desk.screen.preview.delete, Qt.Key.Key_Space, " ")
    dialog = desk.dialog()
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.field, "дубль")
    press(dialog.field, Qt.Key.Key_Return, "\r")
    desk.settle()
    assert desk.shown() == (row, before[0][row + 1])  # what is in its place
    ((text, undo),) = told
    assert text == f"Интервью № {before[0][row]} удалено."
    undo()
    desk.settle()
    assert [desk.column("number"), desk.column("status")] == before
    assert desk.troubles == []


def test_rows_nobody_looked_at_are_copied_too(qtbot: QtBot, crowded: Path, language: Language) -> None:
    desk = Desk(qtbot, crowded, language)
    QGuiApplication.clipboard().clear()
    desk.screen.table.selectAll()
    press(desk.screen.table, Qt.Key.Key_C, "\x03", CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    _, *lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == desk.screen.model.rowCount() == MANY
    numbers = [line.split("\t")[0] for line in lines]
    assert len(set(numbers)) == MANY
    assert all(numbers)
    desk.tasks.close()


def test_an_interview_found_elsewhere_is_the_chosen_row(desk: Desk) -> None:
    model, table = desk.screen.model, desk.screen.table
    desk.choose(0)
    found = model.row_at(4)
    assert found is not None
    desk.screen.show_interview(found.id)
    desk.settle()
    assert (table.currentIndex().row(), table.chosen()) == (4, [4])
    desk.screen.show_interview("none of the list")
    assert not table.currentIndex().isValid()
