"""Обмен, taking in: packages, receipts and settings from files or folders, and what was set aside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.exchange import Received, aside
from gsmon_desktop.exchange.aside import Aside
from gsmon_desktop.exchange.intake import Taken
from gsmon_desktop.store import Workspace
from ui import exchange_words, theme, words
from ui.dialogs.files import FileDialogs, local_files
from ui.i18n import Language
from ui.icons import icon
from ui.models.rows import Column, RowsModel
from ui.screens.base import Screen, label
from ui.tasks import Job, Tasks
from ui.widgets.filter_field import FilterField
from ui.widgets.job_line import JobLine
from ui.widgets.notice import Notice
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

_CHANGES = ("interview", "package", "setting")
_WHY = 2


def take_in(ws: Workspace, paths: Sequence[Path], job: Job, tasks: Tasks) -> Received:
    """Takes files and folders in, on the database thread."""
    return exchange.receive(
        ws, paths, now=tasks.now, progress=lambda path, done, total: job.report(done, total)
    )


def try_again(ws: Workspace, job: Job, tasks: Tasks) -> Taken:
    """Takes in what was set aside and can be taken in by now."""
    return exchange.retry(ws, now=tasks.now, progress=job.report)


class TakingPage(Screen):
    """Files can be dropped on it too."""

    def __init__(self, tasks: Tasks, language: Language, files: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._language, self._files = tasks, language, files
        self.setAcceptDrops(True)
        self.about = label("muted", self)
        self.about.setWordWrap(True)
        self.file, self.folder, self.again = QPushButton(self), QPushButton(self), QPushButton(self)
        self.folder.setProperty("kind", "primary")
        self.file.clicked.connect(self._on_file_clicked)
        self.folder.clicked.connect(self._on_folder_clicked)
        self.again.clicked.connect(self._on_again_clicked)
        self.first: QWidget = self.folder
        """What has the keyboard first."""
        self.line, self.notice = JobLine(self), Notice(self)
        self.line.running.connect(self._on_running)
        self.line.stopped.connect(self._on_stopped)
        self.heading, self.empty = label("heading", self), label("muted", self)
        self.empty.setWordWrap(True)
        self.model = RowsModel(self._columns(), self)
        self.table = RowTable(self)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.narrow = FilterField(self.model, self.table, self)
        self.save = SaveButton(tasks, files, self._list_name, self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        self._lay_out()
        self.retranslate()
        self.tint()
        self._show(())

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(self.about, 1)
        top.addSpacing(theme.L)
        top.addWidget(self.folder)
        top.addWidget(self.file)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        inner.setSpacing(theme.M)
        inner.addLayout(top)
        inner.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.heading, 1)
        head.addWidget(self.narrow)
        head.addWidget(self.save)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(card)
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(lambda: self.tr("Отложено"), lambda a: words.moment(a.at), lambda a: a.at),
            Column(lambda: self.tr("Что"), self._what),
            Column(lambda: self.tr("Почему"), self._why),
            Column(lambda: self.tr("Слова для сверки"), lambda a: a.keys.fingerprint if a.keys else ""),
        )

    def _what(self, each: Aside) -> str:
        if each.record:
            return self.tr("запись {id}").format(id=each.record[:8])
        return self.tr("пакет с устройства {device}").format(device=each.device[:8])

    def _why(self, each: Aside) -> str:
        """The sentence, with what is done about it in the window and not on a command line."""
        if each.code == aside.STRANGER:
            return self.tr(
                "Устройство ещё никто не принял. Позвоните отправителю, сверьте слова и примите его на "
                "странице «Участники»."
            )
        if each.code == aside.REVOKED:
            return self.tr(
                "Доверие отозвано. Если это ошибка, примите устройство снова на странице «Участники»."
            )
        return sentence(each.why(), self._language.code)

    def _list_name(self) -> str:
        return self.tr("Отложенное")

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads what was set aside."""
        self._tasks.lane(aside.listing, self._show, self._on_failed)

    def _show(self, found: Sequence[Aside]) -> None:
        self.model.show_rows(found)
        for each in (self.table, self.again, self.save):
            each.setVisible(bool(found))
        self.empty.setVisible(not found)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.about.setText(
            self.tr(
                "Пакеты, квитанции и настройки из папки на флешке, в сети или в облаке. Одно и то же можно "
                "принять сколько угодно раз: ничего не удвоится. Файлы можно и перетащить сюда."
            )
        )
        self.folder.setText(self.tr("Принять папку…"))
        self.file.setText(self.tr("Принять файл…"))
        self.again.setText(self.tr("Принять отложенное ещё раз"))
        self.heading.setText(self._list_name())
        self.empty.setText(
            self.tr("Ничего не отложено: всё, что пришло, принято. Непонятное и чужое окажется здесь.")
        )
        self.table.setAccessibleName(self.tr("Отложенное и причины"))
        self.line.retranslate()
        self.model.retranslate()

    def tint(self) -> None:
        """Takes the palette's colours."""
        self.folder.setIcon(icon("folder", self.colours.on_accent))
        self.file.setIcon(icon("package", self.colours.text))

    # ------------------------------------------------------------ what is done

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files and folders in."""
        if self.line.job is not None:
            return
        self.notice.hide()
        job = self.line.begin(self.tr("Принимаю"))
        work = partial(take_in, paths=paths, job=job, tasks=self._tasks)
        self._tasks.lane(work, self._on_taken, self._on_failed, changes=_CHANGES, job=job)

    def _on_taken(self, done: Received) -> None:
        told = exchange_words.received(done) or [self.tr("Здесь нет ничего для этой рабочей папки.")]
        wrong = bool(done.taken.quarantined or done.taken.conflicts)
        self.notice.show_text(" ".join(told), "warning" if wrong else "good")

    def _on_again_clicked(self) -> None:
        job = self.line.begin(self.tr("Принимаю отложенное"))
        work = partial(try_again, job=job, tasks=self._tasks)
        self._tasks.lane(work, self._on_tried, self._on_failed, changes=_CHANGES, job=job)

    def _on_tried(self, taken: Taken) -> None:
        told = exchange_words.received(Received(taken))
        if told:
            self.notice.show_text(" ".join(told), "good")
        else:
            self.notice.show_text(self.tr("Пока не получается: причины в списке."), "warning")

    def _on_file_clicked(self) -> None:
        file = self._files.open(self, self.tr("Пакет, квитанция или настройки"), self.tr("Все файлы (*)"))
        if file is not None:
            self.take([file])

    def _on_folder_clicked(self) -> None:
        folder = self._files.folder(self, self.tr("Папка с пакетами"), "")
        if folder is not None:
            self.take([folder])

    def _on_running(self, running: bool) -> None:  # noqa: FBT001 - the signal's argument
        for button in (self.file, self.folder, self.again):
            button.setEnabled(not running)

    def _on_stopped(self) -> None:
        self.notice.show_text(self.tr("Остановлено. Что успело прийти целиком, принято."), "warning")

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if local_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes dropped files in."""
        paths = local_files(event.mimeData())
        if paths:
            event.accept()
            self.take(paths)
