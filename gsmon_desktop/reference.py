"""The reference data: catalogue, methodology, published figures. Read once, then kept.

Catalogue and editions are those the program brings, or those of the central office's latest pack, where a
workspace with one is in use (`use`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue, parse_catalogue
from gsmon_desktop.methodology.edition import Edition, parse_edition
from gsmon_desktop.methodology.published import FILES, Published, parse_published
from gsmon_desktop.methodology.published_tables import PublishedTables, parse_published_tables
from gsmon_desktop.paths import read_resource, resources

CURRENT_EDITION = "2025"
FOLDER = "reference"
"""Where a workspace has the reference data of packs: a folder a pack, by its number."""
_CATALOGUE = ("catalogue/services.csv", "catalogue/bodies.csv", "catalogue/regions.csv")
_found: list[Path] = []
"""The folder of the pack in use, if any: the only state of this module."""


def use(workspace: Path) -> None:
    """Reads, from now on, the reference data of this workspace's latest pack, where it has one."""
    number = latest(workspace)
    _found[:] = [workspace / FOLDER / str(number)] if number else []
    catalogue.cache_clear()
    edition.cache_clear()


def latest(workspace: Path) -> int:
    """The number of a workspace's latest reference data; 0 where it has none of its own."""
    try:
        return max(
            (int(each.name) for each in (workspace / FOLDER).iterdir() if each.name.isdecimal()), default=0
        )
    except OSError:
        return 0


def texts() -> dict[str, str]:
    """Catalogue and current edition as texts by file name: what a pack carries."""
    names = (*_CATALOGUE, f"methodology/{CURRENT_EDITION}.toml")
    return {name: _read(name) for name in names}


def check(given: Mapping[str, str]) -> None:
    """Parses reference data somebody sent. Raises GsmonError naming file, row and field of what is wrong."""
    names = (*_CATALOGUE, f"methodology/{CURRENT_EDITION}.toml")
    if set(given) != set(names):
        raise GsmonError("reference.unreadable", ", ".join(sorted(set(names) ^ set(given))))
    parse_catalogue(*(given[name] for name in _CATALOGUE))
    parse_edition(given[names[-1]], f"{CURRENT_EDITION}.toml")


@cache
def catalogue() -> Catalogue:
    """Services, bodies and regions. Raises `GsmonError` naming file, row and field of what is wrong."""
    return parse_catalogue(
        services=_read("catalogue/services.csv"),
        bodies=_read("catalogue/bodies.csv"),
        regions=_read("catalogue/regions.csv"),
    )


def editions() -> tuple[str, ...]:
    """Ids of the shipped editions, oldest first."""
    return tuple(sorted(file.stem for file in (resources() / "methodology").glob("*.toml")))


@cache
def edition(edition_id: str = CURRENT_EDITION) -> Edition:
    """An edition of the methodology. Raises `GsmonError("reference.edition")` for one that is not shipped."""
    if edition_id not in editions():
        raise GsmonError("reference.edition", edition_id, known=", ".join(editions()))
    return parse_edition(_read(f"methodology/{edition_id}.toml"), f"{edition_id}.toml")


@cache
def published(year: int = 2025) -> Published:
    """The published figures of a year."""
    return parse_published({name: _read(f"catalogue/published/{year}/{name}.json") for name in FILES})


@cache
def published_tables(year: int = 2025) -> PublishedTables:
    """The published ratings of a year, table by table, with the earlier years they print."""
    name = f"catalogue/published/{year}/tables.json"
    return parse_published_tables(_read(name), "tables.json")


def _read(name: str) -> str:
    try:
        for folder in _found:
            if (folder / name).is_file():
                return (folder / name).read_text(encoding="utf-8-sig")
        return read_resource(name)
    except (OSError, UnicodeDecodeError) as error:
        raise GsmonError("reference.unreadable", name) from error
