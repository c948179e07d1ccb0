"""worksheets.pdf: every exercise sheet of a plan, composed for whoever gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Form
from generator.library.worksheets import LinesField, Scale, TextField
from generator.paper.card_layout import Edition, Grid, Placed, edition, pages
from generator.paper.cut_lines import cut_lines
from generator.paper.job import PrintOptions
from generator.paper.leaf import Leaf
from generator.paper.leaves import leaves
from generator.paper.measure import height
from generator.paper.typeset import typeset
from generator.strings import say

_POCKETS = 4
_SHORT = 48
_SCORES = (6, 10, 12)
"""Score cards on a sheet."""
_AROUND, _EDGES = 16.0, 11.0
"""What a pocket card keeps free left and right, above and below, in millimetres."""
_POCKET_TITLE, _POCKET_LABEL, _POCKET_LINE = 9.1, 5.1, 6.5
"""Height of its title, of a label with the space before the next, and of a line to write on."""


@dataclass(frozen=True)
class CutSheet:
    """One sheet of score or pocket cards."""

    grid: Grid
    cuts: str
    points: float
    """Size of what is printed largest."""
    cards: tuple[Placed[str], ...]
    first: bool
    ends: Mapping[str, str]
    """What the lowest and the highest score mean, where that is short enough for a card."""


def worksheets(plan: Plan, library: Library, options: PrintOptions) -> str:
    """Every sheet of the plan's activities, readers and forms, each on a page of its own."""
    found = leaves(plan, library, options)
    cut = {number: tuple(_cut(leaf, options.paper)) for number, leaf in enumerate(found)}
    return typeset(
        "worksheets",
        document="worksheets",
        title=plan.title,
        options=options,
        styles=("cards", "worksheets", "leaves"),
        leaves=found,
        cut_sheets=cut,
        labels=tuple(_label(leaf) for leaf in found),
    )


def _label(leaf: Leaf) -> str:
    """For whom a sheet is, and how many are printed."""
    if leaf.use != "room":
        return say(f"worksheets.{leaf.use}.{leaf.reader}", count=leaf.count)
    name = leaf.macro if leaf.macro in ("pocket", "story", "sign") else leaf.reader
    return say(f"worksheets.copies.{name}", count=-(-leaf.count // _POCKETS) if name == "pocket" else leaf.count)


def _cut(leaf: Leaf, paper: str) -> Iterator[CutSheet]:
    match leaf.macro:
        case "score_cards":
            name = next(f"scores-{most}" for most in _SCORES if len(leaf.columns) <= most or most == _SCORES[-1])
            faces = leaf.columns
        case "pocket":
            name, faces = "pocket", (leaf.title,) * _POCKETS
        case _:
            return
    layout = edition(name, paper)
    points = _pocket_points(leaf.sheet, layout) if isinstance(leaf.sheet, Form) else layout.type[0]
    for page in pages(faces, layout):
        yield CutSheet(layout.grid, cut_lines(layout.grid), points, page.cards, page.sheet == 1, _ends(leaf))


def _pocket_points(form: Form, layout: Edition) -> float:
    """The largest type in which all there is to read leaves room for the lines to write on."""
    lines = sum(field.lines for field in form.fields if isinstance(field, LinesField))
    room = layout.grid.height - _EDGES - _POCKET_TITLE - len(form.fields) * _POCKET_LABEL - lines * _POCKET_LINE
    texts = [field.text for field in form.fields if isinstance(field, TextField)]

    def needed(points: float) -> float:
        return sum(height(text, "serif-regular", points, layout.grid.width - _AROUND, 1.28) for text in texts)

    return next((points for points in layout.type if needed(points) <= room), layout.type[-1])


def _ends(leaf: Leaf) -> Mapping[str, str]:
    if not isinstance(leaf.sheet, Scale):
        return {}
    ends = {str(leaf.sheet.low): leaf.sheet.low_label, str(leaf.sheet.high): leaf.sheet.high_label}
    return {score: label for score, label in ends.items() if len(label) <= _SHORT}
