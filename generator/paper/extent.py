"""How much a guide prints: a short session is read in a few minutes, so its guide has few pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compose.plan import Plan


@dataclass(frozen=True)
class Extent:
    """What a guide of one length has room for."""

    name: str
    """A class of the style sheet."""
    below: int
    """It holds below this many minutes,"""
    segments: int
    """for no more segments than this,"""
    stories: bool
    """and with story texts only where they are allowed."""
    every_line: bool
    """All purposes, all DO lines, all questions; else what a facilitator cannot do without."""
    in_place: bool
    """Bridges, and the forms for calls and large groups, stand in each segment; else the forms are gathered."""
    letters: bool
    """The library's letters are printed whole; else the catalogue's few lines."""
    whole: float
    """A segment that takes no more than this share of a page is never broken."""
    statements: int
    """How many statements of the evaluation are asked."""
    tips: int
    moments: int
    instead: int
    """How many questions are given in their form for people whose customers are colleagues."""


_BRIEF = Extent(
    name="brief",
    below=45,
    segments=9,
    stories=False,
    every_line=True,
    in_place=True,
    letters=False,
    whole=0.14,
    statements=3,
    tips=0,
    moments=2,
    instead=2,
)
_MIDDLE = replace(_BRIEF, name="middle", below=75, segments=12, whole=0.4, statements=5, moments=4, instead=3)
_FULL = Extent(
    name="full",
    below=999,
    segments=99,
    stories=True,
    every_line=True,
    in_place=True,
    letters=True,
    whole=0.62,
    statements=99,
    tips=6,
    moments=6,
    instead=12,
)
_EXTENTS = (
    _BRIEF,
    replace(_BRIEF, segments=99, stories=True, every_line=False, in_place=False),
    _MIDDLE,
    replace(_MIDDLE, segments=99, stories=True, in_place=False),
    _FULL,
)
"""From short to long; where much is to be told in few pages, what can be left out is."""


def extent(plan: Plan) -> Extent:
    """The extent of a plan's guide: the first that holds."""
    told = any(segment.kind == "story" for segment in plan.segments)
    return next(
        each
        for each in _EXTENTS
        if plan.request.minutes < each.below and len(plan.segments) <= each.segments and (each.stories or not told)
    )
