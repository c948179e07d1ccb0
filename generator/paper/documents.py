"""Every printed document by name: a pure function from a plan to HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.cards import cards, cards_fold, cards_large, cards_single
from generator.paper.guide import guide
from generator.paper.handout import handout
from generator.paper.job import PrintOptions
from generator.paper.poster import poster
from generator.paper.sheet import sheet
from generator.paper.worksheets import worksheets

Document = Callable[[Plan, Library, PrintOptions], str]

DOCUMENTS: Mapping[str, Document] = {
    "sheet": sheet,
    "guide": guide,
    "handout": handout,
    "worksheets": worksheets,
    "cards": cards,
    "cards-fold": cards_fold,
    "cards-single": cards_single,
    "cards-large": cards_large,
    "poster": poster,
}
"""Name of the document in the catalogue -> what makes it."""


def html_for(name: str, plan: Plan, library: Library, options: PrintOptions) -> str:
    """A document of a plan as HTML, ready for the engine."""
    return DOCUMENTS[name](plan, library, options)
