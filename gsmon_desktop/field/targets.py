"""The planned sample by service and region, and how much of it is done.

HQ plans a number of interviews per service and per region; the shares of the regions follow the
population. The plan of one service in one region is its part of both, rounded so that the parts of every
service and of every region add up to their plans (controlled rounding of a two-way table, Cox 1987, by
the greedy filling of Gale and Ryser).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Progress:
    """Complete interviews of a service against its plan; `target` 0 means none is planned here."""

    service: str
    done: int
    target: int

    @property
    def share(self) -> float:
        """Part of the plan that is done, 0 to 1; more than planned is 1."""
        return 1.0 if self.done >= self.target else self.done / self.target


def plan(catalogue: Catalogue) -> dict[tuple[str, str], int]:
    """Planned interviews by (service id, region code); sums by service and by region are their `n_mass`."""
    services = {service.id: service.n_mass for service in catalogue.services.values()}
    return divide(services, {region.code: region.n_mass for region in catalogue.regions.values()})


def divide(rows: Mapping[str, int], columns: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """Whole numbers close to ``row * column / total`` whose sums are `rows` and `columns`.

    Each is the exact number's floor or one more. Both must have the same total; where they do not, the sums
    of the rows hold and those of the columns are near.
    """
    total = sum(columns.values())
    cells = {(row, column): rows[row] * columns[column] // total for row in rows for column in columns}
    short = {row: rows[row] - sum(cells[row, column] for column in columns) for row in rows}
    room = {column: columns[column] - sum(cells[row, column] for row in rows) for column in columns}
    for row in sorted(rows, key=lambda row: -short[row]):
        remainder = {column: rows[row] * columns[column] % total for column in columns}
        for column in sorted(columns, key=lambda column: (-room[column], -remainder[column]))[: short[row]]:
            cells[row, column] += 1
            room[column] -= 1
    return cells


def progress(workspace: Workspace, catalogue: Catalogue, region: str = "") -> list[Progress]:
    """Each service that is planned or begun, in the catalogue's order; in all regions when `region` is empty.

    Raises GsmonError as the workspace's reading does.
    """
    done = _done(workspace, region)
    targets = plan(catalogue)
    rows = []
    for service in catalogue.services.values():
        target = targets[service.id, region] if region else service.n_mass
        if target or done.get(service.id):
            rows.append(Progress(service.id, done.get(service.id, 0), target))
    return rows


def _done(workspace: Workspace, region: str) -> dict[str, int]:
    rows = workspace.query(
        "SELECT service, count(*) AS n FROM interview WHERE status = 'finished' AND outcome = 'complete'"
        " AND (:region = '' OR region = :region) GROUP BY service",
        {"region": region},
    )
    return {row["service"]: row["n"] for row in rows}
