"""The shipped reference data: catalogue, methodology, published figures. Read once, then kept."""

from __future__ import annotations

from functools import cache

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue, parse_catalogue
from gsmon_desktop.methodology.edition import Edition, parse_edition
from gsmon_desktop.methodology.published import FILES, Published, parse_published
from gsmon_desktop.methodology.published_tables import PublishedTables, parse_published_tables
from gsmon_desktop.paths import read_resource, resources

CURRENT_EDITION = "2025"


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
        return read_resource(name)
    except (OSError, UnicodeDecodeError) as error:
        raise GsmonError("reference.unreadable", name) from error
