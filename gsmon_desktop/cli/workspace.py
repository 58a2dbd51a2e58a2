"""`gsmon workspace`: makes, describes and copies a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from gsmon_desktop import reference
from gsmon_desktop.cli.main import Run
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import add_built_in
from gsmon_desktop.store import Workspace, backup, forms, interviews, local_now
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
@click.pass_obj
def init(run: Run, folder: Path, role: str, name: str, region: str) -> None:
    """Makes a workspace in DIR with the built-in forms."""
    regions = reference.catalogue().regions
    if region and region not in regions:
        raise GsmonError("workspace.unknown_region", region=region, known=", ".join(regions))
    made = Workspace.create(
        folder, now=local_now, name=name, role=role, region=region, passphrase=run.passphrase
    )
    with made as ws:
        added = add_built_in(ws, now=local_now)
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
    for name, value in said.items():
        print(f"{name:<12}{_plain(value)}")


@workspace.command("backup")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def backup_(run: Run, target: Path) -> None:
    """Copies the whole workspace, while it may be in use, into a new folder in DIR and checks the copy."""
    with Workspace.open(run.workspace, now=local_now, read_only=True, passphrase=run.passphrase) as ws:
        made = backup.copy_workspace(ws, target, now=local_now)
    print(made)


def _described(ws: Workspace) -> dict[str, Any]:
    names = ("name", "role", "region", "device", "created")
    return {
        "folder": str(ws.folder),
        **{name: ws.settings.get(name) or None for name in names},
        "encrypted": False,
        "forms": [{"form": form.form_id, "version": form.version} for form in forms.listing(ws)],
        "interviews": {
            status: interviews.count(ws, status=status)
            for status in (interviews.DRAFT, interviews.FINISHED, interviews.DELETED)
        },
        "unsent": interviews.unsent(ws),
    }


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, list):
        return ", ".join(" ".join(each.values()) for each in value)
    return "-" if value is None else str(value)


COMMANDS: tuple[click.Command, ...] = (workspace,)
