"""The main window: first start, a workspace that does not open, or the shell of one that does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from gsmon_desktop import exchange, reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import packs
from gsmon_desktop.interviewing import (
    Elsewhere,
    doctor,
    forget_continued,
    note_continued,
    retention,
)
from gsmon_desktop.store import Clock, Workspace, local_now, recovery
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.restoring import Restored, restore
from ui import theme
from ui.beginning import Beginning, begin, begin_demo
from ui.dialogs.files import FileDialogs
from ui.dialogs.help import HelpWindow
from ui.guard import SETTING as LOCK_MINUTES
from ui.guard import Guard
from ui.i18n import Language
from ui.icons import app_icon
from ui.screens import settings as settings_screen
from ui.screens.base import Screen
from ui.screens.control import ControlScreen
from ui.screens.exchange import ExchangeScreen
from ui.screens.filling import FillingScreen
from ui.screens.first_start import FirstStartScreen
from ui.screens.interviews import InterviewsScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.scores import ScoresScreen
from ui.screens.settings_care import copy_daily
from ui.screens.today import TodayScreen
from ui.screens.visits import VisitsScreen
from ui.shell import Shell
from ui.tasks import Tasks

HOUR = 3_600_000
"""In milliseconds."""


class MainWindow(QWidget):
    """Owns the task runner of the workspace shown. Closing it ends all work; nothing accepted is lost."""

    opened = Signal()
    """The shell stands and shows a workspace."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        language: Language,
        *,
        now: Clock = local_now,
        files: FileDialogs | None = None,
        read_only: bool = False,
        keys: Keys | None = None,
    ) -> None:
        super().__init__()
        self._app, self._now, self._read_only = app, now, read_only
        self.language = language
        self.files = files or FileDialogs()
        self._look: tuple[str, bool] = ("system", False)
        self._help: HelpWindow | None = None
        self._then: Callable[[Shell], None] | None = None
        """What is done and said once the workspace being opened stands."""
        self.tasks = Tasks(folder, now=now, read_only=read_only, keys=keys)
        self._stack = QStackedLayout(self)
        self.shell: Shell | None = None
        self.guard = Guard(app, self, now)
        self._keys = [
            QShortcut(QKeySequence(key), self, slot)
            for key, slot in (("F1", self._show_help), ("F2", self._switch_language))
        ]
        """Of the pages without a shell, which has its own."""
        self._daily = QTimer(self, interval=HOUR)
        self._daily.timeout.connect(self._copy_daily)
        self.setWindowTitle("gsmon")
        self.setWindowIcon(app_icon())
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()
        self.open(folder)

    # ------------------------------------------------------------ opening

    def open(self, folder: Path) -> None:
        """Opens the workspace in a folder, or shows what else is to be done."""
        self._work_in(folder)
        self.tasks.lane(_settings, self._on_opened, self._on_not_opened)

    def _work_in(self, folder: Path, keys: Keys | None = None) -> None:
        if folder != self.tasks.folder:
            self.tasks.close()
            self.tasks.deleteLater()
            self.tasks = Tasks(folder, now=self._now, read_only=self._read_only, keys=keys)

    def _on_not_opened(self, error: GsmonError) -> None:
        if error.code == "workspace.passphrase_needed":
            self.guard.ask()
        elif error.code == "workspace.missing":
            catalogue = reference.catalogue()
            first = FirstStartScreen(self.tasks.folder, catalogue, self.language, self.files)
            first.begun.connect(self._begin)
            first.demo_requested.connect(self._begin_demo)
            first.restore_requested.connect(self._restore)
            first.pack_offered.connect(partial(self._read_pack, first))
            self._show(first)
        else:
            page = NotOpenedScreen(error, self.language)
            page.again.connect(self._on_again)
            page.other.connect(self.choose_other)
            page.repair_requested.connect(self._repair)
            page.restore_requested.connect(self._restore_beside)
            self._show(page)

    def _read_pack(self, first: FirstStartScreen, file: Path) -> None:
        self.tasks.background(partial(packs.read, file), partial(first.show_pack, file), first.show_trouble)

    def _begin(
        self, folder: Path, name: str, region: str, passphrase: str, pack: tuple[Path, str] | None
    ) -> None:
        key = recovery.make() if passphrase else None
        if key is not None:
            self.guard.show_recovery_once_open(key)
        asked = Beginning(folder, name, region, passphrase, key, pack)
        said = self.tr("Настройки центрального офиса установлены.")
        self._then = (lambda shell: shell.show_good(said)) if pack is not None else None
        self._make(folder, partial(begin, asked, self.language.code, self._now))

    def _begin_demo(self, folder: Path) -> None:
        self._make(folder, partial(begin_demo, folder, self._now))

    def _make(self, folder: Path, maker: Callable[[], Workspace]) -> None:
        self._work_in(folder)
        self.tasks.make(maker, partial(self.open, folder), self._on_not_made)

    def _on_not_made(self, error: GsmonError) -> None:
        first = self._stack.currentWidget()
        if isinstance(first, FirstStartScreen | NotOpenedScreen):
            first.show_trouble(error)

    def _on_again(self) -> None:
        self.open(self.tasks.folder)

    def choose_other(self) -> None:
        """Another folder, if one is chosen."""
        folder = self.files.folder(self, self.tr("Рабочая папка"), str(self.tasks.folder.parent))
        if folder is not None:
            forget_continued(folder)
            self.open(folder)

    def shut(self) -> None:
        """Closes the workspace: what is typed is saved, lane and readers end, the keys are forgotten."""
        if self.shell is not None and self.shell.is_filling:
            self.shell.filling.leave()
        self.shell = None
        self._daily.stop()
        folder = self.tasks.folder
        self.tasks.close()
        self.tasks.deleteLater()
        self.tasks = Tasks(folder, now=self._now, read_only=self._read_only)

    def way_back(self) -> Callable[[], None]:
        """What leads back to where one is now, once the workspace is open again."""
        shell = self.shell
        if shell is None:
            return lambda: None
        return partial(self._go_back, shell.place, shell.filling.interview_id if shell.is_filling else "")

    def _go_back(self, place: str, interview: str) -> None:
        if self.shell is not None:
            self.shell.go(place)
            if interview:
                self.shell.resume(interview)

    def show_page(self, page: QWidget) -> None:
        """Shows a page instead of what is there."""
        self._show(page)

    # ------------------------------------------------------------ repaired, brought back, gone on elsewhere

    def _repair(self) -> None:
        """Repairs the workspace that does not open, then opens it and says what was done."""
        page = self._stack.currentWidget()
        if isinstance(page, NotOpenedScreen):
            page.show_working(working=True)
        folder, now = self.tasks.folder, self._now
        self.tasks.apart(
            lambda keys: doctor.repair(folder, now=now, keys=keys, more=exchange.CHECKS),
            self._on_repaired, self._on_not_made,
        )  # fmt: skip

    def _on_repaired(self, report: doctor.Report) -> None:
        said = " ".join(each.done_text(self.language.code) for each in report.findings if each.done)
        self._then = lambda shell: shell.show_good(said)
        self.open(self.tasks.folder)

    def _restore_beside(self) -> None:
        """A copy comes back beside the workspace that does not open: nothing of that one is touched."""
        here = self.tasks.folder
        self._restore(here.with_name(f"{here.name}-{self._now():%Y%m%d-%H%M%S}"))

    def _restore(self, folder: Path) -> None:
        """Asks for a copy and makes a workspace of it in `folder`."""
        copy = self.files.open(self, self.tr("Копия: файл gsmon.db или daily-….db"), "gsmon (*.db)")
        if copy is not None:
            self.guard.ask_for_copy(copy, partial(self._bring_back, copy, folder))

    def _bring_back(self, copy: Path, folder: Path, opening: Mapping[str, str]) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, FirstStartScreen | NotOpenedScreen):
            page.show_working(working=True)
        work = partial(
            restore, copy, folder, now=self._now, passphrase=opening.get("passphrase"),
            recovery_key=opening.get("recovery_key"), new_passphrase=opening.get("new_passphrase"),
        )  # fmt: skip
        self.tasks.apart(lambda keys: work(), self._on_restored, self._on_not_made)

    def _on_restored(self, made: Restored) -> None:
        text = self.tr("Интервью возвращены из копии: {count}.").format(count=made.interviews)
        if made.lacking:
            text += " " + self.tr("В копии нет файлов: {names}.").format(names=", ".join(made.lacking))
        if made.unanswered:
            text += " " + self.tr(
                "Отправлены, но без квитанции: {count}. Синхронизация даст их ещё раз сама; для пакета "
                "нажмите в Обмене «Отправить неподтверждённое ещё раз…». Дубликатов не будет."
            ).format(count=made.unanswered)
        self._then = lambda shell: shell.show_good(text)
        self._work_in(made.folder)
        self.tasks.keys = made.keys
        self.open(made.folder)

    def _go_on_elsewhere(self, made: Elsewhere) -> None:
        """Opens the workspace an interview was saved to, and the interview in it."""
        text = self.tr("Работа продолжается в папке {folder}.").format(folder=made.folder)
        if not made.whole:
            text += " " + self.tr("Сюда перенесено только это интервью.")
        if made.lacking:
            text += " " + self.tr("Не перенесены файлы: {names}.").format(names=", ".join(made.lacking))
        note_continued(self.tasks.folder, made.folder)

        def then(shell: Shell) -> None:
            shell.resume(made.interview)
            shell.show_good(text)

        self._then = then
        self._work_in(made.folder, self.tasks.keys)
        self.open(made.folder)

    def _show(self, page: QWidget) -> None:
        for shortcut in self._keys:
            shortcut.setEnabled(not isinstance(page, Shell))
        old = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _show_help(self) -> None:
        """Before there is a workspace, help begins at its beginning; where one does not open, with safety."""
        if self._help is None:
            self._help = HelpWindow(self.language, self)
        first = isinstance(self._stack.currentWidget(), FirstStartScreen)
        self._help.show_page("today" if first else "safety")

    def _switch_language(self) -> None:
        self.language.switch("kk" if self.language.code == "ru" else "ru")

    # ------------------------------------------------------------ the shell and its screens

    def _on_opened(self, settings: Mapping[str, str]) -> None:
        self.language.switch(settings.get("language", self.language.code))
        self._look = (settings.get("look", "system"), settings.get("larger", "") == "yes")
        self._dress()
        reference.use(self.tasks.folder)
        self.shell = self._make_shell()
        self.shell.show_settings(settings)
        self._show(self.shell)
        self.shell.go("today")
        if not self._read_only:
            self._wipe_when_due()
            self._daily.start()
        self.guard.opened(settings.get(LOCK_MINUTES, ""))
        then, self._then = self._then, None
        if then is not None:
            then(self.shell)
        self.opened.emit()

    def _wipe_when_due(self) -> None:
        """Personal answers whose time has come go first, so that today's copy does not hold them."""
        work = partial(retention.wipe_when_due, now=self._now)
        self.tasks.lane(work, self._on_wiped, self._on_not_wiped)

    def _on_wiped(self, interviews: int) -> None:
        if interviews:
            self.tasks.changed.emit(frozenset({"interview"}))
        self._copy_daily()

    def _on_not_wiped(self, error: GsmonError) -> None:
        self.tasks.troubled.emit(error)
        self._copy_daily()

    def _copy_daily(self) -> None:
        """Today's copy of the database, made beside the lane; asked for each hour, made once a day."""
        self.tasks.background(partial(copy_daily, self.tasks), self._on_copied)

    def _on_copied(self, made: bool) -> None:  # noqa: FBT001 - a result handed on
        if made and self.shell is not None:
            self.shell.screens["today"].refresh()

    def _make_shell(self) -> Shell:
        tasks, catalogue, edition = self.tasks, reference.catalogue(), reference.edition()
        today = TodayScreen(tasks, catalogue, self.language)
        interviews = InterviewsScreen(tasks, catalogue, self.language, self.files)
        preferences = settings_screen.SettingsScreen(tasks, catalogue, self.language, self.files)
        preferences.show_look(self._look[0], larger=self._look[1])
        scores = self._make_scores()
        visits = VisitsScreen(tasks, catalogue, self.language, self.files)
        checks = ControlScreen(tasks, catalogue, self.language, self.files)
        screens: dict[str, Screen] = {
            "today": today,
            "interviews": interviews,
            "visits": visits,
            "control": checks,
            "scores": scores,
            "exchange": ExchangeScreen(tasks, catalogue, edition, self.language, self.files),
            "settings": preferences,
        }
        filling = FillingScreen(tasks, language=lambda: self.language.code, files=self.files)
        filling.moved.connect(self._go_on_elsewhere)
        shell = Shell(tasks, catalogue, self.language, screens, filling)
        today.new_requested.connect(shell.new_interview)
        today.resume_requested.connect(shell.resume)
        today.exchange_requested.connect(partial(shell.go, "exchange"))
        interviews.resume_requested.connect(shell.resume)
        visits.resume_requested.connect(shell.resume)
        for list_ in (interviews, visits):
            list_.again_requested.connect(shell.enter_again)
        for place in (visits, checks):
            place.new_requested.connect(shell.new_record)
        scores.interviews_asked.connect(shell.show_interviews_of)
        filling.left.connect(shell.leave_filling)
        filling.finished.connect(shell.finish_filling)
        shell.language_chosen.connect(self._on_language_chosen)
        preferences.language_chosen.connect(self._on_language_chosen)
        preferences.look_chosen.connect(self._on_look_chosen)
        preferences.kept.connect(shell.show_settings)
        preferences.protection.connect_to(self.guard)
        preferences.care.other_asked.connect(self.choose_other)
        return shell

    def _make_scores(self) -> ScoresScreen:
        catalogue, edition, published = reference.catalogue(), reference.edition(), reference.published()
        return ScoresScreen(self.tasks, catalogue, edition, published, self.language, self.files)

    def _on_language_chosen(self, code: str) -> None:
        self.language.switch(code)
        self._keep({"language": code})

    def _on_look_chosen(self, look: str, larger: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._look = (look, larger)
        self._dress()
        self._keep({"look": look, "larger": "yes" if larger else ""})

    def _keep(self, values: Mapping[str, str]) -> None:
        self.tasks.lane(partial(settings_screen.keep, values=values), changes=("setting",))

    def _dress(self) -> None:
        look, larger = self._look
        dark = theme.system_is_dark() if look == "system" else look == "dark"
        theme.apply(self._app, dark=dark, larger=larger)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves what is typed, lets the lane finish, ends every thread. Asks nothing."""
        if self.shell is not None and self.shell.is_filling:
            self.shell.filling.leave()
        self.tasks.close()
        super().closeEvent(event)
        QTimer.singleShot(0, self._app.quit)


def _settings(ws: Workspace) -> dict[str, str]:
    return dict(ws.settings)
