"""Which entries belong together: the kits that use one, and what goes well with it."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.library.library import Library
from generator.library.models import Activity, Entry, KitRecipe, Placed, Question, Quote, Story, StorySet
from generator.site.model import KitPage

COMPANIONS: tuple[type[Placed], ...] = (Quote, Question, Story, Activity)
"""Of each of these kinds one is named as going well with an entry."""

NEXT_STEP: Mapping[str, str] = {
    "check-back": "recall", "recall": "see", "see": "reflect", "reflect": "act", "act": "check-back"
}  # fmt: skip
"""The step that follows in the talk; after the last one comes the next meeting."""


@dataclass(frozen=True)
class Use:
    """A kit that takes an entry, and the lengths in which it does."""

    recipe: KitRecipe
    minutes: tuple[int, ...]


def used_in(kits: Sequence[KitPage]) -> Mapping[str, tuple[Use, ...]]:
    """Entry id -> the kits whose plans take it, in the order of the kits, each with the minutes of those plans."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for kit in kits:
        minutes: defaultdict[str, list[int]] = defaultdict(list)
        for built in kit.plans:
            for item in built.plan.items:
                minutes[item.entry].append(built.minutes)
        for id, taken in minutes.items():
            found[id].append(Use(kit.recipe, tuple(taken)))
    return {id: tuple(uses) for id, uses in found.items()}


def by_theme(library: Library) -> Mapping[tuple[type[Placed], str], tuple[Placed, ...]]:
    """(kind, theme) -> the complete entries of that kind on that theme."""
    found: defaultdict[tuple[type[Placed], str], list[Placed]] = defaultdict(list)
    for kind in COMPANIONS:
        for entry in library.all(kind):
            for theme in entry.themes if entry.complete and shareable(entry) else ():
                found[kind, theme].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def shareable(entry: Placed) -> bool:
    """Nothing disputed is recommended."""
    return not (isinstance(entry, Quote) and entry.status == "disputed")


def companions(entry: Entry, shelf: Mapping[tuple[type[Placed], str], Iterable[Placed]]) -> tuple[Placed, ...]:
    """Of each kind the entry that shares most themes with this one and has its place after it; equals by a hash."""
    if not isinstance(entry, Placed) or not entry.themes:
        return ()
    chosen = []
    for kind in COMPANIONS:
        others = [other for other in shelf.get((kind, entry.themes[0]), ()) if _suits(entry, other)]
        if others:
            chosen.append(max(others, key=lambda other: (_shared(entry, other), _spread(entry.id, other.id))))
    return tuple(chosen)


def _suits(entry: Placed, other: Placed) -> bool:
    """The other one can do what is said of it: close, be asked after this, lead one step further."""
    match entry, other:
        case Question(), Question():
            return other.step == NEXT_STEP[entry.step]
        case _, Question():
            return other.step in ("see", "reflect", "act")
        case Quote(), Quote():
            return other.id != entry.id and other.author != entry.author
        case _, Quote():
            return "close" in other.plays
    return other.id != entry.id


def sets_with(story: Entry, library: Library) -> tuple[StorySet, ...]:
    """The story sets a story is part of."""
    return tuple(each for each in library.all(StorySet) if story.id in each.stories)


def _shared(one: Placed, other: Placed) -> int:
    return len(set(one.themes) & set(other.themes))


def _spread(one: str, other: str) -> int:
    return zlib.crc32(f"{one}\n{other}".encode())
