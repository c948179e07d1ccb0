"""Worksheets and form fields as typed data; how they look in print is the business of paper."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Few, Flag, Line, Model, Score, Text

Reader = Literal["person", "table", "facilitator"]


class Sheet(Model):
    """What every worksheet has."""

    title: Line
    """Its heading."""
    instruction: Line | None = None
    """What to do with it, in one sentence."""
    reader: Reader = Field(default="person", alias="for")
    """Who gets one: each person, each table, or the facilitator alone."""


def _upward(low: int, high: int) -> None:
    if low >= high:
        message = "high ({high}) must be above low ({low})"
        raise PydanticCustomError("scale_range", message, {"low": low, "high": high})


class Scale(Sheet):
    """Statements scored at a glance, cards to hold up, and a tally with mean and range."""

    type: Literal["scale"]
    """Says which sort of sheet it is."""
    statements: tuple[Line, ...] = Field(min_length=1)
    """What is scored."""
    low: Score = 1
    """The lowest score."""
    high: Score = 10
    """The highest score."""
    low_label: Line
    """What the lowest score means."""
    high_label: Line
    """What the highest score means."""
    reported: Line | None = None
    """Name of the figure that is reported today, to compare with: 'customer satisfaction last quarter'."""

    @model_validator(mode="after")
    def _in_order(self) -> Scale:
        _upward(self.low, self.high)
        return self


class RankedList(Sheet):
    """Numbered empty lines, most important first."""

    type: Literal["ranked-list"]
    """Says which sort of sheet it is."""
    lines: Few
    """How many lines."""
    of: Line
    """What is listed."""
    compare: Flag = False
    """Also print a grid for the facilitator, in which the lists are laid side by side."""


class Comparison(Sheet):
    """A grid in which several people's lists are laid side by side."""

    type: Literal["comparison"]
    """Says which sort of sheet it is."""
    rows: Few
    """How many rows."""
    columns: tuple[Line, ...]
    """Headings of the columns."""


class Table(Sheet):
    """A table with headings and empty rows; the first column may be filled in."""

    type: Literal["table"]
    """Says which sort of sheet it is."""
    columns: tuple[Line, ...] = Field(min_length=2)
    """Headings of the columns."""
    rows: tuple[Line, ...] = ()
    """Headings of the rows, if they have any."""
    empty_rows: Few = 0
    """How many rows without a heading."""


class Prompts(Sheet):
    """Questions with ruled lines to write on."""

    type: Literal["prompts"]
    """Says which sort of sheet it is."""
    prompts: tuple[Line, ...] = Field(min_length=1)
    """What to write about."""
    lines: Few = 3
    """Lines under each."""


class Map(Sheet):
    """Who does what, and who could: a node in the middle with empty ones around it."""

    type: Literal["map"]
    """Says which sort of sheet it is."""
    centre: Line
    """What stands in the middle."""
    rings: tuple[Line, ...] = Field(min_length=1)
    """What stands around the centre, from near to far."""


class Log(Sheet):
    """What gets in the customer's way, two ways round it, first step, owner, by when, whom we tell."""

    type: Literal["log"]
    """Says which sort of sheet it is."""
    columns: tuple[Line, ...] = (
        "What gets in the customer’s way",
        "Two ways round it",
        "First step",
        "Owner in this room",
        "By when",
        "Whom we tell when it is gone",
    )
    """Headings of the columns."""
    rows: Few = 5
    """How many rows."""


Worksheet = Annotated[
    Scale | RankedList | Comparison | Table | Prompts | Map | Log,
    Field(discriminator="type"),
]


class ScaleField(Model):
    """A statement with numbered boxes."""

    type: Literal["scale"]
    """Says which sort of field it is."""
    label: Line
    """The statement."""
    low: Score = 1
    """The lowest number."""
    high: Score = 5
    """The highest number."""
    low_label: Line | None = None
    """What the lowest number means."""
    high_label: Line | None = None
    """What the highest number means."""
    short: Flag = False
    """It is among the few asked in short sessions."""

    @model_validator(mode="after")
    def _in_order(self) -> ScaleField:
        _upward(self.low, self.high)
        return self


class LinesField(Model):
    """A prompt with ruled lines."""

    type: Literal["lines"]
    """Says which sort of field it is."""
    label: Line
    """The prompt."""
    lines: Few = 2
    """How many ruled lines."""
    short: Flag = False
    """It is among the few asked in short sessions."""


class ChoiceField(Model):
    """A prompt with boxes to tick."""

    type: Literal["choice"]
    """Says which sort of field it is."""
    label: Line
    """The prompt."""
    options: tuple[Line, ...] = Field(min_length=2)
    """What can be ticked."""
    short: Flag = False
    """It is among the few asked in short sessions."""


class TextField(Model):
    """Text to send or read, such as an invitation."""

    type: Literal["text"]
    """Says which sort of field it is."""
    label: Line
    """A heading, such as the subject of a message."""
    text: Text
    """The text."""


FormField = Annotated[ScaleField | LinesField | ChoiceField | TextField, Field(discriminator="type")]
