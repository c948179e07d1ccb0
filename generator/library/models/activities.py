"""Activities: what people do together, step by step."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Flag, Line, Minutes, Model, Ref, Whole
from generator.library.models.base import Placed, Span
from generator.library.worksheets import Worksheet


class Material(Model):
    """One thing to bring: how many for each group, table or person."""

    item: Line
    """What to bring."""
    per: Literal["group", "table", "person"]
    """For whom the count is."""
    count: Whole = 1
    """How many."""
    or_with_paper: Line | None = None
    """How to do without it."""


class ActivityStep(Model):
    """One step: exactly one of do, say, ask, and its minutes."""

    do: Line | None = None
    """What the facilitator does."""
    say: Line | None = None
    """What the facilitator says, word for word."""
    ask: Line | None = None
    """What the facilitator asks, word for word."""
    minutes: Minutes
    """How long it takes."""
    stretch: Flag = False
    """This step takes the minutes between least and most."""
    more: Line | None = None
    """What to add to this step when it gets more minutes than its own."""

    @model_validator(mode="after")
    def _one_of(self) -> ActivityStep:
        if (found := sum(part is not None for part in (self.do, self.say, self.ask))) != 1:
            message = "a step has exactly one of do, say and ask; this one has {found}"
            raise PydanticCustomError("step", message, {"found": found})
        if self.more and not self.stretch:
            raise PydanticCustomError("more", "only the step that stretches has more", {})
        return self

    @property
    def line(self) -> tuple[str, str]:
        """The cue (do, say or ask) and its words."""
        return next((cue, text) for cue in ("do", "say", "ask") if (text := getattr(self, cue)) is not None)


class Debrief(Model):
    """Three rounds of questions after an activity."""

    what: tuple[Line, ...] = Field(min_length=1)
    """What happened."""
    so_what: tuple[Line, ...] = Field(min_length=1)
    """What it tells us."""
    now_what: tuple[Line, ...] = Field(min_length=1)
    """What we do about it."""


class Activity(Placed):
    """Something people do together, in the room or between meetings."""

    kind: ClassVar[str] = "activity"
    title: Line
    """A few words for the list and the page."""
    purpose: Line
    """What it is for, in one sentence."""
    where: Literal["room", "between meetings"] = "room"
    """In the room with the group, or as a task until the next meeting."""
    minutes: Span
    """Without the debrief. The steps add up to least; the stretch step takes the rest."""
    group: Span
    """How many people it works for."""
    materials: tuple[Material, ...] = ()
    """What to bring, counted for the group."""
    steps: tuple[ActivityStep, ...] = Field(min_length=1)
    """What happens, in order."""
    hold_to: tuple[Line, ...] = ()
    """Rules printed beside the steps."""
    after: tuple[Ref, ...] = ()
    """Entries it builds on; one of them comes earlier in the plan."""
    worksheet: Worksheet | None = None
    """A sheet that belongs to it."""
    debrief: Debrief
    """Questions to look back with."""
    remote: Line
    """How to do it in a call."""
    raises: tuple[Literal["barriers"], ...] = ()
    """barriers: it brings up what gets in the way."""
    ways: Flag = False
    """Its minutes are spent on ways round barriers."""
    needs: tuple[Literal["time-here"], ...] = ()
    """time-here: only for people who have worked here a while."""

    @model_validator(mode="after")
    def _steps_add_up(self) -> Activity:
        total, stretches = sum(step.minutes for step in self.steps), sum(step.stretch for step in self.steps)
        if total != self.minutes.least:
            raise PydanticCustomError(
                "steps_sum",
                "the steps add up to {total} minutes, but minutes.least is {least}",
                {"total": total, "least": self.minutes.least},
            )
        if stretches != (self.minutes.most > self.minutes.least):
            wanted = "one step stretches" if self.minutes.most > self.minutes.least else "no step stretches"
            message = f"minutes go from {{least}} to {{most}}, so {wanted}; found {{found}}"
            raise PydanticCustomError("stretch", message, {**self.minutes.model_dump(), "found": stretches})
        return self
