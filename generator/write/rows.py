"""A row of a list becomes answers, and what a check says about the entry finds its way back to the cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.library.library import Vocabularies
from generator.library.likeness import nearest
from generator.strings import say
from generator.write.columns import BOTH, Columns, language
from generator.write.ids import slug
from generator.write.questions import MADE_OF
from generator.write.table import Row

_LIST = re.compile("[,;|/\n]")
_TYPO = 82
_BOTH = tuple(
    re.compile(rf"(.+?){sign}(.+?)[)\s]*", re.DOTALL)
    for sign in (r"\n", r"\s[–—―-]\s", r":\s", r"\s?\(", r",\s(?![JS]r\b)")
)
"""What may part an author and a work in one cell, the surest first."""
_ADDRESS = re.compile(r"https?://\S+")
_FLOAT = re.compile(r"([0-9]{3,4})\.0")


@dataclass
class Tags:
    """Tags that the library does not have: those that were taken for another one, and those left out."""

    meant: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


def answers_of(row: Row, columns: Columns, known: Vocabularies, tags: Tags) -> dict[str, Any]:
    """The answers that a row gives. A theme that the library does not have is left to a reviewer."""
    answers: dict[str, Any] = {}
    for number, key in enumerate(columns.fields):
        cell = row.cells[number].strip() if number < len(row.cells) else ""
        if not key or not cell:
            continue
        if key == BOTH:
            answers = _author_and_work(cell) | answers
        elif key == "themes":
            answers[key] = _themes(cell, known, tags)
        elif key == "language":
            answers[key] = language(cell)
        elif key == "year" and (found := _FLOAT.fullmatch(cell)):
            answers[key] = found[1]
        else:
            answers[key] = cell
    if "source" not in answers and _ADDRESS.fullmatch(answers.get("where", "")):
        answers["source"] = answers.pop("where")
    return answers


def _author_and_work(cell: str) -> dict[str, Any]:
    """An author, and the work that stands behind the name in the same cell."""
    found = next((match for sign in _BOTH if (match := sign.fullmatch(cell))), None)
    return {"author": found[1].strip(), "work": found[2].strip()} if found else {"author": cell}


def _themes(cell: str, known: Vocabularies, tags: Tags) -> list[str]:
    terms = known.get("themes", {})
    by_name = {slug(term.label): tag for tag, term in terms.items()} | {tag: tag for tag in terms}
    found = []
    for word in filter(None, map(str.strip, _LIST.split(cell))):
        plain = slug(word)
        if tag := by_name.get(plain):
            found.append(tag)
        elif near := nearest(plain, by_name, _TYPO) if len(plain) > 3 else None:
            tags.meant[word, by_name[near]] += 1
            found.append(by_name[near])
        else:
            tags.left_out[word] += 1
    return found


def column_of(path: str, columns: Columns) -> int | None:
    """The column that a field of an entry came from."""
    first = path.partition(".")[0]
    for key in (first, *MADE_OF.get(first, ())):
        if (number := columns.of(key)) is not None:
            return number
    return None


def told(rule: str, path: str, message: str, hint: str, columns: Columns) -> str:
    """What a check says, in the words of a list: which cell, what is wrong, what to do."""
    first = path.partition(".")[0]
    number = column_of(path, columns)
    if rule == "missing" and number is not None:
        return say("import.empty_cell", column=columns.heading(number), field=first)
    words = f"{message[:1].upper()}{message[1:]}."
    if rule == "missing":
        words = say("import.no_value", field=first)
    elif hint:
        words = f"{words} {say(_OWN_HINTS[rule]) if rule in _OWN_HINTS else hint}"
    return words if number is None else say("import.in_column", column=columns.heading(number), words=words)


_OWN_HINTS: Mapping[str, str] = {"not-an-address": "import.hint_address"}
"""Rules whose hint speaks of a file -> the words for a list."""
