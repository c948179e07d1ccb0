"""slides.pdf: the slides as pages of 13.333 by 7.5 inches, each text as large as its place allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper import slide_size as sizes
from generator.paper.job import PrintOptions
from generator.paper.measure import millimetres
from generator.paper.poster import broken
from generator.paper.slide import Slide
from generator.paper.slides import slides
from generator.paper.typeset import typeset


@dataclass(frozen=True)
class Fitted:
    """A slide with the sizes of its type in points."""

    slide: Slide
    title: int
    lines: int
    broken: tuple[str, ...]
    """The title broken into lines of about equal length; empty where the engine breaks it."""


def slide_pages(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The slides of a plan as HTML."""
    return typeset(
        "slides",
        document="slides",
        title=plan.title,
        options=options,
        styles=("slides",),
        pages=alike([fitted(each) for each in slides(plan, library, options)]),
    )


def fitted(slide: Slide) -> Fitted:
    """Sizes in which everything on a slide fits."""
    match slide.look:
        case "cover":
            return Fitted(slide, sizes.of_title(slide.title, sizes.COVER), sizes.PROMISE.size(slide.lines), ())
        case "turn":
            lines = sizes.TURN_LINES.size(slide.lines, sizes.GAP)
            return Fitted(slide, sizes.of_title(slide.title, sizes.TURN), lines, ())
        case "list":
            return _list(slide)
    field = sizes.QUOTE if slide.look == "quote" else sizes.PROMPT
    size = field.size([slide.title])
    return Fitted(slide, size, 0, _broken(slide.title, size, field))


def alike(pages: Sequence[Fitted]) -> tuple[Fitted, ...]:
    """Slides on the steps of one activity follow each other in one size of type."""
    found, series = list[Fitted](), list[Fitted]()
    for page in (*pages, None):
        if series and (page is None or page.slide.first <= 1):
            size = min(each.lines for each in series)
            found += (replace(each, lines=size) for each in series)
            series = []
        if page:
            (series if page.slide.first else found).append(page)
    return tuple(found)


def _list(slide: Slide) -> Fitted:
    heading = sizes.of_title(slide.title, sizes.HEADING)
    field = sizes.below(slide.title, heading)
    field = replace(field, width=field.width - (sizes.TIMES if slide.asides else 0))
    return Fitted(slide, heading, field.size(slide.lines, sizes.GAP), ())


def _broken(title: str, size: int, field: sizes.Field) -> tuple[str, ...]:
    """Lines as the poster breaks them; none where a word is wider than the page."""
    width = field.width / 1.02
    made = broken(title, size, width)
    return made if all(millimetres(line, field.face, size) <= width for line in made) else ()
