"""What is done at a question beside answering it: comments, photos of a line, rows, taking back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Change
from gsmon_desktop.interviewing.interview import COMMENT
from gsmon_desktop.interviewing.photos import report_of
from ui.dialogs.files import FileDialogs
from ui.screens import filling_walk as walk
from ui.screens.filling_desk import Desk
from ui.screens.filling_popups import CommentSheet
from ui.screens.filling_repeats import repeat_of, row_of
from ui.tasks import Tasks
from ui.widgets.card import Card
from ui.widgets.media import MediaEditor


class Acts(Desk):
    """Commands about the question the keyboard is at, and about rows of repeats."""

    def __init__(
        self,
        tasks: Tasks,
        *,
        language: Callable[[], str],
        files: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, language=language, parent=parent)
        self._files = files or FileDialogs()
        self._errand: tuple[str, str] | None = None
        """A photo on its way: its question, and the line to return to."""
        self.comment_sheet = CommentSheet(self)
        self.comment_sheet.written.connect(self._on_comment_written)

    def _commands(self) -> dict[str, Callable[[], None]]:
        return super()._commands() | {
            "comment": self._ask_comment,
            "photo": partial(self._settle, self._add_photo),
            "undo": self._undo,
            "add_row": partial(self._settle, self._add_row),
            "duplicate_row": partial(self._settle, self._duplicate_row),
            "remove_row": partial(self._settle, self._remove_row),
        }

    # ------------------------------------------------------------ comments

    def _ask_comment(self) -> None:
        view = self._view()
        card = view.card() if view is not None else None
        if card is not None:
            self.comment_sheet.ask(card.question.label, self._comments.get(card.path, ""))

    def _on_comment_written(self, text: str) -> None:
        view = self._view()
        if view is not None and text != self._comments.get(view.current, ""):
            path = view.current
            self._saving.comment(path, text, partial(self._on_comment_saved, path, text))

    # ------------------------------------------------------------ photos

    def _add_photo(self) -> None:
        """At this question if it takes a photo, else at the page's first that has none yet; else a row of the
        form's photo report, with the line's section and words, and back to the line."""
        view = self._view()
        if view is None:
            return
        cards = [card for card in view.cards.values() if card.question.element.type == "image"]
        here = next((card for card in cards if card.path == view.current), None)
        free = next((card for card in cards if not card.question.value), None)
        card = here or free
        if card is not None:
            self._take_photo(card, view.current)
        elif report_of(self._session()):
            self._report_photo(view.current)
        elif cards:
            self._take_photo(cards[0], view.current)
        else:
            self.status.show_note(self.tr("В этой анкете нет вопроса с фотографией."))

    def _take_photo(self, card: Card, line: str) -> None:
        view = self._view()
        if view is None or not isinstance(card.editor, MediaEditor):
            return
        view.focus(card.path)
        self._errand = (card.path, line) if line != card.path else None
        card.editor.open_dialog()

    def _report_photo(self, line: str) -> None:
        title = self.tr("Фото в фотоотчёт")
        kinds = self.tr("Фотографии") + " (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp)"
        file = self._files.open(self, title, kinds)
        if file is None:
            return
        try:
            self._saving.place_photo(line, partial(self._on_photo_placed, line, file))
        except GsmonError as error:
            self.status.show_note(sentence(error, self._language()))

    def _on_photo_placed(self, line: str, file: Path, path: str) -> None:
        self._refresh()
        page = walk.page_of(self._pages, path)
        if page is None:
            return
        self._go(walk.Stop(page.path, path))
        card = self._card(path)
        if card is not None and isinstance(card.editor, MediaEditor):
            self._errand = path, line
            card.editor.take_file(file)

    def _on_entered(self, path: str) -> None:
        super()._on_entered(path)
        if self._errand is not None and path not in self._errand:
            self._errand = None

    def _on_answer_saved(self, path: str, change: Change) -> None:
        errand = self._errand
        super()._on_answer_saved(path, change)
        card = self._card(path)
        if card is not None and isinstance(card.editor, MediaEditor) and change.old and not change.new:
            self.status.show_note(self.tr("Файл убран. Ctrl+Z вернёт его."))
        if errand is None or errand[0] != path or not self._session().value(path):
            return
        self._errand = None
        page = walk.page_of(self._pages, errand[1])
        if page is not None:
            photo_page = walk.page_of(self._pages, path)
            self._go(walk.Stop(page.path, errand[1]))
            said = self.tr("Фото добавлено: {0}.")
            self.status.show_note(said.format(photo_page.title if photo_page is not None else ""))

    # ------------------------------------------------------------ taking back

    def _undo(self) -> None:
        """First what is typed and not yet an answer, then the latest change, whatever it was."""
        view, editor = self._view(), self.editor()
        if editor is not None and view is not None and editor.pending():
            editor.set_value(self._session().value(view.current))
        else:
            self._saving.undo(self._on_undone)

    def _on_undone(self, change: Change | None) -> None:
        if change is None:
            self.status.show_note(self.tr("Отменять больше нечего."))
            return
        if change.action == COMMENT:
            self._comments[change.path] = change.old or ""
        self._refresh(anew=True)
        page = walk.page_of(self._pages, change.path)
        if page is not None:
            self._go(walk.Stop(page.path, change.path))
            return
        if change.action == "remove":  # the row is back: to its first question
            self._go(walk.first_of(self._session(), self._pages, f"{change.path}[{change.old}]/"))

    # ------------------------------------------------------------ rows

    def _add_row(self) -> None:
        found = repeat_of(self._session(), self._page_path(), self._pages)
        if found:
            self._saving.add_row(found, partial(self._on_row_added, found))

    def _duplicate_row(self) -> None:
        repeat, at = row_of(self._page_path())
        if repeat and repeat in self._session().repeats():
            self._saving.duplicate_row(repeat, at, partial(self._on_row_added, repeat))

    def _on_row_added(self, repeat: str, change: Change) -> None:
        del change
        self._refresh()
        first = walk.first_of(self._session(), self._pages, f"{repeat}[{self._session().rows(repeat)}]/")
        if first is not None:
            self._go(first)

    def _remove_row(self) -> None:
        repeat, at = row_of(self._page_path())
        if repeat and repeat in self._session().repeats():
            self._saving.remove_row(repeat, at, self._on_row_removed)

    def _on_row_removed(self, change: Change) -> None:
        del change
        self._refresh(anew=True)
        self.status.show_note(self.tr("Строка убрана. Ctrl+Z вернёт её."))
