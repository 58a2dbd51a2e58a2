"""Single and multiple choice with every option on the page and a key on each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gsmon_desktop.forms import Question
from ui.widgets.editor import Editor
from ui.widgets.keys import plain, position
from ui.widgets.options import CheckOption, ColumnsLayout, RadioOption, caps, check_only


class _Options(Editor):
    """Options in columns, arrows between them, Space or the option's key to choose."""

    option_class: type[RadioOption] | type[CheckOption]

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self.options: list[RadioOption | CheckOption] = []
        self._columns = ColumnsLayout(self)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Take over a question; options that are there already are kept."""
        while len(self.options) < len(question.choices):
            option = self.option_class(self)
            option.clicked.connect(self._on_option_clicked)
            self._columns.addWidget(option)
            self.options.append(option)
            option.show()
        while len(self.options) > len(question.choices):
            option = self.options.pop()
            self._columns.removeWidget(option)
            option.hide()
            option.deleteLater()
        keys = caps([choice.value for choice in question.choices])
        for option, choice, cap in zip(self.options, question.choices, keys, strict=True):
            option.show_choice(choice, cap)
        self._value = question.value
        super().show_question(question)
        self._show_chosen()
        self.updateGeometry()

    def value(self) -> str:
        """The chosen value(s)."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show these as chosen."""
        self._value = value
        self._show_chosen()

    def take_focus(self) -> None:
        """To the chosen option, else to the first."""
        self._focus_option(next((o for o in self.options if o.isChecked()), None))

    def press(self, event: QKeyEvent) -> bool:
        """A key cap, Space, or arrows between the options."""
        if not plain(event):
            return False
        if event.key() == Qt.Key.Key_Space:
            return self._choose(self._focused())
        if event.key() == Qt.Key.Key_Delete:
            self.clear()
            return True
        key = position(event)
        if key:
            option = next((o for o in self.options if o.cap == key), None)
            if option is not None:
                return self._choose(option)
        return self._walk(event.key())

    def _walk(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(key)) if key in {int(k) for k in steps} else None
        focused = self._focused()
        if step is None or focused is None:
            return False
        target = self.options.index(focused) + step
        if not 0 <= target < len(self.options):
            return False
        self._focus_option(self.options[target])
        return True

    def _focused(self) -> RadioOption | CheckOption | None:
        return next((o for o in self.options if o.hasFocus()), None)

    def _focus_option(self, target: RadioOption | CheckOption | None) -> None:
        """One option only is a tab stop, so that Tab goes from question to question."""
        target = target or next(iter(self.options), None)
        for option in self.options:
            here = option is target
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        if target is not None:
            target.setFocus()

    def _on_option_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RadioOption | CheckOption):
            self._choose(sender)

    def _choose(self, option: RadioOption | CheckOption | None) -> bool:
        raise NotImplementedError

    def _show_chosen(self) -> None:
        chosen = self._value.split()
        for option in self.options:
            option.setChecked(option.choice.value in chosen)


class SelectOne(_Options):
    """One of a few. Choosing the chosen one again leaves it."""

    option_class = RadioOption
    completes = True

    def _show_chosen(self) -> None:
        check_only(self.options, next((o for o in self.options if o.choice.value == self._value), None))

    def _choose(self, option: RadioOption | CheckOption | None) -> bool:
        if option is None or not self.isEnabled():
            return False
        self._focus_option(option)
        self.set_value(option.choice.value)
        self.answered.emit(self._value)
        return True


class SelectMultiple(_Options):
    """Any of a few, toggled one by one; Enter goes on."""

    option_class = CheckOption

    def _choose(self, option: RadioOption | CheckOption | None) -> bool:
        if option is None or not self.isEnabled():
            return False
        self._focus_option(option)
        chosen = set(self._value.split()) ^ {option.choice.value}
        offered = [choice.value for choice in self.question.choices]
        # Values no longer offered stay, so that the session can say so; the rest in the list's order.
        kept = [v for v in self._value.split() if v in chosen and v not in offered]
        self.set_value(" ".join([*(v for v in offered if v in chosen), *kept]))
        self.answered.emit(self._value)
        return True
