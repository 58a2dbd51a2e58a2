"""All functions an expression may call, by name."""

from collections.abc import Mapping

from gsmon_desktop.forms.xpath.functions import dates, geography, logic, nodes, numbers, selects, strings
from gsmon_desktop.forms.xpath.functions.registry import Function, Table
from gsmon_desktop.forms.xpath.functions.rows import keep_totals

_ALL = Table()
for _table in (
    strings.TABLE,
    logic.TABLE,
    numbers.TABLE,
    nodes.TABLE,
    dates.TABLE,
    selects.TABLE,
    geography.TABLE,
):
    _ALL.update(_table)
keep_totals(_ALL)
FUNCTIONS: Mapping[str, Function] = _ALL
"""Functions by the name they are called by."""
