"""Forms kept in a workspace: opened ready-made from the cache, except where nothing may lie readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.forms import Session, lists, xlsform
from gsmon_desktop.interviewing import formbook
from gsmon_desktop.paths import cache_folder
from gsmon_desktop.store import Workspace, local_now

FORM = """
| survey |                                |      |       |
|        | type                           | name | label |
|        | select_one_from_file towns.csv | town | Town  |
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A form with a list file beside it, and a cache of the test's own."""
    monkeypatch.setattr(lists, "LONG", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "towns.csv").write_text("name,label\na,Ahm\nb,Bem\n", encoding="utf-8")
    path = tmp_path / "form.md"
    path.write_text(FORM, encoding="utf-8")
    return path


def offered(ws: Workspace, hash: str) -> list[str]:  # noqa: A002
    formbook._open.clear()
    filled = Session(formbook.kept_form(ws, hash), now=local_now)
    return [choice.label for choice in filled.choices("/data/town")]


def test_a_kept_form_is_opened_without_converting_it_again(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.create(tmp_path / "ws", now=local_now) as ws:
        added = formbook.add_form(ws, book, now=local_now)
        assert offered(ws, added.hash) == ["Ahm", "Bem"]

        def unwanted(*_: object, **__: object) -> None:
            raise AssertionError("converted or read again")

        monkeypatch.setattr(xlsform, "from_xform", unwanted)
        monkeypatch.setattr(lists, "_csv", unwanted)
        assert offered(ws, added.hash) == ["Ahm", "Bem"]
        assert formbook.kept_form(ws, added.hash) == added


def test_an_encrypted_workspace_leaves_nothing_in_the_cache(book: Path, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "ws", now=local_now, passphrase="four words of mine") as ws:
        added = formbook.add_form(ws, book, now=local_now)
        assert offered(ws, added.hash) == ["Ahm", "Bem"]
    assert not cache_folder().exists()
