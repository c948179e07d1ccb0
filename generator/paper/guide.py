"""The facilitator's guide: carry, before, after."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.afterwards import after
from generator.paper.course import Stretch, course
from generator.paper.extent import extent
from generator.paper.glance import glance
from generator.paper.handout import handout_pages
from generator.paper.handout_pages import page_of
from generator.paper.job import PrintOptions
from generator.paper.prepare import before, cards_used, reader_copies
from generator.paper.running import run_of_show
from generator.paper.segments import OtherForms, block, other_forms
from generator.paper.sheets import in_handout
from generator.paper.typeset import typeset
from generator.paper.whole import whole
from generator.strings import say


def guide(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The guide of a plan as HTML."""
    return typeset(
        "guide",
        document="guide",
        title=plan.title,
        options=options,
        styles=("guide",),
        **guide_model(plan, library, options),
    )


def guide_model(plan: Plan, library: Library, options: PrintOptions) -> dict[str, object]:
    """Everything the guide holds, by the names under which templates know it."""
    stretches = course(plan, library)
    paper = on_paper(plan, stretches, library, options)
    ready = before(plan, stretches, library)
    blocks = tuple(block(each, plan, library, options.start, paper[each.number]) for each in stretches)
    return {
        "plan": plan,
        "glance": glance(plan, stretches, library, tuple(each.item for each in ready.materials), options.paper),
        "run": run_of_show(plan, stretches, paper, options),
        "blocks": blocks,
        "whole": {each.number for each in blocks if whole(each, extent(plan), options.paper)},
        "before": ready,
        "after": after(plan, stretches, library),
        "room": extent(plan),
        "copies": reader_copies(plan, stretches) > 0,
        "forms": () if extent(plan).in_place else _forms(stretches, plan),
    }


def on_paper(
    plan: Plan, stretches: tuple[Stretch, ...], library: Library, options: PrintOptions
) -> Mapping[int, tuple[str, ...]]:
    """What each segment needs on paper, by its number."""
    pages = page_of(handout_pages(plan, library, options))
    return {
        stretch.number: _paper(stretch, _page(stretch, stretches, pages), plan, named=not options.large)
        for stretch in stretches
    }


def _forms(stretches: tuple[Stretch, ...], plan: Plan) -> tuple[OtherForms, ...]:
    """How the segments go on a call and with many people, what goes the same way said once."""
    found = [forms for each in stretches if (forms := other_forms(each, plan))]
    return tuple({(forms.remote, forms.large): forms for forms in reversed(found)}.values())[::-1]


def _page(stretch: Stretch, stretches: tuple[Stretch, ...], pages: Mapping[int, int]) -> int | None:
    """The page of the handout for a segment; people write on the page for noticing while they listen to a story."""
    told = {story.id for story in stretch.stories}
    heard = (pages.get(each.number) for each in stretches if any(story.id in told for story in each.notice))
    return pages.get(stretch.number) or next(heard, None)


def _paper(stretch: Stretch, page: int | None, plan: Plan, *, named: bool) -> tuple[str, ...]:
    """What a segment needs on paper: the handout, by its page where that is ``named``, other sheets, cards."""
    found = []
    if page and "handout" in plan.documents:
        found.append(say("guide.handout_page", page=page) if named else say("guide.handout"))
    sheets = [activity.worksheet for _, activity in stretch.activities if activity.worksheet]
    found += [say("guide.worksheet", title=sheet.title) for sheet in sheets if not in_handout(sheet, plan)]
    if "cards" in plan.documents and cards_used(stretch):
        found.append(say("guide.cards"))
    return tuple(found)
