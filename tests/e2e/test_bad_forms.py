"""Files that are no form, or a bad one, through the real commands: one clear line, never a traceback."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.e2e.gsmon import run
from tests.forms.test_load import GOOD, Rows, workbook

FILES = ROOT / "tests" / "forms" / "files"
HEAD = ["type", "name", "label"]
ENTITIES = '<!DOCTYPE h [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
)
XFORM = """{top}<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>{title}</h:title><model><instance><data id="x"><a/>{more}</data></instance>
<instance id="l" src="{source}"/><bind nodeset="/data/a"/></model></h:head><h:body/></h:html>"""


def text(content: str | bytes) -> Callable[[Path], None]:
    """Writes a file's content."""
    return lambda path: void(path.write_bytes(content if isinstance(content, bytes) else content.encode()))


def book(survey: Rows, **sheets: Rows) -> Callable[[Path], None]:
    """Writes a workbook."""
    return lambda path: void(workbook(path, survey, **sheets))


def kept(name: str) -> Callable[[Path], None]:
    """A file made by another program: a workbook encrypted by Excel's rules, one saved by LibreOffice."""
    return lambda path: void(shutil.copy(FILES / name, path))


def xform(top: str = "", title: str = "T", more: str = "", source: str = "jr://file/x.csv") -> str:
    """An XForm with something bad in it."""
    return XFORM.format(top=top, title=title, more=more, source=source)


def cut_short(path: Path) -> None:
    """A workbook of which half came through."""
    data = workbook(path, GOOD).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def swapped(part: bytes) -> Callable[[Path], None]:
    """A workbook whose sheet is something else."""

    def write(path: Path) -> None:
        plain = workbook(path.with_name("plain.xlsx"), GOOD)
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.namelist():
                new.writestr(entry, part if entry.endswith("sheet1.xml") else old.read(entry))

    return write


def void(_: object) -> None:
    """For lambdas whose value nobody wants."""


UNREADABLE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "truncated": ("f.xlsx", cut_short, "f.xlsx: The Excel workbook is damaged"),
    "password": ("f.xlsx", kept("locked.xlsx"), "f.xlsx: The workbook is locked with a password"),
    "xls": ("f.xls", kept("old.xls"), "f.xls: The workbook is in the old .xls format"),
    "xls as xlsx": ("f.xlsx", kept("old.xls"), "f.xlsx: The workbook is in the old .xls format"),
    "csv in cp1251": ("f.csv", text("type,name\ntext,я\n".encode("cp1251")), "f.csv: This is not an Excel"),
    "table in cp1251": (
        "f.md",
        text("| survey |\n| | Да |\n".encode("cp1251")),
        "f.md: The file is not in UTF-8",
    ),
    "control character": ("f.md", text("| survey |\n| | a\0b |\n"), "f.md: 2: The text has a control"),
    "10,000 columns": (
        "f.xlsx",
        book([[*HEAD, *(f"c{n}" for n in range(9_997))], ["text", "a", "A"]]),
        "f.xlsx: survey: The sheet has 10000 columns",
    ),
    "10,000 settings": (
        "f.xlsx",
        book(GOOD, settings=[[f"c{n}" for n in range(10_000)], ["x"]]),
        "f.xlsx: settings: The sheet has 10000 columns",
    ),
    "zip bomb": ("f.xlsx", swapped(b" " * 60_000_000), "f.xlsx: Unpacked, the workbook is over 200 MB"),
    "entities in a workbook": (
        "f.xlsx",
        swapped(f"{ENTITIES}]><x>&j;</x>".encode()),
        "f.xlsx: The Excel workbook is damaged",
    ),
    "groups nested absurdly": (
        "f.xlsx",
        book(
            [
                HEAD,
                *(["begin_group", f"g{n}", "G"] for n in range(3_000)),
                ["text", "a", "A"],
                *(["end_group"] for _ in range(3_000)),
            ]
        ),
        "survey!92: Elements are nested over 90 levels deep",
    ),
    "dtd": ("f.xml", text(xform("<!DOCTYPE html>")), "f.xml: The XML declares a DOCTYPE"),
    "external entity": (
        "f.xml",
        text(xform('<!DOCTYPE h [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")),
        "f.xml: The XML declares a DOCTYPE",
    ),
    "entity expansion": ("f.xml", text(xform(f"{ENTITIES}]>", "&j;")), "f.xml: The XML declares a DOCTYPE"),
    "xml nested absurdly": (
        "f.xml",
        text(xform(more="<g>" * 50_000 + "</g>" * 50_000)),
        "f.xml: Elements are nested over 100",
    ),
    "xml in cp1251": ("f.xml", text(xform(title="Да").encode("cp1251")), "f.xml: The file is not in UTF-8"),
    "xml leaving the folder": (
        "f.xml",
        text(xform(source="jr://file/../../x.csv")),
        "f.xml: The file name “jr://file/../../x.csv” is not allowed",
    ),
    "no file": ("f.xlsx", lambda _path: None, "f.xlsx: The file does not open"),
}


def said(path: Path, *command: str | Path) -> str:
    """The one line on stderr of a command that exits with 2."""
    done = run(*command, path)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    return line


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, case: str) -> None:
    name, write, start = UNREADABLE[case]
    write(tmp_path / name)
    line = said(tmp_path / name, "form", "check")
    assert line.startswith(f"gsmon: {tmp_path}/{start}" if case == "no file" else f"gsmon: {start}")


WRONG: dict[str, tuple[Rows, dict[str, Rows], str]] = {
    "no choices": ([HEAD, ["select_one yn", "a", "A"]], {}, "survey!A2: The workbook has no sheet choices"),
    "another list": (
        [HEAD, ["select_one yn", "a", "A"]],
        {"choices": [["list_name", "name", "label"], ["ny", "y", "Y"]]},
        "survey!A2: There is no list “yn”",
    ),
    "duplicate names": ([HEAD, ["text", "a", "A"], ["text", "a", "B"]], {}, "survey!B3: This group has"),
    "a path for a list": (
        [HEAD, ["select_one_from_file ../../x.csv", "a", "A"]],
        {},
        "survey!A2: The file name “jr://file-csv/../../x.csv”",
    ),
    "a path in pulldata": (
        [
            [*HEAD, "calculation"],
            ["text", "a", "A", None],
            ["calculate", "b", None, "pulldata('../x', 'a', 'b', ${a})"],
        ],
        {},
        "survey!D3: The file name “jr://file-csv/../x.csv”",
    ),
    "an expression nested absurdly": (
        [[*HEAD, "relevant"], ["text", "a", "A", "(" * 5_000 + "1" + ")" * 5_000]],
        {},
        "survey!D2: The expression does not read from character 65",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_form_is_told_by_check_and_refused_by_add(tmp_path: Path, workspace: Path, case: str) -> None:
    survey, sheets, start = WRONG[case]
    path = workbook(tmp_path / "f.xlsx", survey, **sheets)
    assert said(path, "--workspace", workspace, "form", "add").startswith(f"gsmon: {start}")
    done = run("form", "check", path)
    assert (done.returncode, done.stderr) == (1, "")
    assert [line for line in done.stdout.splitlines() if line.startswith(f"error: {start}")]


def findings(path: Path) -> Iterator[tuple[str, str]]:
    """Code and place of every finding."""
    told = json.loads(run("form", "check", path, "--json").stdout)["findings"]
    yield from ((finding["code"], finding["place"]) for finding in told)


def test_rows_and_columns_behind_empty_ones_are_not_lost_in_silence(tmp_path: Path) -> None:
    gap: Rows = [[] for _ in range(70)]
    survey = [[*HEAD, *[None] * 30, "relevant"], ["text", "a", "A"], *gap, ["text", "z", "Z"]]
    assert list(findings(workbook(tmp_path / "f.xlsx", survey))) == [
        ("form.unread_column", "survey!AH1"),
        ("form.unread_rows", "survey!73"),
    ]


def test_a_pattern_that_hangs_elsewhere_answers_at_once(tmp_path: Path) -> None:
    survey = [[*HEAD, "constraint", "default"], ["text", "a", "A", "regex(., '^(a+)+$')", "a" * 5_000 + "b"]]
    assert list(findings(workbook(tmp_path / "f.xlsx", survey))) == [("form.default_refused", "survey!E2")]
