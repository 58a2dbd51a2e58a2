"""A person who fills any questionnaire by key presses, each question as its kind is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from gsmon_desktop.forms import Question
from tests.media.test_kinds import recording
from tests.ui.laptop import BACKSPACE, CTRL, ENTER, Laptop
from ui.widgets.media import MediaEditor
from ui.widgets.options import caps
from ui.widgets.search_list import SearchList

TYPED = {
    "integer": "7",
    "decimal": "3,5",
    "range": "5",
    "date": "201126",
    "time": "1030",
    "dateTime": "20.11.2026 10:30",
    "geopoint": "51.16, 71.47",
}
WORDS = "Жауап: всё как есть"
NOBODY = 400
"""More questions than any questionnaire has."""


def files(folder: Path) -> dict[str, Path]:
    """A file for every kind of question, as a phone makes them."""
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (64, 48), "teal").save(folder / "вход.jpg")
    (folder / "видео.mp4").write_bytes(recording(b"isom", b"vide", b"soun"))
    (folder / "запись.m4a").write_bytes(recording(b"M4A ", b"soun"))
    (folder / "расшифровка.txt").write_text("Слово в слово", encoding="utf-8")
    names = {"image": "вход.jpg", "video": "видео.mp4", "audio": "запись.m4a", "file": "расшифровка.txt"}
    return {kind: folder / name for kind, name in names.items()}


class Person:
    """Answers with `wishes` (by the question's name: a choice's value or a text), else with the first choice
    or some words. Leaves nothing out."""

    def __init__(self, desk: Laptop, given: Mapping[str, Path], wishes: Mapping[str, str]) -> None:
        self.desk, self._given, self._wishes = desk, given, wishes
        self.asked: list[str] = []

    def fill(self, *, until: int = NOBODY, before: Callable[[], None] = lambda: None) -> None:
        """Answer question after question to the last page, or so many; `before` each, something else."""
        for _ in range(until):
            if not self.desk.at:
                return
            before()
            self.answer()
            self.desk.settle()

    def answer(self) -> None:
        """The question the keyboard is at."""
        card = self.desk.view.cards[self.desk.view.current]
        question, editor = card.question, card.editor
        assert question.path not in self.asked, f"{question.path} again: {card.wrong()}"
        self.asked.append(question.path)
        kind = question.element.type
        wish = self._wishes.get(question.element.name, "")
        if isinstance(editor, MediaEditor):
            self._paste(kind)
        elif isinstance(editor, SearchList):
            self._search(question, wish)
        elif question.choices:
            self._choose(question, wish)
        else:
            if question.value:
                self.desk.key(BACKSPACE)  # what is there is selected
            self.desk.words(wish or TYPED.get(kind, WORDS))
            self.desk.key(ENTER, text="\r")

    def _choose(self, question: Question, wish: str) -> None:
        values = [choice.value for choice in question.choices]
        at = values.index(wish) if wish else 0
        self.desk.keys(caps(values)[at])
        if question.element.type == "select_multiple":
            self.desk.key(ENTER, text="\r")

    def _search(self, question: Question, wish: str) -> None:
        choice = next((c for c in question.choices if c.value == wish), question.choices[0])
        self.desk.words(choice.label)
        self.desk.key(ENTER, text="\r")

    def _paste(self, kind: str) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._given[kind]))])
        QGuiApplication.clipboard().setMimeData(mime)
        self.desk.key(Qt.Key.Key_V, CTRL)
        self.desk.settle()
        QGuiApplication.clipboard().clear()
        self.desk.key(ENTER, text="\r")
