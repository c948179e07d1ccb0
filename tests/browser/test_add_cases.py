"""The Add page writes the same file as the command, and says the same about it: one set of cases, two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from generator.library.library import Library
from generator.library.rules import rules
from generator.site.add import WRITTEN
from generator.strings import look_up
from generator.write.answers import entry_from
from generator.write.ids import file_of, free
from generator.write.yaml_text import yaml_text
from tests.random_answers import random_answers
from tests.test_write import said_of

pytestmark = pytest.mark.xdist_group("browser")

ALL = {path.stem: path for path in sorted((Path(__file__).parents[1] / "cases" / "answers").glob("*.yml"))}
CASES: dict[str, dict[str, Any]] = {name: yaml.safe_load(path.read_text("utf-8")) for name, path in ALL.items()}
HERE = {name: case for name, case in CASES.items() if case["kind"] in WRITTEN}
"""The other kinds are written by the command alone."""


@pytest.fixture(name="page", scope="module")
def _page(browser: Any, address: str) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/add.html")
    yield page
    context.close()


MADE = """cases => cases.map(([kind, answers]) => {
    const made = huddlekit.addEntry(kind, answers)
    const says = huddlekit.addProblems(made).map(each => `${each.rule} ${each.field}`.trim())
    return {file: made.path, yaml: made.yaml, says: says.sort()}
})"""
UNASKED = ("closed-question", "long-close", "similar-author")
"""Prompts and places, which the page does not ask for; a name that is nearly known is offered, not warned of."""


@pytest.mark.parametrize("name", HERE)
def test_answers_become_the_same_file(name: str, page: Page) -> None:
    """Path and text are equal to the letter, and so are the rules and fields of all that is wrong."""
    case = HERE[name]
    made = page.evaluate(MADE, [[case["kind"], case["answers"]]])[0]

    assert made == {"file": case["file"], "yaml": case["yaml"], "says": sorted(case["says"])}


@pytest.mark.parametrize("kind", WRITTEN)
def test_whatever_is_typed_becomes_the_same_file(kind: str, page: Page, library: Library) -> None:
    """Words, marks, signs of YAML and letters of many alphabets: equal to the letter, four hundred times."""
    asked = [random_answers(kind, seed) for seed in range(400)]
    made = page.evaluate(MADE, [[kind, answers] for answers in asked])
    for answers, each in zip(asked, made, strict=True):
        id, data = entry_from(kind, answers, library.vocabularies)
        wanted = {"file": file_of(free(id, library.entries)), "yaml": yaml_text(data)}
        assert {"file": each["file"], "yaml": each["yaml"]} == wanted, answers


@pytest.mark.parametrize("kind", WRITTEN)
def test_whatever_is_typed_is_told_the_same(kind: str, page: Page, tmp_path: Path) -> None:
    """What the check says about such files, rule by rule and field by field, is what the page says."""
    for seed in range(20):
        made = page.evaluate(MADE, [[kind, random_answers(kind, seed)]])[0]
        said = [
            each for each in said_of(made["file"], made["yaml"], tmp_path / str(seed)) if not each.startswith(UNASKED)
        ]
        assert made["says"] == sorted(said), made["yaml"]


def test_every_problem_has_its_page() -> None:
    """Words for a problem lead to the page of its rule, so there is a rule of that name."""
    told = set(look_up("site.add.words.problems")) - {"other", "front-door"}

    assert told <= set(rules())


def test_cases_are_there() -> None:
    """Most cases are about what the page can send."""
    assert len(HERE) > 30
