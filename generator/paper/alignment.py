"""The alignment test: one sheet that shows whether a printer prints to size and meets fronts with backs."""

from __future__ import annotations

from itertools import product

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.card_layout import Grid, edition
from generator.paper.cut_lines import line, sheet_picture
from generator.paper.job import PrintOptions
from generator.paper.typeset import typeset
from generator.strings import say

RULER = 100
"""Length of the ruler in millimetres."""
_ARM = 6
"""Length of the arms of a cross, and how far its scale reaches, in millimetres."""


def alignment(plan: Plan, library: Library, options: PrintOptions) -> str:
    """The same sheet for every kit: crosses in front, scales behind them, a ruler to measure."""
    grid = edition("cards", options.paper).grid
    return typeset(
        "alignment",
        document="cards-test",
        title=say("cards.test.title"),
        options=options,
        styles=("cards", "alignment"),
        grid=grid,
        front=sheet_picture(grid, "".join(_cross(x, y) for x, y in corners(grid)) + _ruler(grid)),
        back=sheet_picture(grid, "".join(_scale(x, y) for x, y in corners(grid))),
        ruler=RULER,
    )


def corners(grid: Grid) -> list[tuple[float, float]]:
    """The four corners of the block of cards, in millimetres from the top left of the page."""
    across, down = grid.cuts_across(), grid.cuts_down()
    return list(product((across[0], across[-1]), (down[0], down[-1])))


def _ink(x1: float, y1: float, x2: float, y2: float, width: float = 0.25) -> str:
    return line(x1, y1, x2, y2, width, "#1f2429")


def _cross(x: float, y: float) -> str:
    return _ink(x - _ARM, y, x + _ARM, y) + _ink(x, y - _ARM, x, y + _ARM)


def _scale(x: float, y: float) -> str:
    """A cross with a tick at every millimetre, longer in the middle, to read off how far the front lies beside it."""
    ticks = [n for n in range(-_ARM, _ARM + 1) if n]
    across = "".join(_ink(x + n, y - 0.8, x + n, y + 0.8, 0.15) for n in ticks)
    return _cross(x, y) + across + "".join(_ink(x - 0.8, y + n, x + 0.8, y + n, 0.15) for n in ticks)


def _ruler(grid: Grid) -> str:
    left, y = (grid.page_width - RULER) / 2, grid.page_height / 2
    ticks = "".join(_ink(left + n, y, left + n, y - (4 if n % 10 == 0 else 2), 0.2) for n in range(RULER + 1))
    return _ink(left, y, left + RULER, y) + ticks
