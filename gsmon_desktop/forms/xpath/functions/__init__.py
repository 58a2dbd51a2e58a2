"""All functions an expression may call, by name."""

from collections.abc import Mapping

from gsmon_desktop.forms.xpath.functions import dates, geography, logic, nodes, numbers, selects, strings
from gsmon_desktop.forms.xpath.functions.registry import Function

FUNCTIONS: Mapping[str, Function] = {
    **strings.TABLE,
    **logic.TABLE,
    **numbers.TABLE,
    **nodes.TABLE,
    **dates.TABLE,
    **selects.TABLE,
    **geography.TABLE,
}
"""Functions by the name they are called by."""
