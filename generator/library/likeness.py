"""How alike two words or two texts are. (The only module that knows rapidfuzz.)"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from generator.library.words import RULES, SMALL, Saying, saying, weight

Verdict = Literal["same", "near", "different"]
_GATE, _NEAR, _ONE_OFF = RULES["gate"], RULES["near"], RULES["one_off"]
_LEAST, _OFF = RULES["part"]["least"], RULES["part"]["off"]


def nearest(word: str, known: Iterable[str], least: int = 70) -> str | None:
    """The known word somebody may have meant."""
    plain = word.strip().lower().replace(" ", "-").replace("_", "-")
    choices = {name: name.lower().replace("_", "-") for name in known}
    found = process.extractOne(plain[:80], choices, scorer=fuzz.ratio, score_cutoff=least)
    return None if found is None else str(found[2])


@dataclass(frozen=True)
class Like:
    """A known text that is the same as another or near it, with how much in per cent; 100 is the same words."""

    id: str
    score: int
    verdict: Verdict


def verdict(score: int) -> Verdict:
    """What a score means: the same, worth showing side by side, or another text."""
    return "same" if score == 100 else "near" if score >= _NEAR else "different"


def likeness(one: str, other: str) -> int:
    """How alike two texts are, from 0 to 100; the same in both directions."""
    return score(saying(one), saying(other))


def score(one: Saying, other: Saying) -> int:
    """100 for the same letters; else what they have in common, by words and by their order, of the whole or a part.

    Whole is the share of both texts; part is the share of the shorter one, so that an excerpt is found. Words one
    letter off count as the same, once half of the shorter text is the same as it stands.
    """
    if one.letters == other.letters:
        return 100
    if (one.weight, one.letters) > (other.weight, other.letters):
        one, other = other, one
    shared = sum(map(weight, one.marked & other.marked))
    if not shared or shared * 100 < _GATE * one.weight:
        return 0
    stems, slips = _slips_mended(one, other)
    alike = shared + slips + _in_order(one.stems, stems)
    whole = alike * 100 // (one.weight + other.weight)
    part = alike * 50 // one.weight - _OFF if one.weight >= _LEAST else 0
    return min(99, max(whole, part))


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
    return [stem for stem in one.stems if len(stem) >= _ONE_OFF and stem not in other.marked and stem not in SMALL]


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


class Likeness:
    """Many texts, made ready once, to find those that a new one is like."""

    def __init__(self, sayings: Mapping[str, Saying]) -> None:
        self._sayings = sayings
        self._holders: dict[str, list[str]] = defaultdict(list)
        for id, each in sayings.items():
            for stem in each.marked:
                self._holders[stem].append(id)

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Likeness:
        """Texts by id."""
        return cls({id: saying(text) for id, text in texts.items()})

    def near(self, text: str) -> list[Like]:
        """The known texts that are the same as this or near it, best first."""
        new = saying(text)
        shared: dict[str, int] = defaultdict(int)
        for stem in new.marked:
            worth = weight(stem)
            for id in self._holders.get(stem, ()):
                shared[id] += worth
        found = (
            (score(new, known), id)
            for id, common in shared.items()
            if common * 100 >= _GATE * min(new.weight, (known := self._sayings[id]).weight)
        )
        return [
            Like(id, much, verdict(much))
            for much, id in sorted(found, key=lambda each: (-each[0], each[1]))
            if much >= _NEAR
        ]

    def pairs(self) -> Iterator[tuple[str, str, int]]:
        """Every two ids whose texts are the same or near, in the order they were given, with the score.

        Whoever shares half of the weight of the shorter text with it shares one of its rarest words: so many of them
        that less than half is left.
        """
        order = {id: number for number, id in enumerate(self._sayings)}
        compared: set[tuple[str, str]] = set()
        for id, one in self._sayings.items():
            for other in {other for stem in self._rarest(one) for other in self._holders[stem]}:
                pair = (id, other) if order[id] < order[other] else (other, id)
                if other != id and pair not in compared and self._sayings[other].weight >= one.weight:
                    compared.add(pair)
                    if (much := score(one, self._sayings[other])) >= _NEAR:
                        yield (*pair, much)

    def _rarest(self, one: Saying) -> Iterator[str]:
        left = one.weight
        for stem in sorted(one.marked, key=lambda stem: (len(self._holders[stem]), stem)):
            if left * 100 < _GATE * one.weight:
                return
            yield stem
            left -= weight(stem)
