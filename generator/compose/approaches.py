"""The approaches as data: a session's rows, their minutes and entries by length, how they stretch and give way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from generator.compose.plan import Bounds
from generator.library.reader import load_own

_CELL = re.compile(r"^(\d+)/(\d+)/(\d+)(?: x(\d+)(?:-(\d+))?)?$")


@dataclass(frozen=True)
class Cell:
    """One row at one length: its minutes and how many entries it takes."""

    bounds: Bounds
    fewest: int
    most: int

    def entries(self, minutes: int) -> int:
        """How many entries fit into these minutes: the larger number from the usual minutes on."""
        wanted = self.most if minutes >= self.bounds.usual else self.fewest
        return max(wanted, min(self.most, 1))


@dataclass(frozen=True)
class Row:
    """One kind of segment of an approach."""

    role: str
    kind: str
    takes: str
    """question, quote, story or activity; empty for rows without entries."""
    step: str
    plays: str
    group: str
    grows: Literal["first", "", "last"]
    gives_way: int
    then: str
    minutes: Mapping[int, Cell]


@dataclass(frozen=True)
class Approaches:
    """Every approach with the frame around it."""

    bands: Mapping[int, int]
    """Column -> fewest minutes it is used for."""
    opening: tuple[Row, ...]
    closing: tuple[Row, ...]
    breaks: tuple[Row, ...]
    cores: Mapping[str, tuple[Row, ...]]

    def band(self, minutes: int) -> int:
        """The column for a number of minutes (5 to 120)."""
        return max(column for column, fewest in self.bands.items() if fewest <= minutes)

    def has(self, approach: str, band: int) -> bool:
        """Whether the approach has a filled column for this band."""
        return any(band in row.minutes for row in self.cores[approach])


@cache
def approaches() -> Approaches:
    """The approaches of approaches.yml, beside this module."""
    data = load_own(Path(__file__).with_name("approaches.yml"))
    return Approaches(
        bands={int(column): int(fewest) for column, fewest in data["bands"].items()},
        opening=_rows(data["opening"]),
        closing=_rows(data["closing"]),
        breaks=_rows(data["break"]),
        cores={name: _rows(rows) for name, rows in data["approaches"].items()},
    )


def _rows(rows: list[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(_row(row) for row in rows)


def _row(row: dict[str, Any]) -> Row:
    return Row(
        role=row["role"],
        kind=row["kind"],
        takes=row.get("takes", "question" if "step" in row else ""),
        step=row.get("step", ""),
        plays=row.get("plays", ""),
        group=row.get("group", ""),
        grows=row.get("grows", ""),
        gives_way=int(row.get("gives_way", 0)),
        then=row.get("then", ""),
        minutes={int(column): _cell(cell) for column, cell in row["minutes"].items()},
    )


def _cell(text: str) -> Cell:
    found = _CELL.match(text)
    if not found:
        raise ValueError(f"approaches.yml: {text!r} is not like 6/10/14 x1-2")
    least, usual, most, fewest, top = found.groups()
    entries = int(fewest or 0)
    return Cell(Bounds(int(least), int(usual), int(most)), entries, int(top or entries))
