"""What is said and asked in a plan, word for word, for those who lead from a screen."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Item, Plan, Segment
from generator.library.library import Library
from generator.library.models import Question, Quote
from generator.site.addresses import page_of
from generator.site.words import kind_label, name_of
from generator.strings import look_up, say


@dataclass(frozen=True)
class Line:
    """An entry in its place: its words as they are spoken here, and its page."""

    words: str
    kind: str
    page: str


@dataclass(frozen=True)
class Part:
    """A segment: when it starts, what to say, what it takes."""

    segment: Segment
    say: tuple[str, ...]
    lines: tuple[Line, ...]


def script(plan: Plan, library: Library) -> tuple[Part, ...]:
    """The plan, segment by segment."""
    return tuple(
        Part(segment, _said(segment, plan), tuple(_line(item, library) for item in segment.items))
        for segment in plan.segments
    )


def spoken(item: Item, library: Library) -> str:
    """The words of an entry as this plan uses it: a quote with its author, a question in the form that is asked."""
    match library.entries[item.entry]:
        case Quote() as quote:
            return say("site.spoken_quote", text=" ".join(quote.shown.split()), name=library.person(quote.author))
        case Question() as question:
            return (question.ask_internal or question.ask) if item.internal else question.ask
        case other:
            return name_of(other)


def _line(item: Item, library: Library) -> Line:
    return Line(spoken(item, library), kind_label(item.entry.partition("/")[0]), page_of(item.entry))


def _said(segment: Segment, plan: Plan) -> tuple[str, ...]:
    """What the recipe says where somebody wrote the segment by hand, else what the catalogue has for its role."""
    if segment.say or segment.do or segment.purpose:
        return segment.say
    known = look_up("segments").get(segment.role, {}).get("say", ())
    minutes = plan.request.minutes if segment.role == "welcome" else segment.minutes
    return tuple(str(line).format(minutes=minutes, promise=plan.promise, next_date=_next_date(plan)) for line in known)


def _next_date(plan: Plan) -> str:
    days = plan.request.follow_up_days
    return say("segments.close.next_date_days", count=days) if days else say("segments.close.next_date")
