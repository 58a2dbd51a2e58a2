"""What ratings are shown beside: another year's figures, and whether scores of too few people are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from gsmon_desktop.methodology.cuts import without_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.methodology.yearly import Yearly


@dataclass(frozen=True)
class Compared:
    """Another year's figures `before`; `all_cuts` shows scores of too few people, too."""

    before: Yearly | None = None
    all_cuts: bool = False

    def shown(self, scores: Scores, edition: Edition) -> Scores:
        """The scores without those of too few people, unless they were asked for."""
        return scores if self.all_cuts else without_few(scores, edition)


ALONE = Compared()
"""This year's figures by themselves, the usual."""
