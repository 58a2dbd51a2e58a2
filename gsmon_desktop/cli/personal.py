"""`gsmon workspace wipe-personal`: takes personal answers out of the workspace when their time has come."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from gsmon_desktop.cli.main import Run
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import retention
from gsmon_desktop.store import Workspace, local_now


@click.command("wipe-personal")
@click.option("--days", type=int, help="Days after HQ's receipt, for this time only.")
@click.option("--rule", type=int, help="Sets the rule: days after HQ's receipt; followed at every opening.")
@click.option("--no-rule", is_flag=True, help="Takes the rule away; nothing is wiped by itself any more.")
@click.option("--dry-run", is_flag=True, help="Only tells what would go.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def wipe_personal(
    run: Run, days: int | None, rule: int | None, no_rule: bool, dry_run: bool, as_json: bool
) -> None:
    """Wipes personal answers of interviews HQ has received, and deleted ones that were never finished.

    Answers, their traces in the trail, their files, older copies and packages in the outbox go; scores and
    counts stay. Copies made elsewhere (sticks, other computers) still hold them.
    """
    if no_rule and (rule is not None or days is not None):
        raise GsmonError("usage.no_rule_alone")
    if dry_run and (rule is not None or no_rule):
        raise GsmonError("usage.dry_run_rule")
    with Workspace.open(run.workspace, now=local_now, read_only=dry_run, passphrase=run.passphrase) as ws:
        if rule is not None or no_rule:
            retention.set_rule(ws, rule)
        if no_rule:
            return
        do = retention.preview if dry_run else retention.wipe
        _tell(do(ws, now=local_now, days=days), run.language, as_json=as_json)


def _tell(wiped: retention.Wiped, language: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(wiped), ensure_ascii=False))
        return
    for id_, values in wiped.interviews.items():
        print(f"{id_}  {values}")
    words = _DONE if wiped.carried_out else _WOULD
    values = sum(wiped.interviews.values())
    print(
        words[language].format(
            interviews=len(wiped.interviews), values=values, files=wiped.files, copies=len(wiped.copies)
        )
    )


_DONE = {
    "ru": "Стёрто: интервью {interviews}, значений {values}, файлов {files}, старых копий и пакетов "
    "{copies}. Копии на флешках и других компьютерах программа стереть не может.",
    "kk": "Өшірілді: сұхбат {interviews}, мән {values}, файл {files}, ескі көшірмелер мен пакеттер {copies}. "
    "Флешкалар мен басқа компьютерлердегі көшірмелерді бағдарлама өшіре алмайды.",
    "en": "Wiped: interviews {interviews}, values {values}, files {files}, older copies and packages "
    "{copies}. Copies on sticks and other computers are beyond the program's reach.",
}
_WOULD = {
    "ru": "Будет стёрто: интервью {interviews}, значений {values}, файлов {files}, старых копий и пакетов "
    "{copies}.",
    "kk": "Өшіріледі: сұхбат {interviews}, мән {values}, файл {files}, ескі көшірмелер мен пакеттер "
    "{copies}.",
    "en": "Would be wiped: interviews {interviews}, values {values}, files {files}, older copies and "
    "packages {copies}.",
}
