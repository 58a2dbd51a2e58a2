"""An opened score: its figures, zones, all its answers, its criteria and items."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.scores import FormScore
from ui import theme
from ui.icons import icon
from ui.models.score_items import ItemLine, ItemsModel, items_of, zones_of
from ui.models.scores import Line, Reference, figure, share
from ui.screens.base import label
from ui.widgets.chart_items import AnswersBar, ItemDelegate, ItemsHeading, ZonesBars
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice

_SHARES = (4, 5, 4, 6)
"""Parts of the width for score, share of fives, people and the published score."""
_LEAST = 160
"""Pixels of the questions that stay in sight; in low windows the rest scrolls."""


class ScoreDetail(QFrame):
    """Shows one `Line` and its forms; remembers which form is in front."""

    copy_asked = Signal()
    interviews_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._line: Line | None = None
        self._forms: Mapping[str, FormScore] = {}
        self._zones: Mapping[str, Stat] = {}
        self._reference: Reference | None = None
        self._form = ""
        self.model = ItemsModel(self)
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        self.title, self.owner = label("heading", self), label("small", self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.figures = [(label("figure", self), label("small", self)) for _ in range(4)]
        self.warning = Notice(self, closable=False)
        self.chips: dict[str, QPushButton] = {}
        self.zones = ZonesBars(self)
        self.answers = AnswersBar(self)
        self.copy = QPushButton(self)
        self.copy.setProperty("kind", "quiet")
        self.copy.clicked.connect(self.copy_asked)
        self.interviews = QPushButton(self)
        self.interviews.setProperty("kind", "quiet")
        self.interviews.clicked.connect(self.interviews_asked)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setMinimumHeight(_LEAST)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = ItemsHeading(self.list, self)
        self.list.setItemDelegate(ItemDelegate(self.heading, self.list))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(0)
        for column, (value, caption) in enumerate(self.figures):
            grid.addWidget(value, 0, column)
            grid.addWidget(caption, 1, column, Qt.AlignmentFlag.AlignTop)
            caption.setWordWrap(True)
            grid.setColumnStretch(column, _SHARES[column])
        self._chip_row = Flow()
        self._chip_row.push_right()
        self._chip_row.addWidget(self.interviews)
        self._chip_row.addWidget(self.copy)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(theme.S, theme.M, theme.S, theme.M)
        column_box.setSpacing(theme.S)
        for part in (self.title, self.owner):
            column_box.addWidget(part)
        column_box.addLayout(grid)
        column_box.addWidget(self.warning)
        column_box.addLayout(self._chip_row)
        column_box.addWidget(self.zones)
        column_box.addWidget(self.answers)
        column_box.addWidget(self.heading)
        column_box.addWidget(self.list, 1)

    def show_line(self, line: Line, forms: Mapping[str, FormScore], reference: Reference) -> None:
        """Opens a score."""
        self._line, self._forms, self._reference = line, forms, reference
        if self._form not in forms:
            self._form = next(iter(forms), "")
        self._fill()

    def show_form(self, form: str) -> None:
        """Brings the paper or the electronic form to the front."""
        self._form = form
        self._fill()

    def retranslate(self) -> None:
        """Every text in the window's language."""
        self.copy.setText(self.tr("Копировать"))
        self.copy.setToolTip(self.tr("Копировать критерии и вопросы как таблицу"))
        self.interviews.setText(self.tr("Интервью"))
        self.interviews.setToolTip(self.tr("Показать интервью, из которых сложился этот балл"))
        self.heading.captions = (self.tr("95 % интервал"), self.tr("Оценок"), self.tr("Затруднились"))
        self.heading.answers = self.tr("Оценки от 1 до 5, %")
        self.list.setAccessibleName(self.tr("Критерии и вопросы"))
        self._fill()

    def tint(self, colours: theme.Colours) -> None:
        """Icons in a theme's colours."""
        self.copy.setIcon(icon("copy", colours.accent))
        self.interviews.setIcon(icon("interviews", colours.accent))

    def table(self) -> list[list[str]]:
        """What is shown as rows of texts, the captions first."""
        interval, answers, unsure = self.heading.captions
        head = [self.tr("Критерий, вопрос"), self.tr("Балл"), interval, "«5»", "1", "2", "3", "4", "5"]
        return [[*head, answers, unsure], *(self._cells(line) for line in self.model.lines)]

    def _cells(self, line: ItemLine) -> list[str]:
        stat = line.stat
        interval = "" if stat.low is None else f"{figure(stat.low)}–{figure(stat.high)}"
        cells = [line.title, line.figure, interval, share(stat.satisfied)]
        if line.distribution is None or is_few(stat):
            return [*cells, *[""] * 5, str(stat.n), ""]
        return [*cells, *map(str, line.distribution), str(stat.n), str(line.dont_know)]

    def _fill(self) -> None:
        if self._line is None or self._reference is None:
            return
        self._fill_figures(self._line, self._reference)
        self._fill_chips(self._reference)
        form = self._forms.get(self._form)
        for part in (self.zones, self.heading, self.list, self.copy):
            part.setVisible(form is not None)
        self.answers.setVisible(form is not None and not is_few(form.stat))
        if form is None:
            self.model.show(())
            return
        self.model.show(items_of(form, self._reference, self._line.key, self._form))
        self.answers.show_answers(form.distribution, self.tr("Все оценки"))
        zones = zones_of(form.zones, self._reference.edition, self._reference.language)
        self.zones.show_zones(zones, self.tr("Зоны ответственности"), self._reference.few)

    def _fill_figures(self, line: Line, reference: Reference) -> None:
        stat, few = line.stat, is_few(line.stat)
        self.title.setText(line.title)
        body = reference.catalogue.bodies.get(line.owner)
        self.owner.setText(body.names[reference.language] if body else "")
        self.owner.setVisible(body is not None)
        published = figure(line.published)
        shown = (
            (line.figure, line.band_text or (self.tr("анкет мало") if few else self.tr("оценок нет"))),
            (share(stat.satisfied), self.tr("доля «5»")),
            (str(stat.respondents), self.tr("анкет")),
            (published, self._compare(line)),
        )
        for (value, caption), (text, words) in zip(self.figures, shown, strict=True):
            value.setText(text)
            caption.setText(words)
        warning = self.tr("Анкет меньше {n}: балл предварительный и неточный.").format(
            n=reference.edition.warn_below
        )
        self.warning.show_text(warning if stat.warning else "", "warning")

    def _compare(self, line: Line) -> str:
        """The published figure's caption: how far it is, and whether chance explains it."""
        caption = self.tr("в отчете за 2025 год")
        stat = line.stat
        if line.published is None or stat.score is None or stat.low is None or stat.high is None:
            return caption
        within = stat.low <= line.published <= stat.high
        return (
            caption
            + ", "
            + (self.tr("в пределах погрешности") if within else self.tr("за пределами погрешности"))
        )

    def _fill_chips(self, reference: Reference) -> None:
        if list(self.chips) != list(self._forms):
            for chip in self.chips.values():
                chip.hide()
                chip.deleteLater()
            self.chips = {form: self._chip(form) for form in self._forms}
            for place, chip in enumerate(self.chips.values()):
                self._chip_row.insert(place, chip)
        for form, chip in self.chips.items():
            name = reference.edition.forms[form].names[reference.language]
            stat = self._forms[form].stat
            chip.setText(f"{name}: {reference.few if is_few(stat) else figure(stat.score)}")
            chip.setChecked(form == self._form)

    def _chip(self, form: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self.show_form, form))
        return chip
