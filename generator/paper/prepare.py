"""The part *before*: checklists, materials counted for the group, the room, the invitation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form
from generator.paper.course import Stretch
from generator.paper.extent import extent
from generator.paper.room import Room, room
from generator.paper.sheets import SPARES, handed_out, in_handout, material_count
from generator.paper.tips import Tip, fits, letter, tips
from generator.paper.wording import lines
from generator.strings import look_up, say

_FEW_QUOTES = 2
"""So many quotes in one segment are read out; more than these a trainer lays out as cards."""


@dataclass(frozen=True)
class Checklist:
    """Things to tick off, at one moment."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Bring:
    """One line of the table of materials."""

    item: str
    count: int
    use: str
    instead: str


@dataclass(frozen=True)
class Before:
    """The part *before*."""

    checklists: tuple[Checklist, ...]
    materials: tuple[Bring, ...]
    people: str
    room: Room
    refreshments: str
    subject: str
    """What stands above the invitation: the title, and the minutes where the title does not name them; empty where the
    library's own letter brings its subject along."""
    invitation: tuple[str, ...]
    tips: tuple[Tip, ...]


def before(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> Before:
    """Everything there is to do before the session."""
    return Before(
        checklists=_checklists(plan, stretches),
        materials=materials(plan, stretches, library),
        people=say("people", count=plan.request.group),
        room=room(plan, at_tables=any(_on_tables(activity) for each in stretches for _, activity in each.activities)),
        refreshments=_refreshments(plan),
        subject="" if (written := _letter(plan, library)) else _subject(plan),
        invitation=written or lines("guide.before.invitation_text", minutes=plan.request.minutes, promise=plan.promise),
        tips=tips(plan, library, "before", most=extent(plan).tips),
    )


def _on_tables(activity: Activity) -> bool:
    """Whether an activity lays something on each table."""
    laid = any(material.per == "table" for material in activity.materials)
    return laid or (activity.worksheet is not None and activity.worksheet.reader == "table")


def _refreshments(plan: Plan) -> str:
    if room(plan).form == "walk":
        return say("guide.before.refreshments.few")
    paused = any(segment.kind == "break" for segment in plan.segments)
    return say(f"guide.before.refreshments.{'long' if paused else 'short'}")


def _checklists(plan: Plan, stretches: tuple[Stretch, ...]) -> tuple[Checklist, ...]:
    name = "reading_aloud" if reader_copies(plan, stretches) else "reading_yourself"
    reading = [say(f"guide.before.{name}")] if any(stretch.stories for stretch in stretches) else []
    return tuple(
        Checklist(
            say(f"guide.before.{name}.title"),
            (*lines(f"guide.before.{name}.items"), *(reading if name == "day_before" else [])),
        )
        for name in look_up("guide.before.checklists")
    )


def materials(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> tuple[Bring, ...]:
    """What to bring and how much of it; a thing that two segments use is counted once."""
    found = [*_always(plan, stretches), *_sheets(plan, stretches, library), *_copies(plan, stretches)]
    for stretch in stretches:
        for _, activity in stretch.activities:
            found += _things(activity, plan)
    merged: dict[str, Bring] = {}
    for bring in found:
        same = merged.get(bring.item.casefold(), bring)
        merged[bring.item.casefold()] = max(same, bring, key=lambda each: (each.count, bool(each.instead)))
    return tuple(merged.values())


def cards_used(stretch: Stretch) -> bool:
    """Whether people take cards into their hands: they choose one, or a trainer set out more than are asked about."""
    return stretch.role == "choose-card" or (stretch.by_hand and len(stretch.quotes) > _FEW_QUOTES)


def _always(plan: Plan, stretches: tuple[Stretch, ...]) -> list[Bring]:
    each = plan.request.group + SPARES
    counts = {
        "guide": (1, "you"),
        "handout": (each, "everybody"),
        "cards": (1, "everybody"),
        "poster": (1, "wall"),
        "slides": (1, "screen"),
    }
    names = {"cards": "cards" if any(cards_used(stretch) for stretch in stretches) else "cards_home"}
    paper = [_bring(names.get(name, name), *counts[name]) for name in counts if name in plan.documents]
    if room(plan).form == "walk":
        return [
            *(thing for thing in paper if thing.use not in (_use("wall"), _use("screen"))),
            _bring("pens", each, "everybody"),
        ]
    return [*paper, _bring("pens", each, "everybody"), _bring("flip_chart", 1, "everybody"), _bring("clock", 1, "you")]


def _bring(name: str, count: int, use: str) -> Bring:
    return Bring(say(f"guide.before.things.{name}"), count, say(f"guide.before.uses.{use}"), "")


def _sheets(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> list[Bring]:
    """The sheets that are handed out by themselves: a person's are in the handout."""
    use = {"person": "everybody", "table": "table", "facilitator": "you"}
    found = handed_out(plan, stretches, library)
    return [Bring(each.item, each.count, _use(use[each.reader]), "") for each in found]


def reader_copies(plan: Plan, stretches: tuple[Stretch, ...]) -> int:
    """How many sheets for readers are printed: one for each of two stories or more."""
    count = sum(len(stretch.stories) for stretch in stretches)
    return count if count > 1 and "worksheets" in plan.documents else 0


def _copies(plan: Plan, stretches: tuple[Stretch, ...]) -> list[Bring]:
    count = reader_copies(plan, stretches)
    return [Bring(say("guide.before.things.stories"), count, _use("readers"), "")] if count else []


def _use(name: str) -> str:
    return say(f"guide.before.uses.{name}")


def _things(activity: Activity, plan: Plan) -> list[Bring]:
    """What an activity needs, without a sheet that is in the handout."""
    sheet = activity.worksheet
    held = say("guide.worksheet", title=sheet.title) if sheet and in_handout(sheet, plan) else ""
    return [
        Bring(
            material.item,
            material_count(material, plan.request.group),
            activity.title,
            say("guide.before.or_paper", instead=material.or_with_paper) if material.or_with_paper else "",
        )
        for material in activity.materials
        if material.item != held
    ]


def _subject(plan: Plan) -> str:
    minutes = plan.request.minutes
    if str(minutes) in plan.title:
        return plan.title
    return say("guide.before.invitation_subject", title=plan.title, minutes=minutes)


def _letter(plan: Plan, library: Library) -> tuple[str, ...]:
    """The invitation that the library has written, where there is room for it."""
    letters = [letter(form) for form in library.all(Form) if form.when == "before" and fits(form, plan)]
    return next((paragraphs for paragraphs in letters if paragraphs and extent(plan).letters), ())
