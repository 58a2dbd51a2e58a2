"""The frame of the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gsmon_desktop.cli.main import MODULES, Commands, globals_first, gsmon, main, system_language


def _no_window(_workspace: Path, _passphrase: str | None) -> int:
    raise AssertionError("the window was opened")


def test_options_of_the_run_may_stand_anywhere() -> None:
    assert globals_first(["score", "--json", "--workspace", "w", "--language=kk"]) == [
        "--workspace", "w", "--language=kk", "score", "--json",
    ]  # fmt: skip
    assert globals_first(["form", "check", "--", "--workspace"]) == ["form", "check", "--", "--workspace"]
    assert globals_first(["score", "--workspace"]) == ["--workspace", "score"]


def test_every_command_is_where_the_table_says() -> None:
    assert isinstance(gsmon, Commands)
    for name in MODULES:
        assert gsmon.commands.get(name) is None  # nothing was imported before it was asked for
        command = gsmon.get_command(
            gsmon.make_context("gsmon", ["score"], obj=None, resilient_parsing=True), name
        )
        assert command is not None
        assert command.name == name


def test_alone_it_opens_the_window_on_the_workspace(tmp_path: Path) -> None:
    opened: list[Path] = []

    def window(workspace: Path, passphrase: str | None) -> int:
        assert passphrase is None
        opened.append(workspace)
        return 7

    assert main(["--workspace", str(tmp_path)], window) == 7
    assert opened == [tmp_path]


@pytest.mark.parametrize(
    "words", [["nope"], ["--nope"], ["score", "--by", "nothing"], ["form"], ["form", "check"]]
)
def test_wrong_use_is_one_line_and_exit_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words, _no_window) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1


def test_a_missing_passphrase_file_is_said_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = set()
    for language in ("ru", "kk", "en"):
        words = ["--language", language, "--passphrase-file", str(tmp_path / "none"), "score"]
        assert main(words, _no_window) == 2
        said.add(capsys.readouterr().err)
    assert len(said) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the system")
@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("", "ru"),
        ("C.UTF-8", "ru"),
        ("kk_KZ.UTF-8", "kk"),
        ("en_GB", "en"),
        ("ru_RU.UTF-8", "ru"),
        ("de_DE", "ru"),
    ],
)
def test_the_language_is_the_systems(monkeypatch: pytest.MonkeyPatch, words: str, language: str) -> None:
    for key in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", words)
    assert system_language() == language
