"""``huddlekit stats``: how much the library holds."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.stats_epilog"))
@click.option("--json", "as_json", is_flag=True, help="The numbers as JSON.")
@with_root
def stats(root: Path, as_json: bool) -> None:
    """How much the library holds: entries by kind, status, step and theme."""
    from generator.library.load import read_library
    from generator.stats import count
    from generator.terminal import show_stats

    counted = count(read_library([root]).library)
    click.echo(json.dumps(counted, indent=1, ensure_ascii=False) if as_json else show_stats(counted))
