"""Request + Library -> Plan, or a Refusal that names the nearest request that works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.compose.documents import documents_for
from generator.compose.fill import CannotFill, fill
from generator.compose.handset import CannotSet, set_by_hand
from generator.compose.nearest import nearest
from generator.compose.plan import Item, Plan, Refusal, Request, Segment
from generator.compose.schedule import CannotSchedule, Slot, schedule
from generator.library.library import Library
from generator.library.models import Activity
from generator.strings import look_up, say

Cannot = CannotSchedule | CannotFill | CannotSet


def compose(request: Request, library: Library) -> Plan | Refusal:
    """A plan that keeps the rules of docs/architecture.md, or why there is none. The same input gives the same plan."""
    made = attempt(request, library)
    if isinstance(made, Plan):
        return made
    if isinstance(made, CannotSet):
        return Refusal(made.problems, None)
    return Refusal((made.problem,), nearest(request, made.move, lambda r: isinstance(attempt(r, library), Plan)))


def attempt(request: Request, library: Library) -> Plan | Cannot:
    """One try, without looking for a nearby request."""
    if request.segments:
        segments = set_by_hand(request, library)
        return segments if isinstance(segments, CannotSet) else _plan(request, segments, library)
    slots = schedule(request)
    if isinstance(slots, CannotSchedule):
        return slots
    filled = fill(slots, request, library)
    if isinstance(filled, CannotFill):
        return filled
    return _plan(request, _segments(slots, filled, library), library)


def _segments(slots: Sequence[Slot], filled: Mapping[int, tuple[Item, ...]], library: Library) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            kind=slot.kind,
            role=slot.role,
            title=_title(slot, filled.get(index, ()), library),
            starts=slot.starts,
            minutes=slot.minutes,
            bounds=slot.bounds,
            method=slot.method,
            items=filled.get(index, ()),
            gives_way=slot.gives_way,
        )
        for index, slot in enumerate(slots)
    )


def _title(slot: Slot, items: Sequence[Item], library: Library) -> str:
    """An activity has a name of its own; every other segment is called what it is."""
    first = library.entries[items[0].entry] if items else None
    return first.title if isinstance(first, Activity) else str(look_up(f"segments.{slot.role}.title"))


def _plan(request: Request, segments: tuple[Segment, ...], library: Library) -> Plan:
    setting = library.vocabularies["settings"][request.setting].label
    return Plan(
        request=request,
        title=request.title or say("compose.title", setting=setting, minutes=request.minutes),
        promise=request.promise or say(f"compose.promise.{request.approach}"),
        segments=segments,
        documents=documents_for(request, segments, library),
    )
