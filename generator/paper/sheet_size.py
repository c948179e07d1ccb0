"""How large the type of a huddle sheet may be, so that the script fills its one page and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.paper.measure import height, lines, millimetres
from generator.paper.segments import Block, StepLine
from generator.paper.wording import Told

_HEIGHT = {"a4": 262.0, "letter": 250.0}
_WIDTH = 146.0
_PAGE, _BESIDE_LOGO = 170.0, 134.0
"""Width of a title, and of one beside a logo, in millimetres."""
_TITLE, _TITLE_LINE = 23.0, 9.4
"""Size of a title in points, and height of a line more in millimetres."""
_PINNED = (84, 76, 68, 60, 54, 48, 44, 40, 36, 32, 28, 25, 22, 20, 18, 16, 14)
_STORY_HEIGHT = {"a4": 168.0, "letter": 156.0}
_LARGEST_STORY = 14.0
_PIN_WIDTH = 140.0
PIN_HEIGHT = {"a4": 100.0, "letter": 88.0}
"""What a panel has for the words alone, in millimetres."""
_SIZES = (17.0, 16.5, 16.0, 15.5, 15.0, 14.5, 14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)


def fitting_size(script: tuple[Block, ...], head: float, paper: str) -> float:
    """The largest size, in points, at which the script fits the front below a head of a height in millimetres."""
    room = _HEIGHT[paper] - head
    return next((size for size in _SIZES if sum(_of(block, size) for block in script) <= room), _SIZES[-1])


def head_height(title: str, promise: str, *, logo: bool) -> float:
    """What stands above the script, in millimetres."""
    more = lines(title, "display-semibold", _TITLE, _BESIDE_LOGO if logo else _PAGE) - 1
    return 38 + _TITLE_LINE * more + 6 * -(-len(promise) // 80)


def pin_size(words: str, paper: str) -> int:
    """The largest size, in points, in which a line to pin up fits its panel and no word is wider than it."""
    fitting = (size for size in _PINNED if _pinned(words, size) <= PIN_HEIGHT[paper] and _narrow_enough(words, size))
    return next(fitting, _PINNED[-1])


def pin_space(words: str, size: int, paper: str) -> float:
    """What is left above and below a line in its panel, in millimetres each."""
    return round(max(0.0, PIN_HEIGHT[paper] - _pinned(words, size)) / 2, 1)


def _narrow_enough(words: str, size: int) -> bool:
    return all(millimetres(word, "display-regular", size) <= _PIN_WIDTH for word in words.split())


def story_size(stories: Sequence[Told], paper: str) -> float:
    """The largest size, in points, in which the stories fit the back above what we try."""
    sizes = [size for size in _SIZES if size <= _LARGEST_STORY]
    return next((size for size in sizes if _told(stories, size) <= _STORY_HEIGHT[paper]), sizes[-1])


def _told(stories: Sequence[Told], size: float) -> float:
    paragraphs = [paragraph for story in stories for paragraph in story.paragraphs]
    texts = sum(height(paragraph, "serif-regular", size, 169, 1.4) + 1.5 for paragraph in paragraphs)
    notes = sum(18 + height(story.care, "sans-regular", 8.5, 169, 1.38) for story in stories)
    return texts + notes


def _pinned(words: str, size: int) -> float:
    return height(words, "display-regular", size, _PIN_WIDTH, 1.22)


def _of(block: Block, size: float) -> float:
    """A segment: its heading, its spoken lines at full size, the rest smaller."""
    spoken = sum(height(text, "serif-regular", size, _WIDTH, 1.3) + 1.1 for text in _spoken(block))
    done = sum(height(text, "sans-regular", size * 0.85, _WIDTH - 5, 1.3) + 0.8 for text in _done(block))
    small = sum(height(text, "sans-regular", size * 0.72, _WIDTH, 1.3) + 0.7 for text in _small(block))
    return max(12.0, 8.5 + spoken + done + small)


def _spoken(block: Block) -> Iterator[str]:
    yield from (*block.say, *block.promises, *block.notice)
    yield from (each.ask for each in block.asked)
    for quote in block.quotes:
        yield quote.words
    for each in block.takeaways:
        yield f"{each.takeaway_by}: {each.takeaway}"
    for round in block.rounds:
        yield from round.ask[:1]
    yield from (f"{step.text} 10 min" for step in _steps(block) if step.cue != "do")


def _small(block: Block) -> Iterator[str]:
    for quote in block.quotes:
        yield quote.by
        yield from quote.ask
    for each in block.asked:
        yield from each.follow_ups
    for exercise in block.exercises:
        yield exercise.title
        yield from exercise.hold_to


def _steps(block: Block) -> Iterator[StepLine]:
    return (step for exercise in block.exercises for step in exercise.steps)


def _done(block: Block) -> Iterator[str]:
    return (f"{step.text} 10 min" for step in _steps(block) if step.cue == "do")
