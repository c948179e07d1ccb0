"""``huddlekit new`` from the first answer to the file: ask, check within the library, show, and write after a yes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from generator.asked import is_library
from generator.contribute.drafts import Draft, Taken, Trial, modeline, try_out, write_new
from generator.contribute.interview import interview, name, with_folder, wrong_name
from generator.library import report as printed
from generator.library.checks import CLOSING_WORDS
from generator.library.faces import face
from generator.library.load import Loaded, read_library
from generator.library.models import Quote, Story
from generator.library.problem import Problem
from generator.strings import say
from generator.terminal import print_card
from generator.write.answers import entry_from
from generator.write.forms import NoAnswers, answers_in
from generator.write.ids import free
from generator.write.questions import ASKED, Ask, asks_for, missing
from generator.write.typed import NotTyped, typed


@dataclass(frozen=True)
class Adding:
    """What ``new`` was called with."""

    root: Path
    kind: str
    answers: dict[str, Any]
    """Those given by options or in a file."""
    id: str = ""
    agreed: bool = False


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def add(asked: Adding) -> None:
    """Add an entry, or end with an exit code that says why not."""
    if not is_library(asked.root):
        raise click.UsageError(say("new.no_library", root=asked.root))
    _Talk(asked, read_library([asked.root]), is_terminal()).go()


class _Talk:
    """One run: what is known, what was answered, and where to say something."""

    def __init__(self, asked: Adding, known: Loaded, terminal: bool) -> None:
        self.asked, self.known, self.terminal = asked, known, terminal
        self.answers = dict(asked.answers)
        self.taken = Taken(known, asked.root)
        self.console = Console(stderr=not terminal)

    def go(self) -> None:
        """From the answers to the file."""
        try:
            self._ask()
            draft = self._draft()
            while not self._checked(draft).sound and (mended := self._mended()):
                draft = mended
            if not self.trial.sound:
                self._keep(draft, say("new.not_written_errors"), 1)
            self._write(self._named(draft))
        except click.Abort:
            click.echo(f"\n{say('new.stopped')}", err=True)
            raise SystemExit(1) from None

    def _ask(self) -> None:
        """Everything, if nothing was said; else only what is lacking."""
        wanted = missing(self.asked.kind, self.answers) if self.answers else ASKED[self.asked.kind]
        if not wanted:
            return
        if not self.terminal:
            lacking = ", ".join(ask.flag for ask in missing(self.asked.kind, self.answers))
            raise click.UsageError(say("new.missing", options=lacking))
        interview(self.asked.kind, self.answers, wanted, self.known.library.vocabularies)

    def _draft(self) -> Draft:
        try:
            answers = typed(self.asked.kind, self.answers)
        except NotTyped as wrong:
            raise click.UsageError(str(wrong)) from None
        proposed, data = entry_from(self.asked.kind, answers, self.known.library.vocabularies)
        return Draft(self.asked.kind, self._chosen(proposed) or free(proposed, self.taken), data)

    def _chosen(self, proposed: str) -> str:
        """The id that was asked for, if any."""
        if not self.asked.id:
            return ""
        id = with_folder(self.asked.id, proposed.partition("/")[0])
        if wrong := wrong_name(self.asked.id, id, proposed, self.taken):
            raise click.UsageError(wrong)
        return id

    def _checked(self, draft: Draft) -> Trial:
        """Check, and show what came of it. (What is not written yet cannot be mended by a command.)"""
        self.trial = try_out(self.asked.root, self.known, [draft])
        entry = self.trial.entry(draft)
        if entry and (shown := face(entry, self.trial.loaded.library)):
            print_card(shown, _length(entry), self.console)
        told = [replace(problem, likely="") for problem in self.trial.problems if problem.rule != "in-review"]
        if told:
            self.console.print()
            printed.print_text(told, self.trial.loaded.sources, self.console)
        else:
            self.console.print(say("new.fine"), style="green", highlight=False)
        if len(told) < len(self.trial.problems):
            self.console.print(say("new.in_review"), highlight=False, soft_wrap=True)
        return self.trial

    def _mended(self) -> Draft | None:
        """The draft once more, after what is wrong was asked again; None where nobody can or wants to."""
        again = _again(self.asked.kind, self.trial.problems)
        if not self.terminal or not again or not click.confirm(say("new.change"), default=True):
            return None
        interview(self.asked.kind, self.answers, again, self.known.library.vocabularies)
        return self._draft()

    def _named(self, draft: Draft) -> Draft:
        if not self.terminal or self.asked.id or self.asked.agreed:
            return draft
        return replace(draft, id=name(draft.id, self.taken))

    def _write(self, draft: Draft) -> None:
        if not self.asked.agreed:
            if not self.terminal:
                self._keep(draft, say("new.would_write", file=draft.file), 0)
            if not click.confirm(say("new.write", file=draft.file), default=None):
                self._keep(draft, say("new.not_written"), 0)
        text = modeline(self.asked.root, draft.kind, draft.file) + draft.text
        try:
            write_new(self.asked.root / draft.file, text)
        except OSError as error:
            self._keep(draft, say("new.failed", file=draft.file, reason=error.strerror or error), 1)
        click.echo(say("new.written", file=draft.file))
        for key in ("next_check", "next_serve", "next_send"):
            click.echo(say(f"new.{key}", file=draft.file), err=not self.terminal)

    def _keep(self, draft: Draft, why: str, code: int) -> None:
        """Show the file instead of writing it, so that nothing typed is lost, and end."""
        click.echo(why, err=True)
        click.echo()
        click.echo(draft.text, nl=False)
        raise SystemExit(code)


def _again(kind: str, problems: tuple[Problem, ...]) -> list[Ask]:
    """The questions whose answers are at fault, each once, in the order they are asked."""
    wrong = [problem.field for problem in problems if problem.severity == "error"]
    found = {ask.key for field in wrong for ask in asks_for(kind, field)}
    return [ask for ask in ASKED[kind] if ask.key in found]


def _length(entry: object) -> str:
    """How long it is, where that decides what it can be used for."""
    if isinstance(entry, Quote):
        count = len(entry.text.split())
        key = "new.fits_close" if count < CLOSING_WORDS else "new.fits_card"
        return say(key, words=say("new.length", count=count), characters=len(entry.text))
    if isinstance(entry, Story):
        words = say("new.length", count=len(entry.text.split()))
        return say("new.read_aloud", words=words, seconds=entry.reading_seconds)
    return ""


def from_file(path: str, kind: str) -> Mapping[str, Any]:
    """The answers of a file; a usage error where there are none to be read."""
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_bytes().decode("utf-8-sig")
        return answers_in(text, path, kind)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else say("new.not_utf8")
        raise click.UsageError(say("new.from_unreadable", path=path, reason=reason)) from None
    except NoAnswers as reason:
        raise click.UsageError(str(reason)) from None
