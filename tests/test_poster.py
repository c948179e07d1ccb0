"""The poster: which line hangs on the wall, and that it fills one page without losing a letter."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.compose.compose import compose
from generator.compose.plan import Bounds, Item, Plan, Request, Segment
from generator.compose.request import request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import Quote, Rights
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import Paper, PrintOptions
from generator.paper.measure import lines, millimetres
from generator.paper.poster import FACE, READABLE, ROOM, SIZES, broken, largest, on_the_wall
from tests.printed import boxes, sizes, texts

PAPERS: tuple[Paper, ...] = ("a4", "letter")
PAGE = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
EDGE = 5.0
"""Millimetres from the edge of the paper that many printers cannot reach."""
PROMISE = "Everybody leaves with one small thing to do better."


@cache
def real_library() -> Library:
    """The library of this repository."""
    return read_library([Path(__file__).parents[1]]).library


def plan_of(*segments: Segment) -> Plan:
    """A plan of these segments."""
    request = Request("staff-meeting", 30, "mixed", "both", 8, "combined", seed="test")
    return Plan(request, "A plan for a test", PROMISE, segments, ("poster",))


def segment(role: str, *quotes: Quote) -> Segment:
    """A segment that holds these quotes."""
    items = tuple(Item(quote.id, 1) for quote in quotes)
    return Segment("quote", role, "A line", 0, 5, Bounds(0, 5, 5), "circle", items)


def quotes_with(library: Library, basis: str) -> list[Quote]:
    """The quotes of a library that may be printed for this reason."""
    return [quote for quote in library.all(Quote) if quote.rights.basis == basis]


def with_text(text: str) -> tuple[Plan, Library]:
    """A plan that closes with a free quote of these words, and the library it is from."""
    library = real_library()
    quote = quotes_with(library, "public-domain")[0].model_copy(update={"text": text})
    return plan_of(segment("closing-quote", quote)), replace(library, entries={**library.entries, quote.id: quote})


def squeezed(text: str) -> str:
    """A text without its spaces: line breaks do not count."""
    return re.sub(r"\s", "", text)


def test_a_line_under_copyright_stays_off_the_wall() -> None:
    """Where the closing quote may only be quoted, the kit's own promise hangs there, and nobody's name."""
    library = real_library()
    held = quotes_with(library, "quotation")[0]
    plan = plan_of(segment("closing-quote", held))
    page = squeezed(texts(render(html_for("poster", plan, library, PrintOptions())))[0])

    assert squeezed(PROMISE) in page
    assert squeezed(held.text) not in page
    assert squeezed(library.person(held.author)) not in page


@pytest.mark.parametrize("basis", ["public-domain", "own"])
def test_a_free_closing_line_hangs_with_its_author(basis: str) -> None:
    """A closing quote that is free, or its speaker's own gift, is printed with who said it, and where."""
    library = real_library()
    quote = next(each for each in quotes_with(library, "public-domain") if each.work and each.excerpt == "whole")
    quote = quote.model_copy(update={"rights": Rights.model_validate({"basis": basis})})
    library = replace(library, entries={**library.entries, quote.id: quote})
    page = squeezed(
        texts(render(html_for("poster", plan_of(segment("closing-quote", quote)), library, PrintOptions())))[0]
    )

    assert squeezed(f"“{quote.text}”") in page
    assert squeezed(library.person(quote.author)) in page
    assert squeezed(str(quote.work)) in page
    assert squeezed(PROMISE) not in page


def test_the_closing_line_goes_before_later_and_other_ones() -> None:
    """A free closing quote wins over every other; without one the last free quote of the plan is taken."""
    library = real_library()
    first, closing, last = quotes_with(library, "public-domain")[:3]
    held = quotes_with(library, "quotation")[0]

    both = plan_of(segment("react", first), segment("closing-quote", closing), segment("react", last))
    assert closing.text in on_the_wall(both, library).words
    without = plan_of(segment("react", first, last), segment("closing-quote", held))
    assert last.text in on_the_wall(without, library).words


def test_an_author_who_is_only_said_to_have_said_it_is_named_so() -> None:
    """A line not seen at its source does not hang on the wall as if it had been."""
    library = real_library()
    quote = quotes_with(library, "public-domain")[0].model_copy(update={"status": "attributed"})
    library = replace(library, entries={**library.entries, quote.id: quote})

    named = on_the_wall(plan_of(segment("closing-quote", quote)), library).author

    assert named == f"attributed to {library.person(quote.author)}"


def texts_to_hang() -> dict[str, str]:
    """Lines of every length: the shortest and the longest that may hang, and some between."""
    free = (quote.text for quote in quotes_with(real_library(), "public-domain") if quote.excerpt == "whole")
    by_length = sorted((text for text in free if largest(f"“{text}”", "letter") >= READABLE), key=len)
    tight = next(text for text in by_length if text.startswith("But hospitality must be for service"))
    median = by_length[len(by_length) // 2]
    return {"shortest": by_length[0], "median": median, "tight": tight, "longest": by_length[-1]}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", texts_to_hang().values(), ids=texts_to_hang())
def test_every_length_fills_one_page_and_loses_nothing(text: str, paper: Paper) -> None:
    """One page of the right size; every word is on it, away from the edge, and no two runs of words overlap."""
    plan, library = with_text(text)
    pdf = render(html_for("poster", plan, library, PrintOptions(paper=paper)))
    width, height = PAGE[paper]

    assert [(round(w), round(h)) for w, h in sizes(pdf)] == [(round(width), round(height))]
    assert squeezed(f"“{text}”") in squeezed(texts(pdf)[0])
    found = boxes(pdf)[0]
    assert all(box.inside(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE) for box in found)
    words = [box for box in found if box.bottom - box.top > 5.5]
    others = [box for box in found if box not in words]
    assert words
    assert others
    assert 5 < min(box.top for box in others) - max(box.bottom for box in words) < 25
    assert not any(box.touches(other) for box in words for other in others)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_free_line_can_be_read_from_three_metres(paper: Paper) -> None:
    """What hangs is set large; a line too long for that leaves its place to another, or to the promise."""
    free = quotes_with(real_library(), "public-domain")
    hung = {each.id: on_the_wall(plan_of(segment("closing-quote", each)), real_library()) for each in free}

    assert {id: poster.words for id, poster in hung.items() if largest(poster.words, paper) < READABLE} == {}
    assert sum(bool(poster.author) for poster in hung.values()) > len(free) * 0.95


@pytest.mark.parametrize("paper", PAPERS)
def test_lines_are_as_few_as_need_be_and_none_is_too_wide(paper: Paper) -> None:
    """Breaking lines so that they come out alike costs no line, changes no word and breaks none."""
    width = ROOM[paper][0]
    for quote in real_library().all(Quote):
        size = largest(quote.text, paper)
        made = broken(quote.text, size, width)
        assert " ".join(made) == " ".join(quote.text.split())
        assert len(made) == lines(quote.text, FACE, size, width)
        assert all(millimetres(line, FACE, size) <= width for line in made)


def test_a_word_longer_than_the_page_takes_the_smallest_type_and_stays_on_it() -> None:
    """Even such a word is broken rather than cut off."""
    plan, library = with_text("Un" + "believab" * 20 + "le")
    pdf = render(html_for("poster", plan, library, PrintOptions()))

    assert len(sizes(pdf)) == 1
    assert all(box.inside(EDGE, EDGE, 210 - 2 * EDGE, 297 - 2 * EDGE) for box in boxes(pdf)[0])
    assert largest("a", "a4") == SIZES[0]


def test_the_poster_is_tagged_named_and_titled() -> None:
    """A screen reader is told the language, the title, and finds one heading; the licence stands at the foot."""
    plan, library = with_text("Work is love made visible.")
    options = PrintOptions()
    with pikepdf.open(BytesIO(render(html_for("poster", plan, library, options)))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert plan.title in str(pdf.docinfo["/Title"])
        assert pdf.Root.Outlines.Count == 1

    page = squeezed(texts(render(html_for("poster", plan, library, options)))[0])
    assert squeezed(options.brand.organisation) in page
    assert squeezed(options.brand.footer) in page


@pytest.mark.parametrize("minutes", [5, 10, 30, 60])
def test_every_plan_has_a_poster_last(library: Library, minutes: int) -> None:
    """Short or long, a plan ends its list of documents with the poster."""
    plan = compose(request_of(library, setting="staff-meeting", minutes=minutes), library)

    assert isinstance(plan, Plan)
    assert plan.documents[-1] == "poster"
    assert plan.documents.count("poster") == 1
