"""``huddlekit import`` as people follow it: what each column gives, what is wrong in which cell, what was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.asked import is_library
from generator.contribute.import_files import Stopped, keep_wrong, to_mend, write_all
from generator.contribute.import_lines import tell, tell_columns
from generator.contribute.importing import Outcome, Twin, sort_out
from generator.library.characters import visible
from generator.strings import say
from generator.write.columns import Columns, NotMapped, chosen
from generator.write.ids import folder_of
from generator.write.spreadsheet import read_table
from generator.write.table import NotATable, Table

if TYPE_CHECKING:
    from generator.publish.documents import Tell

_NEEDED = {"quote": ("text", "author"), "question": ("ask", "step"), "story": ("title",), "guidance": ("title", "text")}
"""Kind -> the fields without which no row can become an entry."""

_LONG = 400
"""A list of so many rows takes long enough to show how far it is."""

_SHOWN = 20
"""Rows of one sort that are listed one by one; those to mend are all in their file."""


@dataclass(frozen=True)
class Order:
    """What ``import`` was called with."""

    root: Path
    path: Path
    kind: str
    dry_run: bool
    maps: tuple[str, ...]
    rejects: Path | None
    headed: bool
    keep_similar: bool


class Quiet:
    """Shows nothing: a short list is done in no time."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def start(self, words: str, total: int) -> None:
        """Nothing to show."""

    def step(self) -> None:
        """Nothing to show."""


def run(order: Order) -> None:
    """Import a list, or end with an exit code that says why not."""
    from generator.terminal import Progress

    if not is_library(order.root):
        raise click.UsageError(say("new.no_library", root=order.root))
    table = _table(order)
    columns = _columns(order, table)
    tell(say("import.read", path=order.path.name, count=len(table.rows), written=table.written))
    tell_columns(table, columns, order.kind)
    shown = Progress if len(table.rows) >= _LONG else Quiet
    with shown() as steps:
        outcome = sort_out(order.root, table, columns, order.kind, near_too=order.keep_similar, steps=steps)
    _tell_rows(outcome)
    written = 0
    if outcome.good and not order.dry_run:
        with shown() as steps:
            written = _write(order, outcome, steps)
    raise SystemExit(_sum_up(order, table, outcome, written))


def _table(order: Order) -> Table:
    try:
        return read_table(order.path.read_bytes(), order.kind, headed=order.headed)
    except (NotATable, OSError) as reason:
        why = reason.strerror if isinstance(reason, OSError) else reason
        raise click.UsageError(say("import.cannot_read", path=order.path, reason=why)) from None


def _columns(order: Order, table: Table) -> Columns:
    try:
        columns = chosen(table.names, order.kind, order.maps)
    except NotMapped as reason:
        raise click.UsageError(visible(str(reason))) from None
    for needed in _NEEDED[order.kind]:
        if columns.of(needed) is None:
            known = ", ".join(columns.heading(number) for number in range(len(table.names)))
            example = table.names[0] or "A"
            words = say("import.not_mapped", field=needed, columns=known, example=example)
            raise click.UsageError(visible(words))
    return columns


def _tell_rows(outcome: Outcome) -> None:
    if outcome.twins:
        tell(say("import.twins", count=len(outcome.twins)))
        _tell_some(map(_twin, sorted(outcome.twins, key=lambda twin: (twin.score == 100, twin.row.number))))
        if any(twin.score < 100 for twin in outcome.twins):
            tell(say("import.twins_how"))
            click.echo()
    if outcome.wrong:
        tell(say("import.wrong", count=len(outcome.wrong)))
        wrong = sorted(outcome.wrong.items())
        _tell_some(say("import.wrong_row", row=number, words=" ".join(said)) for number, said in wrong)
    if looks := [(number, said) for number, said in sorted(outcome.looks.items()) if number not in outcome.wrong]:
        tell(say("import.looks", count=len(looks)))
        _tell_some(say("import.wrong_row", row=number, words=" ".join(said)) for number, said in looks)
    tags = outcome.tags
    for (said, theme), count in sorted(tags.meant.items()):
        tell(say("import.meant", said=said, theme=theme, count=count))
    if tags.left_out:
        counted = (f"{tag} ({count})" for tag, count in tags.left_out.most_common(_SHOWN))
        tell(say("import.left_out", themes=", ".join(counted)))


def _tell_some(lines: Iterable[str]) -> None:
    every = list(lines)
    for line in every[:_SHOWN]:
        tell(line)
    if len(every) > _SHOWN:
        tell(say("import.more", count=len(every) - _SHOWN))
    click.echo()


def _twin(twin: Twin) -> str:
    other = say("import.twin_of_row", row=twin.other) if twin.other.isdigit() else twin.other
    key = "import.twin_same" if twin.score == 100 else "import.twin_near"
    by = say("import.twin_by", by=twin.by) if twin.by else ""
    return say(key, row=twin.row.number, other=other, score=twin.score) + by


def _write(order: Order, outcome: Outcome, steps: Tell) -> int:
    try:
        return write_all(order.root, outcome, steps)
    except Stopped as stopped:
        raise click.ClickException(say("import.stopped", count=stopped.count, reason=stopped)) from None


def _sum_up(order: Order, table: Table, outcome: Outcome, written: int) -> int:
    """What was done, and where it is; the exit code."""
    key = "import.would_write" if order.dry_run else "import.written"
    count = len(outcome.good) if order.dry_run else written
    tell(say(key, count=count, folder=folder_of(order.kind)) if count else say("import.nothing_new"))
    for name, number in (("there", len(outcome.twins)), ("to_mend", len(outcome.wrong)), ("empty_rows", outcome.empty)):
        if number:
            tell(say(f"import.{name}", count=number))
    if written:
        tell(say("import.next"))
    return 0 if order.dry_run or not outcome.wrong else _keep(order, table, outcome)


def _keep(order: Order, table: Table, outcome: Outcome) -> int:
    path = order.rejects or to_mend(order.path)
    try:
        kept, new = keep_wrong(path, table, outcome, chosen=order.rejects is not None)
    except OSError as reason:
        tell(say("import.not_kept", reason=reason.strerror or reason))
        return 1
    tell(say("import.kept" if new else "import.kept_before", path=kept))
    click.echo(visible(say("import.kept_then", path=kept)))
    return int(new)
