"""The words of a slide as PowerPoint sets them: sizes for its faces and boxes, paragraphs as XML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from generator.export.slide_layouts import NAMES
from generator.paper import slide_size as sizes
from generator.paper.slide import Slide

_SPOKEN, _PROMPTS, _BOLD = 0.97, 0.98, 1.1
"""How much wider Georgia may run than the faces that are measured: serif, display, bold."""
_AFTER = 0.45
"""What follows a line of a list, in ems, at most."""
_COVER = replace(sizes.COVER, height=52.0)
_PROMPT = replace(sizes.PROMPT, height=126.0)
_QUOTE = replace(sizes.QUOTE, width=sizes.COLUMN, height=101.0)
_HEADING = replace(sizes.HEADING, height=25.0)
_LIST = replace(sizes.LIST, leading=1.18, height=115.0, width=sizes.COLUMN - 21)
_TURN = replace(sizes.TURN, height=51.0)
_TURN_LINES = replace(sizes.TURN_LINES, leading=1.18, height=74.0)
_ASIDE, _SOURCE, _AUTHOR = 20, 20, 28


@dataclass(frozen=True)
class Line:
    """One paragraph."""

    text: str
    size: int
    aside: str = ""
    """In smaller type behind it."""
    number: int = 0
    """Of the line in its list; 0 where it has none."""
    quiet: bool = False


@dataclass(frozen=True)
class SizedSlide:
    """Title and body of a slide with the sizes of their type in points."""

    title: Line
    body: tuple[Line, ...]


def sized(slide: Slide) -> SizedSlide:
    """Sizes in which everything stays in its box."""
    match slide.look:
        case "cover":
            size, lines = sizes.of_title(slide.title, _COVER, _BOLD), _lines(slide, sizes.PROMISE)
        case "turn":
            size, lines = sizes.of_title(slide.title, _TURN, _BOLD), _lines(slide, _TURN_LINES)
        case "list":
            size, lines = sizes.of_title(slide.title, _HEADING, _BOLD), _lines(slide, _LIST)
        case "quote":
            author, *source = slide.small
            lines = (Line(author, _AUTHOR), *(Line(each, _SOURCE, quiet=True) for each in source))
            size = _QUOTE.size([slide.title], wider=_PROMPTS)
        case _:
            size, lines = _PROMPT.size([slide.title], wider=_PROMPTS), ()
    return SizedSlide(Line(slide.title, size), lines)


def _lines(slide: Slide, field: sizes.Field) -> tuple[Line, ...]:
    asides = slide.asides or ("",) * len(slide.lines)
    size = field.size([f"{text} {aside}" for text, aside in zip(slide.lines, asides, strict=True)], _AFTER, _SPOKEN)
    return tuple(
        Line(text, size, aside, slide.first + number if slide.first else 0)
        for number, (text, aside) in enumerate(zip(slide.lines, asides, strict=True))
    )


def paragraph(line: Line) -> str:
    """A paragraph of a placeholder; what is not said here its layout says."""
    numbers = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{line.number}"/>'
    before = f'<a:pPr marL="720000" indent="-720000">{numbers}</a:pPr>' if line.number else ""
    aside = run("\u2002" + line.aside.replace(" ", "\u00a0"), _ASIDE, plain=True) if line.aside else ""
    return f"<a:p {NAMES}>{before}{run(line.text, line.size, plain=line.quiet)}{aside}</a:p>"


def run(text: str, size: int, *, plain: bool = False) -> str:
    """Words of one size; ``plain`` ones are small print."""
    look = '<a:solidFill><a:schemeClr val="accent3"/></a:solidFill><a:latin typeface="+mn-lt"/>' if plain else ""
    bold = ' b="0"' if plain else ""
    return f'<a:r><a:rPr lang="en-GB" sz="{size * 100}"{bold}>{look}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
