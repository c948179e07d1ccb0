"""Cuts a text into its sentences, for reading aloud and for first lines."""

from __future__ import annotations

import re

_END = re.compile(
    r"""(?: (?<=[.!?…]) | (?<=[.!?…][”’"]) )      # an end of a sentence, with its closing mark
        (?<!\bMr\.) (?<!\bMrs\.) (?<!\bMs\.) (?<!\bDr\.) (?<!\bSt\.) (?<!\s[A-Z]\.)
        \s+ (?=[“‘"(]?[A-Z0-9])""",
    re.VERBOSE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; an abbreviation or an initial ends none."""
    return tuple(_END.split(" ".join(text.split())))


_LINE = 68
"""Characters on a line of a story that is read aloud."""


def breaths(text: str) -> tuple[tuple[str, ...], ...]:
    """Lines to read aloud: a sentence each, short ones together, so that the reader breathes between them."""
    lines: list[tuple[str, ...]] = []
    for sentence in sentences(text):
        if lines and len("  ".join((*lines[-1], sentence))) <= _LINE:
            lines[-1] = (*lines[-1], sentence)
        else:
            lines.append((sentence,))
    return tuple(lines)
