"""``huddlekit check``: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from generator.commands.rooted import with_root
from generator.library.problem import Problem
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
@click.option("--changed", multiple=True, metavar="PATH", help="A file that changed; only these decide the exit code.")
@click.option("--changed-from", type=click.File("rb"), help="A list of them, as git diff --name-only prints it.")
@with_root
def check(
    root: Path, paths: tuple[Path, ...], style: str, changed: tuple[str, ...], changed_from: IO[bytes] | None
) -> None:
    """Check the library and say what is wrong, where, and what to do about it. PATHs limit what is shown."""
    from generator.asked import is_library, not_read, report
    from generator.changed import read_paths, sort_out, within
    from generator.check import check as check_root
    from generator.check import only

    outside = [path for path in paths if is_library(path)]
    home = outside[0].absolute() if outside else root
    named = (*changed, *(read_paths(changed_from.read()) if changed_from else ()))
    touched = within(named, home)
    checked = check_root(home, {str(path) for path in touched})
    inside = [path.absolute() for path in paths if path not in outside]
    not_read(inside, root, checked.loaded.sources)
    problems = tuple(only(checked.problems, root, inside)) if inside else checked.problems
    others: tuple[Problem, ...] = ()
    if changed or changed_from:
        problems, others = sort_out(problems, touched)
    report(problems, checked.loaded, style, others)
