"""A period of days, first and last."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QPushButton, QWidget

from ui import theme
from ui.dialogs.asking import lay_out


class PeriodDialog(QDialog):
    """Two days; `chosen` gives them, the earlier first."""

    chosen = Signal(object, object)

    def __init__(self, since: date, until: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Период"))
        self.since, self.until = self._field(since), self._field(until)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.addRow(self.tr("С"), self.since)
        form.addRow(self.tr("По"), self.until)
        self.show_button = QPushButton(self.tr("Показать"), self)
        self.show_button.setProperty("kind", "primary")
        self.show_button.setDefault(True)
        self.show_button.clicked.connect(self._on_show_clicked)
        cancel = QPushButton(self.tr("Не менять"), self)
        lay_out(self, (form,), cancel, self.show_button)

    def _field(self, day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day), self)
        field.setCalendarPopup(True)
        field.setDisplayFormat("dd.MM.yyyy")
        return field

    def _on_show_clicked(self) -> None:
        days = sorted(date(*field.date().getDate()) for field in (self.since, self.until))
        self.accept()
        self.chosen.emit(days[0], days[1])
