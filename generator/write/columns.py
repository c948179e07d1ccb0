"""Which column of a list gives which answer: guessed from its name, or said by whoever knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.library.fields import LANGUAGES
from generator.library.likeness import nearest
from generator.library.reader import load_own
from generator.strings import say
from generator.write.choices import meant
from generator.write.ids import slug

KINDS = ("quote", "question", "story", "guidance")
"""Kinds that fit on a row of a list."""

NOTHING = "-"
"""A field that no column gives: ``--map Notes=-`` leaves a column out."""

BOTH = "author_and_work"
"""A field that gives author and work out of one cell."""

_TYPO = 80
_ABOVE, _TITLE, _LONGEST = 8, 2, 60
"""So many rows may stand above the names, with so many cells in them at most; a longer cell is no name."""


class NotMapped(ValueError):
    """A column or a field that is not there; its words say which there are."""


@dataclass(frozen=True)
class Columns:
    """The columns of a list, and what each gives."""

    names: tuple[str, ...]
    fields: tuple[str, ...]
    """One for each column; empty where it gives nothing."""

    def of(self, field: str) -> int | None:
        """The column that gives a field, alone or together with another."""
        if field not in self.fields and field in ("author", "work"):
            field = BOTH
        return self.fields.index(field) if field in self.fields else None

    def heading(self, number: int) -> str:
        """A column as a spreadsheet names it, and by its own name: ``B (Who)``."""
        name = self.names[number] if number < len(self.names) else ""
        return f"{letters(number)} ({name})" if name else letters(number)


def letters(number: int) -> str:
    """The letters of a column as spreadsheets count: 0 is A, 26 is AA."""
    first, last = divmod(number, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields that a column can give."""
    return tuple(_words()[kind])


def is_ours(name: str) -> bool:
    """Whether a column was added by us, to say what is to mend."""
    return slug(name) in _words()["ours"]


def language(said: str) -> str:
    """The code of a language that may be written in words."""
    return str(_words()["languages"].get(slug(said), said.strip().lower()))


def recognised(names: Sequence[str], kind: str) -> int:
    """How many columns have a name that says what is in them."""
    return sum(1 for field in guess(names, kind) if field)


def starts(rows: Sequence[Sequence[str]], kind: str, *, headed: bool = True) -> tuple[int, int]:
    """The first row that holds anything, and the one that names the columns: a title may stand above it."""
    counts = [sum(1 for cell in cells if cell.strip()) for cells in rows]
    filled = next((number for number, count in enumerate(counts) if count), 0)
    for number in range(filled, min(filled + _ABOVE, len(rows))) if headed else ():
        known, most = recognised(rows[number], kind), max(counts[filled:number], default=0)
        if known > 1 and counts[number] > most and all(len(cell) <= _LONGEST for cell in rows[number]):
            return filled, number
        if known > 1 or counts[number] > _TITLE:
            break
    return filled, filled


def guess(names: Sequence[str], kind: str) -> tuple[str, ...]:
    """What each column gives: the surest names first, and no field twice."""
    fields = ["" for _ in names]
    free = [number for number, name in enumerate(names) if slug(name) and not is_ours(name)]
    for candidates in (_named, _meant, _inside, _nearly):
        for number in list(free):
            for field in candidates(slug(names[number]), kind):
                if field not in fields:
                    fields[number] = field
                    free.remove(number)
                    break
    return tuple(fields)


def chosen(names: Sequence[str], kind: str, said: Iterable[str]) -> Columns:
    """The guess, corrected by ``COLUMN=FIELD``. Raises NotMapped."""
    told: dict[int, str] = {}
    for each in said:
        column, _, field = each.rpartition("=")
        if field != NOTHING and field not in fields_of(kind):
            hint = meant(field, fields_of(kind))
            raise NotMapped(say("import.no_field", map=each, field=field, hint=hint))
        told[_column(column, names, each)] = field
    guessed = guess([name if number not in told else "" for number, name in enumerate(names)], kind)
    fields = [told.get(number, field) for number, field in enumerate(guessed)]
    taken = set(told.values())
    kept = (
        "" if field == NOTHING or (field in taken and number not in told) else field
        for number, field in enumerate(fields)
    )
    return Columns(tuple(names), tuple(kept))


def _column(said: str, names: Sequence[str], whole: str) -> int:
    """A column by its name, or by its letters."""
    for number, name in enumerate(names):
        if said.strip() == name.strip() or (slug(said) and slug(said) == slug(name)):
            return number
    by_letters = [number for number in range(len(names)) if letters(number) == said.strip().upper()]
    if by_letters:
        return by_letters[0]
    known = ", ".join(f"{letters(number)} ({name})" for number, name in enumerate(names))
    raise NotMapped(say("import.no_column", map=whole, column=said, columns=known))


@cache
def _words() -> dict[str, Any]:
    """The names of columns, in plain small letters."""
    loaded = load_own(Path(__file__).with_name("columns.yml"))
    words: dict[str, Any] = {key: {slug(name) for name in loaded[key]} for key in ("either", "ours")}
    for kind in KINDS:
        named = {field: [slug(name) for name in (*names, field)] for field, names in loaded[kind].items()}
        words[kind] = {field: [name for name in names if name not in words["either"]] for field, names in named.items()}
    return words | {"languages": {slug(name): code for name, code in (LANGUAGES | loaded["languages"]).items()}}


def _named(word: str, kind: str) -> tuple[str, ...]:
    """The fields that are called by a word."""
    return tuple(field for field, names in _words()[kind].items() if word in names)


def _meant(word: str, kind: str) -> tuple[str, ...]:
    """The fields that a word stands for, also one that can mean two things."""
    return ("source", "where") if kind == "quote" and word in _words()["either"] else _named(word, kind)


def _all(kind: str) -> Iterator[str]:
    yield from (name for names in _words()[kind].values() for name in names)
    if kind == "quote":
        yield from _words()["either"]


def _inside(name: str, kind: str) -> Iterator[str]:
    """Words of ours that stand inside a longer name, the longest first."""
    inside = {word for word in _all(kind) if len(word) > 1 and f"-{word}-" in f"-{name}-"}
    for word in sorted(inside, key=lambda word: (-len(word), word)):
        yield from _meant(word, kind)


def _nearly(name: str, kind: str) -> tuple[str, ...]:
    near = nearest(name, _all(kind), _TYPO) if len(name) > 3 else None
    return _meant(near, kind) if near else ()
