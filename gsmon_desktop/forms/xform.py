"""Reads an XForm into a `Form`."""

from __future__ import annotations

from collections.abc import Mapping

from gsmon_desktop.forms.definition import EMPTY, Form


def from_xform(xml: str, files: Mapping[str, bytes], rows: Mapping[str, int] = EMPTY) -> Form:  # type: ignore[assignment]
    """Makes the form from its XForm and its external files; `rows` gives a path's row in the survey sheet."""
    raise NotImplementedError(xml, files, rows)
