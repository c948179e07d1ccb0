"""The few pieces of WordprocessingML that have no simpler way: lines, grounds, table styles, fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.export.word_looks import HAIR, INK, RULE, Ruling

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_POINT = 8
"""Word counts the width of lines in eighths of a point."""


def line(edges: Mapping[str, str]) -> str:
    """Lines of a paragraph by edge and colour; a line above is a bar."""
    drawn = (
        f'<w:{edge} w:val="single" w:sz="{(6 if edge == "top" else 0.75) * _POINT:.0f}" '
        f'w:space="{8 if edge == "top" else 0}" w:color="{colour}"/>'
        for edge, colour in edges.items()
    )
    return f"<w:pBdr {_NAMES}>{''.join(drawn)}</w:pBdr>"


def shading(colour: str) -> str:
    """The ground of a paragraph or a cell."""
    return f'<w:shd {_NAMES} w:val="clear" w:color="auto" w:fill="{colour}"/>'


def table_style(ruling: Ruling, accent: str) -> str:
    """A table style with a heading row that is repeated on the next page."""
    edge, below = ('w:val="nil"', f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"')
    around = f'w:val="single" w:sz="6" w:space="0" w:color="{RULE}"'
    sides = around if ruling.grid else edge
    inside = around if ruling.grid else below
    borders = (
        f"<w:top {sides}/><w:left {sides}/><w:bottom {inside}/><w:right {sides}/>"
        f"<w:insideH {inside}/><w:insideV {sides}/>"
    )
    ground = shading(ruling.shade) if ruling.shade else ""
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="10" w:space="0" w:color="{accent}"/></w:tcBorders>'
        f'<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    return (
        f'<w:style {_NAMES} w:type="table" w:customStyle="1" w:styleId="{ruling.name}"><w:name w:val="{ruling.name}"/>'
        f'<w:qFormat/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="{INK}"/></w:rPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{_margins(ruling)}</w:tblPr><w:tcPr>{ground}</w:tcPr>{head}</w:style>"
    )


def _margins(ruling: Ruling) -> str:
    """Room round the words of a cell; where nothing shows its edge, they start at the margin of the page."""
    side = 80 if ruling.grid or ruling.shade else 0
    return (
        f'<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="50" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    )


def field(name: str) -> Iterator[str]:
    """The runs of a field that Word fills in, such as the number of the page."""
    for inside in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        yield f"<w:r {_NAMES}>{inside}</w:r>"
