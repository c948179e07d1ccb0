"""What YAML swallows without a word, and how to read on behind a mistake."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.library.positions import Spot
from generator.library.problem import Place
from generator.library.wording import short

BLOCK = "Put the text on the next line after `>-`, or in quotes."


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


class Fault(NamedTuple):
    """One mistake of writing."""

    place: Place
    rule: str
    message: str
    hint: str


_COMMENT = re.compile(r"[ \t]+#[^\n]*")
UNSPACED = re.compile(r"-[^\t\n-]")
TOP_KEY = re.compile(r"""[^\s#\-\[\]{}"'&*!|>%@`,?:][^:]*:(\s|$)""")
KEY_WITHOUT_COLON = re.compile(r"([a-z_]+) +[\[{]")
_GLUED_KEY = re.compile(r"""([a-z_]+):[\[{"'\w]""")


def lost_text(text: str, end: int, value: str) -> Fault | None:
    """What stands behind `` #`` on the line of an unquoted value: YAML drops it."""
    if not (comment := _COMMENT.match(text, end)):
        return None
    start = end + len(comment[0]) - len(comment[0].lstrip())
    place = _at(text, start, len(comment[0].rstrip()) - (start - end))
    left = f"only '{short(value)}' would be left" if value else "nothing would be left"
    message = f"everything after ' #' would be lost; {left}"
    hint = "Put the text in quotes or after `>-` on the next line; a comment goes on a line of its own."
    return Fault(place, "lost-text", message, hint)


def swallowed_list(source: str, place: Place, below: bool) -> Fault | None:
    """A list whose dashes lack their space, or stand too far right, is one long text to YAML.

    ``below`` says that the text starts on a line below its key, where a list would.
    """
    for number, line in enumerate(source.split("\n")):
        dash = (below or number) and UNSPACED.match(line.lstrip(" \t"))
        if not dash:
            continue
        at = (place.line + number - 1, len(line) - len(line.lstrip(" \t")) if number else place.column - 1)
        if dash[0] == "- ":
            message = "this dash stands further right than the list above, so YAML takes it for text"
            hint = "Put the dashes of a list in one column; a text goes after `>-`."
            return fault_at(at, "list-indent", message, hint)
        return dash_fault(at)
    return None


def dash_fault(at: Spot) -> Fault:
    """A dash that touches its item."""
    return fault_at(at, "list-dash", "a list item needs a space after the dash", "Write '- one' instead of '-one'.")


def glued_key(key: str, at: Spot) -> Fault | None:
    """A key with its value stuck to the colon, or with no colon before a bracket: to YAML both together are the key."""
    if found := KEY_WITHOUT_COLON.match(key):
        return missing_colon(at, found[1])
    if not (found := _GLUED_KEY.match(key)):
        return None
    return missing_space((at[0], at[1] + found.end(1)), f"{found[1]}:")


def missing_space(at: Spot, key: str) -> Fault:
    """A colon that touches its value."""
    return fault_at(at, "missing-space", "a colon after a key needs a space behind it", f"Write '{key} …'.")


def missing_colon(at: Spot, key: str) -> Fault:
    """A line in which a key may have lost its colon."""
    message = "this line is neither a key with a colon nor part of a text"
    hint = f"If '{key}' is a key, put a colon behind it; a text goes on the next line after `>-`, indented."
    return fault_at(at, "missing-colon", message, hint)


def half_sentence(before: str, after: str) -> bool:
    """Whether two items of a list read like one sentence that was cut at a comma."""
    return after[:1].islower() and after.endswith((".", "?", "!")) and not before.endswith((".", "?", "!"))


def block_end(text: str, end: int) -> Spot:
    """Line and column where a block of text really ends: behind its last word."""
    end = len(text[:end].rstrip())
    return text.count("\n", 0, end), end - text.rfind("\n", 0, end) - 1


def _at(text: str, start: int, length: int) -> Place:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Place(line, column, line, column + length)


def fault_at(at: Spot, rule: str, message: str, hint: str) -> Fault:
    """A fault of one character; ``at`` counts from 0."""
    line, column = at[0] + 1, at[1] + 1
    return Fault(Place(line, column, line, column + 1), rule, message, hint)
