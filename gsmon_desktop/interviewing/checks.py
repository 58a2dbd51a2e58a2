"""Checks of interviews as interviews: does the form open them, is what was finished still what it was?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form, Session, from_xform, instance
from gsmon_desktop.interviewing import facts, formbook
from gsmon_desktop.store import Workspace, forms, interviews, local_now, quarantine, records
from gsmon_desktop.store.findings import Bench, Check, Finding
from gsmon_desktop.store.media import Progress

_PAGE = 500


def _rows(ws: Workspace, where: str, progress: Progress) -> Iterator[dict[str, Any]]:
    """Interviews with the frozen instance of their current revision, a page at a time."""
    total = int(ws.value(f"SELECT count(*) FROM interview i WHERE {where}"))
    last, done = 0, 0
    while page := ws.query(
        f"""SELECT i.number, i.id, i.form_hash, i.status, i.revision, i.language, i.hash,
            r.hash AS frozen, r.wiped, r.instance FROM interview i
        LEFT JOIN revision r ON r.interview = i.number AND r.revision = i.revision
        WHERE {where} AND i.number > ? ORDER BY i.number LIMIT {_PAGE}""",
        [last],
    ):
        for row in page:
            progress(done, total)
            yield row
            done += 1
        last = page[-1]["number"]


def _forms(ws: Workspace) -> dict[str, Form]:
    """The forms that open, by hash; made anew and not taken from those opened before."""
    opened = {}
    for version in forms.listing(ws):
        content = forms.get(ws, version.hash)
        with suppress(Exception):  # whatever a damaged form does to the engine, it cannot be opened
            opened[version.hash] = from_xform(content.xform, content.files)
    return opened


def trouble(ws: Workspace, row: dict[str, Any], opened: Mapping[str, Form]) -> str:
    """The code of what is wrong with an interview; "" when nothing is."""
    if row["frozen"] is None:
        return "doctor.record_revision"
    form = opened.get(row["form_hash"])
    if form is None:
        return "doctor.record_form"
    answers = interviews.answers(ws, row["number"])
    if any(facts.template(path) not in form.elements for path in answers):
        return "doctor.record_answers"
    if row["status"] == interviews.FINISHED:
        return _finished(form, row, answers)
    return _draft(form, row["language"], answers)


def _finished(form: Form, row: dict[str, Any], answers: dict[str, str]) -> str:
    kept = hashlib.sha256(row["instance"].encode()).hexdigest()
    if row["frozen"] != row["hash"] or kept != (row["wiped"] or row["hash"]):
        return "doctor.record_hash"
    try:
        said = instance.read(form, row["instance"])
    except GsmonError:
        return "doctor.record_xml"
    return "doctor.answers_differ" if _differing(said, answers) else ""


def _differing(said: dict[str, str], answers: dict[str, str]) -> dict[str, str]:
    """Values of the frozen instance that the answers do not have."""
    return {path: value for path, value in said.items() if value and answers.get(path) != value}


def _draft(form: Form, language: str, answers: dict[str, str]) -> str:
    try:
        Session(form, now=local_now, language=language, answers=answers)
    except Exception:  # noqa: BLE001 - damaged values may break anything; the draft then cannot be opened
        return "doctor.record_answers"
    return ""


def _find_broken(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    opened = _forms(ws)
    for row in _rows(ws, "i.status <> 'deleted'", progress):
        if code := trouble(ws, row, opened):
            yield Finding(code, row["id"])


def _mend_broken(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    row = interviews.get(ws, finding.place)
    if finding.code == "doctor.answers_differ":
        xml = interviews.revisions(ws, row.number)[-1]["instance"]
        said = instance.read(formbook.kept_form(ws, row.form_hash), xml)
        put_back = _differing(said, interviews.answers(ws, row.number))
        with ws.transaction() as db:
            records.write(db, row.number, put_back.items())
        return finding.mended("doctor.answers_done", count=len(put_back))
    quarantine.put(ws, row.number, finding.code, at=bench.now)
    return finding.mended("doctor.quarantined_done")


def _find_well(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Interviews in quarantine with which nothing is wrong any more (a newer program, a form added)."""
    held = quarantine.listing(ws)
    was = {row["interview"]: row["status"] for row in ws.query("SELECT interview, status FROM quarantine")}
    if not held:
        return
    numbers, opened = ", ".join(map(str, held)), _forms(ws)
    for row in _rows(ws, f"i.number IN ({numbers})", progress):
        lost = held[row["number"]] == "doctor.lost_interview"
        if not lost and not trouble(ws, {**row, "status": was[row["number"]]}, opened):
            yield Finding("doctor.well_again", row["id"])


def _mend_well(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    quarantine.release(ws, interviews.get(ws, finding.place).number, at=bench.now)
    return finding.mended("doctor.released_done")


def _find_unsearchable(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    del progress
    row = ws.query(
        """SELECT count(*) AS n FROM interview
        WHERE status <> 'deleted' AND number NOT IN (SELECT rowid FROM interview_search)"""
    )[0]
    if row["n"]:
        yield Finding("doctor.search", values={"count": row["n"]})


def _mend_search(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    del bench
    missing = ws.query(
        """SELECT number, form_hash, interviewer FROM interview
        WHERE status <> 'deleted' AND number NOT IN (SELECT rowid FROM interview_search)"""
    )
    for row in missing:
        form = formbook.kept_form(ws, row["form_hash"])
        answers = interviews.answers(ws, row["number"])
        texts = partial(facts.search_texts, form, row["number"], answers, row["interviewer"])
        with ws.transaction() as db:
            records.set_words(db, row["number"], texts())
    return finding.mended("doctor.search_done")


CHECKS = (
    Check(_find_broken, _mend_broken),
    Check(_find_well, _mend_well),
    Check(_find_unsearchable, _mend_search),
)
