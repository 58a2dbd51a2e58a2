"""Renders every screen, page and dialog in Russian and Kazakh, light and dark, 1366 by 768, to look at them.

Usage: python build_specs/screenshots.py FOLDER [HELP]. A demo workspace is made for it in a temporary folder.
With HELP (resources/help/images) the light ones, smaller, are the help's pictures too.
SCREENSHOTS=today,filling makes only those whose names begin so; LOOKS=ru-light only that look;
SCALE=125 or 150 gives the window what Windows' scale leaves of such a screen, and adds larger text.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete

from gsmon_desktop import demo, paths
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.packs import Offer, Pack
from gsmon_desktop.field.methods import FIELD_CONTROL, METHODS
from gsmon_desktop.forms.definition import language_code
from gsmon_desktop.media import wav
from gsmon_desktop.store import Workspace, interviews, local_now, recovery
from gsmon_desktop.store.recordings import Mark
from ui import theme
from ui.app import application
from ui.camera import Camera
from ui.dialogs.camera import PhotoCamera
from ui.dialogs.compare_words import CompareWordsDialog
from ui.dialogs.moving import MovingDialog
from ui.dialogs.period import PeriodDialog
from ui.dialogs.photo import PhotoViewer
from ui.dialogs.player import Played, PlayerDialog
from ui.i18n import Language
from ui.pictures import SIZE, settle, without_display
from ui.screens.exchange import ExchangeScreen
from ui.screens.first_start import FirstStartScreen
from ui.screens.interviews import InterviewsScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.scores import ScoresScreen
from ui.screens.unlock import UnlockScreen
from ui.screens.visits import VisitsScreen
from ui.shell import Shell
from ui.window import MainWindow

SCREENS = ("today", "interviews", "visits", "control", "scores", "exchange", "settings")
LOOKS = [(language, dark) for language in ("ru", "kk") for dark in (False, True)]
HELP_WIDTH = 700
"""Pixels; what the help's page shows without scrolling sideways."""
SIZES = {"": SIZE, "125": QSize(1093, 614), "150": QSize(911, 512)}
WORDS = "кедр  окно  берег  сокол  трава  мост  песня  зима"

Opener = Callable[[MainWindow], QWidget | None]
"""Brings something to the front; gives the dialog to be drawn over the window, if it is one."""


def main(target: Path, pages: Path | None = None) -> None:
    """Saves pictures as `<name>-<language>-<light|dark>.png`, the help's as `<language>/<name>.png`."""
    without_display()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "gsmon"
        demo.make(workspace, interviews=600, seed=2025, now=local_now).close()
        empty = Path(folder) / "Monitoring"
        with Workspace.create(empty, now=local_now, name="Айгүл Серікова", region="astana"):
            pass
        for language, dark in _looks(with_english=pages is not None):
            look = f"{language}-{'dark' if dark else 'light'}"
            fresh = Path(folder) / look / "gsmon"  # drafts of one look are not seen in the next
            shutil.copytree(workspace, fresh)
            for start, openers in (
                (fresh, opened()), (empty, {f"empty_{k}": v for k, v in screens().items()}),
                (Path(folder) / "Documents" / "gsmon", before()),
            ):  # fmt: skip
                take_all(start, openers, target, language, look, dark=dark)
            if pages and not dark:
                for name in (*SCREENS, "filling"):
                    shrink(target / f"{name}-{look}.png", pages / language / f"{name}.png")


def _looks(*, with_english: bool) -> Iterator[tuple[str, bool]]:
    wanted = os.environ.get("LOOKS", "")
    for language, dark in [*LOOKS, *([("en", False)] if with_english else [])]:
        if wanted in ("", f"{language}-{'dark' if dark else 'light'}"):
            yield language, dark


def take_all(
    start: Path, openers: dict[str, Opener], target: Path, language: str, look: str, *, dark: bool
) -> None:
    """Opens one window and brings everything asked for to its front, one after the other."""
    wanted = tuple(filter(None, os.environ.get("SCREENSHOTS", "").split(",")))
    chosen = {name: opener for name, opener in openers.items() if not wanted or name.startswith(wanted)}
    if not chosen:
        return
    with _window(start, language, dark=dark) as window:
        for name, opener in chosen.items():
            dialog = opener(window)
            settle(window)
            grab(window, dialog).save(str(target / f"{name}-{look}.png"), "PNG")
            if dialog is not None:
                dialog.close()
                settle(window)
            if window.shell is not None and window.shell.is_filling:
                window.shell.filling.leave()
                settle(window)


@contextmanager
def _window(start: Path, language: str, *, dark: bool) -> Iterator[MainWindow]:
    app, scale = application(), os.environ.get("SCALE", "")
    window = MainWindow(app, start, Language(app, language))
    try:
        window.resize(SIZES[scale])
        window.show()
        settle(window)
        window.language.switch(language)
        theme.apply(app, dark=dark, larger=bool(scale))
        settle(window)
        yield window
    finally:
        window.close()
        window.tasks.close()
        delete(window)


def grab(window: MainWindow, dialog: QWidget | None) -> QPixmap:
    """The window, and over it, in a frame as the system draws one, the dialog."""
    picture = window.grab()
    if dialog is None:
        return picture
    over = dialog.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    x, y = (picture.width() - over.width()) // 2, (picture.height() - over.height()) // 2
    painter.drawPixmap(x, y, over)
    painter.drawText(x, y - 6, dialog.windowTitle())
    painter.end()
    return picture


def shrink(source: Path, target: Path) -> None:
    """A picture as the help shows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture = QImage(str(source)).scaledToWidth(HELP_WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(target), "PNG")


# ------------------------------------------------------------ what there is to be seen


def screens() -> dict[str, Opener]:
    """The rail's."""
    return {place: lambda window, place=place: shell(window).go(place) for place in SCREENS}


def opened() -> dict[str, Opener]:
    """Everything of a workspace with interviews."""
    found: dict[str, Opener] = {**screens(), "interviews_one": one_interview, "interviews_delete": reason}
    found["interviews_deleted"] = deleted
    for key in (*list(METHODS)[1:], "findings"):
        found[f"visits_{key}"] = lambda window, key=key: page_of(window, "visits", key)
    for key in ("taking", "conflicts", "people", "board"):
        found[f"exchange_{key}"] = lambda window, key=key: page_of(window, "exchange", key)
    for at in range(1, 14):
        found[f"scores_{at}"] = lambda window, at=at: table_of_scores(window, at)
    found |= {"finder": finder, "help": help_window, "period": period, "compare_words": compare}
    found |= {"photo": photo, "player": player, "camera": camera}
    found |= {"moving": moving, "recovery": recovery_key, "filling": draft}
    found |= {name: lambda w, name=name: ask(w, name) for name in ("protect", "unprotect", "change")}
    for form in ("mass_survey", *(form for each in METHODS.values() for form in each.forms), FIELD_CONTROL):
        found[f"form_{form}"] = lambda window, form=form: shell(window).new_record(form, {})
    return found


def before() -> dict[str, Opener]:
    """What is shown while no workspace is open."""
    return {
        "first_start": lambda _: None,
        "first_start_protected": protected,
        "first_start_pack": offered,
        "unlock": unlock,
        "unlock_wrong": lambda window: unlock(window, wrong=True),
        "not_opened": not_opened,
    }


def shell(window: MainWindow) -> Shell:
    """Of a window with a workspace."""
    assert window.shell is not None  # noqa: S101 - made a moment ago
    return window.shell


def page_of(window: MainWindow, place: str, key: str) -> None:
    """A page of a screen that has several."""
    screen = shell(window).screens[place]
    shell(window).go(place)
    if isinstance(screen, VisitsScreen | ExchangeScreen):
        screen.show_page(key)


def table_of_scores(window: MainWindow, at: int) -> None:
    """Another view of Оценки."""
    screen = shell(window).screens["scores"]
    shell(window).go("scores")
    if isinstance(screen, ScoresScreen) and at < screen.view.count():
        screen.view.setCurrentIndex(at)


def one_interview(window: MainWindow) -> None:
    """The list with the newest finished interview beside it."""
    with Workspace.open(window.tasks.folder, now=local_now, read_only=True) as ws:
        key = interviews.list(ws, order="-started", limit=1, offset=0, status="finished")[0].id
    screen = shell(window).screens["interviews"]
    shell(window).go("interviews")
    settle(window)
    if isinstance(screen, InterviewsScreen):
        screen.show_interview(key)


def reason(window: MainWindow) -> QWidget | None:
    """Before something finished is deleted."""
    one_interview(window)
    settle(window)
    screen = shell(window).screens["interviews"]
    if isinstance(screen, InterviewsScreen):
        screen.preview.delete.click()
    return _dialog(window)


def deleted(window: MainWindow) -> None:
    """Right after it was deleted; what can be taken back."""
    one_interview(window)
    settle(window)
    screen = shell(window).screens["interviews"]
    if isinstance(screen, InterviewsScreen) and screen.preview.reading is not None:
        number = screen.preview.reading.row.number
        text = QCoreApplication.translate("Preview", "Интервью № {number} удалено.")
        screen.told.emit(text.format(number=number), lambda: None)


def finder(window: MainWindow) -> QWidget | None:
    """Ctrl+K."""
    shell(window).go("today")
    shell(window).show_finder()
    return _dialog(window)


def help_window(window: MainWindow) -> QWidget | None:
    """F1."""
    shell(window).go("today")
    shell(window).show_help("filling")
    return _dialog(window)


def period(window: MainWindow) -> QWidget:
    """Days of the scores."""
    shell(window).go("scores")
    return _shown(PeriodDialog(date(2026, 11, 1), date(2026, 11, 25), window))


def compare(window: MainWindow) -> QWidget:
    """Before a device is trusted."""
    page_of(window, "exchange", "people")
    text = window.tr("Позвоните владельцу и сверьте слова. Если хоть одно другое, не добавляйте.")
    return _shown(CompareWordsDialog(window.tr("Добавить"), text, WORDS, window.tr("Добавить"), window))


def moving(window: MainWindow) -> QWidget:
    """A draft to a newer version of its form."""
    account = [f"Вопрос {number}: ответ останется" for number in range(1, 9)]
    return _shown(MovingDialog("Черновик перейдёт из версии 1 в версию 2.", account, window))


def photo(window: MainWindow) -> QWidget:
    """A photo, large."""
    picture = QImage(str(paths.resources() / "help" / "images" / "ru" / "today.png"))
    return _shown(PhotoViewer("photo-1.jpg", picture, "", window, fixed=False))


def player(window: MainWindow) -> QWidget:
    """A recording and its transcript."""
    text = "[00:00:02] Как вы узнали об услуге?\n[00:00:07] Из приложения, потом пришла сюда.\n"
    marks = [Mark(12_000, "очередь"), Mark(45_000, "жалоба")]
    sound = wav.header(90 * wav.SECOND) + bytes(90 * wav.SECOND)
    played = Played("recording-1.wav", sound, False, marks, text)
    return _shown(PlayerDialog(played, window.language.code, window, fixed=False))


def camera(window: MainWindow) -> QWidget:
    """The computer's camera, or what is said where there is none."""
    dialog = PhotoCamera(Camera(), window.language.code, window)
    dialog.begin()
    return dialog


def recovery_key(window: MainWindow) -> QWidget | None:
    """The key, shown once."""
    shell(window).go("settings")
    window.guard.show_recovery(recovery.make())
    return _dialog(window)


def ask(window: MainWindow, what: str) -> QWidget | None:
    """A passphrase for one of the guard's acts."""
    shell(window).go("settings")
    getattr(window.guard, what)()
    return _dialog(window)


def draft(window: MainWindow) -> None:
    """The newest draft, where it was left, in the window's language where F2 leads to it."""
    with Workspace.open(window.tasks.folder, now=local_now, read_only=True) as ws:
        newest = interviews.list(ws, order="-started", limit=1, offset=0, status="draft")[0]
    shell(window).resume(newest.id)
    settle(window)
    if language_code(newest.language) != ("kk" if window.language.code == "kk" else "ru"):
        shell(window).filling.run("language")


def protected(window: MainWindow) -> None:
    """The first start with a name typed and a passphrase asked."""
    for page in window.findChildren(FirstStartScreen):
        page.owner.name.setText("Айгүл Серікова")
        page.protect.setChecked(True)
        page.passphrase.first.setText("қызыл алма 7")


def offered(window: MainWindow) -> None:
    """The first start with the central office's pack, its words not compared yet."""
    office = PublicKeys("b7f30c2e-4d1a-4f7e-9a43-5b8f6c1d2e90", "5c" * 32, "age1office")
    held = {"forms": [{}] * 10, "recipients": [{}], "interviewers": ["Айгүл Серікова", "Болат Ержанов"]}
    for page in window.findChildren(FirstStartScreen):
        page.protect.setChecked(False)
        pack = Pack(3, office.device, "2026-11-24T09:30:00+05:00", held)
        page.show_pack(Path("gsmon-pack-b7f30c2e-00003.json"), Offer(office, pack))


def unlock(window: MainWindow, *, wrong: bool = False) -> None:
    """A workspace that needs a passphrase."""
    page = UnlockScreen("C:\\Users\\Айгүл\\gsmon", window.language, keyring=True)
    window.show_page(page)
    if wrong:
        page.show_trouble(GsmonError("workspace.passphrase_wrong"))


def not_opened(window: MainWindow) -> None:
    """A workspace that does not open."""
    error = GsmonError(
        "workspace.damaged", "C:\\Users\\Айгүл\\gsmon", reason="database disk image is malformed"
    )
    window.show_page(NotOpenedScreen(error, window.language))


def _shown(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _dialog(window: MainWindow) -> QWidget | None:
    settle(window)
    found = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return found[-1] if found else None


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
