"""Every published 2025 figure that follows from others follows by our formulas; the rest are named."""

from __future__ import annotations

import pytest

from gsmon_desktop.methodology.published import FormTable
from gsmon_desktop.methodology.rounding import displayed
from gsmon_desktop.reference import catalogue, edition, published
from tests.methodology.figures import MISPRINTS, SCORE, Check
from tests.methodology.reproduction import (
    MISPRINTED_ITEMS,
    Tally,
    checks,
    region_checks,
    service_checks,
    table_checks,
    tally,
    total_checks,
)
from tests.methodology.reproduction_tables import further_checks

NAMED = {(misprint.what, misprint.field): misprint for misprint in MISPRINTS}


def _hold(check: Check) -> None:
    misprint = NAMED.get((check.what, check.field))
    if misprint is None:
        assert check.reproduced, check
        return
    assert not check.reproduced, f"{check} follows after all: strike it from MISPRINTS"
    assert check.printed == misprint.printed
    assert float(displayed(check.rule, 2 if check.field == SCORE else 1)) == misprint.rule


@pytest.mark.parametrize("table", tuple(published().forms.values()), ids=lambda t: f"table {t.table}")
def test_a_table_follows_from_its_items(table: FormTable) -> None:
    found = list(table_checks(table))
    assert any(check.what.endswith(": total") for check in found)
    for check in found:
        _hold(check)


@pytest.mark.parametrize("check", tuple(service_checks()), ids=lambda c: f"{c.what} {c.field}")
def test_a_service_is_the_mean_of_its_forms(check: Check) -> None:
    _hold(check)


@pytest.mark.parametrize("check", tuple(total_checks()), ids=lambda c: f"{c.what} {c.field}")
def test_bodies_and_the_year_are_means_of_services(check: Check) -> None:
    _hold(check)


@pytest.mark.parametrize("check", tuple(region_checks()), ids=lambda c: f"{c.what} {c.field}")
def test_regions_are_means_of_their_cells(check: Check) -> None:
    _hold(check)


@pytest.mark.parametrize("check", tuple(further_checks()), ids=lambda c: f"{c.what} {c.field}")
def test_ratings_red_tape_and_the_republic_follow(check: Check) -> None:
    _hold(check)


def test_the_count_we_publish() -> None:
    assert len(published().forms) == 60
    assert tally() == Tally(reproduced=2639, figures=2661, misprints=22)


def test_every_misprint_is_met() -> None:
    assert {(check.what, check.field) for check in checks() if not check.reproduced} == set(NAMED)
    for (table, item), needed in MISPRINTED_ITEMS.items():
        (printed,) = [t.items[item].score for t in published().forms.values() if t.table == table]
        assert printed != needed


def test_the_figures_are_complete() -> None:
    figures = published()
    assert set(figures.services) == set(catalogue().services)
    assert len(figures.bodies) == 64
    assert {region for region, _ in figures.regions} == set(catalogue().regions)
    asked = {(form, item.id) for form in edition().forms for item in edition().items_of(form)}
    assert set(figures.items) == asked
    assert (figures.all_services.score, figures.all_services.pct) == (4.80, 83.0)
    assert (figures.republic.score, figures.republic.pct) == (4.88, 90.5)
    assert set(figures.red_tape_services) == set(catalogue().services)
