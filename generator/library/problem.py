"""A content mistake as a value: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of a file. Lines and columns count code points from 1; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 2


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place; problems sort by file and line."""

    file: str
    place: Place
    field: str
    rule: str
    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    likely: str = ""
    """The word that somebody probably meant, where one is known: what a hint asks after with *Did you mean*."""


def is_sound(problems: Iterable[Problem]) -> bool:
    """No errors; warnings may stand."""
    return all(problem.severity != "error" for problem in problems)
