"""The organisation's logo as Office files can hold it: a PNG."""

from __future__ import annotations

from base64 import b64decode
from html import escape

from generator.paper.engine import render
from generator.paper.pictures import pictures

_PAGE = (
    "@page{size:70mm 24mm;margin:0}body{margin:0}"
    "img{display:block;width:70mm;height:24mm;object-fit:contain;object-position:0 50%}"
)
_WIDE = 1400


def as_png(address: str) -> bytes:
    """The picture behind a ``data:`` address; a drawing is set on white, 70 by 24 millimetres."""
    kind, data = address.split(",", 1)
    if "svg" not in kind:
        return b64decode(data)
    page = f'<html lang="en"><title>-</title><style>{_PAGE}</style><img alt="-" src="{escape(address)}"></html>'
    return pictures(render(page), _WIDE, most=1)[0]
