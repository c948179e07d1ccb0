"""The part *after*: follow-up, difficult moments, ways to adapt the session, sources and status of everything used."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.candidates import NEWCOMERS
from generator.compose.plan import Plan
from generator.compose.rank import rank
from generator.library.library import Library
from generator.library.models import Form, KitRecipe, Question, Quote, Story
from generator.paper.course import Stretch
from generator.paper.extent import extent
from generator.paper.tips import Tip, letter, tips
from generator.paper.wording import quotation
from generator.strings import say

MONTH_CHECK = "forms/thirty-day-check"
"""The form that is handed out a month later, where the library has it."""


_FEW = 4
"""So many people have a conversation; with more it would be another thing."""
_MANY_SOURCES, _FEW_MOMENTS = 6, 2
"""In a shorter guide more sources than these leave room for so many difficult moments."""


@dataclass(frozen=True)
class Pair:
    """A heading and what belongs to it."""

    title: str
    text: str


@dataclass(frozen=True)
class Source:
    """Where one entry comes from."""

    what: str
    origin: str
    url: str
    address: str
    """The address as it is printed: whole while it is short, else the site's name."""
    status: str


@dataclass(frozen=True)
class After:
    """The part *after*."""

    follow_up: tuple[Pair, ...]
    note: tuple[str, ...]
    moments: tuple[Tip, ...]
    adapt: tuple[Pair, ...]
    ask_instead: tuple[Pair, ...]
    sources: tuple[Source, ...]


def after(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> After:
    """Everything there is to do and to look up after the session."""
    room, origins = extent(plan), sources(stretches, library)
    few = not room.letters and len(origins) > _MANY_SOURCES
    return After(
        follow_up=_follow_up(plan, library),
        note=_note(library) if room.letters else (),
        moments=tips(plan, library, "during", most=min(room.moments, _FEW_MOMENTS) if few else room.moments),
        adapt=_adapt(plan),
        ask_instead=_instead(stretches)[: room.instead],
        sources=origins,
    )


def check_back(plan: Plan, library: Library) -> str:
    """The question that opens the next meeting, empty where there is none: the one that the next kit begins with, else
    the best ranked. It is asked about colleagues where the plan is."""
    used = {item.entry for item in plan.items}
    asks = [
        each
        for each in library.all(Question)
        if each.step == "check-back" and each.complete and each.id not in used and _suits(each, plan)
    ]
    named = _named(plan, library)
    found = min(asks, key=lambda each: (each.id not in named, rank(each, plan.request)), default=None)
    if found is None:
        return ""
    return (plan.request.customer == "internal" and found.ask_internal) or found.ask


def _named(plan: Plan, library: Library) -> set[str]:
    """What the kit that comes next takes by name."""
    kit = library.entries.get(plan.request.follow_up or "")
    if not isinstance(kit, KitRecipe):
        return set()
    return {*kit.pins, *(id for segment in kit.segments for id in segment.items)}


def _suits(question: Question, plan: Plan) -> bool:
    request = plan.request
    newcomers = request.audience in NEWCOMERS[0] or request.setting in NEWCOMERS[1]
    return (
        (not question.settings or request.setting in question.settings)
        and (not question.audience or request.audience in question.audience)
        and not (question.needs and newcomers)
    )


def _follow_up(plan: Plan, library: Library) -> tuple[Pair, ...]:
    named = {"same_day": say("guide.after.same_day_what"), "next_day": say("guide.after.next_day_what")}
    first = [Pair(say(f"guide.after.{name}"), text) for name, text in named.items()]
    return (*first, *_check_back(plan, library), Pair(say("guide.after.month"), _month(plan, library)))


def _check_back(plan: Plan, library: Library) -> tuple[Pair, ...]:
    """The kit that comes next, else five minutes with the question that opens the next meeting."""
    follow_up = library.entries.get(plan.request.follow_up or "")
    if isinstance(follow_up, KitRecipe):
        when = say("guide.after.next_kit_when", count=plan.request.follow_up_days)
        return (Pair(when, say("guide.after.next_kit", title=follow_up.title)),)
    ask = check_back(plan, library)
    return (Pair(say("guide.after.check_back"), say("guide.after.check_back_what", ask=ask)),) if ask else ()


def _month(plan: Plan, library: Library) -> str:
    check = library.entries.get(MONTH_CHECK)
    if isinstance(check, Form) and "worksheets" in plan.documents:
        return say("guide.after.month_what", title=check.title)
    return say("guide.after.month_plain")


def _note(library: Library) -> tuple[str, ...]:
    """The follow-up note of the library, paragraph by paragraph, where it has one."""
    return next((letter(form) for form in library.all(Form) if form.when == "after" and letter(form)), ())


def _adapt(plan: Plan) -> tuple[Pair, ...]:
    names = ["shorter", "longer", "larger", "mixed"] if extent(plan).in_place else ["longer", "mixed"]
    if plan.request.group <= _FEW:
        names = [name for name in names if name != "larger"]
    if plan.request.audience != "back-office":
        names.append("back_office")
    return tuple(Pair(say(f"guide.after.adapt.{name}.title"), say(f"guide.after.adapt.{name}.text")) for name in names)


def _instead(stretches: tuple[Stretch, ...]) -> tuple[Pair, ...]:
    """The plan's questions as one asks them of people whose customers are colleagues."""
    return tuple(
        Pair(say("guide.after.ask_instead", ask=question.ask), question.ask_internal)
        for stretch in stretches
        for item, question in stretch.questions
        if question.ask_internal and not item.internal
    )


def sources(stretches: tuple[Stretch, ...], library: Library) -> tuple[Source, ...]:
    """Every quote and story of the plan with its origin; questions and activities stand together on one line."""
    found, own = [], []
    for stretch in stretches:
        found += [_of_quote(quote, library) for quote in stretch.quotes]
        found += [_of_story(story) for story in stretch.stories]
        own += [activity.title for _, activity in stretch.activities]
    if own or any(stretch.questions for stretch in stretches):
        titles = "; ".join(own)
        what = say("guide.after.questions_and", titles=titles) if titles else say("guide.after.questions")
        found.append(Source(what, say("guide.after.own_words"), "", "", say("guide.after.free")))
    return tuple(dict.fromkeys(found))


def _of_quote(quote: Quote, library: Library) -> Source:
    line = quotation(quote, library)
    where = ", ".join(part for part in (line.by, quote.locator) if part)
    return Source(_cut(line.words), where, quote.source or "", _address(quote.source), line.status)


def _of_story(story: Story) -> Source:
    where = ", ".join(part for part in (story.told_by, story.country, story.year) if part)
    return Source(
        story.title, where, story.source or "", _address(story.source), say(f"guide.story_status.{story.told}")
    )


def _address(url: str | None) -> str:
    plain = (url or "").split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return plain if len(plain) <= 48 else plain.split("/", 1)[0]


def _cut(words: str) -> str:
    """The first words, enough to find the rest again."""
    parts = words.split()
    return words if len(parts) <= 12 else " ".join(parts[:10]) + " …"
