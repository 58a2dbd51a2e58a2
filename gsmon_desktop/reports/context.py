"""What every sheet of a workbook is written from, and the small things they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.edition import Band, Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.reports import style
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.compared import ALONE, Compared
from gsmon_desktop.reports.questions import Questionnaire
from gsmon_desktop.reports.sheet import Layout, Sheet, Styled, Value
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace


@dataclass
class Tally:
    """How a question was answered: the number of answers, and how often each value was given."""

    answers: int = 0
    values: Counter[str] = field(default_factory=Counter)


@dataclass
class Context:
    """One workbook being written. `tallies` fill up while the interviews pass by."""

    ws: Workspace
    book: Book
    texts: Texts
    edition: Edition
    catalogue: Catalogue
    scores: Scores
    questionnaires: Sequence[Questionnaire]
    made: datetime
    personal: bool
    compared: Compared = ALONE
    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    contents: list[tuple[str, str]] = field(default_factory=list)
    """The sheets begun so far: their names, and what is on them."""

    def tally(self, form_id: str, path: str) -> Tally:
        """The count of answers to a question of a form, by its template path."""
        return self.tallies.setdefault((form_id, path), Tally())

    def begin(self, title: str, layout: Layout, about: str) -> Sheet:
        """A new sheet, noted for the contents with what is on it."""
        sheet = Sheet(self.book, title, layout)
        self.contents.append((sheet.sheet.title, about))
        return sheet

    def sheet(self, key: str, widths: Iterable[float], *, frozen: str = "", repeated: str = "") -> Sheet:
        """A new sheet with its title in the workbook's language."""
        tab = style.ACCENT if key in ("services", "charts") else ""
        layout = Layout(tuple(widths), frozen=frozen, repeated=repeated, tab=tab, wide=key != "charts")
        return self.begin(self.texts(f"sheet.{key}"), layout, self.texts(f"about.{key}"))

    def instrument(self, questionnaire: Questionnaire) -> str:
        """What sheets call a questionnaire: in few words those that the program brings, others by title."""
        return self.texts.get(f"instrument.{questionnaire.form_id}", questionnaire.title)

    def titled(self, key: str, widths: Iterable[float], *, frozen: str) -> Sheet:
        """A sheet of scores: its title and the word "preliminary" stand above the headings in row 4."""
        sheet = self.sheet(key, widths, frozen=frozen, repeated="4:4")
        sheet.add((self.texts(f"sheet.{key}"), style.TITLE))
        sheet.add((self.texts("workbook.preliminary"), style.NOTE))
        few, least = self.edition.warn_below, self.edition.few_below
        sheet.add((self.texts("workbook.few", n=few, least=least), style.NOTE))
        return sheet

    def region(self, code: str) -> str:
        """A region's name; the code itself where the catalogue has none."""
        region = self.catalogue.regions.get(code)
        return self.texts.named(region.names) if region else code

    def service(self, id: str) -> str:  # noqa: A002 - the catalogue's word
        """A service's official name, which exists in Russian."""
        service = self.catalogue.services.get(id)
        return service.name_ru if service else id

    def band(self, id: str | None) -> str:  # noqa: A002 - the edition's word
        """A band as its sign and its word: colour never speaks alone."""
        return next((named(self.texts, band) for band in self.edition.bands if band.id == id), "")

    def figures(self, stat: Stat) -> list[Styled]:
        """The cells of a score: answers, people, score, interval, share of fives, band, warning."""
        few = self.texts("score.few") if stat.warning and stat.n else ""
        return [
            (stat.n, style.WHOLES),
            (stat.respondents, style.WHOLES),
            self.score(stat),
            (stat.low, style.SCORES),
            (stat.high, style.SCORES),
            (stat.satisfied, style.PERCENTS),
            (self.band(stat.band), style.WORD),
            (few, style.NOTE),
        ]

    def score(self, stat: Stat | None) -> Styled:
        """A score's cell: "too few" where it was left out, empty where there is none."""
        if is_few(stat):
            return (self.texts("score.too_few"), style.FEW)
        return (stat.score if stat else None, style.SCORES)

    def figure_headings(self) -> list[Value]:
        """Headings over `figures`."""
        names = ("n", "respondents", "score", "low", "high", "satisfied", "band", "warning")
        return [self.texts(f"score.{name}") for name in names]

    def band_rules(self, cell: str) -> list[tuple[str, str]]:
        """Colours of score cells by band, from the displayed figure; `cell` is the first of them ("E5")."""
        return [
            (f"AND(ISNUMBER({cell}),ROUND({cell},2)>={band.least})", fill)
            for band, fill in zip(self.edition.bands, style.BAND_FILLS, strict=False)
        ]


FIGURE_WIDTHS = (10, 10, 9, 12, 9, 10, 24, 15)
"""Widths of the columns of `Context.figures`."""


def named(texts: Texts, band: Band) -> str:
    """A band's sign and word."""
    return f"{band.sign} {texts.named(band.names)}"
