"""A template, its styles and a view model become one HTML text, complete in itself but for the fonts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.paper.job import PrintOptions
from generator.paper.map_drawing import map_drawing
from generator.paper.measure import POINT, narrowest
from generator.strings import say
from generator.templates import Environment, Markup, environment

_HOME = Path(__file__).parent
_ICONS = _HOME / "assets" / "icons"
_STYLES = _HOME / "styles"


@cache
def _drawing(name: str) -> str:
    """An icon's SVG without its licence comment (the licence stands beside the files)."""
    svg = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return " ".join(svg[svg.index("<svg") :].split())


def icon(name: str, label: str = "", colour: str = "#1f2429") -> Markup:
    """A Lucide icon: with a label a figure that is read out, without one mere decoration."""
    if label:
        opening, rest = _drawing(name).split(">", 1)
        return Markup('{} role="img"><title>{}</title>{}').format(
            Markup(opening.replace('class="', 'class="icon ')), label, Markup(rest)
        )
    data = b64encode(_drawing(name).replace("currentColor", colour).encode()).decode()
    return Markup('<span class="icon" style="background-image:url(data:image/svg+xml;base64,{})"></span>').format(data)


_PAGE = 170.0
"""Width of a page in millimetres."""
_SLACK = 1.02
"""The engine may set a line a little wider than it was measured."""


def balanced(
    text: str, size: float, face: str = "display-semibold", width: float = _PAGE, points: float = 10.0
) -> Markup:
    """A style that breaks a text into lines of about equal length; ``size`` in sizes of running text of some points."""
    room = width / _SLACK
    found = narrowest(text, face, size * points, room)
    wide = round(found * _SLACK / (points * POINT), 2)
    return Markup(' style="max-width:{}rem"').format(wide) if found < room else Markup("")


@cache
def _style(name: str) -> str:
    return (_STYLES / f"{name}.css").read_text(encoding="utf-8")


@cache
def _templates(accent: str) -> Environment:
    """The templates, compiled once; icons without a label take the accent colour."""
    helpers: dict[str, Callable[..., object]] = {
        "icon": lambda name, label="", colour=accent: icon(name, label, colour),
        "map_drawing": map_drawing,
        "balanced": balanced,
    }
    return environment(_HOME / "templates", helpers)


def typeset(
    template: str, *, document: str, title: str, options: PrintOptions, styles: tuple[str, ...], **model: object
) -> str:
    """``template`` (a name without ``.html.jinja``) with ``model``, on the page of ``options``, as HTML.

    ``document`` is the document's name in the catalogue; ``styles`` are names of files in ``styles/``, laid over
    the tokens, the paper and the base that every document has.
    """
    sheets = ("tokens", options.paper, "base", *styles, *(("large",) if options.large else ()))
    page = _templates(options.brand.accent).get_template(f"{template}.html.jinja")
    return page.render(
        document=document,
        document_name=say(f"documents.{document}"),
        title=title,
        options=options,
        brand=options.brand,
        css=Markup("\n".join(_style(name) for name in sheets)),
        **model,
    )
