"""Which files a proposal changes, and which mistakes it brings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path

from generator.check import Checked
from generator.library.problem import Problem


def listed(changed_from: Path | None) -> set[str]:
    """The files that a list names: one a line, or with a NUL after each, as ``git diff --name-only -z`` writes it."""
    if changed_from is None:
        return set()
    text = changed_from.read_bytes().decode("utf-8", "replace")
    return set(filter(None, text.split("\0") if "\0" in text else text.splitlines()))


def named(paths: Sequence[Path], root: Path, known: Set[str]) -> tuple[set[str], list[Path]]:
    """The files of a library at or below some paths, and the paths that lead to none."""
    files, strange = set[str](), list[Path]()
    for path in paths:
        below = {file for file in known if (root / file).is_relative_to(path.absolute())}
        files |= below
        if not below:
            strange.append(path)
    return files, strange


def brought(checked: Checked, files: Set[str], standing: Checked | None) -> list[Problem]:
    """The errors in changed files, and those elsewhere that are not there as the library stands."""
    before = {(each.file, each.rule, each.message) for each in standing.problems} if standing else set()
    errors = [each for each in checked.problems if each.severity == "error"]
    return [each for each in errors if each.file in files or (each.file, each.rule, each.message) not in before]
