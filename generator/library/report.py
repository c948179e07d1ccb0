"""Problems in print: text with the line and carets for people, JSON for scripts, annotations for GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.library.characters import visible
from generator.library.problem import Problem

ANNOTATIONS = 10
"""GitHub shows this many of a step and drops the rest without a word."""

_WIDTH = 110
_BEFORE = 30


def exit_code(problems: Sequence[Problem]) -> int:
    """0 when nothing but warnings was found, else 1."""
    return int(any(problem.severity == "error" for problem in problems))


def counted(problems: Sequence[Problem]) -> str:
    """The closing sentence: how many of which, in how many files."""
    if not problems:
        return "No problems found."
    errors = sum(problem.severity == "error" for problem in problems)
    files = len({problem.file for problem in problems})
    parts = [_plural(errors, "error"), _plural(len(problems) - errors, "warning")]
    sentence = " and ".join(part for part in parts if not part.startswith("0 "))
    return f"{sentence} in {_plural(files, 'file')}." + ("" if errors else " Warnings stop nothing.")


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def print_text(problems: Sequence[Problem], sources: Mapping[str, str], console: Console) -> None:
    """Every problem with its line, carets below it and what to do; in colour where the console has any."""
    lines: dict[str, list[str]] = {}
    for problem in problems:
        if problem.file in sources and problem.file not in lines:
            lines[problem.file] = re.split(r"\r\n|\r|\n", sources[problem.file])
        _print_one(problem, lines.get(problem.file, []), console)
    style = "bold red" if exit_code(problems) else "green" if not problems else "yellow"
    console.print(Text(counted(problems), style=style), soft_wrap=True)


def _print_one(problem: Problem, lines: Sequence[str], console: Console) -> None:
    colour = "red" if problem.severity == "error" else "yellow"
    head = Text.assemble(
        (f"{visible(problem.file)}:{problem.place.line}:{problem.place.column}: ", "bold"),
        (f"{problem.severity} {problem.rule}: ", f"bold {colour}"),
        visible(problem.message),
    )
    console.print(head, soft_wrap=True)
    if problem.place.line <= len(lines) and lines[problem.place.line - 1].strip():
        source, carets = excerpt(problem, lines[problem.place.line - 1])
        number = f"{problem.place.line:>5} | "
        console.print(Text.assemble((number, "dim"), source), soft_wrap=True)
        console.print(Text.assemble((" " * 5 + " | ", "dim"), (carets, colour)), soft_wrap=True)
    if problem.hint:
        console.print(Text.assemble((" " * 5 + " = ", "dim"), visible(problem.hint)), soft_wrap=True)
    console.print()


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


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request; errors first, ten at most."""
    ordered = sorted(problems, key=lambda problem: problem.severity)
    lines = [_annotation(problem) for problem in ordered[:ANNOTATIONS]]
    if len(ordered) > ANNOTATIONS:
        lines.append(f"::notice::{len(ordered) - ANNOTATIONS:,} more in the summary of this run")
    return "\n".join((*lines, counted(problems)))


def _annotation(problem: Problem) -> str:
    place = problem.place
    values = {"file": problem.file, "line": place.line, "col": place.column, "endLine": place.end_line}
    if place.end_line == place.line:
        values["endColumn"] = place.end_column
    values["title"] = problem.rule
    head = ",".join(f"{key}={_escape_value(str(value))}" for key, value in values.items())
    return f"::{problem.severity} {head}::{_escape('. '.join(filter(None, (problem.message, problem.hint))))}"


def _escape(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _escape_value(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def summary_markdown(problems: Sequence[Problem]) -> str:
    """The full list for the summary page of a GitHub run."""
    rows = [
        f"| {_markdown(problem.file)}:{problem.place.line}:{problem.place.column} | {problem.severity} {problem.rule} "
        f"| {_markdown(problem.message)} | {_markdown(problem.hint)} |"
        for problem in problems
    ]
    table = ["", "| where | what | message | what to do |", "| --- | --- | --- | --- |", *rows] if rows else []
    return "\n".join(("## Content check", "", counted(problems), *table, ""))


def _markdown(text: str) -> str:
    """Text that stays text in a table of Markdown."""
    plain = visible(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]#|~@!])", r"\\\1", plain)
