"""Texts in the session's language: itext, outputs filled in, the default language where a translation is
missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gsmon_desktop.forms.definition import Form, Text
from gsmon_desktop.forms.state import Cell
from gsmon_desktop.forms.xpath import Context, compile  # noqa: A004

_EMPTY: Mapping[str, tuple[str, ...]] = {}
_SEPARATOR = re.compile(r"[/\\:]")
"""Of a path only the last part counts: media lie in the form's own folder."""
_MEDIA = ("image", "big-image", "audio", "video")


class Texts:
    """Renders a form's texts at a cell. `language` is the session's, by full name."""

    def __init__(self, form: Form, language: str, context: Callable[[Cell], Context]) -> None:
        self.form = form
        self.language = language
        self._context = context
        self._with_media = {
            name
            for entries in form.texts.values()
            for name, forms in entries.items()
            if not forms.keys().isdisjoint(_MEDIA)
        }

    def text(self, text: Text, cell: Cell) -> str:
        """A label, hint or message; "" where there is none."""
        if text.itext and not (text.parts and not self._parts(text.itext, "long")):
            return self.itext(text.itext, cell)
        if text.ref:
            return compile(text.ref).string(self._context(cell))
        return self.render(text.parts, cell)

    def itext(self, name: str, cell: Cell, form: str = "long") -> str:
        """The text of an itext id in one of its forms (long, guidance, short)."""
        return self.render(self._parts(name, form), cell)

    def media(self, name: str, cell: Cell) -> tuple[tuple[str, str], ...]:
        """Picture, sound and film of an itext id as (kind, file name)."""
        if name not in self._with_media:  # most texts: asking for each kind would cost more than the words
            return ()
        found = ((kind, _SEPARATOR.split(self.itext(name, cell, kind))[-1]) for kind in _MEDIA)
        return tuple(pair for pair in found if pair[1].strip("."))

    def changing(self, name: str) -> bool:
        """Whether the text holds outputs, in whatever language."""
        found = (entries.get(name, _EMPTY).get("long", ()) for entries in self.form.texts.values())
        return any(len(parts) > 1 for parts in found)

    def render(self, parts: tuple[str, ...], cell: Cell) -> str:
        """Puts the values of outputs between the plain parts."""
        if len(parts) == 1:
            return parts[0]
        return "".join(
            compile(part).string(self._context(cell)) if place % 2 else part
            for place, part in enumerate(parts)
        ).strip()

    def _parts(self, name: str, form: str) -> tuple[str, ...]:
        """pyxform writes "-" where a translation is missing; the default language then speaks."""
        for language in (self.language, self.form.default_language):
            parts = self.form.texts.get(language, {}).get(name, _EMPTY).get(form, ())
            if parts and parts != ("-",):
                return parts
        for entries in self.form.texts.values():
            parts = entries.get(name, _EMPTY).get(form, ())
            if parts and parts != ("-",):
                return parts
        return ()
