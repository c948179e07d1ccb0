"""Characters that hide, and line ends of other days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.library.mending.parts import Edit, Mender, Repair
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import known_keys
from generator.library.problem import Problem

_WIDTHLESS = re.compile(
    "[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff]"
)
_SEPARATOR = re.compile(" ?[\x85\u2028\u2029]+ ?")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a\u202b\u2066-\u2069\u202c]")
_OVERRIDE = re.compile("[\u202d\u202e]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile(  # an escape (1b) is left to a person: what follows it is part of it
    " ?[\x0b\x0c]+ ?|[\x80-\x84\x86-\x9f]|[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]"
)
_LONE_CR = re.compile(r"\r(?!\n)")


def _each(pattern: re.Pattern[str], write: Callable[[str], str]) -> Mender:
    """Every match in the file is written anew, all in one go."""

    def mend(sight: Sight, _: Problem) -> Iterator[Repair]:
        edits = tuple(Edit(*match.span(), write(match[0])) for match in pattern.finditer(sight.text))
        yield Repair(edits, loose=True, rewords=pattern is _CONTROL, opens=True)

    return mend


def _separator(sight: Sight, _: Problem) -> Iterator[Repair]:
    """A space where a text goes on; a line end where a new key or item starts."""
    matches = list(_SEPARATOR.finditer(sight.text))
    for keys_start_lines in (True, False):
        edits = []
        for match in matches:
            found = re.match(r"\s*(?:- |([a-z_]+):(?:\s|$))", sight.text[match.end() :])
            starts = keys_start_lines and found and found[1] in (None, *known_keys(sight))
            ends = sight.text[match.end() : match.end() + 1] in ("", "\n", "\r")
            edits.append(Edit(*match.span(), "\n" if starts else "" if ends else " "))
        yield Repair(tuple(edits), loose=True, opens=True)


def _direction(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """Marks for writing from right to left say nothing in a text without such letters; overrides are left."""
    if not _OVERRIDE.search(sight.text) and not _RIGHT_TO_LEFT.search(sight.text):
        yield from _each(_DIRECTION, lambda _: "")(sight, problem)


def _control(found: str) -> str:
    """A line end of a word processor is a space, a letter of Windows that letter, anything else nothing."""
    if found.strip(" ") and found.strip(" ")[0] in "\x0b\x0c":
        return " "
    try:
        return found.encode("latin-1").decode("cp1252") if "\x80" <= found <= "\x9f" else ""
    except UnicodeDecodeError:
        return ""


def _no_break(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The no-break spaces with which a line starts, or that stand behind its dash or colon."""
    line = sight.lines[problem.place.line - 1]
    head = re.match("[ \xa0]*(?:-[ \xa0]+)*(?:[A-Za-z_]+:[ \xa0]+)?", line)
    start = sight.at(problem.place.line)
    if head and "\xa0" in head[0]:
        yield Repair((Edit(start, start + head.end(), head[0].replace("\xa0", " ")),))


MENDERS: dict[str, Mender] = {
    "line-end": _each(_LONE_CR, lambda _: "\n"),
    "invisible-character": _each(_WIDTHLESS, lambda _: ""),
    "byte-order-mark": _each(_WIDTHLESS, lambda _: ""),
    "line-separator": _separator,
    "direction-character": _direction,
    "control-character": _each(_CONTROL, _control),
    "no-break-space": _no_break,
}
