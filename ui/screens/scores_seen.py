"""What the score screen reads on the database thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import without_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.facts import FactScores
from gsmon_desktop.methodology.mystery import Mystery
from gsmon_desktop.methodology.online import Online
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.methodology.yearly import Yearly
from gsmon_desktop.scoring import (
    Filters,
    fact_scores,
    figures_of_year,
    filter_values,
    mystery_scores,
    online_monitoring,
    preview,
)
from gsmon_desktop.store import Workspace


@dataclass(frozen=True)
class Further:
    """What tables are made of besides the scores."""

    facts: FactScores
    mystery: Mystery
    online: Online | None
    before: Yearly | None


@dataclass(frozen=True)
class Seen:
    """What the screen shows: the scores of the part asked for, and what can be asked for.

    `further` is there when a table was in front.
    """

    scores: Scores
    offered: Mapping[str, Sequence[str]]
    further: Further | None = None


def look(
    ws: Workspace,
    edition: Edition,
    catalogue: Catalogue,
    filters: Filters,
    *,
    tables: bool = False,
    online: Path | None = None,
    before: Path | None = None,
) -> Seen:
    """Everything the screen needs. Raises GsmonError ``online.…``, ``figures.…`` or ``reference.…`` for a
    file that cannot be read.
    """
    further = None
    if tables:
        aggregates = online_monitoring(online, catalogue, year=edition.year) if online else None
        earlier = figures_of_year(before, catalogue) if before else None
        further = Further(
            fact_scores(ws, edition, catalogue, **filters),
            mystery_scores(ws, catalogue, **filters),
            aggregates,
            earlier,
        )
    return Seen(preview(ws, edition, catalogue, **filters), filter_values(ws), further)


def shown(scores: Scores, edition: Edition, filters: Filters, all_cuts: bool) -> Scores:  # noqa: FBT001
    """The scores without those of too few people, unless all are wanted."""
    of_part = bool(filters["region"] or filters["form"])
    return scores if all_cuts else without_few(scores, edition, of_part=of_part)
