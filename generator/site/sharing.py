"""What a page offers to take along: its words as plain text, a card to print, a picture, what a chat shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.library.faces import Face, face, said_by
from generator.library.library import Library
from generator.library.models import Activity, Entry, Form, Guidance, Misattribution, Question, Quote, Story, StorySet
from generator.site.addresses import page_of, picture_of
from generator.site.escape import paragraphs
from generator.site.site import Site
from generator.site.words import line_of, name_of, shortened
from generator.strings import say

DESCRIPTION = 200
"""Characters that chats show of a description."""
_CARD_MORE = 170
SIZES = (22.0, 19.0, 16.5, 15.0, 14.0, 13.0, 12.0, 10.5, 9.0, 8.0)
"""Sizes of type on a card in points, as on the printed ones."""
_WIDTH, _HEIGHT = 81.0, 42.0
"""Room for the words of a card in millimetres."""
_BY_LETTERS, _BY_LINE = 24, 4.0
"""Letters in a line of the byline, and its height; from the third line on it takes room from the words."""
_POINT = 25.4 / 72
_EM, _LEADING, _TITLE = 0.5, 1.27, 1.2
"""A letter's usual width in ems, the height of a line in ems, and the size of a title in ems of the words below it."""


@dataclass(frozen=True)
class PrintedCard:
    """A card ready to be printed from the page, and the size of its type in points."""

    face: Face
    size: float


@dataclass(frozen=True)
class Sharing:
    """What goes out from a page."""

    title: str
    description: str
    text: tuple[str, ...]
    """The words with who says them and where, line by line."""
    address: str
    """The public address of the page; empty where the site has none."""
    picture: str
    """Its picture below the root of the site, or nothing."""
    picture_address: str
    """The same, in public."""
    picture_words: str
    """What is to be read on it."""
    card: PrintedCard | None


def sharing(entry: Entry, site: Site) -> Sharing:
    """All of it for an entry."""
    shown = face(entry, site.library)
    home = (site.options.site_url or "").rstrip("/")
    picture = picture_of(entry.id) if picture_of(entry.id) in site.options.pictures else ""
    address = f"{home}/{page_of(entry.id)}" if home else ""
    return Sharing(
        title=name_of(entry),
        description=shortened(_description(entry, site.library), DESCRIPTION),
        text=(*copied(entry, site.library), *([address] if address else [])),
        address=address,
        picture=picture,
        picture_address=f"{home}/{picture}" if home and picture else "",
        picture_words=" ".join(part for part in (shown.words, shown.by) if part) if shown else "",
        card=_card(shown) if shown else None,
    )


def _description(entry: Entry, library: Library) -> str:
    match entry:
        case Quote():
            return say("site.share.quote", by=said_by(entry, library), use=entry.use_when or "").strip()
        case Question():
            return say(f"site.steps_long.{entry.step}")
        case Story():
            return entry.text
        case Misattribution():
            return entry.what_is_known
        case Guidance():
            return entry.text
    return line_of(entry, library)


def copied(entry: Entry, library: Library) -> Iterator[str]:
    """The entry as plain text for a mail or a chat, line by line."""
    match entry:
        case Quote():
            yield from _quote(entry, library)
        case Misattribution():
            yield say("site.quoted", text=entry.text)
            yield say("site.misattributions.heading", name=entry.said_to_be_by)
            yield from (entry.what_is_known, entry.source)
        case Question():
            yield from (entry.ask, *(say("site.chat.line", text=line) for line in entry.follow_ups))
        case Story():
            yield from (entry.title, "", *_spaced(entry.text))
            yield say(f"site.told.{entry.told}.by", name=entry.told_by)
            yield from [entry.source] if entry.source else []
        case StorySet():
            titles = (name_of(library.entries[id]) for id in entry.stories if id in library.entries)
            yield from (entry.title, *(say("site.chat.line", text=line) for line in (*titles, *entry.ask)))
        case Activity():
            yield from _activity(entry)
        case Guidance():
            yield from (
                entry.title,
                "",
                *_spaced(entry.text),
                *([say("site.quoted", text=entry.say)] if entry.say else []),
            )
        case Form():
            yield from (entry.title, entry.purpose, *(say("site.chat.line", text=f.label) for f in entry.fields))


def _quote(entry: Quote, library: Library) -> Iterator[str]:
    yield say("site.quoted", text=" ".join(entry.shown.split()))
    by = said_by(entry, library)
    yield say("site.by", name=", ".join(part for part in (by, entry.locator) if part))
    if entry.translator:
        yield say("cards.translated", name=entry.translator)
    if entry.source:
        yield entry.source


def _activity(entry: Activity) -> Iterator[str]:
    yield from (entry.title, entry.purpose, "")
    for step in entry.steps:
        yield say("site.share.step", minutes=say("minutes", count=step.minutes), text=step.line[1])


def _spaced(text: str) -> Iterator[str]:
    for part in paragraphs(text):
        yield from (" ".join(part.split()), "")


def _card(shown: Face) -> PrintedCard:
    shown = replace(shown, more=shortened(shown.more, _CARD_MORE))
    return PrintedCard(shown, next((size for size in SIZES if _fits(shown, size)), SIZES[-1]))


def _fits(shown: Face, size: float) -> bool:
    room = _HEIGHT - max(0, -(-len(shown.by) // _BY_LETTERS) - 2) * _BY_LINE
    if not shown.more:
        return _tall(shown.words, size) <= room and _whole(shown.words, size)
    over = _tall(shown.words, size * _TITLE) + 2
    return over + _tall(shown.more, size) <= room and _whole(shown.words, size * _TITLE)


def _tall(text: str, size: float) -> float:
    """About how high a text is on a card: a line holds a little less than its width, because words do not break."""
    letters = _WIDTH / (size * _POINT * _EM) - 3
    return -(-len(text) // max(1, int(letters))) * size * _POINT * _LEADING


def _whole(text: str, size: float) -> bool:
    return max(len(word) for word in text.split()) * size * _POINT * 0.6 <= _WIDTH
