"""The `gsmon` command: one module a command group, one line on stderr for every known failure."""

from __future__ import annotations

import ctypes
import locale
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import click

from gsmon_desktop import __version__
from gsmon_desktop.cli import dumps, usage
from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.paths import default_workspace

MODULES = {
    "demo": "demo",
    "workspace": "workspace",
    "form": "form",
    "interview": "interview",
    "score": "score",
    "report": "report",
    "export": "exchange",
    "import": "exchange",
    "sync": "exchange",
    "keys": "keys",
    "conflict": "conflict",
    "board": "conflict",
    "pack": "pack",
}
"""Which module of this room holds a command."""

GLOBAL_OPTIONS = ("--workspace", "--passphrase-file", "--language")

OK, NOT_ALL_RIGHT, WRONG_USE = 0, 1, 2

OpenApp = Callable[[Path, str | None], int]
Picture = Callable[[Path, Path, str | None], None]


@dataclass(frozen=True)
class Run:
    """What every command may ask about its run (click's `ctx.obj`)."""

    workspace: Path
    passphrase: str | None
    language: str
    open_app: OpenApp
    """Opens the app on a workspace (with its passphrase, if given), returns its exit code; given by `ui`,
    which this room may not know."""
    picture: Picture | None = None
    """Saves a picture of a workspace's score screen as the second path (PNG), opened by a passphrase; None
    where `ui` gives none."""


@dataclass(frozen=True)
class Window:
    """What `ui` gives the command line; see `Run`."""

    open_app: OpenApp
    picture: Picture | None = None


class Commands(click.Group):
    """The command groups, each imported when it is asked for, so that the others cost a start nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None when there is none."""
        if cmd_name not in MODULES:
            return None
        commands: tuple[click.Command, ...] = import_module(f"gsmon_desktop.cli.{MODULES[cmd_name]}").COMMANDS
        return next(command for command in commands if command.name == cmd_name)


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="gsmon", message="%(prog)s %(version)s")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    envvar="GSMON_WORKSPACE",
    show_envvar=True,
    help="Workspace folder; Documents/gsmon unless named.",
)
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    help="File whose first line unlocks it; else GSMON_PASSPHRASE is looked at.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    envvar="GSMON_LANGUAGE",
    show_envvar=True,
    help="Language of messages; the system's unless named.",
)
@click.pass_context
def gsmon(
    ctx: click.Context, workspace: Path | None, passphrase_file: Path | None, language: str | None
) -> None:
    """Interviews offline, scores on the spot, batches for the central office.

    Alone it opens the window. The options below may stand anywhere, after a command too.
    """
    window: Window = ctx.obj
    folder = workspace or default_workspace()
    if (folder / "reference").is_dir():  # of a pack; without one nothing need be loaded
        import_module("gsmon_desktop.reference").use(folder)
    ctx.obj = Run(
        workspace=folder,
        passphrase=_passphrase(passphrase_file),
        language=language or system_language(),
        open_app=window.open_app,
        picture=window.picture,
    )
    if ctx.invoked_subcommand is None:
        ctx.exit(window.open_app(ctx.obj.workspace, ctx.obj.passphrase))


def system_language() -> str:
    """ru, kk or en after the system's own language; Russian where it says nothing."""
    name = next((os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), "")
    if not name and sys.platform == "win32":
        name = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    short = name[:2].lower()
    return short if short in LANGUAGES else "ru"


def _passphrase(file: Path | None) -> str | None:
    return os.environ.get("GSMON_PASSPHRASE") if file is None else first_line(file)


def first_line(file: Path) -> str:
    """The first line of a file that holds a secret. Raises GsmonError workspace.passphrase_file."""
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise GsmonError("workspace.passphrase_file", str(file)) from error


def main(
    argv: Sequence[str],
    open_app: OpenApp,
    picture: Picture | None = None,
) -> int:
    """Runs one command line and returns its exit code: 0 done, 1 data not all right, 2 wrong use."""
    dumps.forbid()
    _prepare_streams()
    try:
        result = gsmon.main(
            args=globals_first(argv), prog_name="gsmon", standalone_mode=False, obj=Window(open_app, picture)
        )
    except GsmonError as error:
        return _refused(error, argv)
    except click.ClickException as error:
        return _refused(usage.known(error), argv)
    except click.Abort:
        return _refused(GsmonError("usage.interrupted"), argv)
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_ALL_RIGHT
    return result if isinstance(result, int) else OK


def _refused(error: GsmonError, argv: Sequence[str]) -> int:
    print(f"gsmon: {sentence(error, _language_of(argv))}", file=sys.stderr)
    return WRONG_USE


def _prepare_streams() -> None:
    """UTF-8 whatever the system says; nowhere in the place of a stream that whoever started us closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def globals_first(argv: Sequence[str]) -> list[str]:
    """The words with `--workspace`, `--passphrase-file` and `--language` moved to the front.

    So they may stand anywhere: ``gsmon score --workspace DIR`` is ``gsmon --workspace DIR score``.
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in GLOBAL_OPTIONS:
            front += [word, *[value for value in [next(words, None)] if value is not None]]
        elif word.partition("=")[0] in GLOBAL_OPTIONS:
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def _language_of(argv: Sequence[str]) -> str:
    """The language asked for on the command line, found even where parsing failed half way."""
    for flag, value in pairwise(argv):
        if flag == "--language" and value in LANGUAGES:
            return value
    asked = os.environ.get("GSMON_LANGUAGE", "")
    return asked if asked in LANGUAGES else system_language()
