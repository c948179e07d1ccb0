"""Forms that are handed out or sent, and guidance for the facilitator."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.library.fields import Audience, Flag, Line, Setting, Text
from generator.library.models.base import Entry
from generator.library.worksheets import FormField, Reader


class Form(Entry):
    """A sheet that is handed out or sent: evaluation, 30-day check, pocket card, invitation, follow-up note."""

    kind: ClassVar[str] = "form"
    title: Line
    """A few words for the list and the page."""
    when: Literal["before", "during", "end", "after"]
    """When it is handed out or sent."""
    purpose: Line
    """What it is for, in one sentence."""
    reader: Reader = Field(default="person", alias="for")
    """Who gets one: each person, each table, or the facilitator alone."""
    fields: tuple[FormField, ...] = Field(min_length=1)
    """What stands on it, in order."""
    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""


class Guidance(Entry):
    """A tip, a ground rule, or a difficult moment with a line to say."""

    kind: ClassVar[str] = "guidance"
    title: Line
    """A few words for the list and the page."""
    when: Literal["before", "opening", "during", "closing", "after"]
    """The part of a session it helps with."""
    text: Text
    """What to know or do."""
    say: Line | None = None
    """A line to say, word for word."""
    common: Flag = False
    """It helps in almost every session; where a guide has room for few, these come first."""
    rule: Flag = False
    """It is a ground rule that belongs into every plan."""
    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""
    audience: tuple[Audience, ...] = ()
    """For whom it is; left out, for everyone."""
