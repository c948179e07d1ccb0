"""The registry of rules: complete in both directions, and every example is what the checks say it is."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
import yaml
from typing_extensions import TypeIs

from generator.library.brand import Brand
from generator.library.characters import visible
from generator.library.examples import check_bad, check_good
from generator.library.library import Library
from generator.library.problem import Place, Problem
from generator.library.rules import Rule, mending, rules
from generator.site.model import SiteOptions
from generator.site.rules import rule_pages
from generator.site.site import Pages, gather

HERE = Path(__file__).parent
GENERATOR = HERE.parent / "generator"
SPEAKING = sorted([*(GENERATOR / "library").rglob("*.py"), GENERATOR / "check.py"])
"""Every module that may name a rule."""
TOLD = {
    "Problem": 3,
    "Said": 0,
    "Fault": 1,
    "fault_at": 1,
    "_say": 2,
    "say": 1,
    "_Finding": 1,
    "PydanticCustomError": 0,
}
"""Where the rule stands among the arguments of what makes a problem."""
OWN_WORDS = {
    "vocabulary": {"unknown-theme", "unknown-setting", "unknown-audience"},
    "contrast": {"too-pale"},
    "whole-number": {"not-a-whole-number"},
    "flag": {"not-true-or-false"},
    "blank": {"empty"},
    "more": {"more-without-stretch"},
}
"""What the models call a refusal, where the rule has another name."""
SHOWN = [rule for rule in rules().values() if not rule.unshown]
ALSO_SAID = {"in-review"}
"""What an example may say beside its own rule: a quotation of four lines is not complete."""


def named_in(path: Path) -> Iterator[str]:
    """Codes of rules that a module can give."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield from _called(node)
        elif isinstance(node, ast.Tuple) and len(node.elts) >= 3:
            yield from _listed(node)


def _called(call: ast.Call) -> Iterator[str]:
    """The rule among the arguments; ``*spot`` stands for file, place and field."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    number = TOLD.get(name)
    if number is None:
        return
    starred = next((n for n, each in enumerate(call.args) if isinstance(each, ast.Starred)), None)
    if name == "Problem" and starred == 0:
        number = 1
    if number < len(call.args):
        yield from _texts(call.args[number])


def _listed(node: ast.Tuple) -> Iterator[str]:
    """Rule, message and hint that are handed on together: a code, and behind it a sentence or the name of one."""
    for first, second in pairwise(node.elts):
        if isinstance(first, ast.Constant) and _is_code(first.value) and _is_sentence(second):
            yield first.value


def _is_sentence(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in ("message", "words", "what", "_ESCAPE")
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and " " in str(node.value))


def _is_code(text: object) -> TypeIs[str]:
    return (
        isinstance(text, str) and text.replace("-", "").isalpha() and text == text.lower() and not text.startswith("-")
    )


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        code = node.value.replace("_", "-")
        yield from OWN_WORDS.get(code, {code})


def given() -> set[str]:
    """Every code that the sources name."""
    return {code for path in SPEAKING for code in named_in(path)}


def test_every_rule_that_a_check_names_is_in_the_registry() -> None:
    """Whatever a check says, there is a page that explains it."""
    assert sorted(given() - rules().keys()) == []


def test_the_registry_has_no_rule_that_nothing_gives() -> None:
    """A rule is given by its own example, or, where none can be shown, named in the sources."""
    shown = {rule.code for rule in SHOWN if check_bad(rule).of(rule.code)}
    assert sorted(rules().keys() - shown - given()) == []


def test_the_search_for_rules_finds_them() -> None:
    """The search above sees nearly every rule; the few it cannot see are made of parts in the code."""
    made_of_parts = {"unknown-theme", "unknown-setting", "unknown-audience", "anchor", "alias", "tag"}
    assert rules().keys() - given() <= made_of_parts


def test_what_golden_cases_say_is_in_the_registry() -> None:
    """Every rule that speaks in a golden case has its entry, and at least eighty of them have a golden case."""
    spoken = set()
    for case in sorted((HERE / "cases" / "library").glob("*.yml")):
        problems = yaml.safe_load(case.read_text(encoding="utf-8"))["problems"]
        spoken |= {line.split(" ")[1] for line in problems if line.split(" ")[0].count(":") == 2}
    assert sorted(spoken - rules().keys()) == []
    assert len(spoken) >= 80


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_its_rule_and_no_other(rule: Rule) -> None:
    """What a page shows as wrong is wrong in exactly that way, so nobody has to guess which line is meant."""
    said = {problem.rule for problem in check_bad(rule).problems}
    assert said - (ALSO_SAID - {rule.code}) == {rule.code}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_keeps_its_rule(rule: Rule) -> None:
    """What a page shows as right passes without an error, and without a word about the rule."""
    problems = check_good(rule).problems
    assert [problem for problem in problems if problem.severity == "error" or problem.rule == rule.code] == []


def test_every_rule_is_explained() -> None:
    """A title, a few sentences in plain words, and an example on both sides or a reason why there is none."""
    for rule in rules().values():
        assert rule.title
        assert not rule.title.endswith(".")
        assert rule.why.endswith((".", "?")), rule.code
        assert bool(rule.bad) == bool(rule.good) == (not rule.unshown), rule.code
        assert rule.fix in ("", "true", "perhaps", "meant"), rule.code
    assert sum(bool(rule.unshown) for rule in rules().values()) <= 5


@pytest.fixture(name="pages", scope="module")
def _pages(library: Library) -> dict[str, str]:
    """The pages of the rules as HTML, by path."""
    made = Pages(gather(library, [], SiteOptions(Brand(), None, "1")))
    extensions = ["attr_list", "md_in_html", "tables"]
    return {
        output.path: markdown.markdown(output.content.decode().split("---", 2)[2], extensions=extensions)
        for output in rule_pages(made)
    }


def test_every_rule_has_a_page_that_the_index_names(pages: dict[str, str]) -> None:
    """Whoever reads a code in a message finds its page, by address or in the list."""
    assert set(pages) == {"rules/index.md", *(f"rules/{code}.md" for code in rules())}
    index = html.unescape(pages["rules/index.md"])
    assert [rule.code for rule in rules().values() if f'<a href="{rule.code}.md">{rule.title}</a>' not in index] == []


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_a_page_shows_what_the_check_says(rule: Rule, pages: dict[str, str]) -> None:
    """The files and the message on a page are those of the real check, to the letter, and all of it is text."""
    blocks = re.findall(r'<pre tabindex="0"><code>(.*?)</code></pre>', pages[f"rules/{rule.code}.md"], re.DOTALL)
    texts = [html.unescape(block) for block in blocks]
    problem = check_bad(rule).of(rule.code)
    assert problem is not None
    place = problem.place
    said = texts[len(rule.bad)]
    assert said.startswith(f"{problem.file}:{place.line}:{place.column}: {problem.severity} {rule.code}: ")
    assert visible(problem.message) in said
    assert visible(problem.hint) in said
    assert texts[len(rule.bad) + 1] == visible(next(iter(rule.good.values()))).rstrip("\n")
    assert not any("<" in block for block in blocks)


def test_a_mistake_can_be_mended_when_its_rule_says_so() -> None:
    """Some rules can be mended, some often, some once it is known what was meant, the others never."""
    told = {
        "tab": ("true", "true"),
        "lost-text": ("perhaps", "perhaps"),
        "unclosed-quote": ("perhaps", "perhaps"),
        "unknown-theme": ("", "true"),
        "missing": ("", ""),
        "no-such-rule": ("", ""),
    }
    for code, (plain, meant) in told.items():
        assert mending(Problem("x.yml", Place(), "", code, "'empthy' is not known")) == plain
        assert mending(Problem("x.yml", Place(), "", code, "'empthy' is not known", likely="empathy")) == meant
    near = Problem("x.yml", Place(), "", "unknown-theme", "'sympathy' is not known", likely="empathy")
    assert mending(near) == "perhaps"


def test_no_rule_stands_twice_in_the_registry() -> None:
    """A rule that is written twice would lose one of its two explanations without a word."""
    text = (GENERATOR / "library" / "rules.yml").read_text(encoding="utf-8")
    codes = re.findall(r"^  ([a-z0-9-]+):$", text, re.MULTILINE)

    assert codes == list(rules())
