"""The known texts that a new one is like, and the known word somebody meant. (The only module that knows rapidfuzz.)"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from generator.library.measure import GATE, NEAR, Verdict, score, size, verdict
from generator.library.words import SMALL_WEIGHT, WEIGHT, Saying, saying

_JOINTS = re.compile(r"[\s_-]+")
_LONG = 8


def nearest(word: str, known: Iterable[str], least: int = 70) -> str | None:
    """The known word somebody may have meant."""
    plain = word.strip().lower().replace(" ", "-").replace("_", "-")
    choices = {name: name.lower().replace("_", "-") for name in known}
    found = process.extractOne(plain[:80], choices, scorer=fuzz.ratio, score_cutoff=least)
    return None if found is None else str(found[2])


def letters_off(one: str, other: str) -> int:
    """How many letters have to be changed, added, taken out or swapped with a neighbour."""
    return int(DamerauLevenshtein.distance(one, other))


def is_slip(word: str, likely: str) -> bool:
    """Whether a word can hardly be anything else than a likely one: a letter off, or two of eight and more."""
    most = 2 if min(len(word), len(likely)) >= _LONG else 1
    return letters_off(run_together(word), run_together(likely)) <= most


def run_together(word: str) -> str:
    """A word without capitals, spaces and hyphens."""
    return _JOINTS.sub("", word).casefold()


@dataclass(frozen=True)
class Like:
    """A known text that is the same as another or near it, with how much in per cent; 100 is the same words."""

    id: str
    score: int
    verdict: Verdict


class Likeness:
    """Many texts, made ready once, to find those that a new one is like."""

    def __init__(self, sayings: Mapping[str, Saying]) -> None:
        ordered = sorted(sayings.items(), key=lambda each: (size(each[1]), each[0]))
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
        best = sorted(((-much, id) for much, id in scores if much >= NEAR))
        return [Like(id, -much, verdict(-much)) for much, id in best]

    def _passes(self, new: Saying, number: int, common: int) -> bool:
        return bool(common * 100 >= GATE * min(new.weight, self._sayings[number].weight))

    def pairs(self) -> Iterator[tuple[str, str, int]]:
        """Every two ids whose texts are the same or near, with the score.

        Whoever shares enough of the shorter text with it shares one of its rarest stems: so many of them that too
        little is left. So only those who hold one of these are compared, and nothing is missed.
        """
        for number, one in enumerate(self._sayings):
            for other in self._worth_comparing(number, one):
                if (much := score(one, self._sayings[other])) >= NEAR:
                    yield self._ids[number], self._ids[other], much

    def _worth_comparing(self, number: int, one: Saying) -> Iterator[int]:
        same = self._holders[f"={one.letters}"]
        yield from same[bisect(same, number) :]
        held = (self._holders[stem] for stem in self._rarest(one))
        least, worth = GATE * one.weight - len(one.small) * SMALL_WEIGHT * 100, WEIGHT * 100
        for other in set[int]().union(*(numbers[bisect(numbers, number) :] for numbers in held)).difference(same):
            if len(one.telling & self._sayings[other].telling) * worth >= least:
                yield other

    def _rarest(self, one: Saying) -> Iterator[str]:
        left = one.weight
        for stem in sorted(one.telling | one.small, key=lambda stem: (len(self._holders[stem]), stem)):
            if left * 100 < GATE * one.weight:
                return
            yield stem
            left -= WEIGHT if stem in one.telling else SMALL_WEIGHT
