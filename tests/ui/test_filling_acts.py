"""A visit in the filling screen: photos of lines, a clock, rows, taking back, quick entry, form versions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, clocks, local_now
from tests.interviewing.tools import write_form
from tests.ui.conftest import Hands
from tests.ui.laptop import CTRL, ENTER, ESC, SHIFT, Laptop, kept, make_workspace
from tests.ui.test_filling_types import VISIT
from ui.dialogs.moving import MovingDialog
from ui.widgets.search_list import SearchList
from ui.widgets.timers import TimerEditor


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("blank") / "workspace")


@pytest.fixture
def folder(blank: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(blank, tmp_path / "жұмыс"))


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Laptop]:
    """A visit to an office that took place."""
    made = Laptop(qtbot, folder)
    made.begin("visit_office")
    go(made, "/data/passport/held")
    made.answered("1")
    yield made
    made.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "ПАНДУС.jpg")
    return tmp_path / "ПАНДУС.jpg"


def go(desk: Laptop, path: str) -> None:
    desk.screen._go_to(path)
    desk.settle()


def undo(desk: Laptop) -> None:
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()


def test_photos_of_lines_the_first_to_the_section_the_next_to_the_report(desk: Laptop, photo: Path) -> None:
    hands = Hands()
    desk.screen._files = hands
    go(desk, "/data/building/building_ramp")
    section = desk.view.cards["/data/building/photo_building"].editor
    section.take_file(photo)  # type: ignore[attr-defined]
    desk.settle()
    go(desk, "/data/building/building_ramp")
    before = desk.screen._session().stored()
    hands.answer = photo
    desk.key(Qt.Key.Key_P, CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("photo").startswith("photo-"))
    desk.settle()
    session = desk.screen._session()
    assert desk.at == "building_ramp", "back at the line"
    assert "Фото добавлено" in desk.screen.status.line.state.text()
    assert session.value("/data/photos[1]/photo_block") == "building"
    assert session.value("/data/photos[1]/photo_caption") == session.label("/data/building/building_ramp")
    desk.key(Qt.Key.Key_P, CTRL)
    desk.qtbot.waitUntil(lambda: session.rows("/data/photos") == 2 and not desk.screen.busy())
    desk.settle()
    for _ in range(4):  # two files, two rows filled
        undo(desk)
    assert desk.screen._session().stored() == before


def test_photo_nobody_chose_changes_nothing(desk: Laptop) -> None:
    hands = Hands()
    desk.screen._files = hands
    go(desk, "/data/order/order_staff")
    before = desk.screen._session().stored()
    desk.key(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert desk.at == "order_staff"
    assert desk.screen._session().stored() == before


def test_queue_is_timed_while_other_sections_are_filled(
    desk: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = [0.0]
    monkeypatch.setattr(TimerEditor, "clock", staticmethod(lambda: passed[0]))
    go(desk, "/data/queue/queue_minutes")
    desk.key(Qt.Key.Key_T, text="t")
    go(desk, "/data/building/building_ramp")
    desk.answered("1")
    passed[0] = 60.0
    go(desk, "/data/queue/queue_minutes")
    desk.key(ord("Ы"), text="ы")  # S by place
    passed[0] = 12 * 60.0
    desk.key(Qt.Key.Key_T, text="t")
    desk.settle()
    assert desk.value("queue_minutes") == "12"
    card = desk.view.cards["/data/queue/queue_minutes"]
    assert card.remark.text() == "✎ Шаги: 1 — 1:00; 2 — 11:00"
    undo(desk)
    assert desk.value("queue_minutes") == ""
    undo(desk)
    assert desk.view.cards["/data/queue/queue_minutes"].remark.text() == "✎ "
    assert not desk.view.cards["/data/queue/queue_minutes"].remark.isVisible()


def test_a_running_clock_outlives_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    path, moments = "/data/queue/queue_minutes", [datetime(2026, 11, 24, 9, 15, tzinfo=UTC)]
    folder = make_workspace(tmp_path / "w")
    first = Laptop(qtbot, folder)
    first.tasks.now = lambda: moments[0]
    first.begin("visit_office")
    interview = first.screen.interview_id
    go(first, "/data/passport/held")
    first.answered("1")
    go(first, path)
    first.key(Qt.Key.Key_T, text="t")
    first.qtbot.waitUntil(lambda: first.tasks.pending == 0)
    first.close()  # no leaving, nothing said: as if it was killed
    moments[0] += timedelta(minutes=25)
    second = Laptop(qtbot, folder)
    second.tasks.now = lambda: moments[0]
    second.resume(interview)
    go(second, path)
    editor = second.view.cards[path].editor
    assert isinstance(editor, TimerEditor)
    assert editor.told.text().startswith("25:0")
    assert "идёт с" in editor.told.text()
    second.key(Qt.Key.Key_T, text="t")
    second.settle()
    assert second.value("queue_minutes") == "25"
    second.qtbot.waitUntil(lambda: second.tasks.pending == 0)
    assert "при закрытом окне" in kept(folder, interview)[3]["queue_minutes"]
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        assert clocks.of(ws, 1) == {}
    second.close()


def test_ticked_conflict_advises_a_video(desk: Laptop) -> None:
    go(desk, "/data/account/conflict")
    assert "/data/account/conflict_note" not in desk.view.cards
    desk.answered("1")
    note = desk.view.cards["/data/account/conflict_note"]
    assert note.isVisible()
    assert "видео" in note.label.text().lower()
    assert desk.at == "conflict_text"


def test_row_is_repeated_and_the_middle_one_removed_with_the_focus_at_hand(desk: Laptop) -> None:
    go(desk, "/data/findings/has_barriers")
    desk.answered("1")
    go(desk, "/data/barriers[1]/barrier")
    desk.words("Нет пандуса")
    desk.answered("⏎")
    desk.key(Qt.Key.Key_D, CTRL)
    desk.settle()
    session = desk.screen._session()
    assert desk.view.current.startswith("/data/barriers[2]/")
    assert session.value("/data/barriers[2]/barrier") == "Нет пандуса"
    desk.key(Qt.Key.Key_Insert, CTRL)
    desk.settle()
    assert desk.view.current == "/data/barriers[3]/barrier_kind"
    go(desk, "/data/barriers[2]/barrier")
    desk.key(Qt.Key.Key_Delete, CTRL)
    desk.settle()
    assert session.rows("/data/barriers") == 2
    assert desk.screen.editor() is not None
    assert desk.view.current.startswith("/data/barriers[2]/"), "at the row that took its place"
    assert session.value("/data/barriers[2]/barrier") == ""
    undo(desk)
    assert desk.view.current == "/data/barriers[2]/barrier_kind", "at the row that came back"
    assert session.value("/data/barriers[2]/barrier") == "Нет пандуса"
    undo(desk)
    undo(desk)
    assert session.rows("/data/barriers") == 1


def test_comment_is_taken_back(desk: Laptop) -> None:
    go(desk, "/data/building/building_ramp")
    for text in ("скользко", "и узко"):
        desk.key(Qt.Key.Key_F4)
        desk.words(text)
        desk.key(ENTER)
        desk.settle()
    card = desk.view.cards["/data/building/building_ramp"]
    assert "и узко" in card.remark.text()
    undo(desk)
    assert card.remark.text() == "✎ скользко"
    undo(desk)
    assert not card.remark.isVisible()


def test_quick_entry_goes_strictly_in_order_and_opens_nothing(desk: Laptop) -> None:
    go(desk, "/data/building/building_parking")
    desk.answered("11")
    go(desk, "/data/building/building_parking")
    desk.key(Qt.Key.Key_F7)
    assert desk.screen.quick_switch.isChecked()
    desk.answered("2")
    assert desk.at == "building_disabled_parking", "answered already, and next all the same"
    desk.answered("2111")
    assert desk.at == "building_approach"
    go(desk, "/data/passport/locality")
    editor = desk.screen.editor()
    assert isinstance(editor, SearchList)
    assert not editor.dropdown.isVisible()
    desk.words("есил")
    assert editor.dropdown.isVisible(), "typing searches"
    desk.answered("⏎")
    desk.key(Qt.Key.Key_F7)
    assert not desk.screen.quick_switch.isChecked()


def test_draft_says_that_its_form_is_newer_and_moves(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    with Workspace.open(folder, now=local_now) as ws:
        add_form(ws, write_form(tmp_path, VISIT, "look.xml"), now=local_now)
    desk = Laptop(qtbot, folder)
    try:
        desk.begin("look")
        desk.answered("241126⏎")
        assert not desk.screen.banner.isVisible()
        draft = desk.screen.interview_id
        desk.key(ESC)
        qtbot.waitUntil(lambda: desk.left == 1)
        newer = VISIT.replace("| | Осмотр | look | 1 |", "| | Осмотр | look | 2 |")
        desk.tasks.lane(lambda ws: add_form(ws, write_form(tmp_path, newer, "newer.xml"), now=local_now))
        desk.resume(draft)
        assert "версия 2" in desk.screen.banner.words.text()
        desk.key(Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: bool(desk.screen.findChildren(MovingDialog)))
        (dialog,) = desk.screen.findChildren(MovingDialog)
        dialog.agree.click()
        desk.settle()
        qtbot.waitUntil(lambda: desk.screen._session().form.version == "2" and not desk.screen.busy())
        assert not desk.screen.banner.isVisible()
        assert desk.value("day") == "2026-11-24"
        assert desk.at == "at"
    finally:
        desk.close()


def test_shift_enter_returns_over_what_may_only_be_read(desk: Laptop) -> None:
    go(desk, "/data/account/conflict")
    desk.answered("1")
    assert desk.at == "conflict_text"
    desk.key(ENTER, SHIFT)
    desk.settle()
    assert desk.at == "conflict"
