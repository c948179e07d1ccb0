"""Reads printed pages back: where words stand, in millimetres from the top left corner, and which dots are dark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

POINT = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A run of words on one line and its place on the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def inside(self, left: float, top: float, width: float, height: float) -> bool:
        """Whether it lies wholly in a rectangle."""
        return left <= self.left and self.right <= left + width and top <= self.top and self.bottom <= top + height

    def touches(self, other: Box) -> bool:
        """Whether two boxes share more than a tenth of a millimetre each way."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.1 and down > 0.1


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed afterwards."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def boxes(pdf: bytes) -> list[list[Box]]:
    """The words of every page."""
    with opened(pdf) as document:
        return [_boxes(page) for page in document]


def _boxes(page: pypdfium2.PdfPage) -> list[Box]:
    words, height = page.get_textpage(), page.get_height()
    rects = [words.get_rect(n) for n in range(words.count_rects())]
    return [
        Box(
            words.get_text_bounded(left, bottom, right, top).strip(),
            left * POINT,
            (height - top) * POINT,
            right * POINT,
            (height - bottom) * POINT,
        )
        for left, bottom, right, top in rects
    ]


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page."""
    with opened(pdf) as document:
        return [(page.get_width() * POINT, page.get_height() * POINT) for page in document]


def texts(pdf: bytes) -> list[str]:
    """All words of every page."""
    with opened(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def dark(pdf: bytes, page: int, places: list[tuple[float, float]]) -> list[bool]:
    """Whether the paper is dark at places of a page."""
    with opened(pdf) as document:
        scale = 12
        image = document[page].render(scale=scale).to_pil().convert("L")
        at = [(round(x / POINT * scale), round(y / POINT * scale)) for x, y in places]
        return [image.getpixel(place) < 128 for place in at]
