"""A new entry before it is written: laid over the library and checked there, so that only what it adds is said."""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.check import refusals
from generator.compose.kits import compose_kits
from generator.library.checks import check
from generator.library.library import Library
from generator.library.load import Loaded, read_library
from generator.library.models import Entry, KitRecipe
from generator.library.problem import Problem, is_sound
from generator.write.ids import file_of
from generator.write.yaml_text import yaml_text

_SCHEMAS = ".vscode/schemas"


@dataclass(frozen=True)
class Draft:
    """An entry that is not in the library yet."""

    kind: str
    id: str
    data: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Where it will stand, relative to the root."""
        return file_of(self.id)

    @property
    def text(self) -> str:
        """What will stand in its file."""
        return yaml_text(self.data)


@dataclass(frozen=True)
class Trial:
    """A library as it would be with some drafts, and every problem that they bring with them."""

    loaded: Loaded
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """No errors; warnings may stand."""
        return is_sound(self.problems)

    def entry(self, draft: Draft) -> Entry | None:
        """The draft as an entry, if it is one."""
        return self.loaded.library.entries.get(draft.id)


class Taken(Container[str]):
    """The ids nobody can have any more: of entries, broken ones included, and those that were moved."""

    def __init__(self, loaded: Loaded, root: Path) -> None:
        self._known = {*loaded.library.entries, *loaded.broken, *loaded.library.moved}
        self._root = root

    def __contains__(self, id: object) -> bool:
        return id in self._known or (self._root / file_of(str(id))).exists()

    def add(self, id: str) -> None:
        """One more."""
        self._known.add(id)


def try_out(root: Path, known: Loaded, drafts: Sequence[Draft]) -> Trial:
    """Check drafts within the library of a root, without writing anything there."""
    with tempfile.TemporaryDirectory(prefix="huddlekit-") as folder:
        for draft in drafts:
            write_new(Path(folder) / draft.file, draft.text)
        loaded = read_library([root, Path(folder)])
    before = {_bare(problem) for problem in (*known.problems, *check(known))}
    found = {*loaded.problems, *check(loaded, {draft.file for draft in drafts}), *_kits(loaded, drafts)}
    return Trial(loaded, tuple(sorted(problem for problem in found if _bare(problem) not in before)))


def _bare(problem: Problem) -> tuple[str, ...]:
    """A problem without its place."""
    return problem.file, problem.field, problem.rule, problem.message


def _kits(loaded: Loaded, drafts: Iterable[Draft]) -> list[Problem]:
    """What keeps a new kit from being composed."""
    new = {draft.id for draft in drafts if draft.kind == "kit"}
    entries = loaded.library.entries
    kept = {id: entry for id, entry in entries.items() if id in new or not isinstance(entry, KitRecipe)}
    if not new & entries.keys():
        return []
    library: Library = replace(loaded.library, entries=kept)
    _, refused = compose_kits(library)
    return [problem for one in refused for problem in refusals(one, loaded)]


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError, or another OSError; then nothing is left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def modeline(root: Path, kind: str, file: str) -> str:
    """The line that tells an editor which schema holds, where the root has schemas for editors; else nothing."""
    schema = f"{_SCHEMAS}/{kind}.json"
    if not (root / schema).is_file():
        return ""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{schema}\n"
