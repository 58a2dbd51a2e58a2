"""Plans are divided among services and regions without losing an interview."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from gsmon_desktop.field.targets import Progress, divide, plan
from gsmon_desktop.reference import catalogue


@given(
    st.lists(st.integers(0, 900), min_size=1, max_size=20),
    st.lists(st.integers(1, 900), min_size=1, max_size=20),
)
def test_sums_hold_both_ways_and_cells_stay_near(rows: list[int], parts: list[int]) -> None:
    total = sum(rows)
    assume(total >= len(parts))
    columns = [1] * len(parts)
    for position in range(total - len(parts)):
        columns[position * 7 % len(parts) if position % 3 else 0] += 1
    cells = divide({str(i): n for i, n in enumerate(rows)}, {str(i): n for i, n in enumerate(columns)})
    for i, row in enumerate(rows):
        assert sum(cells[str(i), str(j)] for j in range(len(columns))) == row
    for j, column in enumerate(columns):
        assert sum(cells[str(i), str(j)] for i in range(len(rows))) == column
    for (i, j), cell in cells.items():
        assert 0 <= cell - rows[int(i)] * columns[int(j)] // total <= 1


def test_every_service_and_region_keeps_its_published_sample() -> None:
    shipped = catalogue()
    parts = plan(shipped)
    for service in shipped.services.values():
        assert sum(parts[service.id, region] for region in shipped.regions) == service.n_mass
    for region in shipped.regions.values():
        assert sum(parts[service, region.code] for service in shipped.services) == region.n_mass
    assert sum(parts.values()) == 12516


def test_progress_is_full_at_the_target_and_beyond() -> None:
    assert Progress("s01", 0, 4).share == 0
    assert Progress("s01", 1, 4).share == 0.25
    assert Progress("s01", 9, 4).share == 1
    assert Progress("s01", 3, 0).share == 1
