"""Which cards a plan gets, and the words on their two sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.compose.plan import Item, Plan
from generator.library.library import Library
from generator.library.models import Entry, Placed, Question, Quote, Story, StorySet
from generator.paper.further import further
from generator.paper.sentences import sentences
from generator.paper.wording import quotation, stories
from generator.strings import say

BLANKS = 4
"""Cards to write one's own on, in every deck."""
_LAST = BLANKS + 1
"""The cards that every deck ends with: one about itself, and the blank ones."""
_FULL_SHEET = 8
_FIRST_LINES = 115


@dataclass(frozen=True)
class Card:
    """One card, front and back, in plain words."""

    id: str
    kind: Literal["quote", "question", "story", "deck", "blank"]
    label: str
    text: str = ""
    title: str = ""
    byline: str = ""
    theme: str = ""
    theme_icon: str = ""
    status: str = ""
    mark: str = ""
    """The status, or how a story is told, as the entry says it."""
    source: tuple[str, ...] = ()
    """Who and where from, one line each."""
    follow_up: str = ""


def deck(plan: Plan, library: Library) -> tuple[Card, ...]:
    """The plan's own entries, further ones that fill the last sheet, a card about the deck, and blank cards."""
    own = [_card(entry, internal, library) for entry, internal in _own(plan, library)]
    total = max(_least_cards(plan), _full(len(own) + _LAST))
    used = {entry.id: entry for entry, _ in _own(plan, library)}
    more = further(plan.request, library, used, total - _LAST - len(own))
    cards = [*own, *(_card(entry, plan.request.customer == "internal", library) for entry in more), _about(plan)]
    blank = Card("", "blank", say("cards.kinds.blank"))
    return (*cards, *[blank] * (_full(len(cards) + BLANKS) - len(cards)))


def _about(plan: Plan) -> Card:
    """What these cards are, three ways to use them, and what one may do with them."""
    return Card(
        id="",
        kind="deck",
        label=say("cards.kinds.deck"),
        title=plan.title,
        text=say("cards.deck.uses"),
        byline=say("cards.deck.byline"),
        source=(say("cards.deck.marks"),),
        follow_up=say("cards.deck.licence"),
    )


def _full(cards: int) -> int:
    return -(-cards // _FULL_SHEET) * _FULL_SHEET


def _least_cards(plan: Plan) -> int:
    chosen_from = any(segment.role == "choose-card" for segment in plan.segments)
    if chosen_from or plan.request.setting == "orientation":
        return 3 * _FULL_SHEET
    return _FULL_SHEET if plan.huddle else 2 * _FULL_SHEET


def _own(plan: Plan, library: Library) -> Iterator[tuple[Entry, bool]]:
    """The quotes, questions and stories of the plan, each once, with whether it is asked in its internal form."""
    seen: set[str] = set()
    for item in plan.items:
        for entry in _single(item, library):
            if entry.id not in seen and isinstance(entry, Quote | Question | Story):
                seen.add(entry.id)
                yield entry, item.internal


def _single(item: Item, library: Library) -> Iterable[Entry]:
    entry = library.entries[item.entry]
    return stories(entry, library) if isinstance(entry, StorySet) else [entry]


def _card(entry: Entry, internal: bool, library: Library) -> Card:
    match entry:
        case Quote():
            return _themed(_quote(entry, library), entry, library)
        case Question():
            return _themed(_question(entry, internal), entry, library)
        case Story():
            return _themed(_story(entry), entry, library)
    raise TypeError(f"{entry.id}: no card for a {entry.kind}")


def _themed(card: Card, entry: Placed, library: Library) -> Card:
    if not entry.themes:
        return card
    theme = library.vocabularies["themes"][entry.themes[0]]
    return replace(card, theme=theme.label, theme_icon=theme.icon)


def _quote(quote: Quote, library: Library) -> Card:
    author = library.authors.get(quote.author)
    dates = f" ({author.dates})" if author and author.dates else ""
    where = ", ".join(part for part in (quote.work, quote.year, quote.locator) if part)
    translated = [say("cards.translated", name=quote.translator)] if quote.translator else []
    fragment = [say("cards.fragment")] if quote.excerpt == "fragment" else []
    lines = (library.person(quote.author) + dates, where, " · ".join([*translated, *fragment]))
    return Card(
        id=quote.id,
        kind="quote",
        label=say("cards.kinds.quote"),
        text=quotation(quote, library).words,
        byline=library.person(quote.author),
        status=say(f"cards.status.{quote.status}"),
        mark=quote.status,
        source=tuple(line for line in lines if line),
        follow_up=quote.ask[0] if quote.ask else "",
    )


def _question(question: Question, internal: bool) -> Card:
    return Card(
        id=question.id,
        kind="question",
        label=say("cards.kinds.question"),
        text=(internal and question.ask_internal) or question.ask,
        byline=say(f"cards.steps.{question.step}"),
        source=(say(f"cards.about.{question.step}"),),
        follow_up=question.follow_ups[0] if question.follow_ups else "",
    )


def _story(story: Story) -> Card:
    setting = ", ".join(part for part in (story.trade, story.country, story.year) if part)
    return Card(
        id=story.id,
        kind="story",
        label=say("cards.kinds.story"),
        title=story.title,
        text=_first_lines(story.text),
        byline=say(f"cards.told.{story.told}"),
        status=say(f"cards.told.{story.told}"),
        mark=story.told,
        source=tuple(line for line in (story.told_by, setting) if line),
        follow_up=story.notice[0],
    )


def _first_lines(text: str) -> str:
    """Whole sentences where they are short enough, else words up to an ellipsis."""
    taken, *others = sentences(text)
    for sentence in others:
        if len(taken) + len(sentence) >= _FIRST_LINES:
            break
        taken = f"{taken} {sentence}"
    if len(taken) <= _FIRST_LINES:
        return f"{taken} …"
    return f"{taken[:_FIRST_LINES].rpartition(' ')[0].rstrip(',;:–')} …"
