"""Every text of the window in three languages, and the language switched while it is open."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gsmon_desktop.errors import LANGUAGES
from tests.conftest import ROOT
from ui.i18n import Language, plural, texts

TRANSLATED = ("kk", "en")
SAME = {
    "№",
    "Балл",
    "Вектор",
    "Журнал",
    "Интервьюер",
    "Пакет",
    "Портал",
    "интервьюер",
    "супервайзер",
    "2025",
    "Камера",
    "Камера:",
    "−5 с (F7)",
    "«5»",
    "{done} из {target}",
}
"""Words that may be alike in two languages."""


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """What lupdate finds in the code: (context, source) for the full files and for Russian plurals."""
    folder = tmp_path_factory.mktemp("lupdate")
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(file) for file in (ROOT / "ui").rglob("*.py"))
    found: dict[str, set[tuple[str, str]]] = {}
    for name, extra in (("all", []), ("plural", ["-pluralonly"])):
        target = folder / f"{name}.ts"
        command = [str(tool), *sources, "-ts", str(target), "-source-language", "ru", "-silent", *extra]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        found[name] = set(messages(target))
    return found


def messages(file: Path) -> dict[tuple[str, str], Element]:
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def kept(language: str) -> dict[tuple[str, str], Element]:
    return messages(ROOT / "resources" / "translations" / f"gsmon_{language}.ts")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} | (
        {"%n"} if "%n" in text else set()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_untranslated_and_nothing_stale(
    language: str, extracted: dict[str, set[tuple[str, str]]]
) -> None:
    wanted = extracted["plural" if language == "ru" else "all"]
    have = texts(language)
    assert wanted - set(have) == set(), "not translated"
    assert set(kept(language)) - wanted == set(), "no longer in the code"


def test_no_text_hides_from_lupdate() -> None:
    """It reads no expression of an f-string, so a text there would stay Russian in every language."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted((ROOT / "ui").rglob("*.py"))
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("tr", "translate")
    ]
    assert hidden == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_fields_and_are_translations(language: str) -> None:
    for (context, source), forms in texts(language).items():
        for form in forms:
            assert fields(form) == fields(source), (context, source)
            assert form == form.strip(), (context, source)
        assert forms[0] != source or source in SAME, (context, source)


def test_the_three_languages_say_three_things() -> None:
    kazakh, english = texts("kk"), texts("en")
    alike = {source for key, forms in kazakh.items() if forms == english[key] for source in [key[1]]}
    assert alike <= {"{done} из {target}", "2025", "«5»", "№"}


@pytest.mark.parametrize(
    ("language", "n", "form"),
    [
        ("ru", 1, 0),
        ("ru", 3, 1),
        ("ru", 5, 2),
        ("ru", 11, 2),
        ("ru", 21, 0),
        ("ru", 112, 2),
        ("en", 1, 0),
        ("kk", 2, 1),
    ],
)
def test_plural_forms(language: str, n: int, form: int) -> None:
    assert plural(language, n) == form


class Greeter(QLabel):
    """Says a text of the top line."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - overrides Qt
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(QCoreApplication.translate("TopLine", "%n не отправлено", "", 3))
        super().changeEvent(event)


def test_switching_rewrites_open_windows(qtbot: QtBot, language: Language) -> None:
    label = Greeter()
    qtbot.addWidget(label)
    label.show()
    said = []
    for code in ("kk", "en", "ru"):
        with qtbot.waitSignal(language.switched):
            language.switch(code)
        qtbot.waitUntil(lambda: label.text() not in ["", *said])
        said.append(label.text())
    assert said == ["жіберілмегені: 3", "3 not sent", "3 не отправлены"]


def test_qts_own_words_are_translated_too(language: Language) -> None:
    language.switch("kk")
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Көшіру"
    language.switch("xx")
    assert language.code == "kk"
