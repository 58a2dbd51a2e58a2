"""What a person sees when the program itself is at fault: the data are safe, and here is what to send us."""

from __future__ import annotations

import platform
import sys
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from ui import theme


def report_text(error: BaseException) -> str:
    """Versions and the traceback. Values and the errors' own words are left out: they may be answers."""
    python = sys.version.split()[0]
    versions = f"gsmon {__version__} | Python {python} | Qt {qVersion()} | {platform.platform()}"
    return f"{versions}\n\n{_chain(error)}"


def _chain(error: BaseException) -> str:
    """Every error that led to this one, the first first: where it came about and what kind it is."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    code = f" {error.code}" if isinstance(error, GsmonError) else ""
    told = f"{''.join(traceback.format_tb(error.__traceback__))}{kind}{code}\n"
    return f"{_chain(before)}\n{told}" if before is not None else told


class BugReportDialog(QDialog):
    """Shows the report; it can be copied. When it is closed, the program ends."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(self.tr("Ошибка программы"))
        head = QLabel(self.tr("В программе ошибка"), self)
        head.setProperty("role", "title")
        words = QLabel(
            self.tr("Всё, что вы видели сохранённым, лежит на диске. Программа закроется; откройте её снова "
                    "и продолжите с того же вопроса. Скопируйте отчёт и отправьте его разработчикам: ответов "
                    "и имён респондентов в нём нет."),
            self,
        )  # fmt: skip
        words.setWordWrap(True)
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Отчёт об ошибке"))
        self.copy = QPushButton(self.tr("Скопировать отчёт"), self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.end = QPushButton(self.tr("Закрыть программу"), self)
        self.end.setProperty("kind", "primary")
        self.end.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(head)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(720, 480)
        self.end.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText(self.tr("Скопировано"))
