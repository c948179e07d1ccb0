"""The participant's handout: agenda, questions with room to write, worksheets, promise, evaluation."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.course import course
from generator.paper.handout_pages import Page, pages
from generator.paper.handout_parts import parts
from generator.paper.job import PrintOptions
from generator.paper.typeset import typeset

_LARGE_ROW = 13.0
"""Height of a line to write on in large print, in millimetres."""


def handout(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The handout of a plan as HTML."""
    return typeset(
        "handout",
        document="handout",
        title=plan.title,
        options=options,
        styles=("worksheets", "handout"),
        plan=plan,
        pages=handout_pages(plan, library, options),
    )


def handout_pages(plan: Plan, library: Library, options: PrintOptions) -> tuple[Page, ...]:
    """The pages of the handout and what stands on each; in large print, where parts flow, a part each."""
    found = parts(plan, course(plan, library), library, options.brand)
    if options.large:
        return tuple((replace(part, row=_LARGE_ROW),) for part in found)
    return pages(found, options.paper)
