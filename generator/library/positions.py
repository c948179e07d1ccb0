"""Where every key and value of a file stands."""

from __future__ import annotations

from typing import Any

from generator.library.problem import Place

KeyPath = tuple[str | int, ...]
"""Where a value stands inside a file: ``("steps", 2, "minutes")``."""

Spot = tuple[int, int]
"""Line and column as the parser counts them, from 0."""

_Stretch = tuple[int, int, int, int]


class Positions:
    """Where every key and value of a file stands.

    Kept as bare numbers: thousands of files have a hundred thousand places, and hardly one is ever asked for.
    """

    def __init__(self) -> None:
        self._keys: dict[KeyPath, _Stretch] = {}
        self._values: dict[KeyPath, _Stretch] = {}

    def put(self, path: KeyPath, key: Any, start: Any, end: Spot) -> None:
        """Remember a value by the events it came from; ``key`` is None for list items and the whole file."""
        self._values[path] = (start.line, start.column, *end)
        if key is not None:
            first, last = key.start_mark, key.end_mark
            self._keys[path] = (first.line, first.column, last.line, last.column)

    def __contains__(self, path: KeyPath) -> bool:
        return path in self._values

    def key(self, path: KeyPath) -> Place:
        """Place of the key, or of the value where there is no key."""
        return _place(*self._keys[path]) if path in self._keys else self.value(path)

    def value(self, path: KeyPath) -> Place:
        """Place of the value, or of the nearest thing around it."""
        while path not in self._values:
            if not path:
                return Place()
            path = path[:-1]
        return _place(*self._values[path])


def _place(line: int, column: int, end_line: int, end_column: int) -> Place:
    """A place that is never empty, counted from 1."""
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column + 1
    return Place(line + 1, column + 1, end_line + 1, end_column + 1)


def around(event: Any) -> Place:
    """The place of a whole event, such as a key."""
    first, last = event.start_mark, event.end_mark
    return _place(first.line, first.column, last.line, last.column)


def sign(event: Any) -> Place:
    """The place of the first character of an event."""
    return _place(event.start_mark.line, event.start_mark.column, 0, 0)
