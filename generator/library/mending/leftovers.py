"""Lines that are not needed: markers of YAML, the id, a key written twice, a key without a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.library.mending.lines import text_below
from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.quoting import bracketed
from generator.library.mending.sight import Sight
from generator.library.problem import Problem
from generator.library.reader import read
from generator.library.syntax import indent_of

_MARKER = re.compile(r"(?:---|\.\.\.)[ \t]*$")


def _lines(sight: Sight, first: int, last: int) -> Edit:
    """Lines, counted from 0, with their ends; the last one not included."""
    end = sight.at(last + 1) if last < len(sight.lines) else len(sight.text)
    return Edit(sight.at(first + 1), end, "")


def _directive(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A line that starts with % says nothing that matters here, nor does the marker below it."""
    first = next((number for number, line in enumerate(sight.lines) if line.startswith("%")), None)
    if first is not None:
        last = first
        while last < len(sight.lines) and sight.lines[last].startswith("%"):
            last += 1
        last += last < len(sight.lines) and bool(_MARKER.match(sight.lines[last]))
        yield Repair((_lines(sight, first, last),), rewords=True)


def _marker(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A marker after which nothing follows, or only more keys of the same entry."""
    for number in range(min(problem.place.line, len(sight.lines)) - 1, -1, -1):
        if _MARKER.match(sight.lines[number]):
            yield Repair((_lines(sight, number, number + 1),), opens=True)
            return


def _second(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The second of two equal lines goes."""
    path = path_of(problem)
    first = problem.place.line - 1
    indent = problem.place.column - 1
    if not path or sight.lines[first][:indent].strip():
        return
    last = first + 1
    while last < len(sight.lines) and (_inner(sight.lines[last], indent)):
        last += 1
    while last > first + 1 and not sight.lines[last - 1].strip():
        last -= 1
    part = "\n".join(line[indent:] for line in sight.lines[first:last])
    found = read(part, sight.source.file)
    same = not found.problems and sight.value(path) is not None and found.value == {path[-1]: sight.value(path)}
    if same and ("#" not in part or "#" in str(sight.value(path))):
        yield Repair((_lines(sight, first, last),), rewords=True)


def _inner(line: str, indent: int) -> bool:
    """Whether a line belongs to the key above it."""
    deeper = indent_of(line)
    return not line.strip() or deeper > indent or (deeper == indent and line.lstrip().startswith("- "))


def id_inside(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The line with the id goes: the path of the file says it."""
    number = problem.place.line - 1
    if sight.value(("id",)) is not None and re.fullmatch(r"id: +[^#]*", sight.lines[number]):
        yield Repair((_lines(sight, number, number + 1),), now={("id",): None}, rewords=True)


def _empty(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A line with a key that may be left out, and nothing behind it; or what only looks like a key."""
    number, path = problem.place.line - 1, path_of(problem)
    if re.fullmatch(r" *[a-z_]+:\s*(?:~|null|''|\"\")?\s*", sight.lines[number]) and path:
        yield Repair((_lines(sight, number, number + 1),), now={path: None}, rewords=True)
    yield from bracketed(sight, problem)
    yield from (replace(each, told="indentation") for each in text_below(sight, number + 1))
    if found := re.fullmatch(r"([a-z_]+):(\S+)", str(path[-1]) if path else ""):
        start, end = sight.span(problem.place)
        now = {path: None, (*path[:-1], found[1]): found[2]}
        yield Repair((Edit(start, end, f"{found[1]}: {found[2]}"),), now=now, told="missing-space")


MENDERS: dict[str, Mender] = {
    "directive": _directive,
    "second-document": _marker,
    "duplicate-key": _second,
    "empty": _empty,
}
