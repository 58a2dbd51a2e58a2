"""The lines of the score chart: all services together, then one a service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.published import Figure, Published
from gsmon_desktop.methodology.rounding import displayed, percent
from gsmon_desktop.methodology.scores import Scores
from ui import words

LINE = Qt.ItemDataRole.UserRole
"""Role of the `Line` itself."""
ALL = ""
"""Key of the line of all services."""
ORDERS = ("best", "worst", "people", "catalogue")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


def figure(value: float | Decimal | None, places: int = 2) -> str:
    """A number as it is shown, in the window's language: 4.795 is "4,80"; a dash where there is none."""
    if value is None:
        return "–"
    return str(displayed(value, places)).replace(".", QLocale().decimalPoint())


def share(value: float | None) -> str:
    """A share (0 to 1) as "83,0 %"."""
    return "–" if value is None else f"{figure(percent(value), 1)} %"


@dataclass(frozen=True)
class Line:
    """One score: `band` its place among the edition's bands (0 the best, None without a score)."""

    key: str
    title: str
    owner: str
    stat: Stat
    band: int | None
    band_text: str
    published: float | None
    few: str = "–"

    @property
    def figure(self) -> str:
        """The score as shown, or the word for one left out."""
        return self.few if is_few(self.stat) else figure(self.stat.score)

    @property
    def cells(self) -> list[str]:
        """The line as texts: name, score, interval, band, people, share of fives, the published score."""
        stat = self.stat
        scores = [self.figure, figure(stat.low), figure(stat.high), self.band_text]
        return [self.title, *scores, str(stat.respondents), share(stat.satisfied), figure(self.published)]


def band_of(stat: Stat, edition: Edition, language: str) -> tuple[int | None, str]:
    """The band's place and its sign and name: (1, "▲ выше среднего")."""
    for place, band in enumerate(edition.bands):
        if band.id == stat.band:
            return place, f"{band.sign} {band.names[language]}"
    return None, ""


@dataclass(frozen=True)
class Reference:
    """What lines are made with: the data of the shipped files, and the part that is looked at."""

    catalogue: Catalogue
    edition: Edition
    published: Published
    language: str
    region: str | None = None
    form: str | None = None
    few: str = "–"
    """The word for a score left out because too few answered."""


def lines_of(scores: Scores, reference: Reference, everything: str, order: str = "best") -> list[Line]:
    """The lines in one of `ORDERS`; first all services, named `everything`."""
    cut = {"region": reference.region, "form": reference.form}
    services = [
        _line(
            key,
            words.numbered_service(reference.catalogue, key),
            reference.catalogue.services[key].body,
            service.stat,
            reference.published.of_service(key, **cut),
            reference,
        )
        for key, service in scores.services.items()
    ]
    total = _line(ALL, everything, "", scores.republic, reference.published.of_all(**cut), reference)
    return [total, *_ordered(services, order)]


def _line(key: str, title: str, owner: str, stat: Stat, printed: Figure | None, reference: Reference) -> Line:
    place, text = band_of(stat, reference.edition, reference.language)
    return Line(key, title, owner, stat, place, text, printed.score if printed else None, reference.few)


def _ordered(lines: Sequence[Line], order: str) -> Iterable[Line]:
    """Those without a score stand last; ties go by the share of fives, as in the published ratings."""
    if order == "catalogue":
        return lines
    scored = [line for line in lines if line.stat.score is not None]
    rest = [line for line in lines if line.stat.score is None]
    if order == "people":
        scored.sort(key=lambda line: -line.stat.respondents)
    else:
        scored.sort(
            key=lambda line: (line.stat.score or 0, line.stat.satisfied or 0), reverse=order == "best"
        )
    return [*scored, *rest]


class ScoresModel(QAbstractListModel):
    """The lines for a list view; a delegate paints `LINE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown, from the top."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Shows other lines; the same services in the same order keep their place and selection."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a service; that of all services if it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tooltip and a sentence for screen readers; `LINE` for the delegate."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.title}\n{self._sentence(line)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}. {self._sentence(line)}"
        return None

    def _sentence(self, line: Line) -> str:
        stat = line.stat
        if stat.score is None:
            few = self.tr("Анкет мало: {n}.").format(n=stat.respondents)
            return few if is_few(stat) else self.tr("Оценок нет.")
        said = self.tr(
            "Предварительно: балл {score}, {band}, 95 % интервал {low}–{high}, анкет {n}, «5» {fives}."
        )
        text = said.format(
            score=figure(stat.score),
            band=line.band_text,
            low=figure(stat.low),
            high=figure(stat.high),
            n=stat.respondents,
            fives=share(stat.satisfied),
        )
        if line.published is not None:
            text += " " + self.tr("Опубликовано за 2025 год: {score}.").format(score=figure(line.published))
        if stat.warning:
            text += " " + self.tr("Анкет мало, судить рано.")
        return text
