"""The first sheet: who collected what, when, with which forms, and what the other sheets hold.

It is written last, when it is known which sheets there are.
"""

from __future__ import annotations

from datetime import datetime

from gsmon_desktop import __version__
from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.questions import moment
from gsmon_desktop.reports.sheet import Layout, Sheet, Value
from gsmon_desktop.reports.style import Look

WIDTHS = (38, 44, 14, 14)


def write(context: Context) -> None:
    """Writes the passport of the batch."""
    texts = context.texts
    layout = Layout(WIDTHS, tab=style.ACCENT, wide=False, first=True)
    sheet = Sheet(context.book, texts("sheet.passport"), layout)
    sheet.add((texts("workbook.title"), style.TITLE))
    sheet.add((texts("workbook.preliminary"), style.NOTE))
    if names := texts("workbook.russian_names"):
        sheet.add((names, style.NOTE))
    sheet.add()
    for key, value, look in _facts(context):
        if value not in ("", None):
            sheet.add((texts(f"passport.{key}"), style.FAINT), (value, look))
    sheet.add()
    _contents(context, sheet)
    _regions(context, sheet)
    _interviewers(context, sheet)


def _facts(context: Context) -> list[tuple[str, Value, Look]]:
    texts, settings = context.texts, context.ws.settings
    strong = Look(bold=True)
    personal = texts("passport.personal_yes" if context.personal else "passport.personal_no")
    forms = "\n".join(
        f"{each.title}, {texts('passport.version', versions=', '.join(each.versions))}"
        for each in context.questionnaires
    )
    role = settings.get("role", "")
    counts = _counts(context)
    return [
        ("who", settings.get("name", ""), strong),
        ("role", texts.get(f"person.{role}", role), style.PLAIN),
        ("region", context.region(settings.get("region", "")), style.PLAIN),
        ("device", settings.get("device", ""), style.PLAIN),
        ("made", context.made.replace(tzinfo=None, microsecond=0), _left(style.MOMENT)),
        ("program", f"gsmon {__version__}", style.PLAIN),
        ("edition", texts.named(context.edition.names), style.WRAPPED),
        ("form", forms, style.WRAPPED),
        ("period", _period(context), style.PLAIN),
        ("personal", personal, style.PLAIN),
        *((key, counts[key], _left(style.WHOLE, bold=key == "finished")) for key in counts),
        ("score", context.scores.republic.score, _left(style.SCORE, bold=True)),
    ]


def _left(number_format: str, *, bold: bool = False) -> Look:
    return Look(format=number_format, bold=bold, left=True)


def _counts(context: Context) -> dict[str, int]:
    rows = context.ws.query("SELECT status, outcome, count(*) AS n FROM interview GROUP BY status, outcome")
    by_status = {
        status: sum(r["n"] for r in rows if r["status"] == status)
        for status in ("finished", "draft", "deleted")
    }
    outcomes = {
        outcome: sum(r["n"] for r in rows if r["status"] == "finished" and r["outcome"] == outcome)
        for outcome in ("complete", "refused", "not_eligible")
    }
    return {
        "finished": by_status["finished"],
        **outcomes,
        "draft": by_status["draft"],
        "deleted": by_status["deleted"],
    }


def _period(context: Context) -> str:
    row = context.ws.query(
        "SELECT min(started) AS first, max(finished) AS last FROM interview WHERE status = 'finished'"
    )[0]
    if not row["first"]:
        return context.texts("workbook.nothing")
    moments = (moment(row["first"]), moment(row["last"]))
    days = [each.strftime("%d.%m.%Y") for each in moments if isinstance(each, datetime)]
    return " – ".join(dict.fromkeys(days))


def _headed(sheet: Sheet, title: str, headings: list[Value]) -> None:
    sheet.add((title, Look(bold=True, size=12, colour=style.ACCENT)))
    sheet.all(style.HEADING, headings)


def _regions(context: Context, sheet: Sheet) -> None:
    texts = context.texts
    rows = context.ws.query(
        "SELECT region, count(*) AS n FROM interview WHERE status = 'finished' AND outcome = 'complete'"
        " GROUP BY region"
    )
    done = {row["region"]: row["n"] for row in rows}
    if not done:
        return
    names = ("region", "done", "interviews", "plan")
    _headed(sheet, texts("passport.by_region"), [texts(f"passport.{name}") for name in names])
    first = sheet.row + 1
    order = [code for code in context.catalogue.regions if code in done]
    for code in [*order, *sorted(set(done) - set(order))]:
        region = context.catalogue.regions.get(code)
        plan = region.n_mass if region else None
        share = done[code] / plan if plan else None
        figures = ((share, style.PERCENTS), (done[code], style.WHOLES), (plan, style.WHOLES))
        sheet.add(context.region(code) or "—", *figures)
    sheet.bars(f"B{first}:B{sheet.row}", style.BAR)
    sheet.add()


def _interviewers(context: Context, sheet: Sheet) -> None:
    texts = context.texts
    rows = context.ws.query(
        """SELECT interviewer, count(*) AS n, avg(seconds) / 60.0 AS minutes FROM interview
           WHERE status = 'finished' GROUP BY interviewer ORDER BY n DESC, interviewer"""
    )
    if not rows:
        return
    headings: list[Value] = [
        texts("interview.interviewer"), "", texts("passport.interviews"), texts("passport.minutes")
    ]  # fmt: skip
    _headed(sheet, texts("passport.by_interviewer"), headings)
    minutes = Look(format="0.0")
    for row in rows:
        sheet.add(row["interviewer"] or "—", None, (row["n"], style.WHOLES), (row["minutes"], minutes))
    sheet.add()


def _contents(context: Context, sheet: Sheet) -> None:
    texts = context.texts
    sheet.add((texts("passport.contents"), Look(bold=True, size=12, colour=style.ACCENT)))
    for name, about in context.contents:
        row = sheet.add((name, style.LINK), (about, style.FAINT))
        sheet.link(f"A{row}", name)
    sheet.add()
