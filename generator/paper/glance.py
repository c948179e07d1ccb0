"""The page at a glance: for whom, what for, what happens, what to bring, how it ends. It stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.course import Stretch
from generator.paper.job import Paper
from generator.paper.running import gist
from generator.paper.wording import quotation
from generator.strings import say

_OUTCOMES = {
    "customer": ("recall", "own-story", "opening"),
    "see": ("see", "here"),
    "story": ("read-aloud",),
    "activity": ("activity",),
    "quotes": ("react", "choose-card"),
    "actions": ("actions",),
}
_MANY_LINES = {"a4": 30, "letter": 26}
_OTHER_LINES = 12
_SPEAK_FOR_THEMSELVES = ("welcome", "rules", "evaluation", "close", "break", "slack")


@dataclass(frozen=True)
class Fact:
    """A label and its value, with an icon."""

    icon: str
    label: str
    value: str


@dataclass(frozen=True)
class Happening:
    """What happens in one segment, in a sentence."""

    title: str
    gist: str
    minutes: int


@dataclass(frozen=True)
class Glance:
    """The page at a glance."""

    facts: tuple[Fact, ...]
    happenings: tuple[Happening, ...]
    outcomes: tuple[str, ...]
    ending: str
    tight: bool
    """There is much to list: set it closer."""


def glance(
    plan: Plan, stretches: tuple[Stretch, ...], library: Library, bring: tuple[str, ...], paper: Paper
) -> Glance:
    """The page at a glance of a plan; ``bring`` are the things to bring that stand beside it."""
    roles = {stretch.role for stretch in stretches}
    outcomes = tuple(_outcome(name, plan) for name, from_roles in _OUTCOMES.items() if roles & set(from_roles))
    happenings = tuple(_happening(each) for each in stretches)
    left = sum(1 + _lines(each.gist, 54) for each in happenings)
    right = _OTHER_LINES + sum(_lines(line, 40) for line in (*outcomes, *bring))
    return Glance(
        facts=facts(plan, library),
        happenings=happenings,
        outcomes=outcomes,
        ending=_ending(stretches, library),
        tight=max(left, right) > _MANY_LINES[paper],
    )


def _outcome(name: str, plan: Plan) -> str:
    """What people leave with, said of colleagues where the plan is about them."""
    inside = name == "customer" and plan.request.customer == "internal"
    return say(f"guide.outcomes.{'colleague' if inside else name}")


def _lines(text: str, width: int) -> int:
    return -(-len(text) // width)


def _happening(stretch: Stretch) -> Happening:
    segment = stretch.segment
    return Happening(segment.title, "" if segment.kind in _SPEAK_FOR_THEMSELVES else gist(stretch), segment.minutes)


def facts(plan: Plan, library: Library) -> tuple[Fact, ...]:
    """Length, group, place, people and manner of a plan."""
    request, words = plan.request, library.vocabularies
    values = {
        "minutes": ("clock", say("minutes", count=request.minutes)),
        "group": ("users", say("people", count=request.group)),
        "setting": ("map-pin", words["settings"][request.setting].label),
        "audience": ("user", words["audiences"][request.audience].label),
        "approach": ("layout-list", say(f"guide.approaches.{request.approach}")),
    }
    return tuple(Fact(icon, say(f"guide.facts.{name}"), value) for name, (icon, value) in values.items())


def _closes(stretch: Stretch) -> bool:
    return stretch.role == "closing-quote" or stretch.segment.kind == "close"


def _ending(stretches: tuple[Stretch, ...], library: Library) -> str:
    last = [quote for stretch in stretches if _closes(stretch) for quote in stretch.quotes]
    if last:
        return say("guide.endings.quote", author=quotation(last[-1], library).author)
    return say("guide.endings.plain")
