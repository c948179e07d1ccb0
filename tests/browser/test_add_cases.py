"""The Add page writes the same file as the command, and says the same about it: one set of cases, two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from generator.library.rules import rules
from generator.site.add import WRITTEN
from generator.strings import look_up

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


@pytest.mark.parametrize("name", HERE)
def test_answers_become_the_same_file(name: str, page: Page) -> None:
    """Path and text are equal to the letter, and so are the rules and fields of all that is wrong."""
    case = HERE[name]
    made = page.evaluate(
        """([kind, answers]) => {
            const made = huddlekit.addEntry(kind, answers)
            const says = huddlekit.addProblems(made).map(each => `${each.rule} ${each.field}`.trim())
            return {file: made.path, yaml: made.yaml, says: says.sort()}
        }""",
        [case["kind"], case["answers"]],
    )

    assert made == {"file": case["file"], "yaml": case["yaml"], "says": sorted(case["says"])}


def test_every_problem_has_its_page() -> None:
    """Words for a problem lead to the page of its rule, so there is a rule of that name."""
    told = set(look_up("site.add.words.problems")) - {"other", "front-door"}

    assert told <= set(rules())


def test_cases_are_there() -> None:
    """Most cases are about what the page can send."""
    assert len(HERE) > 30
