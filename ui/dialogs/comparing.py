"""Two entries of one paper interview side by side, and for every difference who was right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.interviewing.second import Comparison
from ui import theme
from ui.widgets.keys import is_enter, plain, position

_QUESTION, _FIRST, _SECOND, _RIGHT = range(4)


class Differences(QTableWidget):
    """A row a difference; 1 and 2 say which entry is right and go on to the next row."""

    chosen = Signal()
    confirmed = Signal()

    def __init__(self, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(len(comparison.differences), 4, parent)
        self._differences = comparison.differences
        self.right: dict[str, str] = {}
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(_RIGHT, QHeaderView.ResizeMode.ResizeToContents)
        self._cells: list[list[QTableWidgetItem]] = []
        for row, each in enumerate(self._differences):
            texts = (each.label, each.first_words or "—", each.second_words or "—", "?")
            self._cells.append([QTableWidgetItem(text) for text in texts])
            for column, item in enumerate(self._cells[row]):
                self.setItem(row, column, item)
        self.selectRow(0)
        self.cellDoubleClicked.connect(self._on_cell_taken)

    def choose(self, row: int, column: int) -> None:
        """The first (1) or the second (2) entry is right in a row; on to the next that is open."""
        each = self._differences[row]
        self.right[each.path] = each.first if column == _FIRST else each.second
        for at in (_FIRST, _SECOND):
            font = QFont(self.font())
            font.setBold(at == column)
            self._cells[row][at].setFont(font)
        mark = self.tr("1 — первый") if column == _FIRST else self.tr("2 — второй")
        self._cells[row][_RIGHT].setText(mark)
        order = [*range(row + 1, self.rowCount()), *range(row)]
        following = next((at for at in order if self._differences[at].path not in self.right), None)
        if following is not None:
            self.selectRow(following)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows as high as their words at this width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and Enter; the rest as any table."""
        key = position(event) if plain(event) else ""
        if key in ("1", "2") and self.currentRow() >= 0:
            self.choose(self.currentRow(), _FIRST if key == "1" else _SECOND)
        elif is_enter(event):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _on_cell_taken(self, row: int, column: int) -> None:
        if column in (_FIRST, _SECOND):
            self.choose(row, column)


class ComparingDialog(QDialog):
    """`settled` has the right values by path and the reason of the correction. Escape goes back to typing."""

    settled = Signal(object, str)

    def __init__(self, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = len(comparison.differences)
        self.setWindowTitle(self.tr("Сверка двух вводов"))
        text = self.tr(
            "Интервью № {number}: сравнено ответов {compared}, различаются {differing}. "
            "Сверьтесь с бумагой: 1 — верен первый ввод, 2 — верен второй."
        )
        self.words = QLabel(
            text.format(number=comparison.number, compared=comparison.compared, differing=self._open), self
        )
        self.words.setWordWrap(True)
        self.table = Differences(comparison, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Вопрос"), self.tr("Первый ввод"), self.tr("Второй ввод"), self.tr("Верно")]
        )
        self.table.setAccessibleName(self.tr("Различия"))
        self.reason = QLineEdit(self.tr("Второй ввод с бумаги"), self)
        self.reason.setAccessibleName(self.tr("Причина исправления"))
        caption = QLabel(self.tr("Причина исправления"), self)
        caption.setBuddy(self.reason)
        self.save = QPushButton(self.tr("Записать верное"), self)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.back = QPushButton(self.tr("Вернуться к вводу"), self)
        self.back.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(caption)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(880, 480)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.chosen.connect(self._show_state)
        self.table.confirmed.connect(self._on_save_clicked)
        self.reason.textChanged.connect(self._show_state)
        self.save.clicked.connect(self._on_save_clicked)
        self.back.clicked.connect(self.reject)
        self._show_state()

    def _show_state(self) -> None:
        decided = len(self.table.right) == self._open
        self.save.setEnabled(decided and bool(self.reason.text().strip()))

    def _on_save_clicked(self) -> None:
        if self.save.isEnabled():
            self.accept()
            self.settled.emit(dict(self.table.right), self.reason.text().strip())
