"""Reads a form file: an Excel workbook through pyxform, or an XForm as it is."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.forms.definition import Form


def load(path: Path, *, cache: Path | None = None) -> Form:
    """Reads a form file and the files beside it that it names. `cache` is a folder of compiled forms."""
    raise NotImplementedError(path, cache)
