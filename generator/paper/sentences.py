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
