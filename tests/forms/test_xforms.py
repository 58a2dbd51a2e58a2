# ruff: noqa: E501  (forms are tables)
"""XForms written by other programs: what pyxform never writes but the OpenRosa specification has."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import from_xform, load
from gsmon_desktop.forms.cache import keep_form, kept_form
from gsmon_desktop.forms.row_paths import in_row
from gsmon_desktop.forms.xlsform import files_beside
from tests.forms.scenario import Scenario

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>T</h:title><model>
<itext><translation lang="en"><text id="who"><value>Row of <output value="/data/p/name"/></value></text></translation>
</itext><instance><data id="x"{attributes}>{instance}<orx:meta><orx:instanceID/></orx:meta></data></instance>{binds}
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/></model></h:head>
<h:body>{body}</h:body></h:html>"""
ROWS = """<group ref="/data/p"><label>P</label><repeat nodeset="/data/p"{attributes}>{actions}
<input ref="/data/p/name"><label ref="jr:itext('who')"/>{inside}</input>
<input ref="/data/p/kin"><label>Kin of <output value="/data/p/name"/></label></input></repeat></group>"""
QUESTION = '<input ref="/data/a"><label ref="jr:itext(\'none\')">Plain words</label></input>'
ONE_ROW = "<p><name/><kin/></p>"


def xform(instance: str, body: str, binds: str = "", attributes: str = "") -> Scenario:
    """An interview of an XForm."""
    return Scenario(
        from_xform(XFORM.format(instance=instance, body=body, binds=binds, attributes=attributes), {})
    )


def rows(attributes: str = "", actions: str = "", inside: str = "") -> str:
    """A repeat with two questions."""
    return ROWS.format(attributes=attributes, actions=actions, inside=inside)


FAMILY = (
    '<p jr:template=""><name/><kin>child</kin></p><p><name>Aisha</name><kin>mother</kin></p>'
    "<p><name>Bolat</name><kin>father</kin></p>"
)


def test_rows_a_form_begins_with_have_values_of_their_own() -> None:
    s = xform(FAMILY, rows())
    s.session.add("/data/p")
    assert [s.session.value(f"/data/p[{at}]/name") for at in (1, 2, 3)] == ["Aisha", "Bolat", ""]
    assert [s.session.value(f"/data/p[{at}]/kin") for at in (1, 2, 3)] == ["mother", "father", "child"]


def test_values_of_first_rows_are_in_the_cache_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    form = xform(FAMILY, rows()).form
    keep_form(form, "", b"book", path, tmp_path)
    kept = kept_form(b"book", path, tmp_path, files_beside)
    assert kept is not None
    assert Scenario(kept).session.stored() == Scenario(form).session.stored()


def test_rows_that_may_not_be_added_or_removed() -> None:
    s = xform(ONE_ROW * 2, rows(' jr:noAddRemove="true()"'))
    assert (s.session.rows("/data/p"), s.session.repeats()) == (2, [])
    with pytest.raises(GsmonError) as failure:
        s.session.add("/data/p")
    assert failure.value.code == "answer.counted"
    assert xform(ONE_ROW, rows(' jr:noAddRemove="false()"')).session.repeats() == ["/data/p"]


def test_an_absolute_path_inside_a_repeat_is_of_the_row() -> None:
    binds = '<bind nodeset="/data/p/kin" calculate="concat(/data/p/name, \'+\', count(/data/p))"/>'
    s = xform(ONE_ROW * 2, rows(), binds)
    s.session.set("/data/p[1]/name", "Aisha")
    s.session.set("/data/p[2]/name", "Bolat")
    assert [s.session.value(f"/data/p[{at}]/kin") for at in (1, 2)] == ["Aisha+2", "Bolat+2"]
    assert s.session.label("/data/p[2]/name") == "Row of Bolat"
    assert s.session.label("/data/p[2]/kin") == "Kin of Bolat"
    assert s.session.evaluate("count(/data/p/name)") == 2


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("/data/p/n", "../../n"),
        ("3 div /data/p/n * /data/p/n", "3 div ../../n * ../../n"),
        ("count(/data/p)", "count(/data/p)"),
        ("/data/p[1]/n + /data/x", "/data/p[1]/n + /data/x"),
        ("/data/p/q[2]/n", "../../q[2]/n"),
        ("instance('l')/root/item[x = /data/p/n]/y", "instance('l')/root/item[x = current()/../../n]/y"),
        (
            "indexed-repeat(/data/p/n, /data/p, /data/p/k - 1)",
            "indexed-repeat(/data/p/n, /data/p, ../../k - 1)",
        ),
        ("../n/data/p/n", "../n/data/p/n"),
        ("instance('__last-saved')/data/p/n", "instance('__last-saved')/data/p/n"),
        ("'/data/p/n'", "'/data/p/n'"),
        ("/data/p/n + (", "../../n + ("),
        ("/data/p/n + 'open", "/data/p/n + 'open"),
    ],
)
def test_paths_are_made_those_of_the_row(text: str, made: str) -> None:
    assert in_row(text, "/data/p/g/r", ["/data/p"]) == made


def test_the_innermost_repeat_without_a_predicate_counts() -> None:
    repeats = ["/data/o", "/data/o/r"]
    assert in_row("/data/o/r[1]/a + /data/o/r/a + /data/o/b", "/data/o/r/z", repeats) == (
        "../../r[1]/a + ../a + ../../b"
    )


NEW = '<setvalue event="{}" ref="/data/p/kin" value="concat(\'n\', position(..))"/>'


@pytest.mark.parametrize("where", ["actions", "inside"])
@pytest.mark.parametrize(
    ("event", "kin"),
    [
        ("odk-instance-first-load", ["n1", ""]),
        ("odk-new-repeat", ["", "n2"]),
        ("odk-instance-first-load odk-new-repeat", ["n1", "n2"]),
        ("xforms-ready odk-new-repeat", ["n1", "n2"]),
    ],
)
def test_actions_of_new_rows_and_of_the_first_load(where: str, event: str, kin: list[str]) -> None:
    s = xform(ONE_ROW, rows(**{where: NEW.format(event)}))
    s.session.add("/data/p")
    assert [s.session.value(f"/data/p[{at}]/kin") for at in (1, 2)] == kin


def test_rows_made_by_a_count_are_new_rows() -> None:
    s = xform('<p jr:template=""><name/><kin/></p>', rows(' jr:count="3"', NEW.format("odk-new-repeat")))
    assert [s.session.value(f"/data/p[{at}]/kin") for at in (1, 2, 3)] == ["n1", "n2", "n3"]


def test_a_value_that_changes_sets_another_to_a_fixed_text() -> None:
    body = QUESTION.replace(
        "</input>", '<setvalue event="xforms-value-changed" ref="/data/b">touched</setvalue></input>'
    )
    s = xform("<a/><b/>", body)
    assert s["b"] == ""
    s.set("a", "1")
    assert s["b"] == "touched"

    s.set("a", "2")
    assert s["b"] == "touched"


def test_a_text_missing_from_itext_is_the_one_in_the_label() -> None:
    assert xform("<a/>", QUESTION).label("a") == "Plain words"


def test_the_version_in_openrosas_namespace() -> None:
    s = xform("<a/>", QUESTION, attributes=' orx:version="7"')
    assert s.form.version == "7"
    assert ' orx:version="7"' in s.session.finish()
    assert ' version="' not in s.session.finish().partition("?>")[2]
    assert ' version="8"' in xform("<a/>", QUESTION, attributes=' version="8"').session.finish()


def test_an_xform_from_a_file_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    text = XFORM.format(instance="<a>да</a>", body=QUESTION, binds="", attributes="")
    path.write_bytes(('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16"))
    assert load(path).elements["/data/a"].default == "да"
