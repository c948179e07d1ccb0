"""The page of favourites and of what was used when; both are kept by the reader's browser alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output import Output
from generator.site.data import data_script
from generator.site.find import KINDS_FOUND
from generator.site.site import Pages, Site
from generator.site.words import kind_label
from generator.strings import look_up


def mine_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``mine.html`` and ``assets/data/mine.js``: the words its script says, and the new ids of what has moved."""
    yield pages.make("mine.md", "mine.md")
    kinds = {folder: kind_label(folder) for folder in KINDS_FOUND}
    data = {**look_up("site.mine.words"), "kinds": kinds, "moved": dict(site.library.moved)}
    yield data_script("mine", data)
