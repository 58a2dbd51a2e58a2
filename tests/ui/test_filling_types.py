"""Other question types, repeats and files in the filling screen, on a small form of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, local_now
from tests.interviewing.tools import write_form
from tests.ui.laptop import CTRL, ENTER, Laptop, kept

VISIT = """
| survey |
| | type | name | label::Русский (ru) | label::Қазақша (kk) | required | relevant | constraint | constraint_message::Русский (ru) | constraint_message::Қазақша (kk) | appearance |
| | begin group | place | Место | Орын | | | | | | field-list |
| | date | day | Когда | Қашан | yes | | | | | |
| | time | at | Во сколько | Сағат нешеде | | | | | | |
| | decimal | metres | Метров до входа | Кіреберіске дейін неше метр | | | . < 500 | Меньше 500. | 500-ден аз. | |
| | acknowledge | seen | Вывеска видна | Маңдайша көрінеді | | | | | | |
| | image | photo | Фото входа | Кіреберістің фотосы | | | | | | |
| | geopoint | where | Точка | Нүкте | | | | | | |
| | end group | | | | | | | | | |
| | begin repeat | clerk | Сотрудник | Қызметкер | | | | | | field-list |
| | text | name | Имя | Аты | yes | | | | | |
| | select_multiple tongue | tongues | Языки | Тілдер | | | | | | |
| | select_one score | polite | Вежливость | Сыпайылығы | | | | | | likert |
| | select_one score | quick | Быстрота | Шапшаңдығы | | ${polite} != '' | | | | likert |
| | end repeat | | | | | | | | | |
| | begin group | end_page | Итог | Қорытынды | | | | | | field-list |
| | note | thanks | Спасибо, ${metres} м | Рақмет, ${metres} м | | | | | | |
| | text | words | Замечания | Ескертулер | | | | | | multiline |
| | end group | | | | | | | | | |
| choices |
| | list_name | name | label::Русский (ru) | label::Қазақша (kk) |
| | tongue | kk | Казахский | Қазақша |
| | tongue | ru | Русский | Орысша |
| | tongue | en | Английский | Ағылшынша |
| | score | 1 | 1 — плохо | 1 — нашар |
| | score | 2 | 2 — средне | 2 — орташа |
| | score | 3 | 3 — хорошо | 3 — жақсы |
| | score | dk | Трудно сказать | Айту қиын |
| settings |
| | form_title | form_id | version | default_language |
| | Осмотр | look | 1 | Русский (ru) |
"""  # noqa: E501 - a table's row is a line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the small form."""
    with Workspace.create(tmp_path / "workspace", now=local_now, name="Айгүл") as made:
        add_form(made, write_form(tmp_path, VISIT, "look.xml"), now=local_now)
    return tmp_path / "workspace"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Laptop]:
    """The screen with an interview begun."""
    made = Laptop(qtbot, folder)
    made.begin("look")
    yield made
    made.close()


def first_page(desk: Laptop) -> None:
    desk.keys("241126⏎1432⏎")
    desk.words("12,5")
    desk.keys("⏎1⏎⏎")


def test_dates_times_numbers_by_keys(desk: Laptop) -> None:
    first_page(desk)
    desk.settle()
    assert desk.at == "name"
    assert [desk.value(n) for n in ("day", "at", "metres", "seen")] == [
        "2026-11-24",
        "14:32:00.000",
        "12.5",
        "OK",
    ]


def test_rows_are_added_and_removed_by_keys_and_removing_is_undone(desk: Laptop) -> None:
    first_page(desk)
    desk.words("Асель")
    desk.keys("⏎12⏎32")
    desk.settle()
    desk.key(Qt.Key.Key_PageUp)
    desk.settle()
    assert desk.at == "name"
    desk.key(Qt.Key.Key_Insert, CTRL)
    desk.settle()
    assert desk.view.current == "/data/clerk[2]/name"
    desk.words("Ерлан")
    desk.answered("⏎")
    session = desk.screen._session()
    assert session.value("/data/clerk[1]/tongues") == "kk ru"
    assert session.value("/data/clerk[2]/name") == "Ерлан"
    desk.key(Qt.Key.Key_Delete, CTRL)
    desk.settle()
    assert session.rows("/data/clerk") == 1
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert session.rows("/data/clerk") == 2
    assert session.value("/data/clerk[2]/name") == "Ерлан"


def test_the_only_row_may_go_and_come_back(desk: Laptop) -> None:
    first_page(desk)
    desk.settle()
    assert desk.screen.rows.isVisible()
    desk.key(Qt.Key.Key_Delete, CTRL)
    desk.settle()
    session = desk.screen._session()
    assert session.rows("/data/clerk") == 0
    assert desk.at == "words"
    desk.key(Qt.Key.Key_PageUp)
    desk.settle()
    assert desk.screen.rows.add.isVisible()
    assert not desk.screen.rows.remove.isVisible()
    desk.key(Qt.Key.Key_Insert, CTRL)
    desk.settle()
    assert desk.view.current == "/data/clerk[1]/name"


def test_a_row_of_the_matrix_comes_and_goes_while_the_others_stay(desk: Laptop) -> None:
    first_page(desk)
    desk.words("Асель")
    desk.keys("⏎⏎")
    desk.settle()
    assert desk.at == "polite"
    before = dict(desk.view.cards)
    desk.answered("3")
    assert desk.at == "quick"
    assert {path: desk.view.cards[path] for path in before} == before
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert "/data/clerk[1]/quick" not in desk.view.cards
    assert desk.at == "polite"


def test_a_photo_is_attached_from_the_dialog(desk: Laptop, folder: Path, tmp_path: Path) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "вход.png"))
    desk.key(Qt.Key.Key_P, CTRL)
    assert desk.at == "photo"
    dialog = desk.screen.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "вход.png"))
    dialog.close()
    desk.settle()
    name = desk.value("photo")
    assert name.endswith(".png")
    interview = desk.screen.interview_id
    desk.screen.leave()
    assert desk.left == 1
    desk.close()
    _, answers, actions, _ = kept(folder, interview)
    assert answers["photo"] == name
    assert "attached" in actions
    (file,) = [file for file in (folder / "media").rglob("*") if file.is_file()]
    assert file.read_bytes() == (tmp_path / "вход.png").read_bytes()


def test_words_of_the_form_follow_the_answers(desk: Laptop) -> None:
    first_page(desk)
    desk.words("Асель")
    desk.keys("⏎⏎33")
    desk.settle()
    assert desk.at == "words"
    note = next(card for card in desk.view.cards.values() if card.path.endswith("/thanks"))
    assert note.label.text() == "Спасибо, 12.5 м"
    desk.words("Всё хорошо")
    desk.answered("⏎")
    assert desk.screen.stack.currentWidget() is desk.screen.finish_view
    desk.key(ENTER)
    desk.finish()


def test_a_value_that_is_none_is_refused_in_words(desk: Laptop) -> None:
    desk.keys("3102⏎")
    desk.settle()
    assert desk.at == "day"
    assert "Такой даты нет" in desk.view.cards[desk.view.current].wrong()
    desk.answered("⏎")
    assert desk.at == "at", "one can go on"


def test_leaving_right_after_a_key_loses_nothing(desk: Laptop, folder: Path) -> None:
    desk.keys("241126⏎")
    desk.keys("0915")
    interview = desk.screen.interview_id
    desk.screen.leave()
    desk.close()
    _, answers, actions, _ = kept(folder, interview)
    assert answers["day"] == "2026-11-24"
    assert answers["at"] == "09:15:00.000"
    assert actions[-1] == "paused"


def test_everything_the_keyboard_reaches_has_a_name_and_a_role(desk: Laptop) -> None:
    first_page(desk)
    desk.settle()
    nameless = []
    for widget in desk.screen.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(desk.screen):
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        name = found.text(QAccessible.Text.Name)
        if not name or found.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            nameless.append((type(widget).__name__, widget.objectName(), name, found.role()))
    assert nameless == []
