"""Контроль: who is checked how far, which interviews there are to check, and the call-back that does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.field import control
from gsmon_desktop.field.control import Candidate, Share
from gsmon_desktop.field.methods import FIELD_CONTROL
from gsmon_desktop.interviewing import second
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Workspace
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.icons import icon
from ui.models.rows import Column, RowsModel, whole
from ui.screens.base import Hints, Screen, label
from ui.tasks import Tasks
from ui.widgets.chip import switch
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.lines import LINE, Line, LineList
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

MOST = 500
"""Interviews shown at once; the chips and the interviewers narrow what is shown."""
_SERVICE_COLUMN = 2
_FINISHED, _INTERVIEWER, _TIME, _PHONE, _VERDICT = 1, 3, 4, 5, 6
_SPARED = {control.UNCHECKED: (_VERDICT, _TIME, _FINISHED, _INTERVIEWER)}
"""Columns that give way in a narrow window: where nothing is checked yet, the verdict first."""
_SPARED_ELSE = (_TIME, _FINISHED, _PHONE, _INTERVIEWER)
_LETTERS, _LETTERS_ELSE = {control.UNCHECKED: 28}, 16
"""Letters of a service that are worth a column: where nothing is checked yet, more."""


@dataclass(frozen=True)
class Seen:
    """Shares of all interviewers, the interviews narrowed to, and how many were typed in twice."""

    shares: Sequence[Share]
    candidates: Sequence[Candidate]
    twice: Sequence[second.Share] = ()


def look(ws: Workspace, interviewer: str, part: str) -> Seen:
    """Everything the page needs, on the database thread."""
    found = control.candidates(ws, interviewer=interviewer, part=part, limit=MOST)
    return Seen(control.shares(ws), found, second.shares(ws))


class ControlScreen(Screen):
    """Interviewers on the left with their share, interviews on the right; Enter calls back."""

    changes = frozenset({"interview"})
    new_requested = Signal(str, object)
    """Form id and answers by role for the check of an interview."""

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._seen = Seen((), ())
        self._interviewer = ""
        self.title, self.rule = label("title", self), label("muted", self)
        self.rule.setWordWrap(True)
        self._group = QButtonGroup(self)
        self.parts = {
            part: switch(self._group, self.refresh, self)
            for part in (control.UNCHECKED, control.NOT_REACHED, control.CHECKED, control.ALL)
        }
        self.parts[control.UNCHECKED].setChecked(True)
        self.people = LineList(self)
        self.people_title = label("heading", self)
        self.twice = label("muted", self)
        self.twice.setWordWrap(True)
        self.twice.setContentsMargins(theme.M, 0, theme.M, theme.S)
        self.people.clicked.connect(self._on_person_chosen)
        self.people.activated.connect(self._on_person_chosen)
        self.model = RowsModel(self._columns(), self)
        self.table = RowTable(self)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_SERVICE_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.table.taken.connect(self._on_row_taken)
        self.empty = label("muted", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.narrow = FilterField(self.model, self.table, self)
        self.save = SaveButton(tasks, files, lambda: self.tr("Контроль"), self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        self.check = QPushButton(self)
        self.check.setProperty("kind", "primary")
        self.check.clicked.connect(lambda: self._on_row_taken(self.table.currentIndex()))
        self._lay_out()
        self.first = self.table
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        head.addWidget(self.title)
        head.addWidget(self.rule, 1)
        head.addWidget(self.check)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMinimumWidth(200)
        card.setMaximumWidth(320)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, theme.M, 1, 1)
        inner.setSpacing(theme.S)
        self.people_title.setContentsMargins(theme.M, 0, theme.M, 0)
        inner.addWidget(self.people_title)
        inner.addWidget(self.people, 1)
        inner.addWidget(self.twice)
        tools = Flow()
        for chip in self.parts.values():
            tools.addWidget(chip)
        tools.push_right()
        tools.addWidget(self.narrow)
        tools.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(theme.M)
        right.addLayout(tools)
        right.addWidget(self.table, 1)
        right.addWidget(self.empty, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        row.addWidget(card, 2)
        row.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _columns(self) -> Sequence[Column]:
        return (
            whole(lambda: self.tr("№"), lambda c: c.number),
            Column(
                lambda: self.tr("Завершено"), lambda c: words.short_moment(c.finished), lambda c: c.finished
            ),
            Column(lambda: self.tr("Услуга"), lambda c: words.numbered_service(self._catalogue, c.service)),
            Column(lambda: self.tr("Интервьюер"), lambda c: c.interviewer),
            Column(
                lambda: self.tr("Время"),
                lambda c: words.duration(c.seconds),
                lambda c: c.seconds,
                number=True,
            ),
            Column(lambda: self.tr("Телефон"), self._phone),
            Column(lambda: self.tr("Проверка"), self._verdict),
        )

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the shares and the interviews."""
        part = next(key for key, chip in self.parts.items() if chip.isChecked())
        work = partial(look, interviewer=self._interviewer, part=part)
        self._tasks.lane(work, self._show, self._on_failed)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        if self._interviewer not in {each.interviewer for each in seen.shares}:
            self._interviewer = ""
        lines = self._people(seen.shares)
        self.people.show_lines(lines if seen.shares else [])
        chosen = next((at for at, line in enumerate(lines) if line.key == self._interviewer), 0)
        if seen.shares:
            self.people.setCurrentIndex(self.people.model().index(chosen, 0))
        self.model.show_rows(seen.candidates)
        self.table.setVisible(bool(seen.candidates))
        self.empty.setVisible(not seen.candidates)
        self.check.setEnabled(bool(seen.candidates))
        self.save.setEnabled(bool(seen.candidates))
        part = next(key for key, chip in self.parts.items() if chip.isChecked())
        letters = _LETTERS.get(part, _LETTERS_ELSE)
        self.table.spare(_SPARED.get(part, _SPARED_ELSE), _SERVICE_COLUMN, letters)
        if seen.candidates:
            self.table.selectRow(0)
        self._say_twice([each for each in seen.twice if self._interviewer in ("", each.interviewer)])
        self._say_empty()

    def _say_twice(self, shares: Sequence[second.Share]) -> None:
        """The share of interviews typed in twice, of everybody or of the one chosen; none: nothing."""
        twice, finished = sum(s.twice for s in shares), sum(s.finished for s in shares)
        compared, differing = sum(s.compared for s in shares), sum(s.differing for s in shares)
        self.twice.setVisible(twice > 0)
        if twice:
            text = self.tr(
                "Введено дважды: {twice} из {finished} ({share} %). "
                "Различались {differing} из {compared} ответов."
            )
            self.twice.setText(
                text.format(
                    twice=twice,
                    finished=finished,
                    share=round(100 * twice / finished),
                    differing=differing,
                    compared=compared,
                )
            )

    def _people(self, shares: Sequence[Share]) -> list[Line]:
        complete, checked = sum(s.complete for s in shares), sum(s.checked for s in shares)
        told = self.tr("{done} из {target}")
        everyone = Line("", self.tr("Все интервьюеры"), right=told.format(done=checked, target=complete))
        lines = [_with_share(everyone, checked, complete)]
        for each in shares:
            right = told.format(done=each.checked, target=each.complete)
            if each.behind:
                right = self.tr("ещё {n}").format(n=each.behind) + "  ·  " + right
            line = Line(each.interviewer, each.interviewer, right=right)
            lines.append(_with_share(line, each.checked, each.complete))
        return lines

    def _say_empty(self) -> None:
        if not self._seen.shares:
            self.empty.setText(self.tr("Проверять пока нечего: здесь появятся завершённые интервью."))
        else:
            self.empty.setText(self.tr("Таких интервью нет. Выберите другой отбор или интервьюера."))

    def hints(self) -> Hints:
        """Keys of the table."""
        return [("Enter", self.tr("проверить интервью")), ("Ctrl+C", self.tr("скопировать строки"))]

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Контроль"))
        self.rule.setText(
            self.tr("Перепроверьте не меньше {share} % завершённых интервью каждого интервьюера").format(
                share=round(control.NEEDED * 100)
            )
        )
        self.people_title.setText(self.tr("Проверено"))
        self.people.setAccessibleName(self.tr("Интервьюеры и доля проверенного"))
        for part, text in {
            control.UNCHECKED: self.tr("Не проверены"),
            control.NOT_REACHED: self.tr("Не дозвонились"),
            control.CHECKED: self.tr("Проверены"),
            control.ALL: self.tr("Все"),
        }.items():
            self.parts[part].setText(text)
        self.check.setText(self.tr("Проверить"))
        self.table.setAccessibleName(self.tr("Интервью для проверки"))
        self.model.retranslate()
        self._show(self._seen)

    def tint(self) -> None:
        """Takes the palette's colours."""
        self.check.setIcon(icon("check", self.colours.on_accent))

    def _phone(self, candidate: Candidate) -> str:
        if candidate.callback == "no":
            return self.tr("просил не звонить")
        return candidate.phone or self.tr("нет номера")

    def _verdict(self, candidate: Candidate) -> str:
        if candidate.verdict:
            return {
                "confirmed": self.tr("✓ подтверждено"),
                "partly": self.tr("≈ с замечаниями"),
                "rejected": self.tr("✗ не подтверждено"),
            }.get(candidate.verdict, candidate.verdict)
        return self.tr("попыток: {n}").format(n=candidate.tries) if candidate.tries else "—"

    # ------------------------------------------------------------ what is done

    def _on_person_chosen(self, index: QModelIndex) -> None:
        self._interviewer = index.data(LINE).key
        self.refresh()

    def _on_row_taken(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self.model.rows):
            return
        chosen: Candidate = self.model.rows[index.row()]
        presets = {
            "checked_interview": chosen.id,
            "checked_interviewer": chosen.interviewer,
            "region": chosen.region,
            "service": chosen.service,
        }
        known = {role: value for role, value in presets.items() if value}
        self.new_requested.emit(FIELD_CONTROL, known)

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)


def _with_share(line: Line, checked: int, complete: int) -> Line:
    """The bar is full at the least share asked for."""
    full = complete * control.NEEDED
    return Line(line.key, line.title, right=line.right, share=min(1.0, checked / full) if full else 0.0)
