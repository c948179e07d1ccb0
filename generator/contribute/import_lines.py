"""Lines of the report of an import: as wide as the terminal, columns one below the other."""

from __future__ import annotations

import shutil
import sys
import textwrap

import click

from generator.library.characters import visible
from generator.library.wording import short
from generator.strings import say
from generator.write.columns import BOTH, Columns, fields_of
from generator.write.table import Table

_HEAD, _WIDE = 28, 65
"""What a name of a column may take of a line, and what that, its field and an example take together."""


def tell(line: str) -> None:
    """A line of the report, broken between words on a terminal; what would steer a terminal is shown as a box."""
    shown = visible(line)
    if sys.stdout.isatty():
        inside = len(shown) - len(shown.lstrip())
        behind = " " * (inside + 2 if inside else 0)
        width = shutil.get_terminal_size().columns
        shown = textwrap.fill(shown, width, subsequent_indent=behind, break_long_words=False, break_on_hyphens=False)
    click.echo(shown)


def tell_columns(table: Table, columns: Columns, kind: str) -> None:
    """What each column gives, one below the other; what was passed over, and what no column gives."""
    if table.above:
        first, last = table.above
        tell(say("import.above", count=last - first + 1, first=first, last=last))
    tell(say("import.columns"))
    heads = [short(columns.heading(number), _HEAD) for number in range(len(table.names))]
    wide, wider = max(map(len, heads), default=0), max(map(len, columns.fields), default=0)
    for number, (head, field) in enumerate(zip(heads, columns.fields, strict=True)):
        cells = (row.cells[number].strip() for row in table.rows if number < len(row.cells))
        example = short(next(filter(None, cells), "–"), _WIDE - wide - wider)
        key = "import.column" if field else "import.column_left"
        tell(say(key, column=head.ljust(wide), field=field.ljust(wider), example=example))
    tell(say("import.columns_how"))
    if "" in columns.fields:
        left = (field for field in fields_of(kind) if columns.of(field) is None and field != BOTH)
        tell(say("import.fields_left", fields=", ".join(left)))
    click.echo()
