"""Обмен, who takes part: this computer's words and keys, the devices it knows, settings from the office."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import aside, keys, packs, peers
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.packs import Pack
from gsmon_desktop.exchange.peers import Peer
from gsmon_desktop.files import new_file
from gsmon_desktop.store import Clock, Workspace
from ui import theme, words
from ui.dialogs.compare_words import CompareWordsDialog
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.icons import icon
from ui.models.rows import Column, RowsModel
from ui.screens.base import Screen, label
from ui.tasks import Tasks
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

_CHANGES = ("package", "interview", "setting")
_WORDS = 1


@dataclass(frozen=True)
class Known:
    """A row of the table: a device accepted or revoked, or a stranger whose packages wait (no `peer`)."""

    keys: PublicKeys
    peer: Peer | None = None


@dataclass(frozen=True)
class Seen:
    """This computer's public keys, everybody else, the role, the settings in force."""

    own: PublicKeys
    others: Sequence[Known]
    role: str
    pack: Pack | None


def look(ws: Workspace, now: Clock) -> Seen:
    """Everything the page needs; makes this workspace's keys the first time."""
    known = [Known(peer.keys, peer) for peer in peers.listing(ws)]
    ids = {each.keys.device for each in known if each.peer and each.peer.state == peers.TRUSTED}
    waiting = [Known(each) for each in aside.strangers(ws) if each.device not in ids]
    own = keys.identity(ws, now=now).public
    return Seen(own, [*waiting, *known], ws.settings.get("role", ""), packs.current(ws))


def accept(ws: Workspace, who: PublicKeys, name: str, now: Clock) -> exchange.intake.Taken:
    """Trusts a device and takes in what was set aside from it."""
    peers.trust(ws, who, now=now, name=name)
    return exchange.retry(ws, now=now)


def save_keys(ws: Workspace, target: Path, now: Clock) -> Path:
    """Writes this workspace's public keys as the file that others add."""
    document = keys.identity(ws, now=now).public.document()
    with new_file(target, replace=True) as part:
        part.stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
        part.place()
    return target


class PeoplePage(Screen):
    """Nobody is trusted before a person has compared the words."""

    def __init__(self, tasks: Tasks, language: Language, files: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._language, self._files = tasks, language, files
        self._seen: Seen | None = None
        self.own_title, self.own, self.own_about = (
            label("muted", self),
            label("heading", self),
            label("muted", self),
        )
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (self.own, self.own_about):
            each.setWordWrap(True)
        self.copy, self.save = QPushButton(self), QPushButton(self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.add, self.paste, self.accept, self.revoke = (QPushButton(self) for _ in range(4))
        self.add.setProperty("kind", "primary")
        self.revoke.setProperty("kind", "quiet")
        self.add.clicked.connect(self._on_add_clicked)
        self.paste.clicked.connect(self._on_paste_clicked)
        self.accept.clicked.connect(self._on_accept_clicked)
        self.revoke.clicked.connect(self._on_revoke_clicked)
        self.settings, self.pack, self.install = label("muted", self), QPushButton(self), QPushButton(self)
        self.settings.setWordWrap(True)
        self.pack.clicked.connect(self._on_pack_clicked)
        self.install.clicked.connect(self._on_install_clicked)
        self.first: QWidget = self.add
        """What has the keyboard first."""
        self.notice = Notice(self)
        self.heading, self.empty = label("heading", self), label("muted", self)
        self.empty.setWordWrap(True)
        self.model, self.table = RowsModel(self._columns(), self), RowTable(self)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.narrow = FilterField(self.model, self.table, self)
        self.list = SaveButton(tasks, files, self.heading.text, self.table.reader, self)
        self.list.troubled.connect(self.troubled)
        self._lay_out()
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(theme.XS)
        for each in (self.own_title, self.own, self.own_about):
            told.addWidget(each)
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QHBoxLayout(card)
        inner.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        inner.setSpacing(theme.M)
        inner.addLayout(told, 1)
        own = QVBoxLayout()
        own.setSpacing(theme.S)
        own.addWidget(self.copy)
        own.addWidget(self.save)
        inner.addLayout(own)
        rules = QFrame(self)
        rules.setProperty("role", "card")
        line = QHBoxLayout(rules)
        line.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        line.setSpacing(theme.M)
        line.addWidget(self.settings, 1)
        line.addWidget(self.pack)
        line.addWidget(self.install)
        head = Flow()
        head.addWidget(self.heading)
        head.push_right()
        for part in (self.narrow, self.list, self.revoke, self.accept, self.paste, self.add):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.XL, theme.L)
        column.setSpacing(theme.M)
        for widget in (card, rules, self.notice):
            column.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(lambda: self.tr("Чей компьютер"), self._name),
            Column(lambda: self.tr("Слова для сверки"), lambda k: k.keys.fingerprint if k.keys.sign else "—"),
            Column(lambda: self.tr("Состояние"), self._state),
            Column(lambda: self.tr("Что делает"), self._does),
            Column(lambda: self.tr("С какого дня"), lambda k: words.moment(k.peer.since) if k.peer else ""),
        )

    def _name(self, known: Known) -> str:
        return (known.peer.name if known.peer else "") or known.keys.device[:8]

    def _state(self, known: Known) -> str:
        if known.peer is None:
            return self.tr("? ждёт решения")
        return self.tr("✓ свой") if known.peer.state == peers.TRUSTED else self.tr("✗ отозван")

    def _does(self, known: Known) -> str:
        peer = known.peer
        if peer is None or peer.state != peers.TRUSTED:
            return ""
        if peer.sends and peer.receives:
            return self.tr("шлёт и получает")
        return self.tr("получает пакеты") if peer.receives else self.tr("шлёт пакеты")

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the keys and the devices."""
        self._tasks.lane(partial(look, now=self._tasks.now), self._show, self._on_failed)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.own.setText(seen.own.fingerprint)
        self.model.show_rows(seen.others)
        self.table.setVisible(bool(seen.others))
        self.list.setVisible(bool(seen.others))
        self.empty.setVisible(not seen.others)
        self.pack.setVisible(seen.role == "hq")
        if seen.pack is None:
            self.settings.setText(self.tr("Настройки офиса не установлены: действуют встроенные."))
        else:
            self.settings.setText(
                self.tr("Действуют настройки № {number} от {day}.").format(
                    number=seen.pack.number, day=words.moment(seen.pack.made)
                )
            )
        if seen.others:
            self.table.selectRow(0)
        self._on_current_changed(self.table.currentIndex())

    def _current(self) -> Known | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _on_current_changed(self, current: QModelIndex) -> None:
        del current
        known = self._current()
        trusted = known is not None and known.peer is not None and known.peer.state == peers.TRUSTED
        self.revoke.setVisible(trusted)
        self.accept.setVisible(known is not None and not trusted and bool(known.keys.sign))

    def retranslate(self) -> None:
        """Writes the texts."""
        self.own_title.setText(self.tr("Слова этого компьютера"))
        self.own_about.setText(
            self.tr(
                "Продиктуйте их по телефону тому, кто добавляет ваш ключ: совпали слова — ключ настоящий."
            )
        )
        self.copy.setText(self.tr("Скопировать ключ"))
        self.save.setText(self.tr("Сохранить ключ…"))
        self.add.setText(self.tr("Добавить из файла…"))
        self.paste.setText(self.tr("Вставить из буфера"))
        self.accept.setText(self.tr("Принять…"))
        self.revoke.setText(self.tr("Отозвать"))
        self.pack.setText(self.tr("Собрать настройки…"))
        self.pack.setToolTip(self.tr("Анкеты, каталог, методика и ключи для всех устройств"))
        self.install.setText(self.tr("Установить настройки…"))
        self.heading.setText(self.tr("Другие компьютеры"))
        self.empty.setText(
            self.tr(
                "Никого ещё нет. Добавьте ключ центрального офиса: без него пакеты подписаны, "
                "но не зашифрованы."
            )
        )
        self.table.setAccessibleName(self.tr("Компьютеры, с которыми идёт обмен"))
        self.model.retranslate()
        if self._seen is not None:
            self._show(self._seen)

    def tint(self) -> None:
        """Takes the palette's colours."""
        self.copy.setIcon(icon("copy", self.colours.text))
        self.add.setIcon(icon("person", self.colours.on_accent))

    # ------------------------------------------------------------ what is done

    def _on_copy_clicked(self) -> None:
        if self._seen is not None:
            text = json.dumps(self._seen.own.document(), ensure_ascii=False)
            QGuiApplication.clipboard().setText(text)
            self.notice.show_text(self.tr("Ключ в буфере обмена: вставьте его в письмо."), "good")

    def _on_save_clicked(self) -> None:
        target = self._files.save(self, self.tr("Сохранить ключ"), "gsmon-keys.json", "JSON (*.json)")
        if target is not None:
            self._tasks.lane(
                partial(save_keys, target=target, now=self._tasks.now), self._on_saved, self._on_failed
            )

    def _on_saved(self, target: Path) -> None:
        self.notice.show_text(self.tr("Записано: {file}").format(file=target), "good")

    def _on_add_clicked(self) -> None:
        file = self._files.open(self, self.tr("Файл ключа"), "JSON (*.json)")
        if file is not None:
            self._read(partial(keys.read_file, file))

    def _on_paste_clicked(self) -> None:
        self._read(partial(keys.read, QGuiApplication.clipboard().text(), self.tr("буфер обмена")))

    def _read(self, reading: Callable[[], PublicKeys]) -> None:
        try:
            found = reading()
        except GsmonError as error:
            self.troubled.emit(error)
        else:
            self._ask(found)

    def _on_accept_clicked(self) -> None:
        known = self._current()
        if known is not None:
            self._ask(known.keys)

    def _ask(self, who: PublicKeys) -> None:
        dialog = CompareWordsDialog(
            self.tr("Добавить компьютер"),
            self.tr(
                "Позвоните владельцу и сверьте слова. Если хоть одно другое, не добавляйте: ключ подменили."
            ),
            who.fingerprint,
            self.tr("Слова совпали, добавить"),
            self.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(partial(self._accept, who))
        dialog.open()

    def _accept(self, who: PublicKeys, name: str) -> None:
        work = partial(accept, who=who, name=name, now=self._tasks.now)
        self._tasks.lane(work, self._on_accepted, self._on_failed, changes=_CHANGES)

    def _on_accepted(self, taken: exchange.intake.Taken) -> None:
        text = self.tr("Компьютер добавлен.")
        if taken.accepted or taken.replaced:
            text += " " + self.tr("Из отложенного принято интервью: {n}.").format(
                n=taken.accepted + taken.replaced
            )
        self.notice.show_text(text, "good")

    def _on_revoke_clicked(self) -> None:
        known = self._current()
        if known is not None:
            work = partial(peers.revoke, device=known.keys.device, now=self._tasks.now)
            self._tasks.lane(work, self._on_revoked, self._on_failed, changes=_CHANGES)

    def _on_revoked(self, nothing: object) -> None:
        del nothing
        self.notice.show_text(
            self.tr(
                "Отозван: его пакеты больше не принимаются, наши для него не шифруются. Вернуть: «Принять»."
            ),
            "warning",
        )

    # ------------------------------------------------------------ settings of the central office

    def _on_pack_clicked(self) -> None:
        folder = self._files.folder(self, self.tr("Куда положить настройки"), "")
        if folder is not None:
            work = partial(packs.make, to=folder, now=self._tasks.now)
            self._tasks.lane(work, self._on_saved, self._on_failed, changes=_CHANGES)

    def _on_install_clicked(self) -> None:
        file = self._files.open(self, self.tr("Файл настроек"), "JSON (*.json)")
        if file is not None:
            self._install(file, trust=False)

    def _install(self, file: Path, *, trust: bool) -> None:
        work = partial(packs.install, path=file, now=self._tasks.now, trust=trust)
        failed = partial(self._on_not_installed, file)
        self._tasks.lane(work, self._on_installed, failed, changes=_CHANGES)

    def _on_installed(self, pack: Pack | None) -> None:
        if pack is None:
            self.notice.show_text(self.tr("Такие или более новые настройки уже установлены."), "warning")
        else:
            text = self.tr("Установлены настройки № {number}. Черновики останутся на своих анкетах.")
            self.notice.show_text(text.format(number=pack.number), "good")

    def _on_not_installed(self, file: Path, error: GsmonError) -> None:
        if error.code != "exchange.pack_stranger":
            self.troubled.emit(error)
            return
        dialog = CompareWordsDialog(
            self.tr("Установить настройки"),
            self.tr("Эти настройки подписал центральный офис? Сверьте с ним слова по телефону."),
            str(error.values["fingerprint"]),
            self.tr("Слова совпали, установить"),
            self.window(),
        )
        dialog.field.hide()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(lambda _: self._install(file, trust=True))
        dialog.open()

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)
