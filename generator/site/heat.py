"""Tables that show how much there is: a number in each cell, a tint to help, a word and a link where there is a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.library.models import Placed
from generator.strings import say

Fits = Callable[[Placed], bool]
LEVELS = (2, 4, 8, 16)
"""From so many on a cell has the next tint; a gap has none."""
GAP = 1
"""Up to so many is a gap: it is named in words and linked."""
FEW = 4
"""Below this many a place is thin: one more entry helps there."""


@dataclass(frozen=True)
class Axis:
    """A row or a column: its label, what fits it, and what a new entry would say to fit."""

    label: str
    fits: Fits
    wanted: Mapping[str, str] = field(default_factory=dict)
    what: str = ""
    """What a gap here lacks, where the label alone would not say it: ``a question that recalls``."""


@dataclass(frozen=True)
class Cell:
    """How much there is at one crossing."""

    count: int
    words: str
    """The number, or the word for a gap."""
    level: int
    where: str
    """Row and column, for whoever does not see them."""
    add: str
    """Where to add one while there are few; else nothing."""

    @property
    def gap(self) -> bool:
        """There is none, or just one."""
        return self.count <= GAP

    @property
    def told(self) -> str:
        """How many there are, in words."""
        return say("site.coverage.so_far", count=self.count) if self.count else self.words


@dataclass(frozen=True)
class Row:
    """One row with its heading."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Heat:
    """A whole table."""

    name: str
    """Its anchor."""
    caption: str
    corner: str
    """What the rows are."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return (cell for row in self.rows for cell in row.cells)

    @property
    def gaps(self) -> str:
        """How many gaps there are, in words."""
        count = sum(cell.gap for cell in self.cells)
        return say("site.coverage.gaps", count=count) if count else say("site.coverage.no_gaps")


@dataclass(frozen=True)
class Frame:
    """What a table is about before its rows and columns: anchor, caption, entries, what a new one would say."""

    name: str
    caption: str
    corner: str
    entries: Sequence[Placed]
    wanted: Mapping[str, str] = field(default_factory=dict)


def heat(frame: Frame, rows: Iterable[Axis], columns: Sequence[Axis], add: Callable[[Mapping[str, str]], str]) -> Heat:
    """Count what fits each row and column; ``add`` gives the address at which a gap is filled."""
    made = []
    for row in rows:
        fitting = [entry for entry in frame.entries if row.fits(entry)]
        cells = (_cell(fitting, row, column, {**frame.wanted, **row.wanted}, add) for column in columns)
        made.append(Row(row.label, tuple(cells)))
    return Heat(frame.name, frame.caption, frame.corner, tuple(column.label for column in columns), tuple(made))


def _cell(
    entries: Sequence[Placed],
    row: Axis,
    column: Axis,
    wanted: Mapping[str, str],
    add: Callable[[Mapping[str, str]], str],
) -> Cell:
    count = sum(1 for entry in entries if column.fits(entry))
    where = say("site.coverage.where", row=row.label, column=column.what or column.label)
    level = sum(count >= least for least in LEVELS)
    words = str(count) if count > GAP else say(f"site.coverage.cells.{'one' if count else 'none'}")
    return Cell(count, words, level, where, add({**wanted, **column.wanted}) if count < FEW else "")
