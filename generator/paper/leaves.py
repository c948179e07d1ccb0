"""Which sheets the plan's worksheets become, for whom, and how much room there is to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form
from generator.library.worksheets import (
    Comparison,
    Log,
    Prompts,
    RankedList,
    Reader,
    Scale,
    ScaleField,
    Table,
    Worksheet,
)
from generator.paper.sentences import sentences
from generator.paper.wording import stories
from generator.strings import say

_HEIGHT = {"a4": (297 - 37, 210 - 32), "letter": (279.4 - 33, 215.9 - 31)}
"""Height of the type area in millimetres, upright and wide."""
_WIDE_COLUMNS = 5
_HEAD = 36
"""Height of title, instruction and column headings."""
_NAMED_MOST = 24
"""Up to so many people get a column of their own in the comparison grid."""


@dataclass(frozen=True)
class Leaf:
    """One sheet of worksheets.pdf; it may run over more than one page."""

    macro: str
    """What draws it: a macro of worksheets.jinja."""
    title: str
    instruction: str
    reader: Reader
    sheet: object
    wide: bool = False
    row: float = 0
    """Height of a row to write in, in millimetres."""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def leaves(plan: Plan, library: Library, paper: str) -> tuple[Leaf, ...]:
    """All sheets of a plan: of its activities, of its readers, and of the forms that go with them."""
    entries = [library.entries[id] for id in dict.fromkeys(item.entry for item in plan.items)]
    found: list[Leaf] = []
    for entry in entries:
        if isinstance(entry, Activity) and entry.worksheet:
            found += _of_worksheet(entry.worksheet, plan.request.group, paper)
    found += _of_stories(plan, library)
    found += _of_forms(plan, library, paper)
    return tuple(found)


def _of_worksheet(sheet: Worksheet, group: int, paper: str) -> Iterator[Leaf]:
    match sheet:
        case Scale():
            yield from _of_scale(sheet, group, paper)
        case RankedList():
            yield _leaf("worksheet", sheet, row=_row(paper, False, sheet.lines, 9, 19))
            if sheet.compare:
                yield _compared(sheet, group, paper)
        case Comparison():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf("worksheet", sheet, wide, _row(paper, wide, sheet.rows, 11, 40))
        case Table():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf("worksheet", sheet, wide, _row(paper, wide, len(sheet.rows) + sheet.empty_rows, 13, 60))
        case Log():
            yield _leaf("worksheet", sheet, True, _row(paper, True, sheet.rows, 20, 40))
        case Prompts():
            yield _leaf("worksheet", sheet, row=_lines(sheet, paper))
        case _:
            yield _leaf("worksheet", sheet)


def _leaf(macro: str, sheet: Worksheet, wide: bool = False, row: float = 0) -> Leaf:
    return Leaf(macro, sheet.title, sheet.instruction or "", sheet.reader, sheet, wide, row)


def _row(paper: str, wide: bool, rows: int, least: float, most: float) -> float:
    """The height that lets the rows fill the page, within what looks well."""
    room = _HEIGHT[paper][wide] - _HEAD
    return round(min(max(room / max(rows, 1), least), most), 1)


def _lines(sheet: Prompts, paper: str) -> float:
    """Distance between ruled lines: the page is shared out among all of them."""
    room = _HEIGHT[paper][0] - _HEAD - 12 * len(sheet.prompts)
    return round(min(max(room / (sheet.lines * len(sheet.prompts)), 8), 13), 1)


def _of_scale(sheet: Scale, group: int, paper: str) -> Iterator[Leaf]:
    yield _leaf("worksheet", sheet)
    numbers = tuple(str(number) for number in range(sheet.low, sheet.high + 1))
    yield Leaf("score_cards", say("worksheets.score_cards.title"), "", "person", sheet, columns=numbers)
    wide = len(sheet.statements) >= _WIDE_COLUMNS + 1
    sums = 6 if sheet.reported else 4
    room = _HEIGHT[paper][wide] - _HEAD - 14 - 8 * sums
    row = round(min(max(room / group, 5.5), 11), 1)
    scorers = tuple(str(number) for number in range(1, group + 1))
    title = say("worksheets.tally.title", title=sheet.title)
    yield Leaf("tally", title, say("worksheets.tally.how"), "facilitator", sheet, wide, row, sheet.statements, scorers)


def _compared(sheet: RankedList, group: int, paper: str) -> Leaf:
    columns = tuple(str(n) for n in range(1, group + 1)) if group <= _NAMED_MOST else ()
    wide = len(columns) > 12
    rows = int((_HEIGHT[paper][wide] - _HEAD) / 9.5)
    title = say("worksheets.compare.title", title=sheet.title)
    return Leaf(
        "compare", title, say("worksheets.compare.how"), "facilitator", sheet, wide, 9.5, columns, ("",) * rows
    )


def _of_stories(plan: Plan, library: Library) -> Iterator[Leaf]:
    """A sheet for each reader, where two or more stories are read."""
    told = [story for item in plan.items for story in stories(library.entries[item.entry], library)]
    once = list({story.id: story for story in told}.values())
    for story in once if len(once) > 1 else []:
        aloud = say("worksheets.story.aloud", seconds=story.reading_seconds)
        yield Leaf("story", story.title, aloud, "person", story, rows=sentences(story.text))


def _of_forms(plan: Plan, library: Library, paper: str) -> Iterator[Leaf]:
    setting = plan.request.setting
    for form in library.all(Form):
        if form.settings and setting not in form.settings:
            continue
        if form.when == "after" or form.reader == "facilitator":
            yield Leaf("form", form.title, form.purpose, form.reader, form)
        elif form.when == "end" and any(segment.kind == "evaluation" for segment in plan.segments):
            yield from _evaluated(form)


def _evaluated(form: Form) -> Iterator[Leaf]:
    scales: Sequence[ScaleField] = [field for field in form.fields if isinstance(field, ScaleField)]
    if scales:
        numbers = tuple(str(n) for n in range(min(s.low for s in scales), max(s.high for s in scales) + 1))
        title = say("worksheets.evaluated.title", title=form.title)
        rows = tuple(scale.label for scale in scales)
        yield Leaf("evaluated", title, say("worksheets.evaluated.how"), "facilitator", form, False, 14, numbers, rows)
