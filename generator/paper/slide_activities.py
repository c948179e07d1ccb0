"""The slides of an activity: what to hold to, what to do step by step, and looking back on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.plan import Item
from generator.library.models import Activity
from generator.paper import slide_notes as notes
from generator.paper.segments import Exercise
from generator.paper.slide import Slide
from generator.paper.slide_segment import Shown, part
from generator.paper.slide_size import CALM, TIMES, packed
from generator.strings import say


def activities(of: Shown) -> Iterator[Slide]:
    """What it is called and what to hold to, then what to do."""
    for (item, activity), exercise in zip(of.stretch.activities, of.block.exercises, strict=True):
        yield Slide(
            "turn",
            activity.title,
            "" if of.label == activity.title else of.label,
            lines=activity.hold_to,
            minutes=item.minutes,
        )
        yield from _steps(of, exercise, item, activity)


def _steps(of: Shown, exercise: Exercise, item: Item, activity: Activity) -> Iterator[Slide]:
    """What to do, step by step; the notes have every word, the slides what everybody needs."""
    steps = [(step.text, step.minutes) for step in exercise.steps]
    cut, done = packed([text for text, _ in steps], CALM, TIMES), 0
    label = "" if of.label == activity.title else of.label
    for number, texts in enumerate(cut, start=1):
        named = part(activity.title, number, len(cut)) if len(cut) > 1 else say("slides.steps", title=activity.title)
        asides = tuple(say("guide.min", count=minutes) for _, minutes in steps[done : done + len(texts)])
        note = notes.of_steps(exercise) if number == 1 else ()
        slide = Slide("list", named, label, lines=texts, asides=asides, first=done + 1)
        yield replace(slide, minutes=item.minutes, notes=note)
        done += len(texts)


def rounds(of: Shown) -> Iterator[Slide]:
    """Looking back: one slide a round."""
    looked = of.stretch.debrief
    label = of.label if of.stretch.role == "debrief" else say("slides.look_back")
    for each in of.block.rounds if looked else ():
        within = looked.title if looked else ""
        yield Slide("list", each.name, label, within, each.ask, minutes=of.block.minutes, notes=notes.of_round(each))
