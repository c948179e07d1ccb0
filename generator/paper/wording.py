"""Entries put into the words that are printed: who said a quote, which form of a question is asked, who tells."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Item
from generator.library.library import Library
from generator.library.models import Entry, Question, Quote, Story, StorySet, Takeaway
from generator.strings import look_up, say

_OURS = "(in our words)"
"""What an entry puts behind the name where the words are not the speaker's own."""


@dataclass(frozen=True)
class QuoteLine:
    """A quotation as it is printed."""

    words: str
    """In quotation marks."""
    author: str
    by: str
    """Author, work and year on one line."""
    status: str
    ask: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question as it is asked in this plan."""

    ask: str
    about: str
    """That it is asked about colleagues; empty when it is not."""
    follow_ups: tuple[str, ...]
    listen_for: str
    minutes: int


@dataclass(frozen=True)
class Told:
    """A story with everything the reader needs."""

    title: str
    paragraphs: tuple[str, ...]
    told: str
    aloud: str
    care: str
    notice: tuple[str, ...]
    takeaway_by: str
    takeaway: str


def lines(key: str, **values: object) -> tuple[str, ...]:
    """A list of lines in the catalogue with its placeholders filled in."""
    return tuple(str(line).format(**values) for line in look_up(key))


def quotation(quote: Quote, library: Library) -> QuoteLine:
    """The words in quotation marks, and who said them where."""
    author = library.person(quote.author)
    where = [part for part in (quote.work, quote.year) if part]
    translated = [say("cards.translated", name=quote.translator)] if quote.translator else []
    return QuoteLine(
        words=f"“{quote.shown}”",
        author=author,
        by=", ".join([author, *where, *translated]),
        status=say(f"guide.status.{quote.status}"),
        ask=quote.ask,
    )


def asked(item: Item, question: Question) -> Asked:
    """The form that the plan asks for; the internal one only where it exists."""
    internal = item.internal and question.ask_internal is not None
    return Asked(
        ask=(question.ask_internal or question.ask) if internal else question.ask,
        about=say("guide.about_colleagues") if internal else "",
        follow_ups=question.follow_ups,
        listen_for=question.listen_for or "",
        minutes=item.minutes,
    )


def told(story: Story) -> Told:
    """The story with who tells it, how long it takes and what its teller drew from it."""
    how = say(f"guide.told.{story.told}", by=story.told_by)
    by, words = _taken(story.takeaway)
    changed = [say("guide.names_changed")] if story.names_changed else []
    return Told(
        title=story.title,
        paragraphs=tuple(part.strip() for part in story.text.splitlines() if part.strip()),
        told=" ".join([how, *changed]),
        aloud=say("guide.aloud", count=-(-story.reading_seconds // 10) * 10),
        care=say("guide.care", care=story.care) if story.care else "",
        notice=story.notice,
        takeaway_by=by,
        takeaway=words,
    )


def _taken(takeaway: Takeaway) -> tuple[str, str]:
    """Whose thought it is and how it is put: in our words, or word for word in quotation marks."""
    if takeaway.by == say("library"):
        return say("guide.takeaway_library"), takeaway.text
    name = takeaway.by.removesuffix(_OURS).strip()
    if name != takeaway.by:
        return say("guide.takeaway_ours", by=name), takeaway.text
    return say("guide.takeaway", by=name), f"“{takeaway.text}”" if takeaway.source else takeaway.text


def on_a_wall(promise: str) -> str:
    """What a promise is about: nobody who reads it on a wall is about to leave with it."""
    about = promise.removeprefix(say("sheet.opening_of_a_promise")).strip()
    return about[:1].upper() + about[1:]


def stories(entry: Entry, library: Library) -> tuple[Story, ...]:
    """The stories an entry stands for: itself, or those of a set."""
    if isinstance(entry, StorySet):
        return tuple(library.get(Story, id) for id in entry.stories)
    return (entry,) if isinstance(entry, Story) else ()
