"""A segment on its way to slides: all that they are made from, and lists that may take more than one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.course import Stretch
from generator.paper.headings import heading
from generator.paper.job import PrintOptions
from generator.paper.segments import Block
from generator.paper.slide import Slide
from generator.paper.slide_size import CALM, packed
from generator.strings import say


@dataclass(frozen=True)
class Shown:
    """A segment with all that its slides are made from."""

    stretch: Stretch
    block: Block
    stretches: tuple[Stretch, ...]
    plan: Plan
    library: Library
    options: PrintOptions

    @property
    def label(self) -> str:
        """What the segment is called on its slides; an activity has its own title there."""
        return self.stretch.segment.title if self.stretch.activities else heading(self.stretch)


def listed(of: Shown, title: str, lines: tuple[str, ...], size: int = CALM) -> Iterator[Slide]:
    """A list on as many slides as hold it in type of a size."""
    cut = packed(lines, size)
    label = "" if of.label.rstrip("?") == title.rstrip("?") else of.label
    for number, lines_here in enumerate(cut, start=1):
        named = part(title, number, len(cut))
        yield Slide("list", named, label, lines=lines_here, minutes=of.block.minutes)


def part(title: str, number: int, count: int) -> str:
    """The title of one of several slides on the same thing."""
    return say("slides.part", title=title, number=number, count=count) if count > 1 else title
