"""The words of a saying as likeness reads them: small differences of writing are gone. (As in site/assets/alike.js.)"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

RULES: dict[str, Any] = json.loads(Path(__file__).with_name("likeness.json").read_text(encoding="utf-8"))
"""Constants and lists of words of the measure; the browser reads the same file."""
_MARKS = str.maketrans(RULES["marks"])
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def _compiled(rules: list[list[str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", put)) for pattern, put in rules)


_JOINED, _VARIANTS, _STEMS = (_compiled(RULES[name]) for name in ("joined", "variants", "stems"))


def bare(text: str) -> str:
    """Small letters without accents, and with one sort of apostrophe."""
    plain = text.translate(_MARKS)
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parted if not unicodedata.category(letter).startswith("M"))
    return plain.lower()


def spelt(text: str) -> tuple[str, ...]:
    """The words of a text in one spelling: *Don’t organise* and *do not organize* are the same."""
    plain = bare(text)
    for pattern, put in _JOINED:
        plain = pattern.sub(put, plain)
    return tuple(word for found in _WORD.findall(plain) for word in _written_out(found))[: RULES["longest"]]


@cache
def stem(word: str) -> str:
    """A word as spelt() gives it, without its ending: *serve*, *served* and *serving* are the same."""
    word = _KIN.get(word, word)
    if word in SMALL:
        return word
    for pattern, put in _STEMS:
        word = pattern.sub(put, word, count=1)
    return word


@cache
def _written_out(found: str) -> tuple[str, ...]:
    """One word in its one spelling, or the words that a short form stands for."""
    words = RULES["short_forms"].get(found)
    if words is None and "'" in found:
        ending = next((each for each in RULES["endings"] if found.endswith(each)), "")
        words = found.removesuffix(ending) + RULES["endings"].get(ending, "")
    return tuple(map(_one_spelling, (words or found).replace("'", "").split()))


def _one_spelling(word: str) -> str:
    word = str(RULES["spellings"].get(word, word))
    for pattern, put in _VARIANTS:
        word = pattern.sub(put, word)
    return word


WEIGHT, SMALL_WEIGHT = int(RULES["weights"]["other"]), int(RULES["weights"]["small"])
SMALL = frozenset(map(_one_spelling, RULES["small"].split()))
"""Words that stand in nearly every text."""
_KIN = {_one_spelling(word): _one_spelling(other) for word, other in RULES["kin"].items()}


@dataclass(frozen=True)
class Saying:
    """A text made ready to be compared."""

    letters: str
    """Its words in one spelling, without anything between them."""
    stems: tuple[str, ...]
    telling: frozenset[str]
    """Its stems but for small words; one that comes again is another: ``act``, ``act 2``."""
    small: frozenset[str]
    """Its small words in the same way."""
    weight: int


def saying(text: str) -> Saying:
    """Make a text ready to be compared."""
    words = spelt(text)
    stems = tuple(map(stem, words))
    seen: dict[str, int] = {}
    marked: tuple[list[str], list[str]] = ([], [])
    for each in stems:
        seen[each] = seen.get(each, 0) + 1
        marked[each in SMALL].append(each if seen[each] == 1 else f"{each} {seen[each]}")
    return Saying("".join(words), stems, frozenset(marked[0]), frozenset(marked[1]), sum(map(weight, stems)))


def weight(stem: str) -> int:
    """How much a stem counts: a small word less than another."""
    return SMALL_WEIGHT if stem in SMALL else WEIGHT
