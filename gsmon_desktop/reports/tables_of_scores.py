"""Ratings and further tables of scores as plain rows, for the terminal, the window and the workbook alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import hidden, is_few, without_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.facts import FactScores
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.mystery import NOBODY, Mystery
from gsmon_desktop.methodology.online import Online
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.published_tables import PublishedTables
from gsmon_desktop.methodology.ratings import NOTHING, change, compare, figure_of, mean_figure, ranked
from gsmon_desktop.methodology.rounding import displayed, percent
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.methodology.yearly import Yearly
from gsmon_desktop.reference import published
from gsmon_desktop.reports.texts import Texts

TEXT, WHOLE, SCORE, SHARE, CHANGE, NUMBER = "text", "whole", "score", "share", "change", "number"
"""Kinds of columns: shares are 0 to 1, a change is signed and has two decimals, a number has one."""
MISSING = "–"

Value = str | int | float | None
OWN_ZONE = "body"


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading and what its values are."""

    heading: str
    kind: str = SCORE
    rated: bool = False
    """Are its scores coloured by their bands?"""
    short: str = ""
    """A heading for where there is no room, if it has one."""
    spare: int = 0
    """A narrow window leaves columns out, those with the highest number first; never those with 0."""


@dataclass(frozen=True)
class Table:
    """A table: `rows` of raw values, unrounded; a text in a column of numbers says why there is none."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    keys: tuple[tuple[str, str], ...] = ()
    """What each row is about, as (region | body | service | "", its key): the way to its interviews."""
    totalled: bool = False
    """Is the last row the sum of the others?"""

    def texts(self) -> list[list[str]]:
        """Headings and rows as they are shown: rounded half away from zero."""
        shown = [[as_text(v, c.kind) for v, c in zip(row, self.columns, strict=True)] for row in self.rows]
        return [[column.heading for column in self.columns], *shown]


@dataclass(frozen=True)
class Sources:
    """What tables are made of. `since` is the printed year dynamics look back to, `before` another year's
    figures from a file, which then is that year; `all_cuts` shows tiny cuts too.
    """

    scores: Scores
    facts: FactScores
    edition: Edition
    catalogue: Catalogue
    published: PublishedTables
    language: str
    online: Online | None = None
    since: int = 0
    before: Yearly | None = None
    all_cuts: bool = False
    mystery: Mystery = NOBODY
    texts: Texts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", Texts("ratings", self.language))
        if not self.all_cuts:
            object.__setattr__(self, "scores", without_few(self.scores, self.edition))

    def say(self, key: str, **values: object) -> str:
        """A word of `resources/reports/ratings.toml`."""
        return self.texts(key, **values)

    def short(self, key: str) -> str:
        """A heading's short form, empty where it has none."""
        return self.texts.get(f"short.{key}", "")

    def service(self, key: str) -> str:
        """A service as the printed report numbers and calls it."""
        service = self.catalogue.services[key]
        return f"{service.no}. {service.name_ru}"

    def band(self, stat: Stat) -> str:
        """A band's sign and word, and ⚠ where too few answered to judge."""
        found = next((band for band in self.edition.bands if band.id == stat.band), None)
        warning = " ⚠" if stat.warning else ""
        return f"{found.sign} {found.names[self.language]}{warning}" if found else ""

    def cut(self, stat: Stat | None) -> Value:
        """A cut's score, or "too few" under the edition's least number of people."""
        if stat is None:
            return None
        shown = stat if self.all_cuts else hidden(stat, self.edition)
        return self.say("word.few") if is_few(shown) else shown.score


def as_text(value: Value, kind: str) -> str:
    """A value of a column as text."""
    if value is None:
        return MISSING
    if isinstance(value, str):
        return value
    if kind == SHARE:
        return str(percent(value))
    if kind == WHOLE:
        return str(value)
    shown = displayed(value, 1 if kind == NUMBER else 2)
    if kind == CHANGE:
        return f"{shown:+}" if shown else str(abs(shown))
    return str(shown)


# ------------------------------------------------------------------------------------------ ratings


def services(sources: Sources) -> Table:
    """Services by their forms and their mean."""
    found = sources.scores.services
    stats = {key: service.stat for key, service in found.items() if service.stat.score is not None}
    names = {key: sources.service(key) for key in stats}
    forms = {key: {form: each.stat for form, each in found[key].forms.items()} for key in stats}
    return _rating(sources, "rating", "service", stats, names, forms)


def central(sources: Sources) -> Table:
    """Central bodies by their own zone (tables 7 and 8); the State Corporation by all its services."""
    stats = {
        key: body.zones.get(OWN_ZONE, body.stat)
        for key, body in sources.scores.bodies.items()
        if sources.catalogue.bodies[key].level != "local"
    }
    names = {key: f"{key} · {sources.catalogue.bodies[key].names[sources.language]}" for key in stats}
    return _rating(sources, "central", "body", stats, names, {})


def local(sources: Sources) -> Table:
    """Local bodies by region: paper, electronic, their mean (tables 10 and 14)."""
    regions = sources.scores.regions
    stats = {key: region.local for key, region in regions.items() if region.local.respondents}
    forms = {key: regions[key].local_forms for key in stats}
    return _rating(sources, "local", "region", stats, _regions(sources), forms)


def regions(sources: Sources) -> Table:
    """Regions by all zones of local services (table 16)."""
    found = sources.scores.regions
    stats = {key: region.stat for key, region in found.items() if region.stat.respondents}
    forms = {key: found[key].forms for key in stats}
    return _rating(sources, "regions", "", stats, _regions(sources), forms)


def _regions(sources: Sources) -> dict[str, str]:
    return {key: region.names[sources.language] for key, region in sources.catalogue.regions.items()}


def _rating(
    sources: Sources,
    name: str,
    level: str,
    stats: Mapping[str, Stat],
    names: Mapping[str, str],
    forms: Mapping[str, Mapping[str, Stat]],
) -> Table:
    """A rating by score, then share of fives; those of too few people stand last and have no rank. `level` is
    the level whose online figures and years it has.
    """
    say, by = sources.say, level or "region"
    mass = {key: figure_of(stat) for key, stat in stats.items()}
    online = _online(sources, level)
    total = {
        key: NOTHING if is_few(stats[key]) else mean_figure((mass[key], online.get(key))) for key in stats
    }
    printed = _printed(sources, name)
    before, since = _before(sources, name, level)
    columns = [
        Column(say("column.rank"), WHOLE, short=sources.short("rank")),
        Column(say(f"column.{by}"), TEXT),
    ]
    columns += [Column(say("column.n"), WHOLE, short=sources.short("n"))]
    columns += [
        Column(
            sources.edition.forms[form].names[sources.language],
            rated=True,
            short=sources.short(form),
            spare=1,
        )
        for form in _forms(sources, forms)
    ]
    columns += [
        Column(say("column.score"), rated=True),
        Column(say("column.low"), spare=2),
        Column(say("column.high"), spare=2),
    ]
    columns += [Column(say("column.satisfied"), SHARE, spare=3), Column(say("column.band"), TEXT)]
    columns += [Column(say("column.published"), short=sources.short("published"), spare=4)]
    columns += [Column(say("column.difference"), CHANGE, short=sources.short("difference"), spare=5)]
    columns += [Column(say("column.within"), TEXT, spare=6)]
    if online:
        columns += [Column(say("column.online")), Column(say("column.total"), rated=True)]
    if before:
        columns += [Column(say("column.change", year=since), CHANGE)]
    rows = []
    ranks = ranked(total)
    places = {key: ranks.get(key) for key in (*ranks, *(key for key in stats if key not in ranks))}
    for key, rank in places.items():
        stat, against = stats[key], compare(stats[key], printed.get(key))
        row: list[Value] = [rank, names[key], stat.respondents]
        row += [sources.cut(forms[key].get(form)) for form in _forms(sources, forms)]
        score: Value = say("word.few") if is_few(stat) else stat.score
        row += [score, stat.low, stat.high, stat.satisfied, sources.band(stat)]
        row += [printed.get(key, NOTHING).score, against.difference if against else None]
        row += [say("word.within" if against.within else "word.outside") if against else None]
        if online:
            row += [online.get(key, NOTHING).score, total[key].score]
        if before:
            row += [change(total[key], before[key]).score if key in before else None]
        rows.append(tuple(row))
    keys = tuple((by, key) for key in places)
    return Table(name, say(f"title.{name}"), tuple(columns), tuple(rows), keys)


def _forms(sources: Sources, forms: Mapping[str, Mapping[str, Stat]]) -> tuple[str, ...]:
    return tuple(sources.edition.forms) if forms else ()


def _online(sources: Sources, level: str) -> dict[str, Figure]:
    online = sources.online
    if online is None or not level:
        return {}
    if level == "body" and online.level == "service":
        online = online.of_bodies(sources.catalogue)
    return {key: row.figure for key, row in online.rows.items()} if online.level == level else {}


_PRINTED = {"central": ("7", OWN_ZONE), "local": ("10", "total"), "regions": ("16", "total")}


_YEARLY = {"rating": "service", "central": "body", "local": "local", "regions": "region"}


def _before(sources: Sources, name: str, level: str) -> tuple[Mapping[str, Figure], int]:
    """What dynamics look back to, and its year: a file's figures before the printed ones."""
    if sources.before is not None:
        return sources.before.of(_YEARLY[name]), sources.before.year
    return (sources.published.earlier(level, sources.since) if level else {}), sources.since


def _printed(sources: Sources, name: str) -> Mapping[str, Figure]:
    if name == "rating":
        return published().services
    number, column = _PRINTED[name]
    rows = sources.published.ratings[number].rows
    return {key: row[column] for key, row in rows.items() if column in row}
