"""The swap: a release is made beside the last good one, and one symbolic link decides which of them is seen.

``build/kits``, ``build/docs``, ``build/site`` and ``build/manifest.json`` are links through ``build/.current``, which
points to ``build/.releases/<number>``. Replacing ``.current`` is one step; a folder that is not empty could not be
replaced in one.
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

PARTS = ("kits", "docs", "site", "manifest.json")


class Busy(Exception):
    """Another build is at work in the same folder."""


@contextmanager
def locked(build: Path) -> Iterator[None]:
    """Hold the build folder for one build. Raises Busy when another build holds it."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(str(build)) from None
        yield


def current(build: Path) -> Path | None:
    """The last good release, or None before the first."""
    link = build / ".current"
    return link.resolve() if link.exists() else None


@contextmanager
def staging(build: Path) -> Iterator[Path]:
    """A new release to be filled; it becomes the current one when the block ends well, and is removed when not."""
    releases = build / ".releases"
    releases.mkdir(parents=True, exist_ok=True)
    _sweep(releases, keep=current(build))
    numbers = [int(path.name) for path in releases.iterdir() if path.name.isdigit()]
    number = str(max(numbers, default=0) + 1)
    stage = releases / f"{number}.part"
    stage.mkdir()
    try:
        yield stage
        stage.rename(releases / number)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    _point(build / ".current", Path(".releases") / number)
    for part in PARTS:
        _point(build / part, Path(".current") / part)


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


def _point(link: Path, target: Path) -> None:
    if link.is_symlink() and Path(os.readlink(link)) == target:
        return
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    os.replace(fresh, link)
