"""The command line: the group that holds the commands."""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.commands.build import build
from generator.commands.check import check
from generator.commands.compose import compose
from generator.commands.fix import fix
from generator.commands.import_list import import_list
from generator.commands.new import new
from generator.commands.preview import preview
from generator.commands.schema import schema
from generator.commands.serve import serve
from generator.commands.stats import stats
from generator.strings import say


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=say("cli.epilog"))
@click.version_option(__version__, prog_name="huddlekit")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of the library.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Print facilitation kits and make the site from a folder of quotes, questions, stories and activities."""
    context.obj = root


for command in (build, check, compose, fix, import_list, new, preview, serve, schema, stats):
    main.add_command(command)
