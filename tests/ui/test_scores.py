"""Оценки on a real workspace: the chart, an opened service, chips, live update, what can be taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.store import Workspace
from tests.scoring.filling import clock, make, put, put_many
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.dialogs.finder import Finder
from ui.dialogs.period import PeriodDialog
from ui.i18n import Language
from ui.models.score_items import ItemLine
from ui.models.scores import ALL, Line
from ui.screens.scores import ScoresScreen
from ui.tasks import Tasks
from ui.widgets.chart import CLOSE, FULL, Axis, readable_on


class OneFile(FileDialogs):
    """Answers the system's dialog with a file."""

    def __init__(self, target: Path | None) -> None:
        self.target = target

    def save(self, parent: QWidget, title: str, start: str, kinds: str) -> Path | None:
        assert title
        assert start == "gsmon-2025-06-02.png"
        assert "*.svg" in kinds
        return self.target


class Desk:
    """The screen on a workspace."""

    def __init__(self, qtbot: QtBot, folder: Path, target: Path | None = None, code: str = "ru") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app)
        self.qtbot = qtbot
        self.tasks = Tasks(folder, now=clock)
        self.language = Language(app, code)
        self.files = OneFile(target)
        self.screen = ScoresScreen(
            self.tasks,
            reference.catalogue(),
            reference.edition(),
            reference.published(),
            self.language,
            self.files,
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1234, 696)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.refresh()

    def refresh(self) -> None:
        self.screen.refresh()
        self.settle()

    def settle(self) -> None:
        """Until the database lane has nothing left to do."""
        done: list[None] = []
        self.tasks.lane(lambda _: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    @property
    def keys(self) -> list[str]:
        return [line.key for line in self.screen.model.lines]

    @property
    def opened(self) -> str:
        return self.screen.detail.title.text()

    def line(self, key: str) -> Line:
        return next(line for line in self.screen.model.lines if line.key == key)

    def close(self) -> None:
        self.tasks.close()
        self.language.switch("ru")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three services: one with enough people, one with a few, one nearly without."""
    with make(tmp_path / "w") as workspace:
        for _ in range(35):
            put(workspace, {"result": "5", "info_portal": "4", "access_speed": "dk"})
        for _ in range(3):
            put(workspace, {"result": "3"}, service="s60", region="abay", interviewer="Данияр")
        put(workspace, {"staff": "4", "result": "4"}, service="s59", branch="paper", place="con")
    return tmp_path / "w"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, folder, tmp_path / "chart.png")
    yield made
    made.close()


def test_services_stand_best_first_under_the_total(desk: Desk) -> None:
    assert desk.keys == [ALL, "s59", "s60"]
    line = desk.line("s59")
    assert line.stat.score == 4.25
    assert line.band_text == "● средний"
    assert line.published == 4.86
    assert desk.screen.badge.text() == "предварительно"
    assert desk.opened == "Все услуги"
    desk.screen.order.setCurrentIndex(1)
    assert desk.keys == [ALL, "s60", "s59"]
    desk.screen.order.setCurrentIndex(2)
    assert desk.keys == [ALL, "s59", "s60"]


def test_every_line_is_said_in_words(desk: Desk) -> None:
    said = desk.screen.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Предварительно: балл 3,00, ▼ ниже среднего" in said
    assert "анкет 3" in said
    assert "Опубликовано за 2025 год: 4,71" in said
    assert "Анкет мало" in said


def test_models_keep_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.screen.model)
    qtmodeltester.check(desk.screen.detail.model)


def test_arrow_keys_open_services(desk: Desk) -> None:
    desk.screen.list.setFocus()
    desk.qtbot.keyClick(desk.screen.list, Qt.Key.Key_Down)
    detail = desk.screen.detail
    assert desk.opened.startswith("59. ")
    assert detail.owner.text() == "Местные исполнительные органы"
    assert [value.text() for value, _ in detail.figures] == ["4,25", "25,0 %", "36", "4,86"]
    assert detail.warning.isVisibleTo(detail) is False
    assert list(detail.chips) == ["paper", "electronic"]
    desk.qtbot.mouseClick(detail.chips["electronic"], Qt.MouseButton.LeftButton)
    lines = detail.model.lines
    assert [line.key for line in lines] == [
        "info",
        "info_portal",
        "access",
        "access_speed",
        "result",
        "result",
    ]
    unsure = lines[3]
    assert (unsure.stat.score, unsure.dont_know, unsure.dk) == (None, 35, 1.0)
    assert [name for name, _, _ in detail.zones.zones] == ["Государственный орган", "Портал"]
    assert detail.answers.answers == (0, 0, 0, 35, 35)
    desk.qtbot.keyClick(desk.screen.list, Qt.Key.Key_Down)
    assert desk.opened.startswith("60. ")
    assert detail.warning.isVisibleTo(detail)
    assert "30" in detail.warning.text.text()


def test_the_published_figure_is_compared(desk: Desk) -> None:
    desk.screen.show_service("s59")
    caption = desk.screen.detail.figures[3][1]
    assert caption.text() == "в отчете за 2025 год, за пределами погрешности"
    desk.tasks.lane(lambda workspace: put(workspace, {"result": "4"}, service="s04"))
    desk.refresh()
    desk.screen.show_service("s04")
    assert caption.text() == "в отчете за 2025 год, в пределах погрешности"


def test_a_finished_interview_shows_at_once(desk: Desk) -> None:
    desk.tasks.changed.connect(lambda kinds: kinds & desk.screen.changes and desk.screen.refresh())
    desk.screen.show_service("s60")

    def finish(workspace: Workspace) -> None:
        put(workspace, {"result": "5"}, service="s60")

    desk.tasks.lane(finish, changes={"interview"})
    desk.qtbot.waitUntil(lambda: desk.line("s60").stat.respondents == 4)
    assert desk.line("s60").stat.score == 3.5
    assert desk.opened.startswith("60. ")


def test_chips_narrow_what_is_counted(desk: Desk) -> None:
    filters = desk.screen.filters
    filters.region.pick("abay")
    desk.settle()
    assert desk.keys == [ALL, "s60"]
    assert desk.line("s60").published == reference.published().cells["s60", "abay", "total"].score
    filters.reset_button.click()
    desk.settle()
    assert desk.keys == [ALL, "s59", "s60"]
    filters.interviewer.pick("Данияр")
    filters.form.pick("paper")
    desk.settle()
    assert desk.keys == [ALL]
    assert desk.screen.empty.isVisibleTo(desk.screen)
    assert "Сбросьте" in desk.screen.empty.text()
    assert filters.describe() == "Форма: Бумажная  ·  Интервьюер: Данияр"
    filters.reset()
    filters.service.pick("s60")
    desk.settle()
    assert desk.keys == [ALL, "s60"]


def test_a_chip_is_typed_into(desk: Desk) -> None:
    desk.screen.filters.region.click()
    finder = desk.screen.window().findChild(Finder)
    assert finder is not None
    desk.qtbot.waitUntil(finder.isVisible)
    finder.field.setText("абай")
    desk.qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.keys == [ALL, "s60"]
    assert desk.screen.filters.region.text() == "Регион: Область Абай"


def test_periods(desk: Desk) -> None:
    filters = desk.screen.filters
    filters.period.pick("week")
    assert filters.filters.get("since") == date(2025, 5, 27)
    assert filters.filters.get("until") == date(2025, 6, 2)
    filters.period.pick("other")
    dialog = filters.findChild(PeriodDialog)
    assert dialog is not None
    dialog.since.setDate(dialog.until.date().addDays(3))
    dialog.show_button.click()
    assert filters.filters.get("since") == date(2025, 6, 2)
    assert filters.filters.get("until") == date(2025, 6, 5)
    assert filters.period.text() == "Период: 02.06.2025 – 05.06.2025"
    filters.period.pick("")
    assert filters.is_whole
    assert filters.filters.get("since") is None


def test_an_empty_workspace_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    make(tmp_path / "empty").close()
    desk = Desk(qtbot, tmp_path / "empty")
    assert desk.screen.empty.isVisibleTo(desk.screen)
    assert "Ctrl+N" in desk.screen.empty.text()
    assert not desk.screen.copy.isEnabled()
    desk.close()


def test_tables_are_copied(desk: Desk) -> None:
    desk.screen.list.setFocus()
    desk.qtbot.keyClick(desk.screen.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    rows = [row.split("\t") for row in data.text().splitlines()]
    assert rows[0][0] == "Предварительно"
    assert rows[1][:2] == ["Услуга", "Балл"]
    assert rows[2][:2] == ["Все услуги", "3,63"]
    assert rows[4][1:] == ["3,00", "2,07", "3,93", "▼ ниже среднего", "3", "0,0 %", "4,71"]
    assert "<th>Услуга</th>" not in data.html().split("</tr>")[0]
    assert "<td>3,00</td>" in data.html()
    desk.screen.show_service("s60")
    desk.screen.detail.copy.click()
    table = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert table[0] == [
        "Критерий, вопрос",
        "Балл",
        "95 % интервал",
        "«5»",
        *"12345",
        "Оценок",
        "Затруднились",
    ]
    assert table[2] == ["Результат услуги", "мало", "", "–", "", "", "", "", "", "3", ""]
    desk.qtbot.mouseClick(desk.screen.filters.few, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.screen.detail.copy.click()
    table = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert table[2][:2] == ["Результат услуги", "3,00"]
    assert table[2][4:] == ["0", "0", "3", "0", "0", "3", "0"]


def test_an_opened_form_of_too_few_shows_no_figure_but_how_many(desk: Desk) -> None:
    desk.screen.show_service("s60")
    detail = desk.screen.detail
    assert [chip.text() for chip in detail.chips.values()] == ["Электронная: мало"]
    assert {line.figure for line in detail.model.lines} == {"мало"}
    assert detail.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Результат услуги. Ответов мало: 3."
    )
    assert detail.zones.accessibleName() == "Зоны ответственности: Государственный орган мало"
    assert not detail.answers.isVisible()
    desk.qtbot.mouseClick(desk.screen.filters.few, Qt.MouseButton.LeftButton)
    desk.settle()
    assert {line.figure for line in detail.model.lines} == {"3,00"}
    assert "3,00" in detail.zones.accessibleName()
    assert detail.answers.isVisible()


def test_the_chart_is_saved_whole(desk: Desk, tmp_path: Path) -> None:
    desk.screen.save.click()
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 1800
    assert image.height() > 300
    desk.files.target = tmp_path / "chart.svg"
    desk.screen.save.click()
    drawing = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()
    assert "предварительно" in drawing
    assert "4,25" in drawing
    desk.files.target = None
    desk.screen.save.click()
    desk.files.target = tmp_path / "missing" / "chart.png"
    troubles: list[GsmonError] = []
    desk.screen.troubled.connect(troubles.append)
    desk.screen.save.click()
    assert [error.code for error in troubles] == ["file.folder_missing"]


@pytest.mark.parametrize(("code", "word"), [("kk", "алдын ала нәтиже"), ("en", "preliminary")])
def test_other_languages(desk: Desk, code: str, word: str) -> None:
    desk.language.switch(code)
    desk.qtbot.waitUntil(lambda: desk.screen.badge.text() == word)
    assert desk.screen.filters.region.text() in ("Өңір: барлығы", "Region: all")
    texts = [desk.screen.save.text(), desk.screen.legend.text(), desk.screen.detail.copy.text()]
    assert not {"Сохранить график…", "Копировать"} & set(texts)
    desk.screen.show_service("s60")
    first = desk.screen.detail.model.lines[0].title
    assert first == reference.edition().criteria["result"].names[code]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("larger", [False, True])
def test_it_is_painted_in_every_dress(qtbot: QtBot, tmp_path: Path, dark: bool, larger: bool) -> None:
    with make(tmp_path / "many") as workspace:
        put_many(workspace, 200)
    desk = Desk(qtbot, tmp_path / "many", code="kk")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=dark, larger=larger)
    desk.screen.close_up.setChecked(dark)
    assert desk.screen.heading.ends == (CLOSE if dark else FULL)
    colours = theme.DARK if dark else theme.LIGHT
    image = desk.screen.grab().toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 2)
    }
    assert {colours.window, colours.surface, colours.bands[0]} <= found
    theme.apply(app)
    desk.close()


def test_the_axis_and_the_words_on_bars() -> None:
    axis = Axis(1, 5, 10, 400)
    assert (axis.x(1), axis.x(3), axis.x(5), axis.x(0), axis.x(9)) == (10, 210, 410, 10, 410)
    assert list(axis.ticks) == [1, 2, 3, 4, 5]
    assert list(Axis(4, 5, 0, 1).ticks) == pytest.approx([4, 4.2, 4.4, 4.6, 4.8, 5])
    for theme_colours in (theme.LIGHT, theme.DARK):
        names = {readable_on(QColor(colour)).name() for colour in theme_colours.bands}
        assert names <= {"#000000", "#ffffff"}


def test_a_criterion_line_has_no_answers() -> None:
    stat = Stat(0, 0, None, None, None, None, None, warning=True)
    assert ItemLine("info", "Info", stat, None, None, 0, None, None).is_criterion
