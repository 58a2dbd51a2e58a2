"""Interviews for analysts as CSV, Parquet and SPSS files, each whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file, new_name
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports.data import (
    CODE,
    DAY,
    DONT_KNOW,
    MOMENT,
    NUMBER,
    TEXT,
    WHOLE,
    Data,
    Variable,
    read,
    tables,
)
from gsmon_desktop.reports.sheet import clean
from gsmon_desktop.store import Workspace

if TYPE_CHECKING:
    from pandas import DataFrame

Progress = Callable[[int, int], None]
_LABEL, _VALUE_LABEL, _TEXT = 250, 119, 32_000
"""Bytes SPSS has for a variable's label, a value's label, a text."""
_TOLD_EVERY = 100


def write_data(
    ws: Workspace,
    to: Path,
    *,
    edition: Edition,
    language: str = "ru",
    form: str = "",
    personal: bool = False,
    progress: Progress | None = None,
) -> list[Path]:
    """Writes interviews of a form (the scored one unless named) to .csv, .parquet or .sav; into a folder all
    three of every form, with a codebook each.

    Personal variables only when asked. Memory grows with the interviews. Raises GsmonError
    ``report.not_data``, ``report.no_interviews``, ``report.form``, ``file.…``.
    """
    into_folder = to.is_dir() or not to.suffix
    if not into_folder and to.suffix.lower() not in _WRITERS:
        raise GsmonError("report.not_data", str(to))
    with ws.db.atomic():
        found = tables(ws, edition, language)
        if not found:
            raise GsmonError("report.no_interviews")
        if form and form not in found:
            raise GsmonError("report.form", form, known=", ".join(found))
        chosen = [form] if form else list(found) if into_folder else list(found)[:1]
        step = _steps(ws, chosen, progress)
        options = {"language": language, "personal": personal}
        made = [read(ws, found[key], **options, step=step) for key in chosen]  # type: ignore[arg-type]
    if not into_folder:
        _WRITERS[to.suffix.lower()](made[0], to)
        return [to]
    if not to.parent.is_dir():
        raise GsmonError("file.folder_missing", str(to.parent))
    to.mkdir(exist_ok=True)
    return [file for data in made for file in _all(data, to)]


def _all(data: Data, folder: Path) -> Iterator[Path]:
    for ending, write in _WRITERS.items():
        file = folder / f"{data.form_id}{ending}"
        write(data, file)
        yield file
    file = folder / f"{data.form_id}-codebook.csv"
    _write_lines(file, _codebook(data))
    yield file


def _steps(ws: Workspace, forms: list[str], progress: Progress | None) -> Callable[[], None]:
    marks = ", ".join("?" * len(forms))
    query = f"SELECT count(*) FROM interview WHERE status = 'finished' AND form_id IN ({marks})"
    total, done = int(ws.value(query, forms)), 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None and (done % _TOLD_EVERY == 0 or done == total):
            progress(done, total)

    return step


# ------------------------------------------------------------------------------------------ CSV


def _write_csv(data: Data, to: Path) -> None:
    _write_lines(to, _rows(data))


def _rows(data: Data) -> Iterator[list[Any]]:
    yield [variable.name for variable in data.variables]
    for row in zip(*(variable.values for variable in data.variables), strict=True):
        yield [value.isoformat() if isinstance(value, datetime) else value for value in row]


def _codebook(data: Data) -> Iterator[list[Any]]:
    """A row a variable, then a row a value of it; `sav` is the number the SPSS file has for the code."""
    yield ["variable", "label", "kind", "value", "value_label", "sav"]
    for variable in data.variables:
        yield [variable.name, variable.label, variable.kind, "", "", ""]
        for number, (value, label) in enumerate(variable.labels.items(), 1):
            yield [variable.name, "", "", value, label, number if variable.kind == CODE else value]


def _write_lines(to: Path, rows: Iterator[list[Any]]) -> None:
    with new_file(to, replace=True) as part:
        text = io.TextIOWrapper(part.stream, encoding="utf-8-sig", newline="", write_through=True)
        csv.writer(text).writerows(rows)
        text.flush()
        text.detach()
        part.place()


# ------------------------------------------------------------------------------------------ Parquet


def _write_parquet(data: Data, to: Path) -> None:
    import duckdb  # sixty megabytes, and few need them

    frame = _frame(data, _plain)  # noqa: F841 - the query below names it
    with new_name(to) as part, duckdb.connect() as db:
        db.execute("SET temp_directory = ''")  # nothing readable beside the file asked for
        name = str(part).replace("'", "''")
        db.execute(f"COPY (SELECT * FROM frame) TO '{name}' (FORMAT parquet, COMPRESSION zstd)")


def _plain(variable: Variable) -> tuple[list[Any], str | None]:
    types = {CODE: "str", TEXT: "str", WHOLE: "Int64", NUMBER: "Float64", MOMENT: "datetime64[us]"}
    return variable.values, types.get(variable.kind)


# ------------------------------------------------------------------------------------------ SPSS


def _write_sav(data: Data, to: Path) -> None:
    import pyreadstat  # it needs numpy and pandas, and few need them

    labels: dict[str, dict[int | float, str]] = {}
    missing: dict[str, list[Any]] = {}
    for variable in data.variables:
        if variable.kind == CODE:
            labels[variable.name] = {n: _cut(v) for n, v in enumerate(variable.labels.values(), 1)}
        elif variable.labels:
            labels[variable.name] = {value: _cut(label) for value, label in variable.labels.items()}
            if DONT_KNOW in variable.labels:
                missing[variable.name] = [DONT_KNOW]
    with new_name(to) as part:
        pyreadstat.write_sav(
            _frame(data, _coded),
            str(part),
            file_label=_cut(data.title, 60),
            column_labels=[_cut(variable.label, _LABEL) for variable in data.variables],
            variable_value_labels=labels,
            missing_ranges=missing,
            variable_measure={v.name: "nominal" for v in data.variables if v.kind == CODE},
            row_compress=True,
        )


def _coded(variable: Variable) -> tuple[list[Any], str | None]:
    """Codes as numbers in the list's order."""
    if variable.kind == CODE:
        numbers = {code: float(n) for n, code in enumerate(variable.labels, 1)}
        return [numbers.get(value) for value in variable.values], "float64"
    if variable.kind == TEXT:
        return [None if value is None else _cut(clean(value), _TEXT) for value in variable.values], "object"
    types = {WHOLE: "float64", NUMBER: "float64", MOMENT: "datetime64[us]", DAY: "object"}
    return variable.values, types[variable.kind]


def _cut(text: str, most: int = _VALUE_LABEL) -> str:
    """A text of at most so many bytes, no letter broken."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")


def _frame(data: Data, column: Callable[[Variable], tuple[list[Any], str | None]]) -> DataFrame:
    import pandas as pd

    made = {}
    for variable in data.variables:
        values, kind = column(variable)
        made[variable.name] = pd.Series(values, dtype=kind)
    return pd.DataFrame(made)


_WRITERS: Mapping[str, Callable[[Data, Path], None]] = {
    ".csv": _write_csv,
    ".parquet": _write_parquet,
    ".sav": _write_sav,
}
