"""The slides: one thing a slide for everybody to see, and beside it what the person who leads reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.course import Stretch, course
from generator.paper.guide import on_paper
from generator.paper.job import PrintOptions
from generator.paper.segments import block
from generator.paper.slide import Slide
from generator.paper.slide_notes import ending, opening
from generator.paper.slide_parts import shown
from generator.paper.slide_segment import Shown
from generator.strings import say


def slides(plan: Plan, library: Library, options: PrintOptions) -> tuple[Slide, ...]:
    """The slides of a plan, in the order of the session."""
    stretches = course(plan, library)
    paper = on_paper(plan, stretches, library, options)
    found: list[Slide] = []
    for stretch in stretches:
        now = block(stretch, plan, library, options.start, paper[stretch.number])
        made = shown(Shown(stretch, now, stretches, plan, library, options))
        if made:
            made[0] = replace(made[0], notes=(*opening(now), *made[0].notes))
            made[-1] = replace(made[-1], notes=(*made[-1].notes, *ending(now)))
            found += [replace(each, course=_course(stretch, plan)) for each in made]
        elif found:
            found[-1] = replace(found[-1], notes=(*found[-1].notes, *opening(now)))
    return _named_apart(found)


def _course(stretch: Stretch, plan: Plan) -> tuple[int, int]:
    segment, total = stretch.segment, plan.request.minutes
    return segment.starts * 1000 // total, segment.ends * 1000 // total


def _named_apart(found: list[Slide]) -> tuple[Slide, ...]:
    """Equal titles say to which part of the session they belong, and where that does not help, which of them it is."""
    several = _several(found)
    labelled = [
        replace(each, title=say("slides.title_in", title=each.title, within=each.within or each.label))
        if each.title in several and (each.within or each.label)
        else each
        for each in found
    ]
    several, seen, named = _several(labelled), Counter[str](), []
    for each in labelled:
        seen[each.title] += 1
        again = say("slides.title_again", title=each.title, number=seen[each.title])
        named.append(replace(each, title=again) if each.title in several and seen[each.title] > 1 else each)
    return tuple(named)


def _several(found: list[Slide]) -> set[str]:
    return {title for title, count in Counter(each.title for each in found).items() if count > 1}
