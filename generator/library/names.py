"""Which names are one name written in two ways, and whom a name may stand for. (As in site/assets/alike.js.)"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.library.library import Library
from generator.library.measure import one_off
from generator.library.models import Misattribution, Quote
from generator.library.words import RULES, bare

_NAMES = RULES["names"]
_TITLES, _DEGREES = frozenset(_NAMES["titles"].split()), frozenset(_NAMES["degrees"].split())
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
SAME, ORDER, INITIALS, SLIP, FAMILY = range(5)
"""How one name is like another, the surest first; FAMILY: one is only the family name of the other."""


@dataclass(frozen=True)
class Name:
    """A name in parts, without titles and degrees: *Smith, Sir John R., Jr.* is john, r, smith and jr."""

    words: tuple[str, ...]
    age: str
    """jr, sr, ii, iii, or nothing."""


@cache
def name_of(written: str) -> Name:
    """The parts of a name, in the order they are spoken."""
    before, comma, after = _BRACKETS.sub(" ", bare(written)).replace("'", "").partition(",")
    first, last = _WORD.findall(before), _WORD.findall(after)
    turned = bool(comma) and "," not in after and "and" not in (*first, *last) and not _rank(last[:1])
    words = [*last, *first] if turned else [*first, *last]
    plain = [word for at, word in enumerate(words) if not (word in _DEGREES and at) and word not in _NAMES["ages"]]
    while len(plain) > 1 and plain[0] in _TITLES:
        plain.pop(0)
    return Name(tuple(plain), next((_NAMES["ages"][word] for word in words if word in _NAMES["ages"]), ""))


def _rank(words: list[str]) -> bool:
    return not words or words[0] in _NAMES["ages"] or words[0] in _DEGREES


def like_name(one: str, other: str) -> int | None:
    """How one name is like another, or None: two people."""
    short, long = sorted((name_of(one).words, name_of(other).words), key=lambda words: (len(words), words))
    if not short or two_ages(one, other):
        return None
    if "".join(short) == "".join(long):
        return SAME
    if sorted(short) == sorted(long):
        return ORDER
    if _by_initials(short, long):
        return INITIALS
    if _one_slip(short, long):
        return SLIP
    return FAMILY if len(short) == 1 < len(long) and short[0] == long[-1] else None


def two_ages(one: str, other: str) -> bool:
    """Whether the names are those of a father and a son."""
    first, second = name_of(one).age, name_of(other).age
    return bool(first and second) and first != second


def _by_initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """One family name, and every given name of the shorter one is one of the other's or its first letter, in order."""
    if len(short) < 2 or short[-1] != long[-1] or not _fits(short[0], long[0]):
        return False
    given = iter(long[:-1])
    return all(any(_fits(name, each) for each in given) for name in short[:-1])


def _fits(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _one_slip(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The same words but for one that is a letter off."""
    if len(short) != len(long):
        return False
    apart = [(one, other) for one, other in zip(short, long, strict=True) if one != other]
    return len(apart) == 1 and min(map(len, apart[0])) >= _NAMES["least"] and one_off(*apart[0])


def known_people(library: Library) -> dict[str, tuple[str, ...]]:
    """Everybody the library knows by name, in the order of names, with other spellings."""
    people = {author.name: author.aliases for author in library.authors.values()}
    written = [library.person(each.author) for each in library.all(Quote)]
    written += [library.person(each.said_to_be_by) for each in library.all(Misattribution)]
    return {name: people.get(name, ()) for name in sorted({*people, *written})}


class People:
    """Everybody known, by every spelling, to tell whom a name stands for."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self._spellings = [(spelling, person) for person, others in known.items() for spelling in (person, *others)]
        self._persons = {_key(spelling): person for spelling, person in reversed(self._spellings)}

    def person(self, name: str) -> str | None:
        """The one spelling of a known name; capitals, accents and marks make no difference."""
        return self._persons.get(_key(name))

    def likely(self, name: str) -> str | None:
        """Who may be meant by a name that is not known."""
        found = sorted(self._like(name), key=lambda each: each[0])
        families = {person for how, person in found if how == FAMILY}
        best = next(iter(found), None)
        return None if best is None or (best[0] == FAMILY and len(families) > 1) else best[1]

    def _like(self, name: str) -> Iterator[tuple[int, str]]:
        for spelling, person in self._spellings:
            if (how := like_name(name, spelling)) is not None and not two_ages(name, person):
                yield how, person


def _key(name: str) -> str:
    return " ".join(_WORD.findall(bare(name).replace("'", "")))
