"""What one printed document says about another, or about its own pages, checked against those pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.handout import handout_pages
from generator.paper.handout_pages import Page, page_of
from generator.paper.job import Paper, PrintOptions
from generator.strings import say
from tests.printed import texts
from tests.structure import bookmarks

_RANGE = re.compile(rf"{say('guide.page_range')} (\d+)–(\d+)")


def wrong_ranges(guide: bytes) -> list[str]:
    """Pages to print that page one names and that are not those of the part."""
    leaves = texts(guide)
    found = [(int(first), int(last)) for first, last in _RANGE.findall(" ".join(leaves[:4]))]
    with pikepdf.open(BytesIO(guide)) as pdf:
        starts = dict(bookmarks(pdf))
    before, after = (starts[say(f"guide.parts.{part}.label")] for part in ("before", "after"))
    allowed = ({1}, {before - 1, before}), ({before}, {after - 1, after}), ({after}, {len(leaves)})
    if len(found) != len(allowed):
        return [f"{len(found)} ranges are named"]
    pairs = zip(found, allowed, strict=True)
    return [f"pages {a}–{b}" for (a, b), (first, last) in pairs if a not in first or b not in last]


def wrong_pages(plan: Plan, library: Library, paper: Paper, guide: bytes, handout: bytes) -> Iterator[str]:
    """Pages of the handout that the guide does not name, or where what it sends people to does not stand."""
    leaves, told = texts(handout), " ".join(texts(guide))
    cut = handout_pages(plan, library, PrintOptions(paper=paper))
    if len(cut) != len(leaves):
        yield f"{len(leaves)} pages instead of {len(cut)}"
    for page in page_of(cut).values():
        if say("guide.handout_page", page=page) not in told:
            yield f"page {page} is not named"
    for number, parts in enumerate(cut, 1):
        yield from (
            f"{title} is not on page {number}" for title in _titles(parts, plan) if title not in leaves[number - 1]
        )


def _titles(page: Page, plan: Plan) -> Iterator[str]:
    """What stands above each part of a page."""
    for part in page:
        match part.macro:
            case "opening":
                yield plan.title
            case "notice" | "own_line" | "commitment":
                yield say(f"handout.{part.macro}.title")
            case _:
                yield str(part.data.title)  # type: ignore[attr-defined]


def wrong_minutes(plan: Plan, guide: Path) -> list[str]:
    """Rows of the run of show, as a reader of tags hears them, whose minutes are not those of the plan."""
    said = subprocess.run(["pdfinfo", "-struct-text", str(guide)], capture_output=True, text=True, check=True).stdout
    rows = [re.findall(r'^ *"(.*)"$', row, re.MULTILINE) for row in re.split(r"^ *TR$", said, flags=re.MULTILINE)]
    found = [row[1] for row in rows if row and re.fullmatch(r"\d+:\d\d", row[0])]
    wanted = [str(segment.minutes) for segment in plan.segments]
    return [] if found == wanted else [f"{found} instead of {wanted}"]
