"""How alike two words or two texts are. (The only module that knows rapidfuzz.)"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz, process

_WORD = re.compile(r"\w+")
_RAREST = 6


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

    Only texts that share one of their rarest words are compared, so that thousands take a second.
    """
    words = {id: set(text.split()) for id, text in texts.items()}
    count = Counter(word for found in words.values() for word in found)
    shelves: dict[str, list[str]] = defaultdict(list)
    for id, found in words.items():
        for word in sorted(found, key=lambda word: (count[word], word))[:_RAREST]:
            shelves[word].append(id)
    pairs = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    for one, other in sorted(pairs):
        score = fuzz.ratio(texts[one], texts[other], score_cutoff=least)
        if score:
            yield one, other, 100 if texts[one] == texts[other] else min(99, round(score))
