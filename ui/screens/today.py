"""Сегодня: begin an interview, go on with a draft, see how far the plan is, what waits, what is amiss."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.field import control
from gsmon_desktop.field.targets import Progress, progress
from gsmon_desktop.interviewing import Today, summary
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Workspace, backup
from ui import theme, words
from ui.i18n import Language
from ui.icons import icon
from ui.screens.base import Hints, Screen, label
from ui.tasks import Tasks
from ui.widgets.flow import Flow, ShortLabel
from ui.widgets.lines import LINE, Line, LineList
from ui.widgets.matching import find, fold
from ui.widgets.notice import Notice
from ui.widgets.search_field import SearchField

LITTLE_ROOM = 500 * 2**20
"""Free bytes on the disk under which a warning stands on the page."""

CHECKED_FROM = 20
"""Complete interviews of an interviewer from which missing call-backs are warned of."""
BEGUN = date(2025, 1, 1)
"""No interview was done with this program before."""
COPIED_WITHIN = 7
"""Days a copy of the database may be old without a warning."""


@dataclass(frozen=True)
class Seen:
    """What the page shows: counts and drafts, the plan of the workspace's region, free bytes on its disk,
    call-backs still to be made, the day of the latest copy, whether the computer's clock cannot be right."""

    today: Today
    plan: tuple[Progress, ...]
    region: str
    free: int
    behind: int
    copied: date | None
    clock_wrong: bool = False


def look(ws: Workspace, day: date, catalogue: Catalogue) -> Seen:
    """Everything the page needs, on the database thread."""
    region = ws.settings.get("region", "")
    plan = tuple(progress(ws, catalogue, region))
    behind = sum(each.behind for each in control.shares(ws) if each.complete >= CHECKED_FROM)
    free = shutil.disk_usage(ws.folder).free
    copied = backup.latest(ws.folder)
    return Seen(summary(ws, day), plan, region, free, behind, copied, _is_impossible(ws, day))


def _is_impossible(ws: Workspace, day: date) -> bool:
    """Whether a day is before the program was, or more than a day before the workspace was made."""
    made = ws.settings.get("created")
    return day < BEGUN or (bool(made) and day < datetime.fromisoformat(str(made)).date() - timedelta(days=1))


class TodayScreen(Screen):
    """The first thing an interviewer sees."""

    changes = frozenset({"interview", "package", "setting", "answer"})
    new_requested = Signal()
    resume_requested = Signal(str)
    exchange_requested = Signal()

    def __init__(
        self, tasks: Tasks, catalogue: Catalogue, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._seen: Seen | None = None
        self.title, self.day = label("title", self), label("muted", self)
        self.warning = Notice(self, closable=False)
        self.new = QPushButton(self)
        self.new.setProperty("kind", "primary")
        self.new.setProperty("scale", "big")
        self.new.setIconSize(QSize(24, 24))
        self.new.clicked.connect(self.new_requested)
        self.tiles = {name: _Tile(self) for name in ("today", "week", "unsent")}
        self.exchange = QPushButton(self)
        self.exchange.setProperty("kind", "quiet")
        self.exchange.clicked.connect(self.exchange_requested)
        self.tiles["unsent"].row.addWidget(self.exchange, 0, Qt.AlignmentFlag.AlignBottom)
        self.drafts_title, self.plan_title = label("heading", self), label("heading", self)
        self.plan_sum = ShortLabel(self)
        self.plan_sum.setProperty("role", "muted")
        self.drafts, self.plan = LineList(self), LineList(self)
        self.search = SearchField(self)
        self.search.goes_to = self.plan
        self.search.textChanged.connect(self._on_search_changed)
        self.drafts.activated.connect(self._on_draft_activated)
        self.drafts.clicked.connect(self._on_draft_activated)
        self.no_drafts, self.no_plan = label("muted", self), label("muted", self)
        for empty in (self.no_drafts, self.no_plan):
            empty.setWordWrap(True)
            empty.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._lay_out()
        self.first = self.new
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        head.addWidget(self.title)
        head.addWidget(self.day, 1)
        hero = QHBoxLayout()
        hero.setSpacing(theme.M)
        hero.addWidget(self.new, 3)
        for tile in self.tiles.values():
            hero.addWidget(tile, 2)
        field = self.search.sizeHint().height()
        left = _card(self, [self.drafts_title], self.no_drafts, self.drafts, field)
        right = _card(self, [self.plan_title, self.search, self.plan_sum], self.no_plan, self.plan, field)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        grid.setSpacing(theme.L)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.warning, 1, 0, 1, 2)
        grid.addLayout(hero, 2, 0, 1, 2)
        grid.addWidget(left, 3, 0)
        grid.addWidget(right, 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)

    def refresh(self) -> None:
        """Reads counts, drafts and the plan."""
        work = partial(look, day=self._tasks.now().date(), catalogue=self._catalogue)
        self._tasks.lane(work, self._show, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """The day may have changed since."""
        super().showEvent(event)
        self._write_day()

    def hints(self) -> Hints:
        """Enter goes on with a draft."""
        return [("Enter", self.tr("продолжить черновик")), ("Ctrl+K", self.tr("найти"))]

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Сегодня"))
        self.new.setText(self.tr("Новое интервью"))
        self.new.setToolTip("Ctrl+N")
        self.tiles["today"].name.setText(self.tr("завершено сегодня"))
        self.tiles["week"].name.setText(self.tr("с понедельника"))
        self.tiles["unsent"].name.setText(self.tr("ждут отправки"))
        self.exchange.setText(self.tr("К обмену"))
        self.drafts_title.setText(self.tr("Черновики"))
        self.drafts.setAccessibleName(self.tr("Черновики, Enter продолжает"))
        self.plan_title.setText(self.tr("План по услугам"))
        self.plan.setAccessibleName(self.tr("План по услугам: сделано из намеченного"))
        self.no_drafts.setText(
            self.tr("Незаконченных интервью нет. Начните новое: Ctrl+N. Закрыть окно можно в любую минуту.")
        )
        self.search.setPlaceholderText(self.tr("Найти услугу"))
        self.search.setAccessibleName(self.tr("Найти услугу в плане"))
        self._write_day()
        if self._seen is not None:
            self._show(self._seen)

    def tint(self) -> None:
        """Takes the palette's colours."""
        self.new.setIcon(icon("new", self.colours.on_accent))

    def _write_day(self) -> None:
        self.day.setText(words.long_day(self._tasks.now().date()))

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        for name, count in (
            ("today", seen.today.day),
            ("week", seen.today.week),
            ("unsent", seen.today.unsent),
        ):
            self.tiles[name].show_count(count)
        self.exchange.setVisible(seen.today.unsent > 0)
        self._show_drafts(seen)
        self._show_plan(seen)
        self.warning.show_text(self._warning(seen), "warning")

    def _show_drafts(self, seen: Seen) -> None:
        lines = []
        for row in seen.today.drafts:
            service = words.subject(self._catalogue, row) or self.tr("Услуга ещё не выбрана")
            region = words.region(self._catalogue, row.region, self._language.code)
            below = "  ·  ".join(filter(None, (f"№ {row.number}", region, words.moment(row.started))))
            right = words.status(row) if row.revision > 1 or row.repeats else ""
            if row.id in seen.today.outdated:
                right = self.tr("новая версия анкеты")
            lines.append(Line(row.id, service, below, right))
        _show_lines(self.drafts, lines, self.no_drafts)

    def _show_plan(self, seen: Seen) -> None:
        unfinished = sorted(seen.plan, key=lambda each: each.done >= each.target)
        lines = [
            Line(
                each.service,
                words.numbered_service(self._catalogue, each.service),
                right=self.tr("{done} из {target}").format(done=each.done, target=each.target),
                share=each.share,
            )
            for each in unfinished
        ]
        found = find(self.search.text(), [fold(line.title) for line in lines])
        _show_lines(self.plan, [lines[at] for at in sorted(found)], self.no_plan)
        self.search.setVisible(bool(lines))
        self.no_plan.setText(
            self.tr("Ничего не нашлось. Измените поиск.")
            if lines
            else self.tr("Для этого региона план не задан. Регион меняется в настройках.")
        )
        done, target = sum(each.done for each in seen.plan), sum(each.target for each in seen.plan)
        region = words.region(self._catalogue, seen.region, self._language.code) or self.tr("все регионы")
        total = self.tr("{done} из {target}").format(done=words.number(done), target=words.number(target))
        self.plan_sum.setText(f"{region}: {total}" if lines else "")

    def _warning(self, seen: Seen) -> str:
        said = []
        if seen.clock_wrong:
            said.append(
                self.tr(
                    "Часы компьютера показывают {day}, это не может быть верно. Исправьте дату, "
                    "иначе у интервью будет неверное время."
                ).format(day=f"{self._tasks.now():%d.%m.%Y}")
            )
        if seen.free < LITTLE_ROOM:
            said.append(
                self.tr(
                    "На диске осталось {size}. Освободите место, чтобы ответы было куда записывать."
                ).format(size=words.size(seen.free))
            )
        if seen.behind:
            said.append(self.tr("Контроль отстаёт: перепроверьте ещё {n} интервью.").format(n=seen.behind))
        days = (self._tasks.now().date() - seen.copied).days if seen.copied else 0
        if days > COPIED_WITHIN and not seen.clock_wrong:
            said.append(
                self.tr(
                    "Копии базы не было {n} дней. Сделайте копию на флешку: «Настройки», «Сохранность»."
                ).format(n=days)
            )
        return "\n".join(said)

    def _on_search_changed(self) -> None:
        if self._seen is not None:
            self._show_plan(self._seen)

    def _on_draft_activated(self, index: QModelIndex) -> None:
        self.resume_requested.emit(index.data(LINE).key)


class _Tile(QFrame):
    """A figure and what it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.figure, self.name = label("figure", self), label("muted", self)
        self.name.setWordWrap(True)
        self.row = QHBoxLayout()
        self.row.addWidget(self.figure, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.S, theme.M, theme.S)
        column.setSpacing(0)
        column.addLayout(self.row)
        column.addWidget(self.name)

    def show_count(self, count: int) -> None:
        """The figure."""
        self.figure.setText(words.number(count))
        self.setAccessibleName(f"{self.name.text()}: {count}")


def _show_lines(view: LineList, lines: list[Line], empty: QLabel) -> None:
    view.show_lines(lines)
    view.setVisible(bool(lines))
    empty.setVisible(not lines)


def _card(parent: QWidget, head: list[QWidget], empty: QLabel, view: LineList, field: int) -> QFrame:
    """A list under its heading, which is as high as a field so that neighbours stand level."""
    card = QFrame(parent)
    card.setProperty("role", "card")
    top = Flow(spacing=theme.M)
    top.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
    for each in head:
        top.addWidget(each)
    head[0].setMinimumHeight(field)
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 0, 1, 1)
    column.setSpacing(0)
    column.addLayout(top)
    column.addWidget(empty)
    column.addWidget(view, 1)
    column.addStretch(0)
    return card
