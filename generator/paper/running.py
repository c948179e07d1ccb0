"""The run of show: every segment with its times, what to give up when late and where to stay when early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.compose.plan import Plan, Segment
from generator.paper.bar import Bar, bar
from generator.paper.course import Stretch
from generator.paper.job import PrintOptions
from generator.strings import look_up, say
from generator.templates import clock

_MANY_LINES = 18
LATE = 8
"""Minutes by which a session may start late and still reach its action round and its close."""


@dataclass(frozen=True)
class Row:
    """One line of the run of show."""

    number: int
    starts: str
    clock: str
    """Time of day, empty where the session has none: there is room to write it."""
    minutes: int
    title: str
    gist: str
    method: str
    paper: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Saving:
    """One thing to give up."""

    what: str
    minutes: int
    saves: str


@dataclass(frozen=True)
class RunOfShow:
    """The page that lies on the table while the session runs."""

    bar: Bar
    rows: tuple[Row, ...]
    total: int
    short: tuple[Saving, ...]
    early: tuple[str, ...]
    tight: bool
    """There are many rows, or long ones: set them closer, so that all stays on one page."""


def run_of_show(
    plan: Plan, stretches: tuple[Stretch, ...], paper: Mapping[int, tuple[str, ...]], options: PrintOptions
) -> RunOfShow:
    """The run of show of a plan; ``paper`` says what each segment needs on paper, by its number."""
    rows = tuple(_row(stretch, paper[stretch.number], options.start) for stretch in stretches)
    return RunOfShow(
        bar=bar(plan, options.brand),
        rows=rows,
        total=sum(segment.minutes for segment in plan.segments),
        short=savings(plan),
        early=_early(plan),
        tight=sum(max(-(-len(row.title) // 26), -(-len(row.method) // 38)) for row in rows) > _MANY_LINES,
    )


def gist(stretch: Stretch) -> str:
    """In one sentence what happens in a segment."""
    if stretch.activities and not stretch.by_hand:
        return stretch.activities[0][1].purpose
    return stretch.segment.purpose or str(look_up(f"segments.{stretch.role}.gist"))


def _row(stretch: Stretch, paper: tuple[str, ...], start: str | None) -> Row:
    segment = stretch.segment
    return Row(
        number=stretch.number,
        starts=clock(segment.starts),
        clock=clock(segment.starts, start) if start else "",
        minutes=segment.minutes,
        title=segment.title,
        gist=gist(stretch),
        method=segment.method,
        paper=paper,
        kind=segment.kind,
    )


def savings(plan: Plan) -> tuple[Saving, ...]:
    """What gives way, in order; where that is not enough for a late start, what can be made shorter after it."""
    by_hand = bool(plan.request.segments)
    giving = sorted((segment for segment in plan.segments if segment.gives_way), key=lambda each: each.gives_way)
    found = [(segment, *_way(segment, by_hand=by_hand)) for segment in giving]
    longest = sorted((each for each in plan.segments if _can_be_shorter(each)), key=lambda each: -_above(each))
    found += [(segment, "shorter", _above(segment)) for segment in longest if not by_hand]
    listed, total = list[Saving](), 0
    for segment, way, minutes in found:
        if minutes > 0 and (segment.gives_way or total < LATE):
            total += minutes
            saved = say("guide.saves", minutes=minutes, total=total)
            listed.append(Saving(say(f"guide.give_way.{way}", title=segment.title), minutes, saved))
    return tuple(listed)


def _can_be_shorter(segment: Segment) -> bool:
    return segment.kind in ("questions", "story", "activity") and not segment.gives_way and segment.role != "act"


def _above(segment: Segment) -> int:
    """Minutes that a segment has beyond the least it needs."""
    return segment.minutes - segment.bounds.least


def _way(segment: Segment, *, by_hand: bool) -> tuple[str, int]:
    """How a segment gives way, and how many minutes that saves; what was set by hand says so itself."""
    if by_hand and segment.role not in ("slack", "evaluation"):
        return ("shorter" if segment.bounds.least else "other"), segment.minutes - segment.bounds.least
    if segment.kind == "questions" and len(segment.items) > 1:
        return "second", segment.items[-1].minutes
    match segment.role:
        case "slack":
            return "slack", segment.minutes
        case "opening-quote":
            return "opening-quote", segment.minutes - 1
        case "evaluation":
            return "evaluation", segment.minutes - 1
    return "other", segment.minutes


def _early(plan: Plan) -> tuple[str, ...]:
    room = [
        (segment.bounds.most - segment.minutes, segment)
        for segment in plan.segments
        if segment.kind in ("questions", "story", "activity", "actions", "quote")
    ]
    best = sorted((pair for pair in room if pair[0] > 0), key=lambda pair: -pair[0])[:3]
    return tuple(say("guide.early_more", title=segment.title, minutes=minutes) for minutes, segment in best)
