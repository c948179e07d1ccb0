"""Promises about the real library, one test each."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.check import check
from generator.compose.approaches import approaches
from generator.compose.compose import attempt, compose
from generator.compose.plan import Plan
from generator.compose.request import request_of
from generator.compose.rules import broken_rules
from generator.library.models import KitRecipe, Question, Quote, Story

ROOT = Path(__file__).parents[1]
CHECKED = check(ROOT)
LIBRARY = CHECKED.library
SETTINGS = tuple(LIBRARY.vocabularies["settings"])
LENGTHS = (5, 10, 15, 30, 60, 90, 120)


def test_the_library_is_clean() -> None:
    """Nothing is wrong in the content, and no entry is still in review."""
    assert CHECKED.problems == ()


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("approach", approaches().cores)
def test_every_filled_length_composes(setting: str, approach: str) -> None:
    """For a group of eight, every setting and approach composes at each length that has a column."""
    table = approaches()
    for minutes in LENGTHS:
        request = request_of(LIBRARY, setting, minutes, approach=approach, group=8)  # type: ignore[arg-type]
        made = attempt(request, LIBRARY)
        if table.has(approach, table.band(minutes)):
            assert isinstance(made, Plan), made
            assert broken_rules(request, made.segments, LIBRARY) == []
        else:
            assert not isinstance(made, Plan)


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("group", [4, 12, 24])
def test_any_request_is_met_or_gets_a_nearest(setting: str, group: int) -> None:
    """At any length a request is met within the rules, or answered with a request that works."""
    for minutes in range(5, 121, 5):
        for approach in approaches().cores:
            request = request_of(LIBRARY, setting, minutes, approach=approach, group=group)  # type: ignore[arg-type]
            made = compose(request, LIBRARY)
            if isinstance(made, Plan):
                assert broken_rules(request, made.segments, LIBRARY) == []
            else:
                assert made.nearest is not None
                assert isinstance(attempt(made.nearest, LIBRARY), Plan)


def test_kits_cover_every_setting_and_approach() -> None:
    """Every setting has a kit, every approach is used, and at least two kits are huddles."""
    kits = list(LIBRARY.all(KitRecipe))
    plans = [plan for kit in CHECKED.kits for plan in kit.plans]

    assert {setting for kit in kits for setting in kit.settings} == set(SETTINGS)
    assert {plan.request.approach for plan in plans} == set(approaches().cores)
    assert sum(any(plan.huddle for plan in kit.plans) for kit in CHECKED.kits) >= 2


def test_every_theme_has_quotes_and_questions() -> None:
    """Every theme has five verified quotes and a question in each step."""
    for theme in LIBRARY.vocabularies["themes"]:
        quotes = [quote for quote in LIBRARY.all(Quote) if theme in quote.themes and quote.status == "verified"]
        steps = {question.step for question in LIBRARY.all(Question) if theme in question.themes}
        assert len(quotes) >= 5, theme
        assert {"recall", "see", "reflect", "act"} <= steps, theme


@pytest.mark.parametrize("story", list(LIBRARY.all(Story)), ids=lambda story: story.id)
def test_a_story_is_read_in_two_minutes(story: Story) -> None:
    """A story is short enough to be read aloud in its two minutes."""
    assert story.reading_seconds <= 120


def test_provenance_is_kept() -> None:
    """Every quote says in tests/provenance.yml which record of the provenance data it was taken from."""
    kept = yaml.safe_load((ROOT / "tests" / "provenance.yml").read_text(encoding="utf-8"))

    assert {quote.id for quote in LIBRARY.all(Quote)} <= set(kept)


def test_origins_name_entries_that_exist() -> None:
    """tests/origins.yml, which maps ideas to the entries that carry them, names no entry that is gone."""
    origins = yaml.safe_load((ROOT / "tests" / "origins.yml").read_text(encoding="utf-8"))
    named = {id for ids in origins.values() if isinstance(ids, list) for id in ids}

    assert named <= set(LIBRARY.entries)
