"""What reading a file gives: plain data, where each part of it stands, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.library.positions import KeyPath, Positions
from generator.library.problem import Problem


@dataclass(frozen=True)
class Bounds:
    """How large a file may be: bytes, values in it, items of one list."""

    size: int = 256_000
    values: int = 1_000
    items: int = 60
    empty: bool = False
    """A key may stand without a value."""


ENTRY = Bounds()
TABLE = Bounds(size=4_000_000, values=100_000, items=1_000, empty=True)
"""For files that grow with the library, such as the list of authors."""


@dataclass(frozen=True)
class Reading:
    """A file as plain data: dict, tuple, str; None where there is nothing to read."""

    value: dict[str, Any]
    positions: Positions
    problems: tuple[Problem, ...]
    broken: frozenset[KeyPath]
    """Values that could not be read; what is missing there has been reported."""


UNREAD = Reading({}, Positions(), (), frozenset({()}))
"""What is left of a file that cannot be read at all."""
