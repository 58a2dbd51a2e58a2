"""The words of reports: headings and notes from `resources/reports/*.toml`, in Russian, Kazakh or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal

from gsmon_desktop.methodology.rounding import SCORE_PLACES, displayed, percent
from gsmon_desktop.paths import read_resource


class Texts:
    """The words of one report in one language: `texts("scores.n")`, with values put in by name."""

    def __init__(self, report: str, language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = {}
        for group, entries in tomllib.loads(read_resource(f"reports/{report}.toml")).items():
            for name, versions in entries.items():
                self._texts[f"{group}.{name}"] = versions[language]

    def __call__(self, key: str, **values: object) -> str:
        return self._texts[key].format_map(values) if values else self._texts[key]

    def get(self, key: str, otherwise: str) -> str:
        """The text, or `otherwise` where the report has none of that key (a code it does not know)."""
        return self._texts.get(key, otherwise)

    def figure(self, value: float | Decimal, places: int = SCORE_PLACES) -> str:
        """A number rounded for display, with the language's decimal sign."""
        return self.localised(str(displayed(value, places)))

    def share(self, part: float) -> str:
        """A share (0 to 1) as percent, without its sign."""
        return self.localised(str(percent(part)))

    def localised(self, figure: str) -> str:
        """A number written with a point, with the language's decimal sign."""
        return figure if self.language == "en" else figure.replace(".", ",")

    def named(self, names: Mapping[str, str]) -> str:
        """The name in this language of something named in all three."""
        return names[self.language]
