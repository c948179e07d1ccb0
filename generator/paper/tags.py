"""Tidies the tags of a PDF before it is written, where the engine leaves out or puts in what it should not."""

from __future__ import annotations

from typing import Any

_KEPT = frozenset({"/TD", "/TH", "/TR"})
"""Elements that mean something without content: an empty cell is there to be filled in."""
_IN_ITEM = frozenset({"/Lbl", "/LBody", "/L"})


def tidy(pdf: Any) -> None:
    """Take icons, ruled lines and other empty elements out of the tag tree; say what headings of tables head; give
    items of lists a body where their text stands in them bare.

    The engine has no way to leave an element out, and gives cells their headings by name alone.
    """
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    for kid in root["K"]:
        _tidy(pdf.objects[_number(kid)], pdf, in_head=False)


def _tidy(element: Any, pdf: Any, *, in_head: bool) -> None:
    tag = element["S"]
    if tag == "/TH":
        element["A"]["Scope"] = "/Column" if in_head else "/Row"
    for kid in _elements(element, pdf):
        _tidy(kid, pdf, in_head=in_head or tag == "/THead")
    _prune(element, pdf)
    if tag == "/LI":
        _give_body(element, pdf)


def _prune(element: Any, pdf: Any) -> None:
    kids = _elements(element, pdf)
    empty = [kid for kid in kids if not kid["K"] and "Alt" not in kid and kid["S"] not in _KEPT]
    gone = {kid.reference for kid in empty}
    element["K"][:] = [kid for kid in element["K"] if kid not in gone]
    for kid in empty:
        kid.clear()  # its number stays taken


def _give_body(item: Any, pdf: Any) -> None:
    bare = [kid for kid in _elements(item, pdf) if kid["S"] not in _IN_ITEM]
    if not bare:
        return
    body = type(item)({**item, "S": "/LBody", "P": item.reference, "K": type(item["K"])()})
    pdf.add_object(body)
    for kid in bare:
        kid["P"] = body.reference
        body["K"].append(kid.reference)
    moved = set(body["K"])
    first = next(at for at, kid in enumerate(item["K"]) if kid in moved)
    item["K"][first:] = [body.reference, *(kid for kid in item["K"][first:] if kid not in moved)]


def _elements(element: Any, pdf: Any) -> list[Any]:
    """The elements right below one; numbers are marked content, and references may be to links."""
    found = [pdf.objects[_number(kid)] for kid in element["K"] if isinstance(kid, bytes)]
    return [kid for kid in found if "S" in kid]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
