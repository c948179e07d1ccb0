"""Dashes, indentation and brackets: how the lines of a file stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.quoting import bracketed
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import within
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.syntax import indent_of

_UNSPACED = re.compile(r"( *)-(?=[^\s-]|\xa0)(\xa0?)")


def _dash(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A space behind each dash of the same list that lacks one."""
    number = problem.place.line - 1
    found = _UNSPACED.match(sight.lines[number])
    if not found:
        return
    edits = []
    for line in range(number, len(sight.lines)):
        here = sight.lines[line]
        if here.strip() and indent_of(here) < len(found[1]):
            break
        if (each := _UNSPACED.match(here)) and each[1] == found[1]:
            edits.append(Edit(sight.at(line + 1) + each.end() - len(each[2]), sight.at(line + 1) + each.end(), " "))
        elif here.strip() and indent_of(here) == len(found[1]) and not _dashed(here):
            break
    yield Repair(tuple(edits))


def _deeper(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A dash further right moves under the dash above, with the lines that belong to it."""
    number = problem.place.line - 1
    column = indent_of(sight.lines[number])
    above = [indent_of(line) for line in sight.lines[:number] if _dashed(line) and indent_of(line) < column]
    if above:
        yield _moved(sight, number, above[-1])


def _dashed(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _moved(sight: Sight, number: int, column: int) -> Repair:
    """A line, and those below that stand at least as far right, moved to a column."""
    old = indent_of(sight.lines[number])
    edits = []
    for line in range(number, len(sight.lines)):
        here = sight.lines[line]
        if here.strip() and indent_of(here) < old:
            break
        if here.strip():
            start = sight.at(line + 1)
            edits.append(Edit(start, start + indent_of(here), " " * (indent_of(here) - old + column)))
    return Repair(tuple(edits), opens=True, whole=True)


def _indentation(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The line moves to where a line above it stands, nearest first; the text below ``>-`` moves to the right."""
    yield from bracketed(sight, problem)
    number = problem.place.line - 1
    yield from text_below(sight, number)
    here = indent_of(sight.lines[number])
    columns = [indent_of(line) for line in reversed(sight.lines[:number]) if line.strip()]
    dashes = [re.match(r" *(?:- +)+", line) for line in sight.lines[:number]]
    columns += [len(lead[0]) for lead in dashes if lead]
    for column in sorted(set(columns), key=lambda column: abs(column - here)):
        if 0 < abs(column - here) <= 3:
            yield _alone(sight, number, column)
            yield _moved(sight, number, column)


def _alone(sight: Sight, number: int, column: int) -> Repair:
    start = sight.at(number + 1)
    return Repair((Edit(start, start + indent_of(sight.lines[number]), " " * column),), whole=True)


def text_below(sight: Sight, number: int) -> Iterator[Repair]:
    """Lines below ``>-`` (the first from 0) up to the next key, two spaces further in than the key above."""
    if not re.search(r":\s+[|>][-+]?\s*$", sight.lines[number - 1] if number else ""):
        return
    last = number
    while last < len(sight.lines) and not re.match(r" *(?:- +)?[a-z_]+:(?:\s|$)", sight.lines[last]):
        last += 1
    inner = " " * (indent_of(sight.lines[number - 1]) + 2)
    words = [line.strip() for line in sight.lines[number:last]]
    edits = tuple(
        Edit(sight.at(line + 1), sight.at(line + 1) + indent_of(sight.lines[line]), inner)
        for line in range(number, last)
        if sight.lines[line].strip()
    )
    for path in sight.nothing_on(number):
        yield Repair(edits, now={path: " ".join(filter(None, words)), **_no_keys(sight, range(number, last))})


def _no_keys(sight: Sight, lines: range) -> dict[KeyPath, None]:
    """What looked like keys on some lines, counted from 0, and was text."""
    keys: list[KeyPath] = [(key,) for key in sight.reading.value]
    return {key: None for key in keys if sight.reading.positions.key(key).line - 1 in lines}


def _tab(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """Every tab that indents becomes as many spaces as make sense of the file."""
    leads = [
        (number, found[0]) for number, line in enumerate(sight.lines) if (found := re.match(r"[ \t]*\t[ \t]*", line))
    ]
    for width in (2, 4, 8, 1):
        edits = tuple(Edit(sight.at(number + 1), sight.at(number + 1) + len(lead), _spaces(lead, width))
                      for number, lead in leads)  # fmt: skip
        if edits:
            yield Repair(edits, loose=True)


def _spaces(lead: str, width: int) -> str:
    """White space with each tab reaching to the next stop."""
    made = ""
    for letter in lead:
        made += " " * (width - len(made) % width) if letter == "\t" else letter
    return made


def _syntax(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """What the reader has no words for is, at times, a tab."""
    if sight.lines[problem.place.line - 1].lstrip(" ").startswith("\t"):
        yield from (replace(each, told="tab") for each in _tab(sight, problem))


def _key_line(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A list that starts on the line of its key moves to the next, in the column of the dashes below."""
    number = problem.place.line - 1
    line = sight.lines[number]
    found = re.match(r"( *(?:- +)*)[A-Za-z_]+:( +)(?=- )", line)
    if not found:
        return
    below = sight.lines[number + 1 : number + 2]
    column = indent_of(below[0]) if below and below[0].lstrip().startswith("- ") else 0
    column = column if column > len(found[1]) else len(found[1]) + 2
    start = sight.at(number + 1)
    yield Repair((Edit(start + found.start(2), start + found.end(2), "\n" + " " * column),), whole=True)


def _bracket(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A bracket that opens on a line and holds the rest of it closes at its end."""
    start = sight.at(problem.place.line, problem.place.column)
    opening = sight.text[start : start + 1]
    line = sight.lines[problem.place.line - 1].rstrip()
    inside = line[problem.place.column :]
    if opening in ("[", "{") and not re.search(r"[\[\]{}#\"']", inside) and inside.strip(" ,"):
        end = sight.at(problem.place.line, len(line) + 1)
        yield Repair((Edit(end, end, "]" if opening == "[" else "}"),))


def _space(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A space behind the colon of a key."""
    start = sight.at(problem.place.line, problem.place.column)
    if sight.text[start : start + 1] == ":":
        yield Repair((Edit(start + 1, start + 1, " "),), opens=True)


def _comma(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A sentence that was cut at its comma is one item again, in quotes."""
    *outer, number = path_of(problem)
    if not isinstance(number, int) or not number:
        return
    path = tuple(outer)
    items = sight.value(path)
    places = sight.reading.positions
    first, last = places.value((*path, number - 1)), places.value((*path, number))
    start, end = sight.at(first.line, first.column), sight.at(last.end_line, last.end_column)
    raw = sight.text[start:end]
    if "\n" in raw or raw[0] in "\"'[{" or not isinstance(items, tuple):
        return
    joined = (*items[: number - 1], raw, *items[number + 1 :])
    yield Repair((Edit(start, end, within(raw)),), now={path: joined})


MENDERS: dict[str, Mender] = {
    "list-dash": _dash,
    "list-indent": _deeper,
    "indentation": _indentation,
    "tab": _tab,
    "syntax": _syntax,
    "list-on-key-line": _key_line,
    "unclosed-bracket": _bracket,
    "missing-space": _space,
    "comma-in-list": _comma,
}
