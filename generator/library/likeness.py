"""How alike two words or two texts are. (The only module that knows rapidfuzz.)"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

_WORD = re.compile(r"\w+")
_RAREST = 6
_CROWD = 100
"""A word that more texts than this have among their rarest says nothing about them."""


def nearest(word: str, known: Iterable[str], least: int = 70) -> str | None:
    """The known word somebody may have meant."""
    plain = word.strip().lower().replace(" ", "-").replace("_", "-")
    choices = {name: name.lower().replace("_", "-") for name in known}
    found = process.extractOne(plain[:80], choices, scorer=fuzz.ratio, score_cutoff=least)
    return None if found is None else str(found[2])


def normal(text: str) -> str:
    """A text without what two people write differently: case, accents on typography, punctuation, spaces."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "").replace("'", "")))


def alike(texts: Mapping[str, str], least: float = 90) -> Iterator[tuple[str, str, int]]:
    """Pairs of ids whose normal texts are alike, with how much in per cent; 100 is the same words.

    Compared are only texts that share one of their rarest words, so that ten thousand take a few seconds; the same
    words are found in any case.
    """
    same: dict[str, list[str]] = defaultdict(list)
    for id, text in texts.items():
        same[text].append(id)
    for ids in same.values():
        yield from ((one, other, 100) for one, other in combinations(ids, 2))
    first = {ids[0]: text for text, ids in same.items()}
    for one, other in sorted(_worth_comparing(first)):
        if score := fuzz.ratio(first[one], first[other], score_cutoff=least):
            yield one, other, min(99, round(score))


def _worth_comparing(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs that share a rare word; what is alike to nine tenths shares at least one of six."""
    words = {id: set(text.split()) for id, text in texts.items()}
    count = Counter(word for found in words.values() for word in found)
    shelves: dict[str, list[str]] = defaultdict(list)
    for id, found in words.items():
        for word in sorted(found, key=lambda word: (count[word], word))[:_RAREST]:
            shelves[word].append(id)
    return {pair for shelf in shelves.values() if len(shelf) <= _CROWD for pair in combinations(shelf, 2)}


def letters_off(one: str, other: str) -> int:
    """How many letters have to be changed, added, taken out or swapped with a neighbour."""
    return int(DamerauLevenshtein.distance(one, other))
