"""Mending a library on disk: on a copy first, and only files that are proven there are written."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.check import check, only
from generator.library.checks import check as cross_check
from generator.library.load import Loaded, read_library
from generator.library.mending import FIXABLE, Mended, is_tidy, mend
from generator.library.problem import Problem
from generator.library.settings import BRAND_FILE, read_settings, with_brand
from generator.library.shelves import FOLDERS

_ROUNDS = 4
_LOGO = re.compile(r"""^logo: *["']?([^\s"'#]+)""", re.MULTILINE)


@dataclass(frozen=True)
class Fixed:
    """What was mended, the texts as they were, and what is left for a person."""

    mended: tuple[Mended, ...]
    was: dict[str, str]
    left: tuple[Problem, ...]


def fix(root: Path, within: Sequence[Path], *, write: bool) -> Fixed:
    """Mend what can be mended in a library, or in some of its files and folders."""
    before = read(root)
    with TemporaryDirectory(prefix="huddlekit-") as folder:
        copy = Path(folder).resolve()
        copied = set(_copy(root, copy, before))
        inner = [copy / path.relative_to(root) for path in within if path.is_relative_to(root)]
        mended = _mend(copy, inner or [copy])
        after = check(copy).problems if mended else check(root).problems
        if mended:
            after += tuple(one for one in _elsewhere(root, before) if one.file not in copied)
    if write:
        for one in mended:
            _write(root / one.file, one.text)
    left = only(after, root, within) if within else after
    return Fixed(mended, {one.file: before.sources[one.file] for one in mended}, tuple(sorted(set(left))))


def read(root: Path) -> Loaded:
    """A library with its brand.yml as one of its files."""
    return with_brand(read_library([root]), root)


def _elsewhere(root: Path, before: Loaded) -> tuple[Problem, ...]:
    """What is wrong with files that cannot be copied, because they cannot be read."""
    return (*before.problems, *read_settings(root)[1])


def _copy(root: Path, copy: Path, loaded: Loaded) -> Iterator[str]:
    """The files of a library in another place; gives the names of those that could be copied."""
    folders = [name for name in FOLDERS if (root / name).is_dir()]
    for name in folders:
        (copy / name).mkdir()
    for path in (*(path for name in folders for path in sorted((root / name).rglob("*"))), *_beside(root, loaded)):
        try:
            if _copied(path, copy / path.relative_to(root)):
                yield path.relative_to(root).as_posix()
        except OSError:
            continue


def _beside(root: Path, loaded: Loaded) -> list[Path]:
    """What stands beside the folders: ids that have moved, and the brand with its logo."""
    logo = _LOGO.search(loaded.sources.get(BRAND_FILE, ""))
    inside = logo and (root / logo[1]).resolve().is_relative_to(root.resolve())
    return [root / "moved.yml", root / BRAND_FILE, *([root / logo[1]] if logo and inside else [])]


def _copied(path: Path, to: Path) -> bool:
    """Copy a folder, a link or a plain file; anything else is not part of a library."""
    if path.is_symlink():
        to.symlink_to(path.readlink())
    elif path.is_dir():
        to.mkdir(exist_ok=True)
    elif path.is_file():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    return path.is_symlink() or path.is_file()


def _mend(root: Path, within: Sequence[Path]) -> tuple[Mended, ...]:
    """Mend files until nothing changes: what is mended in one can show what to do in another."""
    done: dict[str, Mended] = {}
    for _ in range(_ROUNDS):
        loaded = read(root)
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
    wrong = {
        problem.file
        for problem in (*loaded.problems, *cross_check(loaded), *read_settings(root)[1])
        if problem.rule in FIXABLE
    }
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
