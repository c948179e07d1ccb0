"""Problems in print: text with the line and carets for people, JSON for scripts."""

from __future__ import annotations

import io
import json
import shlex
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.library.characters import LINE_END, visible
from generator.library.problem import Problem, is_sound
from generator.library.rules import mending
from generator.strings import say

_WIDTH = 110
_BEFORE = 30
_MARGIN = " " * 5 + " = "
_ELSEWHERE = 20
"""So many problems elsewhere are listed; the others are counted."""


def exit_code(problems: Sequence[Problem]) -> int:
    """0 when nothing but warnings was found, else 1."""
    return int(not is_sound(problems))


def counted(problems: Sequence[Problem]) -> str:
    """The closing sentence: how many of which, in how many files."""
    if not problems:
        return "No problems found."
    return f"{tally(problems)}." + ("" if exit_code(problems) else " Warnings stop nothing.")


def tally(problems: Sequence[Problem]) -> str:
    """How many errors and warnings in how many files, as part of a sentence."""
    errors = sum(problem.severity == "error" for problem in problems)
    files = len({problem.file for problem in problems})
    parts = [_plural(errors, "error"), _plural(len(problems) - errors, "warning")]
    return f"{' and '.join(part for part in parts if not part.startswith('0 '))} in {_plural(files, 'file')}"


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def print_text(
    problems: Sequence[Problem], sources: Mapping[str, str], console: Console, elsewhere: Sequence[Problem] = ()
) -> None:
    """Every problem with its line, carets below it and what to do; in colour where the console has any.

    What is wrong ``elsewhere``, in files that did not change, is listed below, a line each.
    """
    lines: dict[str, list[str]] = {}
    for problem in problems:
        if problem.file in sources and problem.file not in lines:
            lines[problem.file] = LINE_END.split(sources[problem.file])
        _print_one(problem, lines.get(problem.file, []), console)
    style = "bold red" if exit_code(problems) else "green" if not problems else "yellow"
    sentence = say("check.changed_clean") if elsewhere and not problems else counted(problems)
    console.print(Text(sentence, style=style), soft_wrap=True)
    if elsewhere:
        console.print()
        console.print(Text("\n".join(_elsewhere(elsewhere)), style="dim"), soft_wrap=True)


def problem_text(problem: Problem, source: str) -> str:
    """One problem as a terminal without colours shows it."""
    stream = io.StringIO()
    _print_one(problem, LINE_END.split(source), Console(file=stream, color_system=None, width=_WIDTH))
    return stream.getvalue().rstrip("\n")


def _elsewhere(problems: Sequence[Problem]) -> Iterator[str]:
    """What is wrong in files that did not change: counted, and a line each."""
    yield say("check.elsewhere", counted=tally(problems))
    for problem in problems[:_ELSEWHERE]:
        yield f"  {_head(problem)}{_flat(problem.message)}"
    if more := problems[_ELSEWHERE:]:
        yield say("check.elsewhere_more", count=len(more))


def _head(problem: Problem) -> str:
    place = problem.place
    return f"{_flat(problem.file)}:{place.line}:{place.column}: {problem.severity} {problem.rule}: "


def _print_one(problem: Problem, lines: Sequence[str], console: Console) -> None:
    colour = "red" if problem.severity == "error" else "yellow"
    head = Text.assemble(
        (f"{_flat(problem.file)}:{problem.place.line}:{problem.place.column}: ", "bold"),
        (f"{problem.severity} {problem.rule}: ", f"bold {colour}"),
        _flat(problem.message),
    )
    console.print(head, soft_wrap=True)
    if problem.place.line <= len(lines) and lines[problem.place.line - 1].strip():
        source, carets = excerpt(problem, lines[problem.place.line - 1])
        number = f"{problem.place.line:>5} | "
        console.print(Text.assemble((number, "dim"), source), soft_wrap=True)
        console.print(Text.assemble((" " * 5 + " | ", "dim"), (carets, colour)), soft_wrap=True)
    if problem.hint:
        console.print(Text.assemble((_MARGIN, "dim"), _flat(problem.hint)), soft_wrap=True)
    if fix := mending(problem):
        words = say(f"check.fix.{fix}", file=shown(problem.file))
        console.print(Text.assemble((_MARGIN, "dim"), words), soft_wrap=True)
    console.print()


def _flat(text: str) -> str:
    """Words that stay on their line: a file may be named so that a part of its name would be taken for a command."""
    return visible(LINE_END.sub("↵", text))


def shown(file: str) -> str:
    """A file as it is typed behind a command."""
    return shlex.quote(_flat(file))


def excerpt(problem: Problem, line: str) -> tuple[str, str]:
    """The line a problem is about, cut to fit, and carets under the place; a tab is one column."""
    place = problem.place
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    cut = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    shown = visible(line[cut : cut + _WIDTH].replace("\t", " "))
    marked = shown[start - cut : max(end, start + 1) - cut]
    return shown, " " * cell_len(shown[: start - cut]) + "^" * max(1, cell_len(marked))


def as_json(problems: Sequence[Problem]) -> str:
    """The contract of ``check --format json``."""
    return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "end_line": problem.place.end_line,
        "end_column": problem.place.end_column,
        "field": problem.field,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
