"""`gsmon report`: writes reports to files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gsmon_desktop import reference, reports
from gsmon_desktop.cli.main import Run
from gsmon_desktop.cli.progress import bar
from gsmon_desktop.reports.compared import Compared
from gsmon_desktop.scoring import figures_of_year, online_monitoring
from gsmon_desktop.store import Workspace, local_now


@click.group("report")
def report() -> None:
    """Writes reports to files, each whole or not at all."""


@report.command("workbook")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .xlsx to write."
)
@click.option("--personal", is_flag=True, help="Put in personal data too (phones, names).")
@click.option(
    "--cross", "pairs", nargs=2, multiple=True, metavar="ROWS COLUMNS", help="Two questions; may be repeated."
)
@click.option(
    "--before", type=click.Path(path_type=Path), help="Another year's figures (.csv, .xlsx) for dynamics."
)
@click.option("--all-cuts", is_flag=True, help="Scores of groups that are too few, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def workbook(
    run: Run,
    to: Path,
    personal: bool,
    pairs: tuple[tuple[str, str], ...],
    before: Path | None,
    all_cuts: bool,
    as_json: bool,
) -> None:
    """The Excel workbook: interviews, codebook, tables, scores and charts, in the language of --language."""
    compared = _compared(before, all_cuts)
    with _reading(run) as ws, bar() as progress:
        made = reports.workbook(
            ws,
            to,
            edition=reference.edition(),
            catalogue=reference.catalogue(),
            language=run.language,
            personal=personal,
            cross=pairs,
            compared=compared,
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
    with _reading(run) as ws:
        made = reports.write_tables(
            ws,
            to,
            pairs,
            edition=reference.edition(),
            catalogue=reference.catalogue(),
            language=run.language,
        )
    print(json.dumps({"tables": str(made)}, ensure_ascii=False) if as_json else made)


@report.command("visits")
@click.option(
    "--to",
    required=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A .docx or .pdf of all visits; a folder for both kinds, a document a visit (lighter).",
)
@click.option("--id", "only", multiple=True, metavar="ID", help="This visit only; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def visits(run: Run, to: Path, only: tuple[str, ...], as_json: bool) -> None:
    """Reports of mystery shoppers' visits and test calls, with their photos."""
    from gsmon_desktop.reports.visit_reports import write_visits  # its libraries are slow to load

    with _reading(run) as ws, bar() as progress:
        made = write_visits(
            ws, to, catalogue=reference.catalogue(), language=run.language, only=only, progress=progress
        )
    _tell("visits", [str(each) for each in made], as_json)


@report.command("interview")
@click.argument("interview")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .pdf to write."
)
@click.option("--personal", is_flag=True, help="Put in personal data too (phones, names).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def interview(run: Run, interview: str, to: Path, personal: bool, as_json: bool) -> None:
    """Prints one interview: questions, answers, comments and the audit trail."""
    from gsmon_desktop.reports.interview_pdf import write_interview  # its libraries are slow to load

    with _reading(run) as ws:
        made = write_interview(
            ws,
            interview,
            to,
            catalogue=reference.catalogue(),
            language=run.language,
            personal=personal,
        )
    _tell("interview", [str(made)], as_json)


@report.command("data")
@click.option(
    "--to",
    required=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A .csv, .parquet or .sav (SPSS), or a folder for all three of every questionnaire.",
)
@click.option("--form", default="", metavar="ID", help="The questionnaire; the mass survey unless named.")
@click.option("--personal", is_flag=True, help="Put in personal data too (phones, names).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def data(run: Run, to: Path, form: str, personal: bool, as_json: bool) -> None:
    """Interviews for analysts: CSV, Parquet, SPSS with labels."""
    from gsmon_desktop.reports.data_files import write_data

    with _reading(run) as ws, bar() as progress:
        made = write_data(
            ws,
            to,
            edition=reference.edition(),
            language=run.language,
            form=form,
            personal=personal,
            progress=progress,
        )
    _tell("data", [str(each) for each in made], as_json)


@report.command("field")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .pdf or .xlsx to write."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def field(run: Run, to: Path, as_json: bool) -> None:
    """The summary of the field: done against the plan, refusals, durations."""
    from gsmon_desktop.reports.field_summary import write_field

    with _reading(run) as ws, bar() as progress:
        made = write_field(
            ws,
            to,
            catalogue=reference.catalogue(),
            language=run.language,
            progress=progress,
        )
    _tell("field", [str(made)], as_json)


@report.command("posters")
@click.option(
    "--to", required=True, metavar="PATH", type=click.Path(path_type=Path), help="The .pdf to write."
)
@click.option(
    "--size", type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help="Of the paper."
)
@click.option(
    "--online", type=click.Path(path_type=Path), help="Online monitoring (.xlsx), combined into the ratings."
)
@click.option(
    "--before", type=click.Path(path_type=Path), help="Another year's figures (.csv, .xlsx) for dynamics."
)
@click.option("--all-cuts", is_flag=True, help="Scores of groups that are too few, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def posters(
    run: Run,
    to: Path,
    size: str,
    online: Path | None,
    before: Path | None,
    all_cuts: bool,
    as_json: bool,
) -> None:
    """Posters of the ratings: the republic, services, central bodies, local bodies, regions."""
    from gsmon_desktop.reports.posters import write_posters  # its library is slow to load

    edition, catalogue = reference.edition(), reference.catalogue()
    figures = online_monitoring(online, catalogue, year=edition.year) if online else None
    compared = _compared(before, all_cuts)
    with _reading(run) as ws, bar() as progress:
        made = write_posters(
            ws,
            to,
            edition=edition,
            catalogue=catalogue,
            language=run.language,
            size=size,
            online=figures,
            compared=compared,
            progress=progress,
        )
    _tell("posters", [str(made)], as_json)


def _reading(run: Run) -> Workspace:
    return Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase)


def _compared(before: Path | None, all_cuts: bool) -> Compared:
    figures = figures_of_year(before, reference.catalogue()) if before else None
    return Compared(figures, all_cuts)


def _tell(what: str, files: list[str], as_json: bool) -> None:
    print(json.dumps({what: files}, ensure_ascii=False) if as_json else "\n".join(files))


COMMANDS: tuple[click.Command, ...] = (report,)
