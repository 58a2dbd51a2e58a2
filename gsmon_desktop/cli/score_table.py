"""Scores as a table of text for a terminal, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import is_few, without_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.published import Figure, Published
from gsmon_desktop.methodology.rounding import displayed, percent
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.reports.tables_of_scores import TEXT, Table

LEVELS = ("service", "body", "region", "republic")
_NAME_WIDTH = 44
_MISSING = "–"

_WORDS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "service": "Услуга",
        "body": "Госорган",
        "region": "Регион",
        "republic": "Все услуги",
        "n": "Анкет",
        "score": "Балл",
        "interval": "95 %",
        "satisfied": "«5», %",
        "band": "Уровень",
        "published": "2025",
        "title": "Предварительно, методика {edition}",
        "too_few": "мало",
        "few": "! меньше {n} анкет: судить рано",
        "empty": "Завершенных анкет с оценками пока нет.",
        "ignored": "Не учтено ответов, которых нет в методике или каталоге: {n} ({where})",
    },
    "kk": {
        "service": "Қызмет",
        "body": "Мемлекеттік орган",
        "region": "Өңір",
        "republic": "Барлық қызмет",
        "n": "Сауалнама",
        "score": "Балл",
        "interval": "95 %",
        "satisfied": "«5», %",
        "band": "Деңгейі",
        "published": "2025",
        "title": "Алдын ала нәтиже, {edition} жылғы әдістеме",
        "too_few": "аз",
        "few": "! {n} сауалнамадан аз: қорытынды жасауға ерте",
        "empty": "Бағалары бар аяқталған сауалнама әзірге жоқ.",
        "ignored": "Әдістемеде немесе каталогта жоқ, есепке алынбаған жауап: {n} ({where})",
    },
    "en": {
        "service": "Service",
        "body": "Body",
        "region": "Region",
        "republic": "All services",
        "n": "People",
        "score": "Score",
        "interval": "95 %",
        "satisfied": "“5”, %",
        "band": "Band",
        "published": "2025",
        "title": "Preliminary, methodology of {edition}",
        "too_few": "too few",
        "few": "! fewer than {n} interviews: too early to judge",
        "empty": "There are no finished interviews with scores yet.",
        "ignored": "Answers unknown to the methodology or the catalogue, left out: {n} ({where})",
    },
}


def table(
    scores: Scores,
    by: str,
    edition: Edition,
    catalogue: Catalogue,
    published: Published,
    language: str,
    *,
    all_cuts: bool = False,
) -> str:
    """The scores of one level (`LEVELS`) with n, interval, share of fives, band and the published figure.
    Regions of too few people have no score unless `all_cuts`.

    Rows stand by score, then share of fives, as the published ratings do; the total stands last.
    """
    words = _WORDS[language]
    if not all_cuts:
        scores = without_few(scores, edition)
    rows = sorted(_rows(scores, by, catalogue, published, language), key=_rank)
    lines = [words["title"].format(edition=edition.id), ""]
    if scores.republic.score is None:
        lines.append(words["empty"])
    else:
        rows.append((words["republic"], scores.republic, published.all_services))
        lines += _aligned([_heading(words, by), *(_cells(row, edition, language) for row in rows)])
        if any(stat.warning for _, stat, _ in rows):
            lines += ["", words["few"].format(n=edition.warn_below)]
    if scores.ignored:
        where = "; ".join(sorted(scores.ignored))
        lines.append(words["ignored"].format(n=sum(scores.ignored.values()), where=where))
    return "\n".join(lines)


def _heading(words: Mapping[str, str], by: str) -> list[str]:
    return [words[by], *(words[key] for key in ("n", "score", "interval", "satisfied", "band", "published"))]


_Row = tuple[str, Stat, Figure | None]


def _rows(
    scores: Scores, by: str, catalogue: Catalogue, published: Published, language: str
) -> Iterable[_Row]:
    if by == "service":
        for key, service in scores.services.items():
            name = f"{key} {catalogue.services[key].name_ru}"
            yield name, service.stat, published.services.get(key)
    elif by == "body":
        for key, body in scores.bodies.items():
            name = f"{key} · {catalogue.bodies[key].names[language]}"
            yield name, body.stat, published.bodies.get((key, "all"))
    elif by == "region":
        for key, region in scores.regions.items():
            yield catalogue.regions[key].names[language], region.stat, published.regions.get((key, "total"))


def _rank(row: _Row) -> tuple[float, float]:
    _, stat, _ = row
    return -(stat.score or 0), -(stat.satisfied or 0)


def _cells(row: _Row, edition: Edition, language: str) -> list[str]:
    name, stat, figure = row
    short = _short(name)
    known = "" if figure is None or figure.score is None else f"{displayed(figure.score)}"
    if is_few(stat):
        few = _WORDS[language]["too_few"]
        return [short, f"{stat.respondents} !", few, _MISSING, _MISSING, _MISSING, known]
    if stat.score is None or stat.satisfied is None or stat.low is None or stat.high is None:
        return [short, str(stat.respondents), _MISSING, _MISSING, _MISSING, _MISSING, known]
    band = edition.band(stat.score)
    return [
        short,
        f"{stat.respondents}{' !' if stat.warning else '  '}",
        str(displayed(stat.score)),
        f"{displayed(stat.low)}–{displayed(stat.high)}",
        str(percent(stat.satisfied)),
        f"{band.sign} {band.names[language]}",
        known,
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell; texts to the left, figures to the right."""
    return _columns(rows, (0, 5))


def columns_of_text(found: Table) -> list[str]:
    """A rating or a further table as lines; names are cut to a width that fits a terminal."""
    rows = [[_short(cell) for cell in row] for row in found.texts()]
    return _columns(rows, [n for n, column in enumerate(found.columns) if column.kind == TEXT])


def _short(name: str) -> str:
    return name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 1].rstrip() + "…"


def _columns(rows: Sequence[Sequence[str]], left: Collection[int]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        placed = zip(row, widths, strict=True)
        cells = [c.ljust(w) if n in left else c.rjust(w) for n, (c, w) in enumerate(placed)]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "─" * max(map(len, lines)))
    return lines
