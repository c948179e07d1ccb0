"""How easily a text is read: Flesch's reading ease, from words a sentence and syllables a word."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[.?!…:;]+[”’)]*(?:\s|$)")
_WORD = re.compile(r"[A-Za-zÀ-ž’]+")
_VOWELS = re.compile(r"[aeiouyà-ž]+")


def reading_ease(text: str) -> float:
    """100 is read by a child of ten, 60 by nearly everybody, 30 by people who are paid for it."""
    sentences = [part for part in _SENTENCE.split(text) if part.strip()]
    found = _WORD.findall(text)
    return 206.835 - 1.015 * len(found) / len(sentences) - 84.6 * sum(map(_syllables, found)) / len(found)


def _syllables(word: str) -> int:
    """Groups of vowels, without an e that is not heard at the end."""
    word = word.lower()
    silent = bool(re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$", word))
    return max(1, len(_VOWELS.findall(word)) - silent)
