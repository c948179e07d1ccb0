"""Finds what does not fit: words beyond their page, out of the block that must hold them, or on top of other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.strings import say

_MILLIMETRE = 96 / 25.4
TOLERANCE = 0.3 * _MILLIMETRE
"""How far something may stand out before it counts, in the pixels of the engine."""
HOLDS = "data-holds"
"""Marks an element that stays on one page and, where its height is fixed, lets nothing out, without clipping it."""
_SHOWN = 60
_ABOVE, _BELOW = 0.65, 0.1
"""How far letters reach above and below their baseline, in ems; accents and tails may meet those of the next line."""


class _Area(NamedTuple):
    """A rectangle in pixels from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: _Area) -> _Area:
        return _Area(*map(max, self[:2], other[:2]), *map(min, self[2:], other[2:]))

    def holds(self, other: _Area) -> bool:
        starts = zip(self[:2], other[:2], strict=True)
        ends = zip(other[2:], self[2:], strict=True)
        return all(one <= another + TOLERANCE for one, another in (*starts, *ends))

    def touches(self, other: _Area) -> bool:
        shared = self.within(other)
        return shared.right - shared.left > TOLERANCE and shared.bottom - shared.top > TOLERANCE


@dataclass(frozen=True)
class Overfull:
    """Words that do not fit."""

    page: int
    words: str
    how: str
    """What they do instead: a key of ``overfull`` in the catalogue."""

    def __str__(self) -> str:
        short = self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN]}…"
        what = f"“{short}”" if short else say("overfull.no_words")
        return say(f"overfull.{self.how}", page=self.page, what=what)


@dataclass
class _Page:
    """What is found on one page."""

    number: int
    words: list[tuple[str, _Area]] = field(default_factory=list)
    """Every run of words, with the area of its letters."""
    holding: list[Any] = field(default_factory=list)
    """Elements that hold what is in them."""
    misfits: list[Overfull] = field(default_factory=list)

    def note(self, words: str, how: str) -> None:
        self.misfits.append(Overfull(self.number, " ".join(words.split()), how))


def overfull(pages: Iterable[Any]) -> list[Overfull]:
    """What does not fit on the pages of a document that the engine has laid out, in their order."""
    found, held = list[Overfull](), set[Any]()
    for number, page in enumerate(pages, 1):
        sheet, seen = page._page_box, _Page(number)
        for box in sheet.children:
            own = type(box).__name__ == "MarginBox"
            _look(box, _outer(box) if own else _inner(sheet), "page", seen)
        for element in seen.holding:
            if element in held:
                seen.note("".join(element.itertext()), "two_pages")
        held.update(seen.holding)
        _look_for_overprint(seen)
        found += seen.misfits
    return found


def _look(box: Any, room: _Area, how: str, seen: _Page) -> None:
    """Note what leaves its room in a box that holds or clips, and in all below it."""
    if _is_held(box, seen):
        room, how = room.within(_border(box)), "block"
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            _look_at_line(child, _inner(box), room, how, seen)
        else:
            _look(child, room, how, seen)
    if not getattr(box, "children", ()) and box.height and not room.holds(_border(box)):
        seen.note("", how)


def _is_held(box: Any, seen: _Page) -> bool:
    marked = box.element is not None and box.element.get(HOLDS) is not None and not box.element_tag.count(":")
    if marked:
        seen.holding.append(box.element)
    grows = box.style["height"] == "auto" and box.style["position"] != "absolute"
    return (marked and not grows) or box.style["overflow"] != "visible"


def _look_at_line(line: Any, column: _Area, room: _Area, how: str, seen: _Page) -> None:
    texts = list(_texts(line, room, how, seen))
    if not texts:
        return
    indent = line.style["text_indent"]
    hanging = min(0.0, indent.value) if indent.unit == "px" else 0.0
    left = min(text.position_x for text in texts) - hanging
    right = max(text.position_x + text.width for text in texts)
    words = "".join(text.text for text in texts)
    if not room.holds(_Area(left, line.position_y, right, line.position_y + line.height)):
        seen.note(words, how)
    elif right > column.right + TOLERANCE:
        seen.note(words, "column")
    for text in texts:
        base, size = text.position_y + text.baseline, text.style["font_size"]
        letters = _Area(text.position_x, base - _ABOVE * size, text.position_x + text.width, base + _BELOW * size)
        seen.words.append((text.text, letters))


def _texts(line: Any, room: _Area, how: str, seen: _Page) -> Iterator[Any]:
    """The runs of words on a line; blocks that stand in it are looked at by themselves."""
    for child in line.children:
        kind = type(child).__name__
        if kind == "TextBox":
            yield child
        elif kind == "InlineBox":
            yield from _texts(child, room, how, seen)
        else:
            _look(child, room, how, seen)


def _look_for_overprint(seen: _Page) -> None:
    open_runs: list[tuple[str, _Area]] = []
    for words, area in sorted(seen.words, key=lambda run: run[1].top):
        open_runs = [run for run in open_runs if run[1].bottom > area.top]
        if words.strip() and any(area.touches(other) for _, other in open_runs):
            seen.note(words, "overprint")
        if words.strip():
            open_runs.append((words, area))


def _border(box: Any) -> _Area:
    left, top = box.border_box_x(), box.border_box_y()
    return _Area(left, top, left + box.border_width(), top + box.border_height())


def _inner(box: Any) -> _Area:
    left, top = box.content_box_x(), box.content_box_y()
    return _Area(left, top, left + box.width, top + box.height)


def _outer(box: Any) -> _Area:
    return _Area(
        box.position_x, box.position_y, box.position_x + box.margin_width(), box.position_y + box.margin_height()
    )
