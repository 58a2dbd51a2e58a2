"""Sheets of scores: services, criteria, items, state bodies, regions. Each says that it is preliminary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from gsmon_desktop.methodology.scores import FormScore, ServiceScore
from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import FIGURE_WIDTHS, Context
from gsmon_desktop.reports.sheet import Sheet, Value
from gsmon_desktop.reports.style import Look

_LABEL = 48
"""Characters of a service's name beside a bar."""
_ZONE = 20
"""Width of a zone's column, whose heading has a long word."""
TOP = 4
"""The row of the headings."""


@dataclass(frozen=True)
class Block:
    """Where a chart finds its figures: rows `first` to `last` of a sheet, columns counted from 1."""

    sheet: Sheet
    first: int
    last: int
    labels: int
    values: int
    name: str = ""


def write_services(context: Context) -> Block | None:
    """Services by rank (score, then share of fives), with interval, band, forms and zones."""
    texts, edition = context.texts, context.edition
    forms, zones = tuple(edition.forms), tuple(edition.zones)
    widths = (8, 6, 60, 15, *FIGURE_WIDTHS, *(14 for _ in forms), *(_ZONE for _ in zones), 44)
    sheet = context.titled("services", widths, frozen=f"D{TOP + 1}")
    headings: list[Value] = [texts(f"score.{name}") for name in ("place", "no", "service", "body")]
    headings += context.figure_headings()
    headings += [texts("score.form_of", form=_form(context, form)) for form in forms]
    headings += [texts("score.zone_of", zone=texts.named(edition.zones[zone].names)) for zone in zones]
    headings.append(texts("score.label"))
    sheet.all(style.HEADING, headings)
    ranked = sorted(context.scores.services.values(), key=_rank)
    for place, score in enumerate(ranked, 1):
        service = context.catalogue.services[score.service]
        by_form = {form: found.stat for form, found in score.forms.items()}
        sheet.add(
            place if score.stat.score is not None else None,
            service.no,
            (service.name_ru, style.NAME),
            service.body,
            *context.figures(score.stat),
            *(context.score(by_form.get(form)) for form in forms),
            *(context.score(score.zones.get(zone)) for zone in zones),
            (_short(f"{service.no}. {service.name_ru}"), style.FAINT),
        )
    first, last = TOP + 1, sheet.row
    _total(context, sheet, len(ranked))
    sheet.filter(TOP, len(headings), last=last)
    sheet.sheet.print_area = f"A1:{get_column_letter(len(headings) - 1)}{sheet.row}"
    if last < first:
        return None
    places = [7, *range(13, 13 + len(forms) + len(zones))]
    _colour(context, sheet, places, last + 1)
    return Block(sheet, first, last, labels=len(headings), values=7)


def _rank(score: ServiceScore) -> tuple[float, float]:
    return (-(score.stat.score or 0), -(score.stat.satisfied or 0))


def _total(context: Context, sheet: Sheet, services: int) -> None:
    """The republic: the plain mean over services."""
    if not services:
        sheet.add((context.texts("workbook.nothing"), style.NOTE))
        return
    figures = [(value, _bold(look)) for value, look in context.figures(context.scores.republic)]
    label = f"{context.texts('score.all')}: {services}"
    sheet.add((None, style.GROUP), (None, style.GROUP), (label, style.GROUP), (None, style.GROUP), *figures)


def _bold(look: Look) -> Look:
    return Look(format=look.format, bold=True, line_above=True)


def write_criteria(context: Context) -> None:
    """Each service's criteria, a row a form."""
    texts, edition = context.texts, context.edition
    criteria = tuple(edition.criteria.values())
    widths = (6, 60, 14, *FIGURE_WIDTHS, *(18 for _ in criteria))
    sheet = context.titled("criteria", widths, frozen=f"D{TOP + 1}")
    headings: list[Value] = [texts(f"score.{name}") for name in ("no", "service", "form")]
    headings += context.figure_headings()
    headings += [texts.named(criterion.names) for criterion in criteria]
    sheet.all(style.HEADING, headings)
    for score in context.scores.services.values():
        service = context.catalogue.services[score.service]
        for form, found in score.forms.items():
            stats = {key: criterion.stat for key, criterion in found.criteria.items()}
            sheet.add(
                service.no,
                (service.name_ru, style.NAME),
                _form(context, form),
                *context.figures(found.stat),
                *(context.score(stats.get(criterion.id)) for criterion in criteria),
            )
    sheet.filter(TOP, len(headings))
    _colour(context, sheet, [6, *range(12, 12 + len(criteria))], sheet.row)


def write_items(context: Context) -> list[Block]:
    """Items pooled over all services: answers 1 to 5, hard to say, mean, share of fives; a block a form."""
    texts = context.texts
    sheet = context.titled(
        "items", (14, 26, 60, 24, *(8 for _ in range(5)), 12, 14, *FIGURE_WIDTHS), frozen=f"D{TOP + 1}"
    )
    headings: list[Value] = [texts(f"score.{name}") for name in ("form", "criterion", "item", "zone")]
    headings += [
        "1",
        "2",
        "3",
        "4",
        "5",
        texts("score.dk"),
        texts("score.dk_share"),
        *context.figure_headings(),
    ]
    sheet.all(style.HEADING, headings)
    blocks: list[Block] = []
    for form, found in context.scores.national.items():
        first = sheet.row + 1
        _items(context, sheet, form, found)
        blocks.append(Block(sheet, first, sheet.row, labels=3, values=5, name=_form(context, form)))
    sheet.filter(TOP, len(headings))
    _colour(context, sheet, [14], sheet.row)
    return blocks


def _items(context: Context, sheet: Sheet, form: str, found: FormScore) -> None:
    texts, edition = context.texts, context.edition
    for criterion, score in found.criteria.items():
        for item, figures in score.items.items():
            zone = edition.zones[edition.items[item].zones[form]]
            sheet.add(
                _form(context, form),
                (texts.named(edition.criteria[criterion].names), style.WRAPPED),
                (texts.named(edition.items[item].names), style.WRAPPED),
                texts.named(zone.names),
                *((n, style.WHOLES) for n in figures.distribution),
                (figures.dont_know, style.WHOLES),
                (figures.dk, style.PERCENTS),
                *context.figures(figures.stat),
            )


def write_bodies(context: Context) -> None:
    """State bodies: means over their services, and their zones."""
    texts, zones = context.texts, tuple(context.edition.zones)
    sheet = context.titled(
        "bodies", (14, 60, 10, *FIGURE_WIDTHS, *(_ZONE for _ in zones)), frozen=f"C{TOP + 1}"
    )
    headings: list[Value] = [texts("score.abbreviation"), texts("score.body"), texts("score.services")]
    headings += context.figure_headings()
    headings += [
        texts("score.zone_of", zone=texts.named(context.edition.zones[zone].names)) for zone in zones
    ]
    sheet.all(style.HEADING, headings)
    for score in sorted(context.scores.bodies.values(), key=lambda b: -(b.stat.score or 0)):
        sheet.add(
            (score.body, style.WRAPPED),
            (texts.named(context.catalogue.bodies[score.body].names), style.WRAPPED),
            len(score.services),
            *context.figures(score.stat),
            *(context.score(score.zones.get(zone)) for zone in zones),
        )
    sheet.filter(TOP, len(headings))
    _colour(context, sheet, [6, *range(12, 12 + len(zones))], sheet.row)


def write_regions(context: Context) -> None:
    """Regions by all zones and by the zone of the local body, with their forms."""
    texts, forms = context.texts, tuple(context.edition.forms)
    widths = (34, *FIGURE_WIDTHS, *(14 for _ in range(2 * len(forms) + 1)))
    sheet = context.titled("regions", widths, frozen=f"B{TOP + 1}")
    headings: list[Value] = [texts("score.region"), *context.figure_headings()]
    headings += [texts("score.form_of", form=_form(context, form)) for form in forms]
    headings.append(texts("score.local"))
    headings += [texts("score.local_form", form=_form(context, form).lower()) for form in forms]
    sheet.all(style.HEADING, headings)
    for score in sorted(context.scores.regions.values(), key=lambda r: -(r.stat.score or 0)):
        sheet.add(
            context.region(score.region),
            *context.figures(score.stat),
            *(context.score(score.forms.get(form)) for form in forms),
            context.score(score.local),
            *(context.score(score.local_forms.get(form)) for form in forms),
        )
    sheet.filter(TOP, len(headings))
    _colour(context, sheet, [4, *range(10, 11 + 2 * len(forms))], sheet.row)


def _form(context: Context, form: str) -> str:
    return context.texts.named(context.edition.forms[form].names)


def _colour(context: Context, sheet: Sheet, columns: Sequence[int], last: int) -> None:
    """Colours the score columns by band."""
    if last <= TOP:
        return
    for column in columns:
        letter = get_column_letter(column)
        sheet.colour(f"{letter}{TOP + 1}:{letter}{last}", context.band_rules(f"{letter}{TOP + 1}"))


def _short(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"
