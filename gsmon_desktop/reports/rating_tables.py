"""Every table of scores by its id, in the order of showing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gsmon_desktop.reports import tables_of_facts as further
from gsmon_desktop.reports import tables_of_scores as ratings
from gsmon_desktop.reports.tables_of_scores import Sources, Table

MAKERS: Mapping[str, Callable[[Sources], Table]] = {
    "rating": ratings.services,
    "central": ratings.central,
    "local": ratings.local,
    "regions": ratings.regions,
    "corporation": further.corporation,
    "red_tape": further.red_tape,
    "kinds": further.kinds,
    "marks": further.marks,
    "costs": further.costs,
    "profile": further.profile,
    "terms": further.terms,
    "sample": further.sample,
    "mystery": further.mystery,
}
