"""The checked Library: every entry by id, where each stands, and the closed vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.library.models import Entry

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Term:
    """One word of a closed vocabulary."""

    tag: str
    label: str
    description: str
    icon: str
    more: Mapping[str, str] = field(default_factory=dict)
    """What a vocabulary says beyond that, such as a setting's usual audience."""


Vocabularies = Mapping[str, Mapping[str, Term]]
"""themes, settings, audiences … -> tag -> Term, in the order of the file."""


@dataclass(frozen=True)
class Author:
    """A person quoted: the one spelling of the name, other spellings, dates where known."""

    name: str
    aliases: tuple[str, ...] = ()
    dates: str = ""


@dataclass(frozen=True)
class Library:
    """All entries that passed their checks, ordered by id."""

    entries: Mapping[str, Entry]
    vocabularies: Vocabularies
    authors: Mapping[str, Author]
    """Name or alias -> Author."""
    moved: Mapping[str, str]
    """Old id -> id of today."""
    files: Mapping[str, str]
    """Id -> path of its file, relative to its root."""

    def all(self, kind: type[E]) -> Iterator[E]:
        """Every entry of a kind, in the order of their ids."""
        return (entry for entry in self.entries.values() if isinstance(entry, kind))

    def get(self, kind: type[E], id: str) -> E:
        """One entry whose kind is known. Raises KeyError or TypeError: both are bugs, ids were checked."""
        entry = self.entries[id]
        if not isinstance(entry, kind):
            raise TypeError(f"{id} is a {entry.kind}, not a {kind.kind}")
        return entry

    def person(self, name: str) -> str:
        """The one spelling of an author's name."""
        return self.authors[name].name if name in self.authors else name
