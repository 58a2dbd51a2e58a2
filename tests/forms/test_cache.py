"""Forms kept in the cache: the same as converted anew; damaged files are passed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gsmon_desktop.forms import Form, load
from gsmon_desktop.forms.cache import keep_form, kept_form
from gsmon_desktop.forms.compiled import pack, unpack
from gsmon_desktop.forms.spots import Reader
from tests.conftest import ROOT
from tests.forms.scenario import Scenario, form, snapshot
from tests.forms.test_incremental import SURVEY

MASS_SURVEY = ROOT / "resources" / "forms" / "mass_survey.xlsx"
LABELLED = """
| survey  |                 |      |                 |                 |               |               |
|         | type            | name | label::Ру (ru)  | label::En (en)  | choice_filter | bind::jr:info |
|         | text            | a    | Имя             | Name            |               |               |
|         | select_one c    | b    | Город для ${a}  | Town for ${a}   | k=${a}        |               |
|         | select_multiple_from_file towns.csv | d | Ещё | More           | name != ${a}  |               |
| choices |                 |      |                 |                 |               |               |
|         | list_name       | name | label::Ру (ru)  | label::En (en)  | k             |               |
|         | c               | x    | Икс             | X               | 1             |               |
|         | c               | y    | Игрек           | Y               | 2             |               |
"""


def again(made: Form) -> Form:
    """The form after a journey through JSON."""
    return unpack(json.loads(json.dumps(pack(made))), made.xform, made.files)


def readers(made: Form) -> list[object]:
    """All the graph knows, in words that can be compared."""

    def words(several: list[Reader]) -> list[object]:
        return [(reader.rule.number, reader.up, reader.down) for reader in several]

    spots = made.graph.spots.items()
    return [
        [
            (rule.spot.element.path, rule.kind, rule.text, rule.rank, rule.looping)
            for rule in made.graph.rules
        ],
        [(path, words(spot.readers), spot.relevant, spot.required, spot.readonly) for path, spot in spots],
        [words(spot.scope.readers) + words(spot.scope.position_readers) for _, spot in spots if spot.is_row],
        [(path, spot.source.static, spot.source.itext) for path, spot in spots if spot.source],
        made.graph.unknown,
    ]


@pytest.mark.parametrize("text", [SURVEY, LABELLED])
def test_a_kept_form_is_the_form(text: str) -> None:
    made = form(text, {"towns.csv": b"name,label\nt,Town\n"})
    assert again(made) == made
    assert readers(again(made)) == readers(made)
    assert snapshot(Scenario(again(made)).session) == snapshot(Scenario(made).session)


def test_the_mass_survey_is_the_same_from_the_cache(tmp_path: Path) -> None:
    made = load(MASS_SURVEY, cache=tmp_path)
    kept = load(MASS_SURVEY, cache=tmp_path)
    assert kept == made
    assert readers(kept) == readers(made)


def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    made = form(SURVEY)
    keep_form(made, "", b"book", Path("a.xlsx"), tmp_path)

    def kept() -> Form | None:
        return kept_form(b"book", Path("a.xlsx"), tmp_path, lambda *_: {})

    assert kept() == made
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:-5], whole[:200], b"", b"\xff" + whole, whole.replace(b"kind", b"find", 1)):
        file.write_bytes(damaged)
        assert kept() is None
