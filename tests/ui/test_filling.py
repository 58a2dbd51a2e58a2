"""The mass survey from «Новое интервью» to its end, wholly by key presses, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.store import Workspace, interviews, local_now
from tests.ui.laptop import CTRL, ENTER, ESC, SHIFT, Laptop, kept, make_workspace
from ui.widgets.text import TextEditor

PASSPORT = "112"  # at the exit, at a ЦОН, …, in Russian
MOST_KEYS = 70

MakeLaptop = Callable[..., Laptop]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace nobody worked in yet; the form is converted once for all tests here."""
    return make_workspace(tmp_path_factory.mktemp("blank") / "workspace")


@pytest.fixture
def folder(blank: Path, tmp_path: Path) -> Path:
    """A workspace of the test's own."""
    import shutil

    shutil.copytree(blank, tmp_path / "жұмыс")
    return tmp_path / "жұмыс"


@pytest.fixture
def laptop(qtbot: QtBot, folder: Path) -> Iterator[MakeLaptop]:
    """Opens the screen on the workspace, as often as asked; closes every one."""
    opened: list[Laptop] = []

    def make(language: str = "ru") -> Laptop:
        for one in opened:
            one.close()
        opened.append(Laptop(qtbot, folder, language))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def passport(desk: Laptop) -> None:
    """The first interview of a workspace: the region is the workspace's, the rest is typed."""
    desk.words("есил")
    desk.keys("⏎11")
    desk.words("ЦОН 1")
    desk.keys("⏎2")


def electronic(desk: Laptop, service: str = "3") -> None:
    """From consent to the end over elicense.kz, nothing that asks for more."""
    desk.keys("11")
    desk.words(service)
    desk.keys("⏎1")
    desk.words("35")
    desk.keys("⏎11231")
    desk.keys("5554555545522")  # items with the two on cost, assistant no, complained no
    desk.keys("451⏎2121⏎5⏎⏎⏎2")


def test_the_shortest_electronic_interview(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    assert desk.at == "locality"
    passport(desk)
    desk.settle()
    assert desk.at == "consent"
    electronic(desk)
    desk.settle()
    assert desk.at == ""
    desk.key(ENTER)
    done = desk.finish()
    first = desk.pressed
    desk.pressed = 0
    desk.begin()
    assert desk.at == "interview_language", "the passport repeats the last interview's"
    desk.keys("2")
    electronic(desk)
    desk.keys("⏎")
    desk.qtbot.waitUntil(lambda: len(desk.done) == 2)
    print(f"keys: first interview {first}, next ones {desk.pressed}")
    assert first <= MOST_KEYS
    assert desk.pressed <= MOST_KEYS
    desk.close()
    row, answers, actions, _ = kept(folder, done)
    assert (row.status, row.outcome, row.region, row.service) == ("finished", "complete", "astana", "s03")
    assert answers["locality"] == "astana_yesil"
    assert answers["place_name"] == "ЦОН 1"
    assert answers["e_access_navigation"] == "4"
    assert answers["callback"] == "no"
    assert actions[0] == "opened"
    assert actions[-1] == "finished"
    assert actions.count("answered") == 37


def test_a_paper_interview_typed_on_the_kazakh_layout(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop("kk")
    desk.begin()
    desk.words("есіл")
    desk.keys("⏎11", "kazakh")
    desk.words("ХҚКО № 1")
    desk.keys("⏎1", "kazakh")
    desk.keys("11", "kazakh")
    desk.words("14. ")
    desk.keys("⏎2", "kazakh")
    desk.keys("41⏎112", "kazakh")
    desk.settle()
    assert desk.at == "place_asked"
    desk.keys("1", "kazakh")
    desk.settle()
    assert desk.at == "p_info_find"
    desk.keys("55430555555555", "kazakh")
    desk.keys("143", "kazakh")  # complained
    desk.settle()
    assert desk.at == "ecp_asked"
    desk.keys("223⏎21134⏎1", "kazakh")
    desk.settle()
    assert desk.at == "c1414_called"
    desk.keys("14523⏎545", "kazakh")
    desk.settle()
    assert desk.at == "days_taken"
    desk.keys("30⏎", "kazakh")
    desk.words("Кезек ұзақ болды")
    desk.keys("⏎⏎1", "kazakh")
    desk.settle()
    assert desk.at == "phone"
    desk.keys("87011234567", "kazakh")
    desk.key(ENTER)
    desk.settle()
    desk.key(ENTER, CTRL)
    done = desk.finish()
    desk.close()
    row, answers, _, _ = kept(folder, done)
    assert (row.outcome, row.branch, row.place, row.language) == ("complete", "paper", "con", "Қазақша (kk)")
    assert answers["p_info_forms"] == "3"
    assert answers["p_access_location"] == "dk"
    assert answers["p_feedback_measures"] == "3"
    assert answers["extra_costs"] == "transport certificates"
    assert answers["problems"] == "Кезек ұзақ болды"
    assert answers["phone"] == "+7 701 123 45 67"


def test_a_refusal_is_two_keys(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.settle()
    before = desk.pressed
    desk.keys("2⏎")
    done = desk.finish()
    assert desk.pressed - before == 2
    desk.close()
    row, answers, _, _ = kept(folder, done)
    assert (row.status, row.outcome) == ("finished", "refused")
    assert "sex" not in answers


def test_the_language_changes_in_mid_interview_and_answers_stay(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.answered("1")
    assert desk.view.title.text() == "Согласие и отбор"
    russian = desk.view.cards[desk.view.current].label.text()
    desk.key(Qt.Key.Key_F2)
    desk.settle()
    assert desk.view.title.text() != "Согласие и отбор"
    assert desk.view.cards[desk.view.current].label.text() != russian
    assert desk.at == "eligible"
    assert desk.value("consent") == "yes"
    desk.answered("1")
    desk.key(Qt.Key.Key_F2)
    desk.settle()
    assert desk.view.title.text() == "Согласие и отбор"
    assert desk.value("eligible") == "yes"


def test_a_comment_is_kept_and_shown(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.settle()
    desk.key(Qt.Key.Key_F4)
    desk.words("шумно")
    desk.key(ENTER)
    desk.settle()
    card = desk.view.cards[desk.view.current]
    assert card.remark.text() == "✎ шумно"
    assert desk.at == "consent"
    desk.answered("1")
    interview = desk.screen.interview_id
    desk.close()
    *_, comments = kept(folder, interview)
    assert comments == {"consent": "шумно"}


def test_undo_takes_the_latest_answer_back_and_returns_to_it(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.answered("12")
    assert desk.value("eligible") == "no"
    code, typed = ord("Я"), "я"  # Z by place, on the Russian layout
    desk.key(code, CTRL, typed)
    desk.settle()
    assert desk.at == "eligible"
    assert desk.value("eligible") == ""
    desk.answered("1")
    assert desk.at == "service"
    interview = desk.screen.interview_id
    desk.close()
    _, answers, actions, _ = kept(folder, interview)
    assert answers["eligible"] == "yes"
    assert actions.count("undone") == 1


def test_a_draft_is_resumed_at_the_same_question_and_language(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.answered("11")
    desk.words("3")
    desk.answered("⏎1")
    desk.key(Qt.Key.Key_F2)
    desk.settle()
    assert desk.at == "age"
    interview = desk.screen.interview_id
    desk.key(ESC)
    desk.qtbot.waitUntil(lambda: desk.left == 1)
    again = laptop()
    again.resume(interview)
    assert again.at == "age"
    assert again.screen._session().language == "Қазақша (kk)"
    assert again.value("sex") == "male"
    again.words("44")
    again.answered("⏎")
    assert again.at == "legal_status"


def test_words_half_typed_are_saved_when_the_screen_is_left(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    desk.words("есил")
    desk.answered("⏎11")
    assert desk.at == "place_name"
    desk.words("ЦОН на Сыганак")
    interview = desk.screen.interview_id
    desk.key(ESC)
    desk.qtbot.waitUntil(lambda: desk.left == 1)
    desk.close()
    row, answers, actions, _ = kept(folder, interview)
    assert row.status == "draft"
    assert answers["place_name"] == "ЦОН на Сыганак"
    assert actions[-1] == "paused"


def test_a_broken_rule_is_said_at_once_and_one_can_go_on_and_return(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.keys("11")
    desk.words("3")
    desk.keys("⏎1")
    desk.words("12")
    desk.answered("⏎")
    assert desk.at == "age", "it stays where something is wrong"
    assert "16" in desk.view.cards[desk.view.current].wrong()
    desk.answered("⏎")
    assert desk.at == "legal_status", "a second Enter goes on"
    desk.key(ENTER, SHIFT)
    desk.settle()
    assert desk.at == "age"
    desk.words("35")
    desk.answered("⏎")
    assert desk.value("age") == "35"
    assert desk.at == "legal_status"


def test_the_finish_lists_what_is_missing_and_jumps_there(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.keys("11")
    desk.words("3")
    desk.answered("⏎1")
    desk.key(ENTER, CTRL)
    desk.settle()
    view = desk.screen.finish_view
    assert desk.screen.stack.currentWidget() is view
    assert "Сколько Вам полных лет?" in view.list.item(0).text()
    assert not view.button.isVisible()
    desk.key(Qt.Key.Key_Down)
    desk.key(ENTER)
    desk.settle()
    assert desk.at == "legal_status"
    assert desk.done == []


def test_a_passed_over_question_says_that_it_is_needed(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    desk.answered("⏎")
    card = next(card for path, card in desk.view.cards.items() if path.endswith("/locality"))
    assert card.wrong() == "Нужен ответ: выберите один из вариантов."
    assert desk.at != "locality"


def test_any_question_is_reached_by_its_words(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    desk.key(Qt.Key.Key_G, CTRL)
    desk.words("каком языке")
    desk.key(ENTER)
    desk.settle()
    assert desk.at == "interview_language"


def test_a_hint_opens_and_any_key_closes_it(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    desk.key(Qt.Key.Key_F1)
    assert desk.screen.hint_sheet.isVisible()
    assert "Начните набирать" in desk.screen.hint_sheet.words.text()
    desk.key(ESC)
    assert not desk.screen.hint_sheet.isVisible()
    assert desk.at == "locality"
    assert desk.left == 0


def test_backspace_on_an_empty_field_goes_back(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    desk.words("есил")
    desk.answered("⏎11")
    assert desk.at == "place_name"
    desk.words("Ц")
    desk.key(Qt.Key.Key_Backspace)
    assert desk.at == "place_name"
    desk.key(Qt.Key.Key_Backspace)
    desk.settle()
    assert desk.at == "interview_place"


def test_keys_typed_while_an_answer_is_saved_are_none_lost(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.settle()
    desk.keys("11")
    assert desk.screen.busy()
    desk.words("3")
    desk.keys("⏎2")
    desk.words("67")
    desk.keys("⏎321")
    desk.settle()
    respondent = ("service", "sex", "age", "legal_status", "residency", "access_needs")
    assert [desk.value(name) for name in respondent] == [
        "s03", "female", "67", "legal_entity", "permit", "yes",
    ]  # fmt: skip


def test_an_answer_that_can_not_be_saved_is_undone_and_said(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.settle()
    desk.tasks.lane(lambda ws: ws.db.execute("PRAGMA query_only = ON"))
    desk.keys("1")
    desk.keys("1")
    desk.qtbot.waitUntil(desk.screen.status.trouble.isVisible)
    desk.settle()
    assert desk.at == "consent"
    assert desk.value("consent") == ""
    assert not any(option.isChecked() for option in desk.view.cards[desk.view.current].editor.options)  # type: ignore[attr-defined]
    assert "Ответ не сохранён" in desk.screen.status.words.text()
    desk.tasks.lane(lambda ws: ws.db.execute("PRAGMA query_only = OFF"))
    desk.answered("1")
    assert not desk.screen.status.trouble.isVisible()
    assert desk.at == "eligible"


def test_a_kill_leaves_the_place_of_the_last_move(laptop: MakeLaptop, folder: Path) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.answered("1")
    interview = desk.screen.interview_id

    def noted() -> bool:
        with Workspace.open(folder, now=local_now, read_only=True) as ws:
            return interviews.get(ws, interview).question.endswith("/eligible")

    desk.qtbot.waitUntil(noted)


def test_earlier_places_are_offered_while_one_is_typed(laptop: MakeLaptop) -> None:
    desk = laptop()
    desk.begin()
    passport(desk)
    desk.keys("2⏎")
    desk.finish()
    desk.begin()
    desk.screen._go_to("/data/passport/place_name")
    desk.settle()
    editor = desk.screen.editor()
    assert isinstance(editor, TextEditor)
    desk.key(Qt.Key.Key_Backspace)
    desk.qtbot.waitUntil(editor.dropdown.isVisible)
    desk.key(Qt.Key.Key_Down)
    desk.key(ENTER)
    desk.settle()
    assert desk.value("place_name") == "ЦОН 1"
