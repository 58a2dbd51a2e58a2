"""Обмен, sending: what waits, packages and syncing, the workbook, and every package made so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import peers
from gsmon_desktop.exchange.history import Package, history
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.store import Workspace, interviews
from ui import exchange_words, theme, words
from ui.dialogs.cross import CrossDialog
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.icons import icon
from ui.models.packages import PackagesModel
from ui.screens.base import Screen, label
from ui.tasks import Job, Tasks
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.job_line import JobLine
from ui.widgets.notice import Notice
from ui.widgets.report_bar import ReportBar
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable
from ui.widgets.year_button import YearButton

_NAMED = 8
"""Refused interviews named one by one."""
FOLDER = "export_folder"
"""The setting that remembers where packages went last."""


@dataclass(frozen=True)
class Seen:
    """What the page shows: how many interviews wait, the packages made, the folder used last, and what the
    other side refused and nobody has corrected yet."""

    unsent: int
    packages: list[Package]
    folder: str
    refused: list[exchange.Refused]


def look(ws: Workspace) -> Seen:
    """Everything the page needs, on the database thread."""
    folder = ws.settings.get(FOLDER, "")
    return Seen(interviews.unsent(ws), history(ws), folder, exchange.refused(ws))


def _questions(ws: Workspace, edition: Edition, language: str) -> list[tuple[str, str]]:
    from gsmon_desktop.reports.crossings import offered  # the Excel library is slow to load

    return offered(ws, edition, language)


@dataclass(frozen=True)
class Packed:
    """What an export made, and whether it is encrypted to anybody."""

    exported: exchange.Exported
    encrypted: bool


def pack(ws: Workspace, to: Path, job: Job, tasks: Tasks, *, resend: bool = False) -> Packed:
    """Exports what waits (or also what was not answered) into `to` and remembers the folder."""
    made = exchange.export(ws, to, now=tasks.now, resend=resend, progress=job.report)
    _remember(ws, to)
    return Packed(made, bool(peers.recipients(ws)))


def synchronise(ws: Workspace, folder: Path, job: Job, tasks: Tasks) -> exchange.Synced:
    """Both ways with a folder, which is remembered."""
    done = exchange.sync(ws, exchange.target(str(folder)), now=tasks.now, progress=job.report)
    _remember(ws, folder)
    return done


def _remember(ws: Workspace, folder: Path) -> None:
    if ws.settings.get(FOLDER) != str(folder):
        ws.settings[FOLDER] = str(folder)


class SendingPage(Screen):
    """One package and one report run at a time, each with its bar and a way to stop it."""

    def __init__(  # each is a seam of its own
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        edition: Edition,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._edition = tasks, catalogue, edition
        self._language, self._files = language, files
        self._seen: Seen | None = None
        self.count, self.waiting = label("figure", self), label("muted", self)
        self.about = label("muted", self)
        self.about.setWordWrap(True)
        self.sync, self.pack, self.again, self.workbook = (QPushButton(self) for _ in range(4))
        self.sync.setProperty("kind", "primary")
        self.sync.setIconSize(QSize(20, 20))
        self.sync.clicked.connect(self._on_sync_clicked)
        self.again.setProperty("kind", "quiet")
        self.again.clicked.connect(self._on_again_clicked)
        self.pack.clicked.connect(self._on_pack_clicked)
        self.workbook.clicked.connect(self._on_workbook_clicked)
        self.personal = QCheckBox(self)
        self.more, self.reports = (
            QPushButton(self),
            ReportBar(tasks, catalogue, edition, lambda: language.code, files, self),
        )
        self.more.setMenu(QMenu(self.more))
        self.kinds = {
            kind: self.more.menu().addAction("")
            for kind in ("tables", "data", "visits", "each_visit", "field", "posters")
        }
        special = {"tables": self._on_tables_asked, "each_visit": self._on_each_visit_asked}
        for kind, action in self.kinds.items():
            action.triggered.connect(special.get(kind, partial(self._on_report_asked, kind)))
        self.all_cuts = self.more.menu().addAction("")
        self.all_cuts.setCheckable(True)
        self.more.menu().insertSeparator(self.all_cuts)
        self.year = YearButton(files, self)
        self.reports.busy.connect(self._on_reports_busy)
        self.line = JobLine(self)
        self.line.running.connect(self._on_running)
        self.line.stopped.connect(self._on_stopped)
        self.notice = Notice(self)
        self.refused = Notice(self, closable=False)
        self.show_folder = QPushButton(self)
        self.show_folder.clicked.connect(self._on_show_folder_clicked)
        self.history_title, self.empty = label("heading", self), label("muted", self)
        self.empty.setWordWrap(True)
        self.model, self.table = PackagesModel(self), RowTable(self)
        self.narrow = FilterField(self.model, self.table, self)
        self.save = SaveButton(tasks, files, self._list_name, self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        self._lay_out()
        self.first: QWidget = self.sync
        """What has the keyboard first."""
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.count)
        figures.addWidget(self.waiting)
        buttons = Flow()
        for part in (
            self.sync,
            self.pack,
            self.show_folder,
            self.workbook,
            self.more,
            self.personal,
            self.year,
        ):
            buttons.addWidget(part)
        card = QFrame(self)
        card.setProperty("role", "card")
        head = QHBoxLayout()
        head.setSpacing(theme.XL)
        head.addLayout(figures)
        head.addWidget(self.about, 1)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        inner.setSpacing(theme.M)
        inner.addLayout(head)
        inner.addLayout(buttons)
        inner.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.XL, theme.L)
        column.setSpacing(theme.M)
        for each in (card, self.notice, self.refused, self.reports):
            column.addWidget(each)
        history = QHBoxLayout()
        history.addWidget(self.history_title, 1)
        history.addWidget(self.narrow)
        history.addWidget(self.again)
        history.addWidget(self.save)
        column.addLayout(history)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._set_up_table()

    def _list_name(self) -> str:
        return self.tr("Собранные пакеты")

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setStretchLastSection(True)
        self.table.sort_by_headings()

    def refresh(self) -> None:
        """Reads what waits and what was made."""
        self._tasks.lane(look, self._show, self._on_failed)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.waiting.setText(self.tr("ждут отправки"))
        self.about.setText(
            self.tr("Синхронизация кладёт в папку на флешке или в сети всё завершённое и забирает квитанции. "
                    "Пакет — то же одним файлом, для почты.")
        )  # fmt: skip
        self.sync.setText(self.tr("Синхронизировать…"))
        self.sync.setToolTip(self.tr("С папкой на флешке, в сети или в облаке"))
        self.pack.setText(self.tr("Собрать пакет…"))
        self.again.setText(self.tr("Отправить неподтверждённое ещё раз…"))
        self.again.setToolTip(self.tr("Всё, на что ещё нет квитанции. Дубликатов не будет."))
        self.line.retranslate()
        self.workbook.setText(self.tr("Книга Excel…"))
        self.workbook.setToolTip(self.tr("Все завершённые интервью, кодовая книга, таблицы и оценки"))
        self.personal.setText(self.tr("В книгу — и личные данные"))
        self.personal.setToolTip(
            self.tr("Телефоны, имена и слова людей. Такую книгу нельзя передавать посторонним.")
        )
        self.more.setText(self.tr("Другие отчёты"))
        self.kinds["tables"].setText(self.tr("Таблицы ответов, один вопрос против другого: Excel, CSV…"))
        self.kinds["data"].setText(self.tr("Данные для анализа: SPSS, Parquet, CSV…"))
        self.kinds["visits"].setText(self.tr("Отчёты о визитах с фото: Word, PDF…"))
        self.kinds["each_visit"].setText(self.tr("Отчёты о визитах по отдельности, в папку…"))
        self.kinds["field"].setText(self.tr("Сводка поля: PDF, Excel…"))
        self.kinds["posters"].setText(self.tr("Плакаты рейтингов: PDF…"))
        self.all_cuts.setText(self.tr("Баллы и там, где ответили единицы"))
        self.year.retranslate()
        self.reports.retranslate()
        self.show_folder.setText(self.tr("Открыть папку"))
        self.history_title.setText(self.tr("Собранные пакеты"))
        self.table.setAccessibleName(self._list_name())
        self.empty.setText(self.tr("Пакетов ещё нет. Завершите интервью и нажмите «Собрать пакет»."))
        if self._seen is not None:
            self._show(self._seen)

    def tint(self) -> None:
        """Icons in the palette's colours."""
        c = self.colours
        self.sync.setIcon(icon("exchange", c.on_accent))
        self.pack.setIcon(icon("package", c.text))
        self.workbook.setIcon(icon("workbook", c.text))
        self.more.setIcon(icon("scores", c.text))
        self.show_folder.setIcon(icon("folder", c.text))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.count.setText(words.number(seen.unsent))
        self.count.setAccessibleName(f"{self.waiting.text()}: {seen.unsent}")
        self.pack.setEnabled(seen.unsent > 0 and self.line.job is None)
        self.model.show_rows(seen.packages)
        self.table.setVisible(bool(seen.packages))
        self.save.setVisible(bool(seen.packages))
        self.again.setVisible(any(each.state != "accepted" for each in seen.packages))
        self.refused.show_text(self._refused(seen.refused) if seen.refused else "", "warning")
        self.empty.setVisible(not seen.packages)
        self.show_folder.setVisible(bool(seen.folder))

    def _refused(self, found: Sequence[exchange.Refused]) -> str:
        numbers = ", ".join(f"№\u00a0{each.number}" for each in found[:_NAMED])
        if len(found) > _NAMED:
            numbers += " " + self.tr("и ещё {n}").format(n=len(found) - _NAMED)
        return self.tr(
            "Центральный офис не принял интервью {numbers}. Причина стоит у каждого из них; исправленное "
            "уйдёт со следующим обменом."
        ).format(numbers=numbers)

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    # ------------------------------------------------------------ packages and workbooks

    def _folder(self, title: str) -> Path | None:
        return self._files.folder(self, title, self._seen.folder if self._seen else "")

    def _on_sync_clicked(self) -> None:
        folder = self._folder(self.tr("Папка обмена на флешке, в сети или в облаке"))
        if folder is not None:
            job = self._begin(self.tr("Обмениваюсь с папкой"))
            work = partial(synchronise, folder=folder, job=job, tasks=self._tasks)
            kinds = ("package", "interview", "setting")
            self._tasks.lane(work, self._on_synced, self._on_failed, changes=kinds, job=job)

    def _on_synced(self, done: exchange.Synced) -> None:
        parts = [
            self.tr("Отправлено интервью: {n}.").format(n=done.interviews)
            if done.packages
            else self.tr("Нового для отправки нет.")
        ]
        parts += exchange_words.received(done.received)
        self._say(" ".join(parts), done.held, wrong=bool(done.received.taken.quarantined))

    def _on_again_clicked(self) -> None:
        self._pack(resend=True)

    def _on_pack_clicked(self) -> None:
        self._pack(resend=False)

    def _pack(self, *, resend: bool) -> None:
        folder = self._folder(self.tr("Куда положить пакет"))
        if folder is not None:
            job = self._begin(self.tr("Собираю пакет"))
            work = partial(pack, to=folder, resend=resend, job=job, tasks=self._tasks)
            self._tasks.lane(work, self._on_packed, self._on_failed, changes=("package",), job=job)

    def _on_packed(self, made: Packed) -> None:
        out = made.exported
        if not out.packages:
            text = self.tr("Собирать нечего: все завершённые интервью уже в пакетах.")
        else:
            text = self.tr("Пакет {file}. Интервью: {interviews}, файлов: {media}.").format(
                file=out.packages[0].name, interviews=out.interviews, media=out.media
            )
            if not made.encrypted:
                text += " " + self.tr(
                    "Он подписан, но не зашифрован: добавьте ключ центрального офиса на странице «Участники»."
                )
        self._say(text, out.held, wrong=bool(out.packages) and not made.encrypted)

    def _say(self, text: str, held: Sequence[exchange.Held], *, wrong: bool = False) -> None:
        if held:
            text += " " + self.tr("Не вошли, потому что их файлы повреждены: {count}.").format(
                count=len(held)
            )
        self.notice.show_text(text, "warning" if held or wrong else "good")

    def _on_workbook_clicked(self) -> None:
        self._on_report_asked("workbook", personal=self.personal.isChecked())
        if self.reports.running:
            self.personal.setChecked(False)  # asked for anew each time

    def _on_report_asked(self, kind: str, *, personal: bool = False) -> None:
        folder = self._seen.folder if self._seen else ""
        before, wanted = self.year.before, self.all_cuts.isChecked()
        self.reports.ask(kind, folder=folder, before=before, all_cuts=wanted, personal=personal)

    def _on_each_visit_asked(self) -> None:
        folder = self._folder(self.tr("Папка для отчётов: по документу Word и PDF на визит"))
        if folder is not None:
            self.reports.write("visits", folder, {})

    def _on_tables_asked(self) -> None:
        work = partial(_questions, edition=self._edition, language=self._language.code)
        self._tasks.lane(work, self._on_questions_read, self._on_failed)

    def _on_questions_read(self, questions: list[tuple[str, str]]) -> None:
        dialog = CrossDialog(questions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = self._seen.folder if self._seen else ""
        dialog.chosen.connect(lambda pairs: self.reports.ask("tables", folder=folder, pairs=pairs))
        dialog.open()

    def _begin(self, doing: str) -> Job:
        self.notice.hide()
        return self.line.begin(doing)

    def _on_running(self, running: bool) -> None:  # noqa: FBT001 - the signal's argument
        for button in (self.sync, self.again):
            button.setEnabled(not running)
        self.pack.setEnabled(not running and self._seen is not None and self._seen.unsent > 0)

    def _on_reports_busy(self, busy: bool) -> None:  # noqa: FBT001 - the signal's argument
        for button in (self.workbook, self.more):
            button.setDisabled(busy)

    def _on_stopped(self) -> None:
        self.notice.show_text(self.tr("Остановлено: файл не записан."), "warning")

    def _on_show_folder_clicked(self) -> None:
        if self._seen is not None:
            self._files.show(Path(self._seen.folder))
