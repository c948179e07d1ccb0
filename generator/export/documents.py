"""Every file that can be edited, by document and form: what it is written from, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.export import docx, pptx, word_pages
from generator.library.library import Library
from generator.paper.job import PrintOptions


@dataclass(frozen=True)
class Export:
    """A document in a form that can be edited."""

    document: str
    """The printed document it belongs to; a plan that calls for that one gets this too."""
    form: str
    """Suffix of the file."""
    content: Callable[[Plan, Library, PrintOptions], str]
    """A pure function to the text that the file is written from."""


EXPORTS: tuple[Export, ...] = (
    Export("slides", "pptx", pptx.content),
    Export("guide", "docx", word_pages.guide_content),
    Export("handout", "docx", word_pages.handout_content),
)

WRITERS: Mapping[str, Callable[[str], tuple[bytes, int]]] = {"pptx": pptx.write, "docx": docx.write}
"""Suffix -> what writes a file from its text; returns its bytes, the same for the same text, and its pages, or 0."""


def versions() -> dict[str, str]:
    """What the bytes depend on besides the text: the libraries that write them."""
    return {**pptx.versions(), **docx.versions()}
