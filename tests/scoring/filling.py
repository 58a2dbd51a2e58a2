"""Finished interviews put straight into a workspace's tables: many in little time, for counting them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.store.workspace import Workspace

ALMATY = timezone(timedelta(hours=5))
NOON = datetime(2025, 6, 2, 12, tzinfo=ALMATY)


def clock() -> datetime:
    return NOON


def make(folder: Path) -> Workspace:
    """A new workspace with one form row for interviews to refer to."""
    workspace = Workspace.create(folder, now=clock, name="Айгүл")
    with workspace.transaction() as db:
        db.execute(
            "INSERT INTO form VALUES ('f', 'mass_survey', '1', 'Survey', '<x/>', 'x.xml', x'', ?)",
            [NOON.isoformat()],
        )
    return workspace


def put(workspace: Workspace, scores: Mapping[str, str], **columns: str) -> int:
    """One interview with its scores; `columns` replace the usual complete electronic one in Astana."""
    row = {
        "id": f"uuid:{random.getrandbits(64):x}",
        "form_id": "mass_survey",
        "form_hash": "f",
        "status": "finished",
        "outcome": "complete",
        "interviewer": "Айгүл",
        "region": "astana",
        "service": "s59",
        "branch": "electronic",
        "place": "portal",
        "started": NOON.isoformat(),
        **columns,
    }
    with workspace.transaction() as db:
        cursor = db.execute(
            f"INSERT INTO interview ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            list(row.values()),
        )
        number = int(cursor.lastrowid or 0)
        db.conn.executemany(
            "INSERT INTO score VALUES (?, ?, ?)", [(number, item, value) for item, value in scores.items()]
        )
    return number


def put_many(workspace: Workspace, n: int, *, seed: int = 1, rules: Edition | None = None) -> None:
    """`n` interviews drawn over all services and regions, in one transaction."""
    chance = random.Random(seed)
    rules = rules or edition()
    services = tuple(catalogue().services.values())
    regions = tuple(catalogue().regions)
    items = {form: rules.items_of(form) for form in rules.forms}
    interviews, scores = [], []
    for number in range(1, n + 1):
        service = chance.choices(services, [s.n_mass for s in services])[0]
        form = chance.choice(service.forms)
        place = "portal" if form == "electronic" else chance.choice(("con", "body"))
        started = (NOON + timedelta(minutes=7 * number)).isoformat()
        interviews.append(
            (number, f"uuid:{number}", chance.choice(regions), service.id, form, place, started)
        )
        scores += [(number, item.id, chance.choices("12345", (1, 1, 2, 12, 84))[0]) for item in items[form]]
    with workspace.transaction() as db:
        db.conn.executemany(
            "INSERT INTO interview (number, id, region, service, branch, place, started,"
            " form_id, form_hash, status, outcome, interviewer)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'mass_survey', 'f', 'finished', 'complete', 'Айгүл')",
            interviews,
        )
        db.conn.executemany("INSERT INTO score VALUES (?, ?, ?)", scores)
