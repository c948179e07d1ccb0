"""Answers from a file: JSON, YAML, or the text of an issue form with a section for each answer."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.library.reader import read
from generator.strings import say
from generator.write.answers import ORDER
from generator.write.fields import yes
from generator.write.ids import slug
from generator.write.questions import ASKED, Ask
from generator.write.tidy import clean, one_line
from generator.write.typed import ROUNDS

_HEADING = re.compile(r"^#{2,4} +(.+?) *#*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BOX = re.compile(r"^ *[-*] +\[( |x|X)\] *(.*)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1 *$", re.DOTALL)
_NOTHING = ("_no response_", "none", "n/a", "-")


class NoAnswers(ValueError):
    """A text that holds no answers; its words say what it needs."""


def answers_in(text: str, name: str, kind: str) -> dict[str, Any]:
    """The answers of a text, read by what it looks like. Raises NoAnswers."""
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith(("{", "[")):
        found = _json(text, name, kind)
    elif sections := _sections(text, kind):
        found = sections
    else:
        found = _yaml(text, name, kind)
    if not found:
        label = ASKED[kind][0].words(kind, "label")
        raise NoAnswers(say("new.from_nothing", path=name, keys=_some(kind), label=label))
    return found


def _some(kind: str) -> str:
    return ", ".join(ask.key for ask in ASKED[kind][:3])


def _json(text: str, name: str, kind: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoAnswers(say("new.from_unreadable", path=name, reason=error)) from None
    if not isinstance(found, dict):
        raise NoAnswers(say("new.from_not_flat", path=name, keys=_some(kind)))
    return dict(_sayable(found))


def _sayable(value: Any) -> Any:
    """A value as an entry can hold it: keys in plain letters, no nothing in a list, no fractions."""
    match value:
        case dict():
            return {slug(str(key)).replace("-", "_") or "answer": _sayable(part) for key, part in value.items()}
        case list() | tuple():
            return [_sayable(part) for part in value if part is not None]
        case None | bool() | int() | str():
            return value
    return str(value)


def _yaml(text: str, name: str, kind: str) -> dict[str, Any]:
    reading = read(text, name)
    if wrong := [problem for problem in reading.problems if problem.severity == "error"]:
        first = wrong[0]
        where = f"{first.place.line}:{first.place.column}: {first.message}. {first.hint}"
        raise NoAnswers(say("new.from_unreadable", path=name, reason=where))
    return dict(_sayable(reading.value))


def _sections(text: str, kind: str) -> dict[str, Any]:
    """The sections of an issue form whose headings are known; an unknown heading belongs to the answer above it."""
    asked = {slug(name): ask for ask in ASKED[kind] for name in (ask.words(kind, "label"), ask.key)}
    others = {slug(key): Ask(key) for key in (*ORDER[kind], *(ROUNDS if kind == "activity" else ()))}
    text = _COMMENT.sub("", clean(text))
    known = [found for found in _HEADING.finditer(text) if slug(found[1]) in asked or slug(found[1]) in others]
    ends = [*(found.start() for found in known[1:]), len(text)][: len(known)]
    answers: dict[str, Any] = {}
    for found, end in zip(known, ends, strict=True):
        ask = asked.get(slug(found[1])) or others[slug(found[1])]
        answer = _answer(text[found.end() : end].strip(), ask)
        if answer not in ("", []) and ask.key not in answers:
            answers[ask.key] = answer
    return answers


def _answer(text: str, ask: Ask) -> Any:
    """One answer: boxes that are ticked, a yes that begins a longer sentence, or the text itself."""
    if fenced := _FENCE.match(text):
        text = fenced[2].strip()
    if one_line(text).lower() in _NOTHING:
        return ""
    if boxes := _BOX.findall(text):
        ticked = [label for mark, label in boxes if mark != " "]
        return len(ticked) == len(boxes) if ask.shape == "yes" else ticked if ask.many else "\n".join(ticked)
    if ask.shape == "yes":
        first = re.split(r"[^\w]", one_line(text), maxsplit=1)[0]
        return True if yes(first) else False if first.lower() == "no" else text
    return text
