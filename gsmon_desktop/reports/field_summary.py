"""The summary of the field: what is done by region, service, interviewer and day, refusals, durations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.interviewing.formbook import kept_form
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.reports import style
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.sheet import Layout, Sheet
from gsmon_desktop.reports.tables_of_scores import NUMBER, SHARE, TEXT, WHOLE, Column, Table, Value
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace, local_now

Progress = Callable[[int, int], None]
COMPLETE, REFUSED, NOT_ELIGIBLE, DRAFT = "complete", "refused", "not_eligible", "draft"
_CONTACTS = """
    SELECT region, service, interviewer, substr(started, 1, 10) AS day, outcome, seconds, status
    FROM interview WHERE status <> 'deleted' AND form_id IN ({forms})
"""


@dataclass
class Group:
    """Contacts of one region, service, interviewer or day: outcomes, minutes of the complete ones, days."""

    outcomes: Counter[str] = field(default_factory=Counter)
    minutes: list[float] = field(default_factory=list)
    days: set[str] = field(default_factory=set)

    def add(self, row: Mapping[str, Any]) -> None:
        """Counts a contact."""
        outcome = row["outcome"] if row["status"] == "finished" else DRAFT
        self.outcomes[outcome] += 1
        if outcome == COMPLETE:
            self.minutes.append(row["seconds"] / 60)
            self.days.add(row["day"])

    @property
    def done(self) -> int:
        """Complete interviews."""
        return self.outcomes[COMPLETE]

    @property
    def refusals(self) -> float | None:
        """Refusals among those who were met and could be asked, 0 to 1."""
        asked = self.done + self.outcomes[REFUSED]
        return self.outcomes[REFUSED] / asked if asked else None


CUTS = ("region", "service", "interviewer", "day")


def summary(ws: Workspace, catalogue: Catalogue, language: str) -> list[Table]:
    """The tables in their order; none where nobody was met."""
    versions = ws.query("SELECT form_id, max(form_hash) AS hash FROM interview GROUP BY form_id")
    forms = [row["form_id"] for row in versions if kept_form(ws, row["hash"]).by_item]
    groups: dict[str, dict[str, Group]] = {cut: defaultdict(Group) for cut in CUTS}
    whole = Group()
    for row in ws.db.query(_CONTACTS.format(forms=", ".join("?" * len(forms))), forms):
        whole.add(row)
        for cut, found in groups.items():
            found[row[cut] or ""].add(row)
    if not whole.outcomes:
        return []
    maker = _Tables(catalogue, Texts("documents", language), whole)
    made = [maker.whole(), *(maker.cut(cut, groups[cut]) for cut in CUTS)]
    return [table for table in made if table.rows]


class _Tables:
    """Makes tables of groups in one language."""

    def __init__(self, catalogue: Catalogue, texts: Texts, whole: Group) -> None:
        self._catalogue, self._texts, self._whole = catalogue, texts, whole

    def whole(self) -> Table:
        """All contacts by what came of them."""
        total = sum(self._whole.outcomes.values())
        rows: list[tuple[Value, ...]] = [
            (self._texts.get(f"outcome.{outcome}", outcome), n, n / total)
            for outcome, n in self._whole.outcomes.most_common()
        ]
        columns = (self._column("outcome", TEXT), self._column("n", WHOLE), self._column("share", SHARE))
        return Table("outcomes", self._texts("field.outcomes"), columns, tuple(rows))

    def cut(self, cut: str, groups: Mapping[str, Group]) -> Table:
        """One row a region, service, interviewer or day; the plan where there is one."""
        plans = self._plans(cut)
        kinds = [("done", WHOLE)]
        if plans:
            kinds += [("plan", WHOLE), ("of_plan", SHARE), ("left", WHOLE)]
        kinds += [("refused", WHOLE), ("refusals", SHARE), ("not_eligible", WHOLE), ("draft", WHOLE)]
        kinds += [("minutes", NUMBER), ("shortest", NUMBER), ("longest", NUMBER)]
        if cut == "interviewer":
            kinds += [("days", WHOLE), ("per_day", NUMBER)]
        rows = []
        for key in self._order(cut, groups, plans):
            group = groups.get(key, Group())
            rows.append((self._name(cut, key), *self._figures(cut, group, plans, plans.get(key, 0))))
        if plans and rows:
            figures = self._figures(cut, self._whole, plans, sum(plans.values()))
            rows.append((self._texts("field.total"), *figures))
        columns = (self._column(cut, TEXT), *(self._column(name, kind) for name, kind in kinds))
        return Table(cut, self._texts(f"field.by_{cut}"), columns, tuple(rows), totalled=bool(plans and rows))

    def _figures(self, cut: str, group: Group, plans: Mapping[str, int], target: int) -> tuple[Value, ...]:
        figures: list[Value] = [group.done]
        if plans:
            part = min(1.0, group.done / target) if target else None
            figures += [target or None, part, max(0, target - group.done) if target else None]
        outcomes = group.outcomes
        figures += [outcomes[REFUSED], group.refusals, outcomes[NOT_ELIGIBLE], outcomes[DRAFT]]
        minutes = group.minutes
        figures += [median(minutes), min(minutes), max(minutes)] if minutes else [None, None, None]
        if cut == "interviewer":
            figures += [len(group.days), group.done / len(group.days) if group.days else None]
        return tuple(figures)

    def _plans(self, cut: str) -> dict[str, int]:
        if cut == "region":
            return {key: region.n_mass for key, region in self._catalogue.regions.items()}
        if cut == "service":
            return {key: service.n_mass for key, service in self._catalogue.services.items()}
        return {}

    def _order(self, cut: str, groups: Mapping[str, Group], plans: Mapping[str, int]) -> list[str]:
        """The catalogue's order, what it does not know last; interviewers by what they did, days by date."""
        if plans:
            return [*plans, *sorted(set(groups) - set(plans))]
        if cut == "interviewer":
            return sorted(groups, key=lambda key: (-groups[key].done, key))
        return sorted(groups)

    def _name(self, cut: str, key: str) -> str:
        if cut == "region" and key in self._catalogue.regions:
            return self._catalogue.regions[key].names[self._texts.language]
        if cut == "service" and key in self._catalogue.services:
            service = self._catalogue.services[key]
            return f"{service.no}. {service.name_ru}"
        if cut == "day":
            return datetime.fromisoformat(key).strftime("%d.%m.%Y")
        return key or self._texts("field.unknown")

    def _column(self, name: str, kind: str) -> Column:
        return Column(self._texts(f"field.{name}"), kind)


def write_field(
    ws: Workspace,
    to: Path,
    *,
    catalogue: Catalogue,
    language: str = "ru",
    now: Callable[[], datetime] = local_now,
    progress: Progress | None = None,
) -> Path:
    """Writes the summary to a .pdf or .xlsx, whole or not at all.

    Raises GsmonError ``report.not_summary``, ``file.…``.
    """
    ending = to.suffix.lower()
    if ending not in (".pdf", ".xlsx"):
        raise GsmonError("report.not_summary", str(to))
    with ws.db.atomic():
        tables = summary(ws, catalogue, language)
    texts = Texts("documents", language)
    if ending == ".xlsx":
        return _write_book(to, tables, texts, progress)
    from gsmon_desktop.reports import tables_pdf  # its library is slow to load

    head = _head(ws, texts, now())
    return tables_pdf.write(
        to, tables, title=texts("field.title"), subtitle=head, texts=texts, made=now(), progress=progress
    )


def _head(ws: Workspace, texts: Texts, made: datetime) -> str:
    parts = [ws.settings.get("name", ""), made.strftime("%d.%m.%Y"), texts("field.about")]
    parts.append(texts("document.russian_names"))
    return " · ".join(part for part in parts if part)


_LOOKS = {WHOLE: style.WHOLES, SHARE: style.PERCENTS, NUMBER: style.Look(format="0.0")}


def _write_book(to: Path, tables: list[Table], texts: Texts, progress: Progress | None) -> Path:
    """One sheet a table, with frozen headings, filters and the part of the plan as bars."""
    with new_file(to, replace=True) as part, Book(part.stream) as book:
        book.workbook.properties.title = texts("field.title")
        for number, table in enumerate(tables, 1):
            layout = Layout((60 if table.id == "service" else 30, *([13] * 14)), frozen="B2", repeated="1:1")
            sheet = Sheet(book, table.title[:31], layout)
            sheet.all(style.HEADING, [column.heading for column in table.columns])
            for number_of_row, row in enumerate(table.rows, 1):
                strong = table.totalled and number_of_row == len(table.rows)
                looks = [_LOOKS.get(column.kind, style.WRAPPED) for column in table.columns]
                sheet.add(
                    *((value, replace(look, bold=strong)) for value, look in zip(row, looks, strict=True))
                )
            sheet.filter(1, len(table.columns), last=1 + len(table.rows) - table.totalled)
            for place, column in enumerate(table.columns):
                if column.kind == SHARE and column.heading == texts("field.of_plan"):
                    letter = chr(ord("A") + place)
                    sheet.bars(f"{letter}2:{letter}{sheet.row}", style.BAR)
            if progress is not None:
                progress(number, len(tables))
        if not tables:
            Sheet(book, texts("field.title")[:31], Layout((60,))).add(texts("field.nothing"))
        book.save()
        part.place()
    return to
