"""Posters of ratings for a wall: bars with intervals and bands, as a yearly report shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reportlab.lib.pagesizes import A3, A4
from reportlab.platypus import Flowable, PageBreak

from gsmon_desktop import scoring
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.online import Online
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.ratings import NOTHING, change, figure_of, mean_figure, ranked
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.reports import pdf, poster_parts
from gsmon_desktop.reports.compared import ALONE, Compared
from gsmon_desktop.reports.poster_parts import Bar, Figures, Parts
from gsmon_desktop.reports.tables_of_scores import CHANGE, OWN_ZONE, as_text
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace, local_now

SIZES = {"a4": A4, "a3": A3}


@dataclass(frozen=True)
class Made:
    """What posters are made of besides the scores: words, when, and whose workspace it is."""

    texts: Texts
    edition: Edition
    catalogue: Catalogue
    online: Online | None
    compared: Compared
    about: str


def write_posters(  # noqa: PLR0913 (all by name; each is one thing of the report)
    ws: Workspace,
    to: Path,
    *,
    edition: Edition,
    catalogue: Catalogue,
    language: str = "ru",
    size: str = "a4",
    online: Online | None = None,
    compared: Compared = ALONE,
    now: Callable[[], datetime] = local_now,
    progress: pdf.Progress | None = None,
) -> Path:
    """Writes all ratings the workspace has answers for to a .pdf, a poster each.

    `size` is a4 or a3. `online` is combined into the ratings of its level; `compared` brings another year's
    figures, and regions of too few people into the ratings. Raises GsmonError
    ``report.not_pdf``, ``report.no_scores``, ``file.…``.
    """
    if to.suffix.lower() != ".pdf":
        raise GsmonError("report.not_pdf", str(to))
    scores = compared.shown(scoring.preview(ws, edition, catalogue), edition)
    if scores.republic.score is None:
        raise GsmonError("report.no_scores")
    texts = Texts("documents", language)
    about = texts("poster.about", people=scores.republic.respondents, made=now().strftime("%d.%m.%Y"))
    made = Made(texts, edition, catalogue, online, compared, about)
    page = SIZES[size]
    story: list[Flowable] = []
    for part in _posters(scores, made, page[0] / A4[0]):
        story += [PageBreak(), *part] if story else part
    title = texts("poster.title")
    foot = texts("document.foot", title=title, made=now().strftime("%d.%m.%Y %H:%M"))
    return pdf.write(to, story, title=title, foot=foot, size=page, progress=progress)


def _posters(scores: Scores, made: Made, scale: float) -> Iterator[list[Flowable]]:
    """The republic with its criteria, then services, central bodies, local bodies, regions."""
    language = made.texts.language
    regions = {key: region.names[language] for key, region in made.catalogue.regions.items()}
    services = {s.id: f"{s.no}. {s.name_ru}" for s in made.catalogue.services.values()}
    yield _republic(scores, made, scale)
    levels: Sequence[tuple[str, dict[str, Stat], dict[str, str]]] = (
        ("services", {key: each.stat for key, each in scores.services.items()}, services),
        ("central", _central(scores, made.catalogue), _bodies(made.catalogue, language)),
        ("local", {key: each.local for key, each in scores.regions.items()}, regions),
        ("regions", {key: each.stat for key, each in scores.regions.items()}, regions),
    )
    for name, stats, names in levels:
        told = {key: stat for key, stat in stats.items() if stat.score is not None}
        if told:
            yield [*_rating(name, told, names, made, scale), *_left_out(stats, names, made)]


def _central(scores: Scores, catalogue: Catalogue) -> dict[str, Stat]:
    return {
        key: body.zones.get(OWN_ZONE, body.stat)
        for key, body in scores.bodies.items()
        if catalogue.bodies[key].level != "local"
    }


def _bodies(catalogue: Catalogue, language: str) -> dict[str, str]:
    return {key: body.names[language] for key, body in catalogue.bodies.items()}


def _head(made: Made, key: str, scale: float) -> list[Flowable]:
    title, note = made.texts(f"poster.{key}"), made.texts(f"poster.{key}_note")
    return [poster_parts.Head(title, f"{made.about}\n{note}", made.texts("poster.preliminary"), scale)]


def _legend(made: Made) -> list[tuple[str, str]]:
    """Each band's sign and words with where it begins."""
    language = made.texts.language
    return [
        (band.sign, f"{band.names[language]}, {made.texts('poster.from')} {made.texts.figure(band.least)}")
        for band in made.edition.bands
    ]


def _rating(
    key: str, stats: dict[str, Stat], names: dict[str, str], made: Made, scale: float
) -> list[Flowable]:
    """One rating: a line each by rank, the combined score where the online monitoring is known."""
    online, before = _online(key, made), _before(key, made)
    total = {at: mean_figure((figure_of(stat), online.get(at))) for at, stat in stats.items()}
    bars = []
    for at, rank in ranked(total).items():
        stat, score = stats[at], total[at].score
        bar = _bar(f"{rank}", names[at], stat, score, made)
        if before:
            bar = replace(
                bar, figures=(*bar.figures, made.texts.localised(_changed(total[at], before.get(at))))
            )
        bars.append(bar)
    heads = _heads(made, before)
    parts = Parts(scale, len(bars), len(heads))
    story: list[Flowable] = [*_head(made, key, scale), poster_parts.Legend(_legend(made), parts)]
    for first in range(0, len(bars), parts.whole):
        if first:
            story += [PageBreak(), *_head(made, key, scale)]
        story.append(poster_parts.Heads(heads, parts))
        story += [poster_parts.Line(bar, parts) for bar in bars[first : first + parts.whole]]
    if any(bar.few for bar in bars):
        story.append(pdf.text(made.texts("poster.few", n=made.edition.warn_below), pdf.NOTE))
    if online:
        story.append(pdf.text(made.texts("poster.combined"), pdf.NOTE))
    return story


def _left_out(stats: dict[str, Stat], names: dict[str, str], made: Made) -> list[Flowable]:
    """Names those that too few people answered about."""
    few = [names[key] for key, stat in stats.items() if is_few(stat)]
    words = made.texts("poster.left_out", n=made.edition.few_below, names=", ".join(few))
    return [pdf.text(words, pdf.NOTE)] if few else []


def _heads(made: Made, before: Mapping[str, Figure]) -> list[str]:
    """Headings of the figures; the change since another year comes last."""
    heads = [made.texts(f"poster.{name}") for name in ("score", "satisfied", "people")]
    if before and made.compared.before:
        heads.append(made.texts("poster.change", year=made.compared.before.year))
    return heads


_YEARLY = {"services": "service", "central": "body", "local": "local", "regions": "region"}


def _before(key: str, made: Made) -> Mapping[str, Figure]:
    return made.compared.before.of(_YEARLY[key]) if made.compared.before else {}


def _changed(now: Figure, before: Figure | None) -> str:
    found = change(now, before or NOTHING).score
    return as_text(found, CHANGE)


def _online(key: str, made: Made) -> dict[str, Figure]:
    level = {"services": "service", "central": "body", "local": "region"}.get(key)
    online = made.online
    if online is None or level is None:
        return {}
    if level == "body" and online.level == "service":
        online = online.of_bodies(made.catalogue)
    return {at: row.figure for at, row in online.rows.items()} if online.level == level else {}


def _bar(rank: str, name: str, stat: Stat, score: float | None, made: Made) -> Bar:
    shown = made.edition.band(score or 0)
    place = next(n for n, band in enumerate(made.edition.bands) if band.id == shown.id)
    return Bar(
        rank=rank,
        name=name,
        score=score or 0,
        low=stat.low,
        high=stat.high,
        band=place,
        sign=shown.sign,
        figures=(made.texts.figure(score or 0), made.texts.share(stat.satisfied or 0), f"{stat.respondents}"),
        few=stat.warning,
    )


def _republic(scores: Scores, made: Made, scale: float) -> list[Flowable]:
    """The republic in large figures, then every criterion of each form."""
    texts, edition, language = made.texts, made.edition, made.texts.language
    whole = scores.republic
    band = edition.band(whole.score or 0)
    figures = Figures(
        score=texts.figure(whole.score or 0),
        band=f"{band.sign} {band.names[language]}",
        colour=next(n for n, each in enumerate(edition.bands) if each.id == band.id),
        interval=texts(
            "poster.interval", low=texts.figure(whole.low or 0), high=texts.figure(whole.high or 0)
        ),
        satisfied=f"{texts.share(whole.satisfied or 0)} %",
        satisfied_of=texts("poster.satisfied_long"),
    )
    parts = Parts(scale)
    story: list[Flowable] = [*_head(made, "republic", scale), poster_parts.Large(figures, parts)]
    story.append(poster_parts.Legend(_legend(made), parts))
    heads = _heads(made, {})
    for form, found in scores.national.items():
        story.append(pdf.text(edition.forms[form].names[language], poster_parts.section(scale)))
        story.append(poster_parts.Heads(heads, parts))
        for key, criterion in found.criteria.items():
            if criterion.stat.score is not None:
                name = edition.criteria[key].names[language]
                story.append(
                    poster_parts.Line(_bar("", name, criterion.stat, criterion.stat.score, made), parts)
                )
    return story
