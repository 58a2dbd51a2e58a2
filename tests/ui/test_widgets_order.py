"""Rank, range, points, clocks, calculated values and Markdown, by real keys and a real mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gsmon_desktop.forms import Question
from gsmon_desktop.forms.definition import Rules
from tests.ui.keyboard import place, press, type_text
from tests.ui.questions import Shown, question
from ui.widgets import markup
from ui.widgets.card import show_words
from ui.widgets.places import PointEditor
from ui.widgets.ranging import RangeEditor
from ui.widgets.ranking import RankEditor
from ui.widgets.simple import CalculatedEditor
from ui.widgets.text import UnknownEditor
from ui.widgets.timers import TimerEditor

ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
FRUIT = (("a", "Алма"), ("b", "Бидай"), ("c", "Сәбіз"), ("d", "Дән"))


def shown_order(editor: RankEditor) -> list[str]:
    return [line.choice.value for line in editor.lines]


def keys(shown: Shown, text: str, layout: str = "latin") -> None:
    for letter in text:
        press_into(shown, *place(letter, layout))


def press_into(
    shown: Shown, key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key as the page gives it: to the editor first, then to what has the keyboard."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    if not shown.editor.press(event):
        target = shown.window.focusWidget()
        assert target is not None
        press(target, key, text, modifiers)


@pytest.mark.parametrize("layout", ["latin", "russian"])
def test_rank_is_given_by_the_keys_of_the_choices_in_order(qtbot: QtBot, layout: str) -> None:
    shown = Shown(qtbot, question("rank", choices=FRUIT))
    editor = shown.editor
    assert isinstance(editor, RankEditor)
    keys(shown, "31", layout)
    assert shown.reported == ["c", "c a"]
    assert shown_order(editor) == ["c", "a", "b", "d"]
    keys(shown, "4", layout)
    assert editor.value() == "c a d b", "the last one left follows by itself"
    keys(shown, "1", layout)
    assert editor.value() == "c d b"
    press_into(shown, Qt.Key.Key_Delete)
    assert shown.reported[-1] == ""


def test_rank_moves_by_alt_and_arrows(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("rank", choices=FRUIT, value="a b c d"))
    press_into(shown, Qt.Key.Key_Down)
    press_into(shown, Qt.Key.Key_Down, modifiers=ALT)
    assert shown.reported == ["a c b d"]
    press_into(shown, Qt.Key.Key_Down, modifiers=ALT)
    assert shown.reported[-1] == "a c d b"
    press_into(shown, Qt.Key.Key_Down, modifiers=ALT)
    assert shown.reported[-1] == "a c d b", "there is nothing below the last"


def test_rank_is_dragged_with_the_mouse(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("rank", choices=FRUIT))
    editor = shown.editor
    assert isinstance(editor, RankEditor)
    first, third = editor.lines[0], editor.lines[2]
    QTest.mousePress(first, LEFT, pos=QPoint(60, 18))
    QTest.mouseMove(first, QPoint(60, 18 + third.y() - first.y()))
    QTest.mouseRelease(first, LEFT, pos=QPoint(60, 18))
    assert shown.reported == ["b c a d"]
    assert shown_order(editor) == ["b", "c", "a", "d"]
    QTest.mouseClick(editor.lines[0], LEFT)
    assert shown.reported[-1] == "c a d", "a mere click takes the place away"


def test_half_a_rank_says_what_is_left_once_one_goes_on(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("rank", choices=FRUIT))
    keys(shown, "2")
    assert shown.editor.problem() == ""
    press_into(shown, Qt.Key.Key_Return)
    assert "3" in shown.editor.problem()


def range_question(**parameters: str) -> Question:
    asked = question("range")
    return replace(asked, element=replace(asked.element, parameters=parameters))


def test_range_by_arrows_and_figures(qtbot: QtBot) -> None:
    shown = Shown(qtbot, range_question(start="0", end="2", step="0.5", number="decimal"))
    editor = shown.editor
    assert isinstance(editor, RangeEditor)
    assert shown.reported == []
    press_into(shown, Qt.Key.Key_Right)
    press_into(shown, Qt.Key.Key_Right)
    assert shown.reported == ["0", "0.5"]
    assert (editor.line.text(), editor.slider.value()) == ("0,5", 1)
    type_text(editor.line, "2")
    editor.flush()
    assert shown.reported[-1] == "2"
    assert editor.slider.value() == 4
    press_into(shown, Qt.Key.Key_Right)
    assert shown.reported[-1] == "2", "the end is the end"
    editor.slider.setValue(3)
    assert shown.reported[-1] == "1.5"


def test_range_downwards(qtbot: QtBot) -> None:
    shown = Shown(qtbot, range_question(start="10", end="0", step="5"))
    press_into(shown, Qt.Key.Key_Right)
    press_into(shown, Qt.Key.Key_Right)
    assert shown.reported == ["10", "5"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("51.1605, 71.4704", "51.1605 71.4704 0 0"),
        ("51,1605 71,4704", "51.1605 71.4704 0 0"),
        ("-33.9;18.4;25;4", "-33.9 18.4 25 4"),
        ("51.1605°, 71.4704°", "51.1605 71.4704 0 0"),
    ],
)
def test_point_is_typed_as_people_copy_it(qtbot: QtBot, typed: str, value: str) -> None:
    shown = Shown(qtbot, question("geopoint"))
    editor = shown.editor
    assert isinstance(editor, PointEditor)
    type_text(editor.line, typed)
    editor.flush()
    assert shown.reported == [value]


@pytest.mark.parametrize("typed", ["у входа", "91, 10", "10, 181", "51.16"])
def test_point_that_is_none_says_what_is_needed(qtbot: QtBot, typed: str) -> None:
    shown = Shown(qtbot, question("geopoint"))
    assert isinstance(shown.editor, PointEditor)
    type_text(shown.editor.line, typed)
    shown.editor.flush()
    assert shown.reported == []
    assert "широта" in shown.editor.problem()


class Clock:
    """Seconds that pass when told."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(TimerEditor, "clock", staticmethod(made))
    return made


def test_queue_is_timed_by_t(qtbot: QtBot, clock: Clock) -> None:
    shown = Shown(qtbot, question("integer", role="queue_minutes"))
    editor = shown.editor
    assert isinstance(editor, TimerEditor)
    press_into(shown, *place("t", "russian"))
    assert editor.started is not None
    clock.now += 7 * 60 + 40
    press_into(shown, *place("t", "latin"))
    assert shown.reported == ["8"]
    assert editor.line.text() == "8"
    type_text(editor.line, "12")
    editor.flush()
    assert shown.reported[-1] == "12"


def test_steps_of_a_service_become_the_comment(qtbot: QtBot, clock: Clock) -> None:
    shown = Shown(qtbot, question("decimal", role="minutes_to_person"))
    remarks: list[str] = []
    shown.editor.remarked.connect(remarks.append)
    press_into(shown, *place("t", "latin"))
    clock.now += 40
    press_into(shown, *place("s", "latin"))
    clock.now += 70
    press_into(shown, *place("t", "latin"))
    assert shown.reported == ["1.8"]
    assert remarks == ["Шаги: 1 — 0:40; 2 — 1:10"]


def test_calculated_value_is_shown_in_words(qtbot: QtBot) -> None:
    asked = question("decimal", value="12.5")
    asked = replace(asked, readonly=True, element=replace(asked.element, rules=Rules(calculate="1 + 1")))
    shown = Shown(qtbot, asked)
    editor = shown.editor
    assert isinstance(editor, CalculatedEditor)
    assert editor.words.text() == "= 12,5"
    editor.show_question(replace(asked, value=""))
    assert editor.words.text() == "—"


def test_unknown_types_and_appearances_fall_back_sensibly(qtbot: QtBot) -> None:
    assert isinstance(Shown(qtbot, question("geotrace")).editor, UnknownEditor)
    shown = Shown(qtbot, question("select_one", choices=FRUIT, appearance=("image-map", "w3")))
    keys(shown, "2")
    assert shown.reported == ["b"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Просто 2 * 3 * 4 и file_name_x", ""),
        ("**Важно:** и *мягко*", "<b>Важно:</b> и <i>мягко</i>"),
        ("__так__ и _так_", "<b>так</b> и <i>так</i>"),
        ("a < b & **c**", "a &lt; b &amp; <b>c</b>"),
        ("<b>нет</b> **да**", "&lt;b&gt;нет&lt;/b&gt; <b>да</b>"),
        (r"\*звёзды\*", "*звёзды*"),
        ("[сайт](https://egov.kz/a_b_c)", '<a href="https://egov.kz/a_b_c">сайт</a>'),
        ("[нет](javascript:x) *а*", "[нет](javascript:x) <i>а</i>"),
        ("**раз**\nдва", "<b>раз</b><br>два"),
    ],
)
def test_markdown_of_labels(text: str, made: str) -> None:
    assert markup.rich(text) == made


def test_markdown_is_shown_and_plain_words_stay_plain(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    show_words(label, "# Заголовок\nтекст")
    assert label.textFormat() == Qt.TextFormat.RichText
    assert "Заголовок</span><br>текст" in label.text()
    show_words(label, "1. Вопрос <br>", "*")
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, "1. Вопрос <br>*")


def test_lists_show_the_words_of_labels_without_their_marks() -> None:
    assert markup.plain("**Важно:** a < b\n*мягко*, [сайт](https://egov.kz) и 2 * 3") == (
        "Важно: a < b мягко, сайт и 2 * 3"
    )
    assert markup.plain(" Просто\n 2 * 3 ") == "Просто 2 * 3"
