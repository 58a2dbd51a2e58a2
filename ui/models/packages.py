"""The table of packages made here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gsmon_desktop.exchange.history import Package
from ui import words
from ui.models.rows import Column, RowsModel, whole


class PackagesModel(RowsModel):
    """The packages, as many as there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                whole(lambda: self.tr("№"), lambda p: p.sequence),
                Column(lambda: self.tr("Собран"), lambda p: words.moment(p.made), lambda p: p.made),
                Column(lambda: self.tr("Состояние"), self._state),
                whole(lambda: self.tr("Интервью"), lambda p: p.interviews),
                whole(lambda: self.tr("Файлы"), lambda p: p.media),
                Column(
                    lambda: self.tr("Размер"), lambda p: words.size(p.size), lambda p: p.size, number=True
                ),
                Column(lambda: self.tr("Имя файла"), lambda p: p.file),
            ),
            parent,
        )

    def _state(self, package: Package) -> str:
        return {
            "made": self.tr("собран"),
            "sent": self.tr("отправлен"),
            "accepted": self.tr("принят"),
            "refused": self.tr("отклонён"),
        }[package.state]
