"""Scores of a workspace: the store's small tables of counts, and the methodology over them."""

from gsmon_desktop.scoring.counts import Filters, counts, filter_values, preview
from gsmon_desktop.scoring.facts import fact_scores, facts
from gsmon_desktop.scoring.online import online_monitoring

__all__ = ["Filters", "counts", "fact_scores", "facts", "filter_values", "online_monitoring", "preview"]
