"""The window's frame: rail, top line, screens, bottom line, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.field.methods import FIELD_CONTROL, MASS_SURVEY, METHODS
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Workspace, forms, interviews
from ui import words
from ui.bars import BottomLine, Rail, TopLine
from ui.dialogs.finder import Entry, Finder
from ui.dialogs.help import PAGES, HelpWindow, text, title
from ui.i18n import Language, is_language_change
from ui.screens.base import Screen
from ui.screens.filling import FillingScreen
from ui.tasks import Tasks
from ui.widgets.matching import find, fold
from ui.widgets.notice import Notice

BROUGHT = {MASS_SURVEY, FIELD_CONTROL}.union(*(method.forms for method in METHODS.values()))
"""The questionnaires the program brings; each has its place among the screens."""
KEEPS = frozenset({"answer", "interview", "package", "form", "setting"})
"""Kinds of change that mean: the disk has it."""
_NARROW = 66
"""Lines of text high that a window's width must be for the words of the rail to stand beside its icons."""


class Shell(QWidget):
    """Shows one of `screens` (by the rail's ids), or the filling screen over all of it.

    Screens report what they want by signals; the shell is where those meet.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        screens: Mapping[str, Screen],
        filling: FillingScreen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._catalogue = catalogue
        self._language = language
        self.screens = dict(screens)
        self.filling = filling
        self._stale = set(screens)
        self._settings: Mapping[str, str] = {}
        self._finder: Finder | None = None
        self._help: HelpWindow | None = None
        self.place = next(iter(screens))
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self.top.show_language(language.code)
        tasks.lane(interviews.unsent, self.top.show_unsent)

    def _lay_out(self) -> None:
        self.rail, self.top, self.bottom = Rail(list(self.screens), self), TopLine(self), BottomLine(self)
        self.notice = Notice(self)
        self.pages = QStackedWidget(self)
        for screen in self.screens.values():
            self.pages.addWidget(screen)
        self.pages.addWidget(self.filling)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.bottom)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top.exchange_asked.connect(partial(self.go, "exchange"))
        self.top.find_asked.connect(self.show_finder)
        self.top.language_chosen.connect(self.language_chosen)
        self._language.switched.connect(self.top.show_language)
        self._tasks.changed.connect(self._on_tasks_changed)
        self._tasks.troubled.connect(self.show_trouble)
        for screen in self.screens.values():
            screen.troubled.connect(self.show_trouble)
            screen.keys_changed.connect(self._show_hints)
            screen.told.connect(self.show_good)

    def _make_shortcuts(self) -> None:
        keys = {
            "Ctrl+N": self.new_interview,
            "Ctrl+K": self.show_finder,
            "F2": self._on_f2_pressed,
            "F1": self.show_help,
            "Ctrl+Z": self.notice.take_back,
        }
        self._shortcuts = [QShortcut(QKeySequence(key), self, slot) for key, slot in keys.items()]
        for number, place in enumerate(self.screens, start=1):
            slot = partial(self.go, place)
            self._shortcuts.append(QShortcut(QKeySequence(f"Ctrl+{number}"), self, slot))

    # ------------------------------------------------------------ where we are

    @property
    def is_filling(self) -> bool:
        """Is an interview in front?"""
        return self.pages.currentWidget() is self.filling

    def go(self, place: str) -> None:
        """Brings a screen to the front and makes it fresh where something changed.

        Good news stay behind where they were told; troubles go along until they are put away.
        """
        if place != self.place and self.notice.property("role") == "good":
            self.notice.hide()
        self.place = place
        screen = self.screens[place]
        self.rail.show_place(place)
        self._make_room(filling=False)
        self.pages.setCurrentWidget(screen)
        self._show_hints()
        if place in self._stale:
            self._stale.discard(place)
            screen.refresh()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_interview(self) -> None:
        """Opens the filling screen on a new interview of the mass survey."""
        self.new_record(MASS_SURVEY, {})

    def new_record(self, form: str, presets: Mapping[str, str]) -> None:
        """Opens the filling screen on a new record of a questionnaire; `presets` are answers by role."""
        if not self.is_filling:
            self._show_filling()
            self.filling.start(presets, form)

    def resume(self, interview: str) -> None:
        """Opens the filling screen on a draft."""
        if not self.is_filling:
            self._show_filling()
            self.filling.resume(interview)

    def enter_again(self, interview: str) -> None:
        """Opens the filling screen on the second, blind entry of a finished interview."""
        if not self.is_filling:
            self._show_filling()
            self.filling.enter_again(interview)

    def finish_filling(self, interview: str) -> None:
        """A record is finished: says so, and offers the next interview where those are made."""
        del interview
        self.leave_filling()
        if self.place in ("visits", "control"):
            self.show_good(self.tr("Запись завершена и сохранена."))
        else:
            self.show_good(self.tr("Интервью завершено и записано. Следующее: Ctrl+N."))

    def leave_filling(self) -> None:
        """Back to the screen we came from."""
        self.go(self.place)

    def _show_filling(self) -> None:
        self.notice.hide()
        self._make_room(filling=True)
        self.pages.setCurrentWidget(self.filling)

    def _make_room(self, *, filling: bool) -> None:
        """An interview gets the whole window and its own keys; only whose workspace it is stays above."""
        self.rail.setVisible(not filling)
        self.bottom.setVisible(not filling)
        self.top.set_quiet(filling)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not filling)

    # ------------------------------------------------------------ what is said

    def show_settings(self, settings: Mapping[str, str]) -> None:
        """Whose workspace it is, in the top line."""
        self._settings = settings
        region = words.region(self._catalogue, settings.get("region", ""), self._language.code)
        self.top.show_owner(self._tasks.folder.name, settings.get("name", ""), region)

    def show_trouble(self, error: GsmonError) -> None:
        """A known failure in the user's language."""
        self.notice.show_error(error, self._language)

    def _show_hints(self) -> None:
        here = self.screens[self.place].hints()
        new, more = ("Ctrl+N", self.tr("новое интервью")), ("F1", self.tr("справка"))
        self.bottom.show_hints([new, *here, more])

    def show_good(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Good news, and what takes back that which they tell of."""
        self.notice.show_text(text, "good", undo)

    def _on_tasks_changed(self, kinds: frozenset[str]) -> None:
        if kinds & KEEPS:
            self.bottom.show_saved(f"{self._tasks.now():%H:%M:%S}")
        if kinds & {"interview", "package"}:
            self._tasks.lane(interviews.unsent, self.top.show_unsent)
        for place, screen in self.screens.items():
            if screen.changes & kinds:
                if place == self.place and not self.is_filling:
                    screen.refresh()
                else:
                    self._stale.add(place)

    def _on_f2_pressed(self) -> None:
        self.language_chosen.emit("kk" if self._language.code == "ru" else "ru")

    def show_help(self, page: str = "") -> None:
        """Help on the screen in front, or a page of it, in a window of its own."""
        if self._help is None:
            self._help = HelpWindow(self._language, self.window())
        self._help.show_page(page or self.place)

    # ------------------------------------------------------------ find anything

    def show_finder(self) -> None:
        """The palette of services, interviews and commands."""
        if self._finder is not None:
            return
        finder = Finder(self._entries(), self.tr("Услуга, интервью или команда"), self.window())
        finder.chosen.connect(self._on_entry_chosen)
        finder.typed.connect(partial(self._look_up, finder))
        finder.finished.connect(self._on_finder_finished)
        self._finder = finder
        finder.open_over(self.window())

    def _entries(self) -> list[Entry]:
        command, service = self.tr("команда"), self.tr("услуга")
        found = [Entry("new", "", self.tr("Новое интервью"), command, "new")]
        instruments = [form for method in METHODS.values() for form in method.forms]
        found += [Entry("record", form, words.instrument(form), command, "new") for form in instruments]
        found += [Entry("go", place, self.rail.words(place), command, place) for place in self.screens]
        here, page = self._language.code, self.tr("справка")
        found += [Entry("help", key, title(text(key, here)), page, "info") for key in PAGES]
        for code, button in self.top.languages.items():
            words_of = self.tr("Язык: {name}").format(name=button.text())
            found.append(Entry("language", code, words_of, command, "language"))
        found += [
            Entry("service", key, words.numbered_service(self._catalogue, key), service, "service")
            for key in self._catalogue.services
        ]
        return found

    def _look_up(self, finder: Finder, text: str) -> None:
        if len(text.strip()) > 1:
            self._tasks.lane(partial(_matching, text=text), partial(self._add_matches, finder, text))

    def _add_matches(self, finder: Finder, text: str, found: _Matches) -> None:
        if finder is not self._finder:
            return
        own, command = [form.title or form.form_id for form in found.own], self.tr("команда")
        entries = [
            Entry("record", found.own[at].form_id, own[at], command, "new")
            for at in find(text, [fold(each) for each in own])
        ]
        finder.add(text, [*entries, *map(self._interview_entry, found.rows)])

    def _interview_entry(self, row: interviews.Row) -> Entry:
        parts = (f"№ {row.number}", words.moment(row.started), words.service(self._catalogue, row.service))
        kind = "draft" if row.status == interviews.DRAFT else "interview"
        return Entry(kind, row.id, "  ·  ".join(filter(None, parts)), words.status(row), "interviews")

    def _on_entry_chosen(self, entry: Entry) -> None:
        if entry.kind == "new":
            self.new_interview()
        elif entry.kind == "go":
            self.go(entry.key)
        elif entry.kind == "record":
            self.new_record(entry.key, {})
        elif entry.kind == "help":
            self.show_help(entry.key)
        elif entry.kind == "language":
            self.language_chosen.emit(entry.key)
        elif entry.kind == "draft":
            self.resume(entry.key)
        else:
            self._show_among_interviews(entry)

    def _show_among_interviews(self, entry: Entry) -> None:
        self.go("interviews")
        screen = self.screens["interviews"]
        show = getattr(screen, "show_service" if entry.kind == "service" else "show_interview")
        show(entry.key)

    def show_interviews_of(self, service: str, region: str) -> None:
        """The interviews behind a number, among all of them."""
        self.go("interviews")
        screen = self.screens["interviews"]
        show = getattr(screen, "show_part")  # noqa: B009 - a Screen, of which only this one has it
        show(service=service, region=region)

    def _on_finder_finished(self) -> None:
        if self._finder is not None:
            self._finder.deleteLater()
            self._finder = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail and the top line give room to the screens where there is little."""
        super().resizeEvent(event)
        self._settle_width()

    def _settle_width(self) -> None:
        narrow = self.width() < _NARROW * self.fontMetrics().height()
        self.rail.set_narrow(narrow)
        self.top.set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        """New language: the lines around the screens. Larger text: less room."""
        if event.type() == QEvent.Type.FontChange:
            self._settle_width()
        if is_language_change(event):
            self.show_settings(self._settings)
            self._show_hints()
        super().changeEvent(event)


@dataclass(frozen=True)
class _Matches:
    """Interviews with the words looked for, and every questionnaire besides those the program brings."""

    rows: list[interviews.Row]
    own: list[forms.FormVersion]


def _matching(ws: Workspace, text: str) -> _Matches:
    return _Matches(list(interviews.list(ws, text=text, limit=8)), forms.besides(ws, BROUGHT))
