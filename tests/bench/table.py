"""Prints what `make bench` measured: each of ours beside its bare baseline of the same run, and their ratio.

Usage: python -m tests.bench.table build/bench.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def table(results: dict[str, list[dict[str, object]]]) -> str:
    """A readable table of pytest-benchmark JSON: a row a group, of its tests named bare and ours, and what
    they state beside."""
    pairs: dict[str, dict[str, float]] = {}
    for row in results["benchmarks"]:
        stats, name = row["stats"], str(row["name"])
        assert isinstance(stats, dict)
        pair = pairs.setdefault(str(row["group"]), {})
        pair["bare" if "bare" in name else "ours"] = float(stats["median"])
        extra = row.get("extra_info")
        if isinstance(extra, dict) and "bare" in extra:
            pair["bare"] = float(extra["bare"])
    lines = [f"{'what':58} {'bare, ms':>10} {'ours, ms':>10} {'ratio':>8}"]
    for group, pair in sorted(pairs.items()):
        bare, ours = pair.get("bare", float("nan")), pair.get("ours", float("nan"))
        lines.append(f"{group:58} {bare * 1000:#10.4g} {ours * 1000:#10.4g} {ours / bare:#8.3g}")
    for row in results["benchmarks"]:
        said = row.get("extra_info")
        if isinstance(said, dict):
            lines += [f"{name}: {value}" for name, value in said.items() if name != "bare"]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
