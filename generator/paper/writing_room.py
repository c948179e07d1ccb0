"""How much room a page leaves to write, so that rows and lines fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.library.models import Form
from generator.library.worksheets import ChoiceField, FormField, LinesField, Prompts, TextField
from generator.paper.job import PrintOptions
from generator.paper.measure import height

_HEIGHT = {"a4": (297 - 37, 210 - 32), "letter": (279.4 - 33, 215.9 - 31)}
"""Height of the type area in millimetres, upright and wide."""
_HEAD = 42
"""Height of title, instruction and column headings."""
_CELL = 3.3
"""What a cell adds to the height of its row."""
_TALLY_CELL = 1.5
_FIELD = {"scale": 15.6, "lines": 2.8, "choice": 4.4, "text": 3.8}
"""Height of a field of a form without its words and its ruled lines."""
_FORM_HEAD, _RULE = 36, 0.25
_MOST_MORE = 3
_SIGN = (58.0, 48.0, 40.0, 33.0, 26.0)
_BODY, _LINE = 10.0, 168.0
"""Size of running text in points, and width of a line."""
_ALOUD, _ALOUD_REST = 14.0, 46
"""Size of lines that are read aloud, and what stands above and below them."""
_LARGE = 1.45
"""How much more the printed words take in the large-print edition."""


@dataclass(frozen=True)
class WritingRoom:
    """The type area of a paper; all measures in millimetres."""

    upright: float
    wide: float
    growth: float
    """What is taken by words is this many times as high."""

    def below(self, words: float, wide: bool = False) -> float:
        """What is left below a head and other words of a height."""
        return (self.wide if wide else self.upright) - (_HEAD + words) * self.growth

    def row(self, rows: int, least: float, most: float, wide: bool = False) -> float:
        """The height that lets the rows of a table fill the page, within what looks well."""
        return _within(self.below(0, wide) / max(rows, 1) - _CELL, least, most)

    def line(self, lines: int, most: float) -> float:
        """The height of the lines of a numbered list, with its heading above."""
        return _within(self.below(0) / (lines + 1), 9, most)

    def prompts(self, sheet: Prompts) -> tuple[int, float]:
        """Lines under each prompt, up to twice those asked for, and the distance between them."""
        each = self.below(0) / len(sheet.prompts) - 14 * self.growth
        lines = min(max(int(each / 10), sheet.lines), 2 * sheet.lines)
        return lines, _within(each / lines, 8, 14)

    def statements(self, count: int) -> float:
        """The distance between statements to be scored."""
        return _within(self.below(0) / count - 24 * self.growth, 6, 30)

    def tally(self, scorers: int, sums: int, wide: bool) -> float:
        """The height of a scorer's row above the sums."""
        return _within(self.below(16 + 9.5 * sums, wide) / scorers - _TALLY_CELL, 3.4, 13)

    def breath(self, lines: Sequence[Sequence[str]]) -> float:
        """The distance between the lines of a story that is read aloud, so that it stays on its page."""
        words = sum(height("   ".join(line), "serif-regular", _ALOUD, _LINE, 1.44) for line in lines)
        return _within((self.upright - _ALOUD_REST - words) / len(lines), 1, 3.4)

    def form(self, form: Form) -> tuple[int, float]:
        """Lines that each longer field gets beyond its own, and the distance between them: a form fills one page."""
        fields = [field.lines for field in form.fields if isinstance(field, LinesField)]
        left = self.below(sum(map(_words, form.fields)) + _FORM_HEAD - _HEAD)
        row = _within(left / max(sum(fields), 1) - _RULE, 6, 10.5)
        longer = sum(lines > 1 for lines in fields)
        more = int((left / (row + _RULE) - sum(fields)) / longer) if longer else 0
        return min(max(more, 0), _MOST_MORE), row


def _words(field: FormField) -> float:
    """Height of what is printed in a field of a form."""
    high = _FIELD[field.type] + height(field.label, "sans-semibold", _BODY, _LINE, 1.38)
    if isinstance(field, ChoiceField):
        return high + 5.9 * len(field.options)
    if isinstance(field, TextField):
        return high + sum(
            height(line or " ", "serif-regular", 1.15 * _BODY, _LINE, 1.38) for line in field.text.splitlines()
        )
    return high


def writing_room(options: PrintOptions) -> WritingRoom:
    """The room on the paper of an edition."""
    upright, wide = _HEIGHT[options.paper]
    return WritingRoom(upright, wide, _LARGE if options.large else 1.0)


def sign_points(words: str) -> float:
    """The largest type in which words for the wall leave room for what the ends of the scale mean."""
    return next((size for size in _SIGN if height(words, "display-semibold", size, 235, 1.15) <= 85), _SIGN[-1])


def _within(wanted: float, least: float, most: float) -> float:
    return round(min(max(wanted, least), most), 1)
