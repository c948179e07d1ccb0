"""How large the type of a slide may be, and how a list is cut into slides, so that the back row can read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.paper.measure import POINT, height, lines, millimetres

WIDTH, HEIGHT = 338.667, 190.5
"""13.333 by 7.5 inches, in millimetres."""
SIDE = 24.0
"""Room left and right of all words."""
COLUMN = WIDTH - 2 * SIDE
LEAST = 28
"""Points; nothing that people are to read is smaller."""
DISPLAY, SERIF = "display-regular", "serif-regular"


@dataclass(frozen=True)
class Field:
    """A place for words: face, leading in ems, room in millimetres, and the sizes to choose from."""

    face: str
    leading: float
    width: float
    height: float
    sizes: tuple[int, ...]

    def fits(self, texts: Sequence[str], size: int, gap: float, wider: float) -> bool:
        """Whether texts below each other fit, ``gap`` ems apart, where letters are ``wider`` times as wide as ours."""
        width = self.width / wider
        words = sum(height(text, self.face, size, width, self.leading) for text in texts)
        gaps = gap * height("x", self.face, size, width, 1.0) * max(0, len(texts) - 1)
        whole = all(millimetres(word, self.face, size) <= width for text in texts for word in text.split())
        return whole and words + gaps <= self.height

    def size(self, texts: Sequence[str], gap: float = 0.0, wider: float = 1.02) -> int:
        """The largest size in which the texts fit; the smallest where none does."""
        return next((size for size in self.sizes if self.fits(texts, size, gap, wider)), self.sizes[-1])


COVER = Field("display-semibold", 1.1, COLUMN, 62.0, (80, 72, 66, 60, 54, 48, 44, 40))
PROMISE = Field(SERIF, 1.3, 250.0, 50.0, (34, 32, 30, 28))
PROMPT = Field(DISPLAY, 1.16, COLUMN, 116.0, (60, 56, 52, 48, 44, 40, 36, 32, 28))
QUOTE = Field(DISPLAY, 1.16, COLUMN - 12, 96.0, (56, 52, 48, 44, 40, 36, 33, 30, 28))
TURN = Field("display-semibold", 1.12, COLUMN, 54.0, (64, 60, 56, 52, 48, 44, 40, 36, 32))
TURN_LINES = Field(SERIF, 1.3, 275.0, 60.0, (36, 34, 32, 30, 28))
HEADING = Field("display-semibold", 1.12, COLUMN, 30.0, (42, 40, 38, 36, 34, 32, 30, 28))
LIST = Field(SERIF, 1.25, COLUMN - 12, 113.0, (50, 46, 42, 40, 38, 36, 34, 32, 30, 28))
"""Below a heading of one line."""
TIMES = 32.0
"""What the minutes at the end of a step take of its width."""
GAP = 0.42
"""Between the lines of a list, in ems."""
CALM = 32
"""A list is cut in two rather than set smaller than this."""
MOST_LINES = 5
_ONE_LINE = 46
"""A title is set in one line, as long as that does not make it smaller than this."""


def of_title(title: str, field: Field, wider: float = 1.02) -> int:
    """The size of a title: in one line where that is large enough, else the largest that fits."""
    single = (size for size in field.sizes if millimetres(title, field.face, size) * wider <= field.width)
    size = next(single, 0)
    return size if size >= min(_ONE_LINE, field.sizes[0] - 10) else field.size([title], wider=wider)


def below(heading: str, size: int) -> Field:
    """The place for a list below its heading."""
    more = lines(heading, HEADING.face, size, HEADING.width / 1.02) - 1
    return replace(LIST, height=LIST.height - more * size * POINT * HEADING.leading)


def packed(texts: Sequence[str], size: int = CALM, narrower: float = 0.0) -> tuple[tuple[str, ...], ...]:
    """The lines on as few slides as hold them in type of a size, about as much on each."""
    field = replace(LIST, width=LIST.width - narrower)
    for count in range(1, len(texts)):
        cut = _shared_out(texts, count)
        if all(len(part) <= MOST_LINES and field.fits(part, size, GAP, 1.02) for part in cut):
            return cut
    return tuple((text,) for text in texts)


def _shared_out(texts: Sequence[str], count: int) -> tuple[tuple[str, ...], ...]:
    """Parts of about equal length in characters, in order, none empty."""
    total, parts, part, seen = sum(map(len, texts)), list[tuple[str, ...]](), list[str](), 0
    for number, line in enumerate(texts):
        part.append(line)
        seen += len(line)
        left, wanted = len(texts) - number - 1, count - len(parts) - 1
        if wanted and left >= wanted and (seen * count >= total * (len(parts) + 1) or left == wanted):
            parts.append(tuple(part))
            part = []
    return (*parts, tuple(part))
