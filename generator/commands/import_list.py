"""``huddlekit import``: a whole list of entries, CSV or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command("import", epilog=say("cli.import_epilog"))
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--kind",
    type=click.Choice(["quote", "question", "story", "guidance"]),
    default="quote",
    show_default=True,
    help="What the rows are.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column gives; - leaves it out. May be repeated.",
)
@click.option(
    "--rejects", type=click.Path(path_type=Path, dir_okay=False), help="Where to keep the rows that have to be mended."
)
@click.option("--no-header", is_flag=True, help="The first row is an entry already; columns are named A, B, C.")
@click.option("--keep-similar", is_flag=True, help="Write what is only similar to an entry that is there.")
@with_root
def import_list(
    root: Path,
    path: Path,
    kind: str,
    dry_run: bool,
    maps: tuple[str, ...],
    rejects: Path | None,
    no_header: bool,
    keep_similar: bool,
) -> None:
    """Import a list, such as a spreadsheet saved as CSV: good rows are written, the others told and kept to mend."""
    from generator.contribute.import_report import Order, run

    run(Order(root, path, kind, dry_run, maps, rejects, not no_header, keep_similar))
