"""The face of an entry: the few words it shows where it stands alone, on a card or on a picture that is shared."""

from __future__ import annotations

from dataclasses import dataclass

from generator.library.library import Library
from generator.library.models import (
    Activity,
    Entry,
    Form,
    Guidance,
    KitRecipe,
    Misattribution,
    Question,
    Quote,
    Story,
    StorySet,
)
from generator.library.spans import group, lengths, span_of_minutes
from generator.strings import look_up, say


@dataclass(frozen=True)
class Face:
    """What stands on one side of a card."""

    id: str
    folder: str
    """``quotes``, ``questions`` … which sets colour and type."""
    label: str
    """What kind of thing it is: ``Quote``."""
    words: str
    """The words that carry it: a quotation in its marks, a question, a title."""
    more: str = ""
    """What is said below a title."""
    by: str = ""
    """Who says it, or what it takes."""
    fact: str = ""
    """How sure we are, or which step it is."""


def face(entry: Entry, library: Library) -> Face | None:
    """The face of an entry; None for a line that its author never said: nothing should carry it further."""
    if isinstance(entry, Misattribution):
        return None
    folder = "kits" if isinstance(entry, KitRecipe) else entry.id.partition("/")[0]
    words, more, by, fact = _words(entry, library)
    label = str(look_up(f"site.kinds.{folder}.one"))
    return Face(entry.id, folder, label, *(_plain(text) for text in (words, more, by, fact)))


def brief(text: str, most: int) -> str:
    """A text on one line, cut behind a word where it is longer."""
    text = _plain(text)
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _words(entry: Entry, library: Library) -> tuple[str, str, str, str]:
    """Words, more, by and fact."""
    match entry:
        case Quote():
            words = say("site.quoted", text=_plain(entry.shown))
            return words, "", said_by(entry, library), say(f"site.status.{entry.status}.short")
        case Question():
            return entry.ask, "", say(f"site.steps_long.{entry.step}"), say(f"site.steps.{entry.step}")
        case Story():
            told = say(f"site.told.{entry.told}.by", name=entry.told_by)
            return entry.title, entry.text, told, say(f"site.told.{entry.told}.short")
        case StorySet():
            titles = [library.get(Story, id).title for id in entry.stories if id in library.entries]
            return entry.title, say("site.share.between").join(titles), say("site.share.set", count=len(titles)), ""
        case Activity():
            takes = say("site.share.takes", minutes=_span(entry), people=group(entry))
            return entry.title, entry.purpose, takes, ""
        case KitRecipe():
            takes = say("site.share.takes", minutes=lengths(entry.minutes), people=group(entry))
            return entry.title, entry.promise, takes, ""
        case Guidance():
            return entry.title, entry.say or entry.text, say(f"site.moments.{entry.when}"), ""
        case Form():
            return entry.title, entry.purpose, say(f"site.form_when.{entry.when}"), ""
    raise TypeError(f"no face for a {entry.kind}")


def said_by(quote: Quote, library: Library) -> str:
    """Who said it and where, as sure as we are: ``attributed to`` where nobody has seen it at the source."""
    name = say(f"poster.author.{quote.status}", name=library.person(quote.author))
    return ", ".join(part for part in (name[:1].upper() + name[1:], quote.work, quote.year) if part)


def _span(entry: Activity) -> str:
    return span_of_minutes(entry.minutes.least, entry.minutes.most)
