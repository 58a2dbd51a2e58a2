"""The planned sample by service and region, and how much of it is done.

HQ plans a number of interviews per service and per region; the shares of the regions follow the population.
A service's plan is divided among the regions by those shares with the largest-remainder method (Hamilton), so
that a service's parts always add up to its plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

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
    """Planned interviews by (service id, region code). A service's parts add up to its `n_mass`."""
    weights = {code: Fraction(region.n_mass) for code, region in catalogue.regions.items()}
    return {
        (service.id, region): number
        for service in catalogue.services.values()
        for region, number in divide(service.n_mass, weights).items()
    }


def divide(total: int, weights: Mapping[str, Fraction]) -> dict[str, int]:
    """Whole parts of `total` in proportion to `weights` (largest remainder; ties go to the earlier key)."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    parts = {key: int(share) for key, share in exact.items()}
    by_remainder = sorted(exact, key=lambda key: parts[key] - exact[key])
    for key in by_remainder[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


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
