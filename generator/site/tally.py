"""The page that counts scores and lists, and the exercises it knows: a script, so that it works from a USB stick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.library.models import Activity
from generator.library.worksheets import RankedList, Scale
from generator.output import Output
from generator.site.addresses import page_of
from generator.site.data import data_script
from generator.site.site import Pages, Site
from generator.strings import look_up

RANGES = ((1, 5), (1, 7), (1, 10), (0, 10))
"""The scales that are offered beside those of the exercises, as (lowest, highest)."""


def tally_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``tally.html`` and ``assets/data/scales.js``."""
    exercises = [made for entry in site.library.all(Activity) if (made := _exercise(entry))]
    yield pages.make("tally.md", "tally.md", exercises=exercises, ranges=RANGES)
    data = {"exercises": exercises, "words": look_up("site.tally.words")}
    yield data_script("scales", data)


def _exercise(entry: Activity) -> dict[str, Any] | None:
    """What the page needs of an activity that is scored or listed, or nothing."""
    common = {"id": entry.id, "title": entry.title, "page": page_of(entry.id)}
    match entry.worksheet:
        case Scale() as sheet:
            ends = sheet.model_dump(include={"low", "high", "low_label", "high_label"})
            asked = {"statements": list(sheet.statements), "reported": sheet.reported or ""}
            return {**common, **ends, **asked, "kind": "scores"}
        case RankedList() as sheet:
            return {**common, "listed": sheet.title, "lines": sheet.lines, "kind": "lists"}
    return None
