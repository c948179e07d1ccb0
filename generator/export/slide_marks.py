"""What stands on every slide besides its words: title of the kit, number, how far the session is; as XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from generator.export.slide_layouts import FIELD, FOOT, NAMES, NUMBER, frame_of
from generator.paper.slide import Slide
from generator.paper.slide_size import HEIGHT, WIDTH

_BAR = 2.4
"""Height of the bar at the foot, in millimetres."""


def feet(slide: Slide, kit: str, number: int) -> Iterator[str]:
    """Title of the kit and number of the slide, which a new slide does not take over from its layout."""
    if slide.look == "cover":
        return
    for index, kind, text in ((FOOT, "ftr", kit), (NUMBER, "sldNum", str(number))):
        yield _foot(index, kind, text, 100 + index)


def way(slide: Slide) -> Iterator[str]:
    """How far the session is: what is over, and this segment."""
    begins, ends = (WIDTH * each / 1000 for each in slide.course)
    top, turn = HEIGHT - _BAR, slide.look == "turn"
    spans = [(0.0, WIDTH, "accent5"), (0.0, begins, "accent1"), (begins, ends - begins, "accent2")]
    for number, (left, width, colour) in enumerate([(0.0, ends, "bg1")] if turn else spans, start=200):
        if width > 0:
            yield bar((left, top, width, _BAR), colour, number, "Progress")


def bar(box: tuple[float, float, float, float], colour: str, number: int, name: str) -> str:
    """A filled rectangle that says nothing to a screen reader."""
    silent = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{name}" descr="">{silent}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame_of(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _foot(index: int, kind: str, text: str, number: int) -> str:
    """Footer or number of a slide, which stand where the layout says."""
    words = escape(text)
    field = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>{words}</a:t></a:fld>'
    inside = field if kind == "sldNum" else f'<a:r><a:rPr lang="en-GB"/><a:t>{words}</a:t></a:r>'
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
    )
