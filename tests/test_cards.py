"""The cards: what a deck holds, that backs meet fronts to a fifth of a millimetre, and that nothing is cut off."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import segno

from generator.compose.compose import compose
from generator.compose.plan import Bounds, Item, Plan, Request, Segment
from generator.compose.request import request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import Question, Quote, Story, StorySet
from generator.paper.card_layout import Edition, edition, pages
from generator.paper.cards import address
from generator.paper.deck import BLANKS, Card, deck
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import Paper, PrintOptions
from generator.paper.measure import lines, millimetres
from generator.strings import say
from tests.printed import POINT, Box, boxes, dark, inked, texts

SITE = "https://example.org/huddlekit/"
EDITIONS = (
    "cards",
    "cards-fold",
    "cards-single",
    "cards-large",
    "cards-poker",
    "cards-a6",
    "cards-business",
    "cards-labels",
    "cards-press",
)
LEAST_MARGIN = {"cards-a6": 0, "cards-press": 0, "cards-labels": 3.9}
"""Millimetres: a sheet cut in four, a card a page, and sheets that are bought cut; 5 elsewhere."""
TWO_SIDED = ("cards", "cards-large", "cards-poker", "cards-a6", "cards-business", "cards-press")
TRIM = {
    "cards-poker": (63, 88),
    "cards-a6": (105, 148),
    "cards-business": (85, 55),
    "cards-labels": (99.1, 67.7),
    "cards-press": (63, 88),
}
"""Sizes that these editions are bought or cut for, on A4; millimetres."""
BLEED = 3
PAPERS: tuple[Paper, ...] = ("a4", "letter")
PRINTED: tuple[tuple[str, Paper], ...] = (
    ("cards", "a4"),
    ("cards", "letter"),
    ("cards-fold", "letter"),
    ("cards-single", "letter"),
    ("cards-large", "a4"),
    ("cards-poker", "letter"),
    ("cards-a6", "a4"),
    ("cards-business", "letter"),
    ("cards-labels", "a4"),
    ("cards-press", "a4"),
)
NEAR = 0.2
"""Millimetres within which backs must meet fronts."""


@cache
def real_library() -> Library:
    """The library of this repository."""
    return read_library([Path(__file__).parents[1]]).library


def planned(library: Library, **request: object) -> Plan:
    """A plan that must be possible."""
    made = compose(request_of(library, **request), library)  # type: ignore[arg-type]
    assert isinstance(made, Plan)
    return made


def plan_of(*entries: str, internal: tuple[str, ...] = ()) -> Plan:
    """A plan of one segment with these entries."""
    request = Request("staff-meeting", 30, "mixed", "both", 8, "combined", seed="test")
    items = tuple(Item(id, 1, internal=id in internal) for id in entries)
    segment = Segment("questions", "recall", "Talk", 0, 30, Bounds(0, 30, 30), "circle", items)
    return Plan(request, "A plan for a test", "Nothing is cut off.", (segment,), ("guide", "handout", "cards"))


@cache
def hardest() -> Plan:
    """The entries of the real library with the most words on a front or on a back."""
    library = real_library()
    quotes = list(library.all(Quote))
    by_source = sorted(quotes, key=lambda quote: -len(f"{quote.work}{quote.year}{quote.locator}{quote.translator}"))
    by_text = sorted(quotes, key=lambda quote: -len(quote.text))
    by_ask = sorted(quotes, key=lambda quote: -len("".join(quote.ask[:1])))
    questions = sorted(library.all(Question), key=lambda question: -len(question.ask))
    stories = sorted(library.all(Story), key=lambda story: -len(story.title))
    some = [*by_text[:6], *by_source[:5], *by_ask[:3], *questions[:3], *stories[:3]]
    return plan_of(*dict.fromkeys(entry.id for entry in some))


@cache
def printed(name: str, paper: Paper) -> bytes:
    """An edition of the hardest cards, with codes."""
    return render(html_for(name, hardest(), real_library(), PrintOptions(paper=paper, site_url=SITE)))


def shown(name: str, paper: Paper) -> list[list[Box]]:
    """The words of every page, from its corner once it is cut to size."""
    found, edge = boxes(printed(name, paper)), BLEED if name == "cards-press" else 0
    return [[box.moved(-edge, -edge) for box in page] for page in found]


def trimmed(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, width and height of the trim box of every page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        corners = [[float(each) * POINT for each in page.trimbox] for page in document.pages]
    return [(left, bottom, right - left, top - bottom) for left, bottom, right, top in corners]


def sides(name: str, paper: Paper) -> tuple[Edition, list[tuple[int, Card, str, float, float]]]:
    """Every side of a card: page, card, side, left and top."""
    layout = edition(name, paper)
    made = pages(deck(hardest(), real_library()), layout)
    return layout, [(n, p.card, p.side, p.left, p.top) for n, page in enumerate(made) for p in page.cards]


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_margins_are_symmetric_and_printable(name: str, paper: Paper) -> None:
    """Cards stand in the middle of the sheet, away from its edges unless they fill it, and are cut all round."""
    grid = edition(name, paper).grid
    last_left, last_top = grid.place(grid.size - 1)
    assert grid.left == pytest.approx(grid.page_width - last_left - grid.width)
    assert grid.top == pytest.approx(grid.page_height - last_top - grid.height)
    assert min(grid.left, grid.top) >= LEAST_MARGIN.get(name, 5)
    assert len(grid.cuts_across()) == grid.columns * 2 if grid.gutter else grid.columns + 1
    assert len(grid.cuts_down()) == grid.rows + 1


@pytest.mark.parametrize("name", TWO_SIDED)
@pytest.mark.parametrize("paper", PAPERS)
def test_backs_mirror_fronts(name: str, paper: Paper) -> None:
    """Turned over along the long edge, every back lies behind its front."""
    layout = edition(name, paper)
    fronts, backs = tuple(pages(tuple(range(layout.grid.size)), layout))
    behind = {placed.card: placed for placed in backs.cards}
    for front in fronts.cards:
        turned = layout.grid.page_width - behind[front.card].left - layout.grid.width
        assert (turned, behind[front.card].top) == pytest.approx((front.left, front.top))


def _is_label(box: Box, card: Card, left: float, top: float, padding: float = 7) -> bool:
    beside = 2 < box.left - left - padding < 7 and 5 < box.top - top < 12
    return beside and box.text.upper().startswith(card.label.upper())


@pytest.mark.parametrize(("name", "paper"), PRINTED)
def test_words_stand_where_their_card_is(name: str, paper: Paper) -> None:
    """In the PDF itself every side has its label in the top left corner of its card."""
    layout, expected = sides(name, paper)
    found = shown(name, paper)
    for page, card, _, left, top in expected:
        labels = [box for box in found[page] if _is_label(box, card, left, top, layout.padding)]
        assert labels, f"{card.label} {card.id}, page {page + 1}"


@pytest.mark.parametrize(("name", "paper"), [each for each in PRINTED if each[0] in TWO_SIDED])
def test_a_printed_back_meets_its_front(name: str, paper: Paper) -> None:
    """Labels of one card, measured on front and back of the printed sheet, differ by the mirrored place alone."""
    layout, expected = sides(name, paper)
    found = shown(name, paper)

    def offset(page: int, card: Card, left: float, top: float) -> tuple[float, float]:
        box = next(box for box in found[page] if _is_label(box, card, left, top, layout.padding))
        return box.left - left, box.top - top

    by_card = {(card.id, side): offset(page, card, left, top) for page, card, side, left, top in expected if card.id}
    assert len(by_card) == 2 * len({card.id for _, card, _, _, _ in expected if card.id})
    for id, side in by_card:
        across, down = by_card[id, side]
        assert (across, down) == pytest.approx(by_card[id, "front"], abs=NEAR)


@pytest.mark.parametrize(("name", "paper"), PRINTED)
def test_nothing_is_cut_off_or_overprinted(name: str, paper: Paper) -> None:
    """The longest real words stay 4 mm inside their cards, and no line runs into another or into a code."""
    layout, expected = sides(name, paper)
    grid, found = layout.grid, shown(name, paper)
    for number, page in enumerate(found):
        for n, box in enumerate(page):
            assert not any(box.touches(other) for other in page[n + 1 :]), (number, box)
        for _, card, side, left, top in (place for place in expected if place[0] == number):
            own = [box for box in page if left < (box.left + box.right) / 2 < left + grid.width]
            own = [box for box in own if top < (box.top + box.bottom) / 2 < top + grid.height]
            assert own
            for box in own:
                assert box.inside(left + 4, top + 4, grid.width - 8, grid.height - 8), (card.id, side, box)
            if side == "back" and card.id:
                code = Box("", left + grid.width - 22, top + grid.height - 22, left + grid.width, top + grid.height)
                assert not any(box.touches(code) for box in own), card.id


@pytest.mark.parametrize("name", TRIM)
def test_cards_have_the_size_they_are_cut_for(name: str) -> None:
    """The lines on the printed sheet, front by front, lie as far apart as the cards are wide and high."""
    layout = edition(name, "a4")
    width, height = TRIM[name]
    assert (layout.grid.width, layout.grid.height) == (width, height)
    if name == "cards-press":
        return
    page = inked(printed(name, "a4"), 0)
    across = page.columns(min(layout.grid.top, 4) / 2 + 0.3)
    down = page.rows(min(layout.grid.left, 4) / 2 + 0.3)
    wanted = [cut for cut in layout.grid.cuts_across() if 0 < cut < layout.grid.page_width]
    assert across == pytest.approx(wanted, abs=NEAR)
    assert down == pytest.approx([cut for cut in layout.grid.cuts_down() if 0 < cut < 297], abs=NEAR)


def test_a_print_shop_gets_a_card_a_page_with_bleed() -> None:
    """Every page is trimmed to a card, colour runs three millimetres over each edge, and backs follow their fronts."""
    pdf = printed("cards-press", "a4")
    with pikepdf.open(BytesIO(pdf)) as document:
        bleeds = [[float(each) * POINT for each in page.obj.BleedBox] for page in document.pages]
    for (left, bottom, width, height), bleed in zip(trimmed(pdf), bleeds, strict=True):
        assert (width, height) == pytest.approx(TRIM["cards-press"], abs=NEAR)
        assert bleed[:2] == pytest.approx([left - BLEED, bottom - BLEED], abs=NEAR)
        assert bleed[2:] == pytest.approx([left + width + BLEED, bottom + height + BLEED], abs=NEAR)
    _, expected = sides("cards-press", "a4")
    assert [side for _, _, side, _, _ in expected] == ["front", "back"] * (len(expected) // 2)


def test_all_words_are_there() -> None:
    """Every word of the hardest cards is printed, on the front or on the back."""
    everything = " ".join(texts(printed("cards", "a4"))).replace("\ufffe", "-")
    for card in deck(hardest(), real_library()):
        for words in (card.text, card.title, card.byline, *card.source, card.follow_up):
            squeezed = "".join(words.split()).replace("-", "")
            assert squeezed in "".join(everything.split()).replace("-", ""), card.id


def test_real_entries_are_set_large() -> None:
    """Every question and every quote up to arm's length is set in 14 points or more on both papers."""
    library = real_library()
    for paper in PAPERS:
        layout = edition("cards", paper)
        for question in library.all(Question):
            assert layout.points(question.ask, "", "display-regular") >= 14, question.id
        for quote in library.all(Quote):
            assert layout.points(f"“{quote.text}”") >= (14 if len(quote.text) <= 165 else 10), quote.id


def test_every_entry_of_a_plan_has_a_card(library: Library) -> None:
    """Quotes, questions and stories of a plan come first, each once, those of a set singly."""
    plan = planned(library, setting="staff-meeting", minutes=60, group=8)
    wanted: list[str] = []
    for item in plan.items:
        entry = library.entries[item.entry]
        wanted += entry.stories if isinstance(entry, StorySet) else [entry.id]
    wanted = [id for id in dict.fromkeys(wanted) if isinstance(library.entries[id], Quote | Question | Story)]
    assert [card.id for card in deck(plan, library)][: len(wanted)] == wanted


def test_a_question_is_printed_in_the_form_asked(library: Library) -> None:
    """A question that the plan asks with a colleague as the customer says so on its card."""
    question = next(question for question in library.all(Question) if question.ask_internal)
    inside = deck(plan_of(question.id, internal=(question.id,)), library)[0]
    outside = deck(plan_of(question.id), library)[0]
    assert (inside.text, outside.text) == (question.ask_internal, question.ask)


@pytest.mark.parametrize(
    ("request_", "least"),
    [
        ({"setting": "staff-meeting", "minutes": 10, "group": 8}, 8),
        ({"setting": "staff-meeting", "minutes": 30, "group": 8}, 16),
        ({"setting": "orientation", "minutes": 45, "group": 12}, 24),
        ({"setting": "training", "minutes": 60, "group": 8, "approach": "quotes"}, 24),
    ],
)
def test_decks_come_in_full_sheets(request_: dict[str, object], least: int) -> None:
    """A deck fills whole sheets, ends in four blank cards, and is larger where people choose a card."""
    library = real_library()
    plan = planned(library, **request_)
    cards = deck(plan, library)
    assert len(cards) >= least
    assert len(cards) % 8 == 0
    assert [card.kind for card in cards].count("blank") == BLANKS
    assert all(card.kind == "blank" for card in cards[-BLANKS:])


def test_a_small_library_gives_more_blank_cards(library: Library) -> None:
    """Where entries run out, the last sheet is filled with blank cards."""
    alone = replace(library, entries={id: library.entries[id] for id in library.entries if id.startswith("themes")})
    cards = deck(plan_of(), alone)
    assert [card.kind for card in cards] == ["deck", *["blank"] * 7]


def test_further_cards_are_fit_for_the_room() -> None:
    """What fills a deck for new people is verified, complete, free of barriers, and asks for no time here."""
    library = real_library()
    plan = planned(library, setting="orientation", minutes=45, group=12)
    own = {item.entry for item in plan.items}
    further = [library.entries[card.id] for card in deck(plan, library) if card.id and card.id not in own]
    quotes = [entry for entry in further if isinstance(entry, Quote)]
    questions = [entry for entry in further if isinstance(entry, Question)]
    assert quotes
    assert questions
    assert all(entry.complete for entry in (*quotes, *questions))
    assert {quote.status for quote in quotes} == {"verified"}
    assert not any(question.needs or question.raises or question.after for question in questions)
    all_entries = [library.entries[card.id] for card in deck(plan, library) if card.id]
    authors = [library.person(entry.author) for entry in all_entries if isinstance(entry, Quote)]
    assert len(authors) == len(set(authors))


def test_a_deck_is_the_same_every_time() -> None:
    """The same plan gives the same cards and the same bytes."""
    library = real_library()
    plan = planned(library, setting="staff-meeting", minutes=10, group=8)
    twice = [render(html_for("cards", plan, library, PrintOptions())) for _ in range(2)]
    assert deck(plan, library) == deck(plan, library)
    assert twice[0] == twice[1]


def test_the_code_leads_to_the_entry() -> None:
    """The dots printed on a back are those of the entry's address."""
    layout, expected = sides("cards", "a4")
    page, card, _, left, top = next(place for place in expected if place[2] == "back")
    code = segno.make(address(card.id, SITE), error="m", micro=False)
    matrix = [list(row) for row in code.matrix_iter(border=2)]
    module = 16 / len(matrix)
    corner = left + layout.grid.width - 22, top + layout.grid.height - 22
    places = [
        (corner[0] + (x + 0.5) * module, corner[1] + (y + 0.5) * module)
        for y in range(len(matrix))
        for x in range(len(matrix))
    ]
    assert dark(printed("cards", "a4"), page, places) == [bool(dot) for row in matrix for dot in row]
    assert address(card.id, SITE) == f"https://example.org/huddlekit/e/{card.id}.html"


def test_without_an_address_there_is_no_code() -> None:
    """Cards of a library without a site carry their ids alone."""
    html = html_for("cards", hardest(), real_library(), PrintOptions())
    assert 'class="code"' not in html
    assert "example.org/huddlekit" not in html


def test_the_sheet_says_how_to_print_it() -> None:
    """A line in the margin of every sheet says two-sided, long edge, cut."""
    assert all(say("cards.how.duplex") in text for text in texts(printed("cards", "a4")))


def test_text_of_entries_is_text() -> None:
    """Markup in an entry is printed, not obeyed."""
    library = real_library()
    quote = next(library.all(Quote)).model_copy(update={"excerpt": "whole", "text": "<b>Serve</b> {{ 7 * 7 }} & smile"})
    odd = replace(library, entries={**library.entries, quote.id: quote})
    html = html_for("cards", plan_of(quote.id), odd, PrintOptions())
    assert "“&lt;b&gt;Serve&lt;/b&gt; {{ 7 * 7 }} &amp; smile”" in html


def test_words_are_measured_as_the_engine_sets_them() -> None:
    """A measured line is as wide as the printed one, to three in a hundred."""
    layout, expected = sides("cards", "a4")
    page, card, _, left, top = next(place for place in expected if place[1].kind == "question")
    size = layout.points(card.text, "", "display-regular")
    inside = [
        box for box in boxes(printed("cards", "a4"))[page] if 12 < box.top - top < 55 and 0 < box.left - left < 80
    ]
    assert len(inside) == lines(card.text, "display-regular", size, layout.grid.width - 14)
    for box in inside:
        assert box.right - box.left == pytest.approx(millimetres(box.text, "display-regular", size), rel=0.03)


def test_a_long_word_is_set_smaller_than_others() -> None:
    """A word that is wider than its card would be cut off."""
    layout = edition("cards-large", "a4")
    assert layout.points("Manage well.") > layout.points("“Incomprehensibilities!”")
