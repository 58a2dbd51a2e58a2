"""Which facts are found by their role, among all interviews: only these stand in an index.

An interview has some fifty facts. With all of them in one index each finish would change fifty of its pages,
in a large workspace all of them far apart: that was half of what a finish wrote. What is only read of one
interview, or counted (see `tally`), needs no index.
"""

from __future__ import annotations

ROLES = (
    *("place_name", "locality_other", "channel_other"),  # suggested when they are asked again
    *("has_barriers", "has_recommendations", "barrier", "recommendation"),  # the register of findings
    "checked_interview",  # field control
)

SOUGHT = f"role IN ({', '.join(repr(role) for role in ROLES)})"
"""A condition on `fact` that a query names word for word, beside its own, for SQLite to take the index.
Part of migration m013: another list needs another migration."""

INDEX = f"CREATE INDEX fact_sought ON fact (role, value) WHERE {SOUGHT}"
