"""What a YAML parser stumbles over, or swallows, said in plain words and put in its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.library.positions import Spot
from generator.library.problem import Place

BLOCK = "Put the text on the next line after `>-`, or in quotes."


class Fault(NamedTuple):
    """One mistake of writing."""

    place: Place
    rule: str
    message: str
    hint: str


_COMMENT = re.compile(r"[ \t]+#[^\n]*")
_LIST = re.compile(r"-[^\s-]")
_TOP_KEY = re.compile(r"""[^\s#\-\[\]{}"'&*!|>%@`,?:][^:]*:(\s|$)""")
_LOOSE_KEY = re.compile(r"[A-Za-z_][A-Za-z_ -]*:(?!//)")
_NO_SPACE = re.compile(r"\s*(?:- )?[A-Za-z_]+(:)(?![\s/]|$)")
_KEY_ALONE = re.compile(r"\s+[a-z_]+:(\s|$)")


def lost_text(text: str, end: int, value: str) -> Fault | None:
    """What stands behind `` #`` on the line of an unquoted value: YAML drops it."""
    if not (comment := _COMMENT.match(text, end)):
        return None
    start = end + len(comment[0]) - len(comment[0].lstrip())
    place = _at(text, start, len(comment[0].rstrip()) - (start - end))
    left = f"only '{_short(value)}' would be left" if value else "nothing would be left"
    message = f"everything after ' #' would be lost; {left}"
    hint = "Put the text in quotes or after `>-` on the next line; a comment goes on a line of its own."
    return Fault(place, "lost-text", message, hint)


def swallowed_list(source: str, place: Place) -> Fault | None:
    """A list whose dashes lack their space is one long string to YAML."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if not lines or not all(_LIST.match(line) for line in lines):
        return None
    return Fault(place, "list-dash", "a list item needs a space after the dash", "Write '- one' instead of '-one'.")


def block_end(text: str, end: int) -> Spot:
    """Line and column where a block of text really ends: behind its last word."""
    end = len(text[:end].rstrip())
    return text.count("\n", 0, end), end - text.rfind("\n", 0, end) - 1


def mask(text: str, line: int) -> tuple[str, range, str]:
    """Blank the top-level entry that holds a line (from 1), so that the rest of the file can be read.

    Gives the text, the lines that were blanked (from 0), and the key that stood there.
    """
    lines = text.split("\n")
    index = min(line, len(lines)) - 1
    first = next((n for n in range(index, -1, -1) if _TOP_KEY.match(lines[n]) or _LOOSE_KEY.match(lines[n])), None)
    if first is None or (index != first and lines[index][:1] not in ("", " ", "\t", "\r", "-", "#", "]", "}")):
        lines[index] = ""
        return "\n".join(lines), range(index, index + 1), ""
    last = next((n for n in range(first + 1, len(lines)) if _TOP_KEY.match(lines[n])), len(lines))
    key = lines[first].partition(":")[0]
    lines[first:last] = [f"{key}: ~", *[""] * (last - first - 1)]
    return "\n".join(lines), range(first, last), key.strip()


def diagnose(text: str, said: str, spot: Spot | None, context: Spot | None) -> Fault:
    """The words of a YAML error to words for a contributor; lines and columns of spots count from 0."""
    lines = text.split("\n")
    line, column = min(spot or (0, 0), (len(lines) - 1, len(lines[-1])))
    opened = context or (line, column)
    here = lines[line]
    if "end of stream" in said or "document indicator" in said:
        return _fault(opened, "unclosed-quote", "the quotation mark that opens here is never closed", BLOCK)
    if (tab := re.match(r" *\t", here)) and "start any token" in said:
        hint = "Use spaces to indent."
        return _fault((line, tab.end() - 1), "tab", "a tab cannot indent a line", hint)
    for number in (line, line - 1):
        if number >= 0 and (found := _NO_SPACE.match(lines[number])) and "closed" not in said:
            message = "a colon after a key needs a space behind it"
            return _fault((number, found.start(1)), "missing-space", message, f"Write '{found[0].strip()} …'.")
        if number >= 0 and _LIST.match(lines[number].strip()):
            return _dash((number, len(lines[number]) - len(lines[number].lstrip())))
    if "mapping values" in said:
        return _colon(lines, line, column)
    return _other(said, (line, column), opened, here)


def _colon(lines: list[str], line: int, column: int) -> Fault:
    """A second colon on a line, a key that stands too far to the right, or a key after a stray line."""
    here = lines[line]
    if line and _TOP_KEY.match(here) and column == here.find(":"):
        above = next((number for number in range(line - 1, 0, -1) if lines[number].strip()), 0)
        return _stray((above, 0))
    if (alone := _KEY_ALONE.match(here)) and alone.end() - len(alone[1]) == column + 1:
        message = "this line is indented further than the key above it, which already has its value"
        hint = "Move it to the left if it is a key; if it is text, put the whole text after `>-` or in quotes."
        return _fault((line, column), "indentation", message, hint)
    return _fault((line, column), "colon-in-text", "': ' inside a text makes YAML see a key here", BLOCK)


def _other(said: str, at: Spot, opened: Spot, here: str) -> Fault:
    sign = here[at[1]] if at[1] < len(here) else ""
    if "start any token" in said:
        return _fault(at, "reserved-character", f"a text cannot start with {sign}", BLOCK)
    if "expected ',' or" in said:
        return _fault(
            opened, "unclosed-bracket", "the bracket that opens here is never closed", "Close it with ] or }."
        )
    if "expected node content" in said:
        hint = "Write [one, two], with the closing bracket on the same line."
        return _fault(at, "unclosed-bracket", "a list in brackets breaks off here", hint)
    if "sequence entries" in said:
        hint = "Put each item on a line of its own, '- ' first."
        return _fault(at, "list-on-key-line", "a list with dashes cannot start on the line of its key", hint)
    if "expected ':'" in said:
        return _stray(opened)
    if re.search(r"(alias|anchor|alphabetic or numeric)", said):
        return _fault(opened, "reserved-character", "a text cannot start with * or &", BLOCK)
    if "expected key" in said or "block end" in said or "expected '-'" in said:
        return _unexpected(at, here)
    if "escape" in said or "hexadecimal" in said:
        message = "in double quotes a backslash starts a code, and this one is not known"
        return _fault(at, "backslash", message, BLOCK)
    if "document start" in said:
        return _fault(at, "second-document", "something follows the end of the entry", "Delete what follows it.")
    return _fault(
        at,
        "syntax",
        "YAML cannot be read from here on",
        "Look at quotes, colons and indentation on this line and above.",
    )


def _stray(at: Spot) -> Fault:
    return _fault(at, "missing-colon", "this line is neither a key with a colon nor part of a text", BLOCK)


def _dash(at: Spot) -> Fault:
    return _fault(at, "list-dash", "a list item needs a space after the dash", "Write '- one' instead of '-one'.")


def _unexpected(at: Spot, here: str) -> Fault:
    before = here[: at[1]].rstrip()
    if before.endswith(("'", '"')):
        message = "more text follows after the closing quotation mark"
        return _fault(at, "text-after-quote", message, "Put the whole text on the next line after `>-`.")
    message = "this line does not line up with the lines above"
    return _fault(
        at, "indentation", message, "Keys of one entry start in the same column, and so do the dashes of one list."
    )


def _fault(at: Spot, rule: str, message: str, hint: str) -> Fault:
    line, column = at[0] + 1, at[1] + 1
    return Fault(Place(line, column, line, column + 1), rule, message, hint)


def _at(text: str, start: int, length: int) -> Place:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Place(line, column, line, column + length)


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
