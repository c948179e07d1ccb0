"""One block a segment for the facilitator's guide: what to say, ask and do, in the order it is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compose.plan import Item, Plan
from generator.library.library import Library
from generator.library.models import Activity, ActivityStep, Guidance
from generator.paper.course import Stretch
from generator.paper.extent import extent
from generator.paper.wording import Asked, QuoteLine, Told, asked, lines, quotation, told
from generator.strings import look_up, say
from generator.templates import clock

_MANY = 4
_LARGE_GROUP = 12
"""Up to so many people nothing is done otherwise than for a few."""
_SAME_EVERYWHERE = ("welcome", "rules", "evaluation", "close", "break", "slack")


@dataclass(frozen=True)
class StepLine:
    """One step of an activity with its minutes in this plan."""

    cue: str
    text: str
    minutes: int


@dataclass(frozen=True)
class Exercise:
    """An activity as the guide prints it."""

    title: str
    purpose: str
    steps: tuple[StepLine, ...]
    hold_to: tuple[str, ...]
    worksheet: str


@dataclass(frozen=True)
class Round:
    """One round of looking back: what, so what or now what."""

    name: str
    ask: tuple[str, ...]
    note: str = ""
    """When it is left out."""


@dataclass(frozen=True)
class Block:
    """Everything the guide prints about one segment."""

    number: int
    title: str
    when: str
    minutes: int
    method: str
    paper: tuple[str, ...]
    purpose: str
    say: tuple[str, ...]
    promises: tuple[str, ...]
    do: tuple[str, ...]
    asked: tuple[Asked, ...]
    quotes: tuple[QuoteLine, ...]
    stories: tuple[Told, ...]
    exercises: tuple[Exercise, ...]
    notice: tuple[str, ...]
    thread: tuple[str, ...]
    """What the stories share, for the facilitator alone."""
    takeaways: tuple[Told, ...]
    rounds: tuple[Round, ...]
    bridge: str
    remote: str
    large: str


@dataclass(frozen=True)
class OtherForms:
    """How a segment goes on a call and with many people."""

    title: str
    remote: str
    large: str


def other_forms(stretch: Stretch, plan: Plan) -> OtherForms | None:
    """None where the segment goes the same way everywhere."""
    if stretch.segment.kind in _SAME_EVERYWHERE:
        return None
    words = look_up(f"segments.{stretch.role}")
    own = [activity.remote for _, activity in stretch.activities]
    large = words["large"] if plan.request.group > _LARGE_GROUP else ""
    return OtherForms(stretch.segment.title, own[0] if own else words["remote"], large)


def block(stretch: Stretch, plan: Plan, library: Library, start: str | None, paper: tuple[str, ...]) -> Block:
    """The block of one segment; ``paper`` names what it needs on paper. A short guide leaves some lines out."""
    segment, words = stretch.segment, look_up(f"segments.{stretch.role}")
    plain, room = stretch.by_hand, extent(plan)
    forms = other_forms(stretch, plan)
    do = segment.do if plain else lines(f"segments.{stretch.role}.do")
    return Block(
        number=stretch.number,
        title=segment.title,
        when=clock(segment.starts, start),
        minutes=segment.minutes,
        method=segment.method,
        paper=paper,
        purpose=segment.purpose or ("" if forms is None and not room.every_line else words["purpose"]),
        say=spoken(stretch, plan),
        promises=promises(library) if stretch.role == "rules" and not plain else (),
        do=do if plain or room.every_line else do[:1],
        asked=tuple(asked(item, question) for item, question in stretch.questions),
        quotes=_quotes(stretch, library),
        stories=tuple(told(story) for story in stretch.stories),
        exercises=tuple(_exercise(item, activity) for item, activity in stretch.activities),
        notice=_notice(stretch),
        thread=stretch.thread,
        takeaways=tuple(told(story) for story in stretch.takeaways),
        rounds=_rounds(stretch),
        bridge="" if plain or not room.in_place else _bridge(stretch, plan),
        remote=forms.remote if forms and room.in_place else "",
        large=forms.large if forms and room.in_place else "",
    )


def _quotes(stretch: Stretch, library: Library) -> tuple[QuoteLine, ...]:
    """A closing line stands by itself, and so does each of many to choose from; others are asked about."""
    found = tuple(quotation(quote, library) for quote in stretch.quotes)
    silent = stretch.role == "closing-quote" or stretch.segment.kind == "close" or len(found) > _MANY
    return tuple(replace(line, ask=()) for line in found) if silent else found


def spoken(stretch: Stretch, plan: Plan) -> tuple[str, ...]:
    """The exact words to say: those set by hand, or the catalogue's."""
    segment, request = stretch.segment, plan.request
    if stretch.by_hand:
        return segment.say
    welcome = stretch.role == "welcome"
    key = "say_with_rules" if welcome and _has_rules(plan) else "say"
    minutes = request.minutes if welcome else segment.minutes
    words = lines(f"segments.{stretch.role}.{key}", minutes=minutes, promise=plan.promise, next_date=_next_date(plan))
    return words[:1] if key == "say_with_rules" and not extent(plan).every_line else words


def promises(library: Library) -> tuple[str, ...]:
    """The ground rules, word for word: the library's own, else the catalogue's."""
    rules = tuple(rule.say or rule.title for rule in library.all(Guidance) if rule.rule)
    return rules or lines("segments.rules.promises")


def _has_rules(plan: Plan) -> bool:
    return any(segment.kind == "rules" for segment in plan.segments)


def _next_date(plan: Plan) -> str:
    days = plan.request.follow_up_days
    return say("segments.close.next_date_days", count=days) if days else say("segments.close.next_date")


def _bridge(stretch: Stretch, plan: Plan) -> str:
    if stretch.number == len(plan.segments):
        return ""
    plain = stretch.role == "welcome" and not _has_rules(plan)
    return say(f"segments.{stretch.role}.{'bridge_plain' if plain else 'bridge'}")


def _exercise(item: Item, activity: Activity) -> Exercise:
    more = max(0, item.minutes - activity.minutes.least)
    return Exercise(
        title=activity.title,
        purpose=activity.purpose,
        steps=tuple(_step(step, more if step.stretch else 0) for step in activity.steps),
        hold_to=activity.hold_to,
        worksheet=activity.worksheet.title if activity.worksheet else "",
    )


def _step(step: ActivityStep, more: int) -> StepLine:
    """A step with its share of the minutes; what it may add is said where it has more than its own."""
    cue, text = step.line
    return StepLine(cue, f"{text} {step.more}" if more and step.more else text, step.minutes + more)


def _notice(stretch: Stretch) -> tuple[str, ...]:
    """What to ask after the stories, each question once; whose fault it was, where nobody was at fault.

    A set has questions of its own; of several stories without one, the first of each is asked, and the last of the last
    one, which leads to ourselves.
    """
    several = len(stretch.notice) > 1
    asks = [line for story in stretch.notice for line in (story.notice[:1] if several else story.notice)]
    asks += stretch.notice[-1].notice[-1:] if several else []
    blameless = any(not story.service_fault and story.customer == "external" for story in stretch.notice)
    return tuple(dict.fromkeys([*(stretch.share or asks), *([say("guide.fault")] if blameless else [])]))


def _rounds(stretch: Stretch) -> tuple[Round, ...]:
    """All three in a segment for looking back; in the segment of the activity itself the last, if at all."""
    if stretch.debrief is None:
        return ()
    debrief = stretch.debrief.debrief
    if stretch.activities:
        return (Round(say("guide.debrief.now_what"), debrief.now_what, say("guide.if_time")),)
    asks = {"what": debrief.what, "so_what": debrief.so_what, "now_what": debrief.now_what}
    return tuple(Round(say(f"guide.debrief.{name}"), ask) for name, ask in asks.items())
