"""What a YAML parser stumbles over, said in plain words and put in its place."""

from __future__ import annotations

import re

from generator.library.positions import Spot
from generator.library.syntax import (
    BLOCK,
    KEY_WITHOUT_COLON,
    TOP_KEY,
    UNSPACED,
    Fault,
    dash_fault,
    fault_at,
    indent_of,
    missing_colon,
    missing_space,
)

_NO_BREAK = re.compile(r"[ \u00a0]*(?:-[ \u00a0])?(?:[A-Za-z_]+:)?\u00a0|-\u00a0")
_NO_SPACE = re.compile(r"\s*(?:- )?[A-Za-z_]+(:)(?![\s/]|$)")
_BRACKETED = re.compile(r"\s*(?:- )?[A-Za-z_]+: +(?:\{\{|(?=\[[^\]]*\][^\s#,]))")
_KEY_WORD = re.compile(r"[a-z_]{2,20}")
_KEY_ALONE = re.compile(r"\s+[a-z_]+:(\s|$)")


def diagnose(text: str, said: str, spot: Spot | None, context: Spot | None) -> Fault:
    """The words of a YAML error to words for a contributor; lines and columns of spots count from 0."""
    lines = text.split("\n")
    line, column = min(spot or (0, 0), (len(lines) - 1, len(lines[-1])))
    opened = context or (line, column)
    here = lines[line]
    if "end of stream" in said or "document indicator" in said:
        return unclosed_quote(opened)
    if (tab := re.match(r" *\t", here)) and ("start any token" in said or "tab character" in said):
        hint = "Use spaces to indent."
        return fault_at((line, tab.end() - 1), "tab", "a tab cannot indent a line", hint)
    for number in (line, line - 1):
        if number >= 0 and (fault := _plain_to_see(lines[number], number)):
            return fault
    if "mapping values" in said:
        return _colon(lines, line, column)
    if "document start" in said and (fault := _first_too_far(lines)):
        return fault
    return _other(said, (line, column), opened, lines)


def _plain_to_see(here: str, number: int) -> Fault | None:
    """What is wrong with a line whatever the parser says: a space that is none, or that is lacking."""
    if _NO_BREAK.match(here):
        message = "a no-break space looks like a space, but YAML does not take it for one"
        hint = "Type the space again; it came with copied text."
        return fault_at((number, here.index("\u00a0")), "no-break-space", message, hint)
    if found := _BRACKETED.match(here):
        return fault_at((number, found.end()), "reserved-character", "a text cannot start with [ or {", BLOCK)
    if found := KEY_WITHOUT_COLON.match(here.lstrip(" ")):
        return missing_colon((number, indent_of(here)), found[1])
    if found := _NO_SPACE.match(here):
        return missing_space((number, found.start(1)), found[0].strip())
    if (dash := UNSPACED.match(here.strip())) and dash[0] != "- ":
        return dash_fault((number, len(here) - len(here.lstrip())))
    return None


def _first_too_far(lines: list[str]) -> Fault | None:
    """A first line that is indented, although the others are not: to YAML the entry ends with it."""
    number = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    column = indent_of(lines[number])
    if not column or not TOP_KEY.match(lines[number].lstrip(" ")):
        return None
    message = "this line is indented, and the lines below are not"
    return fault_at(
        (number, column), "indentation", message, "Keys of one entry start in the same column: move it left."
    )


def _colon(lines: list[str], line: int, column: int) -> Fault:
    """A second colon on a line, a key that stands too far to the right, or a key after a stray line."""
    here = lines[line]
    if line and TOP_KEY.match(here) and column == here.find(":"):
        above = next((number for number in range(line - 1, 0, -1) if lines[number].strip()), 0)
        return _stray(lines, (above, 0))
    if (alone := _KEY_ALONE.match(here)) and alone.end() - len(alone[1]) == column + 1:
        message = "this line is indented further than the key above it, which already has its value"
        hint = "Move it to the left if it is a key; if it is text, put the whole text after `>-` or in quotes."
        return fault_at((line, column), "indentation", message, hint)
    return fault_at((line, column), "colon-in-text", "': ' inside a text makes YAML see a key here", BLOCK)


def _other(said: str, at: Spot, opened: Spot, lines: list[str]) -> Fault:
    here = lines[at[0]]
    if "start any token" in said:
        return fault_at(at, "reserved-character", f"a text cannot start with {here[at[1] : at[1] + 1]}", BLOCK)
    if "expected ':'" in said:
        return _stray(lines, opened)
    if any(words in said for words in ("expected key", "block end", "expected '-'")):
        return _unexpected(at, lines)
    for words, at_opening, rule, message, hint in _KNOWN:
        if words in said:
            return fault_at(opened if at_opening else at, rule, message, hint)
    hint = "Look at quotes, colons and indentation on this line and above."
    return fault_at(at, "syntax", "YAML cannot be read from here on", hint)


_ESCAPE = "in double quotes a backslash starts a code, and this one is not known"
_KNOWN = (
    ("comment or line break", False, "text-after-mark", "after `>-` the text starts on the next line",
     "Move it to the line below, two spaces further in."),
    ("expected ',' or", True, "unclosed-bracket", "the bracket that opens here is never closed",
     "Close it with ] or }."),
    ("node content", False, "unclosed-bracket", "a list in brackets breaks off here", "Write [one, two] on one line."),
    ("sequence entries", False, "list-on-key-line", "a list with dashes cannot start on the line of its key",
     "Put each item on a line of its own, '- ' first."),
    ("alphabetic or numeric", True, "reserved-character", "a text cannot start with * or &", BLOCK),
    ("escape", False, "backslash", _ESCAPE, BLOCK),
    ("hexadecimal", False, "backslash", _ESCAPE, BLOCK),
    ("document start", False, "second-document", "something follows the end of the entry",
     "Delete what follows, or move it into a file of its own."),
)  # fmt: skip
"""Part of what the parser says; whether it means the place where something opened; rule, message and hint."""


def _stray(lines: list[str], at: Spot) -> Fault:
    here, above = lines[at[0]], lines[at[0] - 1] if at[0] else ""
    if re.search(r":\s+[|>][-+]?\s*$", above):
        message = "the text below `>-` must be indented"
        return fault_at(at, "indentation", message, "Put two spaces before each of its lines.")
    message = "this line is neither a key with a colon nor part of a text"
    if above[: at[1]].strip() == "" and above[at[1] :].startswith("- "):
        return fault_at(at, "missing-colon", message, "If it is an item of the list above, start it with '- '.")
    word = (here[at[1] :].split() or [""])[0]
    return missing_colon(at, word) if _KEY_WORD.fullmatch(word) else fault_at(at, "missing-colon", message, BLOCK)


def _unexpected(at: Spot, lines: list[str]) -> Fault:
    before = lines[at[0]][: at[1]].rstrip()
    if before.endswith(("'", '"')):
        if opened := _left_open(lines, at[0], before[-1]):
            return unclosed_quote(opened)
        message = "more text follows after the closing quotation mark"
        return fault_at(at, "text-after-quote", message, "Put the whole text on the next line after `>-`.")
    message = "this line does not line up with the lines above"
    hint = "Keys of one entry start in the same column, and so do the dashes of one list."
    return fault_at(at, "indentation", message, hint)


def unclosed_quote(at: Spot) -> Fault:
    """A quotation mark without its partner."""
    hint = "Close it where the text ends, or put the text on the next line after `>-`."
    return fault_at(at, "unclosed-quote", "the quotation mark that opens here is never closed", hint)


def _left_open(lines: list[str], number: int, mark: str) -> Spot | None:
    """Where a quotation mark opened above and was not closed on its line, if the one in this line only closes that."""
    if not TOP_KEY.match(lines[number]):
        return None
    for above in range(number - 1, -1, -1):
        if found := re.match(rf"\s*(?:- )?[A-Za-z_-]+:\s+{mark}(?=[^{mark}]*$)", lines[above]):
            return above, found.end() - 1
        if mark in lines[above]:
            return None
    return None
