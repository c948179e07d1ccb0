"""A value as it is written in its file, and ways to write it anew."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.library.mending.sight import Sight
from generator.library.shapes import every_key
from generator.library.syntax import indent_of

_HEAD = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[A-Za-z_]+):(?P<gap> +|$))?(?P<rest>.*)$")
_KEYLESS = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>)(?P<rest>.*)$")


class Stretch(NamedTuple):
    """A value as it is written: where it starts and ends, its lines, and how far its key is indented."""

    start: int
    end: int
    lines: tuple[str, ...]
    indent: int
    item: bool
    """It stands behind a dash, without a key."""

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(" ".join(self.lines).split())


def stretch(sight: Sight, line: int) -> Stretch | None:
    """The value that a line (from 1) belongs to, from behind its key or dash to its last word."""
    number = line - 1
    while number >= 0 and not (head := _head(sight, number)):
        number -= 1
    if number < 0 or head is None:
        return None
    indent = len(head["lead"]) if head["key"] else head["lead"].index("-")
    last = number
    for below in range(number + 1, len(sight.lines)):
        inner = sight.lines[below]
        if inner.strip() and (indent_of(inner) <= indent or _head(sight, below)):
            break
        last = below if inner.strip() else last
    if last < line - 1:
        return None
    start = sight.at(number + 1, head.start("rest") + 1)
    lines = (head["rest"].strip(), *(each.strip() for each in sight.lines[number + 1 : last + 1]))
    return Stretch(start, sight.at(last + 1, len(sight.lines[last].rstrip()) + 1), lines, indent, not head["key"])


def _head(sight: Sight, number: int) -> re.Match[str] | None:
    """A line on which a value starts: behind a key that exists, or behind a dash."""
    found = _HEAD.match(sight.lines[number])
    if not found or "\t" in found["lead"]:
        return None
    if found["key"] and found["key"] not in known_keys(sight):
        found = _KEYLESS.match(sight.lines[number])
    return found if found and (found["key"] or "-" in found["lead"]) else None


def known_keys(sight: Sight) -> frozenset[str]:
    """The keys that can stand in a file of this kind."""
    kind = sight.model
    return every_key(kind) if kind else frozenset({"label", "description", "icon", "dates"})


def quoted(text: str) -> str | None:
    """A text in quotes as one would write it; None where it takes a block."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else None


def within(text: str) -> str:
    """A text in quotes on one line, whatever is in it."""
    return quoted(text) or "'" + text.replace("'", "''") + "'"


def block(part: Stretch, lines: tuple[str, ...]) -> str:
    """The lines of a text below ``>-``."""
    inner = " " * (part.indent + 2)
    return ">-" + "".join(f"\n{inner}{line}" if line else "\n" for line in lines)
