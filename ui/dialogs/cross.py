"""Which two questions are set against each other in the tables of answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.dialogs.asking import lay_out
from ui.widgets.elided_combo import ElidedCombo

_LETTERS = 44
"""Letters of a question that stay to be seen; the list opens wider."""


class CrossDialog(QDialog):
    """`chosen` brings pairs of codes: none where the linear tables are enough. A letter typed goes to the
    next question that begins with it.
    """

    chosen = Signal(object)

    def __init__(self, questions: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Таблицы ответов"))
        words = QLabel(
            self.tr(
                "Линейные таблицы всех вопросов. Выберите два вопроса, и добавится таблица одного "
                "против другого: числа, проценты по строке и по столбцу, хи-квадрат и V Крамера."
            ),
            self,
        )
        words.setWordWrap(True)
        self.rows, self.columns = self._field(questions), self._field(questions)
        form = QFormLayout()
        form.setSpacing(theme.S)
        form.addRow(self.tr("В строках"), self.rows)
        form.addRow(self.tr("В столбцах"), self.columns)
        self.save = QPushButton(self.tr("Сохранить…"), self)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save_clicked)
        cancel = QPushButton(self.tr("Не надо"), self)
        cancel.setAutoDefault(False)
        lay_out(self, (words, form), cancel, self.save)
        for field in (self.rows, self.columns):
            field.currentIndexChanged.connect(self._on_choice_changed)

    def _field(self, questions: Sequence[tuple[str, str]]) -> ElidedCombo:
        field = ElidedCombo(_LETTERS, self)
        field.addItem(self.tr("не нужно"), "")
        for code, label in questions:
            field.addItem(" ".join(label.split()), code)
            field.setItemData(field.count() - 1, f"{label}\n{code}", Qt.ItemDataRole.ToolTipRole)
        return field

    def _pair(self) -> tuple[str, str]:
        return str(self.rows.currentData()), str(self.columns.currentData())

    def _on_choice_changed(self) -> None:
        """One question alone, or a question against itself, makes no table."""
        rows, columns = self._pair()
        self.save.setEnabled(bool(rows) == bool(columns) and (not rows or rows != columns))

    def _on_save_clicked(self) -> None:
        pair = self._pair()
        self.accept()
        self.chosen.emit([pair] if all(pair) else [])
