"""--root, before or after the name of a command."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def with_root(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --root as well, so that it may stand before or after the command's name."""

    @click.option(
        "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of the library."
    )
    @click.pass_context
    @functools.wraps(command)
    def wrapped(context: click.Context, /, root: Path | None, **options: Any) -> None:
        context.invoke(command, root=(root or context.obj or Path()).absolute(), **options)

    return wrapped
