"""One pass over the events of a YAML text: values with their places, and whatever should not be there."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import Any

from generator.library.characters import first_forbidden, forbidden
from generator.library.positions import KeyPath, Positions, Spot, around, sign
from generator.library.problem import Place, Problem
from generator.library.reading import Bounds, Reading
from generator.library.syntax import Fault, block_end, glued_key, half_sentence, lost_text, swallowed_list

_NOTHING = ("", "~", "null", "Null", "NULL")
_DEPTH = 20
_SHORT = "One entry a file; keep it short."
_QUOTE = "If it is meant as text, put the text in quotes or after `>-` on the next line."


class Refused(Exception):
    """Reading stops here: the rest of this part of the file is not looked at."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _kind(event: Any) -> str:
    """Scalar, Alias, MappingStart …: the name says it, so that only the reader need know the parser's classes."""
    return type(event).__name__.removesuffix("Event")


@dataclass
class Walk:
    """What one pass gathers."""

    text: str
    file: str
    bounds: Bounds
    masked: frozenset[int] = frozenset()
    """Lines, from 0, that were blanked because YAML cannot be read there."""
    positions: Positions = field(default_factory=Positions)
    problems: list[Problem] = field(default_factory=list)
    broken: set[KeyPath] = field(default_factory=set)
    value: Any = None
    count: int = 0
    end: Spot = (0, 0)
    """Where the last value ended."""
    next: Callable[[], Any] = field(default=lambda: None)

    def go(self, get_event: Callable[[], Any]) -> None:
        """Read the whole text. Raises Refused, or what the parser raises, where it cannot go on."""
        self.next, documents = get_event, 0
        while (event := self.next()) is not None:
            kind = _kind(event)
            if kind == "DocumentStart":
                documents += 1
                if documents > 1:
                    hint = "One entry a file: move what follows into a file of its own."
                    self._say((), around(event), "second-document", "a second entry starts here", hint)
                    return
                if event.version or event.tags:
                    message = "a line that starts with % is not needed here"
                    self._say((), around(event), "directive", message, "Delete it.")
            elif kind in ("Scalar", "Alias", "MappingStart", "SequenceStart"):
                self.value = self._node(event, (), None)

    def reading(self, kept: list[Problem], swallowed: Set[str] = frozenset()) -> Reading:
        """What was read, and every problem, once a pass came through; ``swallowed`` are keys that stand elsewhere."""
        value, broken = self.value, self.broken
        if not isinstance(value, dict):
            if value is not None or not kept:
                self._say((), Place(), *_no_entry(value))
            value, broken = {}, {()}
        broken |= {(key,) for key in swallowed - value.keys()}
        problems = tuple(dict.fromkeys((*kept, *self.problems)))
        return Reading(value, self.positions, problems, frozenset(broken))

    def _say(self, path: KeyPath, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.file, place, ".".join(map(str, path)), rule, message, hint))

    def _node(self, event: Any, path: KeyPath, key: Any) -> Any:
        self.count += 1
        if self.count > self.bounds.values:
            message = f"more than {self.bounds.values} values in one file"
            raise Refused(Fault(sign(event), "too-large", message, _SHORT))
        self._plain_yaml(event, path)
        kind = _kind(event)
        if kind == "Scalar":
            return self._scalar(event, path, key)
        if kind == "Alias":
            self.broken.add(path)
            return None
        if len(path) >= _DEPTH:
            message, hint = f"more than {_DEPTH} levels of nesting", "No entry needs so many: put values side by side."
            raise Refused(Fault(sign(event), "too-deep", message, hint))
        value, closed = self._mapping(path) if kind == "MappingStart" else self._sequence(path)
        if event.flow_style:
            self.end = closed
            self._commas(path, value)
        self.positions.put(path, key, event.start_mark, self.end)
        return value

    def _plain_yaml(self, event: Any, path: KeyPath) -> None:
        """Refuse what no entry needs: anchors, aliases, tags."""
        if event.anchor is None and getattr(event, "tag", None) is None:
            return
        alias, place = _kind(event) == "Alias", sign(event)
        if event.anchor is None:
            self.broken.add(path)
        mark, rule = ("*", "alias") if alias else ("&", "anchor") if event.anchor is not None else ("!", "tag")
        message = f"what starts with {mark} is taken for a YAML {rule}, which is not used here"
        if not any(problem.rule == rule and problem.place.line == place.line for problem in self.problems):
            self._say(path, place, rule, message, _QUOTE)

    def _sequence(self, path: KeyPath) -> tuple[tuple[Any, ...], Spot]:
        items: list[Any] = []
        while _kind(event := self.next()) != "SequenceEnd":
            if len(items) == self.bounds.items:
                message = f"more than {self.bounds.items} items in one list"
                raise Refused(Fault(sign(event), "too-large", message, "Keep the list short."))
            items.append(self._node(event, (*path, len(items)), None))
        return tuple(items), (event.end_mark.line, event.end_mark.column)

    def _commas(self, path: KeyPath, items: Any) -> None:
        """A sentence between brackets falls apart at its commas."""
        for number in range(1, len(items) if isinstance(items, tuple) else 0):
            before, item = items[number - 1], items[number]
            if isinstance(before, str) and isinstance(item, str) and half_sentence(before, item):
                place, field = self.positions.value((*path, number)), ".".join(map(str, (*path, number)))
                message = "the comma before this makes two items of what looks like one sentence"
                said = ("comma-in-list", message, "Put the sentence in quotes, or each item on a line after '- '.")
                self.problems.append(Problem(self.file, place, field, *said, "warning"))

    def _mapping(self, path: KeyPath) -> tuple[dict[str, Any], Spot]:
        found: dict[str, Any] = {}
        while (kind := _kind(event := self.next())) != "MappingEnd":
            if kind != "Scalar":
                hint = "A key is one word, then a colon and a space; a text that starts with { or [ goes in quotes."
                message = "what stands here cannot be a key; a key is a word"
                raise Refused(Fault(around(event), "key-not-text", message, hint))
            if not event.style and (fault := glued_key(event.value, (event.start_mark.line, event.start_mark.column))):
                raise Refused(fault)
            self._plain_yaml(event, path)
            self._pair(event, path, found)
        return found, (event.end_mark.line, event.end_mark.column)

    def _pair(self, key: Any, path: KeyPath, found: dict[str, Any]) -> None:
        name = key.value
        if name not in found:
            found[name] = self._node(self.next(), (*path, name), key)
            return
        first = self.positions.key((*path, name)).line
        message = f"'{name}' stands here a second time; the first is in line {first}"
        self._say((*path, name), around(key), "duplicate-key", message, "Keep one of the two.")
        aside = Walk(self.text, self.file, self.bounds, self.masked, count=self.count, next=self.next)
        aside._node(self.next(), (*path, name), key)
        self.count, self.end = aside.count, aside.end
        self.problems += aside.problems

    def _scalar(self, event: Any, path: KeyPath, key: Any) -> str | None:
        mark = event.end_mark
        block = event.style in ("|", ">")
        self.end = block_end(self.text, mark.index) if block else (mark.line, mark.column)
        self.positions.put(path, key, event.start_mark, self.end)
        if event.start_mark.line in self.masked:
            self.broken.add(path)
            return None
        if not event.style:
            return self._plain(event, path, key)
        if event.style == '"' and (found := first_forbidden(event.value)):
            self._say(path, self.positions.value(path), *forbidden(found))
        return str(event.value).rstrip("\n")

    def _plain(self, event: Any, path: KeyPath, key: Any) -> str | None:
        """A value without quotes: the place where YAML loses text without a word."""
        start, end = event.start_mark, event.end_mark
        fault = lost_text(self.text, end.index, event.value)
        below = key is not None and start.line > key.end_mark.line
        if fault is None and (below or end.line > start.line):
            fault = swallowed_list(self.text[start.index : end.index], self.positions.value(path), below)
        if fault is not None:
            self._say(path, fault.place, fault.rule, fault.message, fault.hint)
        elif event.value not in _NOTHING:
            return str(event.value)
        elif path and not self.bounds.empty and event.tag is None:
            place, hint = self.positions.key(path), "Write a value after it, or take the line out."
            self._say(path, place, "empty", f"'{path[-1]}' is empty" if key else "this item is empty", hint)
        self.broken.add(path)
        return None


def _no_entry(value: Any) -> tuple[str, str, str]:
    hint = "Start with a line such as 'text: >-'."
    if value is None:
        return "empty-file", "the file is empty", hint
    return "not-an-entry", "the file is not a list of keys with values", hint
