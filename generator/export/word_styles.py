"""The reference document and the last touches of Word files. (The only module that knows python-docx.)"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.export.archive import MOMENT
from generator.export.word_looks import MARKS, PARAGRAPHS, RULINGS, Look, Mark
from generator.export.word_pages import TAB
from generator.export.word_xml import field, line, shading, table_style
from generator.strings import say

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

_MARGIN = 22
"""Of the page, in millimetres."""
_RULINGS = {ruling.name: ruling for ruling in RULINGS}
_TOGETHER = 2
"""So many rows stay with the head, and with the end, of a table."""


def reference(plain: bytes, facts: Mapping[str, Any]) -> bytes:
    """Pandoc's reference document in the look of the organisation, with title and page number on every page."""
    from docx import Document

    word = Document(BytesIO(plain))
    for look in PARAGRAPHS:
        _paragraph_style(word, look, facts)
    for mark in MARKS:
        _character_style(word, mark, facts)
    for ruling in RULINGS:
        _replace_style(word, table_style(ruling, facts["accent"].lstrip("#")))
    _page(word, facts)
    return _saved(word)


def finished(made: bytes, facts: Mapping[str, Any]) -> bytes:
    """What pandoc cannot say: tabs, rows to write in, pages that begin with a heading; properties without an hour."""
    from docx import Document

    word = Document(BytesIO(made))
    _set_tabs(word)
    _break_pages(word)
    for table in word.tables:
        _open_rows(table)
    about = word.core_properties
    about.title, about.author, about.last_modified_by = facts["heading"], facts["organisation"], facts["organisation"]
    about.language, about.created, about.modified, about.revision = "en-GB", MOMENT, MOMENT, 1
    return _saved(word)


def _paragraph_style(word: Word, look: Look, facts: Mapping[str, Any]) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    known = {style.name: style for style in word.styles}
    style: Any = known.get(look.name) or word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"] if look.name != "Normal" else None
    style.quick_style = True
    _font(style, look.face, look.size, _colour(look.colour, facts), look.bold, look.italic)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = Mm(look.exact) if look.exact else look.leading
    form.left_indent, form.first_line_indent = Mm(look.left), Mm(-look.left if look.hang else 0)
    form.keep_with_next, form.widow_control = look.with_next, True
    form.alignment = 0
    if look.hang:
        form.tab_stops.add_tab_stop(Mm(look.left))
    _lines(style, look, facts)


def _lines(style: ParagraphStyle, look: Look, facts: Mapping[str, Any]) -> None:
    """Lines above or below and the ground of a paragraph style, in the order that Word wants."""
    from docx.oxml import parse_xml

    within = style.element.get_or_add_pPr()
    for old in [*within.findall("{*}pBdr"), *within.findall("{*}shd")]:
        within.remove(old)
    edges = {"top": look.top, "bottom": look.bottom, "between": look.bottom}
    drawn = {edge: _colour(colour, facts) for edge, colour in edges.items() if colour}
    before = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    if drawn:
        within.insert_element_before(parse_xml(line(drawn)), *before)
    if look.shade:
        within.insert_element_before(parse_xml(shading(look.shade)), *before[1:])


def _character_style(word: Word, mark: Mark, facts: Mapping[str, Any]) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = word.styles.add_style(mark.name, WD_STYLE_TYPE.CHARACTER)
    _font(style, mark.face, mark.size, _colour(mark.colour, facts), mark.bold, False)


def _font(style: Any, face: str, size: float, colour: str, bold: bool, italic: bool) -> None:
    """Set a face by name: what pandoc's styles say of theme faces and of sizes for other scripts goes."""
    from docx.shared import Pt, RGBColor

    within = style.element.get_or_add_rPr()
    for old in list(within):
        within.remove(old)
    style.font.name, style.font.size = face, Pt(size)
    style.font.bold, style.font.italic = bold or None, italic or None
    style.font.color.rgb = RGBColor.from_string(colour)


def _colour(name: str, facts: Mapping[str, Any]) -> str:
    return str(facts.get(name, name)).lstrip("#").upper()


def _replace_style(word: Word, xml: str) -> None:
    from docx.oxml import parse_xml

    style = parse_xml(xml)
    for old in word.styles.element.findall("{*}style"):
        if old.get(_w("styleId")) == style.get(_w("styleId")):
            word.styles.element.remove(old)
    word.styles.element.append(style)


def _page(word: Word, facts: Mapping[str, Any]) -> None:
    """A4, title and document above, the organisation and the page below; nothing above on the first page."""
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin, section.bottom_margin = Mm(18), Mm(16)
    section.header_distance = section.footer_distance = Mm(8)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = facts["heading"]
    section.header.paragraphs[0].style = word.styles["Header"]
    section.first_page_header.is_linked_to_previous = False
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.text = word.styles["Footer"], facts["footer"] + "\t" + say("word.page")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(210 - 2 * _MARGIN), 2)
        for part in field("PAGE"):
            paragraph._p.append(parse_xml(part))


def _set_tabs(word: Word) -> None:
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            if TAB in run.text:
                run.text = run.text.replace(TAB, "\t")


def _break_pages(word: Word) -> None:
    """A marker goes, and the paragraph behind it starts a page."""
    paragraphs = word.paragraphs
    for paragraph, following in pairwise(paragraphs):
        if paragraph.style is not None and paragraph.style.name == "New page":
            following.paragraph_format.page_break_before = True
            paragraph._p.getparent().remove(paragraph._p)


def _open_rows(table: Any) -> None:
    """Rows to write in are high enough; none is broken over two pages, or left alone at the head or foot of one."""
    from docx.shared import Mm

    ruling = _RULINGS.get(table.style.name if table.style is not None else "", RULINGS[0])
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        if properties.find(_w("cantSplit")) is None:
            properties.insert(0, properties.makeelement(_w("cantSplit"), {}))
        if ruling.row and number:
            row.height = Mm(ruling.row)
        if number < last and (ruling.whole or number < _TOGETHER or number >= last - _TOGETHER):
            for paragraph in row.cells[0].paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _saved(word: Word) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def versions() -> dict[str, str]:
    """What the bytes depend on besides the text."""
    from docx import __version__

    return {"python-docx": __version__}
