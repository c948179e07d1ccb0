"""Quotations, and those that are known to be wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.evidence import is_place
from generator.library.fields import Line, Model, Ref, Text, Url
from generator.library.models.base import Entry, Place, Placed

LONGEST = 700
"""Letters of a quotation."""


class Rights(Model):
    """Why a quotation may be printed."""

    basis: Literal["public-domain", "quotation", "own"]
    """public-domain, a short quotation with its source, or the speaker's own gift."""
    territory: Line | None = None
    """Where that holds, for example United States."""


class Quote(Placed):
    """A quotation: exact words, who said them, where they can be seen."""

    kind: ClassVar[str] = "quote"
    text: Annotated[Text, Field(max_length=LONGEST)]
    """The exact words, without quotation marks around them."""
    excerpt: Literal["whole", "fragment"] = "whole"
    """fragment when it is cut from a longer sentence."""
    author: Line
    """One name, spelled as in authors.yml."""
    work: Line | None = None
    """Book, article or speech, title only."""
    translator: Line | None = None
    """Who put it into English, for a text from another language."""
    year: Annotated[Line, Field(pattern=r"\d")] | None = None
    """When it was said or first printed; 'c. 170' is fine."""
    locator: Line | None = None
    """Chapter, section, page: where in the work."""
    source: Url | None = None
    """An address where the words can be seen."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    """The language of the text."""
    status: Literal["verified", "attributed", "disputed", "own"]
    """verified: seen in the work or a first-hand report. attributed: only at second hand. own: a participant's line."""
    evidence: Text | None = None
    """What was seen, where."""
    note: Text | None = None
    """What a reader should know: an altered form, the occasion."""
    rights: Rights
    """Why it may be printed."""
    plays: tuple[Place, ...] = ()
    """Where it works in a meeting: to open, to react to, to close."""
    ask: tuple[Line, ...] = Field(default=(), max_length=2)
    """One or two questions to put to the group; one of them invites disagreement."""
    use_when: Line | None = None
    """One line on what it opens up in a room."""
    thanks: Line | None = None
    """Who brought it in."""
    kept_beside: tuple[Ref, ...] = ()
    """Ids of entries that are much like it, and beside which it is kept on purpose."""

    @property
    def shown(self) -> str:
        """The words as they are printed: what a fragment was cut from is marked by an ellipsis on either side."""
        if self.excerpt == "whole":
            return self.text
        cut_before, cut_after = self.text[:1].islower(), self.text[-1:] not in ".!?…"
        return ("…" if cut_before else "") + self.text + ("…" if cut_after else "")

    @property
    def complete(self) -> bool:
        return bool(self.themes and self.plays and self.ask and self.use_when)

    @model_validator(mode="after")
    def _verified_has_a_place(self) -> Quote:
        placed = is_place(self.work) and (self.source or is_place(self.locator))
        if self.status == "verified" and not placed:
            raise PydanticCustomError("verified_without_source", "verified needs a work and a locator or source", {})
        return self


class Misattribution(Entry):
    """A famous quotation that is wrong, kept so that nobody adds it again. It reaches no kit and no list."""

    kind: ClassVar[str] = "misattribution"
    text: Text
    """The words as they go round."""
    said_to_be_by: Line
    """The name they go round under."""
    what_is_known: Text
    """What is known about where they come from."""
    source: Url
    """An address where that can be read."""
    better: Ref | None = None
    """A verified quotation to use instead."""
