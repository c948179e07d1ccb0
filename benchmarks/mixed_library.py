"""A large library made of the real one: each new entry is a collage of short runs of words from its kind."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from generator.library.library import Library
from generator.library.models import Entry, Misattribution
from generator.site.fulltext import NOT_WORDS, plain

RUN = 2
"""At most so many words in a row come from one place."""
COINED = 0.03
"""Share of words made of two halves: a larger library has more different words."""

Pools = Mapping[tuple[str, str], Sequence[list[str]]]


def mixed(library: Library, size: int, seed: int = 1) -> tuple[Library, dict[str, str]]:
    """The library with made-up entries added until it has ``size``, and for each of them the id of the one it was
    made after.

    Kinds keep their shares, texts their lengths, tags come from the entry it was made after. Equal input, equal
    entries.
    """
    chance = Random(seed)
    real = [entry for entry in library.entries.values() if not isinstance(entry, Misattribution)]
    pools = _pools(real)
    entries, made_after = dict(library.entries), {}
    while len(entries) < size:
        base = real[len(made_after) % len(real)]
        made = _made(base, pools, chance, len(made_after))
        if made.id not in entries:
            entries[made.id] = made
            made_after[made.id] = base.id
    ordered = dict(sorted(entries.items()))
    files = {id: f"{id}.yml" for id in ordered}
    return Library(ordered, library.vocabularies, library.authors, library.moved, files), made_after


def _made(base: Entry, pools: Pools, chance: Random, number: int) -> Entry:
    fields = base.model_dump(mode="json", by_alias=True, exclude_none=True)
    collage = _collage(fields, base.kind, "", pools, chance)
    words = plain(str(next(collage[name] for name in ("text", "ask", "title") if name in collage))).split()
    author = plain(fields.get("author", "")).split()
    folder = base.id.partition("/")[0]
    id = f"{folder}/{'-'.join([*author, *words[:5]])}-{number}"
    return type(base).model_validate_json(json.dumps({**collage, "id": id}))


def _collage(value: Any, kind: str, name: str, pools: Pools, chance: Random) -> Any:
    match value:
        case str() if " " in value and name not in NOT_WORDS and name not in ("author", "year"):
            return _text(value, pools[kind, name], chance)
        case dict():
            return {key: _collage(part, kind, key, pools, chance) for key, part in value.items()}
        case list():
            return [_collage(part, kind, name, pools, chance) for part in value]
    return value


def _text(like: str, pool: Sequence[list[str]], chance: Random) -> str:
    wanted, words = len(like.split()), list[str]()
    while len(words) < wanted:
        source = chance.choice(pool)
        start = chance.randrange(len(source))
        words += source[start : start + chance.randint(1, RUN)]
    chosen = [_coined(word, chance.choice(chance.choice(pool))) if chance.random() < COINED else word for word in words]
    return " ".join(chosen[:wanted]).rstrip(".?!,;:") + like.strip()[-1]


def _coined(one: str, other: str) -> str:
    """A word that nobody has used yet."""
    return one[: (len(one) + 1) // 2] + other[len(other) // 2 :]


def _pools(entries: Sequence[Entry]) -> Pools:
    found: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for entry in entries:
        for name, text in _texts(entry.model_dump(mode="json", by_alias=True, exclude_none=True), ""):
            found[entry.kind, name].append(text.split())
    return found


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    match value:
        case str() if " " in value:
            yield name, value
        case dict():
            for key, part in value.items():
                yield from _texts(part, key)
        case list():
            for part in value:
                yield from _texts(part, name)
