"""``huddlekit check``: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.check_epilog"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@with_root
def check(root: Path, paths: tuple[Path, ...], style: str) -> None:
    """Check the library and say what is wrong, where, and what to do about it. PATHs limit what is shown."""
    from generator.asked import is_library, not_read, report
    from generator.check import check as check_root
    from generator.check import only

    outside = [path for path in paths if is_library(path)]
    checked = check_root(outside[0].absolute() if outside else root)
    within = [path.absolute() for path in paths if path not in outside]
    not_read(within, root, checked)
    report(only(checked.problems, root, within) if within else checked.problems, checked.loaded.sources, style)
