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
        short=_short(plan),
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


def _short(plan: Plan) -> tuple[Saving, ...]:
    giving = sorted((segment for segment in plan.segments if segment.gives_way), key=lambda each: each.gives_way)
    savings, total = [], 0
    for segment in giving:
        way, minutes = _way(segment, by_hand=bool(plan.request.segments))
        if minutes > 0:
            total += minutes
            savings.append(
                Saving(
                    say(f"guide.give_way.{way}", title=segment.title), say("guide.saves", minutes=minutes, total=total)
                )
            )
    return tuple(savings)


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
