"""Choices by key presses: single, multiple, scale, acknowledgement."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.questions import SCORES, Shown, question
from ui.widgets.editor import Editor
from ui.widgets.options import caps
from ui.widgets.scale import ScaleHeader, ScaleRow
from ui.widgets.select import SelectMultiple, SelectOne

YES_NO = (("yes", "Да"), ("no", "Нет"), ("dk", "Затрудняюсь ответить"))
KINDS = tuple((f"k{n}", f"Вид {n}") for n in range(1, 12))


def key(editor: Editor, code: int, text: str = "") -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    return editor.press(event)


def test_caps_are_own_digits_of_a_scale_else_digits_then_letters() -> None:
    assert caps([v for v, _ in SCORES]) == ["1", "2", "3", "4", "5", "0"]
    assert caps(["yes", "no", "dk"]) == ["1", "2", "0"]
    assert caps([v for v, _ in KINDS])[-2:] == ["a", "b"]


@pytest.mark.parametrize(("code", "text"), [(Qt.Key.Key_2, "2"), (ord("Ә"), "ә")])
def test_a_key_cap_chooses_on_any_layout(qtbot: QtBot, code: int, text: str) -> None:
    shown = Shown(qtbot, question("select_one", choices=YES_NO))
    assert key(shown.editor, code, text)
    assert shown.reported == ["no"]
    assert shown.editor.value() == "no"


def test_arrows_walk_and_space_chooses(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_one", choices=YES_NO))
    assert key(shown.editor, Qt.Key.Key_Down)
    assert shown.reported == []
    assert key(shown.editor, Qt.Key.Key_Space, " ")
    assert shown.reported == ["no"]
    assert key(shown.editor, Qt.Key.Key_Down)
    assert not key(shown.editor, Qt.Key.Key_Down), "past the last option the page walks on"


def test_letters_choose_after_the_ninth_option(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_one", choices=KINDS))
    assert key(shown.editor, ord("Ф"), "ф")  # A by place
    assert shown.reported == ["k10"]


def test_a_click_chooses(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_one", choices=YES_NO))
    assert isinstance(shown.editor, SelectOne)
    qtbot.mouseClick(shown.editor.options[1], Qt.MouseButton.LeftButton)
    assert shown.reported == ["no"]
    qtbot.mouseClick(shown.editor.options[1], Qt.MouseButton.LeftButton)
    assert shown.editor.options[1].isChecked(), "a chosen option stays chosen"


def test_multiple_choice_toggles_in_the_list_s_order(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_multiple", choices=KINDS))
    key(shown.editor, Qt.Key.Key_3, "3")
    key(shown.editor, Qt.Key.Key_1, "1")
    key(shown.editor, Qt.Key.Key_3, "3")
    key(shown.editor, Qt.Key.Key_Space, " ")
    assert shown.reported == ["k3", "k1 k3", "k1", "k1 k3"]


def test_a_choice_no_longer_offered_stays_until_the_session_says(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_multiple", choices=KINDS[:3], value="k9"))
    key(shown.editor, Qt.Key.Key_2, "2")
    assert shown.reported == ["k2 k9"]


def test_labels_change_language_and_the_answer_stays(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_one", choices=YES_NO, value="yes"))
    assert isinstance(shown.editor, SelectOne)
    before = list(shown.editor.options)
    kazakh = (("yes", "Иә"), ("no", "Жоқ"))
    shown.editor.show_question(question("select_one", choices=kazakh, value="yes"))
    assert shown.editor.options == before[:2]
    assert [o.choice.label for o in shown.editor.options] == ["Иә", "Жоқ"]
    assert shown.editor.options[0].isChecked()
    assert shown.reported == []


@pytest.mark.parametrize(
    ("code", "text", "value"), [(Qt.Key.Key_5, "5", "5"), (ord("Қ"), "қ", "dk"), (ord("І"), "і", "3")]
)
def test_a_score_is_one_key(qtbot: QtBot, code: int, text: str, value: str) -> None:
    shown = Shown(qtbot, question("select_one", choices=SCORES, appearance=("likert",)))
    assert isinstance(shown.editor, ScaleRow)
    assert key(shown.editor, code, text)
    assert shown.reported == [value]
    assert [c.isChecked() for c in shown.editor.cells].count(True) == 1


def test_a_key_of_no_score_is_left_to_the_page(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("select_one", choices=SCORES, appearance=("likert",)))
    assert not key(shown.editor, Qt.Key.Key_7, "7")
    assert key(shown.editor, Qt.Key.Key_Right)
    assert key(shown.editor, Qt.Key.Key_Space, " ")
    assert shown.reported == ["2"]


def test_the_scale_s_words_stand_over_columns_without_their_figures(qtbot: QtBot) -> None:
    header = ScaleHeader()
    qtbot.addWidget(header)
    width = header.show_choices(question("select_one", choices=SCORES).choices)
    assert [label.text() for label in header.labels] == [
        "очень плохо",
        "плохо",
        "средне",
        "хорошо",
        "отлично",
        "Затрудняюсь ответить",
    ]
    assert all(
        label.fontMetrics().horizontalAdvance(w) <= width
        for label in header.labels
        for w in label.text().split()
    )


def test_an_acknowledgement_is_one_key_and_can_be_taken_back(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("acknowledge"))
    key(shown.editor, Qt.Key.Key_Space, " ")
    key(shown.editor, Qt.Key.Key_1, "1")
    assert shown.reported == ["OK", ""]


def test_roles_and_names_for_screen_readers(qtbot: QtBot) -> None:
    one = Shown(qtbot, question("select_one", choices=YES_NO, label="Согласны?"))
    many = Shown(qtbot, question("select_multiple", choices=YES_NO))
    row = Shown(qtbot, question("select_one", choices=SCORES, appearance=("likert",)))
    assert isinstance(one.editor, SelectOne)
    assert isinstance(many.editor, SelectMultiple)
    assert isinstance(row.editor, ScaleRow)
    assert one.editor.accessibleName() == "Согласны?"
    for widget, role in (
        (one.editor.options[0], QAccessible.Role.RadioButton),
        (many.editor.options[0], QAccessible.Role.CheckBox),
        (row.editor.cells[0], QAccessible.Role.RadioButton),
    ):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() == role
        assert interface.text(QAccessible.Text.Name)
