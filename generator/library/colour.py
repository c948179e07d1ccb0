"""Colours that can be read: their contrast, and the nearest lighter or darker one that has enough of it."""

from __future__ import annotations

import colorsys

READABLE = 5.0
"""Contrast asked for: above the 4.5 of WCAG AA, with something to spare for tinted cards."""
CALM = 0.5
"""The most saturation a colour keeps on a dark page, where it glows."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written ``#rrggbb``, as WCAG counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, background: str) -> str:
    """The colour, or the nearest lighter or darker one of the same hue that can be read on the background."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    dark = _luminance(background) < 0.2
    saturation = min(saturation, CALM) if dark else saturation
    step = 0.01 if dark else -0.01
    while contrast(colour, background) < READABLE and (lightness < 1 if dark else lightness > 0):
        lightness = min(1.0, max(0.0, lightness + step))
        colour = _written(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def _parts(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
