"""Where cards lie on a sheet of paper, and how large their words are set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from generator.library.reader import load_own
from generator.paper.measure import height, lines, millimetres

C = TypeVar("C")
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""
_PADDING = "7"
_FURNITURE = 24.7
"""Height of what stands above and below the words of a front, with its distances."""
_SMALL, _AIR = 14.0, 6.0
"""Type above this size, in points, is taken only where this height stays free."""
_TITLE, _TITLE_SPACE = 1.2, 2.0
"""Size of a title, in ems of the words below it, and the space after it."""
_SOURCE, _SOURCE_POINTS = 3.4, 7.5
"""Height and size of a line of the source under a byline, where there are no backs."""
_BACK, _CODE = 37.0, 18.0
"""Height of what stands on a back besides source and question; width of the code with the space beside it."""


@dataclass(frozen=True)
class Grid:
    """Equal cards in columns and rows in the middle of a page; all measures in millimetres."""

    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float
    gutter: float = 0.0
    """Between columns."""

    @property
    def left(self) -> float:
        """The margin left and right."""
        return (self.page_width - self.columns * self.width - (self.columns - 1) * self.gutter) / 2

    @property
    def top(self) -> float:
        """The margin above and below."""
        return (self.page_height - self.rows * self.height) / 2

    @property
    def size(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    def place(self, number: int, mirrored: bool = False) -> tuple[float, float]:
        """Left and top of a card, counted from 0 along the rows; mirrored for the back of a sheet."""
        row, column = divmod(number, self.columns)
        column = self.columns - 1 - column if mirrored else column
        return self.left + column * (self.width + self.gutter), self.top + row * self.height

    def cuts_across(self) -> tuple[float, ...]:
        """Distances from the left edge of the vertical cuts."""
        return _edges(self.left, self.columns, self.width, self.gutter)

    def cuts_down(self) -> tuple[float, ...]:
        """Distances from the top edge of the horizontal cuts."""
        return _edges(self.top, self.rows, self.height, 0.0)


def _edges(start: float, count: int, size: float, gutter: float) -> tuple[float, ...]:
    edges = {round(start + n * (size + gutter) + end, 3) for n in range(count) for end in (0.0, size)}
    return tuple(sorted(edges))


@dataclass(frozen=True)
class Edition:
    """One way to print the cards."""

    name: str
    layout: Literal["duplex", "fold", "single", "press"]
    grid: Grid
    padding: float
    """Between the edge of a card and its words, in millimetres."""
    type: tuple[float, ...]
    back: tuple[float, ...]
    source: float
    """Size of the source on the back, in points."""

    def points(self, text: str, title: str = "", face: str = "serif-regular", source: str = "") -> float:
        """The largest type in which the words of a front fit; the smallest where none does.

        ``source`` stands under the byline of a card without a back.
        """
        room = self.grid.height - _FURNITURE - self.below(source)

        def needed(size: float) -> float:
            over = height(title, "display-semibold", size * _TITLE, self._width, 1.15) + _TITLE_SPACE if title else 0
            return over + height(text, face, size, self._width, 1.25)

        def fits(size: float) -> bool:
            return needed(size) <= room - (_AIR if size > _SMALL else 0) and self._whole(text, title, face, size)

        return next((size for size in self.type if fits(size)), self.type[-1])

    def _whole(self, text: str, title: str, face: str, size: float) -> bool:
        """Whether no word is wider than the card; the engine may set it a little wider than it is measured."""
        words = [(word, face, size) for word in text.split()]
        words += [(word, "display-semibold", size * _TITLE) for word in title.split()]
        return all(millimetres(*word) <= 0.98 * self._width for word in words)

    def below(self, source: str) -> float:
        """What the source line under a byline takes, in millimetres."""
        if self.layout != "single":
            return 0.0
        return _SOURCE * max(1, lines(source, "sans-regular", _SOURCE_POINTS, self._width))

    def back_points(self, source: Sequence[str], follow_up: str, code: bool) -> float:
        """The largest type in which the question on a back fits under the source and, with a code, beside it."""
        above = sum(lines(line, "sans-semibold", self.source, self._width) for line in source) * self.source * 0.46
        room, beside = self.grid.height - _BACK - above, self._width - (_CODE if code else 0)
        fitting = (size for size in self.back if height(follow_up, "serif-regular", size, beside, 1.28) <= room)
        return next(fitting, self.back[-1])

    @property
    def ruled(self) -> int:
        """How many lines to write on a blank card has."""
        return int((self.grid.height - 30) / 9.5)

    @property
    def _width(self) -> float:
        return self.grid.width - 2 * self.padding


@cache
def _sizes() -> dict[str, Any]:
    return dict(load_own(Path(__file__).with_name("card_sizes.yml")))


def edition(name: str, paper: str) -> Edition:
    """An edition laid out for a paper."""
    data = _sizes()[name]
    padding = float(data.get("padding", _PADDING))
    sizes = _floats(data["type"]), _floats(data["back"]), float(data["source"])
    return Edition(name, data["layout"], _grid(data, paper), padding, *sizes)


def _grid(data: Mapping[str, Any], paper: str) -> Grid:
    if "page" in data:
        width, height = float(data["page"]["width"]), float(data["page"]["height"])
        return Grid(width, height, columns=1, rows=1, width=width, height=height)
    cell = data["papers"][paper]
    size = float(cell["width"]), float(cell["height"]), float(cell.get("gutter", 0))
    return Grid(*PAPERS[paper], int(cell["columns"]), int(cell["rows"]), *size)


def _floats(sizes: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(size) for size in sizes)


@dataclass(frozen=True)
class Placed(Generic[C]):
    """One side of a card and its place on the page."""

    card: C
    side: Literal["front", "back"]
    left: float
    top: float


@dataclass(frozen=True)
class Page(Generic[C]):
    """One side of a sheet."""

    side: Literal["fronts", "backs", "both"]
    sheet: int
    cards: tuple[Placed[C], ...]


def pages(cards: Sequence[C], edition: Edition) -> Iterator[Page[C]]:
    """The pages of a deck in the order in which they are printed."""
    grid = edition.grid
    step = grid.rows if edition.layout == "fold" else grid.size
    for sheet, start in enumerate(range(0, len(cards), step), 1):
        some = cards[start : start + step]
        if edition.layout == "fold":
            yield Page("both", sheet, tuple(_folded(some, grid)))
            continue
        yield Page("fronts", sheet, tuple(Placed(card, "front", *grid.place(n)) for n, card in enumerate(some)))
        if edition.layout in ("duplex", "press"):
            backs = (Placed(card, "back", *grid.place(n, mirrored=True)) for n, card in enumerate(some))
            yield Page("backs", sheet, tuple(backs))


def _folded(cards: Sequence[C], grid: Grid) -> Iterator[Placed[C]]:
    for row, card in enumerate(cards):
        yield Placed(card, "front", *grid.place(row * 2))
        yield Placed(card, "back", *grid.place(row * 2 + 1))
