"""One sheet of worksheets.pdf, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.library.worksheets import Reader

Use = Literal["room", "handout", "later"]


@dataclass(frozen=True)
class Leaf:
    """One sheet of worksheets.pdf; it may run over more than one page."""

    macro: str
    """What draws it: a macro of worksheets.jinja."""
    title: str
    instruction: str
    reader: Reader
    sheet: object
    wide: bool = False
    row: float = 0
    """Height of a row or distance of the lines to write on, in millimetres; on a sign the size of the type."""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    spoken: tuple[tuple[str, ...], ...] = ()
    """Lines to read aloud, sentence by sentence."""
    lines: int = 0
    """Lines under a prompt, or more lines in a field of a form, where the page has room for them."""
    use: Use = "room"
    """In the room; there, but it is in the handout too; or afterwards, for those who like."""
    count: int = 0
    """How many are needed in the room."""
