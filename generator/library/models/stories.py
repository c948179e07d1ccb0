"""Stories of service, and sets of them that belong together."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Flag, Line, Model, Ref, Text, Url
from generator.library.models.base import Placed

WORDS = (110, 200)
"""Least and most words of a story."""


class Takeaway(Model):
    """What a teller draws from a story."""

    by: Line
    """Whose words or thought it is."""
    text: Line
    """The lesson, in a sentence or two."""
    source: Url | None = None
    """An address where it can be read."""


class Story(Placed):
    """A story of service, 110 to 200 words, to be read aloud."""

    kind: ClassVar[str] = "story"
    title: Line
    """A few words for the list and the page."""
    told_by: Line
    """Who tells it, or whose account it is retold from."""
    told: Literal["documented", "first-hand", "illustrative"] = Field(alias="kind")
    """documented needs a source, first-hand needs consent; an invented scene is illustrative and says so."""
    source: Url | None = None
    """An address where the account can be read."""
    consent: Line | None = None
    """Who agreed that it be told, and when."""
    names_changed: Flag = False
    """Have names been changed? The page then says so."""
    text: Text
    """The story, 110 to 200 words."""
    takeaway: Takeaway
    """What the teller draws from it; kept for after the noticing."""
    notice: tuple[Line, ...] = Field(min_length=1)
    """Questions that help a group notice, before anyone draws the lesson."""
    service_fault: Flag
    """Was the provider at fault?"""
    year: Line | None = None
    """When it happened."""
    country: Line | None = None
    """Where it happened."""
    trade: Line | None = None
    """In which line of work it happened."""
    care: Text | None = None
    """A note to the facilitator when a story may hurt."""

    @property
    def reading_seconds(self) -> int:
        """Time to read it aloud at 130 words a minute."""
        return -(-len(self.text.split()) * 60 // 130)

    @model_validator(mode="after")
    def _told_as_it_is(self) -> Story:
        if self.told == "documented" and not self.source:
            raise PydanticCustomError("story_without_source", "a documented story needs a source", {})
        if self.told == "first-hand" and not self.consent:
            raise PydanticCustomError("story_without_consent", "a first-hand story needs consent", {})
        words = len(self.text.split())
        least, most = WORDS
        if not least <= words <= most:
            message = "text has {words} words; a story has {least} to {most}"
            raise PydanticCustomError("story_length", message, {"words": words, "least": least, "most": most})
        return self


class StorySet(Placed):
    """Two or three stories that belong together."""

    kind: ClassVar[str] = "story-set"
    title: Line
    """A few words for the list and the page."""
    stories: tuple[Ref, ...] = Field(min_length=2, max_length=3)
    """In the order they are read."""
    what_they_share: Text
    """The thread that runs through them, for the facilitator."""
    ask: tuple[Line, ...] = Field(min_length=1)
    """Questions to put after the last one."""
