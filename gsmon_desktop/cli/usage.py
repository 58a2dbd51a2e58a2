"""Wrong use of the command, in the reader's language: click's failures as known ones with their sentences."""

from __future__ import annotations

import click

from gsmon_desktop.errors import GsmonError


def known(error: click.ClickException) -> GsmonError:
    """The failure of `usage.toml` that says the same; `usage.other` with click's words where there is none.

    Sentences name the command whose ``--help`` tells more.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context is not None else "gsmon"
    match error:
        case click.exceptions.NoArgsIsHelpError(ctx=click.Context(command=click.Group() as group) as ctx):
            return GsmonError("usage.no_subcommand", command=command, known=_listed(group.list_commands(ctx)))
        case click.exceptions.NoSuchCommand():
            return GsmonError("usage.unknown_command", name=error.command_name, command=command)
        case click.NoSuchOption():
            return GsmonError("usage.unknown_option", name=error.option_name, command=command)
        case click.MissingParameter(param=click.Parameter() as missing):
            return GsmonError("usage.missing", name=_name(missing, context), command=command)
        case click.BadParameter(param=click.Parameter() as wrong):
            return _wrong_value(wrong, context, command)
        case click.BadOptionUsage():
            return GsmonError("usage.no_value", name=error.option_name, command=command)
    return GsmonError("usage.other", said=" ".join(error.format_message().split()), command=command)


def _wrong_value(wrong: click.Parameter, context: click.Context | None, command: str) -> GsmonError:
    name = _name(wrong, context)
    match wrong.type:
        case click.Choice(choices=choices):
            return GsmonError("usage.not_offered", name=name, known=_listed([str(each) for each in choices]))
        case click.IntRange(min=least, max=most) if most is None:
            return GsmonError("usage.too_small", name=name, least=least)
        case click.IntRange(min=least, max=most):
            return GsmonError("usage.out_of_range", name=name, least=least, most=most)
    return GsmonError("usage.bad_value", name=name, command=command)


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    """As people type it: ``--to`` of an option, ``DIR`` of an argument."""
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(context) if context is not None else str(parameter.name).upper()
    return max(parameter.opts, key=len)


def _listed(names: list[str]) -> str:
    return ", ".join(names)
