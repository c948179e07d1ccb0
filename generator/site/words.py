"""The words the site has for entries: what each is called, in one line, and what its tags and status mean."""

from __future__ import annotations

from collections.abc import Iterable

from generator.library.library import Library
from generator.library.models import (
    Activity,
    Entry,
    Form,
    Guidance,
    KitRecipe,
    Misattribution,
    Placed,
    Question,
    Quote,
    Story,
    StorySet,
)
from generator.library.spans import group as group
from generator.library.spans import lengths as lengths
from generator.library.spans import span_of_minutes as span_of_minutes
from generator.strings import look_up, say

SHORT = 72
"""Characters a quotation may have where it stands for a name."""


SHOWN = 44
"""Characters an address is shown with."""


def shortened(text: str, limit: int = SHORT) -> str:
    """The text, or as many whole words of it as fit, and an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:–—-") + " …"


def shown_address(url: str) -> str:
    """An address as it is shown: without what every address has, and no longer than a line."""
    bare = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= SHOWN else bare[:SHOWN].rstrip("/.-") + "…"


def name_of(entry: Entry) -> str:
    """What an entry is called in a list of links."""
    match entry:
        case Quote():
            return say("site.quoted", text=shortened(entry.shown))
        case Misattribution():
            return say("site.quoted", text=shortened(entry.text))
        case Question():
            return entry.ask
        case Story() | StorySet() | Activity() | Form() | Guidance() | KitRecipe():
            return entry.title
    raise TypeError(f"no name for a {entry.kind}")


def line_of(entry: Entry, library: Library) -> str:
    """The line below the name: who says it, or what it is for."""
    match entry:
        case Quote():
            return say("site.by", name=library.person(entry.author))
        case Misattribution():
            return say("site.said_to_be_by", name=entry.said_to_be_by)
        case Question():
            return entry.listen_for or say(f"site.steps.{entry.step}")
        case Story():
            return say(f"site.told.{entry.told}.by", name=entry.told_by)
        case StorySet():
            return shortened(entry.what_they_share, 140)
        case Activity() | Form():
            return entry.purpose
        case Guidance():
            return shortened(entry.text, 140)
        case KitRecipe():
            return entry.promise
    raise TypeError(f"no line for a {entry.kind}")


def label(library: Library, vocabulary: str, tag: str) -> str:
    """What a tag is called."""
    term = library.vocabularies.get(vocabulary, {}).get(tag)
    return term.label if term else tag


def labels(library: Library, vocabulary: str, tags: Iterable[str]) -> tuple[str, ...]:
    """What several tags are called, in their order."""
    return tuple(label(library, vocabulary, tag) for tag in tags)


def minutes_of(entry: Entry, library: Library) -> int:
    """The fewest minutes it takes, or 0 where it fits into any."""
    match entry:
        case Activity():
            return entry.minutes.least
        case Story():
            return -(-entry.reading_seconds // 60)
        case StorySet():
            return sum(minutes_of(library.get(Story, id), library) for id in entry.stories if id in library.entries)
        case KitRecipe():
            return min(entry.minutes)
    return 0


def status_of(entry: Entry) -> str:
    """verified, attributed … for quotes; documented, first-hand, illustrative for stories; else nothing."""
    match entry:
        case Quote():
            return entry.status
        case Story():
            return entry.told
    return ""


def facts_of(entry: Entry, library: Library) -> tuple[str, ...]:
    """The few facts one chooses by: minutes, group, status."""
    facts: list[str] = []
    match entry:
        case Quote():
            facts.append(say(f"site.status.{entry.status}.short"))
        case Question():
            facts.append(say(f"site.steps.{entry.step}"))
        case Story():
            facts += [say(f"site.told.{entry.told}.short"), say("site.reads_in", count=minutes_of(entry, library))]
        case Activity():
            facts += [span_of_minutes(entry.minutes.least, entry.minutes.most), group(entry)]
        case KitRecipe():
            facts += [lengths(entry.minutes), group(entry)]
        case Guidance():
            facts.append(say(f"site.moments.{entry.when}"))
    if isinstance(entry, Placed) and not entry.complete:
        facts.append(say("site.in_review.short"))
    return tuple(facts)


def kind_label(folder: str, count: int = 1) -> str:
    """``Quote`` or ``Quotes`` for the folder ``quotes``."""
    return str(look_up(f"site.kinds.{folder}.{'one' if count == 1 else 'other'}"))


def size(size_bytes: int) -> str:
    """``340 kB`` or ``1.2 MB``."""
    if size_bytes < 1_000_000:
        return say("site.kilobytes", number=max(1, round(size_bytes / 1000)))
    return say("site.megabytes", number=f"{size_bytes / 1_000_000:.1f}")
