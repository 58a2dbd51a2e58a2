"""`gsmon export`: puts everything that waits into a package."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gsmon_desktop import exchange
from gsmon_desktop.cli.main import NOT_ALL_RIGHT, OK, Run
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.exchange import Exported
from gsmon_desktop.store import Workspace, local_now

_SAID = {
    "nothing": {
        "ru": "Отправлять нечего: все завершённые интервью уже в пакетах.",
        "kk": "Жіберетін ештеңе жоқ: аяқталған сұхбаттардың бәрі пакеттерде.",
        "en": "Nothing to send: every finished interview is in a package already.",
    },
    "made": {
        "ru": "{path}: интервью {interviews}, файлов {media}",
        "kk": "{path}: сұхбат {interviews}, файл {media}",
        "en": "{path}: {interviews} interviews, {media} files",
    },
    "held": {
        "ru": "{interview}: не отправлено, файл {why} пропал или повреждён.",
        "kk": "{interview}: жіберілмеді, {why} файлы жоғалған немесе бүлінген.",
        "en": "{interview}: not sent, its file {why} is gone or damaged.",
    },
}


@click.command("export")
@click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder of the package."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def export(ctx: click.Context, to: Path, as_json: bool) -> None:
    """Puts all finished interviews that are in no package yet into a new one in DIR.

    Exit 1 when an interview had to be left out because a file of it is gone or damaged.
    """
    run: Run = ctx.obj
    with Workspace.open(run.workspace, now=local_now, passphrase=run.passphrase) as ws, bar() as progress:
        made = exchange.export(ws, to, now=local_now, progress=progress)
    if as_json:
        print(json.dumps(_document(made), ensure_ascii=False))
    else:
        _say(made, run.language)
    ctx.exit(NOT_ALL_RIGHT if made.held else OK)


def _document(made: Exported) -> dict[str, object]:
    document: dict[str, object] = {
        "packages": [str(path) for path in made.packages],
        "interviews": made.interviews,
        "media": made.media,
    }
    if made.held:
        document["held"] = [vars(each) for each in made.held]
    return document


def _say(made: Exported, language: str) -> None:
    for path in made.packages:
        print(_SAID["made"][language].format(path=path, interviews=made.interviews, media=made.media))
    for each in made.held:
        print(_SAID["held"][language].format(**vars(each)))
    if not made.packages and not made.held:
        print(_SAID["nothing"][language])


COMMANDS: tuple[click.Command, ...] = (export,)
