"""The one place that knows Jinja: environments that escape everything and stop at a missing name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.strings import look_up, say

__all__ = ["Environment", "Markup", "clock", "environment"]


def clock(minutes: int, start: str | None = None) -> str:
    """Minutes from the start as a clock shows them: ``0:23``, or ``09:23`` when the start is ``09:00``."""
    if start is None:
        return f"{minutes // 60}:{minutes % 60:02d}"
    hours, past = (int(part) for part in start.split(":"))
    total = (hours * 60 + past + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def environment(folder: Path, helpers: Mapping[str, Callable[..., object]] | None = None) -> Environment:
    """Templates of one folder. Text is always escaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals.update({"say": say, "look_up": look_up, "clock": clock, **(helpers or {})})
    made.filters.update({"clock": clock})
    return made
