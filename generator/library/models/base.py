"""What all entries have in common, and the fixed words they choose from."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Audience, Model, Setting, Theme, Whole

Customer = Literal["external", "internal", "both"]
Step = Literal["check-back", "recall", "see", "reflect", "act"]
Place = Literal["open", "react", "close"]
Approach = Literal[
    "questions-then-quote", "quote-then-questions", "questions", "quotes", "stories", "activity", "combined"
]
SegmentKind = Literal[
    "welcome", "rules", "quote", "questions", "story", "activity", "actions", "close", "evaluation", "break", "slack"
]


class Span(Model):
    """A least and a most, both included."""

    least: Whole
    """The smallest that works."""
    most: Whole
    """The largest that works."""

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if not 0 <= self.least <= self.most:
            raise PydanticCustomError("span", "least ({least}) must not be above most ({most})", self.model_dump())
        return self

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


class Entry(Model):
    """What every entry carries. ``id`` is the path of its file and is never written inside it."""

    kind: ClassVar[str]
    id: str = Field(default="", exclude=True)

    @property
    def slug(self) -> str:
        """The id without its folder: ``tom-peters-employees-come-first``."""
        return self.id.partition("/")[2]

    @property
    def complete(self) -> bool:
        """False while a reviewer still has something to add; such an entry is shown but not used in kits."""
        return True


class Placed(Entry):
    """An entry that a plan can take: it says for whom and about what."""

    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""
    audience: tuple[Audience, ...] = ()
    """For whom it is; left out, for everyone."""
    customer: Customer = "both"
    """Whose service it is about: external customers, internal ones (colleagues), or both."""
    themes: tuple[Theme, ...] = ()
    """What it is about; the first counts most."""

    @property
    def complete(self) -> bool:
        return bool(self.themes)
