"""Measures words in the bundled faces, to choose a size in which they fit. (The only module that knows fontTools.)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import ceil
from pathlib import Path

_FONTS = Path(__file__).parent / "assets" / "fonts"
POINT = 25.4 / 72
"""A typographer's point in millimetres."""


@cache
def _advances(face: str) -> Mapping[str, float]:
    """Width of each character in ems; ``face`` is the name of a font file after huddlekit-.

    What the display face lacks is set in the serif one.
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    behind = _advances(face.replace("display", "serif")) if face.startswith("display") else {}
    with TTFont(_FONTS / f"huddlekit-{face}.ttf", lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        own = {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return {**behind, **own}


def millimetres(text: str, face: str, points: float) -> float:
    """Width of a text on one line, kerning left out. A character that the face lacks counts as one em."""
    advances = _advances(face)
    return sum(advances.get(character, 1.0) for character in text) * points * POINT


def lines(text: str, face: str, points: float, width: float) -> int:
    """How many lines a text takes in a width, broken at spaces, and inside a word that is wider; at least one."""
    count, used, space = 1, 0.0, millimetres(" ", face, points)
    for word in text.split():
        wide = millimetres(word, face, points)
        if used and used + space + wide > width:
            count, used = count + 1, wide
        else:
            used += (space if used else 0.0) + wide
        if used > width:
            more = ceil(used / width) - 1
            count, used = count + more, used - more * width
    return count


def narrowest(text: str, face: str, points: float, width: float) -> float:
    """The width in which a text takes as few lines as in a given one, and the last is about as long as the others."""
    count, words = lines(text, face, points, width), text.split()
    spans = {
        millimetres(" ".join(words[start:end]), face, points)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    wide = (span for span in sorted(spans) if span <= width and lines(text, face, points, span) == count)
    return width if count == 1 else next(wide, width)


def pieces(word: str, face: str, points: float, width: float) -> Iterator[str]:
    """A word, cut where it is wider than a width."""
    piece = ""
    for character in word:
        if piece and millimetres(piece + character, face, points) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def height(text: str, face: str, points: float, width: float, leading: float) -> float:
    """Height of a text in a width; ``leading`` is the height of a line in ems. No text has no height."""
    return lines(text, face, points, width) * points * POINT * leading if text else 0.0
