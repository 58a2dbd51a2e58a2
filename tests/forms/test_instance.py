"""Serialisation: the instance as servers expect it, and reading one back."""

from __future__ import annotations

import pytest
from defusedxml.ElementTree import fromstring

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Session, from_xform
from gsmon_desktop.forms.instance import read
from tests.forms.scenario import MORNING, scenario

FORM = """
| survey |              |      |       |            |          |
|        | type         | name | label | relevant   | required |
|        | text         | a    | A     |            |          |
|        | text         | b    | B     | ${a}='b'   |          |
|        | begin_repeat | r    | R     |            |          |
|        | text         | c    | C     |            |          |
|        | image        | pic  | Pic   |            |          |
|        | end_repeat   |      |       |            |          |
| settings |            |         |               |
|        | form_id      | version | instance_name |
|        | visits       | 3       | concat('Visit ', ${a}) |
"""


def test_the_submission() -> None:
    s = scenario(FORM, instance_id="uuid:1")
    s.set("a", "<b> & ы")
    s.session.set("/data/r[1]/c", "1")
    s.session.add("/data/r")
    s.session.set("/data/r[2]/pic", "p.jpg")
    xml = s.session.finish()
    root = fromstring(xml)
    assert (root.tag, root.get("id"), root.get("version")) == ("data", "visits", "3")
    assert root.findtext("a") == "<b> & ы"
    assert root.find("b") is None
    assert [row.findtext("c") for row in root.findall("r")] == ["1", ""]
    assert [row.findtext("pic") for row in root.findall("r")] == ["", "p.jpg"]
    meta = root.find("{http://openrosa.org/xforms}meta")
    assert meta is not None
    assert meta.findtext("{http://openrosa.org/xforms}instanceID") == "uuid:1"
    assert meta.findtext("{http://openrosa.org/xforms}instanceName") == "Visit <b> & ы"


def test_reading_back_gives_the_same_session() -> None:
    s = scenario(FORM)
    s.set("a", "b")
    s.set("b", " two  words\n")
    s.session.add("/data/r")
    s.session.set("/data/r[2]/c", "last")
    xml = s.session.finish()
    stored = read(s.form, xml)
    assert stored == s.session.stored()
    again = Session(s.form, now=lambda: MORNING, answers=stored)
    assert again.finish() == xml


def test_another_forms_instance_is_refused() -> None:
    s = scenario(FORM)
    with pytest.raises(GsmonError) as failure:
        read(s.form, '<data id="other"/>')
    assert failure.value.code == "form.other_instance"
    with pytest.raises(GsmonError) as failure:
        read(s.form, "<data")
    assert failure.value.code == "form.xml"


def test_the_authors_namespace_and_attributes_are_kept() -> None:
    s = scenario(
        """
| survey   |         |                  |                |
|          | type    | name             | label          |
|          | text    | a                | A              |
| settings |         |                  |                |
|          | form_id | instance_xmlns   | attribute::foo |
|          | x       | http://a.kz/form | bar            |
"""
    )
    root = fromstring(s.session.finish())
    assert (root.tag, root.get("foo")) == ("{http://a.kz/form}data", "bar")
    assert read(s.form, s.session.finish()) == s.session.stored()


@pytest.mark.parametrize("settings", ["| form_id |\n| | x |", "| omit_instanceID |\n| | yes |"])
def test_a_correction_names_the_instance_it_replaces(settings: str) -> None:
    s = scenario(f"| survey |\n| | type | name | label |\n| | text | a | A |\n| settings |\n| {settings}")
    assert "deprecatedID" not in s.session.finish()
    root = fromstring(s.session.finish(replaces="uuid:old & gone"))
    meta = root.find("{http://openrosa.org/xforms}meta")
    assert meta is not None
    assert meta.findtext("{http://openrosa.org/xforms}deprecatedID") == "uuid:old & gone"
    assert read(s.form, s.session.finish(replaces="uuid:1")) == s.session.stored()


def test_a_form_with_a_place_for_the_replaced_instance_says_it_once() -> None:
    plain = scenario("| survey |\n| | type | name | label |\n| | text | a | A |").form.xform
    own = from_xform(plain.replace("<instanceID/>", "<deprecatedID/><instanceID/>"), {})
    session = Session(own, now=lambda: MORNING)
    xml = session.finish(replaces="uuid:1")
    assert xml.count("<orx:deprecatedID>uuid:1</orx:deprecatedID>") == xml.count("deprecatedID") / 2 == 1
