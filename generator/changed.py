"""What changed, and which problems belong to it: a pull request answers for its own files, not for those of others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.library.problem import Problem

_QUOTED = re.compile(rb"\\(?:([0-7]{3})|(.))")
_CODES = {b"t": b"\t", b"n": b"\n", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


class Sorted(NamedTuple):
    """Problems of what changed, and those of everything else."""

    yours: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]


def read_paths(listed: bytes) -> tuple[str, ...]:
    """The paths that ``git diff --name-only`` prints: one a line, odd ones in quotes; or with ``-z`` as they are."""
    if b"\0" in listed:
        return tuple(os.fsdecode(path) for path in listed.split(b"\0") if path)
    return tuple(os.fsdecode(_unquoted(line)) for line in re.split(rb"\r?\n", listed) if line.strip())


def _unquoted(line: bytes) -> bytes:
    if not (len(line) > 1 and line.startswith(b'"') and line.endswith(b'"')):
        return line
    return _QUOTED.sub(lambda found: bytes([int(found[1], 8) & 255]) if found[1] else _code(found[2]), line[1:-1])


def _code(letter: bytes) -> bytes:
    return _CODES.get(letter, letter)


def within(paths: Iterable[str | Path], root: Path) -> frozenset[PurePosixPath]:
    """Paths as the library names its files. They may be given from its root or from the working directory."""
    home = os.path.abspath(root)
    found = {os.path.normpath(os.path.join(base, path)) for path in paths for base in (home, os.getcwd())}
    inside = (path for path in found if path == home or path.startswith(home + os.sep))
    return frozenset(PurePosixPath(os.path.relpath(path, home)) for path in inside)


def sort_out(problems: Sequence[Problem], changed: frozenset[PurePosixPath]) -> Sorted:
    """Problems in changed files, and those elsewhere that name one of them: a kit that lacks what was deleted."""
    told = _naming(str(path) for path in changed if path.suffix == ".yml")
    yours, elsewhere = list[Problem](), list[Problem]()
    for problem in problems:
        mine = _touches(PurePosixPath(problem.file), changed) or told.search(f"{problem.message} {problem.hint}")
        (yours if mine else elsewhere).append(problem)
    return Sorted(tuple(yours), tuple(elsewhere))


def _naming(files: Iterable[str]) -> re.Pattern[str]:
    """What finds the name of one of these files, or the id of its entry, in a message."""
    names = {name for file in files for name in (file, file.removeprefix("content/").removesuffix(".yml"))}
    known = sorted(re.escape(name) for name in names if "/" in name or name.endswith(".yml"))
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(known)})(?![\w/-])" if known else r"(?!)")


def _touches(file: PurePosixPath, changed: frozenset[PurePosixPath]) -> bool:
    """A problem of a file that changed, of one in a folder that was named, or of the folder a changed file is in."""
    return any(file.is_relative_to(path) or path.is_relative_to(file) for path in changed)
