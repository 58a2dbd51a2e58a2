"""Визиты and Контроль in the real window, by keys: plans, records, findings and their states, call-backs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester

from gsmon_desktop.interviewing import findings
from gsmon_desktop.store import Workspace, interviews
from tests.ui.conftest import Hands, OpenWindow, now
from tests.ui.keyboard import press, type_text
from tests.ui.laptop import make_workspace
from ui.dialogs.finder import Finder
from ui.dialogs.reason import ReasonDialog
from ui.pictures import settle
from ui.screens.control import ControlScreen
from ui.screens.findings import FindingsPage
from ui.screens.visits import FINDINGS, VisitsScreen
from ui.screens.visits_method import MethodPage
from ui.shell import Shell
from ui.window import MainWindow

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
T = TypeVar("T")
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(open_window: OpenWindow, workspace: Path) -> MainWindow:
    return open_window(workspace)


def shell_of(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def visits_of(window: MainWindow) -> VisitsScreen:
    shell_of(window).go("visits")
    settle(window)
    screen = shell_of(window).screens["visits"]
    assert isinstance(screen, VisitsScreen)
    return screen


def page_of(window: MainWindow, method: str) -> MethodPage:
    screen = visits_of(window)
    screen.chips[method].click()
    settle(window)
    page = screen.pages[method]
    assert isinstance(page, MethodPage)
    return page


def findings_of(window: MainWindow) -> FindingsPage:
    screen = visits_of(window)
    screen.chips[FINDINGS].click()
    settle(window)
    page = screen.pages[FINDINGS]
    assert isinstance(page, FindingsPage)
    return page


def control_of(window: MainWindow) -> ControlScreen:
    shell_of(window).go("control")
    settle(window)
    screen = shell_of(window).screens["control"]
    assert isinstance(screen, ControlScreen)
    return screen


def dialog(window: MainWindow, kind: type[D]) -> D:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def read(window: MainWindow, work: Callable[[Workspace], T]) -> T:
    """What another reader finds on the disk."""
    with Workspace.open(window.tasks.folder, now=now, read_only=True) as ws:
        return work(ws)


def test_page_of_a_method_lists_its_plan_and_its_records(window: MainWindow) -> None:
    page = page_of(window, "mystery_shopping")
    assert page.plan.model().rowCount() == 20
    assert page.plan_sum.text().endswith("из 20")
    kinds = {page.model.row_at(row).form_id for row in range(page.model.rowCount())}  # type: ignore[union-attr]
    assert kinds == {"visit_office", "visit_self_service", "visit_portal", "test_call"}
    assert page.preview.reading is not None  # the first record, unasked
    page.search.setText("такого нет нигде")
    settle(window)
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    assert page.preview.reading is None


def test_a_visit_is_reported_alone_and_an_interview_is_not(
    window: MainWindow, files: Hands, tmp_path: Path
) -> None:
    page = page_of(window, "mystery_shopping")
    rows = [page.model.row_at(row) for row in range(page.model.rowCount())]
    at = next(n for n, row in enumerate(rows) if row is not None and row.status == interviews.FINISHED)
    page.table.selectRow(at)
    settle(window)
    row = rows[at]
    assert row is not None
    files.answer = tmp_path / "визит.docx"
    page.preview.report.click()
    settle(window)
    document = Document(str(files.answer))
    assert [t.text for t in document.paragraphs].count("Отчёт о визите тайного покупателя") == 1
    cells = [cell.text for cell in document.tables[0].columns[1].cells]
    assert str(row.number) in cells
    talks = page_of(window, "depth_interview")
    talks.table.selectRow(0)
    settle(window)
    assert talks.preview.print.isVisible()
    assert not talks.preview.report.isVisible()


def test_enter_on_the_plan_begins_a_visit_of_that_service(window: MainWindow) -> None:
    page = page_of(window, "mystery_shopping")
    service = page.plan.currentIndex().data()
    page.plan.setFocus()
    press(page.plan, ENTER)
    finder = dialog(window, Finder)
    press(finder, Qt.Key.Key_Down)
    press(finder, ENTER)
    settle(window)
    assert shell_of(window).is_filling
    session = shell_of(window).filling._session()
    assert session.form.form_id == "visit_self_service"
    assert session.question("/data/passport/service").value
    shell_of(window).filling.leave()
    settle(window)
    assert shell_of(window).place == "visits"
    page = page_of(window, "mystery_shopping")
    row = page.model.row_at(0)
    assert row is not None
    assert (row.status, row.form_id) == (interviews.DRAFT, "visit_self_service")
    assert service.split(". ")[1][:10] in page.model.index(0, 3).data()
    page.table.setFocus()
    page.table.selectRow(0)
    press(page.table, ENTER)
    settle(window)
    assert shell_of(window).filling.interview_id == row.id


def test_method_with_one_questionnaire_begins_at_once(window: MainWindow) -> None:
    page = page_of(window, "desk_research")
    assert not page.plan_card.isVisible()
    page.new.click()
    settle(window)
    assert shell_of(window).filling._session().form.form_id == "desk_research"


def test_everything_the_right_side_offers_works_here_too(window: MainWindow) -> None:
    page = page_of(window, "mystery_shopping")
    reading = page.preview.reading
    assert reading is not None
    press(page.preview.again, Qt.Key.Key_Space, " ")
    settle(window)
    filling = shell_of(window).filling
    assert shell_of(window).is_filling
    assert f"№ {reading.row.number}" in filling.banner.words.text()
    filling.leave()
    settle(window)
    press(page.preview.reopen, Qt.Key.Key_Space, " ")
    asked = dialog(window, ReasonDialog)
    type_text(asked.field, "не тот кабинет")
    press(asked.field, ENTER, "\r")
    settle(window)
    assert shell_of(window).is_filling
    assert filling.interview_id == reading.row.id


def test_findings_are_narrowed_and_sorted(window: MainWindow, qtmodeltester: ModelTester) -> None:
    page = findings_of(window)
    qtmodeltester.check(page.model)
    everything = len(page.model.rows)
    assert everything == len(read(window, findings.register)) > 5
    page.chips["kind"].pick("recommendation")
    assert {each.kind for each in page.model.rows} == {"recommendation"}
    page.chips["addressee"].pick("portal")
    assert {each.addressee for each in page.model.rows} <= {"portal"}
    page.chips["kind"].pick("")
    page.chips["addressee"].pick("")
    word = page.model.rows[0].text.split()[0]
    type_text(page.search, word)
    assert 0 < len(page.model.rows) <= everything
    assert all(word.casefold() in each.text.casefold() for each in page.model.rows)
    page.search.clear()
    page.table.horizontalHeader().sectionClicked.emit(1)
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    texts = [each.text for each in page.model.rows]
    assert texts == sorted(texts)
    page.table.selectRow(0)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_C, modifiers=CTRL)
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[1] == texts[0]


def test_recommendation_gets_another_state_with_a_reason(window: MainWindow) -> None:
    page = findings_of(window)
    row = next(at for at, each in enumerate(page.model.rows) if each.state == "proposed")
    page.table.selectRow(row)
    chosen = page.current()
    assert chosen is not None
    assert not page.states["proposed"].isVisible()
    page.states["sent"].click()
    asked = dialog(window, ReasonDialog)
    type_text(asked.field, "Письмо № 12")
    press(asked.field, ENTER)
    settle(window)
    current = page.current()
    assert current is not None
    assert (current.interview, current.path, current.state) == (chosen.interview, chosen.path, "sent")
    found = read(window, findings.register)
    assert next(f for f in found if (f.interview, f.path) == (chosen.interview, chosen.path)).state == "sent"


def test_barrier_has_no_state_to_settle(window: MainWindow) -> None:
    page = findings_of(window)
    page.table.selectRow(next(at for at, each in enumerate(page.model.rows) if each.kind == "barrier"))
    assert not any(button.isVisible() for button in page.states.values())


def test_register_is_saved_as_a_table(window: MainWindow, files: Hands, tmp_path: Path) -> None:
    page = findings_of(window)
    files.answer = tmp_path / "выводы.xlsx"
    page.save.click()
    settle(window)
    sheet = load_workbook(files.answer).worksheets[0]
    assert sheet.max_row == 1 + len(page.model.rows)
    assert [cell.value for cell in sheet[1]][:2] == ["Вид", "Что"]


def test_control_shows_shares_and_narrows_to_a_person(window: MainWindow) -> None:
    screen = control_of(window)
    assert sum(each.complete for each in screen._seen.shares) == 40
    assert {each.verdict for each in screen.model.rows} == {""}
    lines = screen.people.model().rowCount()
    assert lines == 1 + len(screen._seen.shares)
    person = screen._seen.shares[0].interviewer
    screen.people.activated.emit(screen.people.model().index(1, 0))
    settle(window)
    assert {each.interviewer for each in screen.model.rows} == {person}


def test_enter_calls_back_with_the_interview_named(window: MainWindow) -> None:
    screen = control_of(window)
    chosen = screen.model.rows[0]
    screen.table.setFocus()
    press(screen.table, ENTER)
    settle(window)
    session = shell_of(window).filling._session()
    assert session.form.form_id == "field_control"
    assert session.by_role("checked_interview") == chosen.id
    assert session.by_role("checked_interviewer") == chosen.interviewer
    assert session.by_role("service") == chosen.service


def test_checked_interviews_say_what_was_found(window: MainWindow) -> None:
    screen = control_of(window)
    screen.parts["checked"].click()
    settle(window)
    assert screen.model.rows
    column = screen.model.columnCount() - 1
    told = {screen.model.index(row, column).data() for row in range(len(screen.model.rows))}
    assert told <= {"✓ подтверждено", "≈ с замечаниями", "✗ не подтверждено"}


def test_empty_workspace_says_what_to_do_first(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(make_workspace(tmp_path / "w"))
    page = page_of(window, "focus_group")
    assert page.empty.isVisible()
    assert "Enter" in page.empty.text()
    assert findings_of(window).empty.isVisible()
    screen = control_of(window)
    assert screen.empty.isVisible()
    assert not screen.check.isEnabled()
