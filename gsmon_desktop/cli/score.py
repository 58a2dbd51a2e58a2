"""`gsmon score`: scores of the workspace, or of a table of counts, for people or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gsmon_desktop.cli.main import Run
from gsmon_desktop.cli.score_table import LEVELS, table
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.counts import read_csv
from gsmon_desktop.methodology.document import as_json
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.scores import Scores, compute
from gsmon_desktop.reference import CURRENT_EDITION, catalogue, edition, published
from gsmon_desktop.scoring import preview
from gsmon_desktop.store.clock import local_now
from gsmon_desktop.store.workspace import Workspace


@click.command()
@click.option(
    "--counts", "counts_file", type=click.Path(path_type=Path), help="CSV of counts instead of the workspace."
)
@click.option(
    "--by", type=click.Choice(LEVELS), default="service", show_default=True, help="Rows of the table."
)
@click.option(
    "--edition", "edition_id", default=CURRENT_EDITION, show_default=True, help="Methodology's edition."
)
@click.option("--json", "as_document", is_flag=True, help="One JSON document with every level, unrounded.")
@click.pass_obj
def score(run: Run, counts_file: Path | None, by: str, edition_id: str, as_document: bool) -> None:
    """Scores by the methodology: preliminary, with n and a 95 % interval."""
    rules = edition(edition_id)
    scores = _of_file(counts_file, rules) if counts_file else _of_workspace(run, rules)
    if as_document:
        print(json.dumps(as_json(scores), ensure_ascii=False))
    else:
        print(table(scores, by, rules, catalogue(), published(), run.language))


def _of_workspace(run: Run, rules: Edition) -> Scores:
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as workspace:
        return preview(workspace, rules, catalogue())


def _of_file(file: Path, rules: Edition) -> Scores:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GsmonError("counts.unreadable", str(file)) from error
    return compute(read_csv(text, file.name, rules, catalogue()), rules, catalogue())


COMMANDS: tuple[click.Command, ...] = (score,)
