"""Folders of YAML become one Library, with every problem found on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.library import tables
from generator.library.characters import decode
from generator.library.library import Author, Library, Term
from generator.library.messages import explain
from generator.library.models import KINDS, Entry
from generator.library.positions import Positions
from generator.library.problem import Place, Problem, is_sound
from generator.library.reader import read
from generator.library.reading import ENTRY, TABLE, UNREAD, Bounds, Reading
from generator.library.shelves import Source, look_through

VOCABULARIES = ("themes", "settings", "audiences")
_MOST = 50
_LATER = frozenset({"extra_forbidden", "vocabulary"})
_OWN = Path(__file__).resolve().parents[2] / "content"


@dataclass(frozen=True)
class Loaded:
    """A Library and everything that was wrong on the way to it."""

    library: Library
    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    """File -> its text, to show the lines that problems are about."""
    positions: Mapping[str, Positions]
    """File -> where each key and value of it stands."""
    broken: Mapping[str, str]
    """Ids of entries with errors -> their file. They are not in the Library, but they exist."""
    raw: Mapping[str, bytes] = field(default_factory=dict)
    """File -> its bytes, where they are not plain UTF-8."""


@dataclass
class _Loading:
    """What gathers while the files are read, one after the other."""

    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    positions: dict[str, Positions] = field(default_factory=dict)
    vocabularies: dict[str, dict[str, Term]] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)

    def reading(self, source: Source, bounds: Bounds) -> Reading:
        """The plain data of a file; its text and positions are kept for those who report."""
        try:
            with source.path.open("rb") as stream:
                data = stream.read(bounds.size + 1)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}"
            problem = Problem(source.file, Place(), "", "unreadable", message, "Look at its permissions.")
            return replace(UNREAD, problems=(problem,))
        decoded = decode(data, source.file, bounds.size)
        found = UNREAD if decoded.text is None else read(decoded.text, source.file, bounds)
        if decoded.problems and len(data) <= bounds.size:
            self.raw[source.file] = data
        self.texts[source.file], self.positions[source.file] = decoded.text or "", found.positions
        return replace(found, problems=(*decoded.problems, *found.problems))

    def table(self, source: Source) -> None:
        """Read a vocabulary, the authors or the moved ids; a later root adds to an earlier one."""
        reading = self.reading(source, TABLE)
        written, refusals = validate_table(source, reading)
        self._note((*reading.problems, *refusals))
        if written is None:
            return
        if source.kind == "authors":
            self.authors |= tables.authors(written)
        elif source.kind == "moved":
            self.moved |= written
        else:
            self.vocabularies.setdefault(source.kind, {}).update(tables.terms(written))

    def entry(self, source: Source) -> None:
        """Read one entry into the library, or note why it cannot be there."""
        reading = self.reading(source, ENTRY)
        entry, refusals = validate(source, reading, self.vocabularies)
        problems = (*reading.problems, *refusals)
        self._note(problems)
        if entry is None or not is_sound(problems):
            self.broken[source.id] = source.file
        else:
            self.entries[source.id], self.files[source.id] = entry, source.file

    def _note(self, problems: Sequence[Problem]) -> None:
        ordered = sorted(set(problems))
        self.problems += ordered[:_MOST]
        if more := ordered[_MOST:]:
            message = f"{len(more)} more problems in this file are not shown"
            said = ("more-problems", message, "Correct these first.")
            self.problems.append(Problem(more[0].file, more[0].place, "", *said))


def read_library(roots: Sequence[Path]) -> Loaded:
    """Read folders laid out like this repository; a later one lies over the earlier ones."""
    loading = _Loading()
    tables_found: list[Source] = []
    entries: dict[str, Source] = {}
    for root in roots:
        shelves = look_through(root)
        loading.problems += shelves.problems
        tables_found += [source for source in shelves.sources if not source.id]
        entries |= {source.id: source for source in shelves.sources if source.id}
    for source in (*_fallbacks(tables_found), *tables_found):
        loading.table(source)
    for id in sorted(entries):
        loading.entry(entries[id])
    return _loaded(loading)


def _fallbacks(found: Sequence[Source]) -> list[Source]:
    """The program's own vocabularies, where no root has one."""
    missing = set(VOCABULARIES) - {source.kind for source in found}
    return [Source(_OWN / f"{kind}.yml", f"content/{kind}.yml", kind) for kind in VOCABULARIES if kind in missing]


def _loaded(loading: _Loading) -> Loaded:
    vocabularies = {name: loading.vocabularies.get(name, {}) for name in VOCABULARIES}
    library = Library(loading.entries, vocabularies, loading.authors, loading.moved, loading.files)
    return Loaded(
        library, tuple(sorted(loading.problems)), loading.texts, loading.positions, loading.broken, loading.raw
    )


def validate(source: Source, reading: Reading, vocabularies: Mapping[str, Any]) -> tuple[Entry | None, list[Problem]]:
    """An entry from plain data, or all that its model has against it."""
    model = KINDS[source.kind]
    value = {**reading.value, "id": source.id}
    problems = []
    if "id" in reading.value:
        problems = _own_id(source, reading)
    try:
        return model.model_validate(value, context=vocabularies), problems
    except ValidationError as error:
        first = explain(error, reading, model, source.file)
        whole = _whole_entry(error, model, value, vocabularies)
        return None, problems + first + (explain(whole, reading, model, source.file) if whole else [])


def validate_table(source: Source, reading: Reading) -> tuple[Any, list[Problem]]:
    """A table from plain data, or None and all that its model has against it."""
    adapter = {"authors": tables.AUTHORS, "moved": tables.MOVED}.get(source.kind, tables.VOCABULARY)
    try:
        return adapter.validate_python(reading.value), []
    except ValidationError as error:
        model = tables.WrittenAuthor if source.kind == "authors" else tables.WrittenTerm
        return None, explain(error, reading, model, source.file, 1)


def _own_id(source: Source, reading: Reading) -> list[Problem]:
    hint = "Take the line out: the id is the path of the file."
    place = reading.positions.key(("id",))
    return [Problem(source.file, place, "id", "unknown-key", "'id' is not written in an entry", hint)]


def _whole_entry(
    error: ValidationError, model: type[Entry], value: dict[str, Any], context: Any
) -> ValidationError | None:
    """What rules about the whole entry would say, if only keys and words it does not know stand in their way."""
    refusals = error.errors(include_url=False)
    if any(refusal["type"] not in _LATER for refusal in refusals):
        return None
    for refusal in reversed(refusals):
        value = _without(value, refusal["loc"])
    try:
        model.model_validate(value, context=context)
    except ValidationError as whole:
        return whole
    return None


def _without(value: Any, loc: Sequence[str | int]) -> Any:
    """A copy of a value that lacks one part of it."""
    step, rest = loc[0], loc[1:]
    if isinstance(value, dict) and step in value:
        changed = {step: _without(value[step], rest)} if rest else {}
        return {key: changed.get(key, part) for key, part in value.items() if rest or key != step}
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return (*value[:step], *((_without(value[step], rest),) if rest else ()), *value[step + 1 :])
    return _without(value, rest) if rest else value
