"""Red tape: the share of those who met it, pooled over respondents, by sphere, region, service; its kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from openpyxl.utils import get_column_letter

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context, named
from gsmon_desktop.reports.sheet import Sheet, Value
from gsmon_desktop.reports.style import Look

_TOP = 4
_FILLS = ("F4A582", "FDDBC7", "FFF2CC", "D1E5F0")
"""Fills of the levels from the worst (high red tape) down."""

Cut = tuple[str, str, int, int]
"""What is cut by, its name, how many were asked, how many met red tape."""


def write(context: Context) -> None:
    """Writes the shares by every cut, then the kinds of red tape."""
    texts = context.texts
    sheet = context.titled("red_tape", (14, 60, 12, 14, 10, 20), frozen=f"C{_TOP + 1}")
    names = ("what", "name", "asked", "met", "share", "band")
    sheet.all(style.HEADING, [texts(f"red_tape.{name}") for name in names])
    for what, name, asked, met in _cuts(context):
        share = met / asked if asked else None
        band = named(texts, context.edition.red_tape_band(share)) if share is not None else ""
        look = Look(bold=True) if what == texts("red_tape.all") else style.PLAIN
        sheet.add(
            (what, look),
            (name, Look(bold=look.bold, wrap=True)),
            (asked, style.WHOLES),
            (met, style.WHOLES),
            (share, style.PERCENTS),
            (band, style.WORD),
        )
    sheet.filter(_TOP, len(names))
    if sheet.row > _TOP:
        cell = f"{get_column_letter(5)}{_TOP + 1}"
        rules = [
            (f"AND(ISNUMBER({cell}),ROUND({cell}*100,1)>={band.least})", fill)
            for band, fill in zip(context.edition.red_tape_bands, _FILLS, strict=False)
        ]
        sheet.colour(f"E{_TOP + 1}:E{sheet.row}", rules)
    _kinds(context, sheet)


def _cuts(context: Context) -> Iterator[Cut]:
    """All, then spheres, regions and services, each from the worst down."""
    asked: dict[str, Counter[str]] = {key: Counter() for key in ("all", "sphere", "region", "service")}
    met: dict[str, Counter[str]] = {key: Counter() for key in asked}
    rows = context.ws.query(
        """SELECT i.region, i.service, f.value, count(*) AS n
           FROM fact AS f JOIN interview AS i ON i.number = f.interview
           WHERE f.role = 'red_tape' AND i.outcome = 'complete' GROUP BY i.region, i.service, f.value"""
    )
    for row in rows:
        service = context.catalogue.services.get(row["service"])
        keys = {"all": "", "region": row["region"], "service": row["service"]}
        if service is not None:
            keys["sphere"] = service.sphere
        for cut, key in keys.items():
            asked[cut][key] += row["n"]
            if row["value"] == "yes":
                met[cut][key] += row["n"]
    names: Mapping[str, Mapping[str, str]] = {
        "all": {"": ""},
        "sphere": {key: key for key in asked["sphere"]},
        "region": {key: context.region(key) for key in asked["region"]},
        "service": {key: context.service(key) for key in asked["service"]},
    }
    for cut, counts in asked.items():
        what = context.texts(f"red_tape.{cut}")
        for key in sorted(counts, key=lambda k: (-met[cut][k] / counts[k], k)):
            yield what, names[cut][key], counts[key], met[cut][key]


def _kinds(context: Context, sheet: Sheet) -> None:
    texts = context.texts
    rows = context.ws.query(
        """SELECT f.value, count(*) AS n FROM fact AS f JOIN interview AS i ON i.number = f.interview
           WHERE f.role = 'red_tape_kinds' AND i.outcome = 'complete' GROUP BY f.value"""
    )
    tally: Counter[str] = Counter()
    for row in rows:
        tally.update(dict.fromkeys(row["value"].split(), row["n"]))
    base = sum(row["n"] for row in rows)
    if not base:
        return
    labels = next(
        (q.choices for each in context.questionnaires for q in each.questions if q.mark == "red_tape_kinds"),
        {},
    )
    sheet.add()
    sheet.add((texts("red_tape.kinds"), Look(bold=True, size=12, colour=style.ACCENT)))
    headings: list[Value] = [
        None,
        texts("red_tape.kind"),
        None,
        texts("table.n"),
        texts("red_tape.kind_share"),
    ]
    sheet.all(style.HEADING, headings)
    for kind, n in tally.most_common():
        sheet.add(None, labels.get(kind, kind), None, (n, style.WHOLES), (n / base, style.PERCENTS))
