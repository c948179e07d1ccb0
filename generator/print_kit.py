"""One composed plan, printed into a folder of the caller's: what ``huddlekit compose --out`` does."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.check import Checked
from generator.compose.plan import Plan
from generator.paper.job import print_options
from generator.publish import documents as printing
from generator.publish.documents import Tell
from generator.publish.manifest import as_text
from generator.publish.store import Store


def _clear(out: Path) -> None:
    """Take away the files of a kit that was printed here before, so that two sessions never lie mixed."""
    if (out / "plan.json").exists():
        for path in printing.possible_paths():
            (out / path).unlink(missing_ok=True)


def print_kit(plan: Plan, checked: Checked, out: Path, start: str | None, tell: Tell) -> list[Path]:
    """``out/a4/…pdf``, ``out/letter/…pdf`` and ``out/plan.json``; returns the files written."""
    options = print_options(checked.settings, start)
    wanted = list(printing.wanted(plan, "", checked.library, options, printing.fingerprint()))
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        printing.print_missing(wanted, store, os.cpu_count() or 1, tell)
        out.mkdir(parents=True, exist_ok=True)
        _clear(out)
        printing.lay_out(printing.made(wanted, store), store, out)
    (out / "plan.json").write_text(as_text(plan.as_json()), encoding="utf-8")
    return [out / document.path for document in wanted] + [out / "plan.json"]
