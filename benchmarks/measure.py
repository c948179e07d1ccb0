"""Time what people wait for: reading, composing, a build from nothing, a build without changes.

    .venv/bin/python benchmarks/measure.py

Prints a table in Markdown, to be pasted into benchmarks/README.md with the date and the machine.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.check import check
from generator.compose.approaches import approaches
from generator.compose.compose import attempt
from generator.compose.request import request_of
from generator.library.load import read_library

ROOT = Path(__file__).parents[1]
PARTS = ("quotes", "content", "kits", "docs", "brand.yml", "mkdocs.yml")


def cpu(who: int = resource.RUSAGE_SELF) -> float:
    """Processor seconds used so far."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def timed(name: str, work: Callable[[], object], who: int = resource.RUSAGE_SELF) -> None:
    """Print a row: what, seconds on the clock, seconds of processor."""
    clock, processor = time.perf_counter(), cpu(who)
    work()
    print(f"| {name} | {time.perf_counter() - clock:.2f} | {cpu(who) - processor:.2f} |")


def compose_everything() -> None:
    """Every setting and approach at every whole length from 5 to 120 minutes, for eight people."""
    library = read_library([ROOT]).library
    for setting in library.vocabularies["settings"]:
        for approach in approaches().cores:
            for minutes in range(5, 121):
                attempt(request_of(library, setting, minutes, approach=approach, group=8), library)  # type: ignore[arg-type]


def build(root: Path) -> None:
    """The command, as people call it."""
    subprocess.run([sys.executable, "-m", "generator", "--root", str(root), "build"], check=True, capture_output=True)


def main() -> None:
    """Measure in a copy of the library, so that nothing here is touched."""
    print("| what | s | CPU s |\n|---|---|---|")
    timed("read the library", lambda: read_library([ROOT]))
    timed("check it and compose its kits", lambda: check(ROOT))
    timed("5,684 requests, no search for a nearest one", compose_everything)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in PARTS:
            (shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile)(ROOT / part, root / part)
        timed("build from nothing", lambda: build(root), resource.RUSAGE_CHILDREN)
        timed("build without changes", lambda: build(root), resource.RUSAGE_CHILDREN)


if __name__ == "__main__":
    main()
