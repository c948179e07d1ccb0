"""Kits as a trainer writes them; plans are composed from them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Audience, Flag, Line, Minutes, Model, Ref, Setting, Theme, Whole
from generator.library.models.base import Approach, Customer, Entry, SegmentKind, Span, Step


class KitSegment(Model):
    """A segment set by hand in a recipe."""

    kind: SegmentKind
    """What sort of segment it is."""
    title: Line
    """Its heading on agenda and guide."""
    minutes: Minutes
    """How long it takes."""
    least: Minutes | None = None
    """How short it may become when time runs short; 0 when it may be left out. Left out, it never gives way."""
    step: Step | None = None
    """For questions: which step of the arc."""
    items: tuple[Ref, ...] = ()
    """The entries it takes, in order."""
    internal: Flag = False
    """Ask its questions in their internal form."""
    purpose: Line | None = None
    """What it is for, in one sentence."""
    method: Line | None = None
    """In a word or two: pairs, tables of four, alone."""
    say: tuple[Line, ...] = ()
    """Lines the facilitator says, word for word."""
    do: tuple[Line, ...] = ()
    """What the facilitator does."""
    ways: Flag = False
    """Its minutes are spent on ways round barriers."""

    @model_validator(mode="after")
    def _least_is_less(self) -> KitSegment:
        if self.least is not None and self.least >= self.minutes:
            raise PydanticCustomError(
                "segment_least",
                "least ({least}) must be below minutes ({minutes})",
                {"least": self.least, "minutes": self.minutes},
            )
        return self


class FollowUp(Model):
    """What comes after this kit."""

    kit: Ref
    """The kit that comes next."""
    days: Whole
    """How many days later."""


class KitRecipe(Entry):
    """A kit as a trainer writes it: for whom, how long, how; the plan is composed from it."""

    kind: ClassVar[str] = "kit"
    title: Line
    """A few words for the cover and the list."""
    promise: Line
    """One sentence: what people leave with."""
    settings: tuple[Setting, ...] = Field(min_length=1)
    """Where it is used."""
    audience: Audience
    """For whom it is."""
    customer: Customer = "both"
    """Whose service it is about: external customers, internal ones (colleagues), or both."""
    group: Span
    """How many people it is for."""
    minutes: tuple[Minutes, ...] = Field(min_length=1, max_length=6)
    """One or more lengths."""
    approach: Approach | None = None
    """Left out, it follows from setting and minutes."""
    themes: tuple[Theme, ...] = ()
    """What it is about; the first counts most."""
    segments: tuple[KitSegment, ...] = ()
    """A run of show set by hand; it must add up to the one length given."""
    pins: tuple[Ref, ...] = ()
    """Entries that must be in."""
    follow_up: FollowUp | None = None
    """What comes after it."""
    seed: Line | None = None
    """Any word: another one makes another choice among entries that fit equally well."""

    @model_validator(mode="after")
    def _segments_add_up(self) -> KitRecipe:
        if self.segments:
            total = sum(segment.minutes for segment in self.segments)
            if len(self.minutes) != 1 or self.minutes[0] != total:
                message = "the segments add up to {total} minutes, so minutes is [{total}]; found [{found}]"
                found = ", ".join(map(str, self.minutes))
                raise PydanticCustomError("segments_sum", message, {"total": total, "found": found})
        return self
