"""Another year's methodology is another file: a form marked with its items is filled and scored by it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from gsmon_desktop.interviewing import record
from gsmon_desktop.methodology.edition import parse_edition
from gsmon_desktop.paths import read_resource
from gsmon_desktop.reference import catalogue
from gsmon_desktop.scoring import preview
from gsmon_desktop.store import Workspace
from tests.interviewing.tools import PAPER, SURVEY, put_survey
from tests.store.tools import NOON, noon

ADDED = """
[[zones]]
id = "call_centre"
names = { ru = "Колл-центр", kk = "Колл-орталық", en = "Call centre" }

[[criteria]]
id = "phone"
names = { ru = "Телефон", kk = "Телефон", en = "Phone" }

[[items]]
id = "phone_polite"
criterion = "phone"
zones = { paper = "call_centre" }
source = "methodology"
names = { ru = "Вежливо по телефону", kk = "Телефонмен сыпайы", en = "Polite on the phone" }

"""
TEXT = (
    read_resource("methodology/2025.toml")
    .replace('id = "2025"\nyear = 2025', 'id = "2026"\nyear = 2026', 1)
    .replace("[[bands]]", f"{ADDED}[[bands]]", 1)
    .replace(
        'criterion = "staff"\nzones = { paper = "con" }', 'criterion = "staff"\nzones = { paper = "body" }'
    )
)
FORM = SURVEY.replace(
    "| | select_one score | term |",
    "| | select_one score | polite | Вежливость | Сыпайылық | yes "
    "| ${branch} = 'paper' | | | | phone_polite | |\n"
    "| | select_one score | term |",
)


@pytest.fixture
def asked(ws: Workspace, tmp_path: Path) -> Workspace:
    """Two people asked by next year's questionnaire."""
    put_survey(ws, tmp_path, FORM)
    for polite in ("5", "2"):
        record(
            ws,
            "visit",
            PAPER | {"/data/polite": polite},
            started=NOON,
            finished=NOON + timedelta(minutes=3),
            interviewer="Айгүл",
            now=noon,
        )
    return ws


def test_next_years_items_and_zones_are_scored(asked: Workspace) -> None:
    rules = parse_edition(TEXT, "2026.toml")
    found = preview(asked, rules, catalogue())
    paper = found.services["s01"].forms["paper"]
    assert (found.edition, paper.criteria["phone"].stat.score) == ("2026", 3.5)
    assert {zone: stat.score for zone, stat in paper.zones.items() if stat.score} == {
        "body": 5,
        "call_centre": 3.5,
    }
    assert paper.stat.score == (3.5 + 5) / 2
    assert found.ignored == {}


def test_this_years_methodology_counts_them_apart(asked: Workspace) -> None:
    rules = parse_edition(read_resource("methodology/2025.toml"), "2025.toml")
    found = preview(asked, rules, catalogue())
    assert found.ignored == {"phone_polite paper s01": 2}
    assert found.services["s01"].forms["paper"].stat.score == 5
