"""What is asked for (Request), what is composed (Plan), and what cannot be (Refusal)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from generator.library.models import KitSegment

HUDDLE_MINUTES = 15
"""A plan of this many minutes or fewer is a huddle: one sheet instead of guide and handout."""


@dataclass(frozen=True)
class Request:
    """A session somebody wants, with every default filled in."""

    setting: str
    minutes: int
    audience: str
    customer: Literal["external", "internal", "both"]
    group: int
    approach: str
    themes: tuple[str, ...] = ()
    seed: str = ""
    title: str = ""
    promise: str = ""
    pins: tuple[str, ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    """Entries that somebody chose for a place, as (number of the place from 1 in the order of the session, id)."""
    kit: str | None = None
    """Id of the recipe it comes from."""
    segments: tuple[KitSegment, ...] = ()
    """A run of show set by hand."""
    follow_up: str | None = None
    """Id of the kit that comes next."""
    follow_up_days: int = 0


@dataclass(frozen=True)
class Bounds:
    """Least, usual and most minutes."""

    least: int
    usual: int
    most: int


@dataclass(frozen=True)
class Item:
    """One entry in a segment."""

    entry: str
    minutes: int
    internal: bool = False
    """The question is asked in its internal form."""
    why: str = ""
    """Why it was taken and what came second, for --explain."""


@dataclass(frozen=True)
class Segment:
    """A stretch of the session."""

    kind: str
    """welcome, rules, quote, questions, story, activity, actions, close, evaluation, break or slack."""
    role: str
    """Which row of the approach it is: recall, see, reflect, act, opening-quote, closing-quote, debrief …"""
    title: str
    starts: int
    """Minutes from the start of the session."""
    minutes: int
    bounds: Bounds
    method: str
    """Formation, a key of the catalogue: circle, pairs, tables, alone …"""
    items: tuple[Item, ...] = ()
    gives_way: int = 0
    """Order in which it gives way when time runs short: 1 goes first; 0 never goes."""
    purpose: str = ""
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    """Lines set by hand in a recipe; empty where the catalogue speaks."""

    @property
    def ends(self) -> int:
        """Minutes from the start of the session to its end."""
        return self.starts + self.minutes

    @property
    def by_hand(self) -> dict[str, Any]:
        """The lines set by hand in a recipe; empty where the catalogue speaks."""
        lines = {"purpose": self.purpose, "say": list(self.say), "do": list(self.do)}
        return lines if any(lines.values()) else {}


@dataclass(frozen=True)
class Plan:
    """A session, minute by minute."""

    request: Request
    title: str
    promise: str
    segments: tuple[Segment, ...]
    documents: tuple[str, ...]
    """Names of the documents it calls for: sheet, guide, handout, worksheets, cards …"""

    @property
    def huddle(self) -> bool:
        """Short enough for one sheet of paper."""
        return self.request.minutes <= HUDDLE_MINUTES

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every segment, in order."""
        return tuple(item for segment in self.segments for item in segment.items)

    def as_json(self) -> dict[str, Any]:
        """The contract of plan.json (docs/reference.md)."""
        request = self.request
        return {
            "schema": 1,
            "kit": request.kit,
            "title": self.title,
            "promise": self.promise,
            "setting": request.setting,
            "audience": request.audience,
            "themes": list(request.themes),
            "customer": request.customer,
            "group": request.group,
            "minutes": request.minutes,
            "approach": request.approach,
            "seed": request.seed,
            **({"places": {str(number): id for number, id in request.places}} if request.places else {}),
            "documents": list(self.documents),
            "segments": [
                {
                    "kind": segment.kind,
                    "role": segment.role,
                    "title": segment.title,
                    "starts": segment.starts,
                    "minutes": segment.minutes,
                    "bounds": [segment.bounds.least, segment.bounds.usual, segment.bounds.most],
                    "method": segment.method,
                    "items": [item.entry for item in segment.items],
                    "item_minutes": [item.minutes for item in segment.items],
                    "internal": [item.entry for item in segment.items if item.internal],
                    "gives_way": segment.gives_way,
                    **segment.by_hand,
                }
                for segment in self.segments
            ],
        }


@dataclass(frozen=True)
class Refusal:
    """Why a request cannot be met, and the nearest one that can."""

    problems: tuple[str, ...]
    nearest: Request | None
