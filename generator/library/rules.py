"""The registry of rules: what each means, an example that breaks it and one that keeps it, whether it can be mended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.library.likeness import is_slip
from generator.library.problem import Problem
from generator.library.reader import load_own

_QUOTED = re.compile("'([^']*)'")
_DEFAULT = "quotes/a-calm-word.yml"


@dataclass(frozen=True)
class Rule:
    """One rule, as rules.yml tells it."""

    code: str
    group: str
    title: str
    why: str
    """What it means, in two or three sentences."""
    bad: Mapping[str, str]
    """File -> text of an example that breaks it; empty where none can be shown."""
    good: Mapping[str, str]
    """The same, put right."""
    beside: Mapping[str, str]
    """Files that stand beside both."""
    encoding: str = "utf-8"
    """How the files of the bad example are saved."""
    fix: str = ""
    """``true`` where ``huddlekit fix`` can mend it, ``perhaps`` where it often can, ``meant`` where it can once it is
    known which word was meant."""
    unshown: str = ""
    """Why it has no example."""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the file."""
    written = load_own(Path(__file__).with_name("rules.yml"))
    return {code: _rule(code, group, rule) for group, found in written.items() for code, rule in found.items()}


def _rule(code: str, group: str, written: Mapping[str, Any]) -> Rule:
    file = written.get("file", _DEFAULT)
    bad, good = (_files(written.get(which, {}), file) for which in ("bad", "good"))
    return Rule(
        code=code,
        group=group,
        title=written["title"],
        why=written["why"].strip(),
        bad=bad,
        good=good,
        beside=written.get("beside", {}),
        encoding=written.get("encoding", "utf-8"),
        fix=written.get("fix", ""),
        unshown=written.get("shown", ""),
    )


def _files(example: str | Mapping[str, str], file: str) -> Mapping[str, str]:
    return {file: example} if isinstance(example, str) else example


def mending(problem: Problem) -> str:
    """What can be expected of ``huddlekit fix``: ``true`` when it can mend a problem, ``perhaps``, or nothing."""
    fix = rules()[problem.rule].fix if problem.rule in rules() else ""
    return _meant(problem) if fix == "meant" else fix


def _meant(problem: Problem) -> str:
    """A word that has moved, or is a letter off, can be mended; one that is only near, perhaps."""
    written = _QUOTED.search(problem.message)
    sure = problem.rule == "moved-id" or (written is not None and is_slip(written[1], problem.likely))
    return ("true" if sure else "perhaps") if problem.likely else ""
