"""The table of `make bench` pairs ours with its baseline."""

from __future__ import annotations

from tests.bench.table import table


def test_ratio_stands_beside_the_pair() -> None:
    printed = table(
        {
            "benchmarks": [
                {"name": "test_bare_open", "group": "open", "stats": {"median": 0.010}},
                {
                    "name": "test_ours_open",
                    "group": "open",
                    "stats": {"median": 0.025},
                    "extra_info": {"bytes": 7},
                },
            ]
        }
    )
    assert printed.splitlines()[1].split() == ["open", "10.00", "25.00", "2.50"]
    assert printed.splitlines()[2] == "bytes: 7"
