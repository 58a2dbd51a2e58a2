"""The lines of an opened score: criteria and, under each, its items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Distribution, Stat
from gsmon_desktop.methodology.published import FormTable, Published
from gsmon_desktop.methodology.scores import FormScore
from ui.models.scores import ALL, LINE, ROOT, Index, Reference, band_of, figure, share


@dataclass(frozen=True)
class ItemLine:
    """A criterion (no `distribution`) or an item; `dk` the share of "hard to say" (0 to 1)."""

    key: str
    title: str
    stat: Stat
    band: int | None
    distribution: Distribution | None
    dont_know: int
    dk: float | None
    published: float | None
    few: str = "–"

    @property
    def figure(self) -> str:
        """The score as shown, or the word for one left out."""
        return self.few if is_few(self.stat) else figure(self.stat.score)

    @property
    def is_criterion(self) -> bool:
        """Is it a heading over its items?"""
        return self.distribution is None


def items_of(form: FormScore, reference: Reference, service: str, form_id: str) -> list[ItemLine]:
    """A form's criteria and items; the printed figures beside them where the whole country is looked at."""
    printed = _printed(reference.published, service, form_id) if reference.region is None else {}
    lines = []
    for criterion, score in form.criteria.items():
        names = reference.edition.criteria[criterion].names
        lines.append(_criterion(criterion, names[reference.language], score.stat, reference))
        for item, entry in score.items.items():
            title = reference.edition.items[item].names[reference.language]
            place, _ = band_of(entry.stat, reference.edition, reference.language)
            lines.append(
                ItemLine(
                    key=item,
                    title=title,
                    stat=entry.stat,
                    band=place,
                    distribution=entry.distribution,
                    dont_know=entry.dont_know,
                    dk=entry.dk,
                    published=printed.get(item),
                    few=reference.few,
                )
            )
    return lines


def _criterion(key: str, title: str, stat: Stat, reference: Reference) -> ItemLine:
    place, _ = band_of(stat, reference.edition, reference.language)
    return ItemLine(key, title, stat, place, None, 0, None, None, reference.few)


def _printed(published: Published, service: str, form: str) -> dict[str, float | None]:
    if service == ALL:
        return {item: fig.score for (of, item), fig in published.items.items() if of == form}
    table: FormTable | None = published.forms.get((service, form))
    return {item: fig.score for item, fig in table.items.items()} if table else {}


def zones_of(
    zones: Mapping[str, Stat], edition: Edition, language: str
) -> list[tuple[str, Stat, int | None]]:
    """Zones as (name, score, band's place), in the edition's order."""
    return [
        (edition.zones[zone].names[language], zones[zone], band_of(zones[zone], edition, language)[0])
        for zone in edition.zones
        if zone in zones
    ]


class ItemsModel(QAbstractListModel):
    """The lines for a list view; a delegate paints `LINE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ItemLine] = []

    @property
    def lines(self) -> Sequence[ItemLine]:
        """What is shown, from the top."""
        return self._lines

    def show(self, lines: Sequence[ItemLine]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

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

    def _sentence(self, line: ItemLine) -> str:
        stat = line.stat
        if stat.score is None:
            few = self.tr("Ответов мало: {n}.").format(n=stat.respondents)
            return few if is_few(stat) else self.tr("Оценок нет.")
        said = self.tr("Балл {score}, 95 % интервал {low}–{high}, ответов {n}, «5» {fives}.")
        text = said.format(
            score=figure(stat.score),
            low=figure(stat.low),
            high=figure(stat.high),
            n=stat.n,
            fives=share(stat.satisfied),
        )
        if line.distribution is not None:
            counts = ", ".join(f"{score}: {n}" for score, n in enumerate(line.distribution, 1))
            answers = self.tr("Оценки {counts}; затруднились ответить {dk}.")
            text += " " + answers.format(counts=counts, dk=line.dont_know)
        if line.published is not None:
            text += " " + self.tr("Опубликовано за 2025 год: {score}.").format(score=figure(line.published))
        return text
