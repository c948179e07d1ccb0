"""Which sheets the plan's worksheets become, for whom, and how much room there is to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form
from generator.library.worksheets import (
    Comparison,
    Log,
    Prompts,
    RankedList,
    Scale,
    ScaleField,
    Table,
    Worksheet,
)
from generator.paper.job import PrintOptions
from generator.paper.leaf import Leaf, Use
from generator.paper.sentences import breaths
from generator.paper.sheets import copies, for_setting, in_handout, is_pocket_card, sheet_count
from generator.paper.tips import letter
from generator.paper.wording import stories
from generator.paper.writing_room import WritingRoom, sign_points, writing_room
from generator.strings import say

_WIDE_COLUMNS = 4
"""From so many columns on a table is printed wide."""
_COMPARED = 10
"""Height of a line of the comparison grid."""
_TALLY_COLUMNS = 5
"""With more statements than these the tally is printed wide."""
_NARROW_MOST = 12
"""With more people than these the comparison grid is printed wide."""
_NAMED_MOST = 24
"""Up to so many people get a column of their own in the comparison grid."""


def leaves(plan: Plan, library: Library, options: PrintOptions) -> tuple[Leaf, ...]:
    """All sheets of a plan: of its activities, of its readers, and of the forms that go with them."""
    room, entries = writing_room(options), [library.entries[item.entry] for item in plan.items]
    found: list[Leaf] = []
    for entry in {entry.id: entry for entry in entries}.values():
        if isinstance(entry, Activity) and entry.worksheet:
            found += (_used(leaf, entry, plan) for leaf in _of_worksheet(entry.worksheet, plan.request.group, room))
    found += _of_stories(plan, library, room)
    found += _of_forms(plan, library, room)
    return tuple(found)


def _used(leaf: Leaf, activity: Activity, plan: Plan) -> Leaf:
    """A sheet with how many an activity needs of it; what comes with it is counted by its reader."""
    if leaf.macro != "worksheet" or activity.worksheet is None:
        return replace(leaf, count=copies(leaf.reader, plan.request.group))
    use: Use = "handout" if in_handout(activity.worksheet, plan) else "room"
    return replace(leaf, use=use, count=sheet_count(activity, plan.request.group))


def _of_worksheet(sheet: Worksheet, group: int, room: WritingRoom) -> Iterator[Leaf]:
    match sheet:
        case Scale():
            yield from _of_scale(sheet, group, room)
        case RankedList():
            yield _leaf(sheet, row=room.line(sheet.lines, 21))
            if sheet.compare:
                yield _compared(sheet, group, room)
        case Comparison():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf(sheet, wide, room.row(sheet.rows, 11, 40, wide))
        case Table():
            wide = len(sheet.columns) >= _WIDE_COLUMNS
            yield _leaf(sheet, wide, room.row(len(sheet.rows) + sheet.empty_rows, 8, 60, wide))
        case Log():
            yield _leaf(sheet, True, room.row(sheet.rows, 15, 40, True))
        case Prompts():
            lines, row = room.prompts(sheet)
            yield _leaf(sheet, row=row, lines=lines)
        case _:
            yield _leaf(sheet)


def _leaf(sheet: Worksheet, wide: bool = False, row: float = 0, lines: int = 0) -> Leaf:
    """The sheet as its activity gives it."""
    return Leaf("worksheet", sheet.title, sheet.instruction or "", sheet.reader, sheet, wide, row, lines=lines)


def _of_scale(sheet: Scale, group: int, room: WritingRoom) -> Iterator[Leaf]:
    """A single statement is for the wall, several are for each person; then score cards, and the tally."""
    count = len(sheet.statements)
    if count == 1:
        yield Leaf("sign", sheet.title, "", "facilitator", sheet, True, sign_points(sheet.statements[0]))
    else:
        yield _leaf(sheet, row=room.statements(count))
    numbers = tuple(str(number) for number in range(sheet.low, sheet.high + 1))
    yield Leaf("score_cards", say("worksheets.score_cards.title"), "", "person", sheet, columns=numbers)
    wide, sums = count > _TALLY_COLUMNS, 6 if sheet.reported else 4
    yield Leaf(
        "tally",
        say("worksheets.tally.title", title=sheet.title),
        say("worksheets.tally.how"),
        "facilitator",
        sheet,
        wide,
        room.tally(group, sums, wide),
        sheet.statements,
        tuple(str(number) for number in range(1, group + 1)),
    )


def _compared(sheet: RankedList, group: int, room: WritingRoom) -> Leaf:
    columns = tuple(str(n) for n in range(1, group + 1)) if group <= _NAMED_MOST else ()
    wide = len(columns) > _NARROW_MOST
    rows = int(room.below(16, wide) / _COMPARED)
    return Leaf(
        "compare",
        say("worksheets.compare.title", title=sheet.title),
        say("worksheets.compare.how"),
        "facilitator",
        sheet,
        wide,
        _COMPARED - 1.5,
        columns,
        ("",) * rows,
    )


def _of_stories(plan: Plan, library: Library, room: WritingRoom) -> Iterator[Leaf]:
    """A sheet for each reader, where two or more stories are read."""
    told = [story for item in plan.items for story in stories(library.entries[item.entry], library)]
    once = list({story.id: story for story in told}.values())
    for story in once if len(once) > 1 else []:
        aloud = say("worksheets.story.aloud", seconds=-(-story.reading_seconds // 10) * 10)
        spoken = breaths(story.text)
        yield Leaf("story", story.title, aloud, "facilitator", story, row=room.breath(spoken), spoken=spoken)


def _of_forms(plan: Plan, library: Library, room: WritingRoom) -> Iterator[Leaf]:
    """What is used in the room, then a tally of the evaluation and what is used afterwards.

    Letters are in the guide; huddles get pocket cards only. A form whose name starts with *evaluation* goes with an
    evaluation.
    """
    evaluated = any(segment.kind == "evaluation" for segment in plan.segments)
    forms = sorted(library.all(Form), key=lambda form: form.when != "during")
    for form in (each for each in forms if for_setting(each, plan)):
        if form.slug.startswith("evaluation") and not evaluated:
            continue
        use: Use = "room" if form.when == "during" else "later"
        leaf = Leaf("form", form.title, form.purpose, form.reader, form, use=use)
        leaf = replace(leaf, count=copies(form.reader, plan.request.group))
        if form.when == "end":
            yield from _evaluated(form, room)
        elif is_pocket_card(form):
            yield replace(leaf, macro="pocket")
        elif form.when in ("during", "after") and not letter(form) and not plan.huddle:
            more, row = room.form(form)
            yield replace(leaf, row=row, lines=more)


def _evaluated(form: Form, room: WritingRoom) -> Iterator[Leaf]:
    scales = [field for field in form.fields if isinstance(field, ScaleField)]
    if not scales:
        return
    numbers = range(min(scale.low for scale in scales), max(scale.high for scale in scales) + 1)
    yield Leaf(
        "evaluated",
        say("worksheets.evaluated.title", title=form.title),
        say("worksheets.evaluated.how"),
        "facilitator",
        form,
        row=room.row(len(scales), 14, 26),
        columns=tuple(str(number) for number in numbers),
        rows=tuple(scale.label for scale in scales),
    )
