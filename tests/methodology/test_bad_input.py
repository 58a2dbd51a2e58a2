"""A broken file is refused with its name, record and field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.methodology.catalogue import parse_catalogue
from gsmon_desktop.methodology.counts import Key, read_csv, write_csv
from gsmon_desktop.methodology.edition import parse_edition
from gsmon_desktop.methodology.published import FILES, parse_published
from gsmon_desktop.paths import read_resource
from gsmon_desktop.reference import catalogue, edition, published


def refused(work: Callable[[], object]) -> GsmonError:
    with pytest.raises(GsmonError) as caught:
        work()
    for language in LANGUAGES:
        said = sentence(caught.value, language)
        assert said.startswith(caught.value.place)
        assert "\n" not in said
    return caught.value


EDITION = read_resource("methodology/2025.toml")


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ('id = "2025"\n', "", "reference.missing_field", "2025.toml: id"),
        ('id = "2025"\n', "id = 2025\n", "reference.field", "2025.toml: id"),
        ("year = 2025", 'year = "soon"', "reference.field", "2025.toml: year"),
        ("year = 2025", "year = 2025 = 1", "reference.toml", "2025.toml"),
        (
            'criterion = "staff"\nzones = { paper = "con" }',
            'criterion = "staff"\nzones = { paper = "moon" }',
            "reference.field",
            "2025.toml: items staff: zones: paper",
        ),
        (
            'criterion = "staff"\nzones = { paper = "con" }',
            'criterion = "staff"\nzones = { fax = "con" }',
            "reference.field",
            "2025.toml: items staff: zones",
        ),
        (
            'criterion = "staff"\nzones = { paper = "con" }',
            'criterion = "staff"\n',
            "reference.missing_field",
            "2025.toml: items staff: zones",
        ),
        (
            'criterion = "staff"',
            'criterion = "stuff"',
            "reference.field",
            "2025.toml: items staff: criterion",
        ),
        ('id = "info_forms"', 'id = "info_find"', "reference.duplicate", "2025.toml: items info_find: id"),
        (
            "places = { con = ",
            "places = { hall = ",
            "reference.field",
            "2025.toml: items feedback_time: places",
        ),
        ('zone = "body" #', 'zone = "sky" #', "reference.field", "2025.toml: places body: zone"),
        ("from = 4.50", "from = 4.90", "reference.field", "2025.toml: bands above_average: from"),
        ('kk = "жоғары", ', "", "reference.missing_field", "2025.toml: bands high: names: kk"),
        ('region = "code"', 'region = "colour"', "reference.field", "2025.toml: roles: region"),
        ('asked = "paid"', 'asked = "mood"', "reference.field", "2025.toml: criteria cost: asked"),
        ("[[sources]]", "[[origins]]", "reference.missing_field", "2025.toml: sources"),
        ("warn_below = 30", "warn_below = -3", "reference.field", "2025.toml: preview: warn_below"),
        ('regions = ["local"]', 'regions = ["lunar"]', "reference.field", "2025.toml: totals: regions"),
    ],
)
def test_an_edition(old: str, new: str, code: str, place: str) -> None:
    assert old in EDITION
    error = refused(lambda: parse_edition(EDITION.replace(old, new), "2025.toml"))
    assert (error.code, error.place) == (code, place)


SERVICES, BODIES, REGIONS = (
    read_resource(f"catalogue/{name}.csv") for name in ("services", "bodies", "regions")
)


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("s02,2,02001001", "s01,2,02001001", "reference.duplicate", "services.csv:3: id"),
        ("s02,2,02001001", ",2,02001001", "reference.missing_field", "services.csv:3: id"),
        ("s02,2,02001001", "s02,two,02001001", "reference.field", "services.csv:3: no"),
        (",АЗРК,,central", ",КГБ,,central", "reference.field", "services.csv:3: body"),
        (",АЗРК,,central", ",АЗРК,,middle", "reference.field", "services.csv:3: level"),
        ("yes,no,elicense,free,15 рабочих дней с", "no,no,elicense,free,с", "reference.missing_field", None),
        (
            "elicense,free,15 рабочих дней с",
            "pigeon,free,с",
            "reference.field",
            "services.csv:3: channels",
        ),
        ("АЗРК,,central", "АЗРК,central", "reference.row", "services.csv:3"),
        ("id,no,code", "id,nr,code", "reference.columns", "services.csv"),
    ],
)
def test_a_catalogue_of_services(old: str, new: str, code: str, place: str | None) -> None:
    assert old in SERVICES
    error = refused(lambda: parse_catalogue(SERVICES.replace(old, new, 1), BODIES, REGIONS))
    assert (error.code, error.place) == (code, place or "services.csv:3: form_electronic")


def test_catalogues_of_bodies_and_regions() -> None:
    body = refused(lambda: parse_catalogue(SERVICES, BODIES.replace(",central", ",", 1), REGIONS))
    assert (body.code, body.place) == ("reference.missing_field", "bodies.csv:2: level")
    region = refused(lambda: parse_catalogue(SERVICES, BODIES, REGIONS.replace("6.9", "6,9", 1)))
    assert (region.code, region.place) == ("reference.row", "regions.csv:2")
    share = refused(lambda: parse_catalogue(SERVICES, BODIES, REGIONS.replace("6.9", "x", 1)))
    assert (share.code, share.place) == ("reference.field", "regions.csv:2: share_pct")


def test_published_figures() -> None:
    texts = {name: read_resource(f"catalogue/published/2025/{name}.json") for name in FILES}
    assert parse_published(texts) == published()
    broken = refused(lambda: parse_published(texts | {"bodies": texts["bodies"][:-5]}))
    assert (broken.code, broken.place.split(":")[0]) == ("reference.json", "bodies.json")
    lost = refused(lambda: parse_published(texts | {"republic": "{}"}))
    assert (lost.code, lost.place) == ("reference.missing_field", "republic.json: 'services'")


HEADING = "region,service,form,place,item,score,count"
ROW = "astana,s14,paper,con,staff,5,3"


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ("mars,s14,paper,con,staff,5,3", "reference.field", "region"),
        (",s14,paper,con,staff,5,3", "reference.missing_field", "region"),
        ("astana,s99,paper,con,staff,5,3", "reference.field", "service"),
        ("astana,s14,fax,con,staff,5,3", "reference.field", "form"),
        ("astana,s14,paper,moon,staff,5,3", "reference.field", "place"),
        ("astana,s14,paper,con,stuff,5,3", "reference.field", "item"),
        ("astana,s14,electronic,portal,staff,5,3", "reference.field", "item"),
        ("astana,s14,paper,con,staff,6,3", "reference.field", "score"),
        ("astana,s14,paper,con,staff,0,3", "reference.field", "score"),
        ("astana,s14,paper,con,staff,,3", "reference.missing_field", "score"),
        ("astana,s14,paper,con,staff,5,-3", "reference.field", "count"),
        ("astana,s14,paper,con,staff,5,2.5", "reference.field", "count"),
        ("astana,s14,paper,con,staff,5,three", "reference.field", "count"),
        ("astana,s14,paper,con,staff,5,", "reference.missing_field", "count"),
        ("astana,s14,paper,con,staff,5", "reference.row", None),
        ('astana,s14,paper,con,"staff,5,3', "reference.row", None),
    ],
)
def test_a_table_of_counts(line: str, code: str, field: str | None) -> None:
    text = f"{HEADING}\n{ROW}\n{line}\n"
    error = refused(lambda: read_csv(text, "counts.csv", edition(), catalogue()))
    assert (error.code, error.place) == (code, "counts.csv:3" + (f": {field}" if field else ""))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_as_excel_saves_it_in_russian(delimiter: str) -> None:
    text = f"\ufeff{HEADING}\n{ROW}\n"
    read = [read_csv(each, "c.csv", edition(), catalogue()) for each in (text, text.replace(",", delimiter))]
    assert read[0] == read[1]
    assert sum(read[0].values()) == 3


def test_a_table_without_a_column() -> None:
    error = refused(
        lambda: read_csv("region,service,form,place,item,count\n", "c.csv", edition(), catalogue())
    )
    assert (error.code, error.place, error.values["columns"]) == ("reference.columns", "c.csv", "score")
    assert refused(lambda: read_csv("", "c.csv", edition(), catalogue())).code == "reference.columns"


def test_counts_go_out_and_come_back() -> None:
    text = f"\ufeff{HEADING}\r\n{ROW}\r\n{ROW}\r\n\r\nastana,s14,paper,,staff,dk,1\r\n"
    counts = read_csv(text, "counts.csv", edition(), catalogue())
    assert counts == {
        Key("astana", "s14", "paper", "con", "staff", "5"): 6,
        Key("astana", "s14", "paper", "", "staff", "dk"): 1,
    }
    lines = list(write_csv(counts | {Key("astana", "s14", "paper", "con", "staff", "1"): 0}))
    assert lines == [f"{HEADING}\n", "astana,s14,paper,,staff,dk,1\n", "astana,s14,paper,con,staff,5,6\n"]
    assert read_csv("".join(lines), "counts.csv", edition(), catalogue()) == counts
