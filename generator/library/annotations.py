"""Problems as GitHub shows them: annotations at the lines of a pull request, and a summary in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from types import MappingProxyType

from generator.library.characters import LINE_END, visible
from generator.library.problem import Problem
from generator.library.report import counted, tally
from generator.strings import say

ANNOTATIONS = 10
"""GitHub shows this many of a step and drops the rest without a word."""

LISTED = 200
"""So many problems are listed in a summary; the others are counted."""

CORRECTED = 200_000
"""So many characters of corrected files fit into a summary, which GitHub cuts at a megabyte."""

_NONE: Mapping[str, str] = MappingProxyType({})


def as_github(problems: Sequence[Problem], elsewhere: Sequence[Problem] = ()) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request: errors first, ten at most.

    What is wrong ``elsewhere``, in files that did not change, comes below as notices.
    """
    lines = [_annotation(problem, problem.severity, problem.rule) for problem in _errors_first(problems)[:ANNOTATIONS]]
    room = max(0, ANNOTATIONS - 1 - len(lines))
    for problem in _errors_first(elsewhere)[:room]:
        lines.append(_annotation(problem, "notice", say("check.elsewhere_title", rule=problem.rule)))
    if more := len(problems) + len(elsewhere) - len(lines):
        lines.append("::notice::" + say("check.more_in_summary", number=f"{more:,}"))
    closing = [say("check.elsewhere", counted=tally(elsewhere))] if elsewhere else []
    return "\n".join((*lines, counted(problems), *closing))


def _errors_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity)


def _annotation(problem: Problem, level: str, title: str) -> str:
    place = problem.place
    values = {"file": problem.file, "line": place.line, "col": place.column, "endLine": place.end_line}
    if place.end_line == place.line:
        values["endColumn"] = place.end_column
    values["title"] = title
    head = ",".join(f"{key}={_escape_value(str(value))}" for key, value in values.items())
    return f"::{level} {head}::{_escape('. '.join(filter(None, (problem.message, problem.hint))))}"


def _escape(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _escape_value(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def summary_markdown(
    problems: Sequence[Problem], elsewhere: Sequence[Problem] = (), corrected: Mapping[str, str] = _NONE
) -> str:
    """Everything in plain words, for the summary page of a run: file by file, with the corrected text to copy.

    ``corrected`` holds the whole text of files that can be put right, by their names.
    """
    clean = say("check.changed_clean") if elsewhere and not problems else counted(problems)
    lines = [f"## {say('check.title')}", "", clean, ""]
    room = CORRECTED
    for file, found in groupby(sorted(islice(problems, LISTED)), key=lambda problem: problem.file):
        lines += _file(file, list(found))
        text = corrected.get(file, "")
        if text and len(text) <= room:
            room -= len(text)
            lines += [say("check.corrected"), "", *_fenced(text), ""]
    if more := problems[LISTED:]:
        lines += [say("check.more", number=f"{len(more):,}"), ""]
    return "\n".join([*lines, *_elsewhere(elsewhere)])


def _file(file: str, problems: Sequence[Problem]) -> Iterator[str]:
    """One file: what was found where, and what to do."""
    yield from (f"### {inert(file)}", "", _row("line", "found", "what"), "| ---: | --- | --- |")
    for problem in problems:
        found = f"{inert(problem.message)} ({problem.severity}: {problem.rule})"
        yield f"| {problem.place.line} | {found} | {inert(problem.hint)} |"
    yield ""


def _elsewhere(problems: Sequence[Problem]) -> Iterator[str]:
    """What is wrong in files that did not change: nobody has to mend it here."""
    if not problems:
        return
    yield from (f"### {say('check.elsewhere', counted=tally(problems))}", "", say("check.elsewhere_about"), "")
    yield from (_row("where", "found"), "| --- | --- |")
    for problem in problems[:LISTED]:
        yield f"| {inert(problem.file)}, {say('check.line', line=problem.place.line)} | {inert(problem.message)} |"
    if more := problems[LISTED:]:
        yield from ("", say("check.more", number=f"{len(more):,}"))
    yield ""


def _row(*columns: str) -> str:
    return f"| {' | '.join(say(f'check.columns.{name}') for name in columns)} |"


def _fenced(text: str) -> Iterator[str]:
    """A text between fences that it cannot close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}yaml"
    yield from (visible(line) for line in LINE_END.split(text.rstrip()))
    yield fence


def inert(text: str) -> str:
    """One line of Markdown in which nothing is markup, a link, or a mention of anybody."""
    plain = visible(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    marked = re.sub(r"([\\`*_{}\[\]|~!])", r"\\\1", plain)
    marked = re.sub(r"[@#](?=\w)", lambda found: f"{found[0]}&#8203;", marked)
    return re.sub(r"(:)(?=//)|(?<=www)(\.)", lambda found: f"&#{ord(found[0])};", marked, flags=re.IGNORECASE)
