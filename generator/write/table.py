"""A list as rows and cells, whatever it was written in."""

from __future__ import annotations

from dataclasses import dataclass


class NotATable(ValueError):
    """A file that holds no rows; its words say what it is and what to do."""


@dataclass(frozen=True)
class Row:
    """One row, by the number that a spreadsheet shows."""

    number: int
    cells: tuple[str, ...]
    wrong: str = ""
    """What is wrong with the row itself, before anybody looks into its cells."""

    @property
    def empty(self) -> bool:
        """Nothing in any cell."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A list with its rows, and how it was written."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    sign: str
    """What parts the columns; a comma for JSON."""
    written: str
    """How it was written, in words."""
    above: tuple[int, int] | None = None
    """The first and the last row above the names of the columns, such as a title; None where there is none."""
