"""What becomes of every row of a list: an entry, nothing because it is there already, or something to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.contribute.drafts import Draft, Taken, Trial, try_out
from generator.library.likeness import Likeness
from generator.library.load import Loaded, read_library
from generator.library.models import Quote
from generator.library.problem import Problem
from generator.library.sayings import SAID_ONCE
from generator.strings import say
from generator.write.answers import entry_from
from generator.write.columns import Columns
from generator.write.ids import free
from generator.write.rows import Tags, answers_of, told
from generator.write.table import Row, Table

if TYPE_CHECKING:
    from generator.publish.documents import Tell

_LIKENESS = frozenset({"duplicate-quote", "two-authors", "similar-quote", "similar-entry"})
"""Rules that compare entries; ``twins`` does that here, row by row."""

_LOOK = frozenset({"like-misattribution", "mixed-scripts"})
"""Warnings that are worth a look before anybody shares the words."""

_WORDS = {"quote": ("text", 0)} | {model.kind: (key, least) for model, key, least in reversed(SAID_ONCE)}
"""Kind -> the key whose words tell whether two entries are one, and from which likeness on they are."""


@dataclass(frozen=True)
class Twin:
    """A row whose words are there already, in the library or in an earlier row."""

    row: Row
    other: str
    """An id, or the number of the row."""
    score: int
    by: str = ""
    """Who said it there, if that is somebody else."""


@dataclass
class Outcome:
    """What becomes of every row."""

    good: list[tuple[Row, Draft]] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    wrong: dict[int, list[str]] = field(default_factory=dict)
    """Number of a row -> what is wrong with it."""
    empty: int = 0
    looks: dict[int, list[str]] = field(default_factory=dict)
    """Number of a row -> what somebody should look at, though nothing is wrong with it."""
    tags: Tags = field(default_factory=Tags)


def sort_out(root: Path, table: Table, columns: Columns, kind: str, *, near_too: bool, steps: Tell) -> Outcome:
    """What becomes of every row; nothing is written."""
    known = read_library([root])
    outcome = Outcome()
    drafts = _drafts(known, root, table, columns, kind, outcome)
    steps.start(say("import.checking"), 0)
    trial = try_out(root, known, list(drafts.values()))
    _note(trial, drafts, columns, outcome)
    words, least = _WORDS[kind]
    rows = {
        drafts[row.number].id: row for row in table.rows if row.number in drafts and row.number not in outcome.wrong
    }
    fresh = {drafts[row.number].id: str(drafts[row.number].data.get(words, "")) for row in rows.values()}
    there = {id: str(getattr(entry, words)) for id, entry in known.library.entries.items() if entry.kind == kind}
    doubles = {id: twin for id, twin in twins(there, fresh, least).items() if twin[1] == 100 or not near_too}
    for id, row in rows.items():
        if id in doubles:
            outcome.twins.append(_twin(row, drafts[row.number], *doubles[id], rows, known))
        else:
            outcome.good.append((row, drafts[row.number]))
    return outcome


def twins(known: Mapping[str, str], new: Mapping[str, str], least: int = 0) -> dict[str, tuple[str, int]]:
    """Each new text that is the same as, or near, a known one or an earlier new one that stays: that one, and how much.

    (The only use that an import makes of likeness.)
    """
    place = {id: number for number, id in enumerate((*known, *new))}
    near: dict[str, list[tuple[int, int, str]]] = {}
    for one, other, score in Likeness.of({**known, **new}).pairs():
        first, second = sorted((one, other), key=place.__getitem__)
        if second in new and score >= least:
            near.setdefault(second, []).append((-score, place[first], first))
    found: dict[str, tuple[str, int]] = {}
    for id in new:
        twin = next(((first, -score) for score, _, first in sorted(near.get(id, ())) if first not in found), None)
        if twin:
            found[id] = twin
    return found


def _drafts(known: Loaded, root: Path, table: Table, columns: Columns, kind: str, outcome: Outcome) -> dict[int, Draft]:
    """Number of a row -> the entry it would be; rows that are wrong as rows are noted."""
    taken, drafts = Taken(known, root), {}
    for row in table.rows:
        if row.empty:
            outcome.empty += 1
        elif row.wrong:
            outcome.wrong[row.number] = [row.wrong]
        else:
            answers = answers_of(row, columns, known.library.vocabularies, outcome.tags)
            proposed, data = entry_from(kind, answers, known.library.vocabularies)
            drafts[row.number] = Draft(kind, free(proposed, taken), data)
            taken.add(drafts[row.number].id)
    return drafts


def _note(trial: Trial, drafts: Mapping[int, Draft], columns: Columns, outcome: Outcome) -> None:
    """What the check says about each row; likeness is looked at afterwards."""
    rows = {draft.file: number for number, draft in drafts.items()}
    for problem in trial.problems:
        number = rows.get(problem.file)
        wrong = problem.severity == "error" and problem.rule not in _LIKENESS
        if number is not None and (wrong or problem.rule in _LOOK):
            field = problem.field or _field_at(problem, trial, drafts[number].data)
            words = told(problem.rule, field, problem.message, problem.hint, columns)
            said = (outcome.wrong if wrong else outcome.looks).setdefault(number, [])
            said += [words] if words not in said else []


def _field_at(problem: Problem, trial: Trial, data: Mapping[str, Any]) -> str:
    """The key whose value stands where a problem is; empty if it is about the whole."""
    places = trial.loaded.positions[problem.file]
    for key in data:
        place = places.value((key,))
        if (key,) in places and place.line <= problem.place.line <= place.end_line and problem.place.line > 1:
            return key
    return ""


def _twin(row: Row, draft: Draft, other: str, score: int, rows: Mapping[str, Row], known: Loaded) -> Twin:
    """A twin, with the other author where two names stand for one text."""
    if other in rows:
        return Twin(row, str(rows[other].number), score)
    entry, library = known.library.entries[other], known.library
    here = library.person(str(draft.data.get("author", "")))
    there = library.person(entry.author) if isinstance(entry, Quote) else here
    return Twin(row, other, score, "" if here == there else there)
