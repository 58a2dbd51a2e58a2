"""Who keeps the workspace shut: unlocking, locking after idle minutes, and every change of its protection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QPixmapCache, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Clock, Workspace, conversion, keyfile, protection, recovery, remembered
from gsmon_desktop.store.conversion import Converted
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.restoring import needs_passphrase
from ui.dialogs.copy_key import CopyKeyDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.screens.converting import ConvertingScreen
from ui.screens.unlock import UnlockScreen
from ui.tasks import Job
from ui.widgets.recorder_bar import RecorderBar

if TYPE_CHECKING:
    from ui.window import MainWindow

SETTING = "lock_minutes"
USUAL = 10
"""Idle minutes after which an encrypted workspace is locked unless its settings say otherwise; 0 is never."""
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.Drop,
}


class Guard(QObject):
    """Works for one window. `lock()` saves what is typed, closes the workspace, its readers and every dialog,
    forgets the keys and shows nothing but the unlock screen; unlocking leads back to where one was.
    """

    def __init__(self, app: QApplication, window: MainWindow, now: Clock) -> None:
        super().__init__(window)
        self._app, self._window, self._now = app, window, now
        self._back: Callable[[], None] | None = None
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self._on_idle)
        self._shortcut = QShortcut(QKeySequence("Ctrl+L"), window, self.lock)
        self._copied = False
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)
        app.installEventFilter(self)

    # ------------------------------------------------------------ unlocking

    def ask(self) -> None:
        """The workspace needs a passphrase: the system's store is asked first, if there is one."""
        folder = self._window.tasks.folder
        if remembered.is_possible():
            work = partial(_by_keyring, folder)
            self._window.tasks.background(work, self._on_recalled, self._on_recall_failed)
        else:
            self._show_unlock()

    def _on_recalled(self, keys: Keys | None) -> None:
        if keys is None:
            self._show_unlock()
        else:
            self._open_with(keys)

    def _on_recall_failed(self, error: GsmonError) -> None:
        self._show_unlock().show_trouble(error)

    def _show_unlock(self) -> UnlockScreen:
        window = self._window
        page = UnlockScreen(str(window.tasks.folder), window.language, keyring=remembered.is_possible())
        page.tried.connect(partial(self._on_tried, page))
        page.recovered.connect(partial(self._on_recovered, page))
        page.other.connect(window.choose_other)
        window.show_page(page)
        return page

    def _on_tried(self, page: UnlockScreen, passphrase: str, keep: bool) -> None:  # noqa: FBT001 - a signal's
        work = partial(_unlock, self._window.tasks.folder, passphrase, keep=keep)
        self._window.tasks.background(work, self._open_with, page.show_trouble)

    def _on_recovered(self, page: UnlockScreen, key: str, new: str) -> None:
        work = partial(_recover, self._window.tasks.folder, key, new, self._now)
        self._window.tasks.background(work, self._open_with, page.show_trouble)

    def _open_with(self, keys: Keys | None) -> None:
        self._window.tasks.keys = keys
        self._window.open(self._window.tasks.folder)

    def opened(self, minutes: str) -> None:
        """The workspace is open: back to where one was, and the idle minutes begin."""
        self.watch(minutes)
        back, self._back = self._back, None
        if back is not None:
            back()

    # ------------------------------------------------------------ locking

    def watch(self, minutes: str) -> None:
        """Takes over the setting (minutes as text, "" for the usual)."""
        wanted = int(minutes) if minutes.isdigit() else USUAL
        self.idle.setInterval(wanted * 60_000)
        if wanted and self._window.tasks.keys is not None:
            self.idle.start()
        else:
            self.idle.stop()

    def _on_idle(self) -> None:
        """Nobody touched anything; while a conversation is recorded that is as it should be."""
        if any(bar.recorder is not None for bar in self._window.findChildren(RecorderBar)):
            self.idle.start()
        else:
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every sign of life begins the idle minutes anew."""
        if event.type() in _SIGNS_OF_LIFE and self.idle.isActive():
            self.idle.start()
        return super().eventFilter(watched, event)

    def _on_clipboard_changed(self) -> None:
        """What was copied while a window of ours was in front came from us."""
        self._copied = self._app.activeWindow() is not None

    def lock(self) -> None:
        """Shuts an encrypted workspace; what is typed is saved first."""
        window = self._window
        if window.shell is None or window.tasks.keys is None:
            return
        self._back = window.way_back()
        self._shut()
        self._show_unlock()

    def _shut(self) -> None:
        """Closes dialogs, the workspace and its readers; forgets keys, pictures and our own clipboard."""
        self.idle.stop()
        for each in self._app.topLevelWidgets():
            if each is not self._window and each.isVisible():
                each.close()
        self._window.shut()
        QPixmapCache.clear()
        if self._copied:
            QGuiApplication.clipboard().clear()

    def ask_for_copy(self, copy: Path, done: Callable[[Mapping[str, str]], None]) -> None:
        """Asks what opens a copy to be brought back, in the words of `restore`; {} where it is plain."""
        if not needs_passphrase(copy):
            done({})
            return
        dialog = CopyKeyDialog(self._window)
        names = ("passphrase", "recovery_key", "new_passphrase")
        dialog.given.connect(lambda *given: done(dict(zip(names, given, strict=True))))
        _open(dialog)

    # ------------------------------------------------------------ changing the protection

    def protect(self) -> None:
        """Asks for a passphrase and encrypts the workspace."""
        text = self.tr("Все ответы, фото и копии будут зашифрованы. Без пароля или ключа восстановления "
                       "их не прочтёт никто, и мы тоже.")  # fmt: skip
        dialog = PassphraseDialog(
            self.tr("Защитить паролем"), text, self.tr("Зашифровать"), self._window, present=False, new=True
        )
        dialog.given.connect(self._on_protect_given)
        _open(dialog)

    def _on_protect_given(self, _: str, new: str) -> None:
        key = recovery.make()
        work = partial(_encrypt, self._window.tasks.folder, new, key, self._now)
        self._convert(work, partial(self._on_protected, key), encrypting=True)

    def _on_protected(self, key: str, outcome: tuple[Converted, Keys | None]) -> None:
        said, keys = outcome
        self._window.tasks.keys = keys
        extra = ""
        if said.left:
            extra = self.tr(
                "Остались незашифрованными, потому что они не часть рабочей папки: {names}"
            ).format(names=", ".join(said.left[:5]))
        elif said.again:
            extra = self.tr("Незашифрованные пакеты из папки outbox удалены. Те, что ещё никому не отданы, "
                            "соберите в «Обмене» снова.")  # fmt: skip
        self._back = partial(self.show_recovery, key, extra)
        self._window.open(self._window.tasks.folder)

    def unprotect(self) -> None:
        """Asks for the passphrase and takes the encryption away."""
        text = self.tr("Ответы, фото и копии сможет прочесть любой, кто откроет этот компьютер или диск.")
        dialog = PassphraseDialog(
            self.tr("Снять защиту"), text, self.tr("Снять защиту"), self._window, present=True, new=False
        )
        dialog.given.connect(self._on_unprotect_given)
        _open(dialog)

    def _on_unprotect_given(self, present: str, _: str) -> None:
        work = partial(keyfile.unlock, self._window.tasks.folder, present)
        self._window.tasks.background(work, self._on_unprotect_allowed)

    def _on_unprotect_allowed(self, keys: Keys | None) -> None:
        if keys is not None:
            work = partial(_decrypt, self._window.tasks.folder, keys, self._now)
            self._convert(work, self._on_unprotected, encrypting=False)

    def _on_unprotected(self, _: object) -> None:
        self._window.open(self._window.tasks.folder)

    def _convert(
        self,
        work: Callable[[conversion.Progress], object],
        done: Callable[..., None],
        *,
        encrypting: bool,
    ) -> None:
        self._shut()
        job = Job()
        self._window.show_page(ConvertingScreen(job, encrypting=encrypting))
        self._window.tasks.background(lambda: work(job.report), done, self._on_not_converted, job=job)

    def _on_not_converted(self, error: GsmonError) -> None:
        """It is as it was: opened again, with the reason over it."""
        self._back = partial(self._say, error)
        self._window.open(self._window.tasks.folder)

    def _say(self, error: GsmonError) -> None:
        if self._window.shell is not None:
            self._window.shell.show_trouble(error)

    def change(self) -> None:
        """Asks for both passphrases and changes one for the other."""
        text = self.tr("Копии, сделанные раньше, открываются прежним паролем.")
        dialog = PassphraseDialog(
            self.tr("Сменить пароль"), text, self.tr("Сменить"), self._window, present=True, new=True
        )
        dialog.given.connect(self._on_change_given)
        _open(dialog)

    def _on_change_given(self, present: str, new: str) -> None:
        self._window.tasks.lane(partial(_change, present=present, new=new, now=self._now), self._on_changed)

    def _on_changed(self, _: object) -> None:
        if self._window.shell is not None:
            self._window.shell.show_good(self.tr("Пароль сменён."))

    def renew_recovery(self) -> None:
        """Asks for the passphrase and makes another recovery key."""
        text = self.tr("Прежний ключ восстановления перестанет открывать эту папку.")
        dialog = PassphraseDialog(
            self.tr("Новый ключ восстановления"), text, self.tr("Создать ключ"), self._window,
            present=True, new=False,
        )  # fmt: skip
        dialog.given.connect(self._on_renew_given)
        _open(dialog)

    def _on_renew_given(self, present: str, _: str) -> None:
        self._window.tasks.lane(partial(_renew, present=present, now=self._now), self.show_recovery)

    def show_recovery(self, key: str, extra: str = "") -> None:
        """Shows a recovery key, once."""
        window = self._window
        dialog = RecoveryDialog(key, window.tasks.folder, window.language, window.files, window, extra)
        _open(dialog)

    def show_recovery_once_open(self, key: str) -> None:
        """The same, when the workspace just made is on the screen."""
        self._back = partial(self.show_recovery, key)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


# ---------------------------------------------------------------- works, on threads beside the window


def _by_keyring(folder: Path) -> Keys | None:
    passphrase = remembered.recall(folder)
    return keyfile.unlock(folder, passphrase) if passphrase else None


def _unlock(folder: Path, passphrase: str, *, keep: bool) -> Keys | None:
    keys = keyfile.unlock(folder, passphrase)
    if keep:
        remembered.keep(folder, passphrase)
    return keys


def _recover(folder: Path, key: str, new: str, now: Clock) -> Keys:
    keys = keyfile.unlock_with_recovery(folder, key)
    with Workspace.open(folder, now=now, keys=keys) as ws:
        protection.change_passphrase(ws, new, now=now)
    remembered.forget(folder)
    return keys


def _encrypt(
    folder: Path, new: str, key: str, now: Clock, progress: conversion.Progress
) -> tuple[Converted, Keys | None]:
    said = conversion.encrypt(folder, new, now=now, recovery_key=key, progress=progress)
    return said, keyfile.unlock(folder, new)


def _decrypt(folder: Path, keys: Keys, now: Clock, progress: conversion.Progress) -> None:
    remembered.forget(folder)
    conversion.decrypt(folder, keys, now=now, progress=progress)


def _change(ws: Workspace, present: str, new: str, now: Clock) -> None:
    keyfile.unlock(ws.folder, present)
    kept = remembered.is_possible() and remembered.recall(ws.folder) is not None
    protection.change_passphrase(ws, new, now=now)
    if kept:
        remembered.keep(ws.folder, new)


def _renew(ws: Workspace, present: str, now: Clock) -> str:
    keyfile.unlock(ws.folder, present)
    return protection.new_recovery_key(ws, now=now)
