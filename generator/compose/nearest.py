"""The nearest request that works: one field moved as little as possible, then two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.compose.approaches import approaches
from generator.compose.plan import Request
from generator.compose.request import USUAL

Works = Callable[[Request], bool]


def nearest(request: Request, first: tuple[str, ...], works: Works) -> Request | None:
    """A request that works, moving the fields named ``first`` before others. None when two moves do not help."""
    order = [*first, *(field for field in _MOVES if field not in first)]
    found = _one_move(request, order, works)
    if found:
        return found
    plain = replace(request, themes=(), pins=(), places=(), audience=USUAL["audience"], customer="both")
    return _one_move(plain, order, works) or _two_moves(plain, works)


def _one_move(request: Request, order: list[str], works: Works) -> Request | None:
    tried = (moved for field in order if field in _MOVES for moved in _MOVES[field](request))
    return next((moved for moved in tried if works(moved)), None)


def _two_moves(request: Request, works: Works) -> Request | None:
    tried = (by_minutes for moved in _approaches(request) for by_minutes in _minutes(moved))
    return next((moved for moved in tried if works(moved)), None)


def _minutes(request: Request) -> Iterator[Request]:
    for minutes in sorted(range(5, 121), key=lambda m: (abs(m - request.minutes), -m)):
        if minutes != request.minutes:
            yield replace(request, minutes=minutes)


def _group(request: Request) -> Iterator[Request]:
    for group in sorted(range(2, 41), key=lambda g: (abs(g - request.group), g)):
        if group != request.group:
            yield replace(request, group=group)


def _approaches(request: Request) -> Iterator[Request]:
    """combined carries long sessions, quote-then-questions the shortest one about quotes; then all others."""
    named = "quote-then-questions" if request.approach == "quotes" and request.minutes < 60 else "combined"
    for approach in [named, *(name for name in approaches().cores if name != named)]:
        if approach != request.approach:
            yield replace(request, approach=approach)


def _themes(request: Request) -> Iterator[Request]:
    for left_out in request.themes if len(request.themes) > 1 else ():
        yield replace(request, themes=tuple(theme for theme in request.themes if theme != left_out))
    if request.themes:
        yield replace(request, themes=())


def _pins(request: Request) -> Iterator[Request]:
    for left_out in request.pins:
        yield replace(request, pins=tuple(pin for pin in request.pins if pin != left_out))


def _places(request: Request) -> Iterator[Request]:
    for left_out in request.places:
        yield replace(request, places=tuple(place for place in request.places if place != left_out))
    if len(request.places) > 1:
        yield replace(request, places=())


def _customer(request: Request) -> Iterator[Request]:
    if request.customer != "both":
        yield replace(request, customer="both")


def _audience(request: Request) -> Iterator[Request]:
    if request.audience != USUAL["audience"]:
        yield replace(request, audience=USUAL["audience"])


_MOVES: dict[str, Callable[[Request], Iterator[Request]]] = {
    "minutes": _minutes,
    "approach": _approaches,
    "themes": _themes,
    "pins": _pins,
    "places": _places,
    "customer": _customer,
    "audience": _audience,
    "group": _group,
}
