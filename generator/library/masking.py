"""How to read on behind a mistake: blank what holds it, and remember which keys went with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.library.syntax import TOP_KEY, indent_of

_LOOSE_KEY = re.compile(r"[A-Za-z_][A-Za-z_ -]*:(?!//)")
_GLUED_KEY = re.compile(r"[a-z_]+:(?!//)\S")
_NESTED_KEY = re.compile(r"\s+[A-Za-z_][A-Za-z_-]* *:")
_INDENTED_KEY = re.compile(r"\s+([A-Za-z_][A-Za-z_-]*) *:(?:\s|$)")
_KEY_END = re.compile(r":| +[\[{]")
_KEY_ALONE = re.compile(r"[^:]+:\s*(#.*)?$")
_BLOCK_MARK = re.compile(r":\s+[|>][-+]?\s*$")
_OPEN_VALUE = re.compile(r"[^:]+:\s*(?:[\"'\[{|>]|$)")
_FIRST_WORD = re.compile(r"([A-Za-z_]+)")
_INSIDE = ("", " ", "\t", "\r", "-", "#", "]", "}")
"""What a line starts with that goes on with the entry above."""


class Masked(NamedTuple):
    """A text without one of its mistakes."""

    text: str
    lines: range
    """The lines that were blanked, from 0."""
    key: str
    """The key of the entry they belong to."""
    keys: frozenset[str]
    """Keys that nobody should be told are missing: they stand in those lines."""


def mask(text: str, line: int, masked: frozenset[int] = frozenset()) -> Masked:
    """Blank the smallest part that holds a line (from 1): a list item or a key inside an entry, else the whole entry.

    What was blanked before (``masked``) is not tried again: then the part around it goes.
    """
    lines = text.split("\n")
    base, index = _base(lines), min(line, len(lines)) - 1
    first = next((n for n in range(index, -1, -1) if _starts(lines[n][base:])), None)
    if first is None or _stands_alone(lines, index, first, base):
        return _blanked(lines, range(index, index + 1), "", "")
    key = _KEY_END.split(lines[first], maxsplit=1)[0]
    inside = _inside(lines, first, index)
    if inside and not masked.issuperset(inside[1]):
        return _blanked(lines, inside[1], inside[0], key)
    return _blanked(lines, range(first, _end(lines, first, base)), f"{key}: ~", key)


def _base(lines: Sequence[str]) -> int:
    """The column in which the keys of a file stand."""
    return min((indent_of(line) for line in lines if line.strip() and not line.lstrip().startswith("#")), default=0)


def _starts(line: str) -> bool:
    return bool(TOP_KEY.match(line) or _LOOSE_KEY.match(line))


def _stands_alone(lines: Sequence[str], index: int, first: int, base: int) -> bool:
    """Whether a line belongs to no entry: neither a key, nor indented, nor the text that a mark above announces."""
    if index == first or lines[index][base : base + 1] in _INSIDE:
        return False
    return not _BLOCK_MARK.search(lines[index - 1])


def _end(lines: Sequence[str], first: int, base: int) -> int:
    """The line behind an entry. A stray line ends it too, unless something was opened that may reach over it."""
    opened = _OPEN_VALUE.match(lines[first])
    for number in range(first + 1, len(lines)):
        line = lines[number][base:]
        if TOP_KEY.match(line) or _GLUED_KEY.match(line) or not (opened or line[:1] in _INSIDE):
            return number
    return len(lines)


def _inside(lines: Sequence[str], first: int, index: int) -> tuple[str, range] | None:
    """The list item around a line, or the key that starts it, with all that is indented further; what to put there."""
    depth = indent_of(lines[index])
    for number in range(index, first, -1):
        column = indent_of(lines[number])
        if lines[number][column : column + 2] == "- " and column <= depth:
            return f"{' ' * column}- ~", range(number, _deeper(lines, number, column, ""))
    if index > first and (found := _NESTED_KEY.match(lines[index])):
        return f"{found[0]} ~", range(index, _deeper(lines, index, depth, "- "))
    return None


def _deeper(lines: Sequence[str], start: int, column: int, same: str) -> int:
    """The line behind everything that stands further right; ``same`` may stand in the same column."""
    for number in range(start + 1, len(lines)):
        line, here = lines[number], indent_of(lines[number])
        if line.strip() and here <= column and not (same and here == column and line[column:].startswith(same)):
            return number
    return len(lines)


def _blanked(lines: list[str], where: range, instead: str, key: str) -> Masked:
    gone = lines[where.start : where.stop]
    lines[where.start : where.stop] = [instead, *[""] * (len(where) - 1)]
    return Masked("\n".join(lines), where, key.strip(), frozenset(_keys(gone)))


def _keys(lines: Sequence[str]) -> set[str]:
    """Keys below a value instead of in the first column, and first words of lines that lack their colon."""
    stray = {found[1] for line in lines if not _starts(line.lstrip()) and (found := _FIRST_WORD.match(line))}
    if _KEY_ALONE.match(lines[0]):
        return stray
    return stray | {found[1] for line in lines if (found := _INDENTED_KEY.match(line))}
