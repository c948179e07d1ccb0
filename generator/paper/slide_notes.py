"""What the person who leads reads beside a slide: the guide's own lines, as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.paper.segments import Block, Exercise, Round
from generator.paper.wording import Asked, QuoteLine, Told
from generator.strings import say

Notes = tuple[str, ...]


def opening(block: Block) -> Notes:
    """When, how long and how; what for; what to say and to do."""
    head = say("slides.notes.head", when=block.when, minutes=say("minutes", count=block.minutes), method=block.method)
    return (
        head,
        *(say("slides.notes.paper", what=paper) for paper in block.paper),
        *([say("slides.notes.purpose", text=block.purpose)] if block.purpose else []),
        *_cue("say", (*block.say, *block.promises)),
        *_cue("do", block.do),
    )


def ending(block: Block) -> Notes:
    """How to go on."""
    return _cue("bridge", [block.bridge] if block.bridge else [])


def of_question(asked: Asked) -> Notes:
    """The question, what to ask when it is quiet, what to listen for."""
    listen = [say("slides.notes.listen_for", text=asked.listen_for)] if asked.listen_for else []
    quiet = [say("slides.notes.follow_up", text=line) for line in asked.follow_ups]
    return (*_cue("ask", [asked.ask]), *([asked.about] if asked.about else []), *quiet, *listen)


def of_quote(quote: QuoteLine) -> Notes:
    """The words with their source and status, and what to ask about them."""
    source = say("slides.notes.source", by=quote.by, status=quote.status)
    return (*_cue("read", [quote.words]), source, *_cue("ask", quote.ask))


def of_story(told: Told) -> Notes:
    """The whole story, for reading aloud, and what to take care of."""
    return (
        say("slides.notes.told", told=told.told, aloud=told.aloud),
        *([told.care] if told.care else []),
        *_cue("read", told.paragraphs),
    )


def of_steps(exercise: Exercise) -> Notes:
    """Every step with its minutes and, word for word, what to say."""
    return tuple(
        say(
            "slides.notes.step",
            minutes=say("guide.min", count=step.minutes),
            cue=say(f"guide.cues.{step.cue}"),
            text=step.text,
        )
        for step in exercise.steps
    )


def of_notice(asks: Iterable[str]) -> Notes:
    """Everything to ask about the stories."""
    return _cue("ask", asks)


def of_takeaways(told: Iterable[Told]) -> Notes:
    """What the tellers took from it, to be read aloud once people have noticed for themselves."""
    return _cue("say", (say("slides.notes.takeaway", by=each.takeaway_by, text=each.takeaway) for each in told))


def of_round(looked: Round) -> Notes:
    """One round of looking back."""
    return (*([looked.note] if looked.note else []), *_cue("ask", looked.ask))


def _cue(name: str, lines: Iterable[str]) -> Notes:
    return tuple(say("slides.notes.line", cue=say(f"guide.cues.{name}"), text=line) for line in lines)
