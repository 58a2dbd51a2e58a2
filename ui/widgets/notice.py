"""A line over a screen that says what went wrong or well, with words before colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from ui import theme
from ui.i18n import Language, is_language_change
from ui.icons import icon, pixmap

UNDO_MS = 20_000
"""So long what was done can be taken back here; longer while the keyboard or the mouse is at the button."""
ICONS = {"danger": "error", "warning": "warning", "good": "check"}


class Notice(QFrame):
    """Hidden until `show_text`. Screen readers hear it as an alert; its button puts it away, and another
    takes back what it tells of, where that can be."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self._error: tuple[GsmonError, Language] | None = None
        self._kind = "danger"
        self._sign = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.undo = QPushButton(self)
        self.undo.hide()
        self.undo.clicked.connect(self.take_back)
        self._undo: Callable[[], None] | None = None
        self._fading = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._fading.timeout.connect(self._on_faded)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setVisible(closable)
        self.button.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        row.setSpacing(theme.S)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str, kind: str = "danger", undo: Callable[[], None] | None = None) -> None:
        """Says a sentence as danger, warning or good; for a while `undo` takes back what it tells of."""
        self._error, self._undo, self._kind = None, undo, kind
        self.undo.setText(self.tr("Отменить (Ctrl+Z)"))
        self.undo.setVisible(undo is not None)
        if undo is not None:
            self._fading.start()
        else:
            self._fading.stop()
        self.setProperty("role", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()
        self.button.setAccessibleName(self.tr("Убрать сообщение"))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _tint(self) -> None:
        c = theme.colours(self.palette())
        colour = {"danger": c.danger, "warning": c.warning, "good": c.good}[self._kind]
        self._sign.setPixmap(pixmap(ICONS[self._kind], colour, 20))
        self.button.setIcon(icon("close", c.text))

    def show_error(self, error: GsmonError, language: Language) -> None:
        """Says a known failure, and says it anew when the language changes."""
        self.show_text(sentence(error, language.code))
        self._error = (error, language)

    def changeEvent(self, event: QEvent) -> None:
        """New language, new palette."""
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._tint()
        if is_language_change(event):
            self.undo.setText(self.tr("Отменить (Ctrl+Z)"))
        if is_language_change(event) and self._error is not None and not self.isHidden():
            self.show_error(*self._error)
        super().changeEvent(event)

    def take_back(self) -> None:
        """Takes back what it tells of, where that can be."""
        undo, self._undo = self._undo, None
        if undo is not None and not self.isHidden():
            self.put_away()
            undo()

    def _on_faded(self) -> None:
        if self.undo.hasFocus() or self.undo.underMouse():
            self._fading.start()
        else:
            self.put_away()

    def put_away(self) -> None:
        """Hides it."""
        self.hide()
        self.closed.emit()
