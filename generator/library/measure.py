"""How alike two sayings are, from 0 to 100: docs/architecture.md tells how. (As in site/assets/alike.js.)"""

from __future__ import annotations

from collections import Counter
from typing import Literal

from generator.library.words import RULES, SMALL, SMALL_WEIGHT, WEIGHT, Saying, saying, weight

Verdict = Literal["same", "near", "different"]
GATE, NEAR, _ONE_OFF = int(RULES["gate"]), int(RULES["near"]), int(RULES["one_off"])
_LEAST, _OFF, _STRETCH = (RULES["part"][name] for name in ("least", "off", "stretch"))


def verdict(score: int) -> Verdict:
    """What a score means: the same, worth showing side by side, or another text."""
    return "same" if score == 100 else "near" if score >= NEAR else "different"


def likeness(one: str, other: str) -> int:
    """How alike two texts are, from 0 to 100; the same in both directions."""
    return score(saying(one), saying(other))


def score(one: Saying, other: Saying) -> int:
    """100 for the same letters; else what they have in common, by words and by their order, of the whole or a part.

    Whole is the share of both texts; part is the share of the shorter one, so that an excerpt is found. Words one
    letter off count as the same, once three fifths of the shorter text are the same as they stand.
    """
    if one.letters == other.letters:
        return 100 if one.letters else 0
    if size(one) > size(other):
        one, other = other, one
    shared = len(one.telling & other.telling) * WEIGHT + len(one.small & other.small) * SMALL_WEIGHT
    if not shared or shared * 100 < GATE * one.weight:
        return 0
    stems, slips = _slips_mended(one, other)
    whole = (shared + slips + _in_order(one.stems, stems)) * 100 // (one.weight + other.weight)
    return min(99, max(whole, _part(one, stems)))


def _part(one: Saying, stems: list[str]) -> int:
    """How far the shorter text stands in one stretch of the longer one; less sure than the whole, so a little less."""
    if one.weight < _LEAST:
        return 0
    shared, stretch = _best_stretch(one.stems, stems)
    return (shared + _in_order(one.stems, stretch)) * 50 // one.weight - int(_OFF)


def _best_stretch(one: tuple[str, ...], stems: list[str]) -> tuple[int, list[str]]:
    """The part of the longer text, half as long again as the shorter one, that shares most with it, and its weight."""
    length, wanted, have = len(one) * _STRETCH[0] // _STRETCH[1], Counter(one), Counter[str]()
    start = now = best = 0
    for at, stem in enumerate(stems):
        now += weight(stem) if have[stem] < wanted[stem] else 0
        have[stem] += 1
        if at >= length:
            gone = stems[at - length]
            have[gone] -= 1
            now -= weight(gone) if have[gone] < wanted[gone] else 0
        if now > best:
            best, start = now, max(0, at + 1 - length)
    return best, stems[start : start + length]


def size(one: Saying) -> tuple[int, str]:
    """What orders two texts: the shorter one comes first."""
    return one.weight, one.letters


def _slips_mended(one: Saying, other: Saying) -> tuple[list[str], int]:
    """The stems of the other text with those that are one letter off written as in the first, and what they weigh."""
    stems, mended = list(other.stems), 0
    mine = _left_over(one, other)
    yours = _left_over(other, one)
    for stem in mine:
        match = next((each for each in yours if one_off(stem, each)), None)
        if match is not None:
            yours.remove(match)
            stems[stems.index(match)] = stem
            mended += weight(stem)
    return stems, mended


def _left_over(one: Saying, other: Saying) -> list[str]:
    """Longer words of a text that the other does not have, in their order."""
    return [stem for stem in one.stems if len(stem) >= _ONE_OFF and stem not in other.telling and stem not in SMALL]


def one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter: added, left out, another one, or two changed round."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def _in_order(one: tuple[str, ...], other: list[str]) -> int:
    """The weight of the heaviest run of stems, with gaps, that both texts have in the same order."""
    best = [0] * (len(other) + 1)
    for stem in one:
        worth, before = weight(stem), 0
        for at, each in enumerate(other, 1):
            here = best[at]
            best[at] = before + worth if stem == each else max(here, best[at - 1])
            before = here
    return best[-1]
