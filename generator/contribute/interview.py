"""One question at a time: asks in plain words, with an example, and takes a whole text until an empty line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from shutil import get_terminal_size
from typing import Any

import click

from generator.library.fields import ID_PATTERN
from generator.library.library import Vocabularies
from generator.strings import say
from generator.write.choices import meant
from generator.write.fields import said, shaped
from generator.write.ids import slug
from generator.write.questions import STORY, Ask
from generator.write.tidy import one_line
from generator.write.typed import NotTyped, step


def interview(kind: str, answers: dict[str, Any], asks: Iterable[Ask], known: Vocabularies) -> None:
    """Ask, and put what is said among the answers. Ctrl+C raises click.Abort."""
    for ask in asks:
        if ask.unasked or not ask.fits(answers):
            continue
        answers[ask.key] = question(kind, ask, answers.get(ask.key), known, needed=ask.needed_after(answers))
        if kind == "story" and ask.key in STORY:
            words = sum(len(said(answers, key).split()) for key in STORY)
            click.echo(say("new.words_so_far", count=words))


def question(kind: str, ask: Ask, before: Any, known: Vocabularies, *, needed: bool) -> Any:
    """One answer. Enter keeps the one before, or leaves it out where it is not needed."""
    click.echo()
    if ask.shape == "yes":
        return click.confirm(ask.words(kind, "ask"), default=before is True, prompt_suffix=" ")
    _introduce(kind, ask, known.get(ask.vocabulary, {}), before, needed)
    while True:
        given = (
            _lines() if ask.shape in ("long", "list") else click.prompt("", "", show_default=False, prompt_suffix="> ")
        )
        if not one_line(given):
            if before or not needed:
                return before
            click.echo(say("new.needed"))
        elif wrong := unfit(kind, ask, given, known):
            click.echo(wrong)
        else:
            return given


def _introduce(kind: str, ask: Ask, terms: Mapping[str, Any], before: Any, needed: bool) -> None:
    click.secho(ask.words(kind, "label"), bold=True)
    click.echo(ask.words(kind, "ask"))
    if example := ask.words(kind, "example"):
        click.echo(say("new.example", example=example))
    if choices := ask.choices or tuple(terms):
        words = say("new.several" if ask.many else "new.choices", choices=", ".join(choices))
        click.echo(click.wrap_text(words, get_terminal_size().columns))
    if ask.shape in ("long", "list"):
        click.echo(say("new.ends"))
    if before and not isinstance(before, bool):
        click.echo(f"  {one_line(str(before))}")
        click.echo(say("new.keep_or_change"))
    elif not needed:
        click.echo(say("new.skip"))


def _lines() -> str:
    """What is typed until an empty line."""
    lines: list[str] = []
    while line := click.prompt("", "", show_default=False, prompt_suffix="> "):
        lines.append(line)
    return "\n".join(lines)


def unfit(kind: str, ask: Ask, given: Any, known: Vocabularies) -> str:
    """What is wrong with an answer that can only be one of some words, or a step; empty if nothing is."""
    if kind == "activity" and ask.key == "steps":
        try:
            for line in said({"steps": given}, "steps").split("\n"):
                step(line)
        except NotTyped as wrong:
            return str(wrong)
    choices = ask.known(known)
    if not choices:
        return ""
    made = shaped(kind, {ask.key: given}, known)[ask.key] if ask.key != "rights" else slug(str(given))
    for word in made if isinstance(made, list) else [made]:
        if word not in choices:
            return say("new.not_one", word=word, hint=meant(str(word), choices))
    return ""


def name(proposed: str, taken: Container[str]) -> str:
    """The id that somebody agrees to, or types instead."""
    folder = proposed.partition("/")[0]
    click.echo()
    click.echo(say("new.name", id=proposed))
    while True:
        typed = one_line(click.prompt("", "", show_default=False, prompt_suffix="> "))
        chosen = with_folder(typed, folder) if typed else proposed
        if not (wrong := wrong_name(typed, chosen, proposed, taken)):
            return chosen
        click.echo(wrong)


def wrong_name(typed: str, chosen: str, proposed: str, taken: Container[str]) -> str:
    """Why an id cannot be had; empty if it can."""
    if not re.fullmatch(ID_PATTERN, chosen):
        return say("new.name_wrong", name=typed, id=proposed)
    return say("new.name_taken", id=chosen) if chosen in taken else ""


def with_folder(typed: str, folder: str) -> str:
    """A name as an id: with its folder, without what belongs to the file."""
    plain = typed.removeprefix("content/").removesuffix(".yml")
    return plain if plain.startswith(f"{folder}/") else f"{folder}/{plain}"
