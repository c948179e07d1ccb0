"""What is asked of somebody who adds an entry, in which order, and what sort of answer it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.library.library import Vocabularies
from generator.library.models import Approach, Guidance, Step
from generator.strings import look_up
from generator.write.fields import yes

Shape = Literal["line", "long", "yes", "list", "tags", "choice"]


@dataclass(frozen=True)
class Ask:
    """One question: the answer it gives, whether that is needed, and what shape it has."""

    key: str
    shape: Shape = "line"
    needed: bool = False
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    only_if: tuple[str, ...] = ()
    """Asked only if one of these answers was given, and is not a no."""
    unasked: bool = False
    """An option, but no question."""
    option: str = ""
    """Name of the option, where it is not the key."""

    def words(self, kind: str, part: str) -> str:
        """Label, question or example; empty where the catalogue has none."""
        return str(look_up(f"ask.{kind}.{self.key}").get(part, ""))

    @property
    def flag(self) -> str:
        """The option: ``--follow-up``."""
        return f"--{(self.option or self.key).replace('_', '-')}"

    @property
    def many(self) -> bool:
        """Whether it has several answers."""
        return self.shape in ("list", "tags")

    def known(self, vocabularies: Vocabularies) -> tuple[str, ...]:
        """The words to choose from, if it is a choice."""
        return self.choices or tuple(vocabularies.get(self.vocabulary, ()))

    def needed_after(self, answers: Mapping[str, Any]) -> bool:
        """Whether it needs an answer after those so far: who said a line of one's own may stay open."""
        return self.needed and not (self.key == "author" and yes(answers.get("own")))

    def fits(self, answers: Mapping[str, Any]) -> bool:
        """Whether it makes sense after the answers so far."""
        given = (answers.get(key) for key in self.only_if)
        return not self.only_if or any(one and (not isinstance(one, bool) or yes(one)) for one in given)


STORY = ("situation", "done", "noticed")
"""The answers that make the text of a story, in this order."""

_THEMES = Ask("themes", "tags", vocabulary="themes", option="theme")
_MOMENTS = get_args(Guidance.model_fields["when"].annotation)

ASKED: dict[str, tuple[Ask, ...]] = {
    "quote": (
        Ask("text", "long", needed=True),
        Ask("own", "yes"),
        Ask("author", needed=True),
        Ask("consent", "yes", only_if=("own",)),
        Ask("where"),
        Ask("work"),
        Ask("year", only_if=("work",)),
        Ask("locator", only_if=("work",)),
        Ask("source"),
        Ask("seen", "yes", only_if=("locator", "source")),
        Ask("starts"),
        _THEMES,
        Ask("name"),
        Ask("rights", "choice", choices=("public-domain", "quotation"), unasked=True),
    ),
    "story": (
        Ask("title", needed=True),
        Ask("situation", "long", needed=True),
        Ask("done", "long", needed=True),
        Ask("noticed", "long", needed=True),
        Ask("takeaway", needed=True),
        Ask("fault", "yes"),
        Ask("trade"),
        Ask("country"),
        Ask("year"),
        Ask("teller"),
        Ask("names_changed", "yes"),
        Ask("consent", "yes", needed=True),
        Ask("notice", "list"),
        _THEMES,
    ),
    "question": (
        Ask("ask", needed=True),
        Ask("ask_internal"),
        Ask("step", "choice", needed=True, choices=get_args(Step)),
        Ask("follow_ups", "list", option="follow_up"),
        Ask("listen_for"),
        Ask("needs", "choice", choices=("time-here",), unasked=True),
        _THEMES,
    ),
    "activity": (
        Ask("title", needed=True),
        Ask("purpose", needed=True),
        Ask("where", "choice", choices=("room", "between meetings")),
        Ask("steps", "list", needed=True, option="step"),
        Ask("group", needed=True),
        Ask("what", "list", needed=True),
        Ask("so_what", "list", needed=True),
        Ask("now_what", "list", needed=True),
        Ask("remote", needed=True),
        Ask("hold_to", "list"),
        _THEMES,
    ),
    "guidance": (
        Ask("title", needed=True),
        Ask("when", "choice", needed=True, choices=_MOMENTS),
        Ask("text", "long", needed=True),
        Ask("say"),
    ),
    "kit": (
        Ask("title", needed=True),
        Ask("promise", needed=True),
        Ask("settings", "tags", needed=True, vocabulary="settings", option="setting"),
        Ask("audience", "choice", needed=True, vocabulary="audiences"),
        Ask("group", needed=True),
        Ask("minutes", "list", needed=True),
        Ask("approach", "choice", choices=get_args(Approach)),
        _THEMES,
    ),
}
"""Kind -> its questions, in the order they are asked."""

MADE_OF: dict[str, tuple[str, ...]] = {
    "use_when": ("starts",),
    "thanks": ("name",),
    "evidence": ("where",),
    "note": ("consent",),
    "status": ("consent",),
    "kind": ("consent",),
    "text": STORY,
}
"""Key of an entry -> the answers it is made of, where they are called differently."""


def missing(kind: str, answers: Mapping[str, Any]) -> list[Ask]:
    """The questions that need an answer and have none."""
    return [ask for ask in ASKED[kind] if ask.needed_after(answers) and not answers.get(ask.key)]


def asks_for(kind: str, field: str) -> list[Ask]:
    """The questions whose answers became a field of the entry."""
    first, second = f"{field}.".split(".")[:2]
    keys = {first, *MADE_OF.get(first, ()), *([second] if kind == "activity" else [])}
    return [ask for ask in ASKED[kind] if ask.key in keys]
