"""Which entries belong together: the kits that use one, and what goes well with it."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.library.library import Library
from generator.library.models import Activity, Entry, KitRecipe, Placed, Question, Quote, Story, StorySet
from generator.site.model import KitPage

COMPANIONS: tuple[type[Placed], ...] = (Quote, Question, Story, Activity)
"""Of each of these kinds one is named as going well with an entry."""


def used_in(kits: Sequence[KitPage]) -> Mapping[str, tuple[KitRecipe, ...]]:
    """Entry id -> the kits whose plans take it, in the order of the kits."""
    found: defaultdict[str, dict[str, KitRecipe]] = defaultdict(dict)
    for kit in kits:
        for built in kit.plans:
            for item in built.plan.items:
                found[item.entry][kit.recipe.id] = kit.recipe
    return {id: tuple(recipes.values()) for id, recipes in found.items()}


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
    """One entry of each kind that shares most themes with this one; equals are spread by a hash."""
    if not isinstance(entry, Placed) or not entry.themes:
        return ()
    chosen = []
    for kind in COMPANIONS:
        others = [other for other in shelf.get((kind, entry.themes[0]), ()) if other.id != entry.id]
        if others:
            chosen.append(max(others, key=lambda other: (_shared(entry, other), _spread(entry.id, other.id))))
    return tuple(chosen)


def sets_with(story: Entry, library: Library) -> tuple[StorySet, ...]:
    """The story sets a story is part of."""
    return tuple(each for each in library.all(StorySet) if story.id in each.stories)


def _shared(one: Placed, other: Placed) -> int:
    return len(set(one.themes) & set(other.themes))


def _spread(one: str, other: str) -> int:
    return zlib.crc32(f"{one}\n{other}".encode())
