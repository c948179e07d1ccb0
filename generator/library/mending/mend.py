"""Mending a file: one repair after the other, each kept only when the file, read again, says what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.library.load import Loaded
from generator.library.mending import characters, encoding, leftovers, lines, marks, quoting, signs, values, words
from generator.library.mending.parts import Change, Edit, Mended, Mender, Repair, apply
from generator.library.mending.proof import proven, same_end, same_start
from generator.library.mending.sight import Sight, look
from generator.library.problem import Problem

_FAMILIES = (characters, quoting, signs, lines, leftovers, words, values, marks)
_MENDERS: Mapping[str, Mender] = {rule: mender for family in _FAMILIES for rule, mender in family.MENDERS.items()}
FIXABLE = frozenset(_MENDERS) | {"not-utf-8"}
"""Rules whose mistakes can be mended, in many cases if not in all."""

_WINDOWS = re.compile(r"\r\n")
_TRAILING = re.compile(r"(?<=\S)[ \t]+(?=\r?\n|\Z)")
_ROUNDS = 20
_SHOWN = 20
_STEPS = 200
_WORK = 3_000_000
"""So many characters are read again for one file, a problem counting as three hundred; then a file is left as it is."""
_WHOLE_FILE = frozenset({"line-end", "byte-order-mark"})
_UNSEEN = _WHOLE_FILE | {"trailing-space", "final-newline"}


class _Bench:
    """A file on the bench: how it reads now, what was done, and where each of its lines stood at first."""

    def __init__(self, loaded: Loaded, file: str, text: str) -> None:
        self.sight = look(loaded, file, text)
        self.changes: list[Change] = []
        self.work = 0
        self.origin = list(range(1, len(self.sight.lines) + 1))

    def attempt(self, rule: str, problem: Problem | None, repair: Repair) -> bool:
        """Make a repair and keep it if it is proven."""
        if not repair.edits or (text := apply(self.sight.text, repair.edits)) == self.sight.text:
            return False
        self.work += len(text) + 300 * len(self.sight.problems)
        after = look(self.sight.loaded, self.sight.source.file, text)
        if not proven(self.sight, after, problem, repair):
            return False
        self._note(repair.told or rule, after)
        self.sight = after
        return True

    def _note(self, rule: str, after: Sight) -> None:
        old, new = self.sight.lines, after.lines
        first = same_start(old, new)
        last = same_end(old, new, first)
        was, now = old[first : len(old) - last], new[first : len(new) - last]
        self.changes += list(_told(rule, self.origin[first : len(old) - last] or [self._line(first)], was, now))
        middle = [self._line(first + min(number, max(len(was) - 1, 0))) for number in range(len(now))]
        self.origin = self.origin[:first] + middle + self.origin[len(old) - last :]

    def _line(self, index: int) -> int:
        return self.origin[min(index, len(self.origin) - 1)] if self.origin else 1


def _told(rule: str, places: list[int], was: list[str], now: list[str]) -> Iterator[Change]:
    """Line by line where as many lines stand there as before; else the whole stretch at once."""
    if rule in _UNSEEN:
        yield Change(rule, 1 if rule in _WHOLE_FILE else places[0], "", "")
    elif len(was) == len(now):
        for place, before, after in zip(places, was, now, strict=True):
            if before != after:
                yield Change(rule, place, before, after)
    else:
        yield Change(rule, places[0], "\n".join(was), "\n".join(now))


def mend(loaded: Loaded, file: str) -> Mended | None:
    """A file of the library with everything mended that can be mended without guessing; None where that is nothing."""
    text, told = loaded.sources.get(file), []
    if text is None:
        return None
    if file in loaded.raw:
        if (found := encoding.plain(loaded.raw[file])) is None:
            return None
        text, told = found[0], [found[1]]
    bench = _Bench(loaded, file, text)
    _tidy(bench)
    for _ in range(_ROUNDS):
        if not _round(bench) and not _tidy(bench):
            break
    changes = tuple(sorted((*told, *bench.changes), key=lambda change: change.line))
    return Mended(file, bench.sight.text, changes) if changes else None


def put_right(loaded: Loaded, problems: Iterable[Problem]) -> dict[str, str]:
    """Files -> their text with all mended that can be, where that ends one of these problems.

    Only the first twenty files are looked at: a proposal may hold thousands, and its check has to end.
    """
    told = {(problem.file, problem.rule) for problem in problems if problem.rule in FIXABLE}
    files = sorted({file for file, _ in told} & loaded.sources.keys())[:_SHOWN]
    mended = [found for file in files if (found := mend(loaded, file))]
    return {one.file: one.text for one in mended if any((one.file, change.rule) in told for change in one.changes)}


def _round(bench: _Bench) -> bool:
    """Go through the problems once; whether any of them could be mended."""
    tried: set[Problem] = set()
    mended = False
    while len(bench.changes) < _STEPS and bench.work < _WORK:
        problem = next((one for one in bench.sight.problems if one.rule in _MENDERS and one not in tried), None)
        if problem is None:
            break
        tried.add(problem)
        ways = _MENDERS[problem.rule](bench.sight, problem)
        mended |= any(bench.attempt(problem.rule, problem, repair) for repair in ways)
    return mended


def is_tidy(text: str) -> bool:
    """Whether lines end the plain way, without spaces before their end, and the last one like the others."""
    return (
        not _WINDOWS.search(text) and not _TRAILING.search(text) and (not text.strip() or text.rstrip() + "\n" == text)
    )


def _tidy(bench: _Bench) -> bool:
    """Plain line ends, no spaces before them, and exactly one at the end of the file; whether any of it was needed."""
    ends = tuple(Edit(*match.span(), "\n") for match in _WINDOWS.finditer(bench.sight.text))
    done = bench.attempt("line-end", None, Repair(ends, loose=True))
    spaces = tuple(Edit(*match.span(), "") for match in _TRAILING.finditer(bench.sight.text))
    done |= bench.attempt("trailing-space", None, Repair(spaces, loose=True))
    text = bench.sight.text
    end = len(text.rstrip())
    if text.strip() and text[end:] != "\n" and "\r" not in text:
        done |= bench.attempt("final-newline", None, Repair((Edit(end, len(text), "\n"),), loose=True))
    return done
