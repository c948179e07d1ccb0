"""The course of a session: what each segment carries, and which segment looks back on what came before it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Item, Plan, Segment
from generator.library.library import Library
from generator.library.models import Activity, Question, Quote, Story, StorySet
from generator.paper.wording import stories
from generator.strings import look_up

_BY_KIND = {"quote": "opening-quote", "questions": "reflect", "story": "read-aloud"}


@dataclass(frozen=True)
class Stretch:
    """A segment with its entries, and what it looks back on."""

    number: int
    segment: Segment
    role: str
    """A key of ``segments`` in the catalogue."""
    by_hand: bool
    """A trainer wrote its lines; the catalogue keeps silent."""
    questions: tuple[tuple[Item, Question], ...]
    quotes: tuple[Quote, ...]
    stories: tuple[Story, ...]
    activities: tuple[tuple[Item, Activity], ...]
    notice: tuple[Story, ...]
    """Stories about which it asks what people noticed."""
    share: tuple[str, ...]
    """What to ask about the stories of a set."""
    thread: tuple[str, ...]
    """What the stories of a set have in common, for the facilitator."""
    takeaways: tuple[Story, ...]
    debrief: Activity | None


def course(plan: Plan, library: Library) -> tuple[Stretch, ...]:
    """Every segment in order. Entries that are looked back on find the segment that does so, or stay with their own."""
    notice = _looked_back_on(plan.segments, "notice")
    takeaways = _looked_back_on(plan.segments, "takeaways")
    debrief = _looked_back_on(plan.segments, "debrief")
    return tuple(
        _stretch(number, segment, library, notice[number - 1], takeaways[number - 1], debrief[number - 1])
        for number, segment in enumerate(plan.segments, start=1)
    )


def _stretch(
    number: int,
    segment: Segment,
    library: Library,
    notice: tuple[Item, ...],
    takeaways: tuple[Item, ...],
    debrief: tuple[Item, ...],
) -> Stretch:
    entries = [(item, library.entries[item.entry]) for item in segment.items]
    activities = [entry for item in debrief if isinstance(entry := library.entries[item.entry], Activity)]
    return Stretch(
        number=number,
        segment=segment,
        role=_role(segment),
        by_hand=bool(segment.purpose or segment.say or segment.do),
        questions=tuple((item, entry) for item, entry in entries if isinstance(entry, Question)),
        quotes=tuple(entry for _, entry in entries if isinstance(entry, Quote)),
        stories=tuple(story for _, entry in entries for story in stories(entry, library)),
        activities=tuple((item, entry) for item, entry in entries if isinstance(entry, Activity)),
        notice=_told_in(notice, library),
        share=tuple(line for each in _sets(notice, library) for line in each.ask),
        thread=tuple(each.what_they_share for each in _sets(notice, library)),
        takeaways=_told_in(takeaways, library),
        debrief=activities[-1] if activities else None,
    )


def _role(segment: Segment) -> str:
    roles = look_up("segments")
    return next(name for name in (segment.role, segment.kind, _BY_KIND.get(segment.kind, "")) if name in roles)


def _looked_back_on(segments: tuple[Segment, ...], *roles: str) -> list[tuple[Item, ...]]:
    """For each segment the items it looks back on: those since the last segment of its kind that did so.

    ``roles`` are the segments that look back, the best first, else the last of a run of one kind; where nothing comes
    after them, the items are looked back on in their own segment.
    """
    kind = "activity" if "debrief" in roles else "story"
    found: list[tuple[Item, ...]] = [() for _ in segments]
    for at, segment in enumerate(segments):
        if segment.kind == kind and segment.items:
            found[_where(segments, at, kind, roles)] += segment.items
    return found


def _where(segments: tuple[Segment, ...], at: int, kind: str, roles: tuple[str, ...]) -> int:
    after = []
    for later in range(at + 1, len(segments)):
        if segments[later].kind != kind or (kind == "activity" and segments[later].items):
            break
        after.append(later)
    for role in roles:
        for later in after:
            if segments[later].role == role:
                return later
    return after[-1] if after else at


def _told_in(items: tuple[Item, ...], library: Library) -> tuple[Story, ...]:
    return tuple(story for item in items for story in stories(library.entries[item.entry], library))


def _sets(items: tuple[Item, ...], library: Library) -> tuple[StorySet, ...]:
    return tuple(entry for item in items if isinstance(entry := library.entries[item.entry], StorySet))
