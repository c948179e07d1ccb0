"""How the Word files look: every style by name. Faces are those that office machines have; ours cannot be embedded."""

from __future__ import annotations

from dataclasses import dataclass, replace

SPOKEN, PLAIN = "Georgia", "Calibri"
"""Faces of what is spoken, and of everything else."""
INK, MUTED, RULE, HAIR, TINT = "1F2429", "565D63", "B9B2A6", "D9D3C8", "F7F2E9"
ACCENT, SECOND = "accent", "second"
"""Stand for the organisation's colours."""
CUE = 24.0
"""Width of the margin in which Say, Ask and Do hang, in millimetres."""


@dataclass(frozen=True)
class Look:
    """A paragraph style; lengths in points, indents in millimetres."""

    name: str
    size: float = 11
    face: str = PLAIN
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 5
    leading: float = 1.12
    left: float = 0
    hang: bool = False
    """Its first line starts at the margin, with a tab to the indent."""
    with_next: bool = False
    new_page: bool = False
    top: str = ""
    """Colour of a line above."""
    bottom: str = ""
    """Colour of a line below each paragraph."""
    shade: str = ""
    exact: float = 0
    """Height of a line in millimetres, whatever is in it."""


_TEXT = Look("Body Text")
_CUED = Look("Do", left=CUE, hang=True, after=4)
_SPOKEN = replace(_CUED, name="Say", face=SPOKEN, size=12, leading=1.18)

PARAGRAPHS: tuple[Look, ...] = (
    Look("Normal"),
    _TEXT,
    replace(_TEXT, name="First Paragraph"),
    replace(_TEXT, name="Compact", after=2),
    Look("Title", 30, SPOKEN, ACCENT, bold=True, after=6, leading=1.0, top=ACCENT),
    Look("Promise", 14, SPOKEN, after=12, leading=1.2),
    Look("Heading 1", 19, SPOKEN, ACCENT, bold=True, before=16, after=5, with_next=True),
    Look("Heading 2", 14, SPOKEN, ACCENT, bold=True, before=14, after=3, with_next=True),
    Look("Heading 3", 12, PLAIN, INK, bold=True, before=8, after=2, with_next=True),
    Look("Meta", 10, colour=MUTED, after=4, with_next=True),
    Look("Purpose", italic=True, colour=MUTED, after=6, with_next=True),
    _SPOKEN,
    replace(_SPOKEN, name="Ask"),
    replace(_SPOKEN, name="Read aloud", leading=1.35, after=6),
    replace(_SPOKEN, name="Quote", size=13, colour=ACCENT, after=1, with_next=True),
    replace(_SPOKEN, name="Bridge", size=11, italic=True),
    _CUED,
    replace(_CUED, name="Follow-up", italic=True, after=2),
    replace(_CUED, name="Listen"),
    Look("By", 9.5, colour=MUTED, left=CUE, after=6),
    Look("Panel", shade=TINT, after=6, left=2),
    Look("Tick", after=3),
    Look("Question", 12.5, SPOKEN, before=6, after=2, leading=1.18, with_next=True),
    Look("Quotation", 13, SPOKEN, ACCENT, before=8, after=1, leading=1.18, with_next=True),
    Look("Author line", 9.5, colour=MUTED, after=2, with_next=True),
    Look("Ruled line", bottom=RULE, exact=7.5, after=0),
    Look("New page", 1, after=0),
    Look("Header", 9, colour=MUTED, after=0),
    Look("Footer", 9, colour=MUTED, after=0),
)


@dataclass(frozen=True)
class Mark:
    """A character style."""

    name: str
    size: float
    colour: str
    face: str = PLAIN
    bold: bool = False


MARKS: tuple[Mark, ...] = (Mark("Cue", 9, SECOND, bold=True), Mark("Quiet", 10, MUTED))


@dataclass(frozen=True)
class Ruling:
    """A table style."""

    name: str
    """One word: pandoc takes it for the id."""
    grid: bool = False
    """Lines all round each cell; else only below each row."""
    row: float = 0
    """Least height of an empty row, in millimetres."""
    shade: str = ""
    whole: bool = False
    """It is not broken over two pages."""


RULINGS: tuple[Ruling, ...] = (
    Ruling("Table"),
    Ruling("Show", whole=True),
    Ruling("Facts", shade=TINT),
    Ruling("Grid", grid=True, row=10),
    Ruling("TallGrid", grid=True, row=19),
    Ruling("RoomyGrid", grid=True, row=38),
    Ruling("MapGrid", grid=True, row=56),
    Ruling("Pair", shade=TINT),
)
