"""Scores of a workspace: the store's small tables of counts, and the methodology over them."""

from gsmon_desktop.scoring.counts import cells, counts, filter_values, preview
from gsmon_desktop.scoring.facts import fact_scores, facts
from gsmon_desktop.scoring.mystery import mystery_scores
from gsmon_desktop.scoring.online import online_monitoring
from gsmon_desktop.scoring.parts import Filters
from gsmon_desktop.scoring.yearly import figures_of_year, write_figures_file

__all__ = [
    "Filters",
    "cells",
    "counts",
    "fact_scores",
    "facts",
    "figures_of_year",
    "filter_values",
    "mystery_scores",
    "online_monitoring",
    "preview",
    "write_figures_file",
]
