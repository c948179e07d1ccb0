"""What a person sees on the terminal: progress, a plan, a refusal, numbers. (The only module that knows rich.)"""

from __future__ import annotations

import json
from dataclasses import asdict
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.text import Text

from generator.compose.plan import Item, Plan, Refusal, Segment
from generator.compose.request import describe
from generator.library.faces import Face, brief
from generator.library.library import Library
from generator.library.models import Entry, Question, Quote
from generator.strings import say

SHOWN = 76
"""Characters of an entry shown on a line."""


class Progress:
    """Bars on a terminal, one line a stretch of work elsewhere."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Progress:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bars.stop()

    def start(self, words: str, total: int) -> None:
        """A stretch of work with this many steps begins; 0 when nobody knows how many."""
        if not self._console.is_terminal:
            self._console.print(words, highlight=False)
        self._task = self._bars.add_task(words, total=total or None)

    def step(self) -> None:
        """One of them is done."""
        if self._task is not None:
            self._bars.advance(self._task)


def show_plan(plan: Plan, library: Library, start: str | None, *, explain: bool) -> str:
    """A plan as a run of show in plain text; with ``explain``, why each entry was taken."""
    lines = [plan.title, plan.promise, describe(plan.request), ""]
    for segment in plan.segments:
        lines.append(_segment_line(segment, start))
        for item in segment.items:
            lines += _item_lines(item, library, explain)
    documents = ", ".join(say(f"documents.{name}") for name in plan.documents)
    return "\n".join([*lines, "", say("cli.documents", documents=documents), say("cli.print_it")])


def _segment_line(segment: Segment, start: str | None) -> str:
    from generator.templates import clock

    return f"{clock(segment.starts, start):>5}  {segment.minutes:>3}′  {segment.title} · {segment.method}"


def _item_lines(item: Item, library: Library, explain: bool) -> list[str]:
    short = brief(_words(library.entries[item.entry], item.internal), SHOWN)
    lines = [f"              {short}", f"              {item.entry}"]
    return [*lines, f"              {item.why}"] if explain else lines


def _words(entry: Entry, internal: bool) -> str:
    match entry:
        case Question():
            return entry.ask_internal or entry.ask if internal else entry.ask
        case Quote():
            return f"“{entry.shown}” {entry.author}"
        case _:
            return str(getattr(entry, "title", entry.id))


def refusal_text(refusal: Refusal) -> str:
    """Why a request cannot be met, and the nearest one that can."""
    if refusal.nearest is None:
        return "\n".join([*refusal.problems, say("compose.no_nearest")])
    return "\n".join([*refusal.problems, say("compose.nearest", request=describe(refusal.nearest))])


def refusal_json(refusal: Refusal) -> str:
    """The same as JSON (docs/reference.md)."""
    nearest = refusal.nearest and _request(asdict(refusal.nearest))
    return json.dumps({"problems": list(refusal.problems), "nearest": nearest}, indent=1, ensure_ascii=False)


def _request(fields: dict[str, Any]) -> dict[str, Any]:
    asked = ("setting", "minutes", "approach", "themes", "audience", "customer", "group", "seed")
    return {key: list(fields[key]) if key == "themes" else fields[key] for key in asked}


def print_card(face: Face, below: str, console: Console) -> None:
    """An entry as its card shows it, and a line about it below."""
    parts = [Text(face.words, "bold"), *(Text(part) for part in (face.more, face.by) if part)]
    card = Text("\n\n").join(parts)
    title = Text(" · ".join(part for part in (face.label, face.fact) if part))
    console.print()
    console.print(Panel(card, title=title, title_align="left", padding=(1, 2), width=min(SHOWN, console.width)))
    for line in (f"{face.id}.yml", below):
        if line:
            console.print(Text(line, "dim"), soft_wrap=True)


def show_stats(counted: dict[str, Any]) -> str:
    """Numbers in plain text, one heading a group."""
    lines: list[str] = []
    for group, numbers in counted.items():
        lines += [group.replace("_", " "), *(f"  {count:>5}  {name}" for name, count in numbers.items()), ""]
    return "\n".join(lines).rstrip()
