"""The slim list of sections on the left: what is answered, missing, wrong; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.screens.filling_walk import Progress
from ui.widgets import look

WIDTH = 252
_SIGN = 18
_PAD = 10
_LINES = 4
"""Lines of a title at the most."""
_PROGRESS = Qt.ItemDataRole.UserRole
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Sections(QAbstractListModel):
    """The sections as rows; the text for screen readers says all that the signs say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sections: Sequence[Progress] = ()
        self.current = ""

    def show_sections(self, sections: Sequence[Progress], current: str) -> None:
        """Take over how far each section is; only rows that changed are drawn again."""
        before, was = self._sections, self.current
        if [s.path for s in before] != [s.path for s in sections]:
            self.beginResetModel()
            self._sections, self.current = sections, current
            self.endResetModel()
            return
        self._sections, self.current = sections, current
        for row, (old, new) in enumerate(zip(before, sections, strict=True)):
            if old != new or (was != current and new.path in (was, current)):
                self.dataChanged.emit(self.index(row), self.index(row))

    def section(self, row: int) -> Progress:
        """The section of a row."""
        return self._sections[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """One row a section."""
        return 0 if parent is not None and parent.isValid() else len(self._sections)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title, tooltip, the progress itself."""
        section = self._sections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return section.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{section.title}: {self.words(section)}"
        return section if role == _PROGRESS else None

    def words(self, section: Progress) -> str:
        """How far a section is, in words."""
        if section.wrong:
            return self.tr("нужно исправить: {0}").format(section.wrong)
        if not section.missing and (section.touched or not section.questions):
            return self.tr("готово")
        return self.tr("отвечено {0} из {1}").format(section.answered, section.questions)


class _Drawing(QStyledItemDelegate):
    """A sign, the title, and how many of how many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As many lines as the title needs."""
        text = index.data(Qt.ItemDataRole.DisplayRole)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else WIDTH
        key = (option.font.key(), text, width)  # Qt asks for every row after each change
        if key not in self._heights:
            room = QRect(0, 0, width - _SIGN - 2 * _PAD - 41, 200)
            height = option.fontMetrics.boundingRect(room, _WRAP, text).height()
            self._heights[key] = max(34, min(height, _LINES * option.fontMetrics.lineSpacing()) + 12)
        return QSize(WIDTH, self._heights[key])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        section, view = index.data(_PROGRESS), self.parent()
        model = index.model()
        if not isinstance(view, QWidget) or not isinstance(model, Sections):
            return
        colours = look.colours(view)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = section.path == model.current
        if current:
            painter.fillRect(rect, colours.chosen)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours.accent)
        centre = QPoint(rect.left() + _PAD + _SIGN // 2, rect.center().y())
        _draw_sign(painter, centre, section, colours)
        painter.setFont(option.font)
        painter.setPen(colours.text if current or section.touched else colours.muted)
        left = rect.left() + _SIGN + 2 * _PAD
        words = QRect(left, rect.top() + 4, rect.right() - left - 40, rect.height() - 8)
        painter.drawText(words, _WRAP, section.title)
        if section.questions and not section.complete:
            painter.setPen(colours.wrong if section.wrong else colours.muted)
            count = f"{section.answered}/{section.questions}"
            right = QRect(rect.right() - 44, rect.top(), 36, rect.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.restore()


def _draw_sign(painter: QPainter, centre: QPoint, section: Progress, colours: look.Colours) -> None:
    """A tick, a warning, a half-filled or an empty ring: shapes, so that colour never speaks alone."""
    circle = QRect(centre.x() - 6, centre.y() - 6, 12, 12)
    if section.wrong:
        painter.setPen(QPen(colours.wrong, 2))
        painter.drawText(circle.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "⚠")
    elif section.complete and (section.touched or not section.questions):
        look.draw_tick(painter, centre, colours)
    else:
        painter.setPen(QPen(colours.accent if section.touched else colours.line, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if section.touched:
            painter.setBrush(colours.accent)
            painter.drawChord(circle, -90 * 16, -180 * 16)


class Outline(QListView):
    """The sections. It never takes the keyboard by itself; Ctrl+G goes anywhere by keys."""

    chosen = Signal(str)
    """A section's path was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sections = Sections(self)
        self.setModel(self.sections)
        self.setItemDelegate(_Drawing(self))
        self.setObjectName("outline")
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.chosen.emit(self.sections.section(index.row()).path))
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew beside a scrollbar."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """The name for screen readers."""
        self.setAccessibleName(self.tr("Разделы анкеты"))

    def show_sections(self, sections: Sequence[Progress], current: str) -> None:
        """Take over how far each section is and which one is open."""
        moved = current != self.sections.current or len(sections) != self.sections.rowCount()
        self.sections.show_sections(sections, current)
        for row, section in enumerate(sections):
            if moved and section.path == current:
                self.scrollTo(self.sections.index(row))
