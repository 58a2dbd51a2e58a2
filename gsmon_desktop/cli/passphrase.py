"""`gsmon workspace passphrase`: protects a workspace, changes its passphrase, takes the protection away."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run, first_line
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace, conversion, keyfile, local_now, protection, recovery
from gsmon_desktop.store.conversion import Converted
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.strength import strength

GOOD = 3
"""From this strength on a passphrase is not remarked on."""
NEW = "GSMON_NEW_PASSPHRASE"

_SAID = {
    "recovery": {
        "ru": "Ключ восстановления, запишите его и храните отдельно: {key}",
        "kk": "Қалпына келтіру кілті, жазып алып, бөлек сақтаңыз: {key}",
        "en": "Recovery key, write it down and keep it elsewhere: {key}",
    },
    "guessed": {
        "ru": "Такой пароль легко угадать (надёжность {score} из 4). Возьмите четыре-пять несвязанных слов.",
        "kk": "Мұндай құпиясөзді табу оңай (беріктігі 4-тен {score}). Өзара байланыссыз төрт-бес сөз алыңыз.",
        "en": "This passphrase is easily guessed (strength {score} of 4). Take four or five unrelated words.",
    },
    "strong": {
        "ru": "Надёжность пароля: {score} из 4.",
        "kk": "Құпиясөздің беріктігі: 4-тен {score}.",
        "en": "Strength of the passphrase: {score} of 4.",
    },
    "encrypted": {
        "ru": "{folder}: рабочая папка зашифрована.",
        "kk": "{folder}: жұмыс қалтасы шифрланды.",
        "en": "{folder}: the workspace is encrypted.",
    },
    "decrypted": {
        "ru": "{folder}: рабочая папка больше не зашифрована.",
        "kk": "{folder}: жұмыс қалтасы енді шифрланбаған.",
        "en": "{folder}: the workspace is encrypted no longer.",
    },
    "changed": {
        "ru": "{folder}: пароль сменён.",
        "kk": "{folder}: құпиясөз ауыстырылды.",
        "en": "{folder}: the passphrase was changed.",
    },
    "lost": {
        "ru": "{name}: файл был повреждён, его не удалось перенести.",
        "kk": "{name}: файл бүлінген еді, оны көшіру мүмкін болмады.",
        "en": "{name}: the file was damaged and could not be carried over.",
    },
    "left": {
        "ru": "{name}: файл остался незашифрованным: он не часть рабочей папки. Перенесите или удалите его.",
        "kk": "{name}: файл шифрланбай қалды: ол жұмыс қалтасының бөлігі емес. Оны көшіріңіз немесе жойыңыз.",
        "en": "{name}: the file stays unencrypted: it is no part of the workspace. Move or remove it.",
    },
    "again": {
        "ru": "{name}: незашифрованный пакет удалён; если его ещё никому не отдали, интервью войдут в новый.",
        "kk": "{name}: шифрланбаған пакет жойылды; ол әлі ешкімге берілмесе, сұхбаттары жаңасына кіреді.",
        "en": "{name}: the unencrypted package is gone; unless somebody has it, a new one is made.",
    },
}


@click.command("passphrase")
@click.option(
    "--new-passphrase-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"File whose first line is the new passphrase; else {NEW}, else a terminal is asked.",
)
@click.option("--remove", is_flag=True, help="Make the workspace a plain one.")
@click.option(
    "--recovery-key-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Open by the recovery key in FILE instead of the passphrase.",
)
@click.option("--new-recovery-key", is_flag=True, help="Make a recovery key and print it; an older one ends.")
@click.pass_context
def passphrase(
    ctx: click.Context,
    new_passphrase_file: Path | None,
    remove: bool,
    recovery_key_file: Path | None,
    new_recovery_key: bool,
) -> None:
    """Protects the workspace by a new passphrase, changes the one it has, or removes it.

    The present passphrase is given as for every command. Whatever interrupts it, the workspace opens as it
    was or as it was to be. Exit 1 when a damaged file could not be carried over.
    """
    run: Run = ctx.obj
    keys = _opened(run, recovery_key_file)
    if remove:
        if keys is None:
            raise GsmonError("workspace.not_encrypted", str(run.workspace))
        with bar() as progress:
            done = conversion.decrypt(run.workspace, keys, now=local_now, progress=progress)
        _say(run, "decrypted")
        ctx.exit(_report(run, done, left=False))
    if keys is None:
        ctx.exit(_encrypt(run, _new(new_passphrase_file), with_recovery=new_recovery_key))
    with Workspace.open(run.workspace, now=local_now, keys=keys) as ws:
        if not new_recovery_key or new_passphrase_file is not None or NEW in os.environ:
            new = _new(new_passphrase_file)
            protection.change_passphrase(ws, new, now=local_now)
            _say(run, "changed")
            say_strength(run, new, ws.settings.get("name", ""))
        if new_recovery_key:
            _say(run, "recovery", key=protection.new_recovery_key(ws, now=local_now))


def _opened(run: Run, recovery_key_file: Path | None) -> Keys | None:
    """The workspace's keys; None for a plain one."""
    if recovery_key_file is not None:
        return keyfile.unlock_with_recovery(run.workspace, first_line(recovery_key_file))
    with Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase) as ws:
        return ws.keys


def _encrypt(run: Run, new: str, *, with_recovery: bool) -> int:
    made = recovery.make() if with_recovery else None
    with Workspace.open(run.workspace, now=local_now, read_only=True) as ws:
        say_strength(run, new, ws.settings.get("name", ""))
    with bar() as progress:
        done = conversion.encrypt(run.workspace, new, now=local_now, recovery_key=made, progress=progress)
    _say(run, "encrypted")
    if made is not None:
        say_recovery(run, made)
    return _report(run, done, left=True)


def say_strength(run: Run, new: str, name: str) -> None:
    """Says on stderr how hard a new passphrase is to guess for somebody who knows the owner's name."""
    score = strength(new, [name])
    said = _SAID["guessed" if score < GOOD else "strong"][run.language]
    print(said.format(score=score), file=sys.stderr)


def say_recovery(run: Run, key: str) -> None:
    """Prints a recovery key."""
    _say(run, "recovery", key=key)


def _report(run: Run, done: Converted, *, left: bool) -> int:
    for name in done.lost:
        print(_SAID["lost"][run.language].format(name=name), file=sys.stderr)
    for what, names in (("left", done.left if left else ()), ("again", done.again)):
        for name in names:
            print(_SAID[what][run.language].format(name=name), file=sys.stderr)
    return NOT_ALL_RIGHT if done.lost else OK


def _new(file: Path | None) -> str:
    if file is not None:
        return first_line(file)
    if given := os.environ.get(NEW):
        return given
    if not sys.stdin.isatty():
        raise GsmonError("workspace.passphrase_new")
    return str(click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))


def _say(run: Run, what: str, **values: str) -> None:
    print(_SAID[what][run.language].format(folder=run.workspace, **values))
