"""Every list of the window sorts, filters, copies and saves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import press, type_text
from ui.models.rows import Column, RowsModel, whole
from ui.screens.base import Screen
from ui.widgets.chip import Chip
from ui.widgets.filter_field import FilterField
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

PLACES = [(1, "ЦОН № 1, Алматы"), (2, "Акимат, Үштөбе"), (3, "ЦОН № 2, Астана"), (4, "Портал")]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    model = RowsModel((whole(lambda: "№", lambda row: row[0]), Column(lambda: "Место", lambda r: r[1])), made)
    table = RowTable(made)
    table.setModel(model)
    table.sort_by_headings()
    column = QVBoxLayout(made)
    column.addWidget(FilterField(model, table, made))
    column.addWidget(table)
    model.show_rows(PLACES)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def parts(page: QWidget) -> tuple[FilterField, RowTable, RowsModel]:
    field, table = page.findChild(FilterField), page.findChild(RowTable)
    assert isinstance(field, FilterField)
    assert isinstance(table, RowTable)
    model = table.model()
    assert isinstance(model, RowsModel)
    return field, table, model


def test_words_narrow_a_list_in_either_language(page: QWidget) -> None:
    field, table, model = parts(page)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    type_text(field, "цон аст")
    assert [row[0] for row in model.rows] == [3]
    press(field, Qt.Key.Key_Escape)
    assert [row[0] for row in model.rows] == [1, 2, 3, 4]
    type_text(field, "уштобе")
    assert [row[0] for row in model.rows] == [2]
    model.show_rows(PLACES[:1])  # read anew while narrowed: what was asked for still holds
    assert list(model.rows) == []
    assert field.isVisible()
    press(field, Qt.Key.Key_Escape)
    assert [row[0] for row in model.rows] == [1]


def test_what_is_seen_is_what_is_copied_and_saved(page: QWidget) -> None:
    field, table, model = parts(page)
    type_text(field, "цон")
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    press(field, Qt.Key.Key_Down)
    assert table.hasFocus()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "№\tМесто\n3\tЦОН № 2, Астана\n1\tЦОН № 1, Алматы"
    assert QGuiApplication.clipboard().text() == copied
    assert ["\t".join(line) for line in table.reader()(None)] == copied.split("\n")
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in model.rows] == [1, 3]  # as they came


def test_a_short_list_needs_no_field(page: QWidget) -> None:
    field, _, model = parts(page)
    model.show_rows(PLACES[:2])
    assert not field.isVisible()


def test_every_list_of_the_window(open_window: OpenWindow, workspace: Path) -> None:
    shell = open_window(workspace).shell
    assert shell is not None
    tables = shell.findChildren(RowTable)
    assert len(tables) > 10
    for table in tables:
        page = table.parentWidget()
        while page is not None and not isinstance(page, Screen):
            page = page.parentWidget()
        assert page is not None
        name = f"{type(page).__name__}: {table.accessibleName()}"
        assert table.isSortingEnabled() or table.horizontalHeader().sectionsClickable(), name
        assert page.findChildren(SaveButton), name
        assert page.findChildren(QLineEdit) or page.findChildren(Chip), name
