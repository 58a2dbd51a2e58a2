"""Placeholder of a command group; its owner writes it."""

from __future__ import annotations

import click

COMMANDS: tuple[click.Command, ...] = ()
