"""Where every key and value of a file stands."""

from __future__ import annotations

from typing import Any

from generator.library.problem import Place

KeyPath = tuple[str | int, ...]
"""Where a value stands inside a file: ``("steps", 2, "minutes")``."""

Spot = tuple[int, int]
"""Line and column as the parser counts them, from 0."""


class Positions:
    """Where every key and value of a file stands."""

    def __init__(self) -> None:
        self._spots: dict[KeyPath, tuple[Any, Any, Spot]] = {}

    def put(self, path: KeyPath, key: Any, start: Any, end: Spot) -> None:
        """Remember a value by the events it came from; ``key`` is None for list items and the whole file."""
        self._spots[path] = (key, start, end)

    def __contains__(self, path: KeyPath) -> bool:
        return path in self._spots

    def key(self, path: KeyPath) -> Place:
        """Place of the key, or of the value where there is no key."""
        key = self._spots[path][0] if path in self._spots else None
        if key is None:
            return self.value(path)
        return around(key)

    def value(self, path: KeyPath) -> Place:
        """Place of the value, or of the nearest thing around it."""
        while path not in self._spots:
            if not path:
                return Place()
            path = path[:-1]
        _, start, end = self._spots[path]
        return stretch(start, end)


def stretch(start: Any, end: Spot) -> Place:
    line, column = start.line + 1, start.column + 1
    end_line, end_column = end[0] + 1, end[1] + 1
    if (end_line, end_column) <= (line, column):
        return Place(line, column, line, column + 1)
    return Place(line, column, end_line, end_column)


def around(event: Any) -> Place:
    """The place of a whole event, such as a key."""
    return stretch(event.start_mark, (event.end_mark.line, event.end_mark.column))


def sign(event: Any) -> Place:
    """The place of the first character of an event."""
    return stretch(event.start_mark, (0, 0))
