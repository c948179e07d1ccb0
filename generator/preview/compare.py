"""A library with and without a proposal: which entries are new, and what that does to the plan of every kit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.compose.kits import compose_kits
from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Entry, KitRecipe, StorySet
from generator.library.shelves import TABLES

Plans = Mapping[tuple[str, int], Plan]
"""(id of a kit, minutes) -> its plan."""


@dataclass(frozen=True)
class Changed:
    """One entry of a proposal, as it was and as it would be; None where it is not there."""

    id: str
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True)
class Shift:
    """A plan of a kit that a proposal changes or that holds one of its entries."""

    kit: KitRecipe
    minutes: int
    before: Plan | None
    after: Plan | None

    @property
    def gained(self) -> tuple[str, ...]:
        """Entries that it did not have before, in the order of the session."""
        return _beyond(self.after, self.before)

    @property
    def lost(self) -> tuple[str, ...]:
        """Entries that it no longer has."""
        return _beyond(self.before, self.after)

    @property
    def changed(self) -> bool:
        """The plan is not what it was; only why its entries were taken does not count."""
        return self.before is None or self.after is None or self.before.as_json() != self.after.as_json()

    def holds(self, id: str) -> bool:
        """The plan, as it would be, takes this entry or is one of this kit."""
        return id == self.kit.id or id in _taken(self.after)


@dataclass(frozen=True)
class Comparison:
    """Everything a proposal does to a library."""

    library: Library
    """As it would be."""
    was: Library
    changed: tuple[Changed, ...]
    tables: tuple[str, ...]
    """Changed files that are lists, such as content/themes.yml."""
    shifts: tuple[Shift, ...]
    """Every plan that changes or holds a changed entry, kit by kit, shortest first."""
    against: bool
    """Compared with the library as it stands; otherwise nobody knows what is new in it."""
    composed: bool
    """False where kits could not be composed, because the library as it stands has mistakes."""


def compare(
    after: Library, files: Iterable[str], standing: Library | None = None, *, composed: bool = True
) -> Comparison:
    """What the proposed ``files`` do to a library. ``standing`` is the library as it stands; left out, the proposed
    one without its changed entries. What else differs between the two is somebody else's change and is not counted."""
    named = set(files)
    ids = {id for each in (after, standing or after) for id, file in each.files.items() if file in named}
    tables = tuple(sorted(named & TABLES.keys()))
    was = _as_it_was(after, ids, standing, tables=bool(tables))
    changed = tuple(Changed(id, was.entries.get(id), after.entries.get(id)) for id in sorted(ids))
    kits = {**_recipes(was), **_recipes(after)}
    shifts = tuple(_shifts(kits, _plans(was), _plans(after), ids)) if composed else ()
    return Comparison(after, was, changed, tables, shifts, standing is not None, composed)


def _as_it_was(after: Library, ids: Set[str], standing: Library | None, *, tables: bool) -> Library:
    if standing is None:
        return _without(after, ids)
    kept = {id: entry for id, entry in after.entries.items() if id not in ids}
    back = {id: standing.entries[id] for id in ids if id in standing.entries}
    files = {**after.files, **standing.files}
    entries = dict(sorted({**kept, **back}.items()))
    was = replace(after, entries=entries, files={id: files[id] for id in entries})
    return replace(was, vocabularies=standing.vocabularies, authors=standing.authors) if tables else was


def _without(library: Library, ids: Set[str]) -> Library:
    """A library that lacks some entries; nobody else names them any more."""
    entries = {id: _unnamed(entry, ids) for id, entry in library.entries.items() if id not in ids}
    return replace(library, entries=entries, files={id: library.files[id] for id in entries})


def _unnamed(entry: Entry, ids: Set[str]) -> Entry:
    """An entry that does not take some others by hand."""
    match entry:
        case StorySet():
            return entry.model_copy(update={"stories": _but(entry.stories, ids)})
        case KitRecipe():
            segments = tuple(each.model_copy(update={"items": _but(each.items, ids)}) for each in entry.segments)
            return entry.model_copy(update={"pins": _but(entry.pins, ids), "segments": segments})
    return entry


def _but(named: Sequence[str], ids: Set[str]) -> tuple[str, ...]:
    return tuple(id for id in named if id not in ids)


def _recipes(library: Library) -> dict[str, KitRecipe]:
    return {recipe.id: recipe for recipe in library.all(KitRecipe)}


def _plans(library: Library) -> Plans:
    kits, _ = compose_kits(library)
    return {(kit.recipe.id, plan.request.minutes): plan for kit in kits for plan in kit.plans}


def _shifts(kits: Mapping[str, KitRecipe], before: Plans, after: Plans, ids: Set[str]) -> Iterator[Shift]:
    for id, minutes in sorted({*before, *after}):
        shift = Shift(kits[id], minutes, before.get((id, minutes)), after.get((id, minutes)))
        if shift.changed or id in ids or ids & _taken(shift.after):
            yield shift


def _taken(plan: Plan | None) -> set[str]:
    return {item.entry for item in plan.items} if plan else set()


def _beyond(plan: Plan | None, other: Plan | None) -> tuple[str, ...]:
    """What a plan takes and another does not."""
    known = _taken(other)
    return tuple(dict.fromkeys(item.entry for item in plan.items if item.entry not in known)) if plan else ()
