"""Mending a library on disk: on a copy first, and only files that are proven there are written."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.check import check, only
from generator.library.checks import check as cross_check
from generator.library.load import Loaded, read_library
from generator.library.mending import FIXABLE, Mended, is_tidy, mend
from generator.library.problem import Problem

_ROUNDS = 4
_FOLDERS = ("quotes", "content", "kits")


@dataclass(frozen=True)
class Fixed:
    """What was mended, the texts as they were, and what is left for a person."""

    mended: tuple[Mended, ...]
    was: dict[str, str]
    left: tuple[Problem, ...]


def fix(root: Path, within: Sequence[Path], *, write: bool) -> Fixed:
    """Mend what can be mended in a library, or in some of its files and folders."""
    before = read_library([root])
    with TemporaryDirectory(prefix="huddlekit-") as folder:
        copy = Path(folder).resolve()
        copied = set(_copy(root, copy))
        inner = [copy / path.relative_to(root) for path in within if path.is_relative_to(root)]
        mended = _mend(copy, inner or [copy])
        after = check(copy).problems if mended else check(root).problems
        if mended:
            after += tuple(one for one in check_elsewhere(root, before) if one.file not in copied)
    if write:
        for one in mended:
            _write(root / one.file, one.text)
    left = only(after, root, within) if within else after
    return Fixed(mended, {one.file: before.sources[one.file] for one in mended}, tuple(sorted(set(left))))


def check_elsewhere(root: Path, before: Loaded) -> tuple[Problem, ...]:
    """What is wrong with files that were not copied: brand.yml, and those that cannot be read."""
    from generator.library.settings import read_settings

    return (*before.problems, *read_settings(root)[1])


def _copy(root: Path, copy: Path) -> Iterator[str]:
    """The files of a library in another place; gives their names."""
    files = [path for name in _FOLDERS for path in (root / name).rglob("*")] + [root / "moved.yml"]
    for name in _FOLDERS:
        if (root / name).is_dir():
            (copy / name).mkdir()
    for path in files:
        to = copy / path.relative_to(root)
        try:
            if path.is_symlink():
                to.parent.mkdir(parents=True, exist_ok=True)
                to.symlink_to(path.readlink())
            elif path.is_dir():
                to.mkdir(parents=True, exist_ok=True)
                continue
            elif stat.S_ISREG(path.stat().st_mode):
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, to)
        except OSError:
            continue
        yield path.relative_to(root).as_posix()


def _mend(root: Path, within: Sequence[Path]) -> tuple[Mended, ...]:
    """Mend files until nothing changes: what is mended in one can show what to do in another."""
    done: dict[str, Mended] = {}
    for _ in range(_ROUNDS):
        loaded = read_library([root])
        round = [found for file in _worth_a_look(loaded, root, within) if (found := mend(loaded, file))]
        for one in round:
            first = done[one.file].changes if one.file in done else ()
            done[one.file] = replace(one, changes=(*first, *one.changes))
            (root / one.file).write_bytes(one.text.encode("utf-8"))
        if not round:
            break
    return tuple(done[file] for file in sorted(done))


def _worth_a_look(loaded: Loaded, root: Path, within: Sequence[Path]) -> list[str]:
    """Files of this root in which something may be mended."""
    wrong = {problem.file for problem in (*loaded.problems, *cross_check(loaded)) if problem.rule in FIXABLE}
    return [
        file
        for file, text in sorted(loaded.sources.items())
        if (file in wrong or file in loaded.raw or not is_tidy(text))
        and any((root / file).is_relative_to(path) for path in within)
        and (root / file).is_file()
    ]


def _write(path: Path, text: str) -> None:
    """Put a new file in the place of an old one, in one step."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        shutil.copymode(path, part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
