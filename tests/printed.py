"""Reads printed pages back: where words stand, in millimetres from the top left corner, and which dots are dark."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

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

    def moved(self, right: float, down: float) -> Box:
        """The same words elsewhere."""
        return Box(self.text, self.left + right, self.top + down, self.right + right, self.bottom + down)

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
    words, (start, _, _, height) = page.get_textpage(), page.get_mediabox()
    rects = [words.get_rect(n) for n in range(words.count_rects())]
    return [
        Box(
            words.get_text_bounded(left, bottom, right, top).strip(),
            (left - start) * POINT,
            (height - top) * POINT,
            (right - start) * POINT,
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


def filled(pdf: bytes, foot: float = 22) -> list[float]:
    """How far down every page is used, from 0 to 1: to its lowest mark that is not in the footer."""
    with opened(pdf) as document:
        return [_filled(page, foot) for page in document]


def _filled(page: pypdfium2.PdfPage, foot: float) -> float:
    image = page.render(scale=1, grayscale=True).to_pil()
    top, bottom = (round(each / POINT) for each in (15, page.get_height() * POINT - foot))
    inked = image.crop((0, top, image.width, bottom)).point(lambda value: 255 if value < 238 else 0).getbbox()
    return inked[3] / (bottom - top) if inked else 0.0


def type_sizes(pdf: bytes) -> list[tuple[float, str, int]]:
    """The size of every character that is seen, in points as printed, with the character and the number of its page."""
    with opened(pdf) as document:
        return [(*each, number) for number, page in enumerate(document, 1) for each in _type_sizes(page)]


def _type_sizes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, str]]:
    words, matrix = page.get_textpage(), raw.FS_MATRIX()
    for at in range(words.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(words, at))
        if not character.isspace():
            raw.FPDFText_GetMatrix(words, at, matrix)
            yield raw.FPDFText_GetFontSize(words, at) * math.hypot(matrix.b, matrix.d), character


@dataclass(frozen=True)
class Ink:
    """A page as dots, dark or not."""

    dots: Any
    scale: float
    """Dots in a millimetre."""

    def columns(self, y: float) -> list[float]:
        """Where vertical lines cross a height, in millimetres from the left."""
        line = self.dots.crop((0, round(y * self.scale), self.dots.width, round(y * self.scale) + 1))
        return self._middles(list(line.tobytes()))

    def rows(self, x: float) -> list[float]:
        """Where horizontal lines cross a distance from the left, in millimetres from the top."""
        line = self.dots.crop((round(x * self.scale), 0, round(x * self.scale) + 1, self.dots.height))
        return self._middles(list(line.tobytes()))

    def _middles(self, values: list[int]) -> list[float]:
        runs = [(dark, len(list(run))) for dark, run in groupby(value < 225 for value in values)]
        ends = list(accumulate(length for _, length in runs))
        return [(end - n / 2) / self.scale for (dark, n), end in zip(runs, ends, strict=True) if dark]


def inked(pdf: bytes, page: int) -> Ink:
    """A page as dots, twenty in a millimetre."""
    with opened(pdf) as document:
        return Ink(document[page].render(scale=20 * POINT, grayscale=True).to_pil(), 20)
