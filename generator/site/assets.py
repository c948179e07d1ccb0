"""Stylesheets, scripts and fonts of our own, and the stylesheet that carries the brand's colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.library.brand import Brand
from generator.library.colour import readable
from generator.output import Output

FOLDER = Path(__file__).with_name("assets")
LIGHT = "#f6efe3"
"""The darkest ground text stands on in light; identity.css has the same."""
DARK = "#2d2922"
"""The lightest ground text stands on in dark."""


def asset_files(brand: Brand) -> Iterator[Output]:
    """Everything below ``assets/`` but the data of the finder."""
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            yield Output(f"assets/{path.relative_to(FOLDER).as_posix()}", path.read_bytes())
    yield Output.text("assets/brand.css", brand_css(brand))
    yield Output.text("assets/mark.svg", mark(brand))


def mark(brand: Brand) -> str:
    """Three people round a table, in the brand's colour."""
    heads = "".join(f'<circle cx="{x}" cy="{y}" r="3.1"/>' for x, y in ((16, 8.6), (9, 20.6), (23, 20.6)))
    table = '<circle cx="16" cy="16.4" r="2.4" fill="#f0a97f"/>'
    ground = f'<circle cx="16" cy="16" r="16" fill="{brand.accent}"/>'
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    return f'{start}{ground}<g fill="#fbf6ec">{heads}</g>{table}</svg>\n'


def brand_css(brand: Brand) -> str:
    """The two colours of the brand, for light and for dark."""
    names = (("accent", brand.accent), ("second", brand.second))
    made = [
        f"--hk-{name}-on-{side}:{readable(colour, ground)};"
        for name, colour in names
        for side, ground in (("light", LIGHT), ("dark", DARK))
    ]
    return ":root{" + "".join(made) + "}\n"
