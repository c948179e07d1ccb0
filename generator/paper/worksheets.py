"""worksheets.pdf: every exercise sheet of a plan, composed for whoever gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.card_layout import Grid, Placed, cut_lines, edition, pages
from generator.paper.job import PrintOptions
from generator.paper.leaves import Leaf, leaves
from generator.paper.prepare import SPARES
from generator.paper.room import tables_for
from generator.paper.typeset import typeset
from generator.strings import say

_POCKETS = 4


@dataclass(frozen=True)
class CutSheet:
    """One sheet of score or pocket cards."""

    grid: Grid
    cuts: str
    points: float
    """Size of what is printed largest."""
    cards: tuple[Placed[str], ...]
    first: bool


def worksheets(plan: Plan, library: Library, options: PrintOptions) -> str:
    """Every sheet of the plan's activities, readers and forms, each on a page of its own."""
    found = leaves(plan, library, options.paper)
    cut = {number: tuple(_cut(leaf, options.paper)) for number, leaf in enumerate(found)}
    return typeset(
        "worksheets",
        document="worksheets",
        title=plan.title,
        options=options,
        styles=("cards", "worksheets", "leaves"),
        leaves=found,
        cut_sheets=cut,
        copies=_copies(plan.request.group),
    )


def _copies(people: int) -> Mapping[str, str]:
    each = people + SPARES
    counts = {"person": each, "table": tables_for(people), "facilitator": 1, "story": 1, "sign": 1}
    counts["pocket"] = -(-each // _POCKETS)
    return {reader: say(f"worksheets.copies.{reader}", count=count) for reader, count in counts.items()}


def _cut(leaf: Leaf, paper: str) -> Iterator[CutSheet]:
    match leaf.macro:
        case "score_cards":
            name = "scores-6" if len(leaf.columns) <= 6 else "scores-10"
            faces = leaf.columns
        case "pocket":
            name, faces = "pocket", (leaf.title,) * _POCKETS
        case _:
            return
    layout = edition(name, paper)
    for page in pages(faces, layout):
        yield CutSheet(layout.grid, cut_lines(layout.grid), layout.type[0], page.cards, page.sheet == 1)
