"""What `gsmon interview move` tells people."""

from __future__ import annotations

from collections.abc import Iterator

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Fit


def told(fit: Fit, language: str) -> Iterator[str]:
    """A line for everything that did not simply come along, a line in all for what did."""

    def line(code: str, path: str = "", **values: object) -> str:
        return sentence(GsmonError(code, path, **values), language)

    yield line("moved.fitted", number=fit.fitted)
    for path, new in fit.moved:
        yield line("moved.renamed", path, new=new)
    for left in fit.left:
        yield line(f"moved.left_{left.why}", left.path, value=left.value)
    for path, old, new in fit.changed:
        yield line("moved.changed", path, old=old, new=new)
    for path in fit.new:
        yield line("moved.new", path)
    for problem in fit.invalid:
        yield f"{problem.path}: {problem.message}"
