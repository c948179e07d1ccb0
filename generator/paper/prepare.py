"""The part *before*: checklists, materials counted for the group, the room, the invitation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form, Guidance, Material
from generator.library.worksheets import TextField
from generator.paper.course import Stretch
from generator.paper.extent import extent
from generator.paper.room import Room, room, tables_for
from generator.paper.wording import lines
from generator.strings import look_up, say

SPARES = 2
"""Extra copies of whatever each person gets."""


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
class Tip:
    """A guidance entry."""

    title: str
    text: str
    say: str


@dataclass(frozen=True)
class Before:
    """The part *before*."""

    checklists: tuple[Checklist, ...]
    materials: tuple[Bring, ...]
    people: str
    room: Room
    refreshments: str
    invitation: tuple[str, ...]
    tips: tuple[Tip, ...]


def before(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> Before:
    """Everything there is to do before the session."""
    paused = any(segment.kind == "break" for segment in plan.segments)
    return Before(
        checklists=_checklists(stretches),
        materials=materials(plan, stretches),
        people=say("people", count=plan.request.group),
        room=room(plan),
        refreshments=say(f"guide.before.refreshments.{'long' if paused else 'short'}"),
        invitation=_invitation(plan, library),
        tips=tips(plan, library, "before", most=extent(plan).tips),
    )


def _checklists(stretches: tuple[Stretch, ...]) -> tuple[Checklist, ...]:
    reading = [say("guide.before.reading_aloud")] if any(stretch.stories for stretch in stretches) else []
    return tuple(
        Checklist(
            say(f"guide.before.{name}.title"),
            (*lines(f"guide.before.{name}.items"), *(reading if name == "day_before" else [])),
        )
        for name in look_up("guide.before.checklists")
    )


def materials(plan: Plan, stretches: tuple[Stretch, ...]) -> tuple[Bring, ...]:
    """What to bring and how much of it; a thing that two segments use is counted once."""
    found = [*_always(plan), *_sheets(plan, stretches), *_copies(stretches)]
    for stretch in stretches:
        for _, activity in stretch.activities:
            found += [_counted(material, activity, plan.request.group) for material in activity.materials]
    merged: dict[str, Bring] = {}
    for bring in found:
        same = merged.get(bring.item.casefold())
        merged[bring.item.casefold()] = max(same, bring, key=lambda each: each.count) if same else bring
    return tuple(merged.values())


def _always(plan: Plan) -> list[Bring]:
    each = plan.request.group + SPARES
    counts = {"guide": (1, "you"), "handout": (each, "everybody"), "cards": (1, "everybody"), "poster": (1, "wall")}
    paper = [_bring(name, *counts[name]) for name in counts if name in plan.documents]
    return [*paper, _bring("pens", each, "everybody"), _bring("flip_chart", 1, "everybody"), _bring("clock", 1, "you")]


def _bring(name: str, count: int, use: str) -> Bring:
    return Bring(say(f"guide.before.things.{name}"), count, say(f"guide.before.uses.{use}"), "")


def _sheets(plan: Plan, stretches: tuple[Stretch, ...]) -> list[Bring]:
    """The worksheets that are handed out by themselves: a person's is in the handout."""
    people = plan.request.group
    use = {"table": (tables_for(people), "table"), "facilitator": (1, "you")}
    sheets = [activity.worksheet for stretch in stretches for _, activity in stretch.activities if activity.worksheet]
    return [
        Bring(say("guide.worksheet", title=sheet.title), use[sheet.reader][0], _use(use[sheet.reader][1]), "")
        for sheet in sheets
        if sheet.reader in use
    ]


def _copies(stretches: tuple[Stretch, ...]) -> list[Bring]:
    count = sum(len(stretch.stories) for stretch in stretches)
    return [Bring(say("guide.before.things.stories"), count, _use("readers"), "")] if count else []


def _use(name: str) -> str:
    return say(f"guide.before.uses.{name}")


def _counted(material: Material, activity: Activity, people: int) -> Bring:
    times = {"group": 1, "table": tables_for(people), "person": people}[material.per]
    spare = SPARES if material.per == "person" else 0
    instead = say("guide.before.or_paper", instead=material.or_with_paper) if material.or_with_paper else ""
    return Bring(material.item, material.count * times + spare, activity.title, instead)


def _invitation(plan: Plan, library: Library) -> tuple[str, ...]:
    """The letter of the library where there is room for it, else the catalogue's few lines."""
    letters = [letter(form) for form in library.all(Form) if form.when == "before" and fits(form, plan)]
    own = [paragraphs for paragraphs in letters if paragraphs and extent(plan).letters]
    if own:
        return own[0]
    return lines("guide.before.invitation_text", minutes=plan.request.minutes, promise=plan.promise)


def letter(form: Form) -> tuple[str, ...]:
    """The paragraphs of a form that is nothing but text to send; empty for every other form."""
    texts = [field.text for field in form.fields if isinstance(field, TextField)]
    return tuple(texts) if form.reader == "facilitator" and len(texts) == len(form.fields) else ()


def tips(plan: Plan, library: Library, when: str, most: int) -> tuple[Tip, ...]:
    """Guidance for one moment of this plan; what was written for its setting or audience comes first."""
    fitting = [tip for tip in library.all(Guidance) if tip.when == when and not tip.rule and fits(tip, plan)]
    special = sorted(fitting, key=lambda tip: not (tip.settings or tip.audience))
    return tuple(Tip(tip.title, tip.text, tip.say or "") for tip in special[:most])


def fits(entry: Form | Guidance, plan: Plan) -> bool:
    """Whether an entry is meant for this plan's setting and audience."""
    audience = entry.audience if isinstance(entry, Guidance) else ()
    return (not entry.settings or plan.request.setting in entry.settings) and (
        not audience or plan.request.audience in audience
    )
