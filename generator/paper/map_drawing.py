"""Draws a map worksheet: a node in the middle, rings around it, and empty nodes to write in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from generator.library.worksheets import Map
from generator.paper.measure import POINT, millimetres
from generator.strings import say
from generator.templates import Markup

WIDTH, HEIGHT = 172, 206
"""Millimetres at full size."""
_MIDDLE = (WIDTH / 2, HEIGHT / 2)
_OUTERMOST = (70.0, 95.0)
_INNERMOST = (0.44, 0.44, 0.44, 0.37)
"""Radius of the first ring as a part of the last, by the number of rings."""
_NODE_HEIGHT = 13.0
_LABEL, _LONGEST = 3.4, 110.0
"""Size of the name of a ring, and the width into which it is squeezed."""
_ODD = (35, 145, 215, 325)
_EVEN = (0, 60, 120, 180, 240, 300)
_LAST = (25, 62, 118, 155, 205, 242, 298, 335)
"""Degrees at which nodes stand, so that those of neighbouring rings are out of each other's way."""


def map_drawing(sheet: Map) -> Markup:
    """The drawing as SVG with a title that says what is seen."""
    rings, width = tuple(_rings(len(sheet.rings))), _node_width(len(sheet.rings))
    places = zip(rings, _places(len(rings)), strict=True)
    parts = [
        Markup("<title>{}</title>").format(say("worksheets.map", centre=sheet.centre, rings="; ".join(sheet.rings))),
        *(_ring(radii) for radii in reversed(rings)),
        *(_node(radii, degrees, width) for radii, at in places for degrees in at),
        *(_label(radii, label) for radii, label in zip(rings, sheet.rings, strict=True)),
        _centre(sheet.centre),
    ]
    start = Markup('<svg class="map" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">')
    return start.format(WIDTH, HEIGHT) + Markup("").join(parts) + Markup("</svg>")


def _rings(count: int) -> Iterator[tuple[float, float]]:
    first = _INNERMOST[min(count, 4) - 1] if count > 1 else 0.8
    for number in range(count):
        part = first + (1 - first) * number / max(count - 1, 1)
        yield _OUTERMOST[0] * part, _OUTERMOST[1] * part


def _places(count: int) -> list[Sequence[int]]:
    inner = [_ODD if number % 2 == 0 else _EVEN for number in range(count - 1)]
    return [*inner, _LAST if count % 2 else _EVEN]


def _node_width(count: int) -> float:
    return {4: 24.0}.get(count, 30.0 if count < 4 else 21.0)


def _ring(radii: tuple[float, float]) -> Markup:
    return Markup(
        '<ellipse cx="{}" cy="{}" rx="{:.1f}" ry="{:.1f}" fill="none" stroke="#b9b2a6" stroke-width="0.4"'
        ' stroke-dasharray="1.5 1.5"/>'
    ).format(*_MIDDLE, *radii)


def _node(radii: tuple[float, float], degrees: int, width: float) -> Markup:
    x = _MIDDLE[0] + radii[0] * cos(radians(degrees)) - width / 2
    y = _MIDDLE[1] + radii[1] * sin(radians(degrees)) - _NODE_HEIGHT / 2
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{}" height="{}" rx="3" fill="#ffffff" stroke="#565d63" stroke-width="0.3"/>'
    ).format(x, y, width, _NODE_HEIGHT)


def _label(radii: tuple[float, float], label: str) -> Markup:
    y = _MIDDLE[1] - radii[1]
    size = min(_LABEL, _LABEL * _LONGEST / millimetres(label, "sans-semibold", _LABEL / POINT))
    width = millimetres(label, "sans-semibold", size / POINT) + 4
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="5" fill="#ffffff"/>'
        '<text x="{}" y="{:.1f}" text-anchor="middle" font-family="Huddlekit Sans" font-size="{:.2f}" font-weight="600"'
        ' fill="#1f2429">{}</text>'
    ).format(_MIDDLE[0] - width / 2, y - 2.5, width, _MIDDLE[0], y + 1.1, size, label)


def _centre(words: str) -> Markup:
    lines = textwrap.wrap(words, 15)
    box = Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="36" height="{:.1f}" rx="4" fill="#f7f2e9"'
        ' stroke="#1f2429" stroke-width="0.5"/>'
    ).format(_MIDDLE[0] - 18, _MIDDLE[1] - 4 - 2.4 * len(lines), 8 + 4.8 * len(lines))
    text = Markup("").join(
        Markup(
            '<text x="{}" y="{:.1f}" text-anchor="middle" font-family="Huddlekit Display" font-size="4.2"'
            ' font-weight="600" fill="#1f2429">{}</text>'
        ).format(_MIDDLE[0], _MIDDLE[1] + 1.4 + 4.8 * (n - (len(lines) - 1) / 2), line)
        for n, line in enumerate(lines)
    )
    return box + text
