"""How long the respondent waits: from a key to the next question on the screen, its answer saved.

Usage: python -m tests.bench.feel FOLDER [INTERVIEWS]. Fills mass surveys by keys in the real screen; after
every answer a bare synced commit of the same disk takes its turn. Prints JSON, milliseconds: medians and
99th percentiles of one-key answers that stay on the page, of those that change it (cpu: the processor alone,
which waiting for others does not stretch; least: each question's fastest of all interviews, which a machine
busy with other things does not stretch either), and of the bare commits.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QCoreApplication

from tests.ui.killed import Waiting
from tests.ui.laptop import Laptop, make_workspace
from tests.ui.person import Person
from ui.app import application
from ui.widgets.scale import ScaleRow
from ui.widgets.select import SelectOne

WISHES = {"region": "astana", "age": "35"}


def measure(folder: Path, interviews: int) -> dict[str, float]:
    """Fills so many interviews in a new workspace below `folder`."""
    application()
    desk = Laptop(Waiting(), make_workspace(folder / "w"))  # type: ignore[arg-type]
    db = driver.connect(str(folder / "bare.db"), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("CREATE TABLE answer (path TEXT PRIMARY KEY, value TEXT) STRICT")
    times: dict[str, list[float]] = defaultdict(list)
    least: dict[tuple[str, str], float] = {}
    for _ in range(interviews):
        desk.begin("mass_survey")
        person = Person(desk, {}, WISHES)
        while desk.at:
            before, page = desk.at, desk.screen._page_path()
            one_key = isinstance(desk.screen.editor(), ScaleRow | SelectOne)
            began, worked = perf_counter(), process_time()
            person.answer()
            desk.screen._wait()  # sleeping, where a test would spin
            QCoreApplication.processEvents()  # what was changed is painted
            passed, worked = perf_counter() - began, process_time() - worked
            if one_key and desk.at:
                same = desk.screen._page_path() == page
                kind = "answer" if same else "page"
                times[kind].append(passed)
                times[f"{kind} cpu"].append(worked)
                least[kind, before] = min(passed, least.get((kind, before), passed))
            began = perf_counter()
            db.execute("INSERT OR REPLACE INTO answer VALUES ('/data/q', ?)", [before])
            times["bare"].append(perf_counter() - began)
        desk.screen.leave()
    desk.close()
    db.close()
    for (kind, _), fastest in least.items():
        times[f"{kind} least"].append(fastest)
    return {
        f"{name} {what}": round(1000 * figure, 2)
        for name, found in times.items()
        for what, figure in (("median", median(found)), ("p99", _at(found, 0.99)))
    }


def _at(found: list[float], part: float) -> float:
    return sorted(found)[min(len(found) - 1, int(len(found) * part))]


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)))
