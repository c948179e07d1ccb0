"""A page for each rule of the check, and their index: what it means, an example, and what the check says about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from markupsafe import Markup

from generator.library.characters import visible
from generator.library.examples import check_bad
from generator.library.report import problem_text
from generator.library.rules import Rule, rules
from generator.output import Output
from generator.site.escape import verbatim
from generator.site.site import Pages

INDEX = "rules/index.md"
_SEEN = str.maketrans({"\t": "→", "\u00a0": "□"})
"""Spaces that cannot be told from plain ones are shown."""


@dataclass(frozen=True)
class File:
    """A file of an example, ready to be shown."""

    name: str
    text: Markup


@dataclass(frozen=True)
class RulePage:
    """A rule with its examples and with what the check says about the bad one."""

    rule: Rule
    about: str
    """What it means, for those who only list the page."""
    why: Markup
    """The same for the page itself, with what is typed set off."""
    severity: str
    said: Markup
    """As a terminal shows it; empty where there is no example."""
    bad: tuple[File, ...]
    good: tuple[File, ...]
    beside: tuple[File, ...]


def rule_pages(pages: Pages) -> Iterator[Output]:
    """``rules/<code>.md`` for every rule, and ``rules/index.md``."""
    made = told()
    groups = tuple((group, tuple(found)) for group, found in groupby(made, key=lambda page: page.rule.group))
    yield pages.make(INDEX, "rules.md", groups=groups)
    for page in made:
        yield pages.make(f"rules/{page.rule.code}.md", "rule.md", page=page, rule=page.rule)


@cache
def told() -> tuple[RulePage, ...]:
    """Every rule, with its example checked as the command would; they depend on the program alone."""
    return tuple(_told(rule) for rule in rules().values())


def _told(rule: Rule) -> RulePage:
    words = (rule, rule.why.replace("`", ""), _set_off(rule.why))
    if rule.unshown:
        return RulePage(*words, "error", Markup(""), (), (), ())
    shown = check_bad(rule)
    problem = shown.of(rule.code)
    if problem is None:
        raise ValueError(f"the example of {rule.code} does not break it")
    text = problem_text(problem, shown.sources.get(problem.file, ""))
    bad = {name: shown.sources[name] for name in rule.bad}
    files = (_files(each) for each in (bad, rule.good, rule.beside))
    return RulePage(*words, problem.severity, verbatim(text), *files)


def _set_off(text: str) -> Markup:
    """What stands between backticks, as it is typed."""
    parts = (verbatim(part) for part in text.split("`"))
    return Markup("").join(Markup(f"<code>{part}</code>") if number % 2 else part for number, part in enumerate(parts))


def _files(files: Mapping[str, str]) -> tuple[File, ...]:
    return tuple(File(name, verbatim(_seen(text))) for name, text in files.items())


def _seen(text: str) -> str:
    """A text in which nothing that matters is unseen."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\u2028\n")).translate(_SEEN).rstrip("\n")
