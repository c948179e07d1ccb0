"""What mending is made of: edits of a text, a repair that says what it is to achieve, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.library.mending.sight import Sight
from generator.library.positions import KeyPath
from generator.library.problem import Problem


class Edit(NamedTuple):
    """A stretch of a text, by its indexes, and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Repair:
    """One way to mend a problem, with what must be true of the file afterwards."""

    edits: tuple[Edit, ...]
    now: Mapping[KeyPath, Any] = field(default_factory=dict)
    """What must stand at these places; None where nothing may."""
    reads: tuple[str, ...] = ()
    """Texts that must be values of the file, on a line that was edited."""
    opens: bool = False
    """Parts of the file may come to light that nobody could read before."""
    loose: bool = False
    """Values may change in their spaces, and in nothing else."""
    whole: bool = False
    """The part of the file that could not be read must be readable afterwards, all of it."""
    told: str = ""
    """The rule it is shown under, where that says more than the one that was broken."""
    rewords: bool = False
    """Letters may change; otherwise all of them must still be there."""


class Change(NamedTuple):
    """One thing that was mended, for people to look at."""

    rule: str
    line: int
    """Where it stood in the file as it was."""
    before: str
    """The line, or lines, as they were; empty where a change cannot be seen."""
    after: str


@dataclass(frozen=True)
class Mended:
    """A file as it should be."""

    file: str
    text: str
    changes: tuple[Change, ...]


Mender = Callable[[Sight, Problem], Iterable[Repair]]
"""Ways to mend a problem, the best first."""


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits made; they do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def path_of(problem: Problem) -> KeyPath:
    """The field of a problem as a path."""
    return tuple(int(step) if step.isdigit() else step for step in problem.field.split(".")) if problem.field else ()


def below(path: KeyPath, tops: Iterable[KeyPath]) -> bool:
    """Whether a path is one of some paths, or stands below one."""
    return any(path[: len(top)] == top for top in tops)
