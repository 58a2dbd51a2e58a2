"""The desk of the filling screen: shows a section, takes answers, and walks on when they are saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Change, Page, Session
from gsmon_desktop.interviewing.attaching import MEDIA_TYPES
from ui.screens import filling_walk as walk
from ui.screens.filling_files import Files
from ui.screens.filling_finish import flaws_of
from ui.screens.filling_frame import Frame
from ui.screens.filling_keys import Keys
from ui.screens.filling_page import PageView
from ui.screens.filling_saving import Saving
from ui.tasks import Tasks
from ui.widgets.card import Card
from ui.widgets.editor import Editor
from ui.widgets.media import MediaEditor
from ui.widgets.text import TextEditor

SUGGESTED = frozenset(("place_name", "locality_other", "channel_other"))
"""Roles whose earlier answers are offered; what a person said or their phone never is."""
READY_MS = 120
"""So long after a page came the next one is made ready."""
PLACE_MS = 400
"""So long after the last move the place is noted."""


class Desk(Frame):
    """Pages, their questions and the walk between them. What is done beside answering is `Acts`' and
    `FillingScreen`'s.

    The session is used on the Qt thread only while nothing is being saved; meanwhile keys wait (`Keys`).
    """

    def __init__(self, tasks: Tasks, *, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._language = tasks, language
        self._saving = Saving(tasks, self)
        self._saving.failed.connect(self._on_saving_failed)
        self._keys = Keys(self, self.window, self)
        self._saving.idle.connect(self._keys.replay)
        self._taking = Files(tasks, self._saving, self)
        self._taking.refused.connect(self._show_refused)
        self._pages: tuple[Page, ...] = ()
        self._views: dict[str, PageView] = {}
        self._comments: dict[str, str] = {}
        self._entry_value = ""
        self.quick = False
        self._place = QTimer(self, singleShot=True, interval=PLACE_MS)
        self._place.timeout.connect(self._note_place)
        self._ready = QTimer(self, singleShot=True, interval=READY_MS)
        self._ready.timeout.connect(self._make_next_ready)
        self._connect()
        self.installEventFilter(self._keys)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._on_outline_chosen)
        self.finish_view.chosen.connect(self._go_to)
        for widget in (self.finish_view.list, self.finish_view.button):
            widget.installEventFilter(self._keys)
        self.rows.add_asked.connect(partial(self.run, "add_row"))
        self.rows.duplicate_asked.connect(partial(self.run, "duplicate_row"))
        self.rows.remove_asked.connect(partial(self.run, "remove_row"))
        self.status.retry_asked.connect(partial(self.run, "retry"))
        self.status.elsewhere_asked.connect(partial(self.run, "elsewhere"))
        self.quick_switch.clicked.connect(self.set_quick)
        self._saving.saved.connect(self.status.show_saved)

    # ------------------------------------------------------------ what the keys act on

    def busy(self) -> bool:
        """An answer is on its way to the disk."""
        return self._saving.busy

    def editor(self) -> Editor | None:
        """The widget of the question the keyboard is at."""
        view = self._view()
        card = view.card() if view is not None else None
        return card.editor if card is not None else None

    def press(self, event: QKeyEvent) -> bool:
        """A key for what stands in the middle: the question, or the list of what is left."""
        editor = self.editor()
        if editor is not None:
            return editor.press(event)
        return self.stack.currentWidget() is self.finish_view and self.finish_view.press(event)

    def run(self, name: str) -> None:
        """Do what a key asks for."""
        if self._saving.interview is None:
            return
        if self._saving.busy:
            self._keys.hold(partial(self.run, name))
            return
        self._commands()[name]()

    def _commands(self) -> dict[str, Callable[[], None]]:
        """What each command does."""
        return {
            "next": self._next,
            "back": partial(self._move, -1),
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "next_page": partial(self._move_page, 1),
            "previous_page": partial(self._move_page, -1),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys no widget had a use for."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def set_quick(self, quick: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Quick entry from paper: strictly from question to question, nothing opens or scrolls by itself."""
        self.quick = quick
        self.quick_switch.setChecked(quick)
        for view in self._views.values():
            view.set_calm(quick)

    def _settle(self, then: Callable[[], None]) -> None:
        """Report what is typed, and do `then` once it is saved."""
        editor = self.editor()
        if editor is not None:
            editor.flush()
        if self._saving.busy:
            self._keys.then(then)
        else:
            then()

    # ------------------------------------------------------------ answers

    def _on_answered(self, path: str, value: str) -> None:
        if self._saving.busy:
            self._keys.hold(partial(self._on_answered, path, value))
            return
        kind = walk.element(self._session(), path).type
        try:
            card = self._card(path)
            if value and kind in MEDIA_TYPES and card is not None and isinstance(card.editor, MediaEditor):
                self._taking.attach(path, card.editor, partial(self._on_answer_saved, path))
            else:
                self._saving.answer(path, value, partial(self._on_answer_saved, path))
        except GsmonError as error:
            self._show_refused(path, error)

    def _on_remarked(self, path: str, text: str) -> None:
        """Words for a question's comment: after what it says already."""
        if self._saving.busy:
            self._keys.hold(partial(self._on_remarked, path, text))
            return
        whole = "\n".join(filter(None, (self._comments.get(path, ""), text)))
        self._saving.comment(path, whole, partial(self._on_comment_saved, path, whole))

    def _on_comment_saved(self, path: str, text: str, nothing: object) -> None:
        del nothing
        self._comments[path] = text
        self._refresh()

    def _on_answer_saved(self, path: str, change: Change) -> None:
        del change
        self._show_session()
        card = self._card(path)
        if card is not None and card.current and card.completed(quick=self.quick):
            self._go(self._following(path))
        else:
            self._show_progress(self._page_path())

    def _following(self, path: str) -> walk.Stop | None:
        """Where one goes on after an answer: to the next unanswered question, in quick entry to the next."""
        if self.quick:
            return walk.neighbour(self._session(), self._pages, path, 1)
        return walk.next_open(self._session(), self._pages, path)

    def _card(self, path: str) -> Card | None:
        return view.cards.get(path) if (view := self._view()) is not None else None

    def _show_refused(self, path: str, error: GsmonError) -> None:
        card = self._card(path)
        if card is not None:
            card.editor.set_value(self._session().value(path))
            card.refuse(sentence(error, self._language()))

    def _on_saving_failed(self, error: GsmonError) -> None:
        """The disk said no: say so, show what is stored, drop keys meant for a question that did not come."""
        self._keys.forget()
        disk = error.code.startswith(("workspace.", "file."))
        again = disk and self._saving.again is not None
        self.status.show_trouble(sentence(error, self._language()), again=again, elsewhere=disk)
        self._refresh(anew=True)
        if self.stack.currentWidget() is self.finish_view:
            self._ask_finish_list()

    # ------------------------------------------------------------ walking

    def _next(self) -> None:
        view, editor = self._view(), self.editor()
        if view is None or editor is None:
            return
        before = editor.problem() or (view.cards[view.current].question.message)
        stored = self._session().value(view.current)
        self._settle(partial(self._step_on, view.current, stored, before))

    def _step_on(self, path: str, stored: str, before: str) -> None:
        """After Enter: stay once where something is newly wrong, else to the next question."""
        view = self._view()
        card = view.cards.get(path) if view is not None else None
        if card is None:
            return
        wrong = card.editor.problem() or card.question.message
        value = self._session().value(path)
        if wrong and not self.quick and (not before or value != stored):
            card.editor.take_focus()
            return
        if not value:
            card.nag()
        if value != self._entry_value:
            self._go(self._following(path))
        else:
            self._go(walk.neighbour(self._session(), self._pages, path, 1))

    def _move(self, step: int) -> None:
        self._settle(partial(self._move_now, step))

    def _move_now(self, step: int) -> None:
        view = self._view()
        if view is None:
            everything = list(walk.stops(self._session(), self._pages))
            if step < 0 and everything:
                self._go(everything[-1])
            return
        target = walk.neighbour(self._session(), self._pages, view.current, step)
        if target is not None:
            self._go(target)

    def _move_page(self, step: int) -> None:
        self._settle(partial(self._move_page_now, step))

    def _move_page_now(self, step: int) -> None:
        paths = [page.path for page in self._pages]
        view = self._view()
        at = paths.index(self._page_path()) + step if view is not None else len(paths) + min(step, 0)
        if at >= len(paths):
            self._ask_finish_list()
        elif at >= 0:
            self._go_to_page(paths[at])

    def _on_outline_chosen(self, page: str) -> None:
        self._settle(partial(self._go_to_page, page))

    def _go_to_page(self, path: str) -> None:
        page = next(page for page in self._pages if page.path == path)
        self._go(walk.entry(self._session(), page))

    def _go_to(self, path: str) -> None:
        page = walk.page_of(self._pages, path)
        if page is not None:
            self._settle(partial(self._go, walk.Stop(page.path, path)))

    def _go(self, stop: walk.Stop | None) -> None:
        """Show a question's page and give it the keyboard; None is the end."""
        before = self._view()
        if stop is None:
            self._ask_finish_list()
            return
        page = next(page for page in self._pages if page.path == stop.page)
        view = self._view_of(page)
        if before is not view:
            if before is not None:
                before.leave()
            self._fill(view, page)
            self.stack.setCurrentWidget(view)
            self._ready.start()
        self._show_progress(page.path)
        view.focus(stop.path)

    def _view_of(self, page: Page) -> PageView:
        view = self._views.get(page.path)
        if view is None:
            view = PageView(self.stack, today=self._today, filter_=self._keys)
            view.set_calm(self.quick)
            self._views[page.path] = view
            view.answered.connect(self._on_answered)
            view.remarked.connect(self._on_remarked)
            view.entered.connect(self._on_entered)
            view.file_asked.connect(self.file_asked)
            view.clocked.connect(self._saving.note_clock)
            self.stack.addWidget(view)
        return view

    def _make_next_ready(self) -> None:
        """While the respondent thinks, the next section's widgets are made, so that it comes at once."""
        paths = [page.path for page in self._pages]
        here = self._page_path()
        if self._saving.interview is None or self._saving.busy or here not in paths[:-1]:
            return
        page = self._pages[paths.index(here) + 1]
        if page.path not in self._views:
            view = self._view_of(page)
            self._show_questions(view, page)
            for widget in view.findChildren(QWidget):
                widget.ensurePolished()

    def _on_entered(self, path: str) -> None:
        self._entry_value = self._session().value(path)
        self._place.start()

    # ------------------------------------------------------------ showing

    def _refresh(self, *, anew: bool = False) -> None:
        """Show the session and how far it is; `anew` puts back values that widgets show and it lacks."""
        self._show_session(anew=anew)
        self._show_progress(self._page_path())

    def _show_session(self, *, anew: bool = False) -> None:
        session, path = self._session(), self._page_path()
        index = next((i for i, page in enumerate(self._pages) if page.path == path), 0)
        self._pages = session.pages()
        page = next((page for page in self._pages if page.path == path), None)
        view = self._view()
        if view is not None and page is not None:
            if anew:
                for card in view.cards.values():
                    card.editor.set_value(session.value(card.path))
            self._fill(view, page)
            if not view.current and page.questions:
                self._go_to_page(page.path)
        elif view is not None and not self._pages:
            self._go(None)
        elif view is not None:
            # The page is gone: to what stands in its place now.
            self._go_to_page(self._pages[min(index, len(self._pages) - 1)].path)

    def _fill(self, view: PageView, page: Page) -> None:
        session = self._session()
        self._show_questions(view, page)
        self.rows.show_for(session, page.path, self._pages)
        near = {"region": session.by_role("region")} if session.by_role("region") else {}
        for card in view.cards.values():
            if isinstance(card.editor, MediaEditor):
                self._taking.dress(card.editor)
            role = card.question.element.role
            if role in SUGGESTED and isinstance(card.editor, TextEditor) and not card.editor.asked(near):
                self._saving.suggest(role, near, card.editor.set_suggestions)

    def _show_questions(self, view: PageView, page: Page) -> None:
        view.show_page(page, [self._session().question(path) for path in page.questions], self._comments)

    def _show_progress(self, current: str) -> None:
        self.outline.show_sections(walk.progress(self._session(), self._pages), current)

    def _note_place(self) -> None:
        view = self._view()
        if self._saving.interview is not None and view is not None and view.current:
            self._saving.note_place(self._page_path(), view.current)

    def _ask_finish_list(self) -> None:
        """The last page: what is left, or one key to finish."""
        session = self._session()
        before = self._view()
        if before is not None:
            before.leave()
        flaws = flaws_of(session, self._pages, self.tr("нужен ответ"))
        self.finish_view.show_flaws(flaws, session.by_role("outcome"))
        self.stack.setCurrentWidget(self.finish_view)
        self.rows.hide()
        self._show_progress("")
        self.finish_view.take_focus()

    def _forget_views(self) -> None:
        while self._views:
            view = self._views.popitem()[1]
            self.stack.removeWidget(view)
            view.deleteLater()

    def _view(self) -> PageView | None:
        view = self.stack.currentWidget()
        return view if isinstance(view, PageView) else None

    def _page_path(self) -> str:
        view = self._view()
        return next((path for path, one in self._views.items() if one is view), "")

    def _today(self) -> date:
        return self._tasks.now().astimezone().date()

    def _session(self) -> Session:
        interview = self._saving.interview
        if interview is None:
            raise RuntimeError("no interview is open")
        return interview.session
