"""The poster: one line for the wall, as large as its page allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compose.plan import Plan, Segment
from generator.library.library import Library
from generator.library.models import Quote
from generator.paper.job import Paper, PrintOptions
from generator.paper.measure import height, lines, millimetres, pieces
from generator.paper.typeset import typeset
from generator.paper.wording import on_a_wall, quotation
from generator.strings import say

SIZES = (84, 78, 72, 66, 60, 54, 50, 46, 42, 38, 35, 32, 29, 26, 24)
"""Type sizes in points; in the smallest the longest text that a quote may have still fits."""
READABLE = 34
"""The smallest size, in points, that is read from three metres."""
FACE, LEADING = "display-regular", 1.16
ROOM: dict[Paper, tuple[float, float]] = {"a4": (170.0, 175.0), "letter": (173.0, 163.0)}
"""Width and height for the words alone, in millimetres."""
_CALM = 9
"""Larger type is not taken when it breaks the words into more lines than this."""
_SLACK = 1.02
"""The engine may set a line a little wider than it was measured."""
_WEAK = 3
"""A line had better not end with a word of so few letters."""
_WEAK_COST = 0.05


@dataclass(frozen=True)
class Poster:
    """What hangs on the wall."""

    words: str
    author: str = ""
    """Empty where the words are the kit's own promise."""
    source: tuple[str, ...] = ()
    """Work and year, then the translator, one line each."""


def poster(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The poster of a plan as HTML."""
    hung = on_the_wall(plan, library)
    size = largest(hung.words, options.paper)
    return typeset(
        "poster",
        document="poster",
        title=plan.title,
        options=options,
        styles=("poster",),
        poster=hung,
        size=size,
        leading=LEADING,
        lines=broken(hung.words, size, ROOM[options.paper][0] / _SLACK),
    )


def on_the_wall(plan: Plan, library: Library) -> Poster:
    """The last closing line that may hang and is read from across a room, else the last such line, else the promise."""
    free = [found for found in _quotes(plan, library) if _may_hang(found[1])]
    closing = [quote for segment, quote in free if "closing-quote" in segment.role or segment.kind == "close"]
    chosen = closing or [quote for _, quote in free]
    return _quoted(chosen[-1], library) if chosen else Poster(on_a_wall(plan.promise))


def _may_hang(quote: Quote) -> bool:
    return quote.rights.basis != "quotation" and largest(f"“{quote.shown}”", "letter") >= READABLE


def _quotes(plan: Plan, library: Library) -> Iterator[tuple[Segment, Quote]]:
    for segment in plan.segments:
        for item in segment.items:
            entry = library.entries[item.entry]
            if isinstance(entry, Quote):
                yield segment, entry


def _quoted(quote: Quote, library: Library) -> Poster:
    line = quotation(quote, library)
    where = ", ".join(part for part in (quote.work, quote.year) if part)
    translated = say("cards.translated", name=quote.translator) if quote.translator else ""
    return Poster(
        words=line.words,
        author=say(f"poster.author.{quote.status}", name=line.author),
        source=tuple(part for part in (where, translated) if part),
    )


def largest(words: str, paper: Paper) -> int:
    """The largest size in which the words fit without breaking one, in calm lines where they are few enough."""
    width, room = ROOM[paper][0] / _SLACK, ROOM[paper][1]
    fitting = [size for size in SIZES if height(words, FACE, size, width, LEADING) <= room]
    whole = [size for size in fitting if max(millimetres(word, FACE, size) for word in words.split()) <= width]
    calm = [size for size in whole if lines(words, FACE, size, width) <= _CALM]
    return next(iter([*calm, *whole, *fitting]), SIZES[-1])


def broken(words: str, size: int, width: float) -> tuple[str, ...]:
    """The words in as few lines as they need, broken where lines come out alike and end well."""
    every = [piece for word in words.split() for piece in pieces(word, FACE, size, width)]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(every) + 1):
        last = end == len(every)
        best.append(min(_ways(every, end, best, size, width, last)))
    found, end = list[str](), len(every)
    while end:
        start = best[end][2]
        found.append(" ".join(every[start:end]))
        end = start
    return tuple(reversed(found))


def _ways(
    every: Sequence[str], end: int, best: Sequence[tuple[int, float, int]], size: int, width: float, last: bool
) -> Iterator[tuple[int, float, int]]:
    """Every last line that ends before word ``end``: lines so far, what they cost, where the line starts."""
    weak = 0.0 if last or len(every[end - 1]) > _WEAK else _WEAK_COST
    for start in reversed(range(end)):
        wide = millimetres(" ".join(every[start:end]), FACE, size)
        if wide > width and start < end - 1:
            return
        count, cost, _ = best[start]
        yield count + 1, cost + (1 - min(wide / width, 1.0)) ** 2 + weak, start
