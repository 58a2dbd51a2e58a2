"""The words of reports: headings and notes from `resources/reports/*.toml`, in Russian, Kazakh or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

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

    def named(self, names: Mapping[str, str]) -> str:
        """The name in this language of something named in all three."""
        return names[self.language]
