"""What a demo is drawn from: the shipped reference data."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from gsmon_desktop import reference
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.published import Published
from gsmon_desktop.paths import read_resource


@dataclass(frozen=True)
class Sources:
    """`terms` are the services' terms in calendar days, where the questionnaire's list states one."""

    edition: Edition
    catalogue: Catalogue
    published: Published
    terms: Mapping[str, int]


def sources() -> Sources:
    """The shipped catalogue, edition, published figures and terms."""
    rows = csv.DictReader(io.StringIO(read_resource("forms/services.csv")))
    terms = {row["name"]: int(row["term_days"]) for row in rows if row["term_days"]}
    return Sources(reference.edition(), reference.catalogue(), reference.published(), terms)
