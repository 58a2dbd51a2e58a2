"""What ratings are compared with: the printed report, or another year's figures of a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.dialogs.files import FileDialogs


class YearButton(QPushButton):
    """A quiet button with a menu; `before` is the file chosen, None for the report; `changed` tells of it."""

    changed = Signal()

    def __init__(self, files: FileDialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.before: Path | None = None
        self.setProperty("kind", "quiet")
        self.choices = QMenu(self)
        self.printed, self.another = self.choices.addAction(""), self.choices.addAction("")
        for choice in (self.printed, self.another):
            choice.setCheckable(True)
        self.setProperty("menu", "yes")  # room for the arrow
        self.setMenu(self.choices)
        self.printed.triggered.connect(lambda: self.compare_with(None))
        self.another.triggered.connect(self._on_another_triggered)
        self.retranslate()

    def compare_with(self, file: Path | None) -> None:
        """Takes another year's figures of a file; None: the printed report alone."""
        self.before = file
        self.retranslate()
        self.changed.emit()

    def _on_another_triggered(self) -> None:
        file = self._files.open(self, self.tr("Цифры другого года"), "CSV, Excel (*.csv *.xlsx)")
        if file is not None:
            self.compare_with(file)
        self.retranslate()

    def retranslate(self) -> None:
        """Every text in the window's language."""
        report = self.tr("отчет за 2025 год")
        self.setText(self.tr("Сравнение: {name}").format(name=self.before.name if self.before else report))
        self.setToolTip(self.tr("С чем сравнить рейтинги: отчет 2025 года или цифры из файла"))
        self.printed.setText(report)
        self.printed.setChecked(self.before is None)
        self.another.setText(self.tr("Цифры другого года из файла…"))
        self.another.setChecked(self.before is not None)
