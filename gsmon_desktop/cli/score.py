"""`gsmon score`: scores of the workspace, or of a table of counts, for people or as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, Unpack

import click

from gsmon_desktop.cli.main import Run
from gsmon_desktop.cli.score_table import LEVELS, columns_of_text, table
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.counts import read_csv
from gsmon_desktop.methodology.document import as_json
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.facts import Facts, compute_facts
from gsmon_desktop.methodology.mystery import NOBODY, Mystery
from gsmon_desktop.methodology.online import Online
from gsmon_desktop.methodology.scores import Scores, compute
from gsmon_desktop.reference import CURRENT_EDITION, catalogue, edition, published, published_tables
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import Sources, Table
from gsmon_desktop.scoring import facts as told
from gsmon_desktop.scoring import (
    figures_of_year,
    mystery_scores,
    online_monitoring,
    preview,
    write_figures_file,
)
from gsmon_desktop.store.clock import local_now
from gsmon_desktop.store.workspace import Workspace


@click.command()
@click.option(
    "--counts", "counts_file", type=click.Path(path_type=Path), help="CSV of counts instead of the workspace."
)
@click.option(
    "--by", type=click.Choice(LEVELS), default="service", show_default=True, help="Rows of the table."
)
@click.option("--show", type=click.Choice(tuple(MAKERS)), help="A rating or a further table instead.")
@click.option(
    "--online", "online_file", type=click.Path(path_type=Path), help="Online monitoring (.xlsx), for ratings."
)
@click.option(
    "--before",
    "before_file",
    type=click.Path(path_type=Path),
    help="Another year's figures (.csv, .xlsx: year,level,key,score,pct), for the ratings' dynamics.",
)
@click.option(
    "--figures",
    "figures_file",
    type=click.Path(path_type=Path),
    help="Write this year's figures to a .csv that --before reads.",
)
@click.option("--since", type=int, default=None, help="The year dynamics look back to.")
@click.option("--all-cuts", is_flag=True, help="Scores of groups that are too few, too.")
@click.option(
    "--edition", "edition_id", default=CURRENT_EDITION, show_default=True, help="Methodology's edition."
)
@click.option("--json", "as_document", is_flag=True, help="One JSON document with every level, unrounded.")
@click.pass_obj
def score(run: Run, **asked: Unpack[_Asked]) -> None:
    """Scores by the methodology: preliminary, with n and a 95 % interval."""
    rules, counts_file, show = edition(asked["edition_id"]), asked["counts_file"], asked["show"]
    file = asked["online_file"]
    online = online_monitoring(file, catalogue(), year=rules.year) if file else None
    if online is not None and show is None:
        show = _COMBINED_IN[online.level]
    elif asked["before_file"] and show is None:
        show = _RATING_OF[asked["by"]]
    scores, facts, visits = _of_file(counts_file, rules) if counts_file else _of_workspace(run, rules, show)
    if to := asked["figures_file"]:
        write_figures_file(scores, rules, catalogue(), to)
    if show:
        sources = _sources(scores, facts, rules, run.language, online, asked)
        found = MAKERS[show](replace(sources, mystery=visits))
        _show(found, rules, as_document=asked["as_document"])
    elif asked["as_document"]:
        print(json.dumps(as_json(scores), ensure_ascii=False))
    else:
        all_cuts = asked["all_cuts"]
        print(table(scores, asked["by"], rules, catalogue(), published(), run.language, all_cuts=all_cuts))


_COMBINED_IN = {"service": "central", "body": "central", "region": "local"}
"""The rating that online figures are combined in, by what they are about."""
_RATING_OF = {"service": "rating", "body": "central", "region": "local", "republic": "central"}
"""The rating that dynamics are shown in, by the rows asked for."""


class _Asked(TypedDict):
    """The command's options."""

    counts_file: Path | None
    by: str
    show: str | None
    online_file: Path | None
    before_file: Path | None
    figures_file: Path | None
    since: int | None
    all_cuts: bool
    edition_id: str
    as_document: bool


def _sources(
    scores: Scores, facts: Facts, rules: Edition, language: str, online: Online | None, asked: _Asked
) -> Sources:
    """Online figures bring the dynamics with them: what was published of earlier years is combined too."""
    since = asked["since"]
    if since is None:
        since = rules.year - 1 if online else 0
    return Sources(
        scores,
        compute_facts(facts, rules, catalogue()),
        rules,
        catalogue(),
        published_tables(),
        language,
        online=online,
        since=since,
        before=figures_of_year(asked["before_file"], catalogue()) if asked["before_file"] else None,
        all_cuts=asked["all_cuts"],
    )


def _show(found: Table, rules: Edition, *, as_document: bool) -> None:
    if as_document:
        columns = [column.heading for column in found.columns]
        document = {"edition": rules.id, "table": found.id, "columns": columns, "rows": found.rows}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print("\n".join((found.title, "", *columns_of_text(found))))


_Counted = tuple[Scores, Facts, Mystery]


def _of_workspace(run: Run, rules: Edition, show: str | None) -> _Counted:
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as workspace:
        scores = preview(workspace, rules, catalogue())
        if not show:
            return scores, {}, NOBODY
        return scores, told(workspace), mystery_scores(workspace, catalogue())


def _of_file(file: Path, rules: Edition) -> _Counted:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GsmonError("counts.unreadable", str(file)) from error
    return compute(read_csv(text, file.name, rules, catalogue()), rules, catalogue()), {}, NOBODY


COMMANDS: tuple[click.Command, ...] = (score,)
