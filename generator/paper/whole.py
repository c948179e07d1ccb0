"""Which segments of a guide stand whole on a page: those that leave no great gap when they move to the next one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.paper.extent import Extent
from generator.paper.measure import height
from generator.paper.segments import Block, StepLine

_PAGE = {"a4": 260.0, "letter": 242.0}
"""Height of the type area in millimetres."""
_WIDTH, _STEP_WIDTH, _SPOKEN, _TEXT = 150.0, 125.0, 12.3, 9.8
"""Width of the text beside the cues and of steps in millimetres, sizes of type in points."""
_HEAD, _GAP, _CUE = 15.0, 1.2, 2.0


def whole(block: Block, extent: Extent, paper: str) -> bool:
    """Whether a segment takes so little of a page that it is not broken."""
    return _height(block) <= extent.whole * _PAGE[paper]


def _height(block: Block) -> float:
    spoken = sum(height(line, "serif-regular", _SPOKEN, _WIDTH, 1.36) + _GAP for line in _spoken(block))
    small = sum(height(line, "sans-regular", _TEXT, _WIDTH, 1.38) + _GAP for line in _small(block))
    steps = sum(_step(step) for step in _steps(block))
    return _HEAD + spoken + small + steps + _CUE * (len(block.asked) + len(block.quotes) + 3)


def _step(step: StepLine) -> float:
    face, points = ("sans-regular", _TEXT) if step.cue == "do" else ("serif-regular", _SPOKEN)
    return height(step.text, face, points, _STEP_WIDTH, 1.37) + 2.4


def _steps(block: Block) -> Iterator[StepLine]:
    for exercise in block.exercises:
        yield from exercise.steps


def _spoken(block: Block) -> Iterator[str]:
    yield from (*block.say, *block.promises, *block.notice)
    yield from (each.ask for each in block.asked)
    yield from (quote.words for quote in block.quotes)
    yield from (paragraph for story in block.stories for paragraph in story.paragraphs)
    yield from (each.takeaway for each in block.takeaways)
    for each in block.rounds:
        yield from each.ask


def _small(block: Block) -> Iterator[str]:
    yield from (block.purpose, *block.do, block.bridge, f"{block.remote} {block.large}".strip())
    for quote in block.quotes:
        yield from (quote.by, " ".join(quote.ask))
    for each in block.asked:
        yield from (" ".join(each.follow_ups), each.listen_for)
    for story in block.stories:
        yield from (story.title, story.told, story.care)
    for exercise in block.exercises:
        yield from (exercise.title, exercise.purpose, " ".join(exercise.hold_to))
