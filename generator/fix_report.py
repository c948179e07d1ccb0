"""What ``huddlekit fix`` tells: every change with the line before and after, and what is left for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from generator.fix import Fixed
from generator.library.characters import visible
from generator.library.mending import Change, Mended
from generator.strings import look_up, say

_WIDTH = 100
_BEFORE = 30


def shown(mended: Mended) -> Iterator[str]:
    """The changes of a file in plain words, each with the line as it was and as it is."""
    yield click.style(visible(mended.file), bold=True)
    last: Change | None = None
    for chain in _chains(mended.changes):
        first = chain[0]
        goes_on = last is not None and len(chain) == 1 and (first.rule, first.line) == (last.rule, last.line + 1)
        if not goes_on:
            rules = ", ".join(dict.fromkeys(change.rule for change in chain))
            what = say("fix.then").join(dict.fromkeys(_what(change) for change in chain))
            yield say("fix.line", line=first.line, what=what, rule=rules)
        last = first if len(chain) == 1 and first.before else None
        yield from _pair(first.before, chain[-1].after)
    yield ""


def _chains(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Changes of one line that follow each other are shown as one."""
    chain: list[Change] = []
    for change in changes:
        if chain and not (change.before and change.line == chain[-1].line and change.before == chain[-1].after):
            yield chain
            chain = []
        chain.append(change)
    yield chain


def _what(change: Change) -> str:
    """What was done, in plain words."""
    gone = change.before and not change.after and change.rule in look_up("fix.gone")
    return say(f"fix.{'gone' if gone else 'rules'}.{change.rule}")


def _pair(was: str, now: str) -> Iterator[str]:
    before, after = _cut(was, now)
    for line in filter(None, before):
        yield click.style(f"      - {visible(line)}", fg="red")
    for line in filter(None, after):
        yield click.style(f"      + {visible(line)}", fg="green")


def _cut(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines as they are shown: long ones only around what differs."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) != 1 or len(new) != 1 or max(len(before), len(after)) <= _WIDTH:
        return [line[:_WIDTH] for line in old], [line[:_WIDTH] for line in new]
    shorter = min(len(before), len(after))
    differs = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    start = max(0, min(differs - _BEFORE, max(len(before), len(after)) - _WIDTH))
    lead = "…" if start else ""
    return [lead + before[start : start + _WIDTH]], [lead + after[start : start + _WIDTH]]


def as_diff(was: str, mended: Mended) -> Iterator[str]:
    """The changes of a file as a unified diff."""
    names = (f"a/{mended.file}", f"b/{mended.file}")
    lines = unified_diff(was.splitlines(), mended.text.splitlines(), *names, lineterm="")
    yield from map(visible, lines)


def summary(fixed: Fixed, root: Path, paths: Sequence[Path], dry_run: bool) -> Iterator[str]:
    """What was done, what was not, and what is left for a person."""
    changes, files = sum(len(one.changes) for one in fixed.mended), len(fixed.mended)
    if changes:
        counted = {"things": say("fix.things", count=changes), "files": say("fix.files", count=files)}
        yield click.style(say("fix.would" if dry_run else "fix.mended", **counted), fg="green")
    else:
        yield say("fix.nothing" if fixed.left else "fix.clean")
    errors = [problem for problem in fixed.left if problem.severity == "error"]
    warnings = len(fixed.left) - len(errors)
    if not fixed.left:
        yield from [say("fix.all_well_then" if dry_run else "fix.all_well")] if changes else []
        return
    if errors:
        files = len({problem.file for problem in errors})
        yield click.style(say("fix.left", count=len(errors), files=say("fix.files", count=files)), fg="red")
    if warnings:
        yield say("fix.warnings", count=warnings)
    yield say("fix.see", command=_command(root, paths))


def _command(root: Path, paths: Sequence[Path]) -> str:
    """The check that lists what is left, for the same files."""
    elsewhere = [] if root == Path.cwd() or str(root) in map(str, paths) else ["--root", str(root)]
    return " ".join(["huddlekit", "check", *map(str, paths), *elsewhere])
