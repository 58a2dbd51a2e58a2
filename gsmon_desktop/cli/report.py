"""`gsmon report`: writes reports to files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gsmon_desktop import reference, reports
from gsmon_desktop.cli.main import Run
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.store import Workspace, local_now


@click.group("report")
def report() -> None:
    """Writes reports to files, each whole or not at all."""


@report.command("workbook")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .xlsx to write."
)
@click.option("--personal", is_flag=True, help="Put in personal data too (phones, names).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def workbook(run: Run, to: Path, personal: bool, as_json: bool) -> None:
    """The Excel workbook: interviews, codebook, tables, scores and charts, in the language of --language."""
    with (
        Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws,
        bar() as progress,
    ):
        made = reports.workbook(
            ws,
            to,
            edition=reference.edition(),
            catalogue=reference.catalogue(),
            language=run.language,
            personal=personal,
            progress=progress,
        )
    print(json.dumps({"workbook": str(made)}, ensure_ascii=False) if as_json else made)


@report.command("tables")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .xlsx or .csv to write."
)
@click.option(
    "--cross", "pairs", nargs=2, multiple=True, metavar="ROWS COLUMNS", help="Two questions; may be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def tables(run: Run, to: Path, pairs: tuple[tuple[str, str], ...], as_json: bool) -> None:
    """Linear tables of every question, cross tables of the two that --cross names."""
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws:
        made = reports.write_tables(
            ws,
            to,
            pairs,
            edition=reference.edition(),
            catalogue=reference.catalogue(),
            language=run.language,
        )
    print(json.dumps({"tables": str(made)}, ensure_ascii=False) if as_json else made)


COMMANDS: tuple[click.Command, ...] = (report,)
