"""Every printed document by name: a pure function from a plan to HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.job import PrintOptions

Document = Callable[[Plan, Library, PrintOptions], str]

DOCUMENTS: Mapping[str, Document] = {}
"""Name of the document in the catalogue -> what makes it."""


def html_for(name: str, plan: Plan, library: Library, options: PrintOptions) -> str:
    """A document of a plan as HTML, ready for the engine."""
    return DOCUMENTS[name](plan, library, options)
