"""The workspace's few settings: device, name, role, region, language, created."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import AbstractContextManager

from sqlite_utils import Database


class Settings(MutableMapping[str, str]):
    """A mapping kept in the table `setting`; each change is one synced transaction."""

    def __init__(self, db: Database, transaction: Callable[[], AbstractContextManager[Database]]) -> None:
        self._transaction = transaction
        self._values: dict[str, str] = {
            row["name"]: row["value"] for row in db.query("SELECT name, value FROM setting")
        }

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __setitem__(self, name: str, value: str) -> None:
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name, value])
        self._values[name] = value

    def __delitem__(self, name: str) -> None:
        if name not in self._values:
            raise KeyError(name)
        with self._transaction() as db:
            db.execute("DELETE FROM setting WHERE name = ?", [name])
        del self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
