"""The window's language: Russian in the code, Kazakh and English from `resources/translations/*.ts`.

The translators read the .ts files themselves, which takes a few milliseconds: nothing is compiled, so a
checkout and the frozen program hold the same files. Russian has a file too, for its plural forms only.
"""

from __future__ import annotations

from functools import cache

from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from gsmon_desktop.errors import LANGUAGES
from gsmon_desktop.paths import read_resource

NAMES = {"ru": "Русский", "kk": "Қазақша", "en": "English"}
"""Languages by code, each in its own words."""

Forms = tuple[str, ...]


class Translator(QTranslator):
    """One language's texts by context and source, straight from its .ts file."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = language
        self._texts = texts(language)

    def translate(
        self, context: object, sourceText: object, disambiguation: object = None, n: int = -1
    ) -> str:
        """The text in this language, in the plural form of `n`; None lets Qt ask the next translator."""
        del disambiguation
        forms = self._texts.get((_text(context), _text(sourceText)))
        if not forms:
            return None  # type: ignore[return-value] # Qt's null string, which its stubs do not know
        return forms[min(plural(self._code, n), len(forms) - 1)] if n >= 0 else forms[0]

    def isEmpty(self) -> bool:
        """Qt asks before it takes a translator in."""
        return not self._texts


class Language(QObject):
    """The window's language; `switch` changes it at once, every widget gets a LanguageChange event.

    An application has one language: a second `Language` takes over from the first.
    """

    switched = Signal(str)

    def __init__(self, app: QCoreApplication, code: str = "ru") -> None:
        super().__init__(app)
        self._app = app
        self.code = ""
        self.switch(code)

    def switch(self, code: str) -> None:
        """Shows everything in another language (ru, kk, en)."""
        if code == self.code or code not in LANGUAGES:
            return
        for translator in self._app.findChildren(QTranslator):
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self.code = code
        QLocale.setDefault(QLocale(code))
        self._app.installTranslator(self._of_qt(code))
        self._app.installTranslator(Translator(code, self._app))
        self.switched.emit(code)

    def _of_qt(self, code: str) -> QTranslator:
        """Qt's own words: the menus of text fields, file dialogs."""
        translator = QTranslator(self._app)
        translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return translator


def is_language_change(event: QEvent) -> bool:
    """For `changeEvent`: is it time to write the texts anew?"""
    return event.type() == QEvent.Type.LanguageChange


@cache
def texts(language: str) -> dict[tuple[str, str], Forms]:
    """(context, source) -> plural forms (one for a plain text) of a language's .ts file."""
    root = ElementTree.fromstring(read_resource(f"translations/gsmon_{language}.ts"))
    found: dict[tuple[str, str], Forms] = {}
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found[name, message.findtext("source") or ""] = tuple(forms)
    return found


def plural(language: str, n: int) -> int:
    """Which plural form a number takes: Russian has three, English and Kazakh two (Kazakh's are alike)."""
    if language != "ru":
        return 0 if n == 1 else 1
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _text(given: object) -> str:
    return given.decode() if isinstance(given, bytes) else str(given)
