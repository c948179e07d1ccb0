"""What the handout holds, part by part: nothing that only the facilitator should say, and no takeaways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.brand import Brand
from generator.library.library import Library
from generator.library.models import Activity, Form
from generator.library.worksheets import (
    FormField,
    LinesField,
    Log,
    Map,
    Prompts,
    RankedList,
    Scale,
    ScaleField,
    Table,
    Worksheet,
)
from generator.paper.course import Stretch
from generator.paper.extent import Extent, extent
from generator.paper.handout_opening import opening
from generator.paper.handout_pages import Part
from generator.paper.headings import heading
from generator.paper.measure import height as measured
from generator.paper.sheets import in_handout
from generator.paper.wording import QuoteLine, asked, quotation
from generator.strings import look_up, say

_FEW_STATEMENTS = 3
_WIDTH = 170.0
_SPOKEN, _WORDS, _TEXT = 12.5, 12.5, 10.0
"""Sizes of type in points: questions, quotes, everything else."""


@dataclass(frozen=True)
class Written:
    """A heading with questions or lines, and how many ruled lines each gets."""

    title: str
    asks: tuple[str, ...]
    lines: int


@dataclass(frozen=True)
class Quoted:
    """Lines that are reacted to."""

    title: str
    quotes: tuple[QuoteLine, ...]
    lines: int


@dataclass(frozen=True)
class Grid:
    """A column for each story."""

    titles: tuple[str, ...]


@dataclass(frozen=True)
class FormPart:
    """A form and those of its fields that are asked."""

    title: str
    purpose: str
    fields: tuple[FormField, ...]


def parts(plan: Plan, stretches: tuple[Stretch, ...], library: Library, brand: Brand) -> tuple[Part, ...]:
    """Everything a participant gets, in the order of the session."""
    found = [opening(plan, stretches, library, brand)]
    for stretch in stretches:
        found += _of(stretch, library, plan)
    found = _once(found)
    if not any(part.macro == "own_line" for part in found):
        at = next((index for index, part in enumerate(found) if part.macro == "commitment"), len(found))
        found.insert(at + 1, Part("own_line", None, 22, 2, fields=1))
    return tuple(found)


def _once(found: list[Part]) -> list[Part]:
    """What people take from an exercise is asked once, after the last of several."""
    same = [
        part for part in found if isinstance(part.data, Written) and part.data.asks == (say("handout.take_from_it"),)
    ]
    return [part for part in found if part not in same[:-1]]


def _of(stretch: Stretch, library: Library, plan: Plan) -> Iterator[Part]:
    number, title = stretch.number, heading(stretch)
    if stretch.role == "react" and stretch.quotes:
        quotes = tuple(quotation(quote, library) for quote in stretch.quotes)
        height = 13 + sum(measured(quote.words, "serif-regular", _WORDS, _WIDTH, 1.3) + 8 for quote in quotes)
        yield Part("quotes", Quoted(title, quotes, 1), height, len(quotes), fields=len(quotes), segment=number)
    if stretch.questions:
        asks = tuple(asked(item, question).ask for item, question in stretch.questions)
        yield _written("questions", title, asks, 2, number)
    if stretch.notice:
        titles = tuple(story.title for story in stretch.notice)
        height, rows = (38, 6) if len(titles) > 1 else (26, 5)
        yield Part("notice", Grid(titles), height, rows, fields=2, segment=number)
    sheets = [each.worksheet for _, each in stretch.activities if each.worksheet and in_handout(each.worksheet, plan)]
    for sheet in sheets:
        yield _worksheet(sheet, number)
    if stretch.debrief and not sheets:
        yield _debrief(stretch, title, plan, library)
    if stretch.role == "own-line":
        yield Part("own_line", None, 22, 2, fields=1, segment=number)
    if stretch.segment.kind == "actions":
        yield Part("commitment", None, 47, 5, 7.5, 11, segment=number)
    if stretch.segment.kind == "evaluation":
        yield from _evaluation(library, plan, number)


def _debrief(stretch: Stretch, title: str, plan: Plan, library: Library) -> Part:
    """Three questions after one exercise; one after each of several, or where there is no time of its own for them."""
    exercises = sum(isinstance(library.entries[item.entry], Activity) for item in plan.items)
    several, number = exercises > 1 or bool(stretch.activities), stretch.number
    asks = (say("handout.take_from_it"),) if several else tuple(look_up("handout.debrief"))
    return _written("debrief", title, asks, 2 if several else 1, number)


def _written(macro: str, title: str, asks: tuple[str, ...], lines: int, number: int) -> Part:
    height = 13 + sum(measured(ask, "serif-regular", _SPOKEN, _WIDTH, 1.36) + 3.5 for ask in asks)
    return Part(macro, Written(title, asks, lines), height, lines * len(asks), fields=len(asks), segment=number)


def _worksheet(sheet: Worksheet, number: int) -> Part:
    """A worksheet with the height of what is printed on it, and its rows to write in."""
    head = 22 + measured(sheet.instruction or "", "sans-regular", _TEXT, _WIDTH, 1.38)
    fixed, rows, least, most = _measures(sheet)
    return Part("worksheet", sheet, head + fixed, rows, least, most, segment=number, may_wait=True)


def _measures(sheet: Worksheet) -> tuple[float, int, float, float]:
    """What is printed on a sheet in millimetres, its rows, and the least and most height of a row."""
    match sheet:
        case Scale():
            return 34.0 * len(sheet.statements), 0, 0, 0
        case RankedList():
            return 8, sheet.lines, 9, 14
        case Table():
            return 14, len(sheet.rows) + sheet.empty_rows, 14, 32
        case Prompts():
            prompts = sum(measured(prompt, "sans-semibold", 11.5, 160, 1.38) + 6 for prompt in sheet.prompts)
            return prompts, len(sheet.prompts) * sheet.lines, 7.5, 10.5
        case Log():
            return 16, sheet.rows, 20, 32
        case Map():
            return 208, 0, 0, 0
    return 10, sheet.rows, 11, 16


def _asked_at_the_end(form: Form, extent: Extent) -> tuple[FormField, ...]:
    """As many statements as there is time for, those for short sessions first; other fields only in a longer one."""
    scales = sorted(
        (field for field in form.fields if isinstance(field, ScaleField)), key=lambda field: not field.short
    )
    kept = scales[: extent.statements]
    brief = extent.statements <= _FEW_STATEMENTS
    return tuple(
        field
        for field in form.fields
        if field in kept or (not isinstance(field, ScaleField) and (not brief or getattr(field, "short", False)))
    )


def _evaluation(library: Library, plan: Plan, number: int) -> Iterator[Part]:
    for form in library.all(Form):
        if form.when == "end" and form.reader == "person":
            fields = _asked_at_the_end(form, extent(plan))
            if not any(isinstance(field, LinesField) for field in fields):
                fields += (LinesField(type="lines", label=say("handout.anything"), lines=4),)
            rows = sum(field.lines for field in fields if isinstance(field, LinesField))
            scales = sum(isinstance(field, ScaleField) for field in fields)
            data = FormPart(form.title, form.purpose, fields)
            fixed = 40 + 22.0 * scales + 14.0 * (len(fields) - scales)
            yield Part("form", data, fixed, rows, 7.5, 11, segment=number, own_leaf=True)
