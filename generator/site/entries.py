"""A small page for every entry, at an address that stays, and a signpost at every old address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.models import Entry, KitRecipe, Misattribution, Placed, Story, StorySet
from generator.output import Output
from generator.site.addresses import folder_of, page_of
from generator.site.cards import invented
from generator.site.relations import companions, sets_with
from generator.site.sharing import sharing
from generator.site.site import Pages, Site
from generator.site.words import kind_label, name_of


def entry_pages(site: Site, pages: Pages) -> Iterator[Output]:
    """One page an entry; kits have theirs among the Markdown pages."""
    for entry in site.library.entries.values():
        if not isinstance(entry, KitRecipe):
            yield _page(entry, site, pages)
    for old, new in sorted(site.library.moved.items()):
        if new in site.library.entries:
            yield pages.make(
                page_of(old), "entry/moved.html", target=page_of(new), name=name_of(site.library.entries[new])
            )


def _page(entry: Entry, site: Site, pages: Pages) -> Output:
    return pages.make(
        page_of(entry.id),
        f"entry/{entry.kind}.html",
        entry=entry,
        name=name_of(entry),
        kind=kind_label(folder_of(entry)),
        folder=folder_of(entry),
        back=_back(entry, site),
        edit=site.edit(entry.id),
        file=site.library.files[entry.id],
        invented=invented(entry),
        in_review=isinstance(entry, Placed) and not entry.complete,
        kits=site.used_in.get(entry.id, ()),
        share=sharing(entry, site),
        companions=site.cards(companions(entry, site.by_theme)),
        parts=_parts(entry, site),
        sets=site.cards(sets_with(entry, site.library) if isinstance(entry, Story) else ()),
    )


def _back(entry: Entry, site: Site) -> str:
    if isinstance(entry, Misattribution):
        return f"library/misattributions.md#{entry.slug}"
    return site.places[entry.id]


def _parts(entry: Entry, site: Site) -> tuple[Story, ...]:
    if not isinstance(entry, StorySet):
        return ()
    return tuple(site.library.get(Story, id) for id in entry.stories if id in site.library.entries)
