"""Entries that name other entries: what is named exists, fits its place, and can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.library import Library
from generator.library.likeness import nearest
from generator.library.load import Loaded
from generator.library.models import (
    KINDS,
    Activity,
    Entry,
    KitRecipe,
    Misattribution,
    Question,
    Quote,
    StorySet,
)
from generator.library.positions import KeyPath
from generator.library.problem import Place, Problem

_PLACED = ("question", "quote", "story", "story-set", "activity")


@dataclass(frozen=True)
class Reference:
    """One entry named by another: where, which, and which kinds make sense there."""

    path: KeyPath
    id: str
    kinds: tuple[str, ...]


def references(entry: Entry) -> Iterator[Reference]:
    """Every entry that an entry names."""
    if isinstance(entry, Question | Activity):
        yield from _each(("after",), entry.after, _PLACED)
    elif isinstance(entry, StorySet):
        yield from _each(("stories",), entry.stories, ("story",))
    elif isinstance(entry, Quote):
        yield from _each(("kept_beside",), entry.kept_beside, ("quote", "misattribution"))
    elif isinstance(entry, Misattribution) and entry.better:
        yield Reference(("better",), entry.better, ("quote",))
    elif isinstance(entry, KitRecipe):
        yield from _each(("pins",), entry.pins, _PLACED)
        for number, segment in enumerate(entry.segments):
            yield from _each(("segments", number, "items"), segment.items, _PLACED)
        if entry.follow_up:
            yield Reference(("follow_up", "kit"), entry.follow_up.kit, ("kit",))


def _each(path: KeyPath, ids: tuple[str, ...], kinds: tuple[str, ...]) -> Iterator[Reference]:
    return (Reference((*path, number), id, kinds) for number, id in enumerate(ids))


def where(loaded: Loaded, id: str, path: KeyPath) -> tuple[str, Place, str]:
    """File, place and field of a value in an entry."""
    file = loaded.library.files[id]
    return file, loaded.positions[file].value(path), ".".join(map(str, path))


def check_references(loaded: Loaded) -> Iterator[Problem]:
    """Every name that leads nowhere, or to something that does not fit."""
    for id, entry in loaded.library.entries.items():
        seen: set[tuple[KeyPath, str]] = set()
        for reference in references(entry):
            spot = where(loaded, id, reference.path)
            if problem := _refuse(loaded, id, reference):
                rule, message, hint, likely = problem
                yield Problem(*spot, rule, message, hint, likely=likely)
            elif (key := (reference.path[:-1], reference.id)) in seen:
                yield Problem(*spot, "named-twice", f"'{reference.id}' is named twice here", "Keep one of the two.")
            else:
                seen.add(key)
        if isinstance(entry, KitRecipe):
            yield from _kit(loaded, entry)
    yield from _circles(loaded)
    yield from _moved(loaded)


def _refuse(loaded: Loaded, id: str, reference: Reference) -> tuple[str, str, str, str] | None:
    """Rule, message, hint and the id that was probably meant, for a name that cannot stand here."""
    library, named = loaded.library, reference.id
    kind = KINDS[named.partition("/")[0]].kind if named.partition("/")[0] in KINDS else None
    if named == id and kind != "kit":
        return "names-itself", f"'{named}' names itself", "Take it out.", ""
    if named in library.entries or named in loaded.broken:
        if kind in reference.kinds:
            return None
        message = f"'{named}' is a {kind}; here belongs a {_one_of(reference.kinds)}"
        return "wrong-kind", message, "Name another entry.", ""
    if named in library.moved:
        return "moved-id", f"'{named}' has moved", f"Write {library.moved[named]}.", library.moved[named]
    known = (other for other in (*library.entries, *loaded.broken) if _fits(other, reference.kinds))
    likely = nearest(named, known, 83)
    hint = f"Did you mean {likely}?" if likely else "An id is the path of a file without content/ and .yml."
    return "unknown-id", f"there is no entry '{named}'", hint, likely or ""


def _one_of(kinds: tuple[str, ...]) -> str:
    """Kinds in a sentence: question, quote or story."""
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _fits(id: str, kinds: tuple[str, ...]) -> bool:
    return KINDS[id.partition("/")[0]].kind in kinds


def _kit(loaded: Loaded, kit: KitRecipe) -> Iterator[Problem]:
    """What a kit takes by hand although no kit would take it by itself."""
    entries = loaded.library.entries
    for reference in references(kit):
        entry, spot = entries.get(reference.id), where(loaded, kit.id, reference.path)
        if isinstance(entry, Quote) and entry.status == "disputed" and reference.id not in kit.pins:
            hint = "Name it in pins as well if the doubt is part of the talk; otherwise choose another."
            message = f"'{reference.id}' is disputed: nobody is sure who said it, so kits leave it out"
            yield Problem(*spot, "disputed-quote", message, hint)
        if entry is not None and not entry.complete:
            message = f"'{reference.id}' is still in review and is not used in kits"
            yield Problem(*spot, "kit-names-review", message, "Complete that entry, or name another.", "warning")


def _circles(loaded: Loaded) -> Iterator[Problem]:
    """Entries that build on each other in a circle, so that none of them can ever come first."""
    waiting = {
        entry.id: after
        for entry in loaded.library.entries.values()
        if isinstance(entry, Question | Activity) and (after := set(entry.after) - {entry.id})
    }
    while free := {id for id, after in waiting.items() if after - waiting.keys()}:
        for id in free:
            del waiting[id]
    for id in sorted(waiting):
        message = "what it builds on builds on it in turn, so neither can come first"
        yield Problem(*where(loaded, id, ("after",)), "circle", message, "Take one of the two 'after' out.")


def _moved(loaded: Loaded) -> Iterator[Problem]:
    library: Library = loaded.library
    if "moved.yml" not in loaded.positions:
        return
    places = loaded.positions["moved.yml"]
    for old, new in library.moved.items():
        if old in library.entries or old in loaded.broken:
            message = f"'{old}' is an entry of today, so it has not moved"
            yield Problem("moved.yml", places.key((old,)), old, "moved-in-use", message, "Take this line out.")
        if new not in library.entries and new not in loaded.broken:
            likely = nearest(new, library.entries, 83)
            hint = f"Did you mean {likely}?" if likely else "Name the id of an entry of today."
            said = ("unknown-id", f"there is no entry '{new}'", hint)
            yield Problem("moved.yml", places.value((old,)), old, *said, likely=likely or "")
