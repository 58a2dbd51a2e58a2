"""A method's page in Визиты: the plan by services, the records made, and one of them on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.field import methods
from gsmon_desktop.field.targets import Progress
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import interviews
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.dialogs.finder import Entry, Finder
from ui.i18n import Language
from ui.icons import icon
from ui.models.interviews import InterviewsModel
from ui.screens.base import Screen, label
from ui.screens.interviews_choice import Choice
from ui.screens.interviews_preview import Preview
from ui.screens.interviews_table import InterviewsTable
from ui.tasks import Tasks
from ui.widgets.flow import Flow
from ui.widgets.lines import LINE, Line, LineList
from ui.widgets.save_button import SaveButton
from ui.widgets.search_field import SearchField

_PLAN_WIDTH = 270


class MethodPage(Screen):
    """Begins records of the method's questionnaires, lists them, goes on with drafts."""

    new_requested = Signal(str, object)
    resume_requested = Signal(str)
    again_requested = Signal(str)

    def __init__(
        self,
        method: str,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._key, self._method = method, methods.METHODS[method]
        self._plan: Sequence[Progress] = ()
        self.new = QPushButton(self)
        self.new.setProperty("kind", "primary")
        self.new.setIconSize(QSize(18, 18))
        self.new.clicked.connect(partial(self._begin, ""))
        self.search = SearchField(self)
        self.search.textChanged.connect(self.apply)
        self.plan_title, self.plan_sum = label("heading", self), label("muted", self)
        self.plan = LineList(self)
        self.plan.activated.connect(self._on_plan_activated)
        self.model = InterviewsModel(tasks, catalogue, self._code, self)
        self.model.failed.connect(self.troubled)
        self.model.counted.connect(self._on_model_counted)
        self.table = InterviewsTable(self)
        self.search.goes_to = self.table
        self.table.setModel(self.model)
        self.table.taken.connect(self._on_row_taken)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.model.sort)
        self.save = SaveButton(tasks, files, self._name, self.model.reader, self)
        self.save.troubled.connect(self.troubled)
        self.empty = label("muted", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.preview = Preview(tasks, catalogue, self._code, files, self)
        self.choice = Choice(tasks, self.model, self.table, self.preview)
        self.preview.resume_requested.connect(self.resume_requested)
        self.preview.again_requested.connect(self.again_requested)
        self.preview.troubled.connect(self.troubled)
        self.preview.told.connect(self.told)
        self._find = QShortcut(QKeySequence.StandardKey.Find, self, self._on_find_pressed)
        self._lay_out()
        self.first = self.new
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        self.plan_card = QFrame(self)
        self.plan_card.setProperty("role", "card")
        self.plan_card.setMaximumWidth(_PLAN_WIDTH)
        self.plan_card.setMinimumWidth(_PLAN_WIDTH * 2 // 3)
        head = Flow()
        head.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        head.addWidget(self.plan_title)
        head.push_right()
        head.addWidget(self.plan_sum)
        card = QVBoxLayout(self.plan_card)
        card.setContentsMargins(1, 0, 1, 1)
        card.setSpacing(0)
        card.addLayout(head)
        card.addWidget(self.plan, 1)
        self.plan_card.setVisible(bool(self._method.sample))
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, theme.L, theme.L)
        row.setSpacing(theme.L)
        row.addWidget(self.plan_card, 2)
        row.addLayout(self._records(), 4)
        self.side = QFrame(self)
        self.side.setObjectName("side")
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.preview)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.side)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([900, 320])
        split.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _records(self) -> QVBoxLayout:
        tools = Flow()
        tools.addWidget(self.new)
        tools.addWidget(self.search)
        tools.push_right()
        tools.addWidget(self.save)
        records = QVBoxLayout()
        records.setSpacing(theme.M)
        records.addLayout(tools)
        records.addWidget(self.table, 1)
        records.addWidget(self.empty, 1)
        return records

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the plan, the records and the one on the right."""
        work = partial(methods.plan, catalogue=self._catalogue, method=self._key)
        self._tasks.lane(work, self._show_plan, self._on_failed)
        self.apply()
        self.preview.refresh()

    def apply(self) -> None:
        """Narrows the records to what is searched for."""
        self.choice.narrow({"forms": self._method.forms, "text": self.search.text()})

    def retranslate(self) -> None:
        """Writes the texts."""
        self.new.setText(
            {
                "mystery_shopping": self.tr("Начать проверку"),
                "depth_interview": self.tr("Начать интервью"),
                "focus_group": self.tr("Начать группу"),
                "desk_research": self.tr("Начать исследование"),
            }[self._key]
        )
        self.search.setPlaceholderText(self.tr("Номер, место, услуга, слова из ответов"))
        self.search.setAccessibleName(self.tr("Поиск записей"))
        self.plan_title.setText(self.tr("План"))
        self.plan.setAccessibleName(self.tr("План по услугам, Enter начинает запись"))
        self.table.setAccessibleName(self.tr("Таблица записей"))
        self.model.retranslate()
        self._show_plan(self._plan)
        self._on_model_counted(self.model.rowCount())

    def tint(self) -> None:
        """Takes the palette's colours."""
        self.new.setIcon(icon("new", self.colours.on_accent))

    def _show_plan(self, plan: Sequence[Progress]) -> None:
        self._plan = plan
        told = self.tr("{done} из {target}")
        self.plan.show_lines(
            [
                Line(
                    each.service,
                    words.numbered_service(self._catalogue, each.service),
                    right=told.format(done=each.done, target=each.target),
                    share=each.share,
                )
                for each in sorted(plan, key=lambda each: each.done >= each.target)
            ]
        )
        done, target = sum(each.done for each in plan), sum(each.target for each in plan)
        self.plan_sum.setText(told.format(done=done, target=target) if plan else "")

    def _on_model_counted(self, count: int) -> None:
        self.table.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.side.setVisible(count > 0 or bool(self.search.text().strip()))
        self.save.setEnabled(count > 0)
        if self.search.text().strip():
            self.empty.setText(self.tr("Ничего не нашлось. Измените поиск."))
        elif self._method.sample:
            self.empty.setText(
                self.tr("Записей пока нет. Выберите услугу в плане и нажмите Enter или начните кнопкой.")
            )
        else:
            self.empty.setText(self.tr("Записей пока нет. Начните первую кнопкой слева вверху."))

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    # ------------------------------------------------------------ what is done

    def _on_plan_activated(self, index: QModelIndex) -> None:
        self._begin(index.data(LINE).key)

    def _begin(self, service: str) -> None:
        """Begins a record of the one questionnaire, or asks which of several."""
        presets = {"service": service} if service else {}
        forms = self._method.forms
        if len(forms) == 1:
            self.new_requested.emit(forms[0], presets)
            return
        entries = [Entry("form", form, words.instrument(form), icon="new") for form in forms]
        finder = Finder(entries, self.tr("Какая анкета"), self.window())
        finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        finder.chosen.connect(lambda entry: self.new_requested.emit(entry.key, presets))
        finder.open_over(self.window())

    def _on_row_taken(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row is not None and row.status == interviews.DRAFT:
            self.resume_requested.emit(row.id)

    def _on_find_pressed(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _name(self) -> str:
        return words.method(self._key)

    def _code(self) -> str:
        return self._language.code
