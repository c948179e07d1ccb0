"""Signs with which YAML says things to programs: marks of blocks, anchors and their aliases, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.library.mending.parts import Edit, Mender, Repair, path_of
from generator.library.mending.quoting import enclose
from generator.library.mending.sight import Sight
from generator.library.mending.stretch import within
from generator.library.problem import Problem
from generator.library.syntax import indent_of


def _mark(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A text behind ``>-`` moves to the line below, to where it goes on or two spaces further in than its key."""
    number = problem.place.line - 1
    line, start = sight.lines[number], sight.at(number + 1)
    found = re.match(r"(?P<lead> *(?:- +)*)(?:[A-Za-z_]+: +)?(?P<mark>[|>][-+]?)(?P<gap> +)(?=\S)", line)
    if not found:
        return
    below = next((each for each in sight.lines[number + 1 :] if each.strip()), "")
    column = indent_of(below) if indent_of(below) > len(found["lead"]) else len(found["lead"]) + 2
    yield Repair((Edit(start + found.start("gap"), start + found.end(), "\n" + " " * column),))
    rest = line[found.end() :].strip()
    yield Repair((Edit(start + found.start("mark"), start + len(line.rstrip()), within(rest)),), reads=(rest,))


def _alias(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """``*emphasis* words`` are a text, unless the file has an anchor of that name."""
    name = re.match(r"\*([\w-]*)", sight.text[sight.at(problem.place.line, problem.place.column) :])
    if name and f"&{name[1]}" not in sight.text:
        yield from enclose(sight, problem)


def _tag(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """``!!str`` says what goes without saying; a text that starts with ! goes in quotes."""
    start = sight.at(problem.place.line, problem.place.column)
    rest = sight.text[start:].partition("\n")[0]
    if found := re.match(r"!!(?:str|int|bool|seq|map|float)(?: +|$)", rest):
        yield Repair((Edit(start, start + found.end(), ""),), rewords=True, now=_as_read(sight, problem))
    elif not rest.startswith("!!"):
        yield from enclose(sight, problem)


def _as_read(sight: Sight, problem: Problem) -> dict[tuple[str | int, ...], object]:
    return {path_of(problem): sight.value(path_of(problem))}


def _anchor(sight: Sight, problem: Problem) -> Iterator[Repair]:
    """A name that nobody uses, given to a list or to keys, or to a text in a way that only a program would."""
    start = sight.at(problem.place.line, problem.place.column)
    found = re.match(r"&([\w-]+)([ \t]*)(?=(\n)|.)", sight.text[start:])
    if not found or re.search(rf"\*{re.escape(found[1])}\b", sight.text):
        return
    value = sight.value(path_of(problem))
    technical = isinstance(value, dict | tuple) or bool(re.fullmatch(r"[a-z]{1,2}|\w*[\d_]\w*", found[1]))
    if technical:
        lead = 1 if found[3] and sight.text[start - 1] == " " else 0
        yield Repair((Edit(start - lead, start + found.end(2), ""),), rewords=True)
    elif path_of(problem):
        yield from (replace(each, now={path_of(problem): each.reads[0]}) for each in enclose(sight, problem))


MENDERS: dict[str, Mender] = {"text-after-mark": _mark, "alias": _alias, "tag": _tag, "anchor": _anchor}
