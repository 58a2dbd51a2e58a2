"""Scores of a workspace: the store's one table of counts, and the methodology over it."""

from gsmon_desktop.scoring.counts import Filters, counts, filter_values, preview

__all__ = ["Filters", "counts", "filter_values", "preview"]
