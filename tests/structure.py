"""Reads the tags of a PDF back and says what a reader of them would miss; structure only, it certifies nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

KIDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}}
MAY_BE_EMPTY = {"TD", "TH", "TR", "TBody", "Table"}
"""Cells are there to be filled in."""


@dataclass(frozen=True)
class Node:
    """One element of the structure tree."""

    tag: str
    kids: tuple[Node, ...]
    content: int
    """How many pieces of marked content and objects it holds itself."""
    said: str
    """Its alternative text."""
    attributes: dict[str, Any]

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *tags: str) -> list[Node]:
        """The elements below it, itself included, that have one of these tags."""
        return [node for node in self.walk() if node.tag in tags]


def tree(pdf: pikepdf.Pdf) -> Node:
    """The structure tree from its root."""
    return _node(pdf.Root.StructTreeRoot, "Root")


def _node(element: Any, tag: str) -> Node:
    kids = _listed(element.get("/K"))
    nested = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    attributes: dict[str, Any] = {}
    for each in _listed(element.get("/A")):
        attributes |= {key.strip("/"): value for key, value in each.items()}
    inner = tuple(_node(kid, str(kid.S).strip("/")) for kid in nested)
    return Node(tag, inner, len(kids) - len(nested), str(element.get("/Alt", "")), attributes)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def complaints(content: bytes, *, headed: bool = True) -> list[str]:
    """Everything that is wrong with the structure of a PDF of ours; ``headed`` where it has to have headings."""
    with pikepdf.open(BytesIO(content)) as pdf:
        root = tree(pdf)
        found = [*_of_catalogue(pdf), *_of_headings(root, headed), *_of_tags(root), *_of_tables(root)]
        return [*found, *_of_links(pdf, root), *_of_bookmarks(pdf), *_of_fonts(pdf)]


def _of_catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked as tagged"
    if str(root.get("/Lang", "")) != "en":
        yield "it names no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "viewers show its file name instead of its title"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"
    if b'pdfuaid:part="1"' not in root.Metadata.read_bytes():
        yield "it does not say that it follows PDF/UA-1"


def _of_headings(root: Node, headed: bool) -> Iterator[str]:
    if [kid.tag for kid in root.kids] != ["Document"]:
        yield "its tags have no single Document as their root"
    levels = [int(node.tag[1]) for node in root.all("H1", "H2", "H3", "H4", "H5", "H6")]
    if levels[:1] != [1] if headed else levels:
        yield "its first heading is not of the first level"
    yield from (
        f"a heading of level {after} follows one of level {at}" for at, after in pairwise(levels) if after > at + 1
    )


def _of_tags(root: Node) -> Iterator[str]:
    for node in root.walk():
        for kid in node.kids:
            if kid.tag not in KIDS.get(node.tag, {kid.tag}) or node.tag not in PARENTS.get(kid.tag, {node.tag}):
                yield f"{kid.tag} stands in {node.tag}"
        if node.tag == "Figure" and not node.said.strip():
            yield "a figure has no alternative text"
        if not (node.kids or node.content or node.said) and node.tag not in MAY_BE_EMPTY:
            yield f"{node.tag} holds nothing"


def _of_tables(root: Node) -> Iterator[str]:
    for table in root.all("Table"):
        heads, rows = table.all("TH"), table.all("TR")
        if not heads:
            yield "a table has no heading"
        if any("Scope" not in head.attributes for head in heads):
            yield "a heading of a table does not say what it heads"
        widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.kids) for row in rows}
        if len(widths) > 1:
            yield f"the rows of a table have {' or '.join(map(str, sorted(widths)))} cells"


def _of_links(pdf: pikepdf.Pdf, root: Node) -> Iterator[str]:
    links = [note for page in pdf.pages for note in _listed(page.get("/Annots")) if note.get("/Subtype") == "/Link"]
    yield from ("a link does not say where it leads" for link in links if not str(link.get("/Contents", "")).strip())
    if len(links) > len(root.all("Link")):
        yield "a link is not in the tags"


def _of_bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    found = [page for _, page in bookmarks(pdf)]
    if not found:
        yield "it has no bookmarks"
    if found != sorted(found):
        yield "its bookmarks are out of order"


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Title and number of the page of every bookmark, from top to bottom."""
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def flat(items: Any) -> Iterator[tuple[str, int]]:
        for item in items:
            yield str(item.title), pages[item.destination[0].objgen]
            yield from flat(item.children)

    return list(flat(pdf.open_outline().root))


def _of_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.FontName)
            if not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"{name} is not embedded"
            if "Huddlekit" not in name:
                yield f"{name} is not one of our faces"
