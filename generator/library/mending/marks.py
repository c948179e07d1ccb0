"""Marks in texts that are printed: straight ones, and those around a whole quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import quoted
from generator.library.problem import Problem
from generator.library.typography import typographic

_SINGLE = re.compile("''|\"")
_DOUBLE = re.compile(r"\\\"|'")
_ANY = re.compile("['\"]")


def _straight(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """Each straight mark of a text becomes the curly one that belongs there."""
    path = path_of(problem)
    value = sight.value(path)
    wanted = typographic(value) if isinstance(value, str) else None
    if wanted is None or len(wanted) != len(value):
        return
    start, end = sight.span(sight.reading.positions.value(path))
    raw = sight.text[start:end]
    style = raw[:1] if raw[:1] in ("'", '"') else ""
    inner = raw[1:-1] if style else raw
    found = list({"'": _SINGLE, '"': _DOUBLE}.get(style, _ANY).finditer(inner))
    curly = [new for old, new in zip(value, wanted, strict=True) if old in "'\""]
    if len(found) == len(curly):
        first = start + len(style)
        edits = tuple(
            Edit(first + each.start(), first + each.end(), mark) for each, mark in zip(found, curly, strict=True)
        )
        yield Repair(edits, now={path: wanted})


def _outer(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The marks around all the words go; print sets its own."""
    path = path_of(problem)
    value = sight.value(path)
    if (
        not isinstance(value, str)
        or len(value) < 3
        or any(mark in value[1:-1] for mark in value[0] + value[-1] if mark != "’")
    ):
        return
    start, end = sight.span(sight.reading.positions.value(path))
    raw = sight.text[start:end]
    first, last = raw.index(value[0], 1 if raw[0] in "'\"" else 0), raw.rindex(value[-1])
    bare = value[1:-1].strip()
    yield Repair(
        (Edit(start + first, start + first + 1, ""), Edit(start + last, start + last + 1, "")), now={path: bare}
    )
    if "\n" not in raw and (written := quoted(bare)):
        yield Repair((Edit(start, end, written),), now={path: bare})


MENDERS: dict[str, Mender] = {"straight-quotes": _straight, "quotation-marks": _outer}
