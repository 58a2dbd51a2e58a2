"""Every dialog fits a small screen in a longer language, has names and roles, is walked by Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing.second import Comparison, Difference
from gsmon_desktop.media import wav
from gsmon_desktop.store import recovery
from gsmon_desktop.store.recordings import VIDEO, Mark, Recording
from gsmon_desktop.store.vault import Vault
from tests.ui import walk
from tests.ui.conftest import Hands
from tests.ui.lens import Lens
from ui import theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.bug_report import BugReportDialog
from ui.dialogs.camera import PhotoCamera
from ui.dialogs.compare_words import CompareWordsDialog
from ui.dialogs.comparing import ComparingDialog
from ui.dialogs.cross import CrossDialog
from ui.dialogs.film import FilmCamera
from ui.dialogs.finder import Entry, Finder
from ui.dialogs.help import HelpWindow
from ui.dialogs.moving import MovingDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.period import PeriodDialog
from ui.dialogs.photo import PhotoViewer
from ui.dialogs.player import Played, PlayerDialog
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.i18n import Language

WORDS = "арбуз зебра орёл свеча роза фонарь радуга вагон"
LONG = "Черновик перейдёт из версии 2026-03 в версию 2026-11. Что не поместится, останется в журнале."
DIFFERING = Comparison(
    "3f",
    5,
    40,
    (
        Difference("/data/age", "Сколько вам полных лет?", "35", "36", "35", "36"),
        Difference("/data/why", "Что помешало получить услугу в срок?", "долго", "", "долго", ""),
    ),
)

Makers = dict[str, Callable[[QWidget], QDialog]]


def makers(language: Language, folder: Path) -> Makers:
    """How every dialog of the window is made."""
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    key = recovery.make()
    return {
        "about": AboutDialog,
        "bug": lambda under: BugReportDialog("Traceback: x\n" * 40, under),
        "finder": lambda under: Finder([Entry("go", "today", "Сегодня")], "Найти", under),
        "help": lambda under: HelpWindow(language, under),
        "reason": lambda under: ReasonDialog("Удалить", LONG, "Удалить", under, danger=True),
        "cross": lambda under: CrossDialog([("sex", "Пол"), ("why", LONG)], under),
        "period": lambda under: PeriodDialog(date(2026, 3, 2), date(2026, 3, 9), under),
        "recovery": lambda under: RecoveryDialog(key, folder, language, Hands(), under, LONG),
        "passphrase": lambda u: PassphraseDialog("Пароль", LONG, "Сменить", u, present=True, new=True),
        "copy": lambda u: PassphraseDialog("Пароль", LONG, "Открыть", u, present=True, new=False),
        "moving": lambda under: MovingDialog(LONG, [LONG] * 30, under),
        "words": lambda u: CompareWordsDialog("Добавить", LONG, WORDS, "Слова совпали, добавить", u),
        "comparing": lambda under: ComparingDialog(DIFFERING, under),
        "photo": lambda under: PhotoViewer("вход.jpg", picture, "Вход в ЦОН", under, fixed=False),
        "camera": lambda under: PhotoCamera(Lens(), "ru", under),
        "film": lambda under: FilmCamera(Lens(), partial(recording, folder), "ru", under),
        "player": lambda under: PlayerDialog(played(), "ru", under, fixed=False),
    }


def recording(folder: Path) -> Recording:
    return Recording(Vault(folder), "interview", "/data/talk", "2026-11-25T10:00:00", VIDEO)


def played() -> Played:
    """A minute of silence with a mark, a film's place beside the text."""
    sound = wav.header(60 * wav.SECOND) + bytes(60 * wav.SECOND)
    return Played("talk-1.wav", sound, True, [Mark(7000, LONG)], "[00:00:07] Ждала час")


NAMES = (
    "about", "bug", "finder", "help", "reason", "cross", "period", "recovery", "passphrase", "copy", "moving",
    "words", "comparing", "photo", "camera", "film", "player",
)  # fmt: skip


@pytest.fixture
def under(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(walk.AT_150)
    made.show()
    return made


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    undo = walk.stretch(qapp)
    yield
    undo()


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("larger", [False, True], ids=["usual", "larger"])
@pytest.mark.parametrize("name", NAMES)
def test_dialogs_fit_a_small_screen_and_have_names(
    qtbot: QtBot, qapp: QApplication, language: Language, tmp_path: Path, under: QWidget, stretched: None,
    name: str, *, larger: bool,
) -> None:  # fmt: skip
    if larger:
        theme.apply(qapp, larger=True)
    dialog = shown(qtbot, makers(language, tmp_path)[name](under))
    try:
        assert walk.clipped(dialog) + walk.sideways(dialog) + walk.nameless(dialog) == []
        assert dialog.width() <= walk.AT_150.width()
        assert dialog.height() <= walk.AT_150.height()
        assert dialog.windowTitle()
    finally:
        dialog.close()
        theme.apply(qapp)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_tab_comes_by_every_control_and_is_seen(
    qtbot: QtBot, qapp: QApplication, language: Language, tmp_path: Path, under: QWidget, name: str,
    *, dark: bool,
) -> None:  # fmt: skip
    theme.apply(qapp, dark=dark)
    dialog = shown(qtbot, makers(language, tmp_path)[name](under))
    try:
        reached = walk.by_tab(dialog)
        assert [walk.name_of(each) for each in walk.controls(dialog) if each not in reached] == []
        alike = [walk.name_of(each) for each in walk.controls(dialog) if walk.looks_the_same_focused(each)]
        assert alike == []
    finally:
        dialog.close()
        theme.apply(qapp)


def test_none_is_forgotten(language: Language, tmp_path: Path) -> None:
    assert set(NAMES) == set(makers(language, tmp_path))
