"""The handout cut into pages: what stands where is decided here, so that the guide can name the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf

_HEIGHT = {"a4": 255.0, "letter": 243.0}
"""Millimetres of a page that may be used; a little is kept back, because text is only measured roughly."""

_MOST_MORE = 5
_EVEN = 0.05
"""How much an even share counts beside white paper that nobody writes on."""
_LARGE = 0.55
"""Sheets that take more of a page than this leave half-empty pages before them."""


@dataclass(frozen=True)
class Part:
    """One block of the handout. Its height is ``fixed`` and ``rows`` times the height of a row, in millimetres."""

    macro: str
    """What draws it: a macro of handout/parts."""
    data: object
    fixed: float
    rows: int = 0
    least: float = 7.5
    most: float = 10.5
    fields: int = 0
    """How many places to write in it has that can take more lines."""
    row: float = 0
    """Height of a row, once the page is known."""
    more: int = 0
    """Lines that each field gets beyond its own, where the page has room."""
    segment: int = 0
    """Number of the segment in which it is used."""
    may_wait: bool = False
    """It may stand behind what comes after it, where it takes most of a page."""
    own_leaf: bool = False
    """It is handed in: a sheet of its own, with nothing on its back."""

    @property
    def height(self) -> float:
        """What it needs at least."""
        return self.fixed + self.rows * self.least

    @property
    def growth(self) -> float:
        """What its lines to write on can take beyond that."""
        return self.rows * (self.most - self.least) + self.fields * _MOST_MORE * self.most


Page = tuple[Part, ...]


def pages(parts: Sequence[Part], paper: str) -> tuple[Page, ...]:
    """Parts cut into as few pages as they need; an even number before a sheet that is
    handed in, so that nobody hands in what is on its back."""
    height = _HEIGHT[paper]
    kept = _ordered([part for part in parts if not part.own_leaf], height)
    leaves = [part for part in parts if part.own_leaf]
    count = _fewest(kept, height)
    talk = _shared_out(kept, count + (count % 2 if leaves else 0), height)
    return tuple(_filled(page, height) for page in (*talk, *_shared_out(leaves, _fewest(leaves, height), height)))


def _ordered(parts: Sequence[Part], height: float) -> Sequence[Part]:
    """In the order of the session, unless it saves a page to put the sheets that may wait behind everything else."""
    waiting = sorted(parts, key=lambda part: part.may_wait)
    large = sorted(parts, key=lambda part: part.may_wait and part.height > _LARGE * height)
    return min((parts, large, waiting), key=lambda order: _fewest(order, height))


def _fewest(parts: Sequence[Part], height: float) -> int:
    """The fewest pages that hold the parts."""
    count, used = 0, height
    for part in parts:
        if used + part.height > height:
            count, used = count + 1, 0.0
        used += part.height
    return count


def _shared_out(parts: Sequence[Part], count: int, height: float) -> tuple[Page, ...]:
    """The parts on ``count`` pages, with little white and as evenly as may be; on fewer only where they are too few."""

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[Page, ...]]:
        if start == len(parts) or left == 0:
            return (0.0 if start == len(parts) and left == 0 else inf), ()
        found = []
        for end in range(start + 1, len(parts) + 1):
            room = height - sum(part.height for part in parts[start:end])
            if room < 0 and end > start + 1:
                break
            cost, rest = best(end, left - 1)
            white = max(0.0, room - sum(part.growth for part in parts[start:end]))
            found.append((cost + white * white + _EVEN * room * room, (tuple(parts[start:end]), *rest)))
        return min(found, key=lambda each: each[0])

    return best(0, min(count, len(parts)))[1]


def _filled(page: Page, height: float) -> Page:
    """What is left of the page goes to the lines to write on: first further apart, then more of them."""
    left = height - sum(part.height for part in page)
    rows, fields = sum(part.rows for part in page), sum(part.fields for part in page)
    wider = max(0.0, left / rows) if rows else 0.0
    spaced = [replace(part, row=round(min(part.most, part.least + wider), 1)) for part in page]
    left -= sum(part.rows * (part.row - part.least) for part in spaced)
    highest = max((part.row for part in spaced), default=0.0)
    more = min(_MOST_MORE, int(max(0.0, left) / (fields * highest))) if fields else 0
    return tuple(replace(part, more=more) for part in spaced)


def page_of(cut: Sequence[Page]) -> dict[int, int]:
    """Number of a segment -> page on which it is used first."""
    found: dict[int, int] = {}
    for number, page in enumerate(cut, start=1):
        for part in page:
            if part.segment:
                found.setdefault(part.segment, number)
    return found
