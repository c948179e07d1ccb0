"""What the handout holds, part by part: nothing that only the facilitator should say, and no takeaways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Form
from generator.library.worksheets import FormField, LinesField, Log, Map, Prompts, RankedList, Scale, ScaleField, Table, Worksheet
from generator.paper.course import Stretch
from generator.paper.handout_pages import Part, text_height
from generator.paper.segments import promises
from generator.paper.wording import QuoteLine, asked, quotation
from generator.strings import look_up, say

_SILENT = ("slack", "break")


@dataclass(frozen=True)
class Opening:
    """Title, agenda and ground rules."""

    agenda: tuple[str, ...]
    promises: tuple[str, ...]


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


def parts(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> tuple[Part, ...]:
    """Everything a participant gets, in the order of the session."""
    lines = 2 if plan.request.minutes < 45 else 3
    found = [_opening(stretches, library)]
    for stretch in stretches:
        found += _of(stretch, library, lines, plan)
    if not any(part.macro == "own_line" for part in found):
        at = next((index for index, part in enumerate(found) if part.macro == "commitment"), len(found))
        found.insert(at + 1, Part("own_line", None, 22, 2, fields=1))
    return tuple(found)


def _opening(stretches: tuple[Stretch, ...], library: Library) -> Part:
    agenda = tuple(each.segment.title for each in stretches if each.segment.kind not in _SILENT)
    rules = promises(library)
    height = max(6.0 * len(agenda), sum(text_height(rule, 5.2, 44) + 1.5 for rule in rules))
    number = next((each.number for each in stretches if each.segment.kind == "rules"), 0)
    return Part("opening", Opening(agenda, rules), 56 + height, segment=number)


def _of(stretch: Stretch, library: Library, lines: int, plan: Plan) -> Iterator[Part]:
    number, title = stretch.number, stretch.segment.title
    if stretch.role == "react" and stretch.quotes:
        quotes = tuple(quotation(quote, library) for quote in stretch.quotes)
        height = 13 + sum(text_height(quote.words, 6.4, 74) + 8 for quote in quotes)
        yield Part("quotes", Quoted(title, quotes, 1), height, len(quotes), fields=len(quotes), segment=number)
    if stretch.questions:
        asks = tuple(asked(item, question).ask for item, question in stretch.questions)
        yield _written("questions", title, asks, lines, number)
    if stretch.notice:
        titles = tuple(story.title for story in stretch.notice)
        yield Part("notice", Grid(titles), 40 if len(titles) > 1 else 26, 7 if len(titles) > 1 else 5, 7.5, 10.5, fields=2, segment=number)
    for _, activity in stretch.activities:
        if activity.worksheet and activity.worksheet.reader == "person":
            yield _worksheet(activity.worksheet, number)
    if stretch.debrief:
        yield _written("debrief", title, tuple(look_up("handout.debrief")), 1, number)
    if stretch.role == "own-line":
        yield Part("own_line", None, 22, 2, fields=1, segment=number)
    if stretch.segment.kind == "actions":
        yield Part("commitment", None, 55, 5, 7.5, 11, segment=number)
    if stretch.segment.kind == "evaluation":
        yield from _evaluation(library, plan, number)


def _written(macro: str, title: str, asks: tuple[str, ...], lines: int, number: int) -> Part:
    height = 13 + sum(text_height(ask, 6.2, 76) + 4 for ask in asks)
    return Part(macro, Written(title, asks, lines), height, lines * len(asks), fields=len(asks), segment=number)


def _worksheet(sheet: Worksheet, number: int) -> Part:
    """A worksheet with the height of what is printed on it, and its rows to write in."""
    head = 22 + text_height(sheet.instruction or "", 6.2, 76)
    match sheet:
        case Scale():
            return Part("worksheet", sheet, head + 34 * len(sheet.statements), segment=number)
        case RankedList():
            return Part("worksheet", sheet, head + 8, sheet.lines, 9, 14, segment=number)
        case Table():
            return Part("worksheet", sheet, head + 14, len(sheet.rows) + sheet.empty_rows, 17, 32, segment=number)
        case Prompts():
            height = head + sum(text_height(prompt, 6.2, 72) + 6 for prompt in sheet.prompts)
            return Part("worksheet", sheet, height, len(sheet.prompts) * sheet.lines, segment=number)
        case Log():
            return Part("worksheet", sheet, head + 16, sheet.rows, 20, 32, segment=number)
        case Map():
            return Part("worksheet", sheet, head + 208, segment=number)
    return Part("worksheet", sheet, head + 10, sheet.rows, 11, 16, segment=number)


def _evaluation(library: Library, plan: Plan, number: int) -> Iterator[Part]:
    for form in library.all(Form):
        if form.when == "end" and form.reader == "person":
            fields = tuple(field for field in form.fields if plan.request.minutes >= 45 or getattr(field, "short", False))
            if not any(isinstance(field, LinesField) for field in fields):
                fields += (LinesField(type="lines", label=say("handout.anything"), lines=4),)
            rows = sum(field.lines for field in fields if isinstance(field, LinesField))
            scales = sum(isinstance(field, ScaleField) for field in fields)
            data = FormPart(form.title, form.purpose, fields)
            fixed = 40 + 22.0 * scales + 14.0 * (len(fields) - scales)
            yield Part("form", data, fixed, rows, 7.5, 11, segment=number, own_leaf=True)
