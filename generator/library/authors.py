"""Spellings that stand for two people, and people who may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from generator.library.load import Loaded
from generator.library.models import Quote
from generator.library.names import INITIALS, ORDER, SAME, SLIP, known_people, like_name, name_of, two_ages
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.references import where

_FILE = "content/authors.yml"
_HOW = {
    SAME: "the same name written otherwise",
    ORDER: "the same words in another order",
    INITIALS: "the same name, longer or shorter",
    SLIP: "one letter off",
}


def check_authors(loaded: Loaded, changed: Collection[str] = ()) -> Iterator[Problem]:
    """The table of authors, and names in quotes that may be misspelt; those in ``changed`` files are the newer ones."""
    yield from _alias_of_two(loaded)
    written = _written(loaded, changed)
    told: set[str] = set()
    listed = loaded.library.authors
    for how, one, other in sorted(_alike(loaded), key=lambda pair: (pair[0], listed.keys().isdisjoint(pair[1:]), pair)):
        new = max(one, other, key=lambda name: (name in written, name not in listed, written.get(name, ())))
        old = one if new == other else other
        if new in written and new not in told:
            told.add(new)
            message = f"'{new}' may be '{old}': {_HOW[how]}"
            hint = f"If so, add the spelling to the aliases in {_FILE}; if they are two people, give each a line there."
            spot = where(loaded, written[new][-1], ("author",))
            yield Problem(*spot, "similar-author", message, hint, "warning")


def _written(loaded: Loaded, changed: Collection[str]) -> dict[str, tuple[bool, str]]:
    """Every name that quotes are given to, with the first of its quotes; those changed come last."""
    found: dict[str, tuple[bool, str]] = {}
    for quote in loaded.library.all(Quote):
        place = (loaded.library.files[quote.id] in changed, quote.id)
        name = loaded.library.person(quote.author)
        found[name] = min(place, found.get(name, place))
    return found


def _alike(loaded: Loaded) -> Iterator[tuple[int, str, str]]:
    """People whose names, or other spellings of them, are alike, and how. Two with a line each are known to be two."""
    known = known_people(loaded.library)
    people = {spelling: person for person, others in known.items() for spelling in (*others, person)}
    apart = {author.name for author in loaded.library.authors.values()}
    seen: set[tuple[str, str]] = set()
    for shelf in _shelves(people).values():
        for one, other in combinations(shelf, 2):
            pair = (people[one], people[other])
            if pair[0] != pair[1] and pair not in seen and not apart.issuperset(pair) and not two_ages(*pair):
                how = like_name(one, other)
                if how is not None and how in _HOW:
                    seen |= {pair, pair[::-1]}
                    yield how, *pair


def _shelves(spellings: Collection[str]) -> dict[str, list[str]]:
    """Names that share a word, are one word, or have the same letters: no others can be alike."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for name in spellings:
        words = name_of(name).words
        for key in {*words, f"={''.join(words)}", *([""] if len(words) == 1 else [])}:
            shelves[key].append(name)
    return shelves


def _alias_of_two(loaded: Loaded) -> Iterator[Problem]:
    library, places = loaded.library, loaded.positions.get(_FILE)
    for author in dict.fromkeys(library.authors.values()):
        for number, alias in enumerate(author.aliases):
            path: KeyPath = (author.name, "aliases", number)
            if library.authors[alias] != author and places:
                message = f"'{alias}' also stands for {library.authors[alias].name}"
                hint = "A spelling belongs to one person: take it out of one of the two."
                yield Problem(_FILE, places.value(path), ".".join(map(str, path)), "alias-of-two", message, hint)
