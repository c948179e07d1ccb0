"""Finds pages that hold only a few lines, which a little less space everywhere would take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

MAY_CLOSE = "data-may-close"
"""Marks a document that may be set a little closer."""
_FEW = 0.25
"""A page is short of words when they reach no further down than this share of it."""
_START = '<html lang="en" class="'
_DEGREES = ("", "closer ", "closer closest ")


def settings(html: str) -> Iterator[str]:
    """The document as it is, then, where it may be, with less and less space (classes of the style sheets)."""
    for degree in _DEGREES if MAY_CLOSE in html else _DEGREES[:1]:
        yield html.replace(_START, _START + degree, 1)


def short(pages: Iterable[Any]) -> int:
    """How many pages hold only a few lines."""
    return sum(_reach(page._page_box) < _FEW for page in pages)


def _reach(sheet: Any) -> float:
    """How far down the type area of a page words reach, from 0 to 1."""
    lowest = max(_bottoms(sheet), default=0.0)
    return float((lowest - sheet.content_box_y()) / sheet.height)


def _bottoms(box: Any) -> Iterator[float]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child.position_y + child.height
        elif type(child).__name__ != "MarginBox":
            yield from _bottoms(child)
