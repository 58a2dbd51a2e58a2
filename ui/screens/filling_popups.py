"""Small sheets over the page: a comment, a hint, going to a question. Esc closes, the keyboard returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gsmon_desktop.forms import Choice, Element, Question
from ui import theme
from ui.widgets.keys import is_enter
from ui.widgets.markup import plain
from ui.widgets.search_list import SearchList


class Sheet(QFrame):
    """A sheet in the middle of its parent. Subclasses take the keys they know in `press`."""

    closed = Signal()

    def __init__(self, parent: QWidget, width: int = 560) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFixedWidth(width)
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self.box.setSpacing(theme.S)
        self.box.addWidget(self.title)
        self.hide()

    def open(self, title: str) -> None:
        """Show the sheet over the upper part of its parent."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """In the middle, near the top."""
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, max(24, parent.height() // 8))

    def close_sheet(self) -> None:
        """Give the keyboard back and hide. In this order, or Qt would give it to some other widget first."""
        if self.isVisible():
            self.closed.emit()
            self.hide()

    def watch(self, widget: QWidget) -> None:
        """Let this widget's keys come here first."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes; other keys as the sheet knows them."""
        del watched
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return False
        return self.press(event)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return True
        return False


class CommentSheet(Sheet):
    """The interviewer's comment on a question: Enter keeps it, Alt+Enter begins a line."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = QPlainTextEdit(self)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(96)
        self.note = QLabel(self)
        self.note.setProperty("role", "small")
        self.box.addWidget(self.area)
        self.box.addWidget(self.note)
        self.watch(self.area)

    def ask(self, question: str, text: str) -> None:
        """Open with the comment there is."""
        self.note.setText(self.tr("Enter — сохранить, Alt+Enter — новая строка, Esc — не менять"))
        self.area.setPlainText(text)
        self.area.setAccessibleName(self.tr("Комментарий к вопросу"))
        self.open(self.tr("Комментарий: {0}").format(plain(question)))
        self.area.setFocus()
        self.area.moveCursor(self.area.textCursor().MoveOperation.End)

    def press(self, event: QKeyEvent) -> bool:
        """Enter, Alt+Enter, Esc."""
        if is_enter(event):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.area.insertPlainText("\n")
            else:
                text = self.area.toPlainText().strip()
                self.close_sheet()
                self.written.emit(text)
            return True
        return super().press(event)


class HintSheet(Sheet):
    """What helps with this question, and the keys that work here. Any key closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.keys = QLabel(self)
        self.keys.setWordWrap(True)
        self.keys.setProperty("role", "muted")
        self.box.addWidget(self.words)
        self.box.addWidget(self.keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.watch(self)

    def show_hint(self, question: Question) -> None:
        """Open on a question."""
        words = "\n\n".join(text for text in (question.hint, question.guidance) if text)
        self.words.setText(words or self.tr("К этому вопросу нет пояснений."))
        self.keys.setText(
            self.tr(
                "1–5 — оценка, 0 — затрудняюсь ответить. "
                "Цифра или буква рядом с вариантом выбирает его, пробел — отметить.\n"
                "Enter — дальше, Shift+Enter — назад, Page Up и Page Down — соседние разделы, "
                "Ctrl+G — к любому вопросу.\n"
                "F2 — другой язык, F4 — комментарий, Ctrl+P — фото к этой строке, "
                "Ctrl+Z — отменить последнее, Delete — убрать ответ.\n"
                "Ctrl+Insert, Ctrl+D, Ctrl+Delete — добавить, повторить, убрать строку; "
                "T — засечь минуты или взять с телефона, C — камера, R — записать, O — открыть; "
                "F7 — быстрый ввод с бумаги.\n"
                "Ctrl+Enter — завершить, Esc — выйти: ответы сохранены."
            )
        )
        self.open(plain(question.label))
        self.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Close on anything that is more than a modifier."""
        modifiers = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
        if event.key() not in modifiers:
            self.close_sheet()
        return True


class GotoSheet(Sheet):
    """Any question by its words."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=720)
        element = Element(path="", name="", kind="question", type="select_one", shown=True)
        self._question = Question("", element, "", "", "", "", True, False, False, "")
        self.list = SearchList(self._question, self)
        self.list.answered.connect(self._on_list_answered)
        self.box.addWidget(self.list)
        self.box.addSpacing(300)
        self.watch(self.list.line)

    def ask(self, questions: Sequence[tuple[str, str]]) -> None:
        """Open with (path, label) of every question."""
        choices = tuple(Choice(path, label) for path, label in questions)
        self.list.show_question(replace(self._question, label=self.tr("Вопрос"), choices=choices))
        self.list.set_value("")
        self.open(self.tr("Перейти к вопросу"))
        self.list.take_focus()

    def close_sheet(self) -> None:
        """The list goes with the sheet."""
        self.list.leave()
        super().close_sheet()

    def press(self, event: QKeyEvent) -> bool:
        """The list's keys, then the sheet's."""
        return self.list.press(event) or super().press(event)

    def _on_list_answered(self, path: str) -> None:
        self.close_sheet()
        self.chosen.emit(path)
