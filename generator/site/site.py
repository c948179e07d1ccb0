"""Everything the pages are made from, gathered once, and the templates that make them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.library.library import Library
from generator.library.models import Entry, Placed
from generator.output import Output
from generator.site import relations, words
from generator.site.addresses import as_html, between
from generator.site.cards import Card, card
from generator.site.escape import address, escape, paragraphs, quoted
from generator.site.model import KitPage, SiteOptions
from generator.site.relations import Use
from generator.site.shelves import Shelf, first_places, shelves
from generator.templates import environment

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Site:
    """The library with what follows from it: collections, relations, built kits."""

    library: Library
    kits: Sequence[KitPage]
    options: SiteOptions
    shelves: tuple[Shelf, ...]
    places: Mapping[str, str]
    """Entry id -> collection page with anchor."""
    used_in: Mapping[str, tuple[Use, ...]]
    by_theme: Mapping[tuple[type[Placed], str], tuple[Placed, ...]]

    def cards(self, entries: Iterable[Entry]) -> tuple[Card, ...]:
        """Entries at a glance."""
        return tuple(card(entry, self.library) for entry in entries)

    def edit(self, id: str) -> str:
        """Where the YAML of an entry can be changed, or nothing without a repository."""
        brand = self.options.brand
        if not brand.repository:
            return ""
        return f"{brand.repository.rstrip('/')}/edit/{brand.branch}/{self.library.files[id]}"


def gather(library: Library, kits: Sequence[KitPage], options: SiteOptions) -> Site:
    """Work out once what several pages need."""
    pages = shelves(library)
    return Site(
        library=library,
        kits=tuple(kits),
        options=options,
        shelves=pages,
        places=first_places(pages),
        used_in=relations.used_in(kits),
        by_theme=relations.by_theme(library),
    )


class Pages:
    """The templates, ready to make pages of one site. Text from entries is escaped for Markdown and HTML."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._environment = environment(TEMPLATES).overlay(finalize=escape)

    def make(self, path: str, template: str, **values: object) -> Output:
        """Fill in a template; links in it are relative to ``path``."""
        here = as_html(path)
        made = self._environment.get_template(template).render(
            site=self._site,
            brand=self._site.options.brand,
            words=words,
            quoted=quoted,
            paragraphs=paragraphs,
            tags=partial(words.labels, self._site.library),
            link=lambda target: address(between(here, as_html(target.split("#")[0]) + _anchor(target))),
            source_link=lambda target: address(between(path, target)),
            here=address(here),
            root=address(between(here, "index.html").removesuffix("index.html")),
            **values,
        )
        return Output.text(path, made.strip() + "\n")


def _anchor(target: str) -> str:
    return "#" + target.partition("#")[2] if "#" in target else ""
