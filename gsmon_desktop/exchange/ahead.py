"""Work done by helper threads before its result is asked for: reading while others encrypt, say."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

_A = TypeVar("_A")
_R = TypeVar("_R")


def ahead(work: Callable[[_A], _R], things: Iterable[_A], most: int) -> Iterator[_R]:
    """`map(work, things)` with at most `most` results made before they are asked for,
    by two helper threads. What `work` raises comes out in its place. Whoever leaves early waits for what
    is being done, no more.
    """
    rest = iter(things)
    with ThreadPoolExecutor(2) as helper:
        waiting: deque[Future[_R]] = deque(helper.submit(work, thing) for thing in islice(rest, most))
        try:
            while waiting:
                result = waiting.popleft().result()
                waiting.extend(helper.submit(work, thing) for thing in islice(rest, 1))
                yield result
        finally:
            for future in waiting:
                future.cancel()
