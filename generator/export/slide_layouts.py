"""The layouts of slides.pptx, one a look: where each placeholder stands and how its words are set, as XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.paper.slide import Look

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SPOKEN, PLAIN = "+mj-lt", "+mn-lt"
"""The two faces of the theme: of what is spoken, and of what is only read."""
BODY, LABEL, MINUTES, FOOT, NUMBER = 1, 13, 14, 11, 12
"""What each placeholder is called by in its layout, besides the title."""
TITLE = 0
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True)
class Place:
    """A placeholder: its box in millimetres and its type. Colours are names of the theme."""

    index: int
    name: str
    box: tuple[float, float, float, float]
    """Left, top, width, height."""
    size: int
    colour: str = "tx1"
    face: str = PLAIN
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    bullet: bool = False
    after: int = 0
    """Points between its paragraphs."""
    kind: str = "body"


@dataclass(frozen=True)
class Layout:
    """A layout: its background and what stands on it."""

    name: str
    ground: str
    places: tuple[Place, ...]
    rule: tuple[float, float, float, float] | None = None
    """A short line, or a bar, in the second colour or that of the words."""
    rule_colour: str = "accent2"


def _frame(words: str = "tx2", quiet: str = "accent3") -> tuple[Place, ...]:
    """What all but the cover have: above, the part of the session and its minutes; below, the kit and the number."""
    return (
        Place(LABEL, "Part of the session", (24, 12, 222, 10), 20, words, bold=True),
        Place(MINUTES, "Minutes", (254.6, 12, 60, 10), 20, quiet, align="r"),
        Place(FOOT, "Kit", (24, 175, 220, 7), 14, quiet, kind="ftr"),
        Place(NUMBER, "Number", (284.6, 175, 30, 7), 14, quiet, align="r", kind="sldNum"),
    )


def _title(box: tuple[float, float, float, float], size: int, colour: str, anchor: str, bold: bool) -> Place:
    return Place(TITLE, "Title", box, size, colour, SPOKEN, bold, anchor, kind="title")


LAYOUTS: Mapping[Look, Layout] = {
    "cover": Layout(
        "Cover",
        "bg1",
        (
            _title((24, 46, 290, 52), 72, "tx2", "b", True),
            Place(BODY, "Promise", (24, 103, 250, 50), 32, face=SPOKEN),
            Place(LABEL, "Organisation", (24, 166, 220, 10), 20, bold=True),
            Place(MINUTES, "Length", (254.6, 166, 60, 10), 20, "accent3", align="r"),
        ),
        (0, 0, 338.67, 6),
        "accent1",
    ),
    "prompt": Layout("Question", "bg1", (_title((24, 30, 290, 128), 60, "tx1", "ctr", False), *_frame())),
    "quote": Layout(
        "Quotation",
        "bg2",
        (
            _title((24, 26, 290, 102), 56, "tx2", "b", False),
            Place(BODY, "Author and source", (24, 140, 290, 28), 28, bold=True),
            *_frame(),
        ),
        (24, 133.5, 18, 1),
    ),
    "list": Layout(
        "List",
        "bg1",
        (
            _title((24, 22, 290, 25), 42, "tx2", "ctr", True),
            Place(BODY, "List", (24, 50, 290, 116), 40, face=SPOKEN, bullet=True, after=14),
            *_frame(),
        ),
    ),
    "turn": Layout(
        "Something new",
        "accent1",
        (
            _title((24, 27, 290, 51), 64, "bg1", "b", True),
            Place(BODY, "In a few words", (24, 93, 290, 75), 32, "bg1", SPOKEN, after=8),
            *_frame("bg1", "bg1"),
        ),
        (24, 84.5, 18, 1),
        "bg1",
    ),
}


def ground(colour: str) -> str:
    """The background of a layout."""
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:effectLst/>'
    return f"<p:bg {NAMES}><p:bgPr>{fill}</p:bgPr></p:bg>"


def placeholder(place: Place, number: int) -> str:
    """A placeholder of a layout or the master, with its box and the look of its words."""
    named = f'<p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    index = "" if place.kind == "title" else f' idx="{place.index}"'
    kind = f'<p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr>'
    fit = "" if place.kind in ("ftr", "sldNum") else "<a:normAutofit/>"
    edge = 'vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
    body = f'<a:bodyPr {edge} anchor="{place.anchor}">{fit}</a:bodyPr>'
    words = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    text = words if place.kind == "sldNum" else f'<a:r><a:rPr lang="en-GB"/><a:t>{place.name}</a:t></a:r>'
    return (
        f"<p:sp {NAMES}><p:nvSpPr>{named}{kind}</p:nvSpPr><p:spPr>{frame_of(place.box)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{body}'
        f"<a:lstStyle>{_level(place)}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def frame_of(box: tuple[float, float, float, float]) -> str:
    """A box in millimetres as Office writes it."""
    left, top, width, height = (round(each * 36000) for each in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _level(place: Place) -> str:
    """How the words of a placeholder are set."""
    hang = ' marL="540000" indent="-540000"' if place.bullet else ' marL="0" indent="0"'
    dot = '<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
    spaced = f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{place.after * 100}"/></a:spcAft>'
    return (
        f'<a:lvl1pPr{hang} algn="{place.align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>{spaced}'
        f"{dot if place.bullet else '<a:buNone/>'}"
        f'<a:defRPr lang="en-GB" sz="{place.size * 100}" b="{int(place.bold)}">'
        f'<a:solidFill><a:schemeClr val="{place.colour}"/></a:solidFill><a:latin typeface="{place.face}"/>'
        f"</a:defRPr></a:lvl1pPr>"
    )
