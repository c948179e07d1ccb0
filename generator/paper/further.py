"""Which quotes and questions fill up a deck beyond what a plan uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.compose.candidates import NEWCOMERS
from generator.compose.plan import Request
from generator.compose.rank import rank
from generator.library.library import Library
from generator.library.models import Entry, Placed, Question, Quote

_ARMS_LENGTH = 165
"""Characters; what fills up a deck is set in large type."""


def further(request: Request, library: Library, used: Mapping[str, Entry], wanted: int) -> list[Placed]:
    """The best ranked quotes and questions that are not in the plan: two quotes, then a question, and so on."""
    authors = {library.person(entry.author) for entry in used.values() if isinstance(entry, Quote)}
    quotes: list[Placed] = []
    for quote in _ranked(library.all(Quote), request, used):
        if isinstance(quote, Quote) and (author := library.person(quote.author)) not in authors:
            authors.add(author)
            quotes.append(quote)
    questions = list(_ranked(library.all(Question), request, used))
    mixed: list[Placed] = []
    while (quotes or questions) and len(mixed) < wanted:
        mixed += [*quotes[:2], *questions[:1]]
        del quotes[:2], questions[:1]
    return mixed[: max(wanted, 0)]


def _ranked(entries: Iterable[Placed], request: Request, used: Iterable[str]) -> list[Placed]:
    fitting = (entry for entry in entries if entry.id not in used and entry.complete and _suits(entry, request))
    return sorted(fitting, key=lambda entry: rank(entry, request))


def _suits(entry: Placed, request: Request) -> bool:
    if entry.settings and request.setting not in entry.settings:
        return False
    if entry.audience and request.audience not in entry.audience:
        return False
    if "both" not in (entry.customer, request.customer) and entry.customer != request.customer:
        return False
    match entry:
        case Quote():
            return entry.status == "verified" and len(entry.text) <= _ARMS_LENGTH
        case Question():
            alone = not (entry.after or entry.raises or entry.step == "check-back")
            newcomers = request.audience in NEWCOMERS[0] or request.setting in NEWCOMERS[1]
            return alone and not (entry.needs and newcomers) and len(entry.ask) <= _ARMS_LENGTH
    return False
