"""An entry at a glance, as lists of every kind show it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.library.library import Library
from generator.library.models import Entry, Story
from generator.site.addresses import folder_of, page_of
from generator.site.words import facts_of, kind_label, line_of, name_of


@dataclass(frozen=True)
class Card:
    """What a list shows of an entry."""

    id: str
    slug: str
    folder: str
    kind: str
    name: str
    line: str
    facts: tuple[str, ...]
    page: str
    """Below the root of the site."""


def card(entry: Entry, library: Library) -> Card:
    """An entry at a glance."""
    return Card(
        id=entry.id,
        slug=entry.slug,
        folder=folder_of(entry),
        kind=kind_label(folder_of(entry)),
        name=name_of(entry),
        line=line_of(entry, library),
        facts=facts_of(entry, library),
        page=page_of(entry.id),
    )


def invented(entry: Entry) -> bool:
    """It is a scene made up for discussion and has to say so."""
    return isinstance(entry, Story) and entry.told == "illustrative"
