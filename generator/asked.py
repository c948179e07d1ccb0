"""What commands share: the library they work on, the words they were given, and how problems end a command."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from generator.check import Checked, check
from generator.compose.approaches import approaches
from generator.compose.plan import Plan
from generator.library import report as printed
from generator.library.annotations import as_github, summary_markdown
from generator.library.library import Library
from generator.library.load import Loaded
from generator.library.mending import put_right
from generator.library.problem import Problem
from generator.library.shelves import FOLDERS
from generator.strings import say


def sound(root: Path) -> Checked:
    """The checked library of a root; with errors in it, they are printed and the command ends with exit code 1."""
    checked = check(root)
    if not checked.sound:
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        printed.print_text(errors, checked.loaded.sources, Console(stderr=True))
        raise SystemExit(1)
    return checked


def known(word: str, words: list[str], option: str) -> str:
    """The word if it is one of ``words``; otherwise a usage error with the nearest one."""
    if word in words:
        return word
    near = get_close_matches(word, words, 1)
    hint = say("cli.did_you_mean", near=near[0]) if near else say("cli.one_of", words=", ".join(words))
    raise click.UsageError(say("cli.unknown", option=option, word=word, hint=hint))


def check_words(checked: Checked, asked: dict[str, Any], start: str | None) -> None:
    """Every word typed for compose must be one we know."""
    vocabularies = checked.library.vocabularies
    known(asked["setting"], list(vocabularies["settings"]), "--setting")
    for theme in asked["themes"]:
        known(theme, list(vocabularies["themes"]), "--theme")
    if asked["audience"]:
        known(asked["audience"], list(vocabularies["audiences"]), "--audience")
    if asked["approach"]:
        known(asked["approach"], list(approaches().cores), "--approach")
    if start and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", start):
        raise click.UsageError(say("cli.start", got=start))


def places(placed: Sequence[str], library: Library) -> dict[int, str]:
    """``3=questions/x`` as number and id; a usage error where it is not like that or no such entry exists."""
    found = {}
    for each in placed:
        number, _, id = each.partition("=")
        if not number.isdecimal():
            raise click.UsageError(say("cli.place", got=each))
        found[int(number)] = known(id, list(library.entries), "--place")
    return found


def print_into(out: Path, plan: Plan, checked: Checked, start: str | None) -> int:
    """Print a plan into a folder and say how many files were written; where words do not fit, the command ends."""
    from generator.print_kit import print_kit
    from generator.publish.documents import Unprintable
    from generator.terminal import Progress

    try:
        with Progress() as progress:
            return len(print_kit(plan, checked, out, start, progress))
    except Unprintable as failure:
        raise click.ClickException(say("build.not_written", reason=failure)) from None


def is_library(path: Path) -> bool:
    """Whether a folder is laid out like a library."""
    return any((path / folder).is_dir() for folder in FOLDERS)


def not_read(paths: Sequence[Path], root: Path, sources: Iterable[str]) -> None:
    """A path that no file of the library stands at or below is a usage error, not a clean file."""
    files = [root / file for file in sources]
    for path in paths:
        if not any(file.is_relative_to(path) for file in files):
            raise click.UsageError(say("cli.not_in_library", path=path, root=root))


def report(
    problems: Sequence[Problem],
    loaded: Loaded,
    style: str,
    elsewhere: Sequence[Problem] = (),
) -> NoReturn:
    """Print problems in a style and end with their exit code; what is wrong elsewhere is told and decides nothing."""
    match style:
        case "json":
            click.echo(printed.as_json([*problems, *elsewhere]))
        case "github":
            click.echo(as_github(problems, elsewhere))
        case _:
            printed.print_text(problems, loaded.sources, Console(), elsewhere)
    if style == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(summary_markdown(problems, elsewhere, put_right(loaded, problems)))
    raise SystemExit(printed.exit_code(problems))
