"""Draws a map worksheet: a node in the middle, rings around it, and empty nodes to write in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from math import cos, radians, sin
from typing import NamedTuple

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
_LONGEST = 110.0
"""The width into which the name of a ring is squeezed."""
_ODD = (35, 145, 215, 325)
_EVEN = (0, 60, 120, 180, 240, 300)
_LAST = (25, 62, 118, 155, 205, 242, 298, 335)
"""Degrees at which nodes stand, so that those of neighbouring rings are out of each other's way."""


class _Type(NamedTuple):
    """Sizes in millimetres, and after how many letters a line is broken."""

    ring: float
    centre: float
    centre_letters: int
    ring_letters: int = 0
    above: float = 0.0
    """How far the name of a ring stands above it, out of the way of its nodes."""


_TYPE = {False: _Type(3.4, 4.2, 15), True: _Type(6.4, 6.4, 9, 42, 3.0)}
"""Ordinary and large print."""


def map_drawing(sheet: Map, large: bool = False) -> Markup:
    """The drawing as SVG with a title that says what is seen."""
    rings, width = tuple(_rings(len(sheet.rings))), _node_width(len(sheet.rings))
    places = zip(rings, _places(len(rings)), strict=True)
    parts = [
        Markup("<title>{}</title>").format(say("worksheets.map", centre=sheet.centre, rings="; ".join(sheet.rings))),
        *(_ring(radii) for radii in reversed(rings)),
        *(_node(radii, degrees, width) for radii, at in places for degrees in at),
        *(_label(radii, label, _TYPE[large]) for radii, label in zip(rings, sheet.rings, strict=True)),
        _centre(sheet.centre, _TYPE[large]),
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


def _label(radii: tuple[float, float], label: str, type: _Type) -> Markup:
    """The name of a ring on its upper edge; in large print it is broken, otherwise squeezed into one line."""
    lines = textwrap.wrap(label, type.ring_letters) if type.ring_letters else [label]
    widest = max(millimetres(line, "sans-semibold", type.ring / POINT) for line in lines)
    size = type.ring if type.ring_letters else min(type.ring, type.ring * _LONGEST / widest)
    width, step = widest * size / type.ring + 4, 1.2 * size
    high, middle = step * (len(lines) - 1), _MIDDLE[1] - radii[1] - type.above
    box = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="#ffffff"/>').format(
        _MIDDLE[0] - width / 2, middle - (1.47 * size + high) / 2, width, 1.47 * size + high
    )
    return box + _lines(lines, middle + 0.32 * size, step, size, "Huddlekit Sans")


def _centre(words: str, type: _Type) -> Markup:
    lines = textwrap.wrap(words, type.centre_letters, break_long_words=False)
    step = 1.143 * type.centre
    box = Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="36" height="{:.1f}" rx="4" fill="#f7f2e9"'
        ' stroke="#1f2429" stroke-width="0.5"/>'
    ).format(_MIDDLE[0] - 18, _MIDDLE[1] - 4 - step / 2 * len(lines), 8 + step * len(lines))
    return box + _lines(lines, _MIDDLE[1] + 0.33 * type.centre, step, type.centre, "Huddlekit Display, Huddlekit Serif")


def _lines(lines: Sequence[str], base: float, step: float, size: float, face: str) -> Markup:
    """Centred lines, of which the middle one stands on ``base``."""
    return Markup("").join(
        Markup(
            '<text x="{}" y="{:.1f}" text-anchor="middle" font-family="{}" font-size="{:.2f}" font-weight="600"'
            ' fill="#1f2429">{}</text>'
        ).format(_MIDDLE[0], base + step * (n - (len(lines) - 1) / 2), face, size, line)
        for n, line in enumerate(lines)
    )
