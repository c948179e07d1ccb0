"""Lengths and group sizes in words: the same on paper, on the site and on pictures."""

from __future__ import annotations

from collections.abc import Iterable

from generator.library.models import Activity, KitRecipe
from generator.strings import say


def span_of_minutes(least: int, most: int) -> str:
    """``10 minutes`` or ``10 to 20 minutes``."""
    return say("minutes", count=least) if least == most else say("site.minutes_span", least=least, most=most)


def lengths(minutes: Iterable[int]) -> str:
    """``10 minutes`` or ``30, 60 or 90 minutes``."""
    *others, last = sorted(set(minutes))
    if not others:
        return say("minutes", count=last)
    return say("site.lengths", others=", ".join(str(each) for each in others), last=last)


def group(entry: Activity | KitRecipe) -> str:
    """``6 to 20 people``."""
    least, most = entry.group.least, entry.group.most
    return say("people", count=least) if least == most else say("site.group_span", least=least, most=most)
