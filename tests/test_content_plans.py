"""Promises about what the real library composes: every setting, length and theme, within the rules."""

from __future__ import annotations

import pytest

from generator.compose.approaches import approaches
from generator.compose.compose import attempt, compose
from generator.compose.plan import Plan
from generator.compose.request import request_of
from generator.compose.rules import broken_rules
from tests.real import LIBRARY, SETTINGS, THEMES

LENGTHS = (5, 10, 15, 30, 60, 90, 120)
SEEDS = tuple("0123456789")
DIFFERENT = 6
"""Plans of which ten seeds give at least so many."""


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("approach", approaches().cores)
def test_every_filled_length_composes(setting: str, approach: str) -> None:
    """For a group of eight, every setting and approach composes at each length that has a column."""
    table = approaches()
    for minutes in LENGTHS:
        request = request_of(LIBRARY, setting, minutes, approach=approach, group=8)
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
            request = request_of(LIBRARY, setting, minutes, approach=approach, group=group)
            made = compose(request, LIBRARY)
            if isinstance(made, Plan):
                assert broken_rules(request, made.segments, LIBRARY) == []
            else:
                assert made.nearest is not None
                assert isinstance(attempt(made.nearest, LIBRARY), Plan)


def _plans(theme: str, setting: str, minutes: int) -> list[Plan]:
    """The plans that ten seeds give."""
    made = [attempt(request_of(LIBRARY, setting, minutes, themes=(theme,), seed=seed), LIBRARY) for seed in SEEDS]
    plans = [plan for plan in made if isinstance(plan, Plan)]

    assert len(plans) == len(made), (theme, setting, minutes)
    return plans


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("minutes", [15, 60])
def test_every_theme_composes_everywhere_and_in_many_ways(setting: str, minutes: int) -> None:
    """On every theme, in every setting, 15 and 60 minutes compose, and ten seeds give six plans or more."""
    few = {}
    for theme in THEMES:
        plans = _plans(theme, setting, minutes)
        different = len({tuple(item.entry for item in plan.items) for plan in plans})
        if different < DIFFERENT:
            few[theme] = different

    assert few == {}
