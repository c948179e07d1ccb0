"""Addresses that open a kit elsewhere: they bring the plan that the page shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_for, request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KitRecipe
from generator.site.launch import change_address, run_address

ROOT = Path(__file__).parents[1]


def _plans(library: Library) -> list[Plan]:
    made = [compose(request_for(kit, m, library), library) for kit in library.all(KitRecipe) for m in kit.minutes]
    return [plan for plan in made if isinstance(plan, Plan)]


def _asked(address: str) -> dict[str, Any]:
    """What the page for composing reads out of an address, as the command takes it."""
    found = parse_qs(urlsplit(address).query, strict_parsing=True)
    places = dict(place.split(":") for place in found.pop("place", []))
    themes = found.pop("theme", [])
    one = {name: values[0] for name, values in found.items() if len(values) == 1}
    assert one.keys() == found.keys()
    numbers = {"minutes": int(one.pop("minutes")), "group": int(one.pop("group"))}
    return {**one, **numbers, "themes": themes, "places": {int(number): id for number, id in places.items()}}


@pytest.mark.parametrize("which", ["small", "real"])
def test_changing_a_kit_opens_its_very_plan(which: str, library: Library) -> None:
    """The address of every composed kit brings the same segments, minutes and entries."""
    known = library if which == "small" else read_library([ROOT]).library
    composed = [plan for plan in _plans(known) if not plan.request.segments]
    assert composed
    for plan in composed:
        again = compose(request_of(known, **_asked(change_address(plan))), known)
        assert isinstance(again, Plan), (plan.request.kit, again)
        assert _shown(again) == _shown(plan), plan.request.kit


def _shown(plan: Plan) -> list[Any]:
    """What people meet: segments, minutes, entries. Pinned entries may have swapped a minute among them."""
    return [(s.kind, s.title, s.minutes, s.method, [(i.entry, i.internal) for i in s.items]) for s in plan.segments]


def test_a_run_of_show_set_by_hand_opens_with_its_request() -> None:
    """What no address can say is left out: setting, minutes, group and the rest are there, entries are not."""
    plan = next(plan for plan in _plans(read_library([ROOT]).library) if plan.request.segments)
    asked = _asked(change_address(plan))
    assert asked["places"] == {}
    assert (asked["setting"], asked["minutes"], asked["group"]) == (
        plan.request.setting, plan.request.minutes, plan.request.group
    )  # fmt: skip


def test_running_a_kit_names_it_and_its_length(library: Library) -> None:
    """``run.html?kit=…&minutes=…`` with the name of the recipe's file."""
    for plan in _plans(library):
        found = parse_qs(urlsplit(run_address(plan)).query)
        assert found == {"kit": [str(plan.request.kit).removeprefix("kits/")], "minutes": [str(plan.request.minutes)]}
