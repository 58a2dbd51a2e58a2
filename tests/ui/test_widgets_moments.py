"""Dates and times, typed in few figures or picked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from tests.ui.questions import TODAY, Shown, question
from ui.widgets.editor import Editor
from ui.widgets.moments import DateEditor, MomentEditor, TimeEditor, read_date, read_time


def key(editor: Editor, code: int, text: str = "") -> bool:
    return editor.press(QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("24.11.2026", "2026-11-24"),
        ("24.11.26", "2026-11-24"),
        ("5.3", "2026-03-05"),
        ("0503", "2026-03-05"),
        ("050326", "2026-03-05"),
        ("05031987", "1987-03-05"),
        ("05.03.87", "1987-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("31.02.2026", None),
        ("завтра", None),
        ("1.2.3.4", None),
    ],
)
def test_dates_as_people_type_them(typed: str, expected: str | None) -> None:
    found = read_date(typed, TODAY)
    assert (found.isoformat() if found else None) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_written_in_full_is_read_back(day: date) -> None:
    assert read_date(f"{day:%d.%m.%Y}", TODAY) == day
    assert read_date(day.isoformat(), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("14:32", "14:32"), ("1432", "14:32"), ("932", "09:32"), ("9", "09:00"), ("25:00", None), ("", None)],
)
def test_times_as_people_type_them(typed: str, expected: str | None) -> None:
    found = read_time(typed)
    assert (f"{found:%H:%M}" if found else None) == expected


def test_a_typed_date_is_reported_in_iso_and_shown_tidily(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("date"))
    assert isinstance(shown.editor, DateEditor)
    type_text(shown.editor.line, "241126")
    shown.editor.flush()
    shown.editor.leave()
    assert shown.reported == ["2026-11-24"]
    assert shown.editor.line.text() == "24.11.2026"


def test_an_impossible_date_is_said_and_stays_to_be_mended(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("date"))
    assert isinstance(shown.editor, DateEditor)
    type_text(shown.editor.line, "31.02.2026")
    shown.editor.flush()
    assert shown.reported == []
    assert "Такой даты нет" in shown.editor.problem()
    shown.editor.leave()
    assert shown.editor.line.text() == "31.02.2026"


def test_a_day_is_picked_from_the_calendar_by_keys(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("date"))
    assert key(shown.editor, Qt.Key.Key_Down)
    assert key(shown.editor, Qt.Key.Key_Down)
    assert key(shown.editor, Qt.Key.Key_Left)
    assert key(shown.editor, Qt.Key.Key_Return, "\r")
    assert shown.reported == ["2026-11-30"]
    assert shown.editor.overhang() == 0


def test_t_is_today_and_plus_a_day_on(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("date"))
    assert key(shown.editor, ord("Е"), "е")  # T by place
    assert key(shown.editor, Qt.Key.Key_Plus, "+")
    shown.editor.flush()
    assert shown.reported == ["2026-11-25"]


def test_a_time_is_reported_as_xforms_write_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("time"))
    assert isinstance(shown.editor, TimeEditor)
    type_text(shown.editor.line, "1432")
    shown.editor.flush()
    shown.editor.leave()
    assert shown.reported == ["14:32:00.000"]
    assert shown.editor.line.text() == "14:32"


def test_a_day_and_a_time_in_one_line(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("dateTime"))
    assert isinstance(shown.editor, MomentEditor)
    type_text(shown.editor.line, "24.11.2026 14:30")
    shown.editor.flush()
    assert shown.reported[0].startswith("2026-11-24T14:30:00.000")
    assert shown.editor.shown(shown.reported[0]) == "24.11.2026 14:30"
