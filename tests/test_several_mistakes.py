"""Several mistakes in one file: all are told at once, and nothing is said about lines that are right."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.library.checks import check
from generator.library.load import read_library

QUOTE = """\
text: A calm word travels further than a loud one.
author: Ida Example
work: Notes from the Counter
locator: chapter 2
status: verified
rights: {basis: quotation}
themes: [kindness, service]
plays: [open, react]
ask:
  - When was this true for you?
  - When was it not?
use_when: A team needs a calm start.
"""
ACTIVITY = """\
title: Pass it on
purpose: To feel what a calm start does.
minutes: {least: 10, most: 10}
group: {least: 4, most: 20}
steps:
  - ask: Who was calm with you?
    minutes: 4
  - do: Pass the thanks on.
    minutes: 6
debrief:
  what: [What happened?]
  so_what: [What does it tell us?]
  now_what: [What will we do?]
remote: Do it in pairs.
themes: [empathy]
"""
FILES = {"quotes/x.yml": QUOTE, "content/activities/x.yml": ACTIVITY}


def slips(line: str) -> Iterator[str]:
    """The line as somebody types it who makes one mistake."""
    indent, body = line[: len(line) - len(line.lstrip())], line.strip()
    dash = "- " if body.startswith("- ") else ""
    key, colon, value = body.removeprefix(dash).partition(": ")
    start = f"{indent}{dash}{key}: " if colon else indent + dash
    value = value or body.removeprefix(dash)
    if body.endswith(":"):
        return
    if value[0] in "[{":
        yield from (start + value[:-1], start.rstrip() + value)
        return
    yield from (f"{start}So: {value}", f"{start}@{value}", f'{start}"{value}', f"{start}*{value}", f"{start}!{value}")
    yield from (f"{start}%{value}", f"{start}{value[:3]}\u200b{value[3:]}", f'{start}"\\q{value}"')
    if colon:
        yield from (start.rstrip() + value, f"{start}>- {value}", f"{start}- {value}", f"{start}{value} #1")


def swallowing(line: str) -> Iterator[str]:
    """Slips after which YAML may take a line for a part of the one above."""
    key, colon, value = line.partition(": ")
    if colon and value and line[0].isalpha():
        yield from (f"{key} {value}", f"  {line}")


def told(folder: Path, file: str, lines: list[str]) -> set[int]:
    """The lines, from 0, about which something is said."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    loaded = read_library([folder])
    return {problem.place.line - 1 for problem in (*loaded.problems, *check(loaded))}


def parts(lines: list[str]) -> list[int]:
    """For each line, the entry it belongs to."""
    numbers, current = [], -1
    for number, line in enumerate(lines):
        current = number if line[0].isalpha() else current
        numbers.append(current)
    return numbers


@pytest.mark.parametrize("file", FILES)
def test_one_slip_is_told_where_it_is(file: str, tmp_path: Path) -> None:
    """Whatever the slip and wherever it is, its line is named, and no other one."""
    lines = FILES[file].splitlines()
    for number, line in enumerate(lines):
        for slip in (*slips(line), *swallowing(line)):
            assert told(tmp_path, file, [*lines[:number], slip, *lines[number + 1 :]]) == {number}, slip


@pytest.mark.parametrize("file", FILES)
def test_three_slips_are_told_in_one_run(file: str, tmp_path: Path) -> None:
    """Three mistakes in three entries of a file are all told, and no line that is right is blamed for them."""
    lines, draw = FILES[file].splitlines(), random.Random(7)
    for _ in range(200):
        spoilt, wrong = list(lines), set()
        for part in draw.sample(sorted(set(parts(lines))), 3):
            inside = [n for n, each in enumerate(parts(lines)) if each == part and lines[n][-1] != ":"]
            number = draw.choice(inside)
            spoilt[number] = draw.choice(list(slips(lines[number])))
            wrong.add(number)
        assert told(tmp_path, file, spoilt) == wrong, "\n".join(spoilt)


@pytest.mark.parametrize("file", FILES)
def test_a_line_that_is_right_is_never_blamed(file: str, tmp_path: Path) -> None:
    """Also where one mistake hides another one, nothing is said to be missing that is there, or wrong that is right."""
    lines, draw = FILES[file].splitlines(), random.Random(11)
    for _ in range(300):
        spoilt, wrong = list(lines), set()
        for number in draw.sample(range(len(lines)), 3):
            choices = [*slips(lines[number]), *swallowing(lines[number])]
            if choices:
                spoilt[number] = draw.choice(choices)
                wrong.add(number)
        found = told(tmp_path, file, spoilt)
        assert found <= wrong, "\n".join(spoilt)
        assert bool(found) == bool(wrong)
