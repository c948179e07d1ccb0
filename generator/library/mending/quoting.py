"""Texts that YAML takes for something else until they stand in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import Stretch, block, known_keys, quoted, stretch, within
from generator.library.problem import Problem
from generator.library.shapes import prose
from generator.library.typography import ELIDED

_COMMENT = re.compile(r"(?:^|\s)#(?P<text>\w|\s*\d)?")
_BLOCK = re.compile(r"[|>][-+]?\s*$")
_ELIDED = re.compile(rf"'(?:{'|'.join(ELIDED)})\b|'\d\ds?\b", re.IGNORECASE)


def enclose(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The whole value in quotes; in a block where it has several lines, or both sorts of marks."""
    part = stretch(sight, problem.place.line)
    if part and not _BLOCK.match(part.lines[0]) and not _doubtful(part.text) and not _holds_key(sight, part.text):
        yield _enclosed(part, part.lines)


def _enclosed(part: Stretch, lines: tuple[str, ...]) -> Repair:
    kept = tuple(line for line in lines if line)
    written = quoted(kept[0]) if len(kept) == 1 else None
    return Repair(
        (Edit(part.start, part.end, written or block(part, kept)),), reads=(" ".join(" ".join(kept).split()),)
    )


def _holds_key(sight: Sight, text: str) -> bool:
    """Whether a key stands within a text that is no word of a sentence: a line end was lost there."""
    return any("_" in key and f"{key}:" in text for key in known_keys(sight))


def _doubtful(text: str) -> bool:
    """Whether what follows `` #`` may be a comment and no part of the text."""
    found = _COMMENT.search(text)
    return found is not None and not found["text"]


def _reserved(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A tab behind a dash is a space; any other sign belongs to the text."""
    start = sight.at(problem.place.line, problem.place.column)
    if sight.text[start : start + 1] == "\t":
        line = sight.lines[problem.place.line - 1]
        edits = [Edit(start - problem.place.column + 1 + tab, start - problem.place.column + 2 + tab, " ")
                 for tab, letter in enumerate(line) if letter == "\t"]  # fmt: skip
        yield Repair(tuple(edits), told="tab")
    else:
        yield from enclose(sight, problem)


def _lost(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """``#1`` is text. A comment behind a tag or a number gets a line of its own; behind a text, a person decides."""
    path, line = path_of(problem), problem.place.line
    kind = sight.model
    if kind and path and not prose(kind, path):
        start, end = sight.span(problem.place)
        before = sight.text[sight.at(line) : start].rstrip()
        indent = " " * (len(before) - len(before.lstrip()))
        place = sight.reading.positions.value(path)
        value = sight.text[sight.at(place.line, place.column) : sight.at(line) + len(before)]
        edits = (Edit(sight.at(line), sight.at(line), f"{indent}{sight.text[start:end]}\n"),
                 Edit(sight.at(line) + len(before), end, ""))  # fmt: skip
        yield Repair(edits, now={path: value})
        if not value:
            yield from enclose(sight, problem)
    else:
        yield from enclose(sight, problem)


def bracketed(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A text that starts with a word in brackets: ``[Sir] Do not scold``."""
    part = stretch(sight, problem.place.line)
    if part and re.match(r"(?:\[[^\]]*\]|\{[^}]*\})\s+[^\s#]", part.lines[0]):
        yield from (replace(each, told="reserved-character") for each in enclose(sight, problem))


def _unclosed(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A word such as 'tis opens nothing; a mark that opens on a line and is alone there closes at its end."""
    part = stretch(sight, problem.place.line)
    if part is None or sight.at(problem.place.line, problem.place.column) != part.start:
        return
    raw = part.lines[0]
    if _ELIDED.match(raw):
        yield _enclosed(part, part.lines)
    elif raw.startswith('"') and raw.count('"') == 1 and len(part.lines) == 1 and not _doubtful(raw):
        yield Repair((Edit(part.end, part.end, '"'),), reads=(raw[1:],))


def _after_quote(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """Marks that belong to the text stay in it; those around all of it are only the quotes of YAML."""
    part = stretch(sight, problem.place.line)
    if part is None or part.lines[0][:1] not in ("'", '"') or _doubtful(part.text):
        return
    raw = part.text
    if len(part.lines) == 1 and raw[-1] == raw[0] and _wraps(raw):
        inner = raw[1:-1]
        written = quoted(inner) or block(part, (inner,))
        yield Repair((Edit(part.start, part.end, written),), reads=(inner,))
    else:
        yield _enclosed(part, part.lines)


def _wraps(raw: str) -> bool:
    """Whether the first mark is closed by the last one, and not by one between them."""
    mark, depth = raw[0], 0
    for number, letter in enumerate(raw):
        if letter != mark:
            continue
        before, after = raw[number - 1 : number], raw[number + 1 : number + 2]
        if number and before.isalnum() and after.isalnum():
            continue
        depth += 1 if not number or (not before.strip() and after.strip()) else -1
        if depth <= 0 and number < len(raw) - 1:
            return False
    return depth == 0


def _backslash(sight: Sight, problem: Problem) -> Iterator[Repair]:
    r"""An apostrophe needs no backslash before it: ``"it\'s"``."""
    line = sight.lines[problem.place.line - 1]
    start = sight.at(problem.place.line)
    edits = tuple(Edit(start + each.start(), start + each.end(), "'") for each in re.finditer(r"(?<!\\)\\'", line))
    if edits:
        yield Repair(edits)


def keys_in_text(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A text with a colon, of which YAML made a key and a value."""
    path = path_of(problem)
    value = sight.value(path)
    if not isinstance(value, dict) or len(value) != 1 or any(key in known_keys(sight) for key in value):
        return
    place = sight.reading.positions.value(path)
    raw = sight.cut(place)
    if place.line != place.end_line or raw.startswith("{") or _holds_key(sight, raw):
        return
    start, end = sight.span(place)
    yield Repair((Edit(start, end, within(raw)),), now={path: raw}, told="colon-in-text")


MENDERS: dict[str, Mender] = {
    "colon-in-text": enclose,
    "reserved-character": _reserved,
    "lost-text": _lost,
    "unclosed-quote": _unclosed,
    "text-after-quote": _after_quote,
    "backslash": _backslash,
}
