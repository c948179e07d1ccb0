"""Whether a repair did what it meant to do, and nothing else: the file is read again and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.library.masking import mask
from generator.library.mending.parts import Repair, below, path_of
from generator.library.mending.sight import Sight, leaves
from generator.library.positions import KeyPath
from generator.library.problem import Problem

_WHOLE = frozenset(
    {
        "steps-sum", "stretch", "segments-sum", "segment-least", "verified-without-source", "story-without-source",
        "story-without-consent", "story-length", "scale-range", "step", "more-without-stretch", "span",
    }
)  # fmt: skip
"""Rules that look at a whole entry, and only once every part of it can be understood."""

_NEVER = frozenset({"named-twice", "names-itself", "wrong-kind", "duplicate-key"})
"""What no repair may bring about."""

Said = tuple[str, str, str]


def proven(before: Sight, after: Sight, problem: Problem | None, repair: Repair) -> bool:
    """The problem is gone, no other came, every letter is there, and every value is the same or the one meant.

    Of a file that cannot be read even afterwards nothing is proven, unless only characters without meaning have gone.
    """
    if () in after.reading.broken and not repair.loose:
        return False
    return (
        (problem is None or _gone(before, after, problem))
        and all(
            _behind(before, after, problem, new) or _was_hidden(before, after, new, repair)
            for new in _new(before, after)
        )
        and (repair.rewords or _letters(before.text) == _letters(after.text))
        and _values_kept(before, after, repair)
        and _readable_still(before, after, problem, repair)
        and _says(after, repair, edited(before, after))
    )


def edited(before: Sight, after: Sight) -> range:
    """The lines of the new text, from 1, that differ from those of the old one."""
    first = same_start(before.lines, after.lines)
    return range(first + 1, len(after.lines) - same_end(before.lines, after.lines, first) + 1)


def same_start(old: list[str], new: list[str]) -> int:
    """How many lines at the start are the same."""
    shorter = min(len(old), len(new))
    return next((number for number in range(shorter) if old[number] != new[number]), shorter)


def same_end(old: list[str], new: list[str], first: int) -> int:
    """How many lines at the end are the same, beyond those at the start."""
    shorter = min(len(old), len(new)) - first
    return next((number for number in range(shorter) if old[-1 - number] != new[-1 - number]), shorter)


def _gone(before: Sight, after: Sight, problem: Problem) -> bool:
    """Nothing is said any more of what was said about these lines."""
    lines, shift = edited(before, after), len(after.lines) - len(before.lines)
    for other in after.problems:
        line = other.place.line
        was = line if line < lines.start else line - shift
        same = (other.rule, other.field) == (problem.rule, problem.field) and (
            other.field or _said(other) == _said(problem)
        )
        if same and (line in lines or was == problem.place.line):
            return False
    return True


def _new(before: Sight, after: Sight) -> Iterator[Problem]:
    """Problems that were not there, wherever they stand now."""
    known: Counter[Said] = Counter(map(_said, before.problems))
    for one in after.problems:
        known[_said(one)] -= 1
        if known[_said(one)] < 0:
            yield one


def _behind(before: Sight, after: Sight, problem: Problem | None, new: Problem) -> bool:
    """Whether a new mistake of writing stands on lines that nobody read, because of the one that was mended."""
    if (
        problem is None
        or problem.rule == "second-document"
        or problem not in before.written
        or new not in after.written
        or new.rule in _NEVER
    ):
        return False
    lines, shift = edited(before, after), len(after.lines) - len(before.lines)
    unread = mask(before.text, problem.place.line)[1]
    return new.place.line >= lines.stop and new.place.line - shift - 1 in unread


def _said(problem: Problem) -> Said:
    return problem.rule, problem.field, problem.message


def _was_hidden(before: Sight, after: Sight, new: Problem, repair: Repair) -> bool:
    """Whether a new problem could not be seen before, because what it is about could not be read or understood."""
    path = path_of(new)
    if new.rule in _NEVER or (new.rule == "missing" and path in repair.now):
        return False
    if new.rule in _WHOLE:
        return before.entry is None
    parts = [changed[:-1] for changed in repair.now if changed[-1:] == ("type",)]
    if below(path, (*_unread(before), *repair.now, *parts)):
        return True
    return before.entry is None and after.entry is not None and new not in after.written


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter.isalnum())


def _values_kept(before: Sight, after: Sight, repair: Repair) -> bool:
    """What could be read is still read, and what comes to light was unreadable before."""
    unread = _unread(before)
    old = _readable(before, (*unread, *repair.now))
    new = _readable(after, tuple(repair.now))
    if any(path not in new or not _same(value, new[path], repair) for path, value in old.items()):
        return False
    if not all(_tail_kept(before, after, path) for path in before.reading.broken if not below(path, repair.now)):
        return False
    return repair.opens or all(path in old or below(path, unread) for path in new)


def _readable_still(before: Sight, after: Sight, problem: Problem | None, repair: Repair) -> bool:
    """Nothing is unreadable that was not so before; after a repair of the whole part, less is."""
    hidden = (*_unread(before), *repair.now)
    if not all(below(path, hidden) for path in after.reading.broken):
        return False
    part = path_of(problem)[:1] if problem and repair.whole else None
    return part is None or (
        len(after.written) < len(before.written) and all(path[:1] != part for path in after.reading.broken)
    )


def _unread(sight: Sight) -> tuple[KeyPath, ...]:
    """What cannot be read, and the items below one that cannot: they may move down when it turns out to be two."""
    items = [path for path in sight.reading.broken if path and isinstance(path[-1], int)]
    lower = [(*path[:-1], number) for path in items for number in range(int(path[-1]) + 1, _count(sight, path))]
    return (*sight.reading.broken, *lower)


def _count(sight: Sight, path: KeyPath) -> int:
    around = sight.value(path[:-1])
    return len(around) if isinstance(around, tuple) else 0


def _tail_kept(before: Sight, after: Sight, path: KeyPath) -> bool:
    """The items below one that could not be read end the list as they did."""
    if not path or not isinstance(path[-1], int) or not (number := _count(before, path) - path[-1] - 1):
        return True
    old, new = before.value(path[:-1]), after.value(path[:-1])
    return isinstance(new, tuple) and (None in old[-number:] or new[-number:] == old[-number:])


def _readable(sight: Sight, hidden: tuple[KeyPath, ...]) -> dict[KeyPath, Any]:
    return {path: value for path, value in leaves(sight.reading.value) if not below(path, hidden)}


def _same(old: Any, new: Any, repair: Repair) -> bool:
    if not repair.loose or not (isinstance(old, str) and isinstance(new, str)):
        return bool(old == new)
    if repair.rewords:
        return _letters(old) == _letters(new)
    return "".join(old.split()) == "".join(new.split())


def _says(after: Sight, repair: Repair, lines: range) -> bool:
    """What the repair promised can be read where it was promised."""
    if any(after.value(path) != value for path, value in repair.now.items()):
        return False
    found = {
        value for path, value in leaves(after.reading.value)
        if isinstance(value, str) and after.reading.positions.value(path).line in lines
    }  # fmt: skip
    return found.issuperset(repair.reads)
