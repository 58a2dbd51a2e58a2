"""One window to find one thing of many by typing: the command palette, and the pickers of the chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.icons import icon
from ui.widgets.matching import find, fold

_ENTRY = Qt.ItemDataRole.UserRole
_SHOWN = 60
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """A thing to find: its kind and key for the asker, its words, a word in the right margin, an icon."""

    kind: str
    key: str
    title: str
    note: str = ""
    icon: str = "command"


class Finder(QDialog):
    """Type, arrow keys, Enter. `typed` lets the asker add what it finds elsewhere by `add`."""

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, entries: Sequence[Entry], placeholder: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("finder")
        self._entries = list(entries)
        self._lines = [fold(f"{entry.title} {entry.note}") for entry in entries]
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.setWindowTitle(placeholder)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Найденное"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setUniformItemSizes(True)
        self.model = QStandardItemModel(0, 1, self)
        self.list.setModel(self.model)
        self.nothing = QLabel(self.tr("Ничего не найдено. Попробуйте другое слово."), self)
        self.nothing.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.resize(640, 420)
        self.field.textChanged.connect(self._on_text_changed)
        self.list.clicked.connect(self._on_list_clicked)
        self._fill("")

    def open_over(self, widget: QWidget) -> None:
        """Shows itself near the top of a window."""
        corner = widget.mapToGlobal(widget.rect().topLeft())
        self.move(corner.x() + (widget.width() - self.width()) // 2, corner.y() + theme.XL * 2)
        self.open()
        self.field.setFocus()

    def add(self, text: str, entries: Sequence[Entry]) -> None:
        """Puts more finds under the others, if `text` is still what is typed."""
        if text == self.field.text():
            for entry in entries:
                self._append(entry)
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages walk the list, Enter takes; the keyboard itself stays in the field."""
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }.get(Qt.Key(event.key()))
        if step is not None and self.model.rowCount():
            row = min(max(self.list.currentIndex().row() + step, 0), self.model.rowCount() - 1)
            self.list.setCurrentIndex(self.model.index(row, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_list_clicked(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self.model.clear()
        for index in find(text, self._lines)[:_SHOWN]:
            self._append(self._entries[index])
        self._settle()

    def _append(self, entry: Entry) -> None:
        c = theme.colours(self.palette())
        item = QStandardItem(icon(entry.icon, c.muted), entry.title)
        item.setEditable(False)
        item.setToolTip(entry.title)
        item.setData(entry, _ENTRY)
        item.setData(f"{entry.title}, {entry.note}".rstrip(", "), Qt.ItemDataRole.AccessibleTextRole)
        self.model.appendRow(item)

    def _settle(self) -> None:
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.nothing.setVisible(self.model.rowCount() == 0)

    def _on_text_changed(self, text: str) -> None:
        self._fill(text)
        self.typed.emit(text)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if entry is not None:
            self.accept()
            self.chosen.emit(entry)


class _Line(QStyledItemDelegate):
    """The title, and what kind of thing it is at the right in a quieter colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(100, option.fontMetrics.height() + theme.M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Leaves room for the note, then writes it."""
        self.initStyleOption(option, index)
        line = QStyleOptionViewItem(option)
        entry: Entry = index.data(_ENTRY)
        room = line.fontMetrics.horizontalAdvance(entry.note) + theme.L
        view = line.widget
        style = view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, line, painter, view)
        rect = line.rect
        size = 18
        top = rect.y() + (rect.height() - size) // 2
        line.icon.paint(painter, rect.x() + theme.S, top, size, size)
        words = rect.adjusted(size + 2 * theme.S, 0, -room, 0)
        c = theme.colours(view.palette())
        painter.setPen(QColor(c.text))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter,
            line.fontMetrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, words.width()),
        )
        painter.setPen(QColor(c.muted))
        painter.drawText(
            rect.adjusted(0, 0, -theme.S, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            entry.note,
        )
