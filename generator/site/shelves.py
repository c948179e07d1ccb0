"""The collections: entries of one kind set out by theme and by setting, about fifty to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.library.library import Library
from generator.library.models import KINDS, Entry, Placed
from generator.site.words import label
from generator.strings import say

PER_PAGE = 50
SORTED_BY_THEME = ("quotes", "questions", "stories", "activities")
IN_ONE_ROW = ("story-sets", "guidance", "forms")


@dataclass(frozen=True)
class Shelf:
    """One page of a collection."""

    folder: str
    vocabulary: str
    """``themes``, ``settings``, or nothing."""
    tag: str
    title: str
    lead: str
    entries: tuple[Entry, ...]
    number: int = 1
    of: int = 1
    total: int = 0
    """Entries on all pages with this tag."""

    @property
    def path(self) -> str:
        """``library/quotes/empathy.md``; the second page is ``empathy-2.md``."""
        return self.numbered(self.number)

    def numbered(self, number: int) -> str:
        """The path of another page of the same collection."""
        prefix = "setting-" if self.vocabulary == "settings" else ""
        name = f"{prefix}{self.tag or 'all'}"
        return f"library/{self.folder}/{name if number == 1 else f'{name}-{number}'}.md"


def shelves(library: Library) -> tuple[Shelf, ...]:
    """Every page of every collection; empty ones are left out."""
    return tuple(page for shelf in _whole(library) if shelf.entries for page in _cut(shelf))


def first_places(pages: Sequence[Shelf]) -> Mapping[str, str]:
    """Entry id -> the first collection page it stands on, with its anchor: where *back* leads."""
    found: dict[str, str] = {}
    for page in pages:
        for entry in page.entries:
            found.setdefault(entry.id, f"{page.path}#{entry.slug}")
    return found


def _whole(library: Library) -> Iterator[Shelf]:
    for folder in SORTED_BY_THEME:
        entries = [entry for entry in library.all(KINDS[folder]) if isinstance(entry, Placed)]
        yield from _by_theme(folder, entries, library)
        yield from _by_setting(folder, entries, library)
        yield _in_review(folder, [entry for entry in entries if not entry.themes])
    for folder in IN_ONE_ROW:
        title, lead = say(f"site.collections.{folder}.title"), say(f"site.collections.{folder}.lead")
        yield Shelf(folder, "", "", title, lead, tuple(library.all(KINDS[folder])))


def _by_theme(folder: str, entries: Sequence[Placed], library: Library) -> Iterator[Shelf]:
    for tag, term in library.vocabularies["themes"].items():
        title = say(f"site.collections.{folder}.by_theme", theme=term.label)
        yield Shelf(folder, "themes", tag, title, term.description, tuple(e for e in entries if tag in e.themes))


def _by_setting(folder: str, entries: Sequence[Placed], library: Library) -> Iterator[Shelf]:
    for tag in library.vocabularies["settings"]:
        name = label(library, "settings", tag)
        title = say(f"site.collections.{folder}.by_setting", setting=name)
        chosen = tuple(e for e in entries if tag in e.settings and e.themes)
        yield Shelf(folder, "settings", tag, title, say("site.collections.setting_lead", setting=name), chosen)


def _in_review(folder: str, entries: Sequence[Placed]) -> Shelf:
    title = say(f"site.collections.{folder}.in_review")
    return Shelf(folder, "", "in-review", title, say("site.in_review.long"), tuple(entries))


def _cut(shelf: Shelf) -> Iterator[Shelf]:
    total = len(shelf.entries)
    of = -(-total // PER_PAGE)
    for number in range(1, of + 1):
        part = shelf.entries[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield Shelf(shelf.folder, shelf.vocabulary, shelf.tag, shelf.title, shelf.lead, part, number, of, total)
