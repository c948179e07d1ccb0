"""Words of all fields, turned round: for each word the entries that hold it, in very few characters."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.library.models import Entry

NOT_WORDS = frozenset(
    {
        *("id", "settings", "audience", "themes", "customer", "source", "consent", "rights", "plays", "status", "step"),
        *(
            "excerpt",
            "language",
            "kind",
            "where",
            "when",
            "per",
            "form",
            "for",
            "reader",
            "cue",
            "raises",
            "needs",
            "type",
        ),
        *("after", "stories", "pins", "items", "follow_up", "better", "kept_beside", "seed", "approach", "method"),
    }
)
"""Fields that are searched by their labels, name other entries, or say nothing in words."""
SYMBOLS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "<\\")
"""One character each in JSON and in UTF-8, and none that a script could be ended with."""
LAST = 64
"""The first 64 symbols end a number; the others come before."""
MORE = len(SYMBOLS) - LAST
SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How many letters a word shares with the word before it."""


def plain(text: str) -> str:
    """Small letters and figures with single spaces, without accents and marks. As ``plain`` in find-search.js."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", re.sub("[’‘']", "", bare.lower())).strip()


def stem(word: str) -> str:
    """The word without the ending of a plural or of a form of a verb. As ``stem`` in find-search.js."""
    return re.sub(r"(?<=..[^s])s$|(?<=.{3}[^e])ed$|(?<=.{4})ing$", "", word)


def stemmed(text: str) -> str:
    """The words of a text as they are searched."""
    return " ".join(map(stem, plain(text).split()))


def fulltext(
    entries: Sequence[tuple[Entry, str]], small: Iterable[str] = (), phrases: Iterable[str] = ()
) -> dict[str, Any]:
    """``{"words", "places"}`` for entries, each with the text that is searched anyway: those words are left out.

    ``words`` holds all words in order, each as the number of letters it shares with the one before, then its other
    letters; ``places`` has for each word, parted by spaces, the distances between the numbers of the entries that
    hold it. Words so small that they say nothing are left out as well. A phrase that is looked for as a whole counts
    as a word: ``co_worker``.
    """
    left_out = {stem(word) for word in small}
    looked_for = {spoken for phrase in phrases if " " in (spoken := stemmed(phrase))}
    places: Mapping[str, list[int]] = defaultdict(list)
    for number, (entry, known) in enumerate(entries):
        for word in _words(" ".join(texts(entry)), looked_for) - _words(known, looked_for) - left_out:
            places[word].append(number)
    ordered = sorted(places)
    return {
        "words": " ".join(_fronted(ordered)),
        "places": " ".join("".join(map(written, _distances(places[word]))) for word in ordered),
    }


def written(number: int) -> str:
    """A number in symbols: the last below 64, those before it above."""
    high, low = divmod(number, LAST)
    digits = SYMBOLS[low]
    while high:
        high, low = divmod(high, MORE)
        digits = SYMBOLS[LAST + low] + digits
    return digits


def texts(entry: Entry) -> Iterator[str]:
    """Every text of an entry that is searched by its words."""
    yield from _texts(entry.model_dump(mode="json", exclude_none=True))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name, part in value.items():
                if name not in NOT_WORDS:
                    yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)


def _words(text: str, phrases: Iterable[str]) -> set[str]:
    said = stemmed(text)
    return {*said.split(), *(phrase.replace(" ", "_") for phrase in phrases if f" {phrase} " in f" {said} ")}


def _fronted(ordered: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in ordered:
        shared = 0
        while shared < min(len(word), len(before), len(SHARED) - 1) and word[shared] == before[shared]:
            shared += 1
        yield SHARED[shared] + word[shared:]
        before = word


def _distances(numbers: Sequence[int]) -> Iterator[int]:
    before = -1
    for number in numbers:
        yield number - before - 1
        before = number
