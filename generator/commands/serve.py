"""``huddlekit serve``: the site on this computer, made again as files change."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.serve_epilog"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@with_root
def serve(root: Path, port: int) -> None:
    """Build, show the site on this computer, and build again whenever a file changes. Ctrl+C ends it."""
    from generator.serve import serve as serve_site

    serve_site(root, port, click.echo)
