"""Reports put the scored questionnaire before the other instruments, whatever their names."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.interviewing import add_form, start
from gsmon_desktop.paths import resources
from gsmon_desktop.reports.interviews import versions
from gsmon_desktop.store import Workspace
from tests.interviewing.tools import REFUSED, put_survey
from tests.store.tools import noon

TALK = {
    "passport/region": "astana",
    "passport/locality": "astana_nura",
    "passport/service": "s03",
    "passport/event_time": "10:30:00.000+05:00",
    "passport/talk_place": "office",
    "passport/interview_language": "kk",
    "consent_page/consent": "no",
}


def test_the_scored_form_comes_first(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл") as ws:
        put_survey(ws, tmp_path)
        add_form(ws, resources() / "forms" / "depth_interview_provider.xlsx", now=noon)
        for form_id, answers in (("depth_interview_provider", TALK), ("visit", REFUSED)):
            interview = start(ws, form_id, now=noon)
            for path, value in answers.items():
                interview.answer(path if path.startswith("/") else f"/data/{path}", value)
            interview.finish()
        assert list(versions(ws)) == ["visit", "depth_interview_provider"]
