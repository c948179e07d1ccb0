"""Keys, tags and ids that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library.likeness import is_slip, letters_off, run_together
from generator.library.mending.leftovers import id_inside
from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.sight import Sight
from generator.library.positions import KeyPath
from generator.library.problem import Place, Problem
from generator.library.shapes import shapes
from generator.library.wording import likely_key

_LONG_ID = 12


def _replaced(sight: Sight, place: Place, word: str, likely: str) -> Edit | None:
    """A word in place of another, within the quotes that it may have."""
    start, end = sight.span(place)
    raw = sight.text[start:end]
    inner = raw[1:-1] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else raw
    if inner.strip() != word.strip() or not inner.strip():
        return None
    lead = raw.index(inner.strip())
    return Edit(start + lead, start + lead + len(inner.strip()), likely)


def _term(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A tag, or a word from a fixed list, that is a letter off."""
    path = path_of(problem)
    word = sight.value(path)
    if not isinstance(word, str) or not problem.likely or not _sure(sight, path, word, problem.likely):
        return
    yield from _instead(sight, path, problem.likely)


def _sure(sight: Sight, path: KeyPath, word: str, likely: str) -> bool:
    """Whether it is near, and no other word that may stand here is as near."""
    kind = sight.model
    known = {tag for terms in sight.loaded.library.vocabularies.values() if likely in terms for tag in terms}
    known |= {one for shape in (shapes(kind, path) if kind else ()) for one in shape.words}
    off = letters_off(run_together(word), run_together(likely))
    nearer = [one for one in known - {likely} if letters_off(run_together(word), run_together(one)) <= off]
    return is_slip(word, likely) and not nearer


def _key(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A key that is nearly one that exists, lacks the space behind its colon, or is the id."""
    path = path_of(problem)
    if path == ("id",):
        yield from id_inside(sight, problem)
        return
    key, likely = str(path[-1]) if path else "", problem.likely
    if path and likely and likely not in _beside(sight, path) and _known_word(key, likely):
        now = {path: None, (*path[:-1], likely): sight.value(path)}
        edit = _replaced(sight, problem.place, key, likely)
        yield Repair((edit,) if edit else (), now=now, rewords=True)


def _beside(sight: Sight, path: KeyPath) -> set[str]:
    around = sight.value(path[:-1])
    return set(around) if isinstance(around, dict) else set()


def _known_word(key: str, likely: str) -> bool:
    """A slip of the keyboard, or another word for the same thing."""
    another = likely_key(key, (likely,)) == likely and letters_off(run_together(key), run_together(likely)) > 3
    return another or is_slip(key, likely)


def _instead(sight: Sight, path: KeyPath, word: str) -> Iterator[Repair]:
    """A value that becomes another word."""
    if edit := _replaced(sight, sight.reading.positions.value(path), str(sight.value(path)), word):
        yield Repair((edit,), now={path: word}, rewords=True)


def _moved(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The id of today."""
    named = sight.value(path_of(problem))
    if isinstance(named, str) and (today := sight.loaded.library.moved.get(named)):
        yield from _instead(sight, path_of(problem), today)


def _id(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """An id that is a letter off the only one it can be."""
    named, likely = sight.value(path_of(problem)), problem.likely
    if not isinstance(named, str) or len(likely.partition("/")[2]) < _LONG_ID:
        return
    off = letters_off(named, likely)
    known = {*sight.loaded.library.entries, *sight.loaded.broken} - {likely}
    if off <= 2 and not any(letters_off(named, id) <= off for id in known):
        yield from _instead(sight, path_of(problem), likely)


def _path(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The path of a file, where its id is wanted."""
    named = sight.value(path_of(problem))
    if not isinstance(named, str):
        return
    id = named.strip().replace("\\", "/").lower().removeprefix("./").strip("/").removeprefix("content/")
    id = re.sub(r"\.(?:ya?ml|html)$", "", id)
    if id in sight.loaded.library.entries or id in sight.loaded.broken:
        yield from _instead(sight, path_of(problem), id)


MENDERS: dict[str, Mender] = {
    "unknown-theme": _term,
    "unknown-setting": _term,
    "unknown-audience": _term,
    "unknown-value": _term,
    "unknown-key": _key,
    "moved-id": _moved,
    "unknown-id": _id,
    "not-an-id": _path,
}
