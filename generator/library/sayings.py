"""Sayings that stand here twice, nearly twice, under two names, or are known to be wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.library.faces import brief
from generator.library.likeness import Likeness
from generator.library.load import Loaded
from generator.library.models import Activity, Entry, Guidance, Misattribution, Question, Quote, Story
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.references import where

_SHOWN = 160
"""Characters of a text that a message shows."""
SAID_ONCE: tuple[tuple[type[Entry], str, int], ...] = (
    (Question, "ask", 80),
    (Story, "text", 80),
    (Story, "title", 100),
    (Activity, "title", 100),
    (Guidance, "title", 100),
    (Guidance, "text", 80),
)
"""What else is said once, and from which likeness on it counts as the same."""


@dataclass(frozen=True)
class _Finding:
    """A mistake that two entries make together, told about the newer one."""

    path: KeyPath
    rule: str
    message: str
    hint: str
    severity: Literal["error", "warning"]


def check_sayings(loaded: Loaded, changed: Collection[str] = ()) -> Iterator[Problem]:
    """Every quote against all others and all misattributions; entries in files of ``changed`` are the newer ones."""
    library = loaded.library
    known: dict[str, Quote | Misattribution] = {each.id: each for each in library.all(Quote)}
    known |= {each.id: each for each in library.all(Misattribution)}
    told: set[tuple[str, type[Entry]]] = set()
    for score, old, new in _pairs({id: each.text for id, each in known.items()}, loaded, changed):
        first, second = known[old], known[new]
        if not isinstance(second, Quote) or (new, type(first)) in told:
            continue
        if finding := _finding(first, second, score, loaded):
            told.add((new, type(first)))
            yield _problem(loaded, new, finding)
    yield from _said_once(loaded, changed)


def _pairs(texts: Mapping[str, str], loaded: Loaded, changed: Collection[str]) -> list[tuple[int, str, str]]:
    """Score, older and newer id of all that are alike, the likest first. What is known to be wrong is always older."""

    def age(id: str) -> tuple[bool, bool, bool, str]:
        entry = loaded.library.entries[id]
        return not isinstance(entry, Misattribution), loaded.library.files[id] in changed, not entry.complete, id

    found = list[tuple[int, str, str]]()
    for one, other, score in Likeness.of(texts).pairs():
        old, new = sorted((one, other), key=age)
        found.append((score, old, new))
    return sorted(found, key=lambda each: (-each[0], *each[1:]))


def _finding(old: Quote | Misattribution, new: Quote, score: int, loaded: Loaded) -> _Finding | None:
    if isinstance(old, Misattribution):
        return _wrong(old, new, score, loaded)
    if score == 100:
        return _twice(old, new, loaded)
    return None if _kept(old, new) else _similar(old, new, score)


def _wrong(old: Misattribution, new: Quote, score: int, loaded: Loaded) -> _Finding | None:
    """Words of a known misattribution; a right name with a place where it is seen leaves a warning."""
    name = loaded.library.person
    right = new.status == "verified" and name(new.author) != name(old.said_to_be_by)
    if score == 100 and not right:
        better = f" {old.better} may serve instead." if old.better in loaded.library.entries else ""
        message = f"these words are known to be wrongly given to {old.said_to_be_by}: {old.id}"
        hint = f"Read what is known there, or at {old.source}.{better}"
        return _Finding(("text",), "misattributed", message, hint, "error")
    if old.better == new.id or old.id in new.kept_beside:
        return None
    much = "the same words are" if score == 100 else f"{score} % like words that are"
    message = f"{much} wrongly given to {old.said_to_be_by}: {_shown(old.text)}"
    hint = f"Compare with {old.source}. If these words have a source of their own, add kept_beside: [{old.id}]."
    return _Finding(("text",), "like-misattribution", message, hint, "warning")


def _twice(old: Quote, new: Quote, loaded: Loaded) -> _Finding:
    person = loaded.library.person
    if person(old.author) == person(new.author):
        message = f"the same words stand in {old.id}"
        return _Finding(("text",), "duplicate-quote", message, "Keep one of the two.", "error")
    message = f"the same words stand under two names: here {_known(new)}; in {old.id} {_known(old)}"
    hint = (
        "Keep the one whose source shows the words. If both names are one person, add the spelling to the aliases in "
        "content/authors.yml."
    )
    return _Finding(("author",), "two-authors", message, hint, "error")


def _similar(old: Quote, new: Quote, score: int) -> _Finding:
    message = f"{score} % like {old.id}: {_shown(old.text)} ({_known(old)})"
    hint = (
        f"Here it says: {_shown(new.text)} If it is the same quotation, keep the better wording; if both are wanted, "
        f"add kept_beside: [{old.id}]."
    )
    return _Finding(("text",), "similar-quote", message, hint, "warning")


def _kept(one: Quote, other: Quote) -> bool:
    return one.id in other.kept_beside or other.id in one.kept_beside


def _known(quote: Quote) -> str:
    """Who is said to have said it, and what speaks for that."""
    parts = (quote.author, quote.status, quote.work, quote.year)
    return ", ".join(part for part in parts if part)


def _shown(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    return f"“{brief(text, _SHOWN)}”"


def _said_once(loaded: Loaded, changed: Collection[str]) -> Iterator[Problem]:
    """Questions, stories, activities and guidance that stand here twice."""
    told: set[str] = set()
    for kind, field, least in SAID_ONCE:
        texts = {entry.id: str(getattr(entry, field)) for entry in loaded.library.all(kind)}
        for score, old, new in _pairs(texts, loaded, changed):
            if score >= least and new not in told:
                told.add(new)
                much = "the same as" if score == 100 else f"{score} % like"
                message = f"{much} {old}: {_shown(texts[old])}"
                hint = "If it is the same, keep one of the two; if not, say in other words what is different."
                yield _problem(loaded, new, _Finding((field,), "similar-entry", message, hint, "warning"))


def _problem(loaded: Loaded, id: str, finding: _Finding) -> Problem:
    spot = where(loaded, id, finding.path)
    return Problem(*spot, finding.rule, finding.message, finding.hint, finding.severity)
