"""A run of show set by hand in a recipe: taken as it stands, and held to the same rules."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Bounds, Item, Request, Segment
from generator.compose.rules import broken_rules
from generator.library.library import Library
from generator.library.models import Entry, KitSegment, Question, Story
from generator.strings import look_up, say

_GIVES_WAY = {"slack": 1, "evaluation": 6}
_SHORTENED = 3
"""Segments with a least of their own give way after the slack and before the evaluation."""


@dataclass(frozen=True)
class CannotSet:
    """The rules that a run of show set by hand breaks."""

    problems: tuple[str, ...]


def set_by_hand(request: Request, library: Library) -> tuple[Segment, ...] | CannotSet:
    """The segments of a recipe with their start times, or every rule they break."""
    starts, segments = 0, list[Segment]()
    for authored in request.segments:
        segments.append(_segment(authored, starts, segments, library, request))
        starts += authored.minutes
    broken = broken_rules(request, segments, library, {s.title for s in request.segments if s.ways})
    return CannotSet(tuple(broken)) if broken else tuple(segments)


def _segment(authored: KitSegment, starts: int, before: list[Segment], library: Library, request: Request) -> Segment:
    entries = [library.entries[id] for id in authored.items]
    role = _role(authored, entries, before)
    share, rest = divmod(authored.minutes, max(1, len(entries)))
    internal = authored.internal or request.customer == "internal"
    return Segment(
        kind=authored.kind,
        role=role,
        title=authored.title,
        starts=starts,
        minutes=authored.minutes,
        bounds=Bounds(
            authored.minutes if authored.least is None else authored.least, authored.minutes, authored.minutes
        ),
        method=authored.method or look_up("methods.roles").get(role, look_up("methods.roles.default")),
        items=tuple(
            Item(entry.id, share + (n < rest), internal and isinstance(entry, Question), say("compose.why_set"))
            for n, entry in enumerate(entries)
        ),
        gives_way=_GIVES_WAY.get(authored.kind, 0 if authored.least is None else _SHORTENED),
        purpose=authored.purpose or "",
        say=authored.say,
        do=authored.do,
    )


def _role(authored: KitSegment, entries: list[Entry], before: list[Segment]) -> str:
    """The row of an approach that a segment set by hand stands for; it chooses the words where the recipe has none."""
    match authored.kind:
        case "questions":
            return authored.step or next((e.step for e in entries if isinstance(e, Question)), "recall")
        case "quote":
            if any(segment.role in ("act", "actions") for segment in before):
                return "closing-quote"
            return "react" if any(segment.kind == "quote" for segment in before) else "opening-quote"
        case "story":
            return "read-aloud" if any(isinstance(entry, Story) for entry in entries) else "notice"
        case "activity":
            return "activity" if entries else "debrief"
        case _:
            return authored.kind
