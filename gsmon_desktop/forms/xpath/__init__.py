"""Expressions of OpenRosa XForms: XPath 1.0, its dates, and the functions forms use.

``compile(text)`` reads an expression once; ``Expression.evaluate(Context(node, 1, 1, env, node))`` gives
its value. What it may ask of the session around it stands in `Environment`; what it reads, for a graph of
dependencies, in `Expression.paths`.

Where OpenRosa and XPath 1.0 part, OpenRosa is followed, and ODK Collect where the specification is silent:

- no nodes at all (a question not asked now) compare as an empty text, and a single unanswered node is false;
- numbers closer than 1e-12 are equal; sum, min and max pass over what is no number;
- a date is a day, a dateTime an instant: two of them compare and subtract as such, in numbers they are days
  since 1970-01-01;
- nodes of one name in the main instance stand together, as rows of a repeat do;
- names match without their prefix.
"""

from gsmon_desktop.forms.xpath.expression import Expression, compile  # noqa: A004
from gsmon_desktop.forms.xpath.functions import FUNCTIONS
from gsmon_desktop.forms.xpath.index import Column, IndexKey, StoredList
from gsmon_desktop.forms.xpath.types import Context, Environment, PathPattern, Value, XPathError
from gsmon_desktop.forms.xpath.values import to_boolean, to_number, to_string

__all__ = [
    "FUNCTIONS",
    "Column",
    "Context",
    "Environment",
    "Expression",
    "IndexKey",
    "PathPattern",
    "StoredList",
    "Value",
    "XPathError",
    "compile",
    "to_boolean",
    "to_number",
    "to_string",
]
