"""A plan as plain text, to be pasted into a chat or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.plan import Plan, Segment
from generator.library.library import Library
from generator.library.models import Question, Quote
from generator.site.words import name_of
from generator.strings import say
from generator.templates import clock


def chat_text(plan: Plan, library: Library) -> str:
    """Title, promise, and the run of the session with what is asked."""
    lines = [
        say("site.chat.title", title=plan.title, minutes=say("minutes", count=plan.request.minutes)),
        plan.promise,
        "",
    ]
    for segment in plan.segments:
        lines.append(
            say("site.chat.segment", start=clock(segment.starts), title=segment.title, minutes=segment.minutes)
        )
        lines += _lines(segment, library)
    return "\n".join(lines)


def _lines(segment: Segment, library: Library) -> Iterator[str]:
    for item in segment.items:
        match library.entries[item.entry]:
            case Quote() as quote:
                yield say("site.chat.quote", text=" ".join(quote.text.split()), name=library.person(quote.author))
            case Question() as question:
                asked = (question.ask_internal or question.ask) if item.internal else question.ask
                yield say("site.chat.line", text=asked)
            case other:
                yield say("site.chat.line", text=name_of(other))
