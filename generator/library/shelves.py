"""Which files of a folder are entries, what their ids are, and which should not be where they are."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.library.fields import ID_PATTERN
from generator.library.likeness import nearest
from generator.library.models import KINDS
from generator.library.problem import Place, Problem

TOP = ("quotes", "kits")
"""Kinds whose folder stands at the top; every other one stands in content/."""

FOLDERS = (*TOP, "content")
"""What a library is laid out in."""

TABLES = {
    "content/themes.yml": "themes",
    "content/settings.yml": "settings",
    "content/audiences.yml": "audiences",
    "content/authors.yml": "authors",
    "moved.yml": "moved",
}
"""Files that are tables, not entries."""

_ID = re.compile(ID_PATTERN)
_KEPT = ("readme.md",)


@dataclass(frozen=True)
class Source:
    """A file of the library: an entry, or a table."""

    path: Path
    file: str
    """Relative to its root, with slashes."""
    kind: str
    """Name of its folder in KINDS, or of its table."""
    id: str = ""


@dataclass
class Shelves:
    """What stands in one root."""

    root: Path
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def say(self, file: str, rule: str, message: str, hint: str, likely: str = "") -> None:
        """Note a file that is not where, or not named as, it should be."""
        file, message = (text.encode("utf-8", "replace").decode("utf-8") for text in (file, message))
        self.problems.append(Problem(file, Place(), "", rule, message, hint, likely=likely))


def look_through(root: Path) -> Shelves:
    """Every file of a root that belongs to the library, in the order of their names."""
    shelves = Shelves(root)
    folders = []
    for name in FOLDERS:
        if (root / name).is_symlink():
            shelves.say(name, "not-a-file", f"{name} is a link, not a folder", "Put the folder itself here.")
        elif (root / name).is_dir():
            folders.append(name)
    if not folders and not shelves.problems:
        hint = "Give the folder that holds them with --root."
        shelves.say(".", "no-library", "there is no quotes/, kits/ or content/ folder here", hint)
    for name in folders:
        if name == "content":
            _content(shelves)
        else:
            _shelf(shelves, name, name)
    moved = root / "moved.yml"
    if moved.is_symlink():
        shelves.say("moved.yml", "not-a-file", "this is a link, not a file", "Put the file itself here.")
    elif moved.is_file():
        shelves.sources.append(Source(moved, "moved.yml", "moved"))
    return shelves


def _listing(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from sorted((entry for entry in entries if entry.name[0] not in "._"), key=lambda entry: entry.name)


def _content(shelves: Shelves) -> None:
    for entry in _listing(shelves.root / "content"):
        file = f"content/{entry.name}"
        if file in TABLES:
            if _plain(shelves, entry, file):
                shelves.sources.append(Source(Path(entry.path), file, TABLES[file]))
        elif entry.is_dir(follow_symlinks=False):
            if entry.name in KINDS and entry.name not in TOP:
                _shelf(shelves, entry.name, file)
            else:
                message = f"{file}/ is not a folder of entries"
                shelves.say(file, "unknown-folder", message, *_folder_hint(entry.name))
        elif entry.name.lower() not in _KEPT:
            hint = "Entries stand in a folder of their kind, such as content/questions/."
            shelves.say(file, "stray-file", f"{entry.name} is none of the tables that stand here", hint)


def _folder_hint(name: str) -> tuple[str, str]:
    """What to do about a folder, and the folder that was probably meant."""
    if name in TOP:
        return f"{name}/ stands at the top, beside content/.", name
    known = [folder for folder in KINDS if folder not in TOP]
    likely = nearest(name, known)
    if likely is None:
        return f"Folders here: {', '.join(known)}.", ""
    return f"Did you mean content/{likely}/?", f"content/{likely}"


def _shelf(shelves: Shelves, kind: str, folder: str) -> None:
    for entry in _listing(shelves.root / folder):
        file = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _ID.match(entry.name):
                _shelf(shelves, kind, file)
            else:
                message = f"'{entry.name}' is not a name for a folder: lower-case a-z, 0-9 and hyphens"
                shelves.say(file, "file-name", message, f"Rename it to {_slug(entry.name)}.")
        elif entry.name.lower() not in _KEPT and _plain(shelves, entry, file) and _named(shelves, entry.name, file):
            id = file.removeprefix("content/").removesuffix(".yml")
            shelves.sources.append(Source(Path(entry.path), file, kind, id))


def _plain(shelves: Shelves, entry: os.DirEntry[str], file: str) -> bool:
    """Nothing but a plain file: a link could show what lies outside the library."""
    if stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return True
    what = "a link, not a file" if entry.is_symlink() else "no plain file"
    shelves.say(file, "not-a-file", f"this is {what}", "Put the file itself here.")
    return False


def _named(shelves: Shelves, name: str, file: str) -> bool:
    stem, dot, suffix = name.rpartition(".")
    if dot and suffix == "yml" and _ID.match(file.removeprefix("content/").removesuffix(".yml")):
        return True
    message = f"'{name}' is not a name for an entry: lower-case a-z, 0-9 and hyphens, then .yml"
    shelves.say(file, "file-name", message, f"Rename it to {_slug(stem or name)}.yml.")
    return False


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "entry"
