"""worksheets.pdf: every exercise sheet of a plan, composed for whoever gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.worksheets import Scale
from generator.paper.card_layout import Grid, Placed, edition, pages
from generator.paper.cut_lines import cut_lines
from generator.paper.job import PrintOptions
from generator.paper.leaf import Leaf
from generator.paper.leaves import leaves
from generator.paper.typeset import typeset
from generator.strings import say

_POCKETS = 4
_SHORT = 48
_SCORES = (6, 10, 12)
"""Score cards on a sheet."""


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
    for page in pages(faces, layout):
        yield CutSheet(layout.grid, cut_lines(layout.grid), layout.type[0], page.cards, page.sheet == 1, _ends(leaf))


def _ends(leaf: Leaf) -> Mapping[str, str]:
    if not isinstance(leaf.sheet, Scale):
        return {}
    ends = {str(leaf.sheet.low): leaf.sheet.low_label, str(leaf.sheet.high): leaf.sheet.high_label}
    return {score: label for score, label in ends.items() if len(label) <= _SHORT}
