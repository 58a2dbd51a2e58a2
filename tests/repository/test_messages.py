"""Every known failure has its sentence in three languages, and no sentence is left over."""

from __future__ import annotations

import re
import string
import tomllib

from tests.conftest import ROOT

CODE = re.compile(r"""["']([a-z][a-z_0-9]*\.[a-z][a-z_0-9]*)["']""")
BEGUN = re.compile(r"""f["']([a-z][a-z_0-9]*\.[a-z_0-9]+_)\{""")
"""A code put together at run time: ``f"answer.type_{kind}"``."""
RAISED = re.compile(r"""GsmonError\(\s*["']([a-z_0-9]+\.[a-z_0-9]+)["']""")


def _sentences() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for file in sorted((ROOT / "resources" / "messages").glob("*.toml")):
        for group, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for name, texts in entries.items():
                assert f"{group}.{name}" not in found, f"{file.name}: {group}.{name} stands twice"
                found[f"{group}.{name}"] = texts
    return found


def _sources() -> str:
    files = [*(ROOT / "gsmon_desktop").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_raised_code_has_a_sentence() -> None:
    raised = set(RAISED.findall(_sources()))
    assert len(raised) > 20
    assert raised - set(_sentences()) == set()


def test_no_sentence_is_left_over() -> None:
    used, begun = set(CODE.findall(_sources())), tuple(BEGUN.findall(_sources()))
    used |= {f"{code}_near" for code in used}  # the same sentence with "did you mean"
    assert {code for code in set(_sentences()) - used if not code.startswith(begun)} == set()


def test_three_languages_with_the_same_values() -> None:
    for code, texts in _sentences().items():
        assert set(texts) == {"ru", "kk", "en"}, code
        assert len(set(texts.values())) == 3, f"{code}: two languages say the same words"
        fields = {
            language: {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for language, text in texts.items()
        }
        assert fields["ru"] == fields["kk"] == fields["en"], code
        for text in texts.values():
            assert "\n" not in text.strip(), code
            assert text.strip().endswith((".", "!", "?", "}")), f"{code}: {text}"
