"""How alike two words or two texts are. (The only module that knows rapidfuzz.)"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from rapidfuzz import fuzz, process

from generator.library.words import RULES, SMALL, SMALL_WEIGHT, WEIGHT, Saying, saying, weight

Verdict = Literal["same", "near", "different"]
_GATE, _NEAR, _ONE_OFF = RULES["gate"], RULES["near"], RULES["one_off"]
_LEAST, _OFF, _STRETCH = (RULES["part"][name] for name in ("least", "off", "stretch"))


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
    letter off count as the same, once three fifths of the shorter text are the same as they stand.
    """
    if one.letters == other.letters:
        return 100 if one.letters else 0
    if _size(one) > _size(other):
        one, other = other, one
    shared = len(one.telling & other.telling) * WEIGHT + len(one.small & other.small) * SMALL_WEIGHT
    if not shared or shared * 100 < _GATE * one.weight:
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


def _size(one: Saying) -> tuple[int, str]:
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


class Likeness:
    """Many texts, made ready once, to find those that a new one is like."""

    def __init__(self, sayings: Mapping[str, Saying]) -> None:
        ordered = sorted(sayings.items(), key=lambda each: (_size(each[1]), each[0]))
        self._ids, self._sayings = [id for id, _ in ordered], [each for _, each in ordered]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self._sayings):
            for key in (f"={each.letters}", *each.telling, *each.small):
                self._holders[key].append(number)

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Likeness:
        """Texts by id."""
        return cls({id: saying(text) for id, text in texts.items()})

    def near(self, text: str) -> list[Like]:
        """The known texts that are the same as this or near it, best first."""
        new = saying(text)
        shared: dict[int, int] = defaultdict(int)
        for stems, worth in ((new.telling, WEIGHT), (new.small, SMALL_WEIGHT)):
            for number in chain.from_iterable(self._holders.get(stem, ()) for stem in stems):
                shared[number] += worth
        known = {number for number, common in shared.items() if self._passes(new, number, common)}
        known |= set(self._holders.get(f"={new.letters}", ()))
        scores = ((score(new, self._sayings[number]), self._ids[number]) for number in known)
        best = sorted(((-much, id) for much, id in scores if much >= _NEAR))
        return [Like(id, -much, verdict(-much)) for much, id in best]

    def _passes(self, new: Saying, number: int, common: int) -> bool:
        return bool(common * 100 >= _GATE * min(new.weight, self._sayings[number].weight))

    def pairs(self) -> Iterator[tuple[str, str, int]]:
        """Every two ids whose texts are the same or near, with the score.

        Whoever shares enough of the shorter text with it shares one of its rarest stems: so many of them that too
        little is left. So only those who hold one of these are compared, and nothing is missed.
        """
        for number, one in enumerate(self._sayings):
            for other in self._worth_comparing(number, one):
                if (much := score(one, self._sayings[other])) >= _NEAR:
                    yield self._ids[number], self._ids[other], much

    def _worth_comparing(self, number: int, one: Saying) -> Iterator[int]:
        same = self._holders[f"={one.letters}"]
        yield from same[bisect(same, number) :]
        held = (self._holders[stem] for stem in self._rarest(one))
        least, worth = _GATE * one.weight - len(one.small) * SMALL_WEIGHT * 100, WEIGHT * 100
        for other in set[int]().union(*(numbers[bisect(numbers, number) :] for numbers in held)).difference(same):
            if len(one.telling & self._sayings[other].telling) * worth >= least:
                yield other

    def _rarest(self, one: Saying) -> Iterator[str]:
        left = one.weight
        for stem in sorted(one.telling | one.small, key=lambda stem: (len(self._holders[stem]), stem)):
            if left * 100 < _GATE * one.weight:
                return
            yield stem
            left -= WEIGHT if stem in one.telling else SMALL_WEIGHT
