"""Keys by place: Latin, Russian and Kazakh layouts press the same key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.keys import digit, position, same_key
from ui.widgets.matching import find, fold


def press(
    key: int, text: str = "", *, scan: int = 0, modifiers: Qt.KeyboardModifier | None = None
) -> QKeyEvent:
    held = modifiers if modifiers is not None else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (press(Qt.Key.Key_Z, "z"), "z"),
        (press(ord("Я"), "я"), "z"),
        (press(ord("Я"), "\x1a", modifiers=Qt.KeyboardModifier.ControlModifier), "z"),
        (press(Qt.Key.Key_3, "3"), "3"),
        (press(ord("І"), "і"), "3"),  # the Kazakh layout's row of digits
        (press(ord("Қ"), "қ"), "0"),
        (press(ord('"'), '"'), "1"),
        (press(ord("Ә"), "ә", scan=11), "2"),
        (press(ord("."), ".", scan=16), "7"),
        (press(ord("Ф"), "ф", scan=38), "a"),
        (press(Qt.Key.Key_Return, "\r"), ""),
        (press(Qt.Key.Key_F2), ""),
        (press(Qt.Key.Key_Space, " "), ""),
    ],
)
def test_a_key_is_known_by_its_place(event: QKeyEvent, expected: str) -> None:
    assert position(event) == expected


def test_figures_come_from_the_kazakh_row_but_separators_stay() -> None:
    assert digit(press(ord("Ң"), "ң"), "0123456789,.") == "4"
    assert digit(press(ord("."), "."), "0123456789,.") == ""
    assert digit(press(ord("."), "."), "0123456789") == "7"
    assert digit(press(ord("Ф"), "ф"), "0123456789") == ""


def test_a_kept_key_is_the_same_key() -> None:
    kept = same_key(press(ord("Ф"), "ф", scan=38))
    assert (kept.key(), kept.text(), kept.nativeScanCode()) == (ord("Ф"), "ф", 38)


SERVICES = [
    "Выдача паспорта гражданина",
    "Приём в школу",
    "Учёт нуждающихся в жилье",
    "Құқық қорғау, тіркеу",
    "egov",
]
FOLDED = [fold(s) for s in SERVICES]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("паспорт", 0),
        ("ПАСП гражд", 0),
        ("прием", 1),
        ("учет жилье", 2),
        ("кукык", 3),
        ("құқық тіркеу", 3),
        ("gfcgjhn", 0),  # typed with the Latin layout on
        ("упщм", 4),
    ],
)
def test_any_words_find_a_line(query: str, first: int) -> None:
    assert find(query, FOLDED)[0] == first


def test_a_line_that_begins_with_the_words_comes_first() -> None:
    lines = [fold(s) for s in ("Область Алматы и другие", "Алматы", "Малматы")]
    assert find("алматы", lines) == [1, 0, 2]


def test_among_equals_the_one_that_names_it_earlier_comes_first() -> None:
    lines = [fold(s) for s in ("10. Внесение в кадастр, выдача паспорта объекта", "14. Выдача паспортов")]
    assert find("паспорт", lines) == [1, 0]


def test_nothing_typed_shows_all_and_nonsense_nothing() -> None:
    assert find("  ", FOLDED) == [0, 1, 2, 3, 4]
    assert find("ъъъъ", FOLDED) == []


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
