"""The examples of the rules, checked by the real checks: what a page says about a rule is what the command says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.library.checks import check
from generator.library.load import read_library
from generator.library.problem import Problem
from generator.library.rules import Rule
from generator.library.settings import read_settings


@dataclass(frozen=True)
class Shown:
    """An example, and what the checks said about it."""

    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    """File -> its text as it was read."""

    def of(self, code: str) -> Problem | None:
        """The first problem of a rule."""
        return next((problem for problem in self.problems if problem.rule == code), None)


def check_bad(rule: Rule) -> Shown:
    """What is said about the example that breaks a rule."""
    return _check({**rule.beside, **rule.bad}, rule.encoding, set(rule.bad))


def check_good(rule: Rule) -> Shown:
    """What is said about the example that keeps it."""
    return _check({**rule.beside, **rule.good}, "utf-8", set(rule.good))


def _check(files: Mapping[str, str], encoding: str, own: set[str]) -> Shown:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode(encoding if name in own else "utf-8"))
        loaded = read_library([root])
        _, unsettled = read_settings(root)
        problems = tuple(sorted((*loaded.problems, *check(loaded), *unsettled)))
        return Shown(problems, {**files, **loaded.sources})
