"""The rules every plan keeps, as checks over segments: they judge what is set by hand and test what is composed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.compose.candidates import builds_on
from generator.compose.plan import Item, Request, Segment
from generator.library.library import Library
from generator.library.models import Activity, Entry, Question, Quote
from generator.strings import say

STEPS = ("check-back", "recall", "see", "reflect", "act")
WAYS = ("act", "actions")
"""Roles whose minutes are spent on ways round barriers."""

Placed = Sequence[tuple[Segment, Item, Entry]]


def broken_rules(
    request: Request, segments: Sequence[Segment], library: Library, ways: Collection[str] = ()
) -> list[str]:
    """Every rule that these segments break, in words. ``ways``: titles of further segments spent on ways round."""
    placed = [(s, item, library.entries[item.entry]) for s in segments for item in s.items]
    return [
        *_minutes(request, segments),
        *_twice(placed, library),
        *_arc(placed),
        *_balance(request, segments, placed, ways),
        *_quotes(request, placed),
        *_internal(request, placed),
    ]


def _minutes(request: Request, segments: Sequence[Segment]) -> Iterator[str]:
    total = sum(segment.minutes for segment in segments)
    if total != request.minutes:
        yield say("rules.sum", total=total, minutes=request.minutes)
    for segment in segments:
        if not segment.bounds.least <= segment.minutes <= segment.bounds.most:
            yield say("rules.bounds", title=segment.title, minutes=segment.minutes)
    kinds = [segment.kind for segment in segments]
    needed = ["welcome", "actions", *(["rules"] if request.minutes > 22 else [])]
    for kind in needed:
        if kind not in kinds:
            yield say("rules.needs_kind", kind=kind)


def _twice(placed: Placed, library: Library) -> Iterator[str]:
    ids = [entry.id for _, _, entry in placed]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield say("rules.twice", id=id)
    authors = [library.person(entry.author) for _, _, entry in placed if isinstance(entry, Quote)]
    for author in sorted({author for author in authors if authors.count(author) > 1}):
        yield say("rules.author", author=author)


def _arc(placed: Placed) -> Iterator[str]:
    reached, ids = 0, set[str]()
    for seen, (_, _, entry) in enumerate(placed):
        if isinstance(entry, Question):
            if STEPS.index(entry.step) < reached:
                yield say("rules.arc", id=entry.id, step=entry.step)
            reached = max(reached, STEPS.index(entry.step))
            if entry.step == "reflect" and not seen:
                yield say("rules.reflect", id=entry.id)
        if builds_on(entry) and not ids.intersection(builds_on(entry)):
            yield say("rules.builds_on", id=entry.id)
        ids.add(entry.id)


def _balance(request: Request, segments: Sequence[Segment], placed: Placed, ways: Collection[str]) -> Iterator[str]:
    """Barriers never first, once below thirty minutes, and as many minutes after them on ways round."""
    raising = [
        (index, segment, item, entry)
        for index, (segment, item, entry) in enumerate(placed)
        if isinstance(entry, Question | Activity) and entry.raises
    ]
    if len(raising) > 1 and request.minutes < 30:
        yield say("rules.barriers_once")
    for index, _, item, _ in raising:
        if index == 0:
            yield say("rules.barrier_first", id=item.entry)
    if raising:
        last = raising[-1][1]
        later = [s for s in segments if s.starts >= last.ends and (s.role in WAYS or s.title in ways)]
        spent, found = sum(item.minutes for _, _, item, _ in raising), sum(s.minutes for s in later)
        if found < spent:
            yield say("rules.balance", spent=spent, found=found)
        if later and any(s.kind == "break" and last.ends <= s.starts < later[0].starts for s in segments):
            yield say("rules.barrier_break")


def _quotes(request: Request, placed: Placed) -> Iterator[str]:
    acts = {
        theme for _, _, entry in placed if isinstance(entry, Question) and entry.step == "act" for theme in entry.themes
    }
    for segment, item, entry in placed:
        if not isinstance(entry, Quote):
            continue
        place = {"opening-quote": "open", "closing-quote": "close"}.get(segment.role, "react")
        if place not in entry.plays and not (segment.kind == "close" and "close" in entry.plays):
            yield say("rules.plays", id=item.entry, place=place)
        if entry.status == "disputed" and item.entry not in request.pins:
            yield say("rules.disputed", id=item.entry)
        if place == "close" and acts and not acts.intersection(entry.themes):
            yield say("rules.shared_theme", id=item.entry)


def _internal(request: Request, placed: Placed) -> Iterator[str]:
    asked = [(item, entry) for _, item, entry in placed if isinstance(entry, Question)]
    wanted = request.customer == "both" and request.minutes >= 30 and asked
    if wanted and not any(item.internal or entry.customer == "internal" for item, entry in asked):
        yield say("rules.internal")
