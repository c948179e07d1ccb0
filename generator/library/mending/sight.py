"""One file of a library as it reads at the moment: its lines, its values, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.library.brand import Brand
from generator.library.characters import LINE_END
from generator.library.checks import check
from generator.library.library import Library
from generator.library.load import Loaded, validate, validate_table
from generator.library.models import KINDS, Entry
from generator.library.positions import KeyPath
from generator.library.problem import Place, Problem, is_sound
from generator.library.reader import read
from generator.library.reading import ENTRY, TABLE, Reading
from generator.library.schema import BRAND
from generator.library.settings import brand_of
from generator.library.shelves import TABLES, Source


@dataclass(frozen=True)
class Sight:
    """A text, and all that the checks say about it alone."""

    loaded: Loaded
    source: Source
    text: str
    reading: Reading
    entry: Entry | None
    """The entry, where nothing stands against it."""
    written: tuple[Problem, ...]
    """What is wrong with how the file is written."""
    meant: tuple[Problem, ...]
    """What is wrong with what stands in it."""

    @property
    def model(self) -> type[BaseModel] | None:
        """What may stand in the file; None for a table."""
        return Brand if self.source.kind == BRAND else KINDS.get(self.source.kind)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything, in the order in which it is worth mending."""
        return tuple(sorted(self.written)) + tuple(sorted(self.meant))

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return LINE_END.split(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The index at which each line starts."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def at(self, line: int, column: int = 1) -> int:
        """The index of a place, both counted from 1."""
        line = min(line, len(self.starts))
        return min(self.starts[line - 1] + column - 1, len(self.text))

    def span(self, place: Place) -> tuple[int, int]:
        """The indexes of a place."""
        return self.at(place.line, place.column), self.at(place.end_line, place.end_column)

    def line_of(self, index: int) -> int:
        """The line, from 1, that an index stands in."""
        return sum(start <= index for start in self.starts)

    def value(self, path: KeyPath) -> Any:
        """What was read at a path; None where nothing was."""
        found: Any = self.reading.value
        for step in path:
            inside = isinstance(found, dict) and step in found
            inside = inside or (isinstance(found, tuple) and isinstance(step, int) and step < len(found))
            if not inside:
                return None
            found = found[step]
        return found

    def nothing_on(self, line: int) -> list[KeyPath]:
        """Where values stand that start on a line (from 1) and are empty, or could not be read."""
        places = self.reading.positions
        empty = {path for path, value in leaves(self.reading.value) if value == ""}
        found = (path for path in sorted(empty | self.reading.broken, key=str) if path in places)
        return [path for path in found if places.value(path).line == line]

    def cut(self, place: Place) -> str:
        """What stands at a place, letter by letter."""
        start, end = self.span(place)
        return self.text[start:end]


def leaves(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every text in a value, and every list or set of keys that is empty, with where it stands."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, tuple) and value:
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    elif value is not None:
        yield path, value


def source_of(file: str) -> Source:
    """What a file of the library holds, from its path alone."""
    if file == "brand.yml":
        return Source(Path(file), file, BRAND)
    if file in TABLES:
        return Source(Path(file), file, TABLES[file])
    id = file.removeprefix("content/").removesuffix(".yml")
    return Source(Path(file), file, id.partition("/")[0], id)


def look(loaded: Loaded, file: str, text: str) -> Sight:
    """A text as it would read in the place of a file, with what the checks would say."""
    source = source_of(file)
    reading = read(text, file, TABLE if file in TABLES else ENTRY)
    entry, meant = _understood(loaded, source, reading)
    if not is_sound((*reading.problems, *meant)):
        entry = None
    sight = Sight(loaded, source, text, reading, entry, tuple(dict.fromkeys(reading.problems)), ())
    return replace(sight, meant=tuple(dict.fromkeys((*meant, *_together(sight)))))


def _understood(loaded: Loaded, source: Source, reading: Reading) -> tuple[Entry | None, list[Problem]]:
    """The entry that stands in a file, if one does, and what its model has against it."""
    if source.kind == BRAND:
        return None, brand_of(reading)[1]
    if source.id:
        return validate(source, reading, loaded.library.vocabularies)
    return None, validate_table(source, reading)[1]


def _together(sight: Sight) -> tuple[Problem, ...]:
    """What the checks of the whole library say about this file: a library in which the others only exist."""
    loaded, file, entry = sight.loaded, sight.source.file, sight.entry
    if entry is None:
        return ()
    library = loaded.library
    others = {**{id: library.files[id] for id in library.entries}, **loaded.broken}
    others.pop(entry.id, None)
    alone = Library({entry.id: entry}, library.vocabularies, {}, library.moved, {entry.id: file})
    return check(Loaded(alone, (), {file: sight.text}, {file: sight.reading.positions}, others))
