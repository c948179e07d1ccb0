"""``huddlekit fix``: mends what can be mended without guessing, and shows every change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.rooted import with_root
from generator.strings import say

if TYPE_CHECKING:
    from generator.fix import Fixed


@click.command(epilog=say("cli.fix_epilog"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", is_flag=True, help="Show what would be mended, and write nothing.")
@click.option("--diff", is_flag=True, help="Show the changes as a unified diff.")
@with_root
def fix(root: Path, paths: tuple[Path, ...], dry_run: bool, diff: bool) -> None:
    """Mend what can be mended without guessing: quotes, dashes, tabs, slips of a letter. Every change is shown.

    PATHs limit it to some files or folders. Nothing is written that does not read, word for word, as before.
    """
    from generator.asked import is_library
    from generator.fix_report import as_diff, shown, summary
    from generator.library.report import exit_code

    outside = [path for path in paths if is_library(path)]
    folder = outside[0].absolute() if outside else root
    fixed = _fixed(folder, [path.absolute() for path in paths if path not in outside], write=not dry_run)
    for one in fixed.mended:
        click.echo("\n".join(as_diff(fixed.was[one.file], one) if diff else shown(one)))
    click.echo("\n".join(summary(fixed, folder, paths, dry_run)), err=diff)
    raise SystemExit(exit_code(fixed.left))


def _fixed(root: Path, within: list[Path], *, write: bool) -> Fixed:
    """Mend, or say in plain words why a path or a file stands in the way."""
    from generator.asked import not_read
    from generator.fix import fix as fix_root
    from generator.fix import read

    if within:
        not_read(within, root, read(root).sources)
    try:
        return fix_root(root, within, write=write)
    except OSError as error:
        raise click.ClickException(say("fix.cannot_write", file=error.filename, reason=error.strerror)) from None
