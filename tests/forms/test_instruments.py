"""The instruments beside the mass survey: sound as documents, and each walked to its end by the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.field.targets import progress
from gsmon_desktop.forms import Form, Session, check, load
from gsmon_desktop.interviewing import add_form, start
from gsmon_desktop.interviewing.overview import summary
from gsmon_desktop.paths import resources
from gsmon_desktop.scoring import counts
from gsmon_desktop.store import Workspace, interviews

LANGUAGES = ("Русский (ru)", "Қазақша (kk)", "English (en)")
KAZAKH_ONLY = frozenset("әғқңөұүһі")
NAMES = (
    "visit_office",
    "visit_self_service",
    "visit_portal",
    "test_call",
    "depth_interview_provider",
    "depth_interview_recipient",
    "focus_group",
    "desk_research",
    "field_control",
)
NOW = datetime(2025, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=5)))
SILENT = {"calculate", "start", "end", "today", "deviceid", "username"}
EVERY = pytest.mark.parametrize("name", NAMES)

Row = Mapping[str, str]


def workbook(name: str) -> Path:
    return resources() / "forms" / f"{name}.xlsx"


@cache
def sheet(name: str, title: str) -> tuple[Row, ...]:
    """Rows of a sheet as mappings of column to text, empty cells left out."""
    rows = load_workbook(workbook(name))[title].iter_rows(values_only=True)
    columns = [str(cell) for cell in next(rows)]
    return tuple({c: str(v) for c, v in zip(columns, row, strict=True) if v is not None} for row in rows)


@cache
def form(name: str) -> Form:
    return load(workbook(name))


def texts(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every text people read, in its three languages."""
    for title in ("survey", "choices"):
        for row in sheet(name, title):
            for column in ("label", "hint", "required_message", "constraint_message"):
                values = tuple(row.get(f"{column}::{language}", "") for language in LANGUAGES)
                if any(values):
                    yield f"{title}/{row['name']}/{column}", values


@EVERY
def test_converts_without_a_warning_and_has_no_findings(name: str) -> None:
    assert convert(str(workbook(name)), file_type=".xlsx", validate=False).warnings == []
    assert check(workbook(name)).findings == ()
    assert form(name).form_id == name
    assert form(name).languages == LANGUAGES


@EVERY
def test_every_text_is_in_three_languages(name: str) -> None:
    for where, values in texts(name):
        russian, kazakh, english = values
        assert all(value and value == value.strip() for value in values), where
        assert russian != kazakh, where
        assert not KAZAKH_ONLY & set(russian.lower()), where
        assert re.search(r"[a-z]", english), where
        assert not re.search(r"[а-яё]", re.sub(r"ЦОН|ЭЦП", "", english).lower()), where
        if len(kazakh) > 40:
            assert KAZAKH_ONLY & set(kazakh.lower()), where
    for row in sheet(name, "survey"):
        if "name" in row:
            assert ("label::Русский (ru)" in row) == (row["type"] not in SILENT), row["name"]


@EVERY
def test_marks_are_known_and_nothing_is_scored(name: str) -> None:
    assert not form(name).by_item
    assert set(form(name).by_role) <= set(reference.edition().roles)
    assert {"interviewer", "outcome", "has_barriers", "barrier", "recommendation", "addressee"} <= set(
        form(name).by_role
    )
    for row in sheet(name, "survey"):
        if reference.edition().roles.get(row.get("bind::gsmon:role", "")) == "score":
            assert row["type"] == "select_one score", row["name"]


def test_every_role_of_the_edition_is_asked_somewhere() -> None:
    asked = {role for name in (*NAMES, "mass_survey") for role in form(name).by_role}
    assert asked == set(reference.edition().roles)


class Filling:
    """A new record of an instrument: some answers are named, all else that must be answered is made up."""

    def __init__(self, name: str, **answers: str) -> None:
        self.form = form(name)
        self.named = answers
        self.session = Session(self.form, now=lambda: NOW, username="Айгерим Н.")
        self.answer_all()

    def answer_all(self) -> None:
        """Answers whatever is missing, and what was named, until nothing is."""
        for path in self.session.asked():
            self._named(path)
        while missing := self.session.missing():
            for path in missing:
                if path in self.session.asked() and not self._named(path):
                    self.session.set(path, self._made_up(path))
            for path in self.session.asked():
                self._named(path)

    def _named(self, path: str) -> bool:
        name = path.rsplit("/", 1)[1]
        if name in self.named and self.session.value(path) != self.named[name]:
            self.session.set(path, self.named[name])
        return name in self.named

    def _made_up(self, path: str) -> str:
        element = self.form.elements[re.sub(r"\[\d+\]", "", path)]
        if element.type == "select_one":
            return self.session.choices(path)[0].value
        plain = {"integer": "20", "decimal": "2.5", "date": "2025-11-24", "time": "10:30:00.000+05:00"}
        return {**plain, "image": "made-up.jpg"}.get(element.type, "Так и было")

    def asked(self) -> set[str]:
        return {path.rsplit("/", 1)[1] for path in self.session.asked()}

    def path(self, name: str) -> str:
        (found,) = [path for path in self.session.asked() if path.endswith(f"/{name}")]
        return found

    def attach(self, name: str, file: str) -> None:
        self.session.set(self.path(name), file)

    def invalid(self) -> set[str]:
        return {problem.path.rsplit("/", 1)[1] for problem in self.session.invalid()}

    def finish(self) -> str:
        """The instance, as it is frozen."""
        assert self.invalid() == set()
        return self.session.finish()


MEDIA = {
    "visit_office": {"photo_building": "ramp.jpg", "photo": "hall.jpg", "conflict_video": "row.mp4"},
    "visit_self_service": {"photo_equipment": "screen.jpg", "photo": "zone.jpg"},
    "visit_portal": {"photo_application": "error.png", "photo": "card.png"},
    "test_call": {"recording": "call.m4a"},
    "depth_interview_provider": {"consent_paper": "paper.jpg", "recording": "talk.m4a"},
    "depth_interview_recipient": {"recording": "talk.m4a"},
    "focus_group": {"recording": "group.mp4", "recording_audio": "group.m4a"},
    "desk_research": {"source_file": "rules.pdf", "mismatch_picture": "portal.png"},
    "field_control": {},
}
PLAIN = {
    "checked_interview": "17",
    "dialled": "1414",
    "group_size": "6",
    "tries": "2",
    "consent_way": "signed",
    "conflict": "yes",
    "has_mismatches": "yes",
    "computers_working": "20",
    "verdict": "partly",
    "mismatch_kind": "term",
    "has_statistics": "yes",
}


def full(name: str, **answers: str) -> Filling:
    """A record with findings, media and all that can follow."""
    return Filling(name, **{**PLAIN, **answers})


@EVERY
def test_to_its_end_with_media_and_findings(name: str) -> None:
    filling = full(name)
    for question, file in MEDIA[name].items():
        filling.attach(question, file)
    filling.answer_all()
    filling.session.add("/data/recommendations")
    filling.answer_all()
    instance = filling.finish()
    for file in MEDIA[name].values():
        assert f">{file}<" in instance
    assert instance.count("<recommendation_state>proposed<") == 2
    assert filling.session.by_role("outcome") == "complete"
    assert [page for page in filling.session.pages() if page.path.startswith("/data/barriers")]


@EVERY
def test_without_findings_their_rows_are_not_asked(name: str) -> None:
    filling = full(name, has_barriers="no", has_recommendations="no")
    assert not {"barrier", "recommendation", "addressee"} & filling.asked()
    assert "<recommendation_state>" not in filling.finish()


@EVERY
def test_no_answer_of_it_is_lost_on_the_way_to_kazakh(name: str) -> None:
    filling = full(name)
    before = filling.session.stored()
    filling.session.set_language("kk")
    assert filling.session.stored() == before
    assert all(filling.session.label(path) for path in filling.session.asked())


@pytest.mark.parametrize("name", ["visit_office", "visit_self_service", "visit_portal"])
def test_a_visit_that_could_not_be_made_asks_why_and_ends(name: str) -> None:
    filling = full(name, held="no")
    assert "not_held_reason" in filling.asked()
    assert not {"order_info", "difficulties"} & filling.asked()
    filling.finish()
    assert filling.session.by_role("outcome") == "not_held"


def test_a_call_nobody_answered() -> None:
    filling = full("test_call", reached="no")
    assert not {"answer_text", "recording", "minutes_to_person"} & filling.asked()
    filling.finish()
    assert filling.session.by_role("outcome") == "not_reached"


@pytest.mark.parametrize("name", ["depth_interview_provider", "depth_interview_recipient", "focus_group"])
def test_consent_comes_before_the_recording(name: str) -> None:
    order = [path.rsplit("/", 1)[1] for path in full(name).session.asked()]
    assert order.index("consent") < order.index("consent_recording") < order.index("recording")
    silent = full(name, consent_recording="no")
    assert "recording" not in silent.asked()
    assert "no_recording" in silent.asked()
    silent.finish()
    refused = full(name, consent="no")
    assert not {"consent_recording", "recording", "main_points", "has_barriers"} & refused.asked()
    refused.finish()
    assert refused.session.by_role("outcome") == "refused"


@pytest.mark.parametrize(("size", "good"), [("5", False), ("6", True), ("12", True), ("13", False)])
def test_a_focus_group_has_six_to_twelve_participants(size: str, good: bool) -> None:
    filling = full("focus_group", group_size=size)
    assert ("group_size" not in filling.invalid()) == good
    if good:
        assert filling.session.rows("/data/participants") == int(size)
        assert filling.session.label(f"/data/participants[{size}]/participant_note").startswith(
            f"Участник {size}."
        )
        filling.finish()
    else:
        with pytest.raises(GsmonError):
            filling.session.finish()


def test_desk_research_counts_the_share_online() -> None:
    filling = full("desk_research", services_given="200", services_electronic="150")
    assert filling.session.by_role("electronic_share") == "75"
    filling.session.set(filling.path("services_electronic"), "201")
    assert filling.invalid() == {"services_electronic"}


def test_an_interview_that_never_was_cannot_be_confirmed() -> None:
    filling = full("field_control", took_place="no", verdict="confirmed")
    assert filling.invalid() == {"verdict"}
    assert "same_service" not in filling.asked()
    filling.session.set(filling.path("verdict"), "rejected")
    filling.answer_all()


def test_field_control_counts_what_differs() -> None:
    filling = full("field_control", same_place="no", same_person="no", same_way="dk")
    assert filling.session.by_role("control_mismatches") == "2"
    assert "mismatches_note" in filling.asked()
    unreached = full("field_control", call_result="no_answer")
    assert not {"took_place", "verdict"} & unreached.asked()
    unreached.finish()
    assert unreached.session.by_role("outcome") == "not_reached"


def test_nothing_but_the_mass_survey_is_counted(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=lambda: NOW, name="Айгүл") as ws:
        for name in NAMES:
            add_form(ws, workbook(name), now=lambda: NOW)
            filling = full(name)
            interview = start(ws, name, now=lambda: NOW)
            for _ in range(4):  # answers open further rows and questions
                for path, value in filling.session.answers().items():
                    element = form(name).elements[re.sub(r"\[\d+\]", "", path)]
                    if element.shown and path in interview.session.asked() and element.type != "note":
                        interview.answer(path, value)
            interview.finish()
        assert {row.outcome for row in interviews.list(ws)} == {"done"}
        assert len(interviews.list(ws)) == len(NAMES)
        assert counts(ws) == {}
        assert not any(line.done for line in progress(ws, reference.catalogue()))
        today = summary(ws, NOW.date())
        assert (today.day, today.week, today.done) == (0, 0, {})
