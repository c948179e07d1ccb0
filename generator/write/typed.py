"""Parts of an entry that have several keys, typed on one line: ``do 3-6: In twos, walk in.`` and ``2-12``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.strings import say
from generator.write.fields import said
from generator.write.tidy import one_line

_STEP = re.compile(
    r"(do|say|ask)\s+([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?(?:\s*(?:′|'|min(?:utes?)?))?\s*:\s*(.+)", re.I
)
_SPAN = re.compile(r"([0-9]{1,4})(?:\s*(?:[-–]|to)\s*([0-9]{1,4}))?")
ROUNDS = ("what", "so_what", "now_what")


class NotTyped(ValueError):
    """A line that is not like the example; its words say what is wrong."""


def typed(kind: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers with steps, spans and rounds of questions in the shape of the entry. Raises NotTyped."""
    made = dict(answers)
    if isinstance(made.get("group"), str) and made["group"]:
        made["group"] = span(made["group"])
    if kind == "activity":
        _activity(made)
    return made


def span(text: str) -> dict[str, Any] | str:
    """A least and a most; text that is neither is left as it is, for the check to explain."""
    found = _SPAN.fullmatch(one_line(text))
    return {"least": int(found[1]), "most": int(found[2] or found[1])} if found else text


def step(text: str) -> dict[str, Any]:
    """One step with its minutes; two numbers make it the one that stretches."""
    found = _STEP.fullmatch(one_line(text))
    if not found:
        raise NotTyped(say("new.step_wrong", step=one_line(text)))
    made: dict[str, Any] = {found[1].lower(): found[4], "minutes": int(found[2])}
    return {**made, "stretch": True} if found[3] else made


def _activity(made: dict[str, Any]) -> None:
    """Steps, the minutes they add up to, and the debrief."""
    lines = [line for line in said(made, "steps").split("\n") if one_line(line)]
    if lines and all(isinstance(one, str) for one in _listed(made["steps"])):
        made["steps"] = [step(line) for line in lines]
        longest = (_STEP.fullmatch(one_line(line)) for line in lines)
        minutes = [(int(found[2]), int(found[3] or found[2])) for found in longest if found]
        made.setdefault(
            "minutes", {"least": sum(least for least, _ in minutes), "most": sum(most for _, most in minutes)}
        )
    if any(made.get(part) for part in ROUNDS):
        made["debrief"] = {part: _listed(made.pop(part, "")) for part in ROUNDS}


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [line for line in value.split("\n") if one_line(line)]
    return list(value or ())
