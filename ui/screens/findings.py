"""The register of findings: barriers and recommendations of every instrument, narrowed, settled, saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import findings
from gsmon_desktop.interviewing.findings import BARRIER, RECOMMENDATION, STATES, Finding
from gsmon_desktop.methodology.catalogue import Catalogue
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.dialogs.finder import Entry
from ui.dialogs.reason import ReasonDialog
from ui.i18n import Language
from ui.models.rows import Column, RowsModel, whole
from ui.screens.base import Screen, label
from ui.tasks import Tasks
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.save_button import SaveButton
from ui.widgets.search_field import SearchField
from ui.widgets.table import RowTable

_SIDE = 232
"""Pixels: the longest word in larger text."""
_TEXT_COLUMN, _TEXT_LETTERS = 1, 20
_SPARED = (7, 4, 0, 3)
"""In a narrow window the numbers and the kind stand on the right alone, at last the state too."""
_ASIDE = (5, 6)
"""Region and time stand on the right and in what is saved; the table keeps its room for the texts."""


class FindingsPage(Screen):
    """The whole register is read at once: a year of visits and talks has some hundred findings."""

    def __init__(
        self, tasks: Tasks, catalogue: Catalogue, language: Language, files: FileDialogs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._all: Sequence[Finding] = ()
        self.search = SearchField(self)
        self.search.textChanged.connect(self._apply)
        makers = {
            "kind": self._kinds,
            "addressee": self._addressees,
            "state": self._states,
            "region": self._regions,
        }
        self.chips = {name: Chip(entries, self) for name, entries in makers.items()}
        for chip in self.chips.values():
            chip.chosen.connect(self._apply)
        self.model = RowsModel(self._columns(), self)
        self.table = RowTable(self)
        self.search.goes_to = self.table
        self.save = SaveButton(tasks, files, lambda: self.tr("Выводы"), self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_TEXT_COLUMN, QHeaderView.ResizeMode.Stretch)
        for column in _ASIDE:
            self.table.setColumnHidden(column, True)
        self.table.spare(_SPARED, _TEXT_COLUMN, _TEXT_LETTERS)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.empty = label("muted", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.what, self.text, self.about = label("muted", self), label("heading", self), label("muted", self)
        self.settle = label("muted", self)
        for each in (self.what, self.text, self.about, self.settle):
            each.setWordWrap(True)
            each.setTextFormat(Qt.TextFormat.PlainText)
        self.states = {state: QPushButton(self) for state in STATES}
        for button in self.states.values():
            button.clicked.connect(self._on_state_clicked)
        self._find = QShortcut(QKeySequence.StandardKey.Find, self, self._on_find_pressed)
        self._lay_out()
        self.first = self.table
        self.retranslate()
        self.tint()
        self._show(())

    def _lay_out(self) -> None:
        tools = Flow()
        for part in (*self.chips.values(), self.search):
            tools.addWidget(part)
        tools.push_right()
        tools.addWidget(self.save)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        right, inside = QScrollArea(self), QFrame(self)
        inside.setObjectName("side")
        right.setWidgetResizable(True)
        right.setMinimumWidth(_SIDE)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setWidget(inside)
        side = QVBoxLayout(inside)
        side.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        side.setSpacing(theme.S)
        for each in (self.what, self.text, self.about):
            side.addWidget(each)
        side.addSpacing(theme.M)
        side.addWidget(self.settle)
        for button in self.states.values():
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([920, 300])
        split.setHandleWidth(1)
        whole_page = QVBoxLayout(self)
        whole_page.setContentsMargins(0, 0, 0, 0)
        whole_page.addWidget(split)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(lambda: self.tr("Вид"), self._kind),
            Column(lambda: self.tr("Что"), lambda f: " ".join(f.text.split())),
            Column(lambda: self.tr("Кому"), lambda f: words.zone(f.addressee)),
            Column(lambda: self.tr("Состояние"), self._state),
            Column(lambda: self.tr("Услуга"), self._service_number, lambda f: f.service),
            Column(lambda: self.tr("Регион"), self._region),
            Column(lambda: self.tr("Завершено"), lambda f: words.moment(f.finished), lambda f: f.finished),
            whole(lambda: self.tr("№"), lambda f: f.number),
        )

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the register."""
        self._tasks.lane(findings.register, self._show, self._on_failed)

    def _show(self, found: Sequence[Finding]) -> None:
        self._all = found
        self._apply()

    def _apply(self) -> None:
        here = self.current()
        self.model.show_rows([each for each in self._all if self._asked_for(each)])
        rows = self.model.rows
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.save.setEnabled(bool(rows))
        if self._all:
            self.empty.setText(self.tr("Ничего не нашлось. Измените поиск или отборы."))
        else:
            self.empty.setText(
                self.tr("Выводов пока нет. Барьеры и рекомендации появятся здесь, когда визит завершён.")
            )
        kept = [at for at, each in enumerate(rows) if here and _same(each, here)]
        if rows:
            self.table.selectRow(kept[0] if kept else 0)
        self._show_current()

    def _asked_for(self, finding: Finding) -> bool:
        for name, chip in self.chips.items():
            if chip.key and getattr(finding, name) != chip.key:
                return False
        sought = self.search.text().casefold().split()
        told = f"{finding.text} {words.service(self._catalogue, finding.service)} {finding.number}".casefold()
        return all(word in told for word in sought)

    def current(self) -> Finding | None:
        """The finding chosen in the table."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        if current.isValid():
            self._show_current()

    def _show_current(self) -> None:
        finding = self.current()
        for each in (self.what, self.text, self.about):
            each.setVisible(finding is not None)
        recommended = finding is not None and finding.kind == RECOMMENDATION
        self.settle.setVisible(recommended)
        for state, button in self.states.items():
            button.setVisible(recommended and finding is not None and finding.state != state)
        if finding is None:
            return
        nature = {"administrative": self.tr("административный"), "technical": self.tr("технический")}
        parts = (self._kind(finding), nature.get(finding.nature, ""), words.zone(finding.addressee))
        self.what.setText("  ·  ".join(filter(None, parts)))
        self.text.setText(finding.text)
        service = words.numbered_service(self._catalogue, finding.service)
        source = f"{words.instrument(finding.form_id)}, № {finding.number}, {words.moment(finding.finished)}"
        self.about.setText("\n".join(filter(None, (service, self._region(finding), source))))
        self.settle.setText(
            self.tr("Сейчас: {state}. Что с ней стало?").format(state=self._state(finding).lower())
        )

    def retranslate(self) -> None:
        """Writes the texts."""
        self.search.setPlaceholderText(self.tr("Слова вывода, услуга, номер"))
        self.search.setAccessibleName(self.tr("Поиск в выводах"))
        everything = self.tr("все")
        for name, told in {
            "kind": self.tr("Вид"),
            "addressee": self.tr("Кому"),
            "state": self.tr("Состояние"),
            "region": self.tr("Регион"),
        }.items():
            self.chips[name].set_words(told, everything)
        self.table.setAccessibleName(self.tr("Выводы: барьеры и рекомендации"))
        for state, button in self.states.items():
            button.setText(self._state_words(state))
        self.model.retranslate()
        self._apply()

    def _kind(self, finding: Finding) -> str:
        return self._kind_words(finding.kind)

    def _kind_words(self, kind: str) -> str:
        return {BARRIER: self.tr("Барьер"), RECOMMENDATION: self.tr("Рекомендация")}[kind]

    def _state(self, finding: Finding) -> str:
        return self._state_words(finding.state)

    def _state_words(self, state: str) -> str:
        return {
            "proposed": self.tr("Предложена"),
            "sent": self.tr("Направлена"),
            "accepted": self.tr("Принята"),
            "rejected": self.tr("Отклонена"),
            "done": self.tr("Выполнена"),
        }.get(state, state)

    def _service_number(self, finding: Finding) -> str:
        service = self._catalogue.services.get(finding.service)
        return str(service.no) if service else finding.service

    def _region(self, finding: Finding) -> str:
        return words.region(self._catalogue, finding.region, self._language.code)

    def _kinds(self) -> Sequence[Entry]:
        return [
            Entry("kind", kind, self._kind_words(kind), icon="info") for kind in (BARRIER, RECOMMENDATION)
        ]

    def _addressees(self) -> Sequence[Entry]:
        return [Entry("zone", zone, words.zone(zone), icon="person") for zone in ("body", "con", "portal")]

    def _states(self) -> Sequence[Entry]:
        return [Entry("state", state, self._state_words(state), icon="check") for state in STATES]

    def _regions(self) -> Sequence[Entry]:
        present = {each.region for each in self._all}
        return [
            Entry("region", code, region.names[self._language.code], icon="service")
            for code, region in self._catalogue.regions.items()
            if code in present
        ]

    # ------------------------------------------------------------ what is done

    def _on_state_clicked(self) -> None:
        finding = self.current()
        state = next((key for key, button in self.states.items() if button is self.sender()), "")
        if finding is None or not state:
            return
        verb = self._state_words(state)
        text = self.tr(
            "«{text}»\n\nНовое состояние: {state}. Запись № {number} получит новую редакцию и уйдёт "
            "со следующим пакетом."
        ).format(text=finding.text, state=verb.lower(), number=finding.number)
        dialog = ReasonDialog(self.tr("Состояние рекомендации"), text, verb, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reasoned.connect(partial(self._settle, finding, state))
        dialog.open()

    def _settle(self, finding: Finding, state: str, reason: str) -> None:
        work = partial(findings.set_state, finding=finding, state=state, reason=reason, now=self._tasks.now)
        self._tasks.lane(work, failed=self._on_failed, changes=("interview",))

    def _on_find_pressed(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)


def _same(one: Finding, other: Finding) -> bool:
    return (one.interview, one.path) == (other.interview, other.path)
