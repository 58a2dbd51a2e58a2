"""Reports written from the window: beside the work, stopped, and past a file that Excel holds."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from tests.ui.conftest import Hands, now
from tests.ui.laptop import make_workspace
from ui.dialogs.cross import CrossDialog
from ui.i18n import Language
from ui.screens.exchange_sending import SendingPage
from ui.screens.interviews import InterviewsScreen
from ui.screens.scores import ScoresScreen
from ui.tasks import Tasks


class Desk:
    """The three screens that write reports, on a workspace."""

    def __init__(self, qtbot: QtBot, folder: Path, language: Language, files: Hands) -> None:
        self.qtbot, self.files = qtbot, files
        self.tasks = Tasks(folder, now=now)
        catalogue, edition = reference.catalogue(), reference.edition()
        published = reference.published()
        self.exchange = SendingPage(self.tasks, catalogue, edition, language, files)
        self.interviews = InterviewsScreen(self.tasks, catalogue, language, files)
        self.scores = ScoresScreen(self.tasks, catalogue, edition, published, language, files)
        for screen in (self.exchange, self.interviews, self.scores):
            qtbot.addWidget(screen)
            with qtbot.waitExposed(screen):
                screen.show()
            screen.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending == 0, timeout=30_000)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Path, language: Language, files: Hands) -> Iterator[Desk]:
    made = Desk(qtbot, workspace, language, files)
    yield made
    made.tasks.close()


@pytest.mark.parametrize(
    ("kind", "name"), [("field", "сводка.xlsx"), ("data", "данные.csv"), ("field", "сводка")]
)
def test_reports_of_exchange(desk: Desk, tmp_path: Path, kind: str, name: str) -> None:
    desk.files.answer = tmp_path / name
    desk.exchange.kinds[kind].trigger()
    assert desk.exchange.reports.bar.isVisible()
    assert not desk.exchange.more.isEnabled()
    desk.settle()
    file = tmp_path / (name if "." in name else f"{name}.pdf")
    assert file.stat().st_size > 500
    assert str(file) in desk.exchange.reports.notice.text.text()
    assert desk.exchange.reports.bar.isHidden()
    assert desk.exchange.more.isEnabled()


def test_two_questions_against_each_other(desk: Desk, tmp_path: Path) -> None:
    desk.exchange.kinds["tables"].trigger()
    desk.settle()
    dialog = desk.exchange.findChild(CrossDialog)
    assert isinstance(dialog, CrossDialog)
    assert dialog.save.isEnabled()
    dialog.rows.setCurrentIndex(dialog.rows.findData("sex"))
    assert not dialog.save.isEnabled()
    dialog.columns.setCurrentIndex(dialog.columns.findData("sex"))
    assert not dialog.save.isEnabled()
    dialog.columns.setCurrentIndex(dialog.columns.findData("branch"))
    desk.files.answer = tmp_path / "таблицы"
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.settle()
    book = load_workbook(tmp_path / "таблицы.xlsx")
    cells = {str(cell.value) for cell in book["Перекрестные таблицы"]["A"]}
    assert any("×" in cell for cell in cells)
    assert "Хи-квадрат" in cells
    assert str(tmp_path / "таблицы.xlsx") in desk.exchange.reports.notice.text.text()


def test_each_visit_in_a_folder_and_a_heavy_document_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.files.answer = tmp_path
    desk.exchange.kinds["each_visit"].trigger()
    desk.settle()
    made = sorted(tmp_path.glob("visit-*"))
    assert len(made) >= 2
    assert {file.suffix for file in made} == {".docx", ".pdf"}
    assert str(tmp_path) in desk.exchange.reports.notice.text.text()
    monkeypatch.setattr("ui.widgets.report_bar._HEAVY", 10_000)
    desk.files.answer = tmp_path / "все.docx"
    desk.exchange.kinds["visits"].trigger()
    desk.settle()
    assert "по отдельности" in desk.exchange.reports.notice.text.text()


def test_no_visits_is_said(qtbot: QtBot, tmp_path: Path, language: Language, files: Hands) -> None:
    desk = Desk(qtbot, make_workspace(tmp_path / "w"), language, files)
    desk.files.answer = tmp_path / "a.docx"
    desk.exchange.kinds["visits"].trigger()
    desk.settle()
    assert "визитов" in desk.exchange.reports.notice.text.text()
    assert list(tmp_path.glob("a*")) == []
    desk.tasks.close()


def test_posters_of_scores(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer = tmp_path / "плакаты.pdf"
    desk.scores.posters.click()
    desk.settle()
    assert desk.files.answer.read_bytes()[:5] == b"%PDF-"


def test_an_interview_is_printed(desk: Desk, tmp_path: Path) -> None:
    desk.interviews.table.selectRow(0)
    desk.settle()
    desk.files.answer = tmp_path / "интервью.pdf"
    desk.interviews.preview.print.click()
    desk.settle()
    assert desk.files.answer.read_bytes()[:5] == b"%PDF-"


def test_thinking_better_of_it(desk: Desk) -> None:
    desk.exchange.kinds["field"].trigger()
    assert desk.exchange.reports.isHidden()


def test_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer = tmp_path / "плакаты.pdf"
    desk.scores.posters.click()
    desk.scores.reports.stop.click()
    desk.settle()
    assert "Остановлено" in desk.scores.reports.notice.text.text()
    assert list(tmp_path.glob("плакаты*")) == []
    desk.scores.reports.notice.put_away()
    assert desk.scores.reports.isHidden()


def test_a_file_excel_holds_is_written_beside(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that another program has open."""
    held = tmp_path / "книга.xlsx"
    held.write_bytes(b"open in Excel")
    replace = Path.replace

    def refuse(source: Path, target: Any) -> Path:
        if Path(target) == held:
            raise PermissionError(errno.EACCES, "used by another process", str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    desk.files.answer = held
    desk.exchange.kinds["field"].trigger()
    desk.settle()
    reports = desk.exchange.reports
    assert "книга-2.xlsx" in reports.notice.text.text()
    assert "Excel" in reports.notice.text.text()
    assert reports.other.text() == "Записать как книга-2.xlsx"
    assert held.read_bytes() == b"open in Excel"
    reports.other.click()
    desk.settle()
    assert load_workbook(tmp_path / "книга-2.xlsx").sheetnames[0] == "Чем кончились встречи"
    assert reports.other.isHidden()
    assert sorted(each.name for each in tmp_path.glob("*.xlsx")) == ["книга-2.xlsx", "книга.xlsx"]
