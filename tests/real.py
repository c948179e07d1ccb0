"""The real library, read and checked once, and its texts sorted by how they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.check import check
from generator.library.models import (
    Activity,
    Entry,
    Guidance,
    KitRecipe,
    Misattribution,
    Question,
    Quote,
    Story,
    StorySet,
)

ROOT = Path(__file__).parents[1]
CHECKED = check(ROOT)
LIBRARY = CHECKED.library
THEMES = tuple(LIBRARY.vocabularies["themes"])
SETTINGS = tuple(LIBRARY.vocabularies["settings"])
AUDIENCES = tuple(LIBRARY.vocabularies["audiences"])
STEPS = ("recall", "see", "reflect", "act", "check-back")
_NAMES = frozenset({"id", "source", "author", "work", "locator", "translator", "evidence", "said_to_be_by", "told_by"})
"""Fields that hold other people's spelling: names, titles, addresses, what was seen where."""


def at(entry: Entry, what: object) -> str:
    """One line of a failure: the file, and what is wrong in it."""
    return f"{LIBRARY.files[entry.id]}: {what}"


def words(text: str) -> int:
    """How many words are spoken when a text is read aloud."""
    return len(text.split())


def asked(entry: Entry) -> Iterator[str]:
    """Everything an entry puts to a room as a question."""
    match entry:
        case Question():
            yield from (entry.ask, *([entry.ask_internal] if entry.ask_internal else []), *entry.follow_ups)
        case Story():
            yield from entry.notice
        case StorySet() | Quote():
            yield from entry.ask
        case Activity():
            rounds = entry.debrief
            yield from (step.ask for step in entry.steps if step.ask)
            yield from (*rounds.what, *rounds.so_what, *rounds.now_what)


def spoken(entry: Entry) -> Iterator[str]:
    """Every line the facilitator says, word for word."""
    match entry:
        case Activity():
            yield from (step.say for step in entry.steps if step.say)
        case Guidance():
            yield from [entry.say] if entry.say else []
        case KitRecipe():
            yield from (line for segment in entry.segments for line in segment.say)


def own_texts(entry: Entry) -> Iterator[str]:
    """The texts of an entry that are ours: all but names, addresses, and the words of a quotation."""
    names = _NAMES | ({"text"} if isinstance(entry, Quote | Misattribution) else set())
    fields = entry.model_dump(mode="json", by_alias=True)
    for name, value in fields.items():
        if name not in names:
            yield from _texts(value)


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return re.sub(r"“[^”]*”|‘[^’]*’", "", text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not re.match(r"https?://|[a-z-]+/[a-z0-9-]+$", value):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        yield from (text for key, each in value.items() if key not in _NAMES for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))
