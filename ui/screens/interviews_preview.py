"""The right side of Интервью: one interview in words, its audit trail, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.exchange import Refused, Standing, standing
from gsmon_desktop.field.methods import METHODS
from gsmon_desktop.interviewing import (
    Account,
    Deletion,
    account,
    delete,
    move,
    reopen,
    take_back,
    undelete,
    write_audit,
)
from gsmon_desktop.interviewing.reading import Reading, read
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.reference import edition
from gsmon_desktop.store import interviews
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.dialogs.moving import MovingDialog
from ui.dialogs.reason import ReasonDialog
from ui.icons import icon
from ui.screens.base import Screen, label
from ui.screens.listening import Listening
from ui.tasks import Tasks
from ui.widgets.clamped import ClampedLabel
from ui.widgets.flow import Flow
from ui.widgets.report_bar import ReportBar
from ui.widgets.scrolled import Scrolled


class Preview(Screen):
    """Shows the interview it is told to; `resume_requested` for drafts, reopening and deleting done here."""

    resume_requested = Signal(str)
    again_requested = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Callable[[], str],
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._key = ""
        self.reading: Reading | None = None
        self.title = ClampedLabel("heading", 3, self)
        self.about, self.why = label("muted", self), label("warning", self)
        self.sent, self.empty = label("muted", self), label("muted", self)
        for each in (self.about, self.why, self.sent, self.empty):
            each.setWordWrap(True)
            each.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.newer = label("warning", self)
        self.newer.setWordWrap(True)
        for each in (self.why, self.newer):
            each.setMargin(theme.S)
        self.newer.setTextFormat(Qt.TextFormat.PlainText)
        self.resume, self.reopen, self.delete = QPushButton(self), QPushButton(self), QPushButton(self)
        self.again, self.restore, self.move_on = QPushButton(self), QPushButton(self), QPushButton(self)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.again.clicked.connect(lambda: self.again_requested.emit(self._key))
        self.move_on.clicked.connect(self._on_move_clicked)
        self.resume.setProperty("kind", "primary")
        self.resume.clicked.connect(self._on_resume_clicked)
        self.reopen.clicked.connect(self._on_reopen_clicked)
        self.delete.setProperty("kind", "quiet")
        self.delete.clicked.connect(self._on_delete_clicked)
        self.listening = Listening(tasks, language, self)
        self.listening.troubled.connect(self._on_failed)
        self.reports = ReportBar(tasks, catalogue, edition(), language, files, self)
        self._make_paper_buttons()
        self._make_pages()
        self._lay_out()
        self.retranslate()
        self.tint()
        self._show_nothing()

    def _make_pages(self) -> None:
        self.audit = QPushButton(self)
        self.audit.setProperty("kind", "quiet")
        self.audit.clicked.connect(self._on_audit_clicked)
        self.tabs = QTabWidget(self)
        self.tabs.setCornerWidget(self.audit)
        self.answers, self.trail = QTextBrowser(self), QTextBrowser(self)
        for browser in (self.answers, self.trail):
            browser.setOpenLinks(False)
            browser.setFrameShape(QFrame.Shape.NoFrame)
            self.tabs.addTab(browser, "")
        self.tabs.currentChanged.connect(lambda at: self.audit.setVisible(at == 1))
        self.audit.hide()

    def _make_paper_buttons(self) -> None:
        self.print, self.report = QPushButton(self), QPushButton(self)
        self.print.clicked.connect(self._on_print_clicked)
        self.report.clicked.connect(self._on_report_clicked)
        for button in (self.print, self.report):
            self.reports.busy.connect(button.setDisabled)

    def _lay_out(self) -> None:
        buttons = Flow()
        for button in (self.resume, self.listening.button, self.reopen, self.restore, self.again):
            buttons.addWidget(button)
        buttons.addWidget(self.report)
        buttons.addWidget(self.print)
        buttons.push_right()
        buttons.addWidget(self.delete)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.L, theme.M, theme.L, 0)
        column.setSpacing(theme.S)
        for each in (self.title, self.about, self.sent, self.why):
            column.addWidget(each)
        column.addLayout(buttons)
        column.addWidget(self.reports)
        column.addWidget(self.newer)
        column.addWidget(self.move_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside, self))

    def show_interview(self, key: str) -> None:
        """Reads and shows one; "" shows none."""
        self._key = key
        self.refresh()

    def refresh(self) -> None:
        """Reads the interview shown once more."""
        if not self._key:
            self._show_nothing()
            return
        work = partial(read, key=self._key, language=self._language(), now=self._tasks.now)
        self._tasks.lane(work, self._show, self._on_failed)
        where = partial(standing, id=self._key)
        self._tasks.lane(where, partial(self._show_standing, self._key), self._on_failed)

    def _show_standing(self, key: str, where: Standing) -> None:
        """Where the interview is on its way to the central office, and why it was refused."""
        if key != self._key or not where.state:
            self.sent.hide()
            return
        refused = Refused(self.reading.row.number if self.reading else 0, key, where.why)
        told = {
            "waiting": self.tr("Ещё не в пакете"),
            "made": self.tr("В пакете № {number}, ещё не отправлено"),
            "sent": self.tr("Отправлено в пакете № {number}, квитанции ещё нет"),
            "accepted": self.tr("Принято центральным офисом, пакет № {number}"),
            "refused": sentence(refused.sentence(), self._language()),
            "conflict": self.tr("Расхождение с другой правкой: решает получатель"),
        }[where.state]
        self.sent.setText(told.format(number=where.package))
        warned = where.state in ("refused", "conflict")
        self.sent.setProperty("role", "warning" if warned else "muted")
        self.sent.setMargin(theme.S if warned else 0)
        self.sent.style().unpolish(self.sent)
        self.sent.style().polish(self.sent)
        self.sent.show()

    def retranslate(self) -> None:
        """Writes the texts; answers are read anew in the new language."""
        self.empty.setText(self.tr("Выберите интервью в таблице: здесь будут ответы и журнал."))
        self.resume.setText(self.tr("Продолжить"))
        self.reopen.setText(self.tr("Исправить…"))
        self.again.setText(self.tr("Второй ввод"))
        self.again.setToolTip(self.tr("Ввести с бумаги ещё раз, не видя прежних ответов, и сверить"))
        self.delete.setText(self.tr("Удалить…"))
        self.report.setText(self.tr("Отчёт…"))
        self.report.setToolTip(self.tr("Отчёт о визите с фото: Word или PDF"))
        self.print.setText(self.tr("Печать…"))
        self.print.setToolTip(self.tr("Ответы, комментарии и журнал в файле PDF, без личных данных"))
        self.reports.retranslate()
        self.listening.retranslate()
        self.restore.setText(self.tr("Вернуть…"))
        self.move_on.setText(self.tr("Перенести на новую версию…"))
        self.audit.setText(self.tr("В файл…"))
        self.audit.setAccessibleName(self.tr("Сохранить журнал"))
        self.audit.setToolTip(self.tr("Файл audit.csv, как в ODK Collect"))
        self.tabs.setTabText(0, self.tr("Ответы"))
        self.tabs.setTabText(1, self.tr("Журнал"))
        self.answers.setAccessibleName(self.tr("Ответы"))
        self.trail.setAccessibleName(self.tr("Журнал изменений"))
        if self.reading is not None:
            self.refresh()

    def tint(self) -> None:
        """Icons and the pages in the palette's colours."""
        c = self.colours
        self.resume.setIcon(icon("resume", c.on_accent))
        self.reopen.setIcon(icon("reopen", c.text))
        self.delete.setIcon(icon("delete", c.accent))
        self.move_on.setIcon(icon("draft", c.text))
        self.restore.setIcon(icon("reopen", c.text))
        if self.reading is not None:
            self._show(self.reading)

    def _show_nothing(self) -> None:
        self.reading = None
        self.listening.show_reading(None)
        self._set_shown(shown=False)

    def _set_shown(self, *, shown: bool) -> None:
        texts = (self.title, self.about, self.sent, self.why, self.newer)
        buttons = (self.resume, self.reopen, self.delete, self.restore, self.again, self.report, self.print)
        for each in (*texts, *buttons, self.move_on, self.tabs):
            each.setVisible(shown)
        self.empty.setVisible(not shown)

    def _show(self, reading: Reading) -> None:
        if reading.row.id != self._key:
            return
        self.reading, row = reading, reading.row
        self._set_shown(shown=True)
        self.listening.show_reading(reading)
        self.title.setText(words.subject(self._catalogue, row) or self.tr("Услуга ещё не выбрана"))
        region = words.region(self._catalogue, row.region, self._language())
        parts = [f"№ {row.number}", words.status(row), words.branch(row.branch), region, row.interviewer]
        parts += [words.moment(row.started), words.duration(row.seconds) if row.finished else ""]
        self.about.setText("\u00a0· ".join(part.replace(" ", "\u00a0") for part in parts if part))
        self.why.setText(self.tr("Причина исправления: {reason}").format(reason=reading.reason))
        self.why.setVisible(bool(reading.reason))
        text = self.tr("У анкеты есть новая версия {new}, этот черновик начат в версии {old}.")
        self.newer.setText(text.format(new=reading.newer, old=row.version or "—"))
        self.newer.setVisible(bool(reading.newer))
        self.move_on.setVisible(bool(reading.newer))
        self.resume.setVisible(row.status == interviews.DRAFT)
        self.reopen.setVisible(row.status == interviews.FINISHED)
        self.again.setVisible(row.status == interviews.FINISHED)
        visited = row.form_id in METHODS["mystery_shopping"].forms
        self.report.setVisible(visited and row.status == interviews.FINISHED)
        self.delete.setVisible(row.status != interviews.DELETED)
        self.restore.setVisible(row.status == interviews.DELETED and not row.quarantined)
        self.answers.setHtml(self._answers_html(reading))
        self.trail.setHtml(self._trail_html(reading))

    def _answers_html(self, reading: Reading) -> str:
        c = self.colours
        parts = []
        for title, answers in reading.sections:
            parts.append(f'<p style="color:{c.accent}; margin:14px 0 4px 0"><b>{escape(title)}</b></p>')
            for answer in answers:
                parts.append(
                    f'<p style="margin:4px 0 0 0; color:{c.muted}">{escape(answer.label)}</p>'
                    f'<p style="margin:0 0 4px 0; white-space:pre-wrap">{escape(answer.text)}</p>'
                )
                if answer.comment:
                    look = f"color:{c.warning}; margin:0 0 4px 0; white-space:pre-wrap"
                    parts.append(f'<p style="{look}">✎ {escape(answer.comment)}</p>')
        nothing = self.tr("Ответов пока нет.")
        return "".join(parts) or f'<p style="color:{c.muted}">{nothing}</p>'

    def _trail_html(self, reading: Reading) -> str:
        c = self.colours
        lines, more = [], self.tr("(ещё {n} зн.)")
        for step in reading.steps:
            what = f"<b>{escape(words.action(step.action))}</b>"
            if step.label:
                what += f' <span style="color:{c.muted}">{escape(step.label)}</span>'
            values = escape(step.change(more))
            lines.append(
                f'<tr><td style="color:{c.muted}; padding:3px 10px 3px 0">{words.second(step.at)}</td>'
                f'<td style="padding:3px 0">{what}{f"<br>{values}" if values else ""}</td></tr>'
            )
        return f'<table cellspacing="0">{"".join(lines)}</table>'

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    def _on_audit_clicked(self) -> None:
        target = self._files.save(self, self.tr("Сохранить журнал"), "audit.csv", "CSV (*.csv)")
        if target is not None:
            work = partial(write_audit, id=self._key, target=target.with_suffix(".csv"))
            self._tasks.lane(work, failed=self._on_failed)

    def _on_resume_clicked(self) -> None:
        self.resume_requested.emit(self._key)

    def _on_move_clicked(self) -> None:
        work = partial(account, key=self._key, language=self._language(), now=self._tasks.now)
        self._tasks.lane(work, partial(self._ask_to_move, self._key), self._on_failed)

    def _ask_to_move(self, key: str, found: Account) -> None:
        if key != self._key:
            return
        text = self.tr(
            "Черновик перейдёт из версии {old} в версию {new}. "
            "Что не поместится, останется в журнале интервью."
        ).format(old=found.old or "—", new=found.new or "—")
        dialog = MovingDialog(text, found.told(self._language()), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        work = partial(move, id=key, now=self._tasks.now)
        dialog.agreed.connect(lambda: self._tasks.lane(work, failed=self._on_failed, changes=("interview",)))
        dialog.open()

    def _on_print_clicked(self) -> None:
        if self.reading is not None:
            row = self.reading.row
            self.reports.ask("interview", name=f"interview-{row.number}.pdf", key=row.id)

    def _on_report_clicked(self) -> None:
        if self.reading is not None:
            row = self.reading.row
            self.reports.ask("visits", name=f"visit-{row.number}.docx", only=(row.id,))

    def _on_reopen_clicked(self) -> None:
        text = self.tr(
            "{what}.\n\nИнтервью снова станет черновиком новой редакции. Завершённая редакция останется "
            "в журнале, а из оценок интервью уйдёт, пока вы его не завершите."
        )
        self._ask(self.tr("Исправить интервью"), text, self.tr("Исправить"), reopen)

    def _on_delete_clicked(self) -> None:
        text = self.tr(
            "{what}.\n\nИнтервью уйдёт из списков и оценок. Ответы и журнал останутся в рабочей папке, "
            "центральный офис узнает об удалении из следующего пакета. Вернуть его можно в «Удалённых»."
        )
        self._ask(self.tr("Удалить интервью"), text, self.tr("Удалить"), delete, danger=True)

    def _on_restore_clicked(self) -> None:
        text = self.tr(
            "{what}.\n\nИнтервью вернётся черновиком со всеми ответами. Если оно было завершено, "
            "завершите его ещё раз: тогда оно снова войдёт в оценки и в пакет."
        )
        self._ask(self.tr("Вернуть интервью"), text, self.tr("Вернуть"), undelete)

    def _ask(
        self, title: str, text: str, verb: str, act: Callable[..., object], *, danger: bool = False
    ) -> None:
        if self.reading is None:
            return
        row = self.reading.row
        parts = (f"№ {row.number}", words.moment(row.started), words.service(self._catalogue, row.service))
        what = ", ".join(filter(None, parts))
        dialog = ReasonDialog(title, text.format(what=what), verb, self.window(), danger=danger)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reasoned.connect(partial(self._act, act, row.id))
        dialog.open()

    def _act(self, act: Callable[..., object], key: str, reason: str) -> None:
        work = partial(act, id=key, reason=reason, now=self._tasks.now)
        after: dict[Callable[..., object], Callable[..., None]] = {
            delete: self._on_deleted,
            reopen: self._on_reopened,
            undelete: self._on_undeleted,
        }
        self._tasks.lane(work, partial(after[act], key), self._on_failed, changes=("interview",))

    def _on_deleted(self, key: str, deletion: Deletion) -> None:
        del key
        text = self.tr("Интервью № {number} удалено.").format(number=deletion.row.number)
        self.told.emit(text, partial(self._take_back, deletion))

    def _on_reopened(self, key: str, done: None) -> None:
        del done
        self.resume_requested.emit(key)

    def _on_undeleted(self, key: str, done: None) -> None:
        del key, done
        self.told.emit(self.tr("Интервью снова среди черновиков."), None)

    def _take_back(self, deletion: Deletion) -> None:
        work = partial(take_back, deletion=deletion, now=self._tasks.now)
        self._tasks.lane(work, failed=self._on_failed, changes=("interview",))
