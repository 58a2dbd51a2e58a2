"""`gsmon demo`: a workspace to try everything on, its first scores, a workbook and a package."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from gsmon_desktop import demo as demo_data
from gsmon_desktop.cli.main import Run
from gsmon_desktop.cli.score_table import table
from gsmon_desktop.cli.screen import has_screen
from gsmon_desktop.demo.making import RESULTS
from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.reference import catalogue, edition, published
from gsmon_desktop.scoring import preview
from gsmon_desktop.store import Workspace, local_now

_WORDS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "workspace": "Рабочая папка",
        "workbook": "Книга Excel",
        "package": "Пакет",
        "picture": "Снимок экрана «Оценки»",
        "progress": "Интервью",
    },
    "kk": {
        "workspace": "Жұмыс бумасы",
        "workbook": "Excel кітабы",
        "package": "Пакет",
        "picture": "«Бағалар» экранының суреті",
        "progress": "Сұхбат",
    },
    "en": {
        "workspace": "Workspace",
        "workbook": "Excel workbook",
        "package": "Package",
        "picture": "Picture of the score screen",
        "progress": "Interviews",
    },
}


@click.command()
@click.argument("folder", metavar="[DIR]", default="gsmon-demo", type=click.Path(path_type=Path))
@click.option(
    "--interviews", type=click.IntRange(1, 100_000), default=600, show_default=True, help="Complete ones."
)
@click.option(
    "--seed", type=int, default=2025, show_default=True, help="The same seed draws the same answers."
)
@click.pass_obj
def demo(run: Run, folder: Path, interviews: int, seed: int) -> None:
    """Makes a demo workspace in DIR (gsmon-demo), shows its scores, opens the app if there is a screen."""
    words = _WORDS[run.language]
    made = demo_data.make(
        folder,
        interviews=interviews,
        seed=seed,
        now=local_now,
        passphrase=run.passphrase,
        progress=_bar(words["progress"]),
    )
    with made as ws:
        scores = preview(ws, edition(), catalogue())
        print(table(scores, "service", edition(), catalogue(), published(), run.language))
        print(f"\n{words['workspace']}: {folder}")
        _results(ws, run, words)
    if run.picture is not None:
        shot = folder / RESULTS / "scores.png"
        run.picture(folder, shot, run.passphrase)
        print(f"{words['picture']}: {shot}")
    if has_screen():
        sys.stdout.flush()
        click.get_current_context().exit(run.open_app(folder, run.passphrase))


def _results(ws: Workspace, run: Run, words: Mapping[str, str]) -> None:
    """Writes the workbook and the package and says where they are."""
    from gsmon_desktop.exchange import export
    from gsmon_desktop.reports import workbook

    to = ws.folder / RESULTS
    to.mkdir(exist_ok=True)
    book = workbook(
        ws, to / "gsmon-demo.xlsx", language=run.language, edition=edition(), catalogue=catalogue()
    )
    print(f"{words['workbook']}: {book}")
    try:
        for package in export(ws, to, now=local_now).packages:
            print(f"{words['package']}: {package}")
    except GsmonError as error:
        if error.code != "exchange.no_recipient":
            raise
        print(f"{words['package']}: {sentence(error, run.language)}")


def _bar(label: str) -> demo_data.Progress:
    """Shows progress on stderr where that is a terminal."""

    def show(done: int, of: int) -> None:
        if sys.stderr.isatty() and (done == of or done % 10 == 0):
            print(f"\r{label}: {done} / {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return show


COMMANDS: tuple[click.Command, ...] = (demo,)
