"""Promises about the kits: enough of them, for everybody and everywhere, each with something that comes after it."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.compose.approaches import approaches
from generator.compose.plan import HUDDLE_MINUTES
from generator.library.models import KitRecipe
from generator.paper.running import LATE, savings
from tests.real import AUDIENCES, CHECKED, LIBRARY, SETTINGS, at

KITS = tuple(LIBRARY.all(KitRecipe))
PLANS = tuple(plan for kit in CHECKED.kits for plan in kit.plans)
LEAVE = ("You leave ", "Each of you leaves ")


def test_there_are_enough_sessions() -> None:
    """At least 26 kits have a length above a quarter of an hour."""
    assert sum(max(kit.minutes) > HUDDLE_MINUTES for kit in KITS) >= 26


def test_there_are_enough_huddles() -> None:
    """At least 26 kits can be run in a quarter of an hour or less: one for every second week of the year."""
    assert sum(min(kit.minutes) <= HUDDLE_MINUTES for kit in KITS) >= 26


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_has_three_kits(setting: str) -> None:
    """Whoever looks for a setting has three kits to choose from."""
    assert sum(setting in kit.settings for kit in KITS) >= 3


def test_every_audience_has_a_kit() -> None:
    """Each of those for whom kits are made has one that is made for them."""
    assert set(AUDIENCES) - {kit.audience for kit in KITS} == set()


def test_every_approach_is_used() -> None:
    """Each way of running a session is shown by a kit."""
    assert {plan.request.approach for plan in PLANS} == set(approaches().cores)


def test_every_kit_goes_on() -> None:
    """What was promised is asked about again: every kit is followed by another one that exists, some days later."""
    wrong = [at(kit, kit.follow_up) for kit in KITS if kit.follow_up is None or kit.follow_up.kit == kit.id]

    assert wrong == []
    assert {kit.follow_up.kit for kit in KITS if kit.follow_up} <= {kit.id for kit in KITS}
    assert [kit.id for kit in KITS if kit.follow_up and kit.follow_up.days < 1] == []


def test_promises_begin_with_what_people_take_away() -> None:
    """The promise of a kit says with what people leave, and no two kits promise the same."""
    promises = Counter(kit.promise for kit in KITS)

    assert [at(kit, kit.promise) for kit in KITS if not kit.promise.startswith(LEAVE)] == []
    assert [promise for promise, times in promises.items() if times > 1] == []


def test_a_session_that_starts_late_knows_what_to_give_up() -> None:
    """Every session names what saves minutes; one set by hand saves eight of them, or a sixth of itself."""
    saved = {
        f"{plan.request.kit} {plan.request.minutes}": sum(saving.minutes for saving in savings(plan))
        for kit in CHECKED.kits
        for plan in kit.plans
        if not plan.huddle
    }
    by_hand = {f"{kit.recipe.id} {kit.recipe.minutes[0]}" for kit in CHECKED.kits if kit.recipe.segments}

    assert {name for name, minutes in saved.items() if minutes < 2} == set()
    assert {name for name in by_hand & set(saved) if saved[name] < min(LATE, int(name.split()[1]) // 6)} == set()
