"""Tables of the score screen on a real workspace: views, drill down, online figures, language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import TEXT, WHOLE, Column, Table
from tests.scoring.filling import make, put
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import type_text
from tests.ui.test_scores import Desk, OneFile
from ui.models.score_table import ScoreTableModel
from ui.pictures import settle
from ui.screens.interviews import InterviewsScreen
from ui.screens.scores import ScoresScreen
from ui.screens.scores_tables import CHART


class OnlineFile(OneFile):
    """Answers the system's dialog for opening a file."""

    def open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        assert title
        assert "*.xlsx" in kinds
        return self.target


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with make(tmp_path / "w") as workspace:
        for region, service, n in (("astana", "s59", 35), ("abay", "s59", 6), ("abay", "s14", 3)):
            for _ in range(n):
                number = put(workspace, {"result": "5"}, region=region, service=service)
                with workspace.transaction() as db:
                    db.execute("INSERT INTO fact VALUES (?, 'red_tape', 'no')", [number])
    opened = Desk(qtbot, tmp_path / "w")
    opened.files = OnlineFile(tmp_path / "online.xlsx")
    opened.screen.tables._files = opened.screen.tables.year._files = opened.files
    yield opened
    opened.close()


def texts(desk: Desk) -> list[list[str]]:
    return [list(row) for row in desk.screen.tables.rows()]


def show(desk: Desk, view: str) -> None:
    desk.screen.view.show_view(view)
    desk.settle()


def test_every_view_shows_its_table_and_the_chart_comes_back(desk: Desk, qtmodeltester: ModelTester) -> None:
    for view in MAKERS:
        show(desk, view)
        assert desk.screen.tables.isVisible()
        assert not desk.screen.splitter.isVisible()
    show(desk, "red_tape")
    assert texts(desk)[1][:4] == ["Всего", "Республика", "44", "0"]
    qtmodeltester.check(desk.screen.tables.model)
    show(desk, CHART)
    assert desk.screen.splitter.isVisible()
    assert not desk.screen.tables.isVisible()


def test_a_table_speaks_the_windows_language_and_copies(desk: Desk) -> None:
    show(desk, "regions")
    assert [row[1] for row in texts(desk)[1:]] == ["Астана", "Область Абай"]
    desk.screen.copy_lines()
    assert "Область Абай" in QGuiApplication.clipboard().text()
    desk.language.switch("kk")
    desk.settle()
    assert desk.screen.view.currentText() == "Өңірлер рейтингі"
    assert [row[1] for row in texts(desk)[1:]] == ["Астана қаласы", "Абай облысы"]


def test_enter_on_a_row_asks_for_its_interviews(desk: Desk) -> None:
    show(desk, "local")
    table = desk.screen.tables.table
    table.setCurrentIndex(table.model().index(1, 0))
    with desk.qtbot.waitSignal(desk.screen.interviews_asked) as asked:
        desk.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["", "abay"]
    show(desk, "sample")
    table.setCurrentIndex(table.model().index(0, 0))
    with desk.qtbot.waitSignal(desk.screen.interviews_asked) as asked:
        desk.qtbot.mouseClick(desk.screen.tables.interviews, Qt.MouseButton.LeftButton)
    assert asked.args == ["s14", ""]


def test_an_opened_service_asks_for_its_interviews_in_the_chosen_region(desk: Desk) -> None:
    desk.screen.filters.region.pick("abay")
    desk.settle()
    desk.screen.show_service("s59")
    with desk.qtbot.waitSignal(desk.screen.interviews_asked) as asked:
        desk.qtbot.mouseClick(desk.screen.detail.interviews, Qt.MouseButton.LeftButton)
    assert asked.args == ["s59", "abay"]


def test_a_body_opens_its_service(desk: Desk) -> None:
    show(desk, "central")
    desk.screen.tables.interviews_asked.emit("body", "МВД")
    assert desk.screen.view.shown == CHART
    assert desk.opened.startswith("14.")


def test_online_figures_are_combined_until_they_are_taken_away(desk: Desk, tmp_path: Path) -> None:
    book = Book()
    for row in (("Регион", "Балл"), ("Астана", "4,0")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "online.xlsx")
    show(desk, "local")
    desk.qtbot.mouseClick(desk.screen.tables.online, Qt.MouseButton.LeftButton)
    desk.settle()
    heading, *rows = texts(desk)
    found = {row[1]: dict(zip(heading, row, strict=True)) for row in rows}
    assert found["Астана"]["Общий балл"] == "4,50"
    assert found["Область Абай"]["Общий балл"] == "5,00"
    assert "online.xlsx" in desk.screen.tables.online.text()
    show(desk, "central")
    assert "Рейтинг местных исполнительных органов" in desk.screen.tables.note.text()
    show(desk, "local")
    assert "Рейтинг" not in desk.screen.tables.note.text()
    desk.qtbot.mouseClick(desk.screen.tables.drop, Qt.MouseButton.LeftButton)
    desk.settle()
    assert "Общий балл" not in texts(desk)[0]


def test_a_file_that_cannot_be_read_is_told_and_let_go(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "online.xlsx").write_bytes(b"no workbook")
    show(desk, "local")
    with desk.qtbot.waitSignal(desk.screen.troubled) as told:
        desk.qtbot.mouseClick(desk.screen.tables.online, Qt.MouseButton.LeftButton)
    error = told.args[0] if told.args else None
    assert isinstance(error, GsmonError)
    assert error.code == "online.unreadable"
    desk.settle()
    assert desk.screen.tables.file is None
    assert len(texts(desk)) == 3


def test_another_years_figures_stand_beside_until_the_report_is_chosen(desk: Desk, tmp_path: Path) -> None:
    tables = desk.screen.tables
    show(desk, "regions")
    assert "отчет за 2025 год" in tables.year.text()
    figures = tmp_path / "2024.csv"
    figures.write_text("year,level,key,score,pct\n2024,region,astana,4.5,70\n", encoding="utf-8")
    desk.files.target = figures
    tables.year.another.trigger()
    desk.settle()
    found = {row[1]: dict(zip(texts(desk)[0], row, strict=True)) for row in texts(desk)[1:]}
    assert found["Астана"]["К 2024 году"] == "+0,50"
    assert found["Область Абай"]["К 2024 году"] == "–"
    assert "2024.csv" in tables.year.text()
    tables.year.printed.trigger()
    desk.settle()
    assert "К 2024 году" not in texts(desk)[0]
    figures.write_text("no,figures\n", encoding="utf-8")
    with desk.qtbot.waitSignal(desk.screen.troubled):
        tables.year.another.trigger()
    assert tables.year.before is None


def test_this_years_figures_are_written_for_the_next(desk: Desk, tmp_path: Path) -> None:
    show(desk, "regions")
    desk.screen.tables.write_figures(tmp_path / "год.csv")
    assert "region,astana,5.0" in (tmp_path / "год.csv").read_text(encoding="utf-8-sig")


def test_regions_of_too_few_show_their_score_when_asked(desk: Desk, tmp_path: Path) -> None:
    desk.screen.filters.region.pick("abay")
    desk.screen.filters.service.pick("s14")
    desk.settle()
    line = desk.screen.model.lines[1]
    assert (line.key, line.figure, line.band_text) == ("s14", "мало", "")
    desk.qtbot.mouseClick(desk.screen.filters.few, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.screen.model.lines[1].figure == "5,00"


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_ratings_fit_a_small_screen(desk: Desk, code: str) -> None:
    desk.language.switch(code)
    for view in ("rating", "central", "local", "regions"):
        show(desk, view)
        assert desk.screen.tables.table.horizontalScrollBar().maximum() == 0


def test_the_window_goes_from_a_number_to_its_interviews(open_window: OpenWindow, tmp_path: Path) -> None:
    with make(tmp_path / "w") as workspace:
        for region in ("astana", "astana", "abay"):
            put(workspace, {"result": "5"}, region=region)
        put(workspace, {}, region="astana", status="draft")
    window = open_window(tmp_path / "w")
    shell = window.shell
    assert shell is not None
    scores, interviews = shell.screens["scores"], shell.screens["interviews"]
    assert isinstance(scores, ScoresScreen)
    assert isinstance(interviews, InterviewsScreen)
    shell.go("scores")
    scores.interviews_asked.emit("s59", "astana")
    settle(window)
    assert shell.place == "interviews"
    assert interviews.model.rowCount() == 2


def test_a_table_sorts_by_its_values_and_comes_back_to_its_order() -> None:
    table = Table(
        "regions",
        "Регионы",
        (Column("Регион", TEXT), Column("Балл"), Column("n", WHOLE)),
        (("Астана", 4.5, 120), ("Абай", 4.75, 9), ("Алматы", None, 0), ("Ұлытау", "мало", 80)),
        (("region", "astana"), ("region", "abay"), ("region", "almaty"), ("region", "ulytau")),
    )
    model = ScoreTableModel()
    model.show(table)

    def shown() -> list[str]:
        return [model.key(row)[1] for row in range(model.rowCount())]

    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown() == ["abay", "astana", "almaty", "ulytau"]
    assert model.texts[1][0] == model.index(0, 0).data() == "Абай"
    model.sort(2)
    assert shown() == ["almaty", "abay", "ulytau", "astana"]
    model.sort(0)
    assert shown()[0] == "abay"
    model.sort(-1)
    assert shown() == ["astana", "abay", "almaty", "ulytau"]


def test_words_narrow_a_table_until_another_is_chosen(desk: Desk) -> None:
    show(desk, "red_tape")
    table, narrow = desk.screen.tables.table, desk.screen.tables.narrow
    table.setFocus()
    whole = len(texts(desk))
    desk.qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert narrow.hasFocus()
    type_text(narrow, "абай")
    assert [row[:2] for row in texts(desk)[1:]] == [["Регион", "Область Абай"]]
    desk.qtbot.keyClick(narrow, Qt.Key.Key_Down)
    assert table.hasFocus()
    with desk.qtbot.waitSignal(desk.screen.interviews_asked) as asked:
        desk.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["", "abay"]
    show(desk, "terms")
    show(desk, "red_tape")
    assert (narrow.text(), len(texts(desk))) == ("", whole)


def test_an_interview_that_comes_in_leaves_order_words_and_row(desk: Desk) -> None:
    show(desk, "red_tape")
    tables = desk.screen.tables
    tables.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    tables.narrow.setText("регион")
    tables.table.selectRow(1)
    before, key = texts(desk), tables.model.key(1)
    desk.screen.refresh()
    desk.settle()
    assert texts(desk) == before
    assert (tables.narrow.text(), tables.model.key(tables.table.currentIndex().row())) == ("регион", key)
    show(desk, "sample")
    show(desk, "red_tape")
    assert tables.table.horizontalHeader().sortIndicatorSection() == -1
    assert texts(desk)[1][0] == "Всего"


def test_the_keys_told_are_those_of_the_view(desk: Desk) -> None:
    assert "Ctrl+F" not in dict(desk.screen.hints())
    with desk.qtbot.waitSignal(desk.screen.keys_changed):
        desk.screen.view.show_view("red_tape")
    assert {"Ctrl+F", "Enter"} <= set(dict(desk.screen.hints()))
    show(desk, "costs")
    assert "Enter" not in dict(desk.screen.hints())


def test_in_larger_text_every_rating_fits_and_copies_its_headings_in_full(desk: Desk) -> None:
    desk.screen.resize(1190, 700)
    table = desk.screen.tables.table
    for view in ("rating", "local", "regions", "central"):
        show(desk, view)
        full = texts(desk)[0]
        font = desk.screen.font()
        larger = desk.screen.font()
        larger.setPointSizeF(font.pointSizeF() * 1.25)
        table.setFont(larger)
        table.horizontalHeader().setFont(larger)
        table.resize(table.width() - 1, table.height())
        desk.qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
        assert table.texts([0])[0] == full
        heads = [str(table.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(len(full))]
        if view == "rating":
            assert heads[0] == "№"
            tip = Qt.ItemDataRole.ToolTipRole
            assert table.model().headerData(0, Qt.Orientation.Horizontal, tip) == "Место"
