"""Which sheets the plan's worksheets become, for whom, and how much room there is to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form
from generator.library.worksheets import (
    ChoiceField,
    Comparison,
    LinesField,
    Log,
    Prompts,
    RankedList,
    Reader,
    Scale,
    ScaleField,
    Table,
    TextField,
    Worksheet,
)
from generator.paper.sentences import breaths
from generator.paper.wording import stories
from generator.strings import say

_HEIGHT = {"a4": (297 - 37, 210 - 32), "letter": (279.4 - 33, 215.9 - 31)}
"""Height of the type area in millimetres, upright and wide."""
_WIDE_COLUMNS = 4
"""From so many columns on a table is printed wide."""
_HEAD = 42
"""Height of title, instruction and column headings."""
_CELL = 3.3
"""What a cell adds to the height of its row."""
_COMPARED = 10
"""Height of a line of the comparison grid."""
_FIELD = {"scale": 21, "lines": 10, "choice": 11, "text": 22}
"""Height of a field of a form without its ruled lines."""
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
    """Height of a row or distance of the lines to write on, in millimetres."""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    spoken: tuple[tuple[str, ...], ...] = ()
    """Lines to read aloud, sentence by sentence."""
    lines: int = 0
    """Lines under a prompt, where the page has room for more than the sheet asks for."""


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
            yield _leaf("worksheet", sheet, row=_row(paper, False, sheet.lines + 1, 9, 18) + _CELL)
            if sheet.compare:
                yield _compared(sheet, group, paper)
        case Comparison():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf("worksheet", sheet, wide, _row(paper, wide, sheet.rows, 11, 40))
        case Table():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf("worksheet", sheet, wide, _row(paper, wide, len(sheet.rows) + sheet.empty_rows, 8, 60))
        case Log():
            yield _leaf("worksheet", sheet, True, _row(paper, True, sheet.rows, 15, 40))
        case Prompts():
            yield _of_prompts(sheet, paper)
        case _:
            yield _leaf("worksheet", sheet)


def _leaf(macro: str, sheet: Worksheet, wide: bool = False, row: float = 0) -> Leaf:
    return Leaf(macro, sheet.title, sheet.instruction or "", sheet.reader, sheet, wide, row)


def _row(paper: str, wide: bool, rows: int, least: float, most: float) -> float:
    """The height that lets the rows fill the page, within what looks well."""
    room = _HEIGHT[paper][wide] - _HEAD
    return round(min(max(room / max(rows, 1) - _CELL, least), most), 1)


def _of_prompts(sheet: Prompts, paper: str) -> Leaf:
    """Up to twice the lines asked for, set wider, so that the page is shared out among the prompts."""
    each = (_HEIGHT[paper][0] - _HEAD) / len(sheet.prompts) - 14
    lines = min(max(int(each / 10), sheet.lines), 2 * sheet.lines)
    row = round(min(max(each / lines, 8), 14), 1)
    return Leaf("worksheet", sheet.title, sheet.instruction or "", sheet.reader, sheet, row=row, lines=lines)


def _of_scale(sheet: Scale, group: int, paper: str) -> Iterator[Leaf]:
    sign = len(sheet.statements) == 1
    share = (_HEIGHT[paper][0] - _HEAD) / len(sheet.statements) - 24
    gap = round(min(max(share, 6), 30), 1)
    yield Leaf("sign", sheet.title, "", "facilitator", sheet, wide=True) if sign else _leaf("worksheet", sheet, row=gap)
    numbers = tuple(str(number) for number in range(sheet.low, sheet.high + 1))
    yield Leaf("score_cards", say("worksheets.score_cards.title"), "", "person", sheet, columns=numbers)
    wide = len(sheet.statements) > 5
    sums = 6 if sheet.reported else 4
    room = _HEIGHT[paper][wide] - _HEAD - 16 - 9.5 * sums
    row = round(min(max(room / group - 1.5, 3.4), 13), 1)
    scorers = tuple(str(number) for number in range(1, group + 1))
    title = say("worksheets.tally.title", title=sheet.title)
    yield Leaf("tally", title, say("worksheets.tally.how"), "facilitator", sheet, wide, row, sheet.statements, scorers)


def _compared(sheet: RankedList, group: int, paper: str) -> Leaf:
    columns = tuple(str(n) for n in range(1, group + 1)) if group <= _NAMED_MOST else ()
    wide = len(columns) > 12
    rows = int((_HEIGHT[paper][wide] - _HEAD - 16) / _COMPARED)
    title = say("worksheets.compare.title", title=sheet.title)
    return Leaf(
        "compare", title, say("worksheets.compare.how"), "facilitator", sheet, wide, _COMPARED - 1.5, columns, ("",) * rows
    )


def _of_stories(plan: Plan, library: Library) -> Iterator[Leaf]:
    """A sheet for each reader, where two or more stories are read."""
    told = [story for item in plan.items for story in stories(library.entries[item.entry], library)]
    once = list({story.id: story for story in told}.values())
    for story in once if len(once) > 1 else []:
        aloud = say("worksheets.story.aloud", seconds=story.reading_seconds)
        yield Leaf("story", story.title, aloud, "facilitator", story, spoken=breaths(story.text))


def _of_forms(plan: Plan, library: Library, paper: str) -> Iterator[Leaf]:
    """What is used afterwards, and a tally for the evaluation. Letters are in the guide; huddles get pocket cards only."""
    evaluated = any(segment.kind == "evaluation" for segment in plan.segments)
    for form in library.all(Form):
        if form.settings and plan.request.setting not in form.settings:
            continue
        texts = [field for field in form.fields if isinstance(field, TextField)]
        if form.slug.startswith("evaluation") and not evaluated:
            continue
        if form.when == "end":
            yield from _evaluated(form, paper)
        elif form.when == "after" and form.reader == "person" and texts:
            yield Leaf("pocket", form.title, form.purpose, form.reader, form)
        elif form.when == "after" and len(texts) < len(form.fields) and not plan.huddle:
            yield Leaf("form", form.title, form.purpose, form.reader, form, row=_form_row(form, paper))


def _form_row(form: Form, paper: str) -> float:
    """The distance between ruled lines that lets a form fill one page."""
    lines = sum(field.lines for field in form.fields if isinstance(field, LinesField))
    fixed = sum(_FIELD[field.type] for field in form.fields)
    fixed += sum(5.5 * len(field.options) for field in form.fields if isinstance(field, ChoiceField))
    room = _HEIGHT[paper][0] - 32 - fixed
    return round(min(max(room / max(lines, 1), 6.0), 10.5), 1)


def _evaluated(form: Form, paper: str) -> Iterator[Leaf]:
    scales: Sequence[ScaleField] = [field for field in form.fields if isinstance(field, ScaleField)]
    if scales:
        numbers = tuple(str(n) for n in range(min(s.low for s in scales), max(s.high for s in scales) + 1))
        title = say("worksheets.evaluated.title", title=form.title)
        rows = tuple(scale.label for scale in scales)
        row = _row(paper, False, len(rows), 14, 26)
        yield Leaf("evaluated", title, say("worksheets.evaluated.how"), "facilitator", form, False, row, numbers, rows)
