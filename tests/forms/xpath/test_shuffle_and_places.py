"""randomize(), and functions of places on Earth."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import Value
from gsmon_desktop.forms.xpath.shuffle import shuffle_seeded
from tests.forms.xpath.world import compile, context, names, value, world  # noqa: A004

LETTERS = {"item": [{"name": letter} for letter in "ABCDEF"]}


@pytest.mark.parametrize(
    ("seed", "order"),
    [
        ("42", "AFCBDE"),
        ("'42'", "AFCBDE"),
        ("-42", "EDAFBC"),
        ("1", "BFEACD"),
        ("1.9", "BFEACD"),
        ("int(1)", "BFEACD"),
        ("11111111", "ACDBFE"),
        ("0", "CBEAFD"),
        ("''", "CBEAFD"),
        ("/data/none", "CBEAFD"),
        ("0 div 0", "CBEAFD"),
        ("/data/seed", "AFCBDE"),
    ],
)
def test_the_same_seed_gives_the_order_of_collect(seed: str, order: str) -> None:
    """Orders known from the ODK project's own tests of this function."""
    env = world({"seed": "42"}, letters=LETTERS)
    assert "".join(names(f"randomize(instance('letters')/root/item, {seed})/name", env)) != ""
    found = compile(f"randomize(instance('letters')/root/item/name, {seed})").nodes(context(env))
    assert "".join(node.value for node in found) == order


def test_a_seed_may_be_any_text() -> None:
    env = world({}, letters=LETTERS)
    orders = {
        "".join(names(f"randomize(instance('letters')/root/item/name, '{seed}')", env))
        for seed in ("a", "b", "c")
    }
    assert len(orders) > 1
    assert all(sorted(order) == list("ABCDEF") for order in orders)


def test_without_a_seed_chance_decides() -> None:
    env = world({}, letters=LETTERS)
    env.chances = [0.0]
    assert "".join(names("randomize(instance('letters')/root/item/name)", env)) == "FABCDE"
    env.chances = [0.999]
    assert "".join(names("randomize(instance('letters')/root/item/name)", env)) == "ABCDEF"


@given(st.lists(st.integers(), max_size=30), st.integers(-(2**63), 2**63 - 1))
@settings(deadline=None)
def test_shuffling_loses_nothing(items: list[int], seed: int) -> None:
    found = shuffle_seeded(items, seed)
    assert sorted(found) == sorted(items)
    assert found == shuffle_seeded(items, seed)


SQUARE = "0 0 0 0;0 0.01 0 0;0.01 0.01 0 0;0.01 0 0 0;0 0 0 0"
PLACES = world(
    {
        "shape": SQUARE,
        "trace": "51.1 71.4 0 0; 51.1 71.5; 51.2 71.5",
        "p": ["0 0", "0 1", "1 1"],
        "inside": "0.005 0.004 300 5",
        "outside": "0.02 0.005",
        "eight": "0 0;1 1;1 0;0 1;0 0",
        "empty": "",
    }
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("distance('0 0; 0 1')", 111318.84),
        ("distance(/data/p)", 222637.69),
        ("distance('0 0', '0 1', '1 1')", 222637.69),
        ("distance('0 0; 0 0')", 0.0),
        ("distance('0 0')", 0.0),
        ("distance('43.25 76.95 900 5')", 0.0),
        ("distance('90 0; -90 0')", 20037392.1),
        ("distance(/data/trace)", 18122.63),
        ("area(/data/shape)", 1239188.4),
        ("enclosed-area(/data/shape)", 1239188.4),
        ("area(/data/p)", 6194999000),
        ("area('0 0; 1 1')", 0.0),
    ],
)
def test_measures(text: str, result: float) -> None:
    assert value(text, PLACES) == pytest.approx(result, rel=2e-3)


@pytest.mark.parametrize(
    "text", ["area('')", "distance(/data/empty)", "distance('x y')", "distance('91 0; 0 0')", "distance('1')"]
)
def test_no_place(text: str) -> None:
    result = value(text, PLACES)
    assert isinstance(result, float)
    assert isnan(result)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("geofence(/data/inside, /data/shape)", True),
        ("geofence(/data/outside, /data/shape)", False),
        ("geofence('', /data/shape)", False),
        ("geofence(/data/inside, '')", False),
        ("intersects(/data/eight)", True),
        ("intersects(/data/shape)", False),
        ("intersects(/data/trace)", False),
        ("intersects('0 0;0 2;0 1')", True),
        ("intersects('0 0;0 0;0 1')", False),
        ("intersects('0 0;2 2;2 0;1 1')", True),
        ("intersects('')", False),
    ],
)
def test_inside_and_across(text: str, result: Value) -> None:
    assert value(text, PLACES) is result
