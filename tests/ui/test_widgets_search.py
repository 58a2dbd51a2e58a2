"""Long lists by a few typed words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from tests.ui.questions import Shown, question
from ui.widgets.editor import Editor
from ui.widgets.factory import MANY_FROM
from ui.widgets.search_list import SearchList
from ui.widgets.search_many import SearchMany
from ui.widgets.select import SelectMultiple

SERVICES = (
    ("s01", "1. Тестирование государственных служащих"),
    ("s07", "7. Учёт нуждающихся в жилище"),
    ("s14", "14. Выдача паспортов, удостоверений личности"),
    ("s41", "41. Приём документов в школу"),
    ("s70", "70. Паспорт антитеррористической защищённости"),
)


def key(editor: Editor, code: int, text: str = "") -> bool:
    return editor.press(QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text))


def opened(qtbot: QtBot, value: str = "") -> tuple[Shown, SearchList]:
    shown = Shown(qtbot, question("select_one", choices=SERVICES, appearance=("autocomplete",), value=value))
    assert isinstance(shown.editor, SearchList)
    return shown, shown.editor


def test_the_list_is_open_when_the_keyboard_arrives_and_enter_chooses_nothing_by_accident(
    qtbot: QtBot,
) -> None:
    shown, editor = opened(qtbot)
    assert editor.dropdown.isVisible()
    assert editor.dropdown.lines.rowCount() == len(SERVICES)
    assert not key(editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == []


def test_a_word_and_enter_choose(qtbot: QtBot) -> None:
    shown, editor = opened(qtbot)
    type_text(editor.line, "учет жил")
    assert key(editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == ["s07"]
    assert not editor.dropdown.isVisible()
    assert editor.line.text() == "7. Учёт нуждающихся в жилище"


def test_the_number_in_the_catalogue_finds_its_service_first(qtbot: QtBot) -> None:
    shown, editor = opened(qtbot)
    type_text(editor.line, "7")
    assert key(editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == ["s07"]


def test_down_walks_and_the_second_match_can_be_taken(qtbot: QtBot) -> None:
    shown, editor = opened(qtbot)
    type_text(editor.line, "паспорт")
    assert editor.dropdown.lines.rowCount() == 2
    assert key(editor, Qt.Key.Key_Down)
    assert key(editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == ["s14"]


def test_the_list_is_as_high_as_its_wrapped_lines(qtbot: QtBot) -> None:
    long = tuple((f"s{n}", f"{n}. Паспорт " + "и ещё одно длинное слово " * 9) for n in range(1, 3))
    shown = Shown(qtbot, question("select_one", choices=long, appearance=("autocomplete",)))
    assert isinstance(shown.editor, SearchList)
    dropdown = shown.editor.dropdown
    last = dropdown.visualRect(dropdown.lines.index(1))
    assert last.height() > 2 * dropdown.fontMetrics().height()
    assert last.bottom() <= dropdown.viewport().height()


def test_no_match_is_said_in_words(qtbot: QtBot) -> None:
    _, editor = opened(qtbot)
    type_text(editor.line, "щщщ")
    assert "Ничего не найдено" in editor.problem()
    assert not editor.dropdown.isVisible()
    assert key(editor, Qt.Key.Key_Escape)
    assert editor.line.text() == ""
    assert not editor.problem()
    assert editor.dropdown.isVisible()


def test_an_answered_list_stays_closed_and_delete_takes_the_answer_away(qtbot: QtBot) -> None:
    shown, editor = opened(qtbot, "s14")
    assert not editor.dropdown.isVisible()
    assert not key(editor, Qt.Key.Key_Return, "\r")
    assert key(editor, Qt.Key.Key_Delete)
    assert shown.reported == [""]


def test_a_click_on_a_line_chooses(qtbot: QtBot) -> None:
    shown, editor = opened(qtbot)
    rect = editor.dropdown.visualRect(editor.dropdown.lines.index(2))
    qtbot.mouseClick(editor.dropdown.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown.reported == ["s14"]


def test_half_a_word_is_forgotten_when_the_keyboard_leaves(qtbot: QtBot) -> None:
    _, editor = opened(qtbot)
    type_text(editor.line, "пас")
    assert editor.pending()
    editor.leave()
    assert editor.line.text() == ""
    assert not editor.dropdown.isVisible()


def test_the_lines_are_a_sound_model(qtbot: QtBot) -> None:
    _, editor = opened(qtbot)
    tester = QAbstractItemModelTester(
        editor.dropdown.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, editor
    )
    type_text(editor.line, "паспорт")
    assert tester.model() is editor.dropdown.lines


def test_several_of_very_many_are_searched_marked_and_given_back(qtbot: QtBot) -> None:
    many = tuple((f"c{number}", f"Причина {number} <важно>") for number in range(1, MANY_FROM + 1))
    assert isinstance(Shown(qtbot, question("select_multiple", choices=many[:-1])).editor, SelectMultiple)
    shown = Shown(qtbot, question("select_multiple", choices=many))
    editor = shown.editor
    assert isinstance(editor, SearchMany)
    assert not key(editor, Qt.Key.Key_Return, "\r")  # nothing is typed: on to the next question
    for words in ("причина 36", "7"):
        type_text(editor.line, words)
        assert key(editor, Qt.Key.Key_Return, "\r")
        assert editor.line.text() == ""
    assert shown.reported == ["c36", "c7 c36"]
    assert "Причина 7 &lt;важно&gt;" in editor.chosen.text()
    type_text(editor.line, "36")
    assert editor.dropdown.lines.index(0).data() == "✓ Причина 36 <важно>"
    assert key(editor, Qt.Key.Key_Return, "\r")
    assert shown.reported[-1] == "c7"
    assert key(editor, Qt.Key.Key_Delete)
    assert shown.reported[-1] == ""
