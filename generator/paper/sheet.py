"""The huddle sheet: one sheet of paper, the script in front; on the back what to pin up, what we try, and next time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import KitRecipe
from generator.paper.afterwards import check_back
from generator.paper.course import Stretch, course
from generator.paper.job import Paper, PrintOptions
from generator.paper.segments import Block, block
from generator.paper.sheet_size import fitting_size, head_height, pin_size, pin_space, story_size
from generator.paper.typeset import typeset
from generator.paper.wording import QuoteLine, Told, on_a_wall, quotation, told
from generator.strings import look_up, say

_FEW_PEOPLE = 4
"""Of so many people each one is heard."""


@dataclass(frozen=True)
class PinUp:
    """What is worth a place on the wall: a line whose rights allow it, else the promise."""

    words: str
    by: str
    size: int
    """In points."""
    space: float
    """Above and below, in millimetres."""


@dataclass(frozen=True)
class Back:
    """The back of the sheet."""

    stories: tuple[Told, ...]
    story_size: float
    pin_up: PinUp | None
    """None where a story needs the room."""
    rows: int
    """Lines for what we try."""
    next_time: str
    """When that is, and the kit that comes then."""
    next_steps: tuple[str, ...]


def sheet(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The sheet of a huddle as HTML."""
    stretches = course(plan, library)
    blocks = tuple(block(each, plan, library, options.start, ()) for each in stretches)
    first = next((each.number for each in blocks if each.asked), 0)
    script = tuple(_on_sheet(each, first, by_hand=stretches[each.number - 1].by_hand) for each in blocks)
    head = head_height(plan.title, plan.promise, logo=bool(options.logo))
    return typeset(
        "sheet",
        document="sheet",
        title=plan.title,
        options=options,
        styles=("sheet",),
        plan=plan,
        script=script,
        size=fitting_size(script, head, options.paper),
        short=_short(plan),
        back=_back(plan, stretches, library, options.paper),
    )


def _on_sheet(whole: Block, first: int, *, by_hand: bool) -> Block:
    """A block without what has no place on one page. Stories are on the back; of what the catalogue says to lead up to
    questions only the first is kept."""
    asked = tuple(replace(each, follow_ups=each.follow_ups[:1], listen_for="") for each in whole.asked)
    spoken = whole.say if by_hand or not asked or whole.number <= first else ()
    return replace(whole, purpose="", say=spoken, do=(), asked=asked, bridge="", remote="", large="", stories=())


def _short(plan: Plan) -> str:
    giving = sorted((each for each in plan.segments if each.gives_way), key=lambda each: each.gives_way)
    titles = ", ".join(say("sheet.short_title", title=each.title) for each in giving)
    return say("sheet.short", titles=titles) if titles else ""


def _back(plan: Plan, stretches: tuple[Stretch, ...], library: Library, paper: Paper) -> Back:
    stories = tuple(told(story) for stretch in stretches for story in stretch.stories)
    ask = check_back(plan, library) or say("sheet.next_plain")
    voices = say(f"sheet.voices.{'few' if plan.request.group <= _FEW_PEOPLE else 'more'}")
    return Back(
        stories=stories,
        story_size=story_size(stories, paper),
        pin_up=None if stories else _pin_up(plan, stretches, library, paper),
        rows=3 if stories else 4,
        next_time=_next_time(plan, library),
        next_steps=tuple(str(step).format(ask=ask, voices=voices) for step in look_up("sheet.next_steps")),
    )


def _next_time(plan: Plan, library: Library) -> str:
    follow_up, days = library.entries.get(plan.request.follow_up or ""), plan.request.follow_up_days
    if isinstance(follow_up, KitRecipe) and days:
        return say("sheet.next_kit", count=days, title=follow_up.title)
    return say("sheet.next_time")


def _pin_up(plan: Plan, stretches: tuple[Stretch, ...], library: Library, paper: Paper) -> PinUp:
    line = _free_line(stretches, library)
    words, by = (line.words, line.by) if line else (on_a_wall(plan.promise), "")
    size = pin_size(words, paper)
    return PinUp(words, by, size, pin_space(words, size, paper))


def _free_line(stretches: tuple[Stretch, ...], library: Library) -> QuoteLine | None:
    """The last quote of the plan that may hang on a wall."""
    free = [quote for stretch in stretches for quote in stretch.quotes if quote.rights.basis != "quotation"]
    return quotation(free[-1], library) if free else None
