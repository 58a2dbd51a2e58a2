# ruff: noqa: E501  (forms are tables)
"""Choices: filters, cascades, files, other, randomize, rank, pulldata, names of choices."""

from __future__ import annotations

import pytest

from gsmon_desktop.errors import GsmonError
from tests.forms.scenario import scenario

CASCADE = """
| survey |                       |         |          |                                       |             |
|        | type                  | name    | label    | choice_filter                         | calculation |
|        | select_one region     | region  | Region   |                                       |             |
|        | select_one town       | town    | Town     | region=${region} or name='other'      |             |
|        | select_multiple fruit | fruits  | Fruits   |                                       |             |
|        | calculate             | told    |          |                                       | jr:choice-name(${town}, '${town}') |
| choices |                      |         |          |        |
|        | list_name             | name    | label    | region |
|        | region                | north   | North    |        |
|        | region                | south   | South    |        |
|        | town                  | astana  | Astana   | north  |
|        | town                  | almaty  | Almaty   | south  |
|        | town                  | other   | Other    |        |
|        | fruit                 | apple   | Apple    |        |
|        | fruit                 | pear    | Pear     |        |
"""


def test_a_cascade_offers_what_fits() -> None:
    s = scenario(CASCADE)
    assert s.offers("town") == ["other"]
    s.set("region", "north")
    assert s.offers("town") == ["astana", "other"]
    assert s.labels("town") == ["Astana", "Other"]
    s.set("region", "south")
    assert s.offers("town") == ["almaty", "other"]


def test_a_choice_no_longer_offered_is_broken_not_dropped() -> None:
    s = scenario(CASCADE)
    s.set("region", "north")
    s.set("town", "astana")
    s.set("region", "south")
    assert s["town"] == "astana"
    assert list(s.invalid()) == ["/data/town"]
    assert "astana" in s.invalid()["/data/town"]
    s.set("region", "north")
    assert s.invalid() == {}


def test_only_offered_choices_are_taken() -> None:
    s = scenario(CASCADE)
    s.set("region", "north")
    for name, value in (("town", "almaty"), ("fruits", "apple plum")):
        with pytest.raises(GsmonError) as failure:
            s.set(name, value)
        assert failure.value.code == "answer.choice"
    s.set("fruits", "pear  apple pear")
    assert s["fruits"] == "pear apple"


def test_the_name_of_a_choice() -> None:
    s = scenario(CASCADE)
    s.set("region", "north")
    s.set("town", "astana")
    assert s["told"] == "Astana"


FROM_FILE = """
| survey |                                 |         |         |                  |                      |             |
|        | type                            | name    | label   | choice_filter    | parameters           | calculation |
|        | select_one_from_file rates.csv  | service | Service | kind=${kind}     | value=code, label=title_ru |       |
|        | text                            | kind    | Kind    |                  |                      |             |
|        | calculate                       | price   |         |                  |                      | instance('rates')/root/item[code=${service}]/price |
|        | calculate                       | pulled  |         |                  |                      | pulldata('rates', 'price', 'code', ${service}) |
"""
RATES = "code,title_ru,kind,price\ns01,Паспорт,paper,10\ns02,Права,paper,20\ns03,ЭЦП,electronic,0\n".encode()


@pytest.mark.parametrize("data", [RATES, b"\xef\xbb\xbf" + RATES, RATES.replace(b",", b";")])
def test_choices_from_a_csv_file(data: bytes) -> None:
    s = scenario(FROM_FILE, {"rates.csv": data})
    assert s.offers("service") == []
    s.set("kind", "paper")
    assert s.labels("service") == ["Паспорт", "Права"]
    s.set("service", "s02")
    assert (s["price"], s["pulled"]) == ("20", "20")
    s.set("kind", "electronic")
    assert list(s.invalid()) == ["/data/service"]


def test_a_list_file_that_is_not_there_or_not_readable() -> None:
    with pytest.raises(GsmonError) as failure:
        scenario(FROM_FILE)
    assert (failure.value.code, failure.value.values["file"]) == ("form.missing_file", "rates.csv")
    for data, code in (("код,x\n".encode("cp1251"), "form.list_encoding"), (b" \n", "form.list_empty")):
        with pytest.raises(GsmonError) as failure:
            scenario(FROM_FILE, {"rates.csv": data}).offers("service")
        assert failure.value.code == code


def test_choices_from_xml_and_geojson() -> None:
    s = scenario(
        """
| survey |                                       |      |       |                    |
|        | type                                  | name | label | parameters         |
|        | select_one_from_file towns.xml        | a    | A     | value=v, label=l   |
|        | select_multiple_from_file map.geojson | b    | B     |                    |
""",
        {
            "towns.xml": b"<root><item><v>1</v><l>One</l></item><item><v>2</v><l>Two</l></item></root>",
            "map.geojson": b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "p", "properties":'
            b' {"title": "Place"}, "geometry": {"type": "Point", "coordinates": [71.4, 51.1]}}]}',
        },
    )
    assert s.labels("a") == ["One", "Two"]
    assert s.labels("b") == ["Place"]
    assert s.offers("b") == ["p"]


def test_or_other_asks_to_specify() -> None:
    s = scenario(
        """
| survey |                        |      |       |
|        | type                   | name | label |
|        | select_one yn or_other | a    | A     |
| choices |                       |      |       |
|        | list_name              | name | label |
|        | yn                     | y    | Yes   |
"""
    )
    assert s.offers("a") == ["y", "other"]
    assert not s.asks("a_other")
    s.set("a", "other")
    assert s.asks("a_other")


def test_randomize_and_rank() -> None:
    s = scenario(
        """
| survey |                   |      |       |                          |
|        | type              | name | label | parameters               |
|        | select_one n      | a    | A     | randomize=true, seed=42  |
|        | select_one n      | b    | B     | randomize=true           |
|        | rank n            | r    | R     |                          |
| choices |                  |      |       |
|        | list_name         | name | label |
|        | n                 | 1    | One   |
|        | n                 | 2    | Two   |
|        | n                 | 3    | Three |
|        | n                 | 4    | Four  |
"""
    )
    assert sorted(s.offers("a")) == ["1", "2", "3", "4"]
    assert s.offers("a") == s.offers("a") == s.resumed().offers("a")
    assert s.offers("b") == s.offers("b") == s.resumed().offers("b")
    s.set("r", "3 1 2 4")
    assert s["r"] == "3 1 2 4"
    with pytest.raises(GsmonError):
        s.set("r", "3 1 5")


def test_choices_made_of_the_rows_of_a_repeat() -> None:
    s = scenario(
        """
| survey |                    |        |        |
|        | type               | name   | label  |
|        | begin_repeat       | person | Person |
|        | text               | who    | Who?   |
|        | end_repeat         |        |        |
|        | select_one ${who}  | head   | Head?  |
"""
    )
    assert s.offers("head") == []
    s.session.set("/data/person[1]/who", "Aisha")
    s.session.add("/data/person")
    s.session.set("/data/person[2]/who", "Bolat")
    assert s.offers("head") == ["Aisha", "Bolat"]
    s.set("head", "Bolat")
    s.session.set("/data/person[2]/who", "Daulet")
    assert list(s.invalid()) == ["/data/head"]


def test_external_choices_are_filtered() -> None:
    s = scenario(
        """
| survey |                          |      |       |               |
|        | type                     | name | label | choice_filter |
|        | text                     | kind | Kind  |               |
|        | select_one_external town | town | Town  | kind=${kind}  |
| choices |                         |      |       |
|        | list_name                | name | label |
|        | unused                   | a    | A     |
| external_choices |                |      |       |      |
|        | list_name                | name | label | kind |
|        | town                     | x    | Big X | big  |
|        | town                     | y    | Big Y | big  |
|        | town                     | z    | Wee Z | wee  |
"""
    )
    assert s.form.elements["/data/town"].type == "select_one"
    s.set("kind", "big")
    assert s.labels("town") == ["Big X", "Big Y"]
    s.set("town", "y")
    s.set("kind", "wee")
    assert list(s.invalid()) == ["/data/town"]


def test_external_choices_speak_the_language_of_the_interview() -> None:
    s = scenario(
        """
| survey |                          |      |                     |                     |               |
|        | type                     | name | label::Русский (ru) | label::Қазақша (kk) | choice_filter |
|        | text                     | kind | Вид                 | Түрі                |               |
|        | select_one_external town | town | Город               | Қала                | kind=${kind}  |
| choices |                         |      |       |
|        | list_name                | name | label |
|        | unused                   | a    | A     |
| external_choices |                |      |                     |                     |      |
|        | list_name                | name | label::Русский (ru) | label::Қазақша (kk) | kind |
|        | town                     | x    | Семей               | Семей қаласы        | big  |
|        | town                     | y    | Алматы              |                     | big  |
"""
    )
    s.set("kind", "big")
    assert s.labels("town") == ["Семей", "Алматы"]
    s.session.set_language("kk")
    assert s.labels("town") == ["Семей қаласы", "Алматы"]


def test_the_name_of_a_choice_is_that_of_its_own_row() -> None:
    s = scenario(
        """
| survey |               |      |                |                             |               |
|        | type          | name | label          | calculation                 | choice_filter |
|        | begin_repeat  | r    | R              |                             |               |
|        | select_one k  | k    | K              |                             |               |
|        | select_one l  | a    | A              |                             | k=${k}        |
|        | calculate     | n    |                | jr:choice-name(${a},'${a}') |               |
|        | note          | said | It is ${n}     |                             |               |
|        | end_repeat    |      |                |                             |               |
| choices |              |      |       |   |
|        | list_name     | name | label | k |
|        | k             | 1    | K1    |   |
|        | k             | 2    | K2    |   |
|        | l             | x    | First | 1 |
|        | l             | x    | Other | 2 |
| settings |             |
|        | allow_choice_duplicates |
|        | yes           |
"""
    )
    s.session.add("/data/r")
    for row in (1, 2):
        s.session.set(f"/data/r[{row}]/k", str(row))
        s.session.set(f"/data/r[{row}]/a", "x")
    assert [s.session.value(f"/data/r[{row}]/n") for row in (1, 2)] == ["First", "Other"]
    assert s.session.label("/data/r[2]/said") == "It is Other"
    s.session.remove("/data/r", 1)
    assert s.session.label("/data/r[1]/said") == "It is Other"
