"""Chips over the scores: service, region, form, period, interviewer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.scoring import Filters
from ui import words
from ui.dialogs.finder import Entry
from ui.dialogs.period import PeriodDialog
from ui.i18n import Language
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow

_OTHER = "other"
_DAYS = {"today": 0, "week": 6, "month": 29}
"""Periods that end today: how many days before it they begin."""


class FilterBar(QWidget):
    """The chips. `changed` says that another part of the workspace is asked for; `filters` is that part."""

    changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        edition: Edition,
        language: Language,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._edition = edition
        self._language = language
        self._today = today
        self._offered: Mapping[str, Sequence[str]] = {}
        self._days: tuple[date | None, date | None] = (None, None)
        self.service, self.region = Chip(self._services, self), Chip(self._regions, self)
        self.form, self.period = Chip(self._forms, self), Chip(self._periods, self)
        self.interviewer = Chip(self._interviewers, self)
        self.reset_button = QPushButton(self)
        self.reset_button.setProperty("kind", "quiet")
        self.reset_button.clicked.connect(self.reset)
        self.few = QPushButton(self)
        self.few.setProperty("kind", "chip")
        self.few.setCheckable(True)
        self.few.toggled.connect(self.changed)
        row = Flow(self)
        for chip in (*self._chips, self.reset_button):
            row.addWidget(chip)
        row.push_right()
        row.addWidget(self.few)
        for chip in (self.service, self.region, self.form, self.interviewer):
            chip.chosen.connect(self._change)
        self.period.chosen.connect(self._on_period_chosen)

    @property
    def _chips(self) -> tuple[Chip, ...]:
        return (self.service, self.region, self.form, self.period, self.interviewer)

    @property
    def filters(self) -> Filters:
        """The part asked for."""
        since, until = self._days
        return Filters(
            region=self.region.key or None,
            service=self.service.key or None,
            form=self.form.key or None,
            interviewer=self.interviewer.key or None,
            since=since,
            until=until,
        )

    @property
    def all_cuts(self) -> bool:
        """Are scores of too few people wanted?"""
        return self.few.isChecked()

    @property
    def is_whole(self) -> bool:
        """Is everything asked for?"""
        return not any(chip.key for chip in self._chips)

    def describe(self) -> str:
        """The part in words; "" for everything."""
        return "  ·  ".join(chip.accessibleName() for chip in self._chips if chip.key)

    def offer(self, values: Mapping[str, Sequence[str]]) -> None:
        """What there is to choose from: values by service, region, form, interviewer."""
        self._offered = values

    def choose_days(self, since: date, until: date) -> None:
        """Asks for the interviews begun from one day to another."""
        self._days = (since, until)
        self.period.blockSignals(True)
        self.period.pick(f"{since}/{until}")
        self.period.blockSignals(False)
        self._change()

    def reset(self) -> None:
        """Asks for everything."""
        self._days = (None, None)
        for chip in self._chips:
            chip.blockSignals(True)
            chip.pick("")
            chip.blockSignals(False)
        self._change()

    def retranslate(self) -> None:
        """The chips' words in the window's language."""
        everything = self.tr("все")
        self.service.set_words(self.tr("Услуга"), everything)
        self.region.set_words(self.tr("Регион"), everything)
        self.form.set_words(self.tr("Форма"), everything)
        self.period.set_words(self.tr("Период"), self.tr("весь"))
        self.interviewer.set_words(self.tr("Интервьюер"), everything)
        self.few.setText(self.tr("Показывать, где мало"))
        self.few.setToolTip(self.tr("Баллы и там, где в регионе, форме, зоне или критерии ответили единицы"))
        self.reset_button.setText(self.tr("Сбросить"))
        self.reset_button.setVisible(not self.is_whole)

    def _change(self) -> None:
        self.reset_button.setVisible(not self.is_whole)
        self.changed.emit()

    def _on_period_chosen(self, key: str) -> None:
        today = self._today()
        if key == _OTHER:
            self._ask_days(today)
            return
        self._days = (today - timedelta(days=_DAYS[key]), today) if key in _DAYS else (None, None)
        self._change()

    def _ask_days(self, today: date) -> None:
        since, until = self._days
        self.period.blockSignals(True)
        self.period.pick(f"{since}/{until}" if since and until else "")
        self.period.blockSignals(False)
        dialog = PeriodDialog(since or today.replace(day=1), until or today, self)
        dialog.chosen.connect(self.choose_days)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------ what the chips offer

    def _services(self) -> list[Entry]:
        offered = self._kept("service", self.service.key)
        return [
            Entry("", key, words.numbered_service(self._catalogue, key), icon="service") for key in offered
        ]

    def _regions(self) -> list[Entry]:
        offered, code = self._kept("region", self.region.key), self._language.code
        return [Entry("", key, words.region(self._catalogue, key, code), icon="folder") for key in offered]

    def _forms(self) -> list[Entry]:
        forms = self._edition.forms
        return [Entry("", key, forms[key].names[self._language.code], icon="draft") for key in forms]

    def _interviewers(self) -> list[Entry]:
        return [Entry("", key, key, icon="person") for key in self._kept("interviewer", self.interviewer.key)]

    def _periods(self) -> list[Entry]:
        named = {"today": self.tr("Сегодня"), "week": self.tr("7 дней"), "month": self.tr("30 дней")}
        entries = [Entry("", key, name, icon="clock") for key, name in named.items()]
        since, until = self._days
        if since and until and self.period.key not in named:
            days = f"{since:%d.%m.%Y}" if since == until else f"{since:%d.%m.%Y} – {until:%d.%m.%Y}"
            entries.append(Entry("", f"{since}/{until}", days, icon="clock"))
        return [*entries, Entry("", _OTHER, self.tr("Другие дни…"), icon="clock")]

    def _kept(self, name: str, chosen: str) -> list[str]:
        """What is offered; what is chosen stays among it even when nothing of it is left."""
        offered = list(self._offered.get(name, ()))
        return offered if not chosen or chosen in offered else [*offered, chosen]
