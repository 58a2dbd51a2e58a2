"""Questions as people see them: texts in their language, choices, what is wrong."""

from __future__ import annotations

from gsmon_desktop.errors import messages
from gsmon_desktop.forms.choices import Choices
from gsmon_desktop.forms.definition import language_code
from gsmon_desktop.forms.state import CONSTRAINT_BROKEN, FINE, Cell
from gsmon_desktop.forms.texts import Texts
from gsmon_desktop.forms.views import Question


class Shown:
    """Makes the view of a question from its cell."""

    def __init__(self, texts: Texts, choices: Choices) -> None:
        self._texts = texts
        self._choices = choices

    def question(self, cell: Cell, *, missing: bool) -> Question:
        """The question as it stands now."""
        element, texts = cell.spot.element, self._texts
        has_choices = element.itemset is not None or bool(element.options)
        return Question(
            path=cell.path,
            element=element,
            label=texts.text(element.label, cell),
            hint=texts.text(element.hint, cell),
            guidance=texts.itext(element.hint.itext, cell, "guidance") if element.hint.itext else "",
            value=cell.value,
            relevant=cell.relevant,
            required=cell.required,
            readonly=cell.readonly or bool(element.rules.preload) or element.type == "note",
            message=self.message(cell),
            choices=self._choices.choices(cell) if has_choices else (),
            missing=missing,
            required_message=self.required_message(cell) if cell.required else "",
            media=texts.media(element.label.itext, cell),
        )

    def message(self, cell: Cell) -> str:
        """What is wrong with the answer, in words; "" when it is fine."""
        if cell.fault == FINE or not cell.relevant or not cell.value:
            return ""
        if cell.fault == CONSTRAINT_BROKEN:
            text = self._texts.text(cell.spot.element.rules.constraint_message, cell)
            return text or self._own("answer.constraint")
        return self._own("answer.not_offered").format(value=cell.value)

    def required_message(self, cell: Cell) -> str:
        """What to say when a required question is left empty."""
        return self._texts.text(cell.spot.element.rules.required_message, cell) or self._own(
            "answer.required"
        )

    def _own(self, code: str) -> str:
        """The program's own sentence, in the interview's language where it speaks it, else in Russian."""
        code_of_language = language_code(self._texts.language)
        return messages(code_of_language if code_of_language in ("ru", "kk", "en") else "ru")[code]
