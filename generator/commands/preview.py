"""``huddlekit preview``: what a proposal looks like, and which kits it changes."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.preview_epilog"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--changed-from",
    type=click.File("rb"),
    help="A list of changed files, as git diff --name-only prints it.",
)
@click.option(
    "--before",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The library as it stands, to compare with. Left out, it is this one without the changed entries.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default="preview", show_default=True, help="Where to."
)
@click.option("--most", type=click.IntRange(0), default=12, show_default=True, help="Print this many documents.")
@with_root
def preview(
    root: Path, paths: tuple[Path, ...], changed_from: IO[bytes] | None, before: Path | None, out: Path, most: int
) -> None:
    """Show what entries look like before they are in: their cards, the kits they enter, and what that changes.

    PATHs are the files of new, edited or removed entries.
    """
    from generator.asked import report
    from generator.check import check
    from generator.preview.changes import brought, changed
    from generator.preview.compare import compare
    from generator.preview.prints import SUMMARY, is_free, print_all, to_print
    from generator.preview.summary import summary
    from generator.terminal import Progress

    if not paths and not changed_from:
        raise click.UsageError(say("preview.no_paths"))
    if not is_free(out):
        raise click.UsageError(say("preview.occupied", folder=out))
    checked, standing = check(root), check(before.absolute()) if before else None
    known = {*checked.loaded.sources, *(standing.loaded.sources if standing else ())}
    files, strange = changed(changed_from.read() if changed_from else b"", paths, root, known)
    for path in strange:
        raise click.UsageError(say("cli.not_in_library", path=path, root=root))
    if mistakes := brought(checked, files, root, standing):
        report(mistakes, checked.loaded, "text")
    comparison = compare(checked.library, files, standing.library if standing else None, composed=checked.sound)
    chosen = to_print(comparison, checked.settings, most)
    out.mkdir(parents=True, exist_ok=True)
    (out / SUMMARY).write_text(summary(comparison, chosen, ()), encoding="utf-8")
    with Progress() as progress:
        failures = print_all(chosen, checked.settings, out, progress)
    if failures:
        (out / SUMMARY).write_text(summary(comparison, chosen, failures), encoding="utf-8")
    click.echo(say("preview.done", count=len(comparison.changed), folder=out))
    raise SystemExit(1 if failures else 0)
