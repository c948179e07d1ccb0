"""How the handout opens: title, agenda, ground rules, and how high all that is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.brand import Brand
from generator.library.library import Library
from generator.paper.course import Stretch
from generator.paper.handout_pages import Part
from generator.paper.headings import ground_rules, heading
from generator.paper.measure import height, lines

_SILENT = ("slack", "break")
_WIDTH, _BESIDE_LOGO = 170.0, 134.0
"""Widths in millimetres: of the page, of a title with a logo beside it."""
_RULES, _NARROW_RULES, _ITEM = 92.0, 68.0, 35.0
"""Widths of the ground rules, beside one column of the agenda or two, and of a line in one of two."""
_MANY = 7
"""A longer agenda is set in two columns."""
_TEXT, _TITLE, _PROMISE = 10.0, 26.0, 13.5
"""Sizes of type in points."""
_TITLE_LINE, _PROMISE_LINE = 10.6, 6.5
"""Height of a line more, in millimetres."""
_REST = 51.0


@dataclass(frozen=True)
class Opening:
    """Title, agenda and ground rules."""

    agenda: tuple[str, ...]
    promises: tuple[str, ...]

    @property
    def many(self) -> bool:
        """Whether the agenda is set in two columns."""
        return len(self.agenda) > _MANY


def opening(plan: Plan, stretches: tuple[Stretch, ...], library: Library, brand: Brand) -> Part:
    """The first part of every handout."""
    agenda = tuple(heading(each) for each in stretches if each.segment.kind not in _SILENT)
    data = Opening(agenda, ground_rules(stretches, library))
    number = next((each.number for each in stretches if each.segment.kind == "rules"), 0)
    values = height(" · ".join(brand.values), "sans-regular", _TEXT, _WIDTH, 1.38) + 1.5 if brand.values else 0
    return Part("opening", data, _REST + _more_lines(plan) + values + _listed(data), segment=number)


def _listed(data: Opening) -> float:
    """Height of agenda and ground rules, which stand beside each other."""
    width = _NARROW_RULES if data.many else _RULES
    rules = sum(height(rule, "sans-regular", _TEXT, width, 1.38) + 1.5 for rule in data.promises)
    lines_of = [height(line, "sans-regular", _TEXT, _ITEM, 1.38) + 1.0 for line in data.agenda]
    return max(rules, sum(lines_of) / 2 + max(lines_of) if data.many else 6.0 * len(data.agenda))


def _more_lines(plan: Plan) -> float:
    """What title and promise take beyond a line each."""
    title = lines(plan.title, "display-semibold", _TITLE, _BESIDE_LOGO) - 1
    return title * _TITLE_LINE + (lines(plan.promise, "serif-regular", _PROMISE, _WIDTH) - 1) * _PROMISE_LINE
