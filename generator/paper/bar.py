"""The bar that shows all segments to scale."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.brand import Brand
from generator.strings import say

_WIDTH = 1720
_NARROW, _SIZE, _SMALL = 46, 36, 22
"""The number in a segment narrower than this is smaller."""
_SHADE = {
    "welcome": "frame",
    "rules": "frame",
    "close": "frame",
    "evaluation": "frame",
    "slack": "open",
    "break": "open",
    "actions": "action",
}


@dataclass(frozen=True)
class Stripe:
    """One segment in the bar, in tenths of a millimetre."""

    x: int
    width: int
    fill: str
    ink: str
    label: str
    size: int
    """Of the number."""


@dataclass(frozen=True)
class Tick:
    """A mark below the bar."""

    x: int
    label: str


@dataclass(frozen=True)
class Bar:
    """The whole session as a bar."""

    width: int
    stripes: tuple[Stripe, ...]
    ticks: tuple[Tick, ...]
    description: str


def bar(plan: Plan, brand: Brand) -> Bar:
    """The segments of a plan, each as wide as its minutes."""
    total = plan.request.minutes
    colours = {
        "frame": ("#ddd3c2", "#1f2429"),
        "core": (brand.accent, "#ffffff"),
        "action": (brand.second, "#ffffff"),
        "open": ("#f2ede3", "#1f2429"),
    }
    stripes = []
    for number, segment in enumerate(plan.segments, start=1):
        x, end = segment.starts * _WIDTH // total, segment.ends * _WIDTH // total
        size = _SIZE if end - x >= _NARROW else _SMALL
        fill, ink = colours[_SHADE.get(segment.kind, "core")]
        stripes.append(Stripe(x, end - x, fill, ink, str(number), size))
    every = 5 if total <= 45 else 10 if total <= 75 else 15
    ticks = tuple(Tick(minute * _WIDTH // total, str(minute)) for minute in range(0, total + 1, every))
    return Bar(_WIDTH, tuple(stripes), ticks, _described(plan))


def _described(plan: Plan) -> str:
    each = [
        say("guide.bar_segment", number=number, title=segment.title, minutes=segment.minutes)
        for number, segment in enumerate(plan.segments, start=1)
    ]
    return say("guide.bar", count=len(each), segments="; ".join(each))
