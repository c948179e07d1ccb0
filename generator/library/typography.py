"""Straight quotation marks and apostrophes in words that are printed, and what should stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.library.load import Loaded
from generator.library.models import Entry, Quote
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.shapes import Model, shapes

STRAIGHT = re.compile("['\"]")
ELIDED = ("tis", "twas", "twere", "twill", "em", "til", "cause", "bout", "neath", "twixt")
"""Words that are written with an apostrophe in front."""
_LETTER = r"[^\W_]"
_APOSTROPHE = re.compile(
    rf"(?<={_LETTER})'(?=[^\W\d_])|(?<=[^\W\d_])'(?=\d)"
    rf"|(?<!{_LETTER})'(?=(?:{'|'.join(ELIDED)})\b|\d\ds?\b|n'(?!{_LETTER}))",
    re.IGNORECASE,
)
"""Between two letters, or where the start of a word is left out: it’s, ’tis, the ’90s, rock ’n’ roll."""
_N = re.compile(r"(?<=[’ ]n)'(?= )")
_PAIR = re.compile(r"(?<![\w’'\"])'(?=\S)([^'\"“”]*?\S)'(?![\w'])")
_PLURAL = re.compile(r"(?<=[sS])'(?=[\s,.;:!?)\]…]|$)")
_OPENS = re.compile(r"(?:^|(?<=[\s(\[{—–‘“/-]))\"(?=\S)")
_CLOSES = re.compile(r"(?<=\S)\"(?=$|[\s)\]},.;:!?…—–’”/-])")


def typographic(text: str) -> str | None:
    """An English text with ’ “ ” in the place of straight marks; None where it takes a person to tell which.

    (``write/tidy.py`` takes what somebody types, who sees the card at once, and always decides.)
    """
    text = _APOSTROPHE.sub("’", text)
    text = _N.sub("’", text)
    doubled = _doubled(text)
    if doubled is None:
        return None
    text = _PAIR.sub(r"‘\1’", doubled)
    if "‘" not in text:
        text = _PLURAL.sub("’", text)
    return None if STRAIGHT.search(text) else text


def _doubled(text: str) -> str | None:
    """The same with “ and ” for every \", if they open and close in turn."""
    marks = [match.start() for match in re.finditer('"', text)]
    opening = {match.start() for match in _OPENS.finditer(text)}
    closing = {match.start() for match in _CLOSES.finditer(text)}
    letters = list(text)
    for number, mark in enumerate(marks):
        wanted, other = (opening, closing) if number % 2 == 0 else (closing, opening)
        if mark not in wanted or (mark in other and number % 2 == 0):
            return None
        letters[mark] = "“" if number % 2 == 0 else "”"
    return None if len(marks) % 2 else "".join(letters)


def check_typography(loaded: Loaded) -> Iterator[Problem]:
    """A warning at each text that is printed with straight marks in it."""
    for id, entry in loaded.library.entries.items():
        file = loaded.library.files[id]
        for path, text in printed(entry):
            if match := STRAIGHT.search(text):
                place, field = loaded.positions[file].value(path), ".".join(map(str, path))
                yield Problem(file, place, field, "straight-quotes", *_said(text, match[0]), "warning")


def _said(text: str, mark: str) -> tuple[str, str]:
    what = "apostrophe" if mark == "'" else "quotation mark"
    message = f"a straight {what} ({mark}); in print it is curly"
    if typographic(text) is None:
        return message, "Write ’ for an apostrophe, “ before a quoted word and ” behind it."
    return message, "Write ’ “ ” instead, or let 'huddlekit fix' do it."


def printed(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    """The English words of an entry that people read, with where they stand."""
    foreign = isinstance(entry, Quote) and entry.language != "en"
    for path, text in _texts(type(entry), entry, ()):
        if not (foreign and path[0] in ("text", "work")) and path[0] != "seed":
            yield path, text


def _texts(model: Model, value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if _prose(model, tuple(0 if isinstance(step, int) else step for step in path)):
            yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(model, item, (*path, number))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if not field.exclude:
                yield from _texts(model, getattr(value, name), (*path, field.alias or name))


@cache
def _prose(model: Model, path: KeyPath) -> bool:
    return any(shape.prose for shape in shapes(model, path))
