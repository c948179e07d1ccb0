"""The composer over the small library: golden vectors, and what breaks a run of show set by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.compose.approaches import approaches
from generator.compose.compose import compose
from generator.compose.plan import Plan, Refusal
from generator.compose.rank import rank_hash
from generator.compose.request import request_for, request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KitRecipe

HERE = Path(__file__).parent
VECTORS = HERE / "cases" / "compose" / "vectors.json"
BROKEN = sorted((HERE / "cases" / "compose").glob("*.yml"))


def wanted_vectors() -> list[dict[str, Any]]:
    """A request for every approach and filled length, then some with themes, groups, customers and seeds."""
    plain: list[dict[str, Any]] = [
        {"setting": "staff-meeting", "minutes": minutes, "approach": approach, "group": 8}
        for approach in approaches().cores
        for minutes in (5, 10, 15, 30, 60, 90, 120)
    ]
    special: list[dict[str, Any]] = [
        {"setting": "orientation", "minutes": 45, "group": 12},
        {"setting": "cross-team", "minutes": 37, "group": 16, "seed": "spring"},
        {"setting": "leadership", "minutes": 22, "group": 4, "customer": "external"},
        {"setting": "retreat", "minutes": 100, "group": 24, "seed": "Zürich"},
        {"setting": "training", "minutes": 60, "group": 30, "approach": "questions"},
        {"setting": "training", "minutes": 12, "group": 24, "approach": "questions"},
        {"setting": "conversation", "minutes": 8, "group": 3, "seed": "x"},
        {"setting": "staff-meeting", "minutes": 23, "group": 12, "themes": ["trust", "details"], "approach": "stories"},
        {"setting": "staff-meeting", "minutes": 30, "group": 8, "themes": ["hospitality"], "approach": "activity"},
    ]
    return plain + special


def answer(asked: dict[str, Any], library: Library) -> dict[str, Any]:
    """What the composer says to a request, as JSON."""
    made = compose(request_of(library, **asked), library)
    if isinstance(made, Plan):
        return {"plan": made.as_json()}
    nearest = made.nearest
    move = {key: getattr(nearest, key) for key in ("minutes", "approach", "group")} if nearest else None
    return {"problems": list(made.problems), "nearest": move}


def test_vectors(library: Library, update: bool) -> None:
    """The same requests give the plans kept in vectors.json, which any other implementation has to give as well."""
    found = [{"request": asked, **answer(asked, library)} for asked in wanted_vectors()]
    if update:
        VECTORS.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    assert json.loads(VECTORS.read_text(encoding="utf-8")) == found


def test_every_refusal_names_a_request_that_works(library: Library) -> None:
    """Whoever is refused can type what the refusal says and gets a plan."""
    refusals = [compose(request_of(library, **asked), library) for asked in wanted_vectors()]
    refused = [made for made in refusals if isinstance(made, Refusal)]

    assert refused
    for refusal in refused:
        assert refusal.nearest is not None
        assert isinstance(compose(refusal.nearest, library), Plan)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_run_of_show(path: Path, tmp_path: Path, update: bool) -> None:
    """A recipe set by hand that breaks a rule is refused with the words kept at the end of its file."""
    recipe, _, expected = path.read_text(encoding="utf-8").partition("# refused:\n")
    (tmp_path / "kits").mkdir()
    (tmp_path / "kits" / path.name.replace("_", "-")).write_text(recipe, encoding="utf-8")
    loaded = read_library([HERE / "library", tmp_path])
    kit = loaded.library.get(KitRecipe, f"kits/{path.stem.replace('_', '-')}")
    made = compose(request_for(kit, kit.minutes[0], loaded.library), loaded.library)
    problems = made.problems if isinstance(made, Refusal) else ()
    if update:
        path.write_text(recipe + "# refused:\n" + "".join(f"# {problem}\n" for problem in problems), encoding="utf-8")
        expected = path.read_text(encoding="utf-8").partition("# refused:\n")[2]

    assert expected.splitlines() == [f"# {problem}" for problem in problems]
    assert problems


def test_hash_is_the_one_that_is_documented() -> None:
    """The hash is FNV-1a finished with fmix32, so that a browser gives the same numbers."""
    assert [rank_hash("", ""), rank_hash("", "quotes/a"), rank_hash("spring", "quotes/a")] == [
        579050429,
        2221036953,
        1674138112,
    ]
    assert rank_hash("Zu\u0308rich", "x") == rank_hash("Zürich", "x")


def test_a_longer_plan_keeps_what_it_can(library: Library) -> None:
    """Minutes are no part of the ranking: what a shorter plan took, a longer one of the same approach takes too."""
    plans = [compose(request_of(library, "training", minutes, approach="questions"), library) for minutes in (30, 60)]
    short, long = ({item.entry for item in plan.items} for plan in plans if isinstance(plan, Plan))

    assert short <= long
