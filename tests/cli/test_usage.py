"""What a person reads who wrote a command wrong."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from gsmon_desktop.cli import steps
from gsmon_desktop.cli.main import main
from gsmon_desktop.cli.usage import known
from tests.conftest import ROOT

WRONG = {
    "unknown command": ["nope"],
    "unknown option": ["score", "--nope"],
    "no subcommand": ["form"],
    "missing argument": ["form", "check"],
    "missing option": ["export"],
    "option without value": ["export", "--to"],
    "too many arguments": ["form", "check", "a", "b"],
    "not offered": ["score", "--by", "nothing"],
    "too small": ["export", "--to", "d", "--max-size", "5"],
    "out of range": ["demo", "--interviews", "0"],
    "not a number": ["score", "--since", "then"],
    "neither form nor draft": ["interview", "fill"],
    "two rules": ["workspace", "wipe-personal", "--no-rule", "--days", "3"],
}


def _no_window(_workspace: Path, _passphrase: str | None) -> int:
    raise AssertionError("the window was opened")


def _said(words: list[str], language: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--language", language, *words], _no_window) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    return printed.err


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_use_is_said_in_the_language_asked_for(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert len({_said(words, language, capsys) for language in ("ru", "kk", "en")}) == 3


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("no subcommand", ["gsmon form", "check", "eval"]),
        ("missing argument", ["FILE", "gsmon form check --help"]),
        ("missing option", ["--to", "gsmon export --help"]),
        ("not offered", ["--by", "service, body, region, republic"]),
        ("too small", ["--max-size", "20000"]),
        ("out of range", ["--interviews", "1 ", "100000"]),
    ],
)
def test_the_sentence_has_the_place_and_the_remedy(
    kind: str, parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(WRONG[kind], "en", capsys)
    assert [part for part in parts if part not in said] == []


def test_a_key_that_stops_a_command_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_words: object, **_options: object) -> int:
        raise click.Abort

    monkeypatch.setattr("gsmon_desktop.cli.main.gsmon.main", stopped)
    assert "Stopped from the keyboard" in _said(["score"], "en", capsys)


def test_failures_of_click_without_a_sentence_of_ours_keep_its_words() -> None:
    assert known(click.ClickException("the\nwhy")).values["said"] == "the why"


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as a shell of Linux does")
@pytest.mark.parametrize(
    ("command", "exit_code"),
    [("form eval <&-", 0), ("form fill resources/forms/test_call.xlsx <&-", 0), ("form check >&- 2>&-", 2)],
)
def test_a_closed_stream_is_an_empty_one(command: str, exit_code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m ui {command}"],
        check=False, capture_output=True, cwd=ROOT, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (exit_code, b"", b"")


def test_the_mark_windows_puts_before_the_first_line_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'\xef\xbb\xbf"1 + 1"\n"2"\n'), "utf-8"))
    assert main(["form", "eval"], _no_window) == 0
    assert [json.loads(line)["value"] for line in capsys.readouterr().out.splitlines()] == [2, 2]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff{}\n"))
    assert list(steps.typed()) == ["{}\n"]
