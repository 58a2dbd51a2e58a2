"""Questions for widget tests, made by hand: a widget needs no form."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.forms import Choice, Element, Question
from ui.widgets import factory
from ui.widgets.editor import Editor

TODAY = date(2026, 11, 24)
SCORES = (
    ("1", "1 — очень плохо"),
    ("2", "2 — плохо"),
    ("3", "3 — средне"),
    ("4", "4 — хорошо"),
    ("5", "5 — отлично"),
    ("dk", "Затрудняюсь ответить"),
)


def question(
    kind: str,
    *,
    value: str = "",
    choices: tuple[tuple[str, str], ...] = (),
    appearance: tuple[str, ...] = (),
    role: str | None = None,
    label: str = "Вопрос",
    message: str = "",
) -> Question:
    """A question as a session would show it."""
    element = Element(
        path="/data/q", name="q", kind="question", type=kind, role=role, appearance=appearance, shown=True
    )
    return Question(
        path="/data/q",
        element=element,
        label=label,
        hint="",
        guidance="",
        value=value,
        relevant=True,
        required=False,
        readonly=False,
        message=message,
        choices=tuple(Choice(v, text) for v, text in choices),
    )


class Shown:
    """A widget in a shown window, with what it reported."""

    def __init__(self, qtbot: QtBot, shown: Question) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(900, 500)
        box = QVBoxLayout(self.window)
        self.editor: Editor = factory.make(shown, self.window, today=lambda: TODAY)
        box.addWidget(self.editor)
        box.addStretch(1)
        self.reported: list[str] = []
        self.editor.answered.connect(self.reported.append)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.editor.take_focus()
