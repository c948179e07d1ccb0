"""Every printed document by name, in each of its editions: a pure function from a plan to HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.compose.plan import Plan
from generator.library.brand import Brand
from generator.library.library import Library
from generator.paper.alignment import alignment
from generator.paper.cards import cards
from generator.paper.guide import guide
from generator.paper.handout import handout
from generator.paper.job import Paper, PrintOptions
from generator.paper.poster import poster
from generator.paper.sheet import sheet
from generator.paper.slide_pages import slide_pages
from generator.paper.worksheets import worksheets

Document = Callable[[Plan, Library, PrintOptions], str]


def _in_large_print(document: Document) -> Document:
    return lambda plan, library, options: document(plan, library, replace(options, large=True))


_CARD_EDITIONS = ("fold", "single", "large", "poker", "a6", "business", "labels", "press")

DOCUMENTS: Mapping[str, Document] = {
    "sheet": sheet,
    "guide": guide,
    "handout": handout,
    "worksheets": worksheets,
    "cards": cards,
    "slides": slide_pages,
    "poster": poster,
}
"""Name in the catalogue -> what makes it. Which of them a plan calls for, the plan says."""

EDITIONS: Mapping[str, Document] = {
    "sheet-large": _in_large_print(sheet),
    "guide-large": _in_large_print(guide),
    "handout-large": _in_large_print(handout),
    "cards-test": alignment,
    **{f"cards-{size}": partial(cards, name=f"cards-{size}") for size in _CARD_EDITIONS},
}
"""Further editions, ``<document>-<edition>``, printed where the settings ask for them."""

ONE_SIZE = frozenset({"slides", "cards-press"})
"""Documents with a page of their own, whatever the paper in the printer."""


def html_for(name: str, plan: Plan, library: Library, options: PrintOptions) -> str:
    """A document or an edition of one, as HTML, ready for the engine."""
    return (DOCUMENTS.get(name) or EDITIONS[name])(plan, library, options)


def printed_for(plan: Plan, brand: Brand) -> Iterator[tuple[str, Paper | None]]:
    """Every document of a plan and every edition that the brand asks for, with the papers on which it is printed.

    The paper is None for a document with a page of its own.
    """
    editions = (name for name in brand.editions if name.partition("-")[0] in plan.documents)
    for name in (*plan.documents, *editions):
        for paper in (None,) if name in ONE_SIZE else brand.papers:
            yield name, paper
