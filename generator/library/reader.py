"""YAML text to plain values that know their position. (The only module that knows PyYAML.)"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.library.characters import LINE_END, scan
from generator.library.diagnosis import diagnose
from generator.library.masking import mask
from generator.library.positions import Positions, Spot
from generator.library.problem import Place, Problem
from generator.library.reading import ENTRY, Bounds, Reading
from generator.library.syntax import Fault
from generator.library.walk import Refused, Walk

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OWN: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REPAIRS = 12


def load_own(path: Path) -> Any:
    """Read one of the program's own YAML files; every scalar is text. Raises on a mistake, which is a bug."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_OWN)


def read(text: str, file: str, bounds: Bounds = ENTRY) -> Reading:
    """Read a file of ``key: value`` lines. Never raises: whatever is wrong with the text is among the problems.

    Where YAML stops at a mistake, the entry that holds it is blanked and the rest of the file read again.
    """
    reading = _read(text, file, bounds)
    return replace(reading, problems=_inside(reading.problems, text)) if reading.problems else reading


def _inside(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """The parser counts one line more than a file has that ends without a line end: its end is meant."""
    lines = LINE_END.split(text)
    last, end = len(lines), len(lines[-1]) + 1
    place = Place(last, end, last, end + 1)
    return tuple(replace(problem, place=place) if problem.place.line > last else problem for problem in problems)


def _read(text: str, file: str, bounds: Bounds) -> Reading:
    text, problems = scan(text, file)
    if len(text) > bounds.size:
        message = f"the file is larger than {bounds.size // 1000} kB"
        problem = Problem(file, Place(), "", "too-large", message, "One entry a file; keep it short.")
        return Reading({}, Positions(), (problem,), frozenset({()}))
    kept, swallowed = list(problems), set[str]()
    walk = Walk(text, file, bounds)
    while (fault := _pass(walk)) is not None:
        text, lines, key, keys = mask(text, fault.place.line, walk.masked)
        swallowed |= keys
        inside = [problem for problem in walk.problems if problem.place.line - 1 in lines]
        kept += inside or [Problem(file, fault.place, key, fault.rule, fault.message, fault.hint)]
        if walk.masked.issuperset(lines) or len(kept) > len(problems) + _REPAIRS:
            return Reading({}, walk.positions, tuple(dict.fromkeys(kept)), frozenset({()}))
        walk = Walk(text, file, bounds, walk.masked | set(lines))
    return walk.reading(kept, swallowed)


def _pass(walk: Walk) -> Fault | None:
    """Let a walk read its text; a Fault says where it could not go on."""
    parser = _PARSER(walk.text)
    try:
        walk.go(parser.get_event)
    except Refused as refused:
        return refused.fault
    except yaml.MarkedYAMLError as error:
        return diagnose(walk.text, error.problem or "", _spot(error.problem_mark), _spot(error.context_mark))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return diagnose(walk.text, str(error), walk.end, None)
    finally:
        parser.dispose()
    return None


def _spot(mark: Any) -> Spot | None:
    return None if mark is None else (mark.line, mark.column)
