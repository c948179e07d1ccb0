"""The cards of a kit: fronts and mirrored backs, ready to cut."""

from __future__ import annotations

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.card_layout import edition, pages
from generator.paper.cut_lines import cut_lines
from generator.paper.deck import Card, deck
from generator.paper.job import PrintOptions
from generator.paper.typeset import typeset
from generator.strings import say
from generator.templates import Markup

_ICONS = {
    "quote": "quote",
    "question": "message-circle",
    "story": "book-open",
    "deck": "layout-list",
    "blank": "pen-line",
}
_MARKS = {
    "verified": "search-check",
    "attributed": "circle-help",
    "disputed": "triangle-alert",
    "own": "pen-line",
    "documented": "file-text",
    "first-hand": "user",
    "illustrative": "wand-sparkles",
}
_STORY, _OTHER = "#5d3f6e", "#565d63"


def cards(plan: Plan, library: Library, options: PrintOptions, name: str = "cards") -> str:
    """The cards of a plan in one of the editions of card_sizes.yml."""
    layout, all_cards = edition(name, options.paper), deck(plan, library)
    made, coded = tuple(pages(all_cards, layout)), bool(options.site_url)
    sources = {card: " · ".join(card.source[1:]) for card in all_cards}
    return typeset(
        "cards",
        document="cards",
        title=plan.title,
        options=options,
        styles=("cards", "card-press") if layout.layout == "press" else ("cards",),
        edition=layout,
        grid=layout.grid,
        pages=made,
        sheets=made[-1].sheet,
        cuts=cut_lines(layout.grid, fold=layout.layout == "fold"),
        points={card: layout.points(card.text, card.title, _face(card), sources[card]) for card in all_cards},
        feet={card: layout.below(sources[card]) for card in all_cards},
        sources=sources,
        back_points={card: layout.back_points(card.source, card.follow_up, coded) for card in all_cards if layout.back},
        codes={card: _code(card, options) for card in all_cards},
        icons=_ICONS,
        marks=_MARKS,
        colours=_colours(options),
    )


def _face(card: Card) -> str:
    return "display-regular" if card.kind == "question" else "serif-regular"


def _colours(options: PrintOptions) -> dict[str, str]:
    """The colour of each kind of card."""
    brand = options.brand
    return {"quote": brand.accent, "question": brand.second, "story": _STORY, "deck": _OTHER, "blank": _OTHER}


def address(id: str, site_url: str) -> str:
    """Where an entry lives on the site, for good."""
    return f"{site_url.rstrip('/')}/e/{id}.html"


def _code(card: Card, options: PrintOptions) -> Markup:
    """The QR code of an entry's address, as SVG that says where it leads."""
    if not (options.site_url and card.id):
        return Markup("")
    import segno

    url = address(card.id, options.site_url)
    label = say("cards.code", url=url)
    svg = segno.make(url, error="m", micro=False).svg_inline(border=2, title=label, svgclass="code", omitsize=True)
    return Markup(svg)
