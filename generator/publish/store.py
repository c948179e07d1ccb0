"""The store of things made earlier, by digest, so that a rebuild makes only what changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path


class Store:
    """Files kept under ``folder`` by their digest. Writing is atomic: a name is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, name: str) -> Path:
        """Where a thing of this name is or would be."""
        return self.folder / name

    def has(self, name: str) -> bool:
        """Whether it was made earlier."""
        return self.path(name).exists()

    def put(self, name: str, content: bytes) -> None:
        """Keep ``content`` under ``name``."""
        handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, self.path(name))

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget everything else."""
        kept = set(names)
        for path in self.folder.iterdir():
            if path.name not in kept:
                path.unlink()


def place(source: Path, target: Path) -> None:
    """Copy a file to another place. A copy, not a link: whoever writes into an output must not reach the store."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def place_tree(source: Path, target: Path) -> None:
    """Copy a whole folder to another place."""
    shutil.copytree(source, target, copy_function=shutil.copyfile, dirs_exist_ok=True)
