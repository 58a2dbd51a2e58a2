"""Typed answers by real key presses: text, suggestions, numbers, a phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from tests.ui.questions import Shown, question
from ui.widgets.editor import Editor
from ui.widgets.text import (
    DecimalEditor,
    IntegerEditor,
    LineEditor,
    LongTextEditor,
    PhoneEditor,
    TextEditor,
    UnknownEditor,
)


def key(editor: Editor, code: int, text: str = "") -> bool:
    return editor.press(QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text))


def test_a_line_is_reported_when_the_person_goes_on(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text"))
    assert isinstance(shown.editor, TextEditor)
    type_text(shown.editor.line, "  ЦОН Есиль ")
    assert shown.reported == []
    shown.editor.flush()
    shown.editor.flush()
    assert shown.reported == ["ЦОН Есиль"]


def test_a_pause_reports_a_sentence_so_that_a_crash_keeps_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text", appearance=("multiline",)))
    assert isinstance(shown.editor, LongTextEditor)
    with qtbot.waitSignal(shown.editor.answered, timeout=3000):
        type_text(shown.editor.area, "Долго ждали")
    assert shown.reported == ["Долго ждали"]


def test_alt_enter_begins_a_line_and_enter_is_left_to_the_page(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text", appearance=("multiline",), value="Раз"))
    assert isinstance(shown.editor, LongTextEditor)
    assert shown.editor.press(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "\r")
    )
    type_text(shown.editor.area, "Два")
    assert not key(shown.editor, Qt.Key.Key_Return, "\r")
    shown.editor.flush()
    assert shown.reported == ["Раз\nДва"]


def test_suggestions_open_under_an_empty_field_and_down_enter_takes_one(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text", role="place_name"))
    assert isinstance(shown.editor, TextEditor)
    shown.editor.set_suggestions(["ЦОН Сарыарка", "ЦОН Есиль", "ЦОН № 4"])
    assert shown.editor.dropdown.isVisible()
    assert not key(shown.editor, Qt.Key.Key_Return, "\r"), "nothing is taken that was not walked to"
    assert key(shown.editor, Qt.Key.Key_Down)
    assert key(shown.editor, Qt.Key.Key_Down)
    assert key(shown.editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == ["ЦОН Есиль"]
    assert not shown.editor.dropdown.isVisible()


def test_typing_narrows_the_suggestions(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text", role="place_name"))
    assert isinstance(shown.editor, TextEditor)
    shown.editor.set_suggestions(["ЦОН Сарыарка", "ЦОН Есиль"])
    type_text(shown.editor.line, "есиль")
    assert shown.editor.dropdown.lines.rowCount() == 1
    type_text(shown.editor.line, "щщщ")
    assert not shown.editor.dropdown.isVisible()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("42", "42"), ("007", "7"), ("-3", "-3"), ("1 200", "1200"), ("", ""), ("12-3", None)],
)
def test_whole_numbers(qtbot: QtBot, typed: str, value: str | None) -> None:
    shown = Shown(qtbot, question("integer"))
    assert isinstance(shown.editor, IntegerEditor)
    assert shown.editor.parse(typed) == value


def test_letters_do_nothing_in_a_number_and_kazakh_keys_type_digits(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("integer"))
    assert isinstance(shown.editor, IntegerEditor)
    assert key(shown.editor, ord("Ф"), "ф")
    assert key(shown.editor, ord("І"), "і")
    assert key(shown.editor, ord("Ң"), "ң")
    assert not key(shown.editor, Qt.Key.Key_5, "5"), "a digit is left to the field itself"
    assert shown.editor.line.text() == "34"
    shown.editor.flush()
    assert shown.reported == ["34"]


def test_what_is_no_number_is_said_only_when_the_person_goes_on(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("integer"))
    assert isinstance(shown.editor, IntegerEditor)
    type_text(shown.editor.line, "12-")
    assert shown.editor.problem() == ""
    shown.editor.flush()
    assert shown.editor.problem() == "Нужно целое число, например 42."
    type_text(shown.editor.line, "3")
    assert shown.editor.problem() == ""
    assert shown.reported == []


@pytest.mark.parametrize(
    ("typed", "value"), [("3,5", "3.5"), ("3.5", "3.5"), (",5", ".5"), ("-1", "-1"), ("1,2,3", None)]
)
def test_decimal_numbers_take_comma_and_full_stop(qtbot: QtBot, typed: str, value: str | None) -> None:
    shown = Shown(qtbot, question("decimal"))
    assert isinstance(shown.editor, DecimalEditor)
    assert shown.editor.parse(typed) == value


def test_a_decimal_is_shown_with_a_comma(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("decimal", value="2.75"))
    assert isinstance(shown.editor, LineEditor)
    assert shown.editor.line.text() == "2,75"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("87011234567", "+7 701 123 45 67"),
        ("+7 (701) 123-45-67", "+7 701 123 45 67"),
        ("7011234567", "+7 701 123 45 67"),
        ("701", "701"),
        ("+49 30 1234567", "+49 30 1234567"),
        ("", ""),
    ],
)
def test_a_phone_is_kept_in_one_form(qtbot: QtBot, typed: str, value: str) -> None:
    shown = Shown(qtbot, question("text", role="phone"))
    assert isinstance(shown.editor, PhoneEditor)
    assert shown.editor.parse(typed) == value


def test_an_unknown_type_is_a_text_field_that_says_so(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("geoshape"))
    assert isinstance(shown.editor, UnknownEditor)
    assert "geoshape" in shown.editor.notice.text()
    type_text(shown.editor.line, "51.1 71.4")
    shown.editor.flush()
    assert shown.reported == ["51.1 71.4"]


def test_a_new_value_from_outside_is_shown_and_not_reported(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text", value="старое"))
    shown.editor.show_question(question("text", value="новое"))
    assert shown.editor.value() == "новое"
    assert shown.reported == []


def test_words_being_typed_stay_when_the_question_is_drawn_again(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("text"))
    assert isinstance(shown.editor, TextEditor)
    type_text(shown.editor.line, "наполовину")
    shown.editor.show_question(question("text", label="Сұрақ"))
    assert shown.editor.line.text() == "наполовину"
    assert shown.editor.pending()
