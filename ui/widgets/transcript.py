"""A transcript typed beside its recording; its time stamps lead to their moments."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gsmon_desktop.interviewing import transcripts
from gsmon_desktop.store.recordings import clock
from ui.widgets import look


class TranscriptEdit(QPlainTextEdit):
    """Plain text; ``[00:12:05]`` is a link to that moment."""

    jumped = Signal(int)
    """A time stamp was clicked; its milliseconds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._links = _Links(self.document(), self)

    def insert_time(self, milliseconds: int) -> None:
        """A time stamp at the cursor."""
        before = self.textCursor()
        gap = (
            ""
            if before.atBlockStart() or before.block().text()[: before.positionInBlock()][-1:].isspace()
            else " "
        )
        self.insertPlainText(f"{gap}[{clock(milliseconds)}] ")

    def stamp_here(self) -> int | None:
        """The milliseconds of the time stamp the cursor is in, else of the line's last one before it."""
        at, line = self.textCursor().positionInBlock(), self.textCursor().block().text()
        found = [moment for start, _, moment in transcripts.stamps(line) if start <= at]
        return found[-1] if found else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into a time stamp, nothing chosen."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() != Qt.MouseButton.LeftButton or cursor.hasSelection():
            return
        at = cursor.positionInBlock()
        for start, end, moment in transcripts.stamps(cursor.block().text()):
            if start < at < end:
                self.jumped.emit(moment)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: links follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._links.rehighlight()


class _Links(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, owner: QWidget) -> None:
        super().__init__(document)
        self._owner = owner

    def highlightBlock(self, text: str) -> None:
        """Accent and a line under it: not by colour alone."""
        style = QTextCharFormat()
        style.setForeground(look.colours(self._owner).accent)
        style.setFontUnderline(True)
        style.setFontWeight(QFont.Weight.DemiBold)
        for start, end, _ in transcripts.stamps(text):
            self.setFormat(start, end - start, style)
