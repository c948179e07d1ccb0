"""One slide before it is drawn, as a page or in a file for PowerPoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Look = Literal["cover", "prompt", "quote", "list", "turn"]
"""How a slide is laid out: title of the kit, a question, a quotation, a list, or the turn to something new."""


@dataclass(frozen=True)
class Slide:
    """One slide."""

    look: Look
    title: str
    """What is read first; no two slides have the same."""
    label: str = ""
    """In small type above it: which part of the session it belongs to."""
    within: str = ""
    """What tells it from another slide of the same title, where the label does not."""
    lines: tuple[str, ...] = ()
    """What stands below the title."""
    asides: tuple[str, ...] = ()
    """Behind each line, smaller; empty where there are none."""
    first: int = 0
    """Number of the first line; 0 where lines have no numbers."""
    small: tuple[str, ...] = ()
    """At the foot of the words: author and source, organisation."""
    minutes: int = 0
    course: tuple[int, int] = (0, 0)
    """Where the session is when the slide is shown and when its segment ends, in thousandths."""
    notes: tuple[str, ...] = ()
    """What the person who leads reads, one paragraph each."""
