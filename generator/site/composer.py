"""The page that composes a session in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.approaches import approaches
from generator.output import Output
from generator.site.site import Pages, Site

LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120)
"""Minutes that are offered to be tapped; any number from 5 to 120 can be typed."""


def composer_page(site: Site, pages: Pages) -> Iterator[Output]:
    """``compose.html``. What it works with is written by ``data.py``."""
    known = site.library.vocabularies
    yield pages.make(
        "compose.md",
        "compose.md",
        lengths=LENGTHS,
        approaches=tuple(approaches().cores),
        settings=known["settings"],
        audiences=known["audiences"],
        themes=known["themes"],
    )
