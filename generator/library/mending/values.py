"""Numbers, yes and no, lists, addresses: right in what they say, and written as the program does not read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.library.fields import LANGUAGES
from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.quoting import keys_in_text
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import within
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.shapes import Shape, shapes

_MINUTES = re.compile(
    r"(?P<least>\d{1,3})(?:\s*(?:-|–|—|to)\s*(?P<most>\d{1,3}))?\s*(?:minutes?|mins?\.?|min\.|m|[’′'])?", re.I
)
_PEOPLE = re.compile(r"(?P<least>\d{1,3})\s*(?:-|–|—|to)\s*(?P<most>\d{1,3})(?:\s*people)?", re.I)
_FLAGS = dict.fromkeys(("yes", "y", "on", "true"), "true") | dict.fromkeys(("no", "n", "off", "false"), "false")
_SPLIT = re.compile(r"\s*[,;]\s*|\s+and\s+|\s+/\s+")


def _wanted(sight: Sight, path: KeyPath) -> tuple[Shape, ...]:
    kind = sight.model
    return shapes(kind, path) if kind else ()


def _written(sight: Sight, path: KeyPath, text: str, value: Any) -> Repair:
    """A text in the place of a value on one line."""
    start, end = sight.span(sight.reading.positions.value(path))
    return Repair((Edit(start, end, text),), now={path: value}, rewords=True)


def _one_line(sight: Sight, path: KeyPath) -> str | None:
    """A value that stands on one line, as text."""
    value, place = sight.value(path), sight.reading.positions.value(path)
    return value.strip() if isinstance(value, str) and place.line == place.end_line else None


def _number(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """``10 min`` is 10, ``10 to 20`` is a least and a most, ``30, 60`` are two lengths."""
    path = path_of(problem)
    text = _one_line(sight, path)
    for shape in _wanted(sight, path) if text else ():
        if shape.list:
            yield from _lengths(sight, path, text or "")
        elif shape.model:
            yield from _span(sight, path, text or "", _MINUTES)
        elif (found := _MINUTES.fullmatch(text or "")) and not found["most"]:
            number = str(int(found["least"]))
            yield _written(sight, path, number, number)


def _lengths(sight: Sight, path: KeyPath, text: str) -> Iterator[Repair]:
    found = [_MINUTES.fullmatch(part) for part in _SPLIT.split(text)]
    if all(each and not each["most"] for each in found):
        numbers = tuple(str(int(each["least"])) for each in found if each)
        yield _written(sight, path, f"[{', '.join(numbers)}]", numbers)


def _span(sight: Sight, path: KeyPath, text: str, pattern: re.Pattern[str]) -> Iterator[Repair]:
    found = pattern.fullmatch(text)
    if found and found["most"]:
        least, most = str(int(found["least"])), str(int(found["most"]))
        yield _written(sight, path, f"{{least: {least}, most: {most}}}", {"least": least, "most": most})


def _flag(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """Yes is true and no is false."""
    path = path_of(problem)
    if value := _FLAGS.get((_one_line(sight, path) or "").lower()):
        yield _written(sight, path, value, value)


def _type(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """One value where a list is wanted, one item where a text is, a text with a colon, a word for a set of keys."""
    path = path_of(problem)
    text = _one_line(sight, path)
    if text is None:
        yield from keys_in_text(sight, problem)
        yield from _only_item(sight, path)
        return
    for shape in _wanted(sight, path):
        if shape.list:
            yield from _list(sight, path, text)
        elif shape.model and {"least", "most"} == set(shape.model.model_fields):
            yield from _span(sight, path, text, _PEOPLE)
        elif shape.model and "basis" in shape.model.model_fields:
            basis = text.lower().replace(" ", "-")
            yield _written(sight, path, f"{{basis: {basis}}}", {"basis": basis})


def _list(sight: Sight, path: KeyPath, text: str) -> Iterator[Repair]:
    """Tags are parted at their commas; a sentence is one item."""
    raw = sight.cut(sight.reading.positions.value(path))
    if any(shape.prose for shape in _wanted(sight, (*path, 0))):
        if "," not in text or text.endswith((".", "?", "!")):
            item = raw if raw[:1] in ("'", '"') else within(text) if re.search(r"[,\[\]{}#:]", text) else text
            yield _written(sight, path, f"[{item}]", (sight.value(path),))
        return
    parts = _SPLIT.split(text.strip(",; "))
    if all(re.fullmatch(r"[\w/ -]+", part) for part in parts):
        yield _written(sight, path, f"[{', '.join(parts)}]", tuple(parts))


def _only_item(sight: Sight, path: KeyPath) -> Iterator[Repair]:
    value, place = sight.value(path), sight.reading.positions.value(path)
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str) and place.line == place.end_line:
        raw = sight.cut(sight.reading.positions.value((*path, 0)))
        yield _written(sight, path, raw, value[0])


def _address(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """``www.`` lacks what a browser hides, and marks around an address are not part of it."""
    path = path_of(problem)
    text = (_one_line(sight, path) or "").strip("<>() ")
    text = re.sub(r"^(https?)(?::/?|/{1,2}|;//|:///)(?=\w)", r"\1://", text, flags=re.I)
    text = re.sub(r"^(https?)://", lambda found: found[0].lower(), text, flags=re.I)
    if re.match(r"(?:https?://|www\.)[\w.-]+\.\w", text):
        address = text if text.startswith("http") else f"https://{text}"
        yield _written(sight, path, address, address)


def _language(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The name of a language, or its code in capitals."""
    path = path_of(problem)
    word = (_one_line(sight, path) or "").lower()
    code = LANGUAGES.get(word) or (word if re.fullmatch(r"[a-z]{2,3}", word) else "")
    if code:
        yield _written(sight, path, code, code)


def _swap(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """The smaller number is the least."""
    path = path_of(problem)
    least, most = (*path, "least"), (*path, "most")
    low, high = sight.value(least), sight.value(most)
    if isinstance(low, str) and isinstance(high, str) and (low + high).isdecimal():
        places = sight.reading.positions
        edits = (Edit(*sight.span(places.value(least)), high), Edit(*sight.span(places.value(most)), low))
        yield Repair(edits, now={least: high, most: low})


MENDERS: dict[str, Mender] = {
    "not-a-whole-number": _number,
    "not-true-or-false": _flag,
    "wrong-type": _type,
    "not-an-address": _address,
    "not-a-language": _language,
    "span": _swap,
}
