"""The central office's board: what came from whom, what is missing, what waits for a decision."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice

from gsmon_desktop.store import Workspace


@dataclass(frozen=True, slots=True)
class Line:
    """A device. `last`: number, time and person of its latest package; `gaps`: numbers of packages that never
    came; `parts`: parts of batches that never came, as "2/3 of 7"; the rest counts interviews and
    packages.
    """

    region: str
    device: str
    person: str
    last: int
    made: str
    taken: str
    packages: int
    interviews: int
    refused: int
    conflicts: int
    waiting: int
    gaps: tuple[int, ...]
    parts: tuple[str, ...]

    @property
    def lost(self) -> tuple[int, ...]:
        """The gaps that no part names."""
        named = {part.rpartition("(")[2].rstrip(")") for part in self.parts}
        return tuple(number for number in self.gaps if str(number) not in named)


_DEVICES = """
    SELECT region, device, person, sequence AS last, made, taken,
        (SELECT count(*) FROM intake n WHERE n.device = i.device) AS packages,
        (SELECT count(DISTINCT r.record) FROM intake n JOIN intake_record r ON r.package = n.package
            WHERE n.device = i.device) AS interviews,
        (SELECT count(*) FROM set_aside a WHERE a.device = i.device AND a.record <> '') AS refused,
        (SELECT count(*) FROM conflict c WHERE c.device = i.device AND c.settled IS NULL) AS conflicts,
        (SELECT count(*) FROM set_aside a WHERE a.device = i.device AND a.record = '') AS waiting
    FROM intake i WHERE sequence = (SELECT max(sequence) FROM intake m WHERE m.device = i.device)
    ORDER BY region, device
"""
_STRANGERS = """
    SELECT device, count(*) AS waiting FROM set_aside
    WHERE record = '' AND device NOT IN (SELECT device FROM intake) GROUP BY device ORDER BY device
"""


def board(ws: Workspace) -> list[Line]:
    """A line a device by region, then the devices nobody has accepted yet."""
    lines = []
    for row in ws.query(_DEVICES):
        settled = _settled(ws, row["device"])
        gaps = islice((number for number in range(1, row["last"]) if number not in settled), _MOST)
        lines.append(Line(**row, gaps=tuple(gaps), parts=_missing_parts(ws, row["device"], settled)))
    strangers = ws.query(_STRANGERS)
    return lines + [
        Line("", row["device"], "", 0, "", "", 0, 0, 0, 0, row["waiting"], (), ()) for row in strangers
    ]


_MOST = 100
"""Gaps named at the most: a device that numbers from a thousand on has no thousand lost packages."""


def _settled(ws: Workspace, device: str) -> set[int]:
    """Numbers nobody waits for: what came, and what the device has withdrawn since."""
    rows = ws.query(
        """SELECT sequence AS number FROM intake WHERE device = :device
        UNION SELECT value FROM intake, json_each(intake.withdrawn) WHERE device = :device""",
        {"device": device},
    )
    return {row["number"] for row in rows}


def _missing_parts(ws: Workspace, device: str, settled: set[int]) -> tuple[str, ...]:
    """A part is missing while its number is: one whose interviews were all held back was never made."""
    rows = ws.query(
        """SELECT min(sequence) - min(part) + 1 AS first, parts, json_group_array(part) AS came
        FROM intake WHERE device = ? AND parts > 1 GROUP BY batch, parts ORDER BY first""",
        [device],
    )
    missing = []
    for row in rows:
        came, before = set(json.loads(row["came"])), row["first"] - 1
        parts = [
            f"{part}/{row['parts']} ({before + part})"
            for part in range(max(1, 1 - before), min(row["parts"], 10_000) + 1)
            if part not in came and before + part not in settled
        ]
        missing += parts[:_MOST]
    return tuple(missing)
