"""`gsmon form`: check, add, list, eval, fill, as scripts run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.e2e.gsmon import lines, run, steps
from tests.forms.test_load import GOOD, workbook

MASS = ROOT / "resources" / "forms" / "mass_survey.xlsx"
FORM = """
| survey |               |       |                     |                     |          |            |
|        | type          | name  | label::Русский (ru) | label::Қазақша (kk) | required | constraint |
|        | integer       | age   | Возраст             | Жасыңыз             | yes      | . < 120    |
|        | begin_repeat  | visit | Визит               | Келу                |          |            |
|        | select_one yn | paid  | Платно?             | Ақылы ма?           |          |            |
|        | end_repeat    |       |                     |                     |          |            |
| choices |              |       |                     |                     |
|        | list_name     | name  | label::Русский (ru) | label::Қазақша (kk) |
|        | yn            | yes   | Да                  | Иә                  |
|        | yn            | no    | Нет                 | Жоқ                 |
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small form as a Markdown table."""
    path = tmp_path / "visit.md"
    path.write_text(FORM, encoding="utf-8")
    return path


def test_check_tells_findings_and_exits_by_them(tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx", GOOD)
    done = run("form", "check", good, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"ok": True, "findings": []})
    survey = [["type", "name", "label", "calculation", "relevnt"], ["calculate", "b", None, "foo()", None]]
    done = run("form", "check", workbook(tmp_path / "bad.xlsx", survey), "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert not told["ok"]
    assert [(f["level"], f["place"], f["sheet"], f["row"], f["column"]) for f in told["findings"]] == [
        ("error", "survey!E1", "survey", 1, "E"),
        ("error", "survey!D2", "survey", 2, "D"),
    ]
    plain = run("form", "check", tmp_path / "bad.xlsx")
    assert plain.returncode == 1
    assert plain.stdout.splitlines()[0].startswith("error: survey!E1: The column “relevnt”")


@pytest.mark.parametrize(("name", "data"), [("x.xlsx", b""), ("x.xlsx", b"a,b\n1,2\n"), ("x.xml", b"<a>")])
def test_what_cannot_be_read_is_one_line_and_exit_2(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    for command in (("form", "check"), ("form", "fill")):
        done = run(*command, tmp_path / name)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" not in done.stderr


def test_the_mass_survey_checks_without_a_finding() -> None:
    done = run("form", "check", MASS, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"ok": True, "findings": []})


def test_add_and_list(workspace: Path, small: Path) -> None:
    added = run("--workspace", workspace, "form", "add", small, "--json")
    assert added.returncode == 0, added.stderr
    assert json.loads(added.stdout)["form"] == "visit"
    listed = json.loads(run("--workspace", workspace, "form", "list", "--json").stdout)
    assert {row["form"] for row in listed} >= {"visit"}
    assert json.loads(added.stdout)["hash"] in {row["hash"] for row in listed}


def test_eval_on_an_empty_form_and_on_answers(small: Path, tmp_path: Path) -> None:
    expressions = ["1 + 1", "concat('a', 2)", "1 = 1", "date('2025-03-01') + 1", "1 div 0", "foo()", "1 +"]
    done = run("form", "eval", stdin="".join(json.dumps(text) + "\n" for text in expressions))
    assert done.returncode == 1
    told = lines(done)
    assert told[0] == {"value": 2, "type": "number"}
    assert told[1] == {"value": "a2", "type": "string"}
    assert told[2] == {"value": True, "type": "boolean"}
    assert told[4] == {"value": "Infinity", "type": "number"}
    assert all("error" in reply for reply in told[5:])
    answers = tmp_path / "a.json"
    answers.write_text(
        json.dumps({"/data/age": 40, "/data/visit[1]/paid": "yes", "/data/visit[2]/paid": "no"})
    )
    texts = ["/data/age * 2", "count(/data/visit)", "/data/visit/paid"]
    done = run(
        "form",
        "eval",
        "--form",
        small,
        "--answers",
        answers,
        stdin="".join(json.dumps(t) + "\n" for t in texts),
    )
    assert lines(done) == [
        {"value": 80, "type": "number"},
        {"value": 2, "type": "number"},
        {"value": ["yes", "no"], "type": "nodeset"},
    ]


def test_fill_by_steps(small: Path) -> None:
    done = run(
        "form",
        "fill",
        small,
        stdin=steps(
            {"state": True},
            {"set": "/data/age", "value": "130"},
            {"set": "/data/age", "value": "old"},
            {"add": "/data/visit"},
            {"set": "/data/visit[2]/paid", "value": "yes"},
            {"language": "kk"},
            {"finish": True},
            {"set": "/data/age", "value": "40"},
            {"remove": "/data/visit", "at": 1},
            {"finish": True},
        ),
        GSMON_LANGUAGE="ru",
    )
    assert done.returncode == 1
    first, high, wrong, *_, refused, mended, _removed, last = lines(done)
    assert first["missing"] == ["/data/age"]
    assert first["relevant"] == ["/data/age", "/data/visit[1]/paid"]
    assert first["choices"] == {"/data/visit[1]/paid": ["yes", "no"]}
    assert first["labels"]["/data/age"] == "Возраст"
    assert high == mended == {"ok": True}
    assert not wrong["ok"]
    assert "old" in wrong["error"]
    assert not refused["ok"]
    assert [problem["path"] for problem in refused["invalid"]] == ["/data/age"]
    assert refused["labels"]["/data/age"] == "Жасыңыз"
    assert last["ok"]
    assert last["answers"]["/data/visit[1]/paid"] == "yes"
    assert "<age>40</age>" in last["instance"]


def test_broken_lines_are_said_and_do_not_end_the_filling(small: Path) -> None:
    done = run("form", "fill", small, stdin='nonsense\n\n[1]\n{"set": 5}\n{"state": true}\n')
    told = lines(done)
    assert [reply["ok"] for reply in told] == [False, False, False, True]
    assert done.returncode == 1


WRONG_STEPS: list[tuple[object, str]] = [
    ({"set": "/data/age"}, "The step set is written wrongly"),
    ({"set": "/data/age", "value": 5}, "The step set is written wrongly"),
    ({"set": "/data/nope", "value": "5"}, "/data/nope: The form has no such question"),
    ({"set": "/data/visit", "value": "5"}, "/data/visit: This is a group"),
    ({"set": "/data/visit[9]/paid", "value": "yes"}, "/data/visit[9]/paid: The form has no such question"),
    ({"set": "/data/visit[1]/paid", "value": "maybe"}, "/data/visit[1]/paid: “maybe” is not among"),
    ({"set": "/data/age", "value": "1.5"}, "/data/age: “1.5” is no whole number"),
    ({"set": "/data/meta/instanceID", "value": "x"}, "/data/meta/instanceID: The form fills this value in"),
    ({"set": "/data/age", "value": "\u0001"}, "/data/age: The answer has characters"),
    ({"add": "/data/age"}, "/data/age: The form has no such repeat"),
    ({"add": 1}, "The step add is written wrongly"),
    ({"remove": "/data/visit", "at": 7}, "/data/visit: There is no row 7, there are 1"),
    ({"remove": "/data/visit", "at": 0}, "/data/visit: There is no row 0"),
    ({"remove": "/data/visit", "at": True}, "The step remove is written wrongly"),
    ({"remove": "/data/visit"}, "The step remove is written wrongly"),
    ({"language": "fr"}, "The form has no language “fr”"),
    ({"state": False}, "The step state is written wrongly"),
    ({"attach": "/data/age", "file": "nowhere.jpg"}, "nowhere.jpg: The file does not open"),
    ({"jump": "/data/age"}, "There is no such step. There are: set, add, remove"),
    ({}, "There is no such step"),
    (None, "The line does not read as JSON"),
    ({"finish": True}, "The form is not finished: 1 unanswered, 0 with an error"),
]


def test_every_wrong_step_says_why_and_changes_nothing(small: Path) -> None:
    asked = "".join(json.dumps(step) + "\n" for step, _ in WRONG_STEPS)
    state = json.dumps({"state": True}) + "\n"
    done = run("form", "fill", small, stdin=state + asked + state)
    first, *replies, last = lines(done)
    assert (done.returncode, done.stderr) == (1, "")
    for (step, start), reply in zip(WRONG_STEPS, replies, strict=True):
        assert reply["ok"] is False, step
        assert reply["error"].startswith(start), step
        assert set(reply) == ({*last, "error"} if step == {"finish": True} else {"ok", "error"})
    assert first == last
    assert set(last) == {"ok", "answers", "relevant", "invalid", "missing", "choices", "labels"}


def test_eval_answers_in_the_users_language_and_types_every_value(small: Path) -> None:
    texts = [
        "today()",
        "now()",
        "0 div 0",
        "/data/visit",
        "''",
        "foo()",
        "1 +",
        "regex('a', '[')",
        "/data/@id",
    ]
    stdin = "".join(json.dumps(text) + "\n" for text in texts) + "1 + 1\n"
    done = run("form", "eval", "--form", small, stdin=stdin, GSMON_LANGUAGE="ru")
    told = lines(done)
    assert done.returncode == 1
    types = [reply.get("type") for reply in told]
    assert types == ["date", "date", "number", "nodeset", "string", None, None, None, "nodeset", None]
    assert told[2]["value"] == "NaN"
    assert told[5]["error"].startswith("Функции «foo» нет")
    assert told[6]["error"].startswith("Выражение не читается с 4-го знака")
    assert told[7]["error"].startswith("Шаблон «[» в regex()")
    assert told[9]["error"].startswith("Строка не является текстом JSON")


@pytest.mark.parametrize(
    ("answers", "start"),
    [
        ("[1]", "a.json: "),
        ("{", "a.json: "),
        ('{"/data/nope": "1"}', "/data/nope: The form has no such question"),
        ('{"/data/age": "x"}', "/data/age: “x” is no whole number"),
        ('{"/data/visit[100000]/paid": "yes"}', "/data/visit"),
    ],
)
def test_answers_that_do_not_fit_are_one_line(small: Path, answers: str, start: str) -> None:
    (small.parent / "a.json").write_text(answers)
    done = run("form", "eval", "--form", small, "--answers", small.parent / "a.json", stdin='"1"\n')
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.removeprefix("gsmon: ").removeprefix(f"{small.parent}/").startswith(start)
