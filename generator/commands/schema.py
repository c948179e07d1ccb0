"""``huddlekit schema``: the JSON Schemas of the entries."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.schema_epilog"))
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write one file a kind into this folder.")
@with_root
def schema(root: Path, kind: str | None, out: Path | None) -> None:
    """The JSON Schemas of the entries, for editors: all of them, or one KIND."""
    from generator.asked import known
    from generator.library.load import read_library
    from generator.library.schema import schemas

    made = schemas(read_library([root]).library.vocabularies)
    if kind:
        made = {kind: made[known(kind, list(made), "KIND")]}
    if out is None:
        click.echo(json.dumps(made[kind] if kind else made, indent=1, ensure_ascii=False))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, one in made.items():
        (out / f"{name}.json").write_text(json.dumps(one, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    click.echo(say("cli.schemas_written", count=len(made), folder=out))
