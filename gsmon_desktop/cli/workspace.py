"""`gsmon workspace`: makes, describes, copies, brings back and checks a workspace."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from gsmon_desktop import exchange, reference
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run, first_line
from gsmon_desktop.cli.passphrase import passphrase, say_recovery, say_strength
from gsmon_desktop.cli.personal import wipe_personal
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import add_built_in, doctor
from gsmon_desktop.store import Workspace, backup, forms, interviews, local_now, recovery
from gsmon_desktop.store.findings import Finding, still
from gsmon_desktop.store.restoring import restore
from gsmon_desktop.store.workspace import ROLES


@click.group("workspace")
def workspace() -> None:
    """Makes, describes and copies a workspace."""


@workspace.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--role", type=click.Choice(ROLES), default="interviewer", show_default=True, help="Who uses it."
)
@click.option("--name", default="", help="The interviewer's name, as events and interviews carry it.")
@click.option("--region", default="", help="The region's code in the catalogue.")
@click.option("--pack", type=click.Path(path_type=Path), help="The central office's pack of settings.")
@click.option(
    "--recovery-key", is_flag=True, help="Make a recovery key too and print it (with a passphrase only)."
)
@click.pass_obj
def init(
    run: Run, folder: Path, role: str, name: str, region: str, pack: Path | None, recovery_key: bool
) -> None:
    """Makes a workspace in DIR with the built-in forms; a passphrase given encrypts it.

    With --pack it is set up as the central office says, and trusts whoever signed the pack: compare the words
    it prints over the telephone.
    """
    regions = reference.catalogue().regions
    if region and region not in regions:
        raise GsmonError("workspace.unknown_region", region=region, known=", ".join(regions))
    key = recovery.make() if recovery_key and run.passphrase else None
    made = Workspace.create(
        folder,
        now=local_now,
        name=name,
        role=role,
        region=region,
        passphrase=run.passphrase,
        recovery_key=key,
    )
    with made as ws:
        added = add_built_in(ws, now=local_now)
        if pack is not None:
            from gsmon_desktop.cli.pack import install_first

            print(install_first(ws, pack, run.language))
    if run.passphrase:
        say_strength(run, run.passphrase, name)
    if key is not None:
        say_recovery(run, key)
    print(f"{folder}: {', '.join(f'{form.form_id} {form.version}' for form in added)}")


@workspace.command("info")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def info(run: Run, as_json: bool) -> None:
    """Describes the workspace: whose it is, its forms, how many interviews."""
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws:
        said = _described(ws)
    if as_json:
        print(json.dumps(said, ensure_ascii=False))
        return
    words = _INFO[run.language]
    width = max(len(words.get(name, name)) for name in said) + 2
    for name, value in said.items():
        plain = _plain(value, words)
        if name in ("role", "encrypted"):
            plain = words.get(plain, plain)
        print(f"{words.get(name, name):<{width}}{plain}")


@workspace.command("backup")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def backup_(ctx: click.Context, target: Path) -> None:
    """Copies the whole workspace, while it may be in use, into a new folder in DIR and checks the copy.

    Exit 1 when files of interviews were gone or damaged and are not in the copy.
    """
    run: Run = ctx.obj
    opened = Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase)
    with opened as ws, bar() as progress:
        made = backup.copy_workspace(ws, target, now=local_now, progress=progress)
    print(made.folder)
    ctx.exit(_lacking(made.lacking, run.language))


@workspace.command("restore")
@click.argument("copy", metavar="COPY", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--recovery-key-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Open an encrypted copy by the recovery key in FILE instead of the passphrase.",
)
@click.pass_context
def restore_(ctx: click.Context, copy: Path, folder: Path, recovery_key_file: Path | None) -> None:
    """Makes a workspace in DIR from COPY: a backup's folder, or a database file of a `backups` folder.

    The new workspace gets a device number of its own. Exit 1 when files of interviews are not in the copy.
    """
    run: Run = ctx.obj
    key = first_line(recovery_key_file) if recovery_key_file is not None else None
    with bar() as progress:
        made = restore(
            copy, folder, now=local_now, passphrase=run.passphrase, recovery_key=key, progress=progress
        )
    print(_SAID["restored"][run.language].format(folder=made.folder, interviews=made.interviews))
    if made.unanswered:
        print(_SAID["unanswered"][run.language].format(n=made.unanswered), file=sys.stderr)
    ctx.exit(_lacking(made.lacking, run.language))


@workspace.command("doctor")
@click.option("--repair", "mend", is_flag=True, help="Mends what can be mended.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def doctor_(ctx: click.Context, mend: bool, as_json: bool) -> None:
    """Checks the workspace and says what is wrong; exit 1 while something is.

    A repair throws nothing away: what it replaces or moves is kept in the folder `backups`.
    """
    run: Run = ctx.obj
    act = doctor.repair if mend else doctor.examine
    with bar() as progress:
        found = act(
            run.workspace,
            now=local_now,
            passphrase=run.passphrase,
            progress=progress or still,
            more=exchange.CHECKS,
        )
    if as_json:
        findings = [_finding(each, run.language) for each in found.findings]
        print(json.dumps({"ok": found.ok, "findings": findings}, ensure_ascii=False))
    else:
        for each in found.findings:
            print(" ".join(filter(None, ("*", each.text(run.language), each.done_text(run.language)))))
        print(_SAID[_verdict(found)][run.language])
    ctx.exit(OK if found.ok else NOT_ALL_RIGHT)


def _finding(found: Finding, language: str) -> dict[str, Any]:
    return {
        "code": found.code,
        "place": found.place,
        "text": found.text(language),
        "repairable": found.repairable,
        "repaired": bool(found.done),
        "done": found.done_text(language),
    }


def _verdict(report: doctor.Report) -> str:
    """How a check ended: well, not_well (a repair helps), beyond (none does)."""
    if report.ok:
        return "well"
    mendable = any(each.repairable and not each.done for each in report.findings)
    return "not_well" if mendable else "beyond"


def _lacking(names: tuple[str, ...], language: str) -> int:
    """Says which files a copy has not; the exit code."""
    for name in names:
        print(_SAID["lacking"][language].format(name=name), file=sys.stderr)
    return NOT_ALL_RIGHT if names else OK


_SAID = {
    "well": {
        "ru": "Рабочая папка в порядке.",
        "kk": "Жұмыс қалтасы дұрыс.",
        "en": "The workspace is all right.",
    },
    "not_well": {
        "ru": "Не всё в порядке. Исправить: gsmon workspace doctor --repair.",
        "kk": "Бәрі дұрыс емес. Түзету: gsmon workspace doctor --repair.",
        "en": "Not all is right. To repair: gsmon workspace doctor --repair.",
    },
    "beyond": {
        "ru": "Не всё в порядке, и исправить это программа не может. Покажите этот список супервайзеру.",
        "kk": "Бәрі дұрыс емес, бұны бағдарлама түзете алмайды. Бұл тізімді супервайзерге көрсетіңіз.",
        "en": "Not all is right, and the program cannot mend it. Show this list to your supervisor.",
    },
    "restored": {
        "ru": "{folder}: интервью {interviews}",
        "kk": "{folder}: сұхбат {interviews}",
        "en": "{folder}: {interviews} interviews",
    },
    "unanswered": {
        "ru": "Отправлены без квитанции: {n}. Синхронизация даст их ещё раз сама, пакет: export --resend.",
        "kk": "Түбіртексіз жіберілгені: {n}. Синхрондау оларды өзі қайта береді, пакет: export --resend.",
        "en": "Sent, no receipt yet: {n}. A sync gives them again by itself, a package: export --resend.",
    },
    "lacking": {
        "ru": "{name}: файл пропал или повреждён, в копии его нет.",
        "kk": "{name}: файл жоғалған немесе бүлінген, көшірмеде жоқ.",
        "en": "{name}: the file is gone or damaged and is not in the copy.",
    },
}


def _described(ws: Workspace) -> dict[str, Any]:
    states = (interviews.DRAFT, interviews.FINISHED, interviews.DELETED, interviews.QUARANTINED)
    counts = {status: interviews.count(ws, status=status) for status in states}
    if not counts[interviews.QUARANTINED]:  # told only where there are any
        del counts[interviews.QUARANTINED]
    names = ("name", "role", "region", "device", "created")
    return {
        "folder": str(ws.folder),
        **{name: ws.settings.get(name) or None for name in names},
        "encrypted": ws.keys is not None,
        "forms": [{"form": form.form_id, "version": form.version} for form in forms.listing(ws)],
        "interviews": counts,
        "unsent": interviews.unsent(ws),
    }


def _plain(value: Any, words: dict[str, str]) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{words.get(name, name)} {count}" for name, count in value.items())
    if isinstance(value, list):
        return ", ".join(" ".join(each.values()) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


_INFO = {
    "ru": {
        "folder": "папка",
        "name": "имя",
        "role": "роль",
        "region": "регион",
        "device": "устройство",
        "created": "создана",
        "encrypted": "зашифрована",
        "forms": "анкеты",
        "interviews": "интервью",
        "unsent": "не отправлено",
        "interviewer": "интервьюер",
        "supervisor": "супервайзер",
        "hq": "центральный офис",
        "yes": "да",
        "no": "нет",
        "draft": "черновики",
        "finished": "завершённые",
        "deleted": "удалённые",
        "quarantined": "на карантине",
    },
    "kk": {
        "folder": "қалта",
        "name": "аты",
        "role": "рөлі",
        "region": "өңір",
        "device": "құрылғы",
        "created": "жасалған",
        "encrypted": "шифрланған",
        "forms": "сауалнамалар",
        "interviews": "сұхбаттар",
        "unsent": "жіберілмеген",
        "interviewer": "интервьюер",
        "supervisor": "супервайзер",
        "hq": "орталық кеңсе",
        "yes": "иә",
        "no": "жоқ",
        "draft": "қаралама",
        "finished": "аяқталған",
        "deleted": "жойылған",
        "quarantined": "карантинде",
    },
    "en": {"hq": "central office"},
}
"""Words of `workspace info` that differ from those of its JSON."""


workspace.add_command(passphrase)
workspace.add_command(wipe_personal)

COMMANDS: tuple[click.Command, ...] = (workspace,)
