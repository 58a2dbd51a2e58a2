"""The recovery key, shown once: to be copied, or saved as a page to print."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QMarginsF
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.base import label
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice


class RecoveryDialog(QDialog):
    """The key in groups, and what it is for. It is not kept anywhere but where the owner puts it."""

    def __init__(
        self, key: str, place: Path, language: Language, files: FileDialogs, parent: QWidget, extra: str = ""
    ) -> None:
        super().__init__(parent)
        self._key, self._place, self._language, self._files = key, place, language, files
        self.setWindowTitle(self.tr("Ключ восстановления"))
        title = label("title", self)
        title.setText(self.tr("Запишите ключ восстановления"))
        title.setWordWrap(True)
        words = QLabel(self._words(), self)
        words.setWordWrap(True)
        self.field = QLineEdit(key, self)
        self.field.setReadOnly(True)
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.field.setAccessibleName(self.windowTitle())
        self.field.setCursorPosition(0)
        self.notice = Notice(self)
        self.copy, self.save = QPushButton(self.tr("Скопировать"), self), QPushButton(self)
        self.save.setText(self.tr("Сохранить страницу для печати…"))
        self.noted = QPushButton(self.tr("Ключ записан"), self)
        self.noted.setProperty("kind", "primary")
        for button, slot in (
            (self.copy, self._on_copy_clicked),
            (self.save, self._on_save_clicked),
            (self.noted, self.accept),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        buttons = Flow()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.push_right()
        buttons.addWidget(self.noted)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.L)
        for part in (title, words, self.field, self.notice):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(620)
        if extra:
            self.notice.show_text(extra, "warning")

    def event(self, event: QEvent) -> bool:
        """As high as its wrapped texts need, also when a message comes."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return done

    def _words(self) -> str:
        return self.tr("Если пароль забудется, папку откроет только этот ключ. Больше он не будет показан. "
                       "Храните его отдельно от ноутбука и никому не передавайте.")  # fmt: skip

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self.notice.show_text(self.tr("Скопировано. Вставьте ключ в надёжное место."), "good")

    def _on_save_clicked(self) -> None:
        start = str(Path.home() / "gsmon-recovery-key.pdf")
        target = self._files.save(self, self.save.text(), start, "PDF (*.pdf)")
        if target is None:
            return
        try:
            write_page(target.with_suffix(".pdf"), self._page())
        except GsmonError as error:
            self.notice.show_error(error, self._language)
            return
        self.notice.show_text(
            self.tr("Страница сохранена: {file}. Напечатайте и удалите её.").format(file=target), "good"
        )

    def _page(self) -> str:
        """The page as HTML."""
        groups = self._key.split("-")
        key = "<br>".join("&nbsp;&nbsp;".join(groups[at : at + 3]) for at in range(0, len(groups), 3))
        return (
            f"<h2>gsmon: {escape(self.windowTitle())}</h2><p>{escape(self._words())}</p>"
            f"<p style='font-family: monospace; font-size: 22pt'>{key}</p><p>{escape(str(self._place))}</p>"
        )


def write_page(target: Path, html: str) -> None:
    """Writes one A4 page as PDF, whole or not at all. Raises GsmonError ``file.…``."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
    with new_file(target, replace=True) as part:
        part.stream.write(bytes(buffer.data().data()))
        part.place()
