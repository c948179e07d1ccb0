"""The swap: a release is made beside the last good one, and one symbolic link decides which of them is seen.

``build`` is that link. It points to ``.build/releases/<number>``; replacing it is one step, while a folder that is not
empty could not be replaced in one.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publish.store import place_tree
from generator.strings import say

HOME = ".build"
"""Folder of a root that holds releases, the store and the lock."""


class Unbuildable(Exception):
    """Somebody else holds the place where the output goes; the message says who and what to do."""


@contextmanager
def locked(root: Path) -> Iterator[Path]:
    """Hold a root for one build; gives the folder that builds work in.

    Raises Unbuildable when another build is at work, or when ``build`` is a folder that is not ours.
    """
    link, home = root / "build", root / HOME
    if link.exists() and not link.is_symlink():
        raise Unbuildable(say("build.occupied", folder=link))
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unbuildable(say("build.busy", folder=root)) from None
        yield home


def current(root: Path) -> Path | None:
    """The last good release, or None before the first."""
    link = root / "build"
    return link.resolve() if link.exists() else None


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """A new release to be filled; it becomes the current one when the block ends well, and is removed when not."""
    releases = root / HOME / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    _sweep(releases, keep=current(root))
    number = str(max((int(path.name) for path in releases.iterdir()), default=0) + 1)
    stage = releases / f"{number}.part"
    stage.mkdir()
    try:
        yield stage
        stage.rename(releases / number)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    fresh = root / HOME / "build.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(HOME) / "releases" / number)
    os.replace(fresh, root / "build")


def carry_over(release: Path | None, stage: Path, *, site: bool) -> None:
    """Take over from the last good release the kits that the new one does not have, and its site where wanted."""
    if release is None:
        return
    for kit in sorted((release / "kits").glob("*")):
        if not (stage / "kits" / kit.name).exists() and _listed(kit.name, stage):
            place_tree(kit, stage / "kits" / kit.name)
    for part in ("docs", "site") if site else ():
        if (release / part).exists():
            place_tree(release / part, stage / part)


def _listed(kit: str, stage: Path) -> bool:
    """Whether the manifest of the new release names a kit."""
    plans = json.loads((stage / "manifest.json").read_text(encoding="utf-8"))["plans"]
    return any(plan["path"].startswith(f"kits/{kit}/") for plan in plans)


def _sweep(releases: Path, keep: Path | None) -> None:
    """Remove what an interrupted build left and all releases but the last good one."""
    for path in releases.iterdir():
        if path.resolve() != keep:
            shutil.rmtree(path)
