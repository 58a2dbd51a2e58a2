"""Filling an interview: by keyboard, in either language, each answer on the disk before the next question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Change, Page, language_code
from gsmon_desktop.interviewing import Account, Elsewhere, account
from gsmon_desktop.interviewing.attaching import Source
from gsmon_desktop.interviewing.second import Comparison
from ui.dialogs.files import FileDialogs
from ui.dialogs.moving import MovingDialog
from ui.screens import filling_walk as walk
from ui.screens.base import Hints
from ui.screens.filling_acts import Acts
from ui.screens.filling_filming import Filming
from ui.screens.filling_media import MediaDialogs
from ui.screens.filling_page import PageView
from ui.screens.filling_playing import Playing
from ui.screens.filling_popups import GotoSheet, HintSheet, Sheet
from ui.screens.filling_saving import Opened
from ui.screens.filling_second import SecondEntry
from ui.screens.filling_sound import Sound
from ui.tasks import Tasks
from ui.widgets.markup import plain
from ui.widgets.media import CAMERA, RECORD, VIEW, MediaEditor
from ui.widgets.timers import TimerEditor
from ui.words import moment

NO_PRESETS: Mapping[str, str] = {}


class FillingScreen(Acts):
    """The heart of the program. `start` or `resume` begins; `left` or `finished` ends it."""

    left = Signal()
    """The draft was left; all of it is saved."""
    finished = Signal(str)
    """The interview with this id is finished."""

    moved = Signal(object)
    """An `Elsewhere`: the interview is to be gone on with in another workspace."""

    def __init__(
        self,
        tasks: Tasks,
        *,
        language: Callable[[], str],
        files: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, language=language, files=files, parent=parent)
        self.finish_view.finished.connect(lambda: self._end_media(self._finish))
        self.hint_sheet, self.goto_sheet = HintSheet(self), GotoSheet(self)
        self._repeats = 0
        self._second = SecondEntry(tasks, self, language)
        self._second.closed.connect(self._on_sheet_closed)
        self._second.ended.connect(self._on_second_ended)
        self._second.refused.connect(lambda error: self.status.show_note(sentence(error, language())))
        self._connect_media()
        self.goto_sheet.chosen.connect(self._go_to)
        for sheet in self._sheets():
            sheet.closed.connect(self._on_sheet_closed)
        self.retranslate()
        self.tint()

    def _connect_media(self) -> None:
        self._sound = Sound(self._tasks, self._saving, self.recorder, self._language, self)
        self._sound.refused.connect(self._show_refused)
        self._sound.taken.connect(self._on_sound_taken)
        self.recorder.left.connect(self._on_sheet_closed)
        self._filming = Filming(self._tasks, self._saving, self._language, self)
        self._filming.brought.connect(self._on_file_brought)
        self._playing = Playing(
            self._tasks, self._saving, lambda path: self._comments.get(path, ""), self._language, self
        )
        for part in (self._filming, self._playing):
            part.refused.connect(self._show_refused)
            part.taken.connect(self._on_sound_taken)
        self._taking.devices.changed.connect(self._show_devices)
        self._media = MediaDialogs(
            self._tasks,
            self._saving,
            lambda path: self._comments.get(path, ""),
            {RECORD: self._sound.begin, CAMERA: self._filming.open, VIEW: self._playing.open},
            self._files,
            self,
        )
        self._media.refused.connect(self._show_refused)
        self._media.brought.connect(self._on_file_brought)
        self._media.changed.connect(self._on_answer_saved)
        self._media.remarked.connect(partial(self._on_comment_saved, nothing=None))
        self.file_asked.connect(
            lambda path, what: self._saving.when_idle(partial(self._media.open, path, what))
        )

    def _on_file_brought(self, path: str, file: Source) -> None:
        card = self._card(path)
        if card is not None and isinstance(card.editor, MediaEditor):
            card.editor.take_source(file)

    def _show_devices(self) -> None:
        lacking = self._taking.devices.lacking()
        cards = (card for view in self._views.values() for card in view.cards.values())
        for editor in (card.editor for card in cards):
            if isinstance(editor, MediaEditor):
                editor.show_lacking(lacking)

    def _end_media(self, then: Callable[[], None]) -> None:
        """Close what stands open, keep what runs, and only then go on."""
        self._filming.end(lambda: self._playing.end(lambda: self._sound.end(then)))

    def _on_sound_taken(self, comments: Mapping[str, str]) -> None:
        self._comments.update(comments)
        self._refresh(anew=True)

    # ------------------------------------------------------------ opening and leaving

    def start(self, presets: Mapping[str, str] = NO_PRESETS, form_id: str = "mass_survey") -> None:
        """Begin a new interview; `presets` are answers by role."""
        self._saving.start(form_id, presets, self._language(), self._on_opened)

    def resume(self, interview_id: str) -> None:
        """Take up a draft at the page, question and language it was left at."""
        self._saving.resume(interview_id, self._on_opened)

    def enter_again(self, interview_id: str) -> None:
        """Type a finished interview in a second time, blind; at the end the two are compared."""
        self._saving.enter_again(interview_id, self._on_opened)

    def leave(self) -> None:
        """Save what is typed and give the screen up. Never asks, never loses.

        The window may close right after this, so it waits for the lane, which takes milliseconds.
        """
        self._wait()
        self.run("leave")
        self._wait()

    @property
    def interview_id(self) -> str:
        """The interview being filled; "" when there is none."""
        return self._saving.interview.id if self._saving.interview is not None else ""

    def _on_opened(self, opened: Opened) -> None:
        interview, self._comments = opened.interview, opened.comments
        self._saving.interview, self._saving.clocks = interview, dict(opened.clocks)
        self._repeats = opened.repeats
        if opened.repeats:
            self.set_quick(True)
            text = self.tr("Второй ввод интервью № {number}: вводите с бумаги, прежних ответов не видно.")
            self.banner.say(text.format(number=opened.repeats), self.tr("Сверить"), self._compare)
        else:
            self._say_newer(opened.newer)
        self._forget_views()
        self.status.clear()
        session = interview.session
        self._pages = session.pages()
        at = walk.page_of(self._pages, interview.question)
        stop = walk.Stop(at.path, interview.question) if at else walk.next_open(session, self._pages)
        self._go(stop)

    def _fill(self, view: PageView, page: Page) -> None:
        super()._fill(view, page)
        for path, running in self._saving.clocks.items():
            editor = view.cards[path].editor if path in view.cards else None
            if isinstance(editor, TimerEditor):
                started = datetime.fromisoformat(running.started)
                passed = (self._tasks.now() - started).total_seconds()
                editor.go_on(passed, running.marks, moment(running.started))

    def _wait(self) -> None:
        """Until nothing is on its way; keys that waited are replayed and may begin another save."""
        while self._saving.busy:
            loop = QEventLoop()
            self._saving.idle.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _leave_now(self) -> None:
        self._end_media(self._leave_in_silence)

    def _leave_in_silence(self) -> None:
        self._place.stop()
        self._note_place()
        self._saving.pause()
        self.left.emit()

    def _on_saving_failed(self, error: GsmonError) -> None:
        if self._saving.interview is None:
            self._keys.forget()
            self._tasks.troubled.emit(error)
            self.left.emit()
        else:
            super()._on_saving_failed(error)

    # ------------------------------------------------------------ a newer version of the form

    def _say_newer(self, newer: str) -> None:
        """Over the questions while the draft's form has a newer version; "" says nothing."""
        if not newer:
            self.banner.say("")
            return
        form = self._session().form
        text = self.tr("Черновик заполняется по версии {old} анкеты, уже есть версия {new}.")
        self.banner.say(
            text.format(old=form.version or "—", new=newer), self.tr("Перенести…"), self._ask_to_move
        )

    def _ask_to_move(self) -> None:
        work = partial(account, key=self.interview_id, language=self._language(), now=self._tasks.now)
        self._tasks.lane(work, self._on_account_made, self._on_saving_failed)

    def _on_account_made(self, found: Account) -> None:
        text = self.tr(
            "Черновик перейдёт из версии {old} в версию {new}. "
            "Что не поместится, останется в журнале интервью."
        ).format(old=found.old or "—", new=found.new or "—")
        dialog = MovingDialog(text, found.told(self._language()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(self._move_on)
        dialog.rejected.connect(self._on_sheet_closed)
        dialog.open()

    def _move_on(self) -> None:
        moved = self.interview_id
        self._place.stop()
        self._saving.move(lambda _: self.resume(moved))

    # ------------------------------------------------------------ commands

    def _commands(self) -> dict[str, Callable[[], None]]:
        return super()._commands() | {
            "leave": partial(self._settle, self._leave_now),
            "finish": partial(self._settle, self._finish_or_list),
            "language": partial(self._settle, self._switch_language),
            "goto": self._ask_goto,
            "mark": self.recorder.start_mark,
            "pause_recording": self.recorder.toggle,
            "hint": self._show_hint,
            "quick": partial(self._settle, self._toggle_quick),
            "banner": partial(self._settle, self.banner.act),
            "retry": self._retry,
            "elsewhere": self._ask_elsewhere,
        }

    def _finish_or_list(self) -> None:
        self._end_media(self._finish_or_list_now)

    def _finish_or_list_now(self) -> None:
        """Finish at once where nothing is missing or wrong, else show what is."""
        session = self._session()
        if not self._repeats and (session.invalid() or session.missing()):
            self._ask_finish_list()
        else:
            self._finish()

    def _compare(self) -> None:
        self._second.compare(self.interview_id)

    def _on_second_ended(self, first: str, found: Comparison) -> None:
        del found
        self._place.stop()
        self._saving.interview = None
        self._keys.forget()
        self.finished.emit(first)

    def _finish(self) -> None:
        if self._repeats:
            self._settle(self._compare)
        elif not self._saving.busy:
            self._place.stop()
            self._saving.finish(self._on_finished)

    def _on_finished(self, nothing: object) -> None:
        del nothing
        done = self.interview_id
        self._saving.interview = None
        self._keys.forget()
        self.finished.emit(done)

    def _switch_language(self) -> None:
        """From Russian to Kazakh and back; where a form has other languages, to the next one."""
        session = self._session()
        codes = [language_code(name) for name in session.form.languages]
        now = language_code(session.language)
        pair = {"ru": "kk", "kk": "ru"}.get(now, "ru")
        target = pair if pair in codes else codes[(codes.index(now) + 1) % len(codes)] if now in codes else ""
        if target and target != now:
            self._saving.set_language(target, self._on_language_saved)

    def _on_language_saved(self, change: Change) -> None:
        del change
        self._refresh()
        if self.stack.currentWidget() is self.finish_view:
            self._ask_finish_list()

    def _toggle_quick(self) -> None:
        self.set_quick(not self.quick)

    def _ask_goto(self) -> None:
        session = self._session()
        self.goto_sheet.ask(
            [(stop.path, plain(session.label(stop.path))) for stop in walk.stops(session, self._pages)]
        )

    def _show_hint(self) -> None:
        view = self._view()
        card = view.card() if view is not None else None
        if card is not None:
            self.hint_sheet.show_hint(card.question)

    # ------------------------------------------------------------ when the disk says no

    def _retry(self) -> None:
        """Save what the disk refused once more."""
        if self._saving.again is not None:
            self._saving.again()

    def _ask_elsewhere(self) -> None:
        """Go on in another folder; only where the disk has refused something."""
        if self._saving.again is None:
            return
        title = self.tr("Куда сохранить интервью")
        folder = self._files.folder(self, title, str(self._tasks.folder.parent))
        if folder is not None:
            self.status.show_note(self.tr("Сохраняю в другую папку…"))
            self._saving.go_on_elsewhere(folder, self._on_gone_elsewhere)

    def _on_gone_elsewhere(self, made: Elsewhere) -> None:
        self._place.stop()
        self._saving.interview = None
        self._keys.forget()
        self.moved.emit(made)

    # ------------------------------------------------------------ sheets, texts, keys

    def _sheets(self) -> tuple[Sheet, ...]:
        return self.comment_sheet, self.hint_sheet, self.goto_sheet

    def _on_sheet_closed(self) -> None:
        view = self._view()
        if view is not None and view.current:
            view.focus(view.current)
        elif view is None:
            self.finish_view.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sheets stay in the middle."""
        super().resizeEvent(event)
        for sheet in self._sheets():
            sheet.place()

    def retranslate(self) -> None:
        """Texts of the window's own language; the form's own texts follow F2."""
        self.setAccessibleName(self.tr("Заполнение анкеты"))
        self.outline.retranslate()
        self.quick_switch.setText(self.tr("Быстрый ввод (F7)"))
        self.quick_switch.setToolTip(
            self.tr("С бумаги: вопросы строго по порядку, ничего не открывается и не прокручивается само.")
        )
        self.status.retranslate()
        self.status.show_hints(self.hints())

    def hints(self) -> Hints:
        """Keys of this screen."""
        return (
            ("Enter", self.tr("дальше")),
            ("Shift+Enter", self.tr("назад")),
            ("F2", self.tr("другой язык")),
            ("F4", self.tr("комментарий")),
            ("Ctrl+Z", self.tr("отменить ответ")),
            ("Ctrl+Enter", self.tr("завершить")),
            ("F1", self.tr("подсказка")),
        )
