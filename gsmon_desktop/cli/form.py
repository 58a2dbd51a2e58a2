"""`gsmon form`: checks forms, keeps them in the workspace, evaluates expressions, fills a form by steps."""

from __future__ import annotations

import errno
import json
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

import click

from gsmon_desktop import reference
from gsmon_desktop.cli import steps
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, Run
from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Change, Finding, Form, Marks, Session, check, from_xform, load
from gsmon_desktop.forms.graph import expression_problem
from gsmon_desktop.forms.xpath import Value, XPathError, to_string
from gsmon_desktop.interviewing import add_form
from gsmon_desktop.paths import cache_folder
from gsmon_desktop.store import Workspace, forms, local_now

_EMPTY_FORM = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title/>'
    '<model><instance><data id="empty"><meta/></data></instance></model></h:head><h:body/></h:html>'
)
_file = click.argument("file", type=click.Path(path_type=Path))
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


@click.group("form")
def form() -> None:
    """Questionnaires: check, keep, evaluate, fill."""


@form.command("check")
@_file
@_json
@click.pass_obj
def check_(run: Run, file: Path, as_json: bool) -> None:
    """Reads an .xlsx or .xml form and tells what is wrong, with sheet, row and column."""
    known = reference.edition()
    report = check(file, Marks(frozenset(known.items), frozenset(known.roles)))
    if as_json:
        findings = [_finding(finding, run.language) for finding in report.findings]
        print(json.dumps({"ok": report.ok, "findings": findings}, ensure_ascii=False))
    else:
        for finding in report.findings:
            print(f"{_LEVELS[run.language][finding.level]}: {_sentence(finding, run.language)}")
        if not report.findings:
            print(_FINE[run.language].format(file=file))
    if not report.ok:
        raise SystemExit(NOT_ALL_RIGHT)


@form.command("add")
@_file
@_json
@click.pass_obj
def add(run: Run, file: Path, as_json: bool) -> None:
    """Puts a form into the workspace; new interviews use it."""
    with Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase) as ws:
        added = add_form(ws, file, now=local_now)
    if as_json:
        print(
            json.dumps(_described(added.form_id, added.version, added.title, added.hash), ensure_ascii=False)
        )
    else:
        print(f"{added.form_id} {added.version}  {added.title}")


@form.command("list")
@_json
@click.pass_obj
def list_(run: Run, as_json: bool) -> None:
    """Lists the workspace's forms, the latest version of each first."""
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws:
        kept = forms.listing(ws)
    if as_json:
        rows = [_described(f.form_id, f.version, f.title, f.hash) | {"added": f.added} for f in kept]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for version in kept:
        print(f"{version.form_id}  {version.version}  {version.added[:16]}  {version.title}")


@form.command("eval")
@click.option(
    "--form",
    "file",
    type=click.Path(path_type=Path),
    help="The form to evaluate in; an empty one if left out.",
)
@click.option("--answers", type=click.Path(path_type=Path), help="JSON object of values by path.")
@click.pass_obj
def eval_(run: Run, file: Path | None, answers: Path | None) -> None:
    """Evaluates expressions from stdin, a JSON string a line, at the form's root."""
    session = _session(run, file)
    _give(session, _answers(answers) if answers else {})
    well = True
    for line in steps.typed():
        reply = _evaluated(line, session, run.language)
        well = well and "error" not in reply
        print(json.dumps(reply, ensure_ascii=False), flush=True)
    if not well:
        raise SystemExit(NOT_ALL_RIGHT)


@form.command("fill")
@_file
@click.pass_obj
def fill(run: Run, file: Path) -> None:
    """Fills a form by steps from stdin, a JSON object a line; answers one JSON line a step."""

    def say(reply: dict[str, Any]) -> None:
        print(json.dumps(reply, ensure_ascii=False), flush=True)

    if not steps.run(steps.typed(), _Filler(_session(run, file)), say, run.language):
        raise SystemExit(NOT_ALL_RIGHT)


class _Filler:
    """Steps on a session alone: nothing is kept."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def answer(self, path: str, value: str | None) -> Change:
        return self.session.set(path, value)

    def add(self, repeat: str) -> Change:
        return self.session.add(repeat)

    def remove(self, repeat: str, at: int) -> Change:
        return self.session.remove(repeat, at)

    def set_language(self, language: str) -> Change:
        return self.session.set_language(language)

    def attach(self, path: str, file: Path, *, large: bool = False, shrink: bool = False) -> Change:
        del large, shrink  # nothing is kept
        if not file.is_file():
            raise GsmonError("form.unreadable", str(file), reason=FileNotFoundError(errno.ENOENT, ""))
        return self.session.set(path, file.name)

    def finish(self) -> str:
        return self.session.finish()


def _session(run: Run, file: Path | None) -> Session:
    opened: Form = load(file, cache=cache_folder()) if file else from_xform(_EMPTY_FORM, {})
    return Session(opened, now=local_now, language=run.language)


def _answers(file: Path) -> dict[str, str]:
    try:
        answers = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GsmonError("form.answers", str(file)) from error
    if not isinstance(answers, dict) or not all(
        isinstance(v, str | int | float | None) for v in answers.values()
    ):
        raise GsmonError("form.answers", str(file))
    return {path: "" if value is None else str(value) for path, value in answers.items()}


def _give(session: Session, answers: dict[str, str]) -> None:
    """Puts answers in, rows added as paths name them."""
    for path, value in answers.items():
        at = path.find("[")
        while at >= 0:
            repeat, number = path[:at], path[at + 1 : path.find("]", at)]
            while number.isdigit() and session.rows(repeat) < int(number):
                session.add(repeat)
            at = path.find("[", at + 1)
        session.set(path, value)


def _evaluated(line: str, session: Session, language: str) -> dict[str, Any]:
    try:
        text = json.loads(line)
    except ValueError:
        text = None
    if not isinstance(text, str):
        return {"error": sentence(GsmonError("step.not_text"), language)}
    try:
        value = session.evaluate(text)
    except XPathError as error:
        return {"error": sentence(expression_problem(error, text), language)}
    except GsmonError as error:
        return {"error": sentence(error, language)}
    return _typed(value)


def _typed(value: Value) -> dict[str, Any]:
    """The value and its type. A number that JSON cannot hold (NaN, Infinity) is given as a string of that
    name."""
    if isinstance(value, bool):
        return {"value": value, "type": "boolean"}
    if isinstance(value, float):
        plain: object = value
        if not isfinite(value):
            plain = to_string(value)
        elif value.is_integer() and abs(value) < 1e15:
            plain = int(value)
        return {"value": plain, "type": "number"}
    if isinstance(value, date | datetime):
        return {"value": to_string(value), "type": "date"}
    if isinstance(value, list):
        return {"value": [node.text() for node in value], "type": "nodeset"}
    return {"value": value, "type": "string"}


def _described(form_id: str, version: str, title: str, digest: str) -> dict[str, str]:
    return {"form": form_id, "version": version, "title": title, "hash": digest}


def _sentence(finding: Finding, language: str) -> str:
    return sentence(GsmonError(finding.code, finding.place, **finding.values), language)


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "level": finding.level,
        "code": finding.code,
        "place": finding.place,
        "sheet": finding.sheet or None,
        "row": finding.row or None,
        "column": finding.column or None,
        "message": _sentence(finding, language),
    }


_LEVELS = {
    "ru": {"error": "ошибка", "warning": "замечание"},
    "kk": {"error": "қате", "warning": "ескерту"},
    "en": {"error": "error", "warning": "warning"},
}
_FINE = {
    "ru": "{file}: ошибок и замечаний нет.",
    "kk": "{file}: қате де, ескерту де жоқ.",
    "en": "{file}: no errors, no warnings.",
}
COMMANDS: tuple[click.Command, ...] = (form,)
