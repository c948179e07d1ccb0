"""Draws on a whole sheet where cards are cut and folded: seen on paper, silent in the tag tree."""

from __future__ import annotations

from base64 import b64encode

from generator.paper.card_layout import Grid

_HAIR = 0.15
"""Width of a cut line in millimetres."""


def cut_lines(grid: Grid, fold: bool = False) -> str:
    """Hairlines over the whole sheet as a picture for its background."""
    across, down = grid.cuts_across(), grid.cuts_down()
    folded = across[len(across) // 2] if fold else None
    lines = [line(x, 0, x, grid.page_height, dashed=x == folded) for x in across]
    lines += [line(0, y, grid.page_width, y) for y in down]
    return sheet_picture(grid, "".join(lines))


def sheet_picture(grid: Grid, drawn: str) -> str:
    """SVG elements, in millimetres from the top left of the page, as a ``data:`` address for its background."""
    box = f"0 0 {grid.page_width} {grid.page_height}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" preserveAspectRatio="none">{drawn}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def line(
    x1: float, y1: float, x2: float, y2: float, width: float = _HAIR, colour: str = "#8a8a8a", dashed: bool = False
) -> str:
    """A straight line; width in millimetres."""
    dash = ' stroke-dasharray="2.5 2"' if dashed else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"{dash}/>'
