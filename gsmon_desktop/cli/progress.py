"""A progress bar on stderr, and only where a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar() -> Iterator[Callable[[int, int], None] | None]:
    """Gives a function of (done, all) that draws the bar; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, file=sys.stderr) as drawn:

        def tell(done: int, total: int) -> None:
            drawn.length = total
            drawn.update(done - drawn.pos)

        yield tell
