"""Plans are divided among regions without losing an interview."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.field.targets import Progress, divide, plan
from gsmon_desktop.reference import catalogue


@given(
    st.integers(0, 2000),
    st.dictionaries(
        st.text(min_size=1, max_size=3), st.integers(1, 2000).map(Fraction), min_size=1, max_size=20
    ),
)
def test_parts_add_up_and_stay_within_one_of_the_exact_share(
    total: int, weights: dict[str, Fraction]
) -> None:
    parts = divide(total, weights)
    assert sum(parts.values()) == total
    for key, part in parts.items():
        assert abs(part - total * weights[key] / sum(weights.values())) < 1


def test_every_service_keeps_its_published_sample() -> None:
    shipped = catalogue()
    parts = plan(shipped)
    for service in shipped.services.values():
        assert sum(parts[service.id, region] for region in shipped.regions) == service.n_mass
    assert sum(parts.values()) == 12516


def test_progress_is_full_at_the_target_and_beyond() -> None:
    assert Progress("s01", 0, 4).share == 0
    assert Progress("s01", 1, 4).share == 0.25
    assert Progress("s01", 9, 4).share == 1
    assert Progress("s01", 3, 0).share == 1
