"""Sharing out the minutes: from the usual ones up or down until they add up, each row within its bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.compose.approaches import Cell, Row
from generator.compose.plan import Bounds


@dataclass(frozen=True)
class Need:
    """A row of a session with its bounds for this length and group."""

    row: Row
    cell: Cell
    bounds: Bounds
    gives_way: int


def droppable(needs: Sequence[Need]) -> list[Need]:
    """The rows that give way altogether when even the least minutes are too many, in the order in which they go."""
    return sorted((need for need in needs if need.gives_way not in (0, 2)), key=lambda need: need.gives_way)


def allot(needs: Sequence[Need], total: int) -> list[int]:
    """Minutes for each need that add up to ``total``. The sum of the least must not be above it.

    Raises ValueError when the sum of the most is below ``total``: the tables must not allow that.
    """
    minutes = [need.bounds.usual for need in needs]
    if sum(minutes) < total:
        _grow(needs, minutes, total)
    else:
        _shrink(needs, minutes, total)
    if sum(minutes) != total:
        raise ValueError(f"rows cannot be stretched to {total} minutes")
    return minutes


def _grow(needs: Sequence[Need], minutes: list[int], total: int) -> None:
    for turn in ("first", "", "last"):
        _round_robin(minutes, total, 1, _rows(needs, partial(_grows, turn)), needs)
        if turn == "first":
            _open(needs, minutes, total)


def _grows(turn: str, need: Need) -> bool:
    return need.row.grows == turn and need.bounds.usual > 0


def _gives_way(place: int, need: Need) -> bool:
    return need.gives_way == place


def _open(needs: Sequence[Need], minutes: list[int], total: int) -> None:
    """Bring in rows that are usually not there, when at least two minutes are left for one."""
    for i, need in enumerate(needs):
        left = total - sum(minutes)
        if need.bounds.usual == 0 and left >= 2:
            minutes[i] = min(need.bounds.most, left)


def _shrink(needs: Sequence[Need], minutes: list[int], total: int) -> None:
    turns: list[Callable[[Need], bool]] = [partial(_gives_way, place) for place in range(1, 7)]
    turns += [
        lambda n: n.row.grows == "first" and n.row.role != "act",
        lambda n: n.row.grows == "" and n.row.role != "actions",
        lambda n: n.row.grows == "last",
        lambda n: n.row.role in ("act", "actions"),
    ]
    for turn in turns:
        _round_robin(minutes, total, -1, _rows(needs, turn), needs)


def _rows(needs: Sequence[Need], wanted: Callable[[Need], bool]) -> list[int]:
    return [i for i, need in enumerate(needs) if wanted(need)]


def _round_robin(minutes: list[int], total: int, by: int, rows: list[int], needs: Sequence[Need]) -> None:
    """One minute at a time, row after row, until the sum is met or every row stands at its bound."""

    def free(i: int) -> bool:
        return minutes[i] < needs[i].bounds.most if by > 0 else minutes[i] > needs[i].bounds.least

    while sum(minutes) != total and any(free(i) for i in rows):
        for i in rows:
            if sum(minutes) != total and free(i):
                minutes[i] += by
