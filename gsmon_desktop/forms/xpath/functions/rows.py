"""Functions over all rows of a repeat, by what the session keeps of them instead of looking at each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gsmon_desktop.forms.xpath.functions.registry import Build, Table
from gsmon_desktop.forms.xpath.syntax import Call, Path
from gsmon_desktop.forms.xpath.types import Code, Context, RowTotal, Value
from gsmon_desktop.forms.xpath.values import NAN

KEPT: dict[str, Callable[[RowTotal], float]] = {
    "count": lambda total: total.count(),
    "count-non-empty": lambda total: total.filled(),
    "sum": lambda total: total.sum(),
    "min": lambda total: min(total.numbers(), default=NAN),
    "max": lambda total: max(total.numbers(), default=NAN),
}


def keep_totals(table: Table) -> None:
    """Lets the functions of `KEPT` ask the environment first, where their only argument is a plain path."""
    for name, answer in KEPT.items():
        table[name] = replace(table[name], make=_asking(table[name].make, answer))


def _asking(
    make: Callable[[Call, Build], Code], answer: Callable[[RowTotal], float]
) -> Callable[[Call, Build], Code]:
    def asking(call: Call, build: Build) -> Code:
        code = make(call, build)
        path = call.arguments[0] if len(call.arguments) == 1 else None
        if not isinstance(path, Path) or not _plain(path):
            return code
        run, values = code.run, call.name != "count"

        def total(context: Context) -> Value:
            kept = context.env.total(path, context.node, values)
            return run(context) if kept is None else answer(kept)

        return Code(total, code.kind)

    return asking


def _plain(path: Path) -> bool:
    return path.start is None and all(
        step.axis in ("child", "parent") and not step.predicates for step in path.steps
    )
