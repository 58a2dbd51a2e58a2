"""Every instrument filled by key presses through the real widgets to a finished record with its files, the
window closed in the middle of each; and killed there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import doctor, findings
from gsmon_desktop.store import Workspace, interviews, local_now, media
from tests.conftest import ROOT
from tests.e2e.gsmon import environment
from tests.ui.laptop import ENTER, Laptop, make_workspace
from tests.ui.person import Person, files

WISHES = {
    "region": "astana",
    "group_size": "6",
    "participant_age": "35",
    "age": "35",
    "dialled": "1414",
    "period_from": "010126",
    "period_to": "300926",
    "conflict": "yes",
    "consent_way": "signed",
    "has_barriers": "yes",
    "has_recommendations": "yes",
}
FILES = {
    "visit_office": {"image", "video", "audio"},
    "visit_self_service": {"image", "video", "audio"},
    "visit_portal": {"image", "video", "audio"},
    "test_call": {"audio"},
    "depth_interview_provider": {"image", "audio", "file"},
    "depth_interview_recipient": {"image", "audio", "file"},
    "focus_group": {"image", "audio", "video", "file"},
    "desk_research": {"file", "image"},
    "field_control": set(),
    "mass_survey": set(),
}
"""What each instrument is to have attached at the end."""
QUICK = {("visit_office", "kk"), ("test_call", "ru"), ("desk_research", "kk")}
"""Filled in every test run; the others where there is time."""
EVERY = [
    pytest.param(form, language, marks=[] if (form, language) in QUICK else pytest.mark.slow)
    for form in FILES
    for language in ("ru", "kk")
]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with every form, used by nobody."""
    return make_workspace(tmp_path_factory.mktemp("blank") / "workspace")


@pytest.fixture
def folder(blank: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(blank, tmp_path / "жұмыс"))


class Laptops:
    """One after the other on one workspace."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self._folder = qtbot, folder
        self.open: list[Laptop] = []

    def take(self, language: str) -> Laptop:
        self.put_away()
        self.open.append(Laptop(self._qtbot, self._folder, language))
        return self.open[-1]

    def put_away(self) -> None:
        while self.open:
            desk = self.open.pop()
            desk.screen.leave()
            desk.close()


@pytest.fixture
def laptops(qtbot: QtBot, folder: Path) -> Iterator[Laptops]:
    made = Laptops(qtbot, folder)
    yield made
    for desk in made.open:
        desk.close()


def end(desk: Laptop, person: Person, folder: Path, form: str, language: str) -> None:
    """To the end, and what the disk has then."""
    person.fill()
    view = desk.screen.finish_view
    assert desk.screen.stack.currentWidget() is view
    left = [view.list.item(at).text() for at in range(view.list.count())]
    assert left == []
    desk.key(ENTER, text="\r")
    done = desk.finish()
    desk.close()
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        row = interviews.get(ws, done)
        kinds = {file.type.split("/")[0] for file in media.of(ws, row.number)}
        register = findings.register(ws)
    assert (row.status, row.form_id) == ("finished", form)
    assert row.language == {"ru": "Русский (ru)", "kk": "Қазақша (kk)"}[language]
    asked = {"image", "video", "audio"} & FILES[form]
    assert kinds >= asked | ({"text"} if "file" in FILES[form] else set())
    if form != "mass_survey":
        assert {finding.kind for finding in register} == {"barrier", "recommendation"}


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_filled_by_keys_closed_in_the_middle_and_finished(
    laptops: Laptops, folder: Path, tmp_path: Path, form: str, language: str
) -> None:
    given = files(tmp_path / "телефон")
    desk = laptops.take(language)
    desk.begin(form)
    person = Person(desk, given, WISHES)
    person.fill(until=12)
    interview, at, before = desk.screen.interview_id, desk.at, desk.screen._session().stored()
    assert at
    desk.screen.leave()
    desk = laptops.take(language)
    desk.resume(interview)
    assert desk.at == at
    assert desk.screen._session().stored() == before
    end(desk, Person(desk, given, WISHES), folder, form, language)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "language"), [(form, "ru") for form in FILES])
def test_killed_in_the_middle_loses_nothing_and_is_finished(
    laptops: Laptops, folder: Path, tmp_path: Path, form: str, language: str
) -> None:
    given = files(tmp_path / "телефон")
    command = [
        sys.executable,
        "-m",
        "tests.ui.killed",
        str(folder),
        form,
        language,
        str(given["image"].parent),
    ]
    ended = subprocess.run(
        command, capture_output=True, env=environment(), cwd=ROOT, check=False, timeout=240
    )
    assert ended.returncode < 0, ended.stderr.decode()
    told = [json.loads(line) for line in ended.stdout.decode().splitlines()]
    found = doctor.examine(folder, now=local_now).findings
    assert {finding.code for finding in found} <= {"doctor.media_orphan", "doctor.leftover"}
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        (row,) = interviews.list(ws, status="draft")
        kept = interviews.answers(ws, row.number)
    last = {path: value for path, value in told[-1].items() if path in told[-1]["asked"].split()}
    assert len(last) >= 5
    assert last.items() <= kept.items()
    desk = laptops.take(language)
    desk.resume(row.id)
    end(desk, Person(desk, given, WISHES), folder, form, language)
