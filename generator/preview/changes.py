"""Which files a proposal changes, and which mistakes it brings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path

from generator.changed import read_paths, sort_out, within
from generator.check import Checked
from generator.library.problem import Problem


def changed(listed: bytes, paths: Sequence[Path], root: Path, known: Set[str]) -> tuple[set[str], list[Path]]:
    """The changed files, as the library names them: those of a list, and those at or below some paths. Beside them the
    paths at which nothing is known."""
    files = {str(file) for file in within(read_paths(listed), root)}
    strange = []
    for path in paths:
        named = within([path], root)
        below = {file for file in known if any(Path(file).is_relative_to(each) for each in named)}
        files |= below
        strange += [] if below else [path]
    return files, strange


def brought(checked: Checked, files: Set[str], root: Path, standing: Checked | None) -> list[Problem]:
    """The errors of changed files, and those elsewhere that are not there in the library as it stands."""
    before = {(each.file, each.rule, each.message) for each in standing.problems} if standing else set()
    errors = [each for each in checked.problems if each.severity == "error"]
    mine, others = sort_out(errors, within(files, root))
    return sorted([*mine, *(each for each in others if (each.file, each.rule, each.message) not in before)])
