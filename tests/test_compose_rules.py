"""The composer's rules hold for any library and any request, not only for ours."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings

from generator.compose.compose import attempt, compose
from generator.compose.plan import Plan, Request
from generator.compose.rules import broken_rules
from generator.library.library import Library
from generator.library.models import Placed, Question, Quote
from tests.random_library import libraries, library_of, newcomers, requests

thorough = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)


@thorough
@given(libraries, requests)
def test_a_plan_keeps_every_rule(library: Library, request: Request) -> None:
    """Whatever is composed adds up, repeats nothing, keeps arc and balance, and asks internally where it must."""
    plan = attempt(request, library)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)

    assert broken_rules(request, plan.segments, library) == []
    assert sum(segment.minutes for segment in plan.segments) == request.minutes
    assert [segment.starts for segment in plan.segments] == [
        sum(segment.minutes for segment in plan.segments[:n]) for n in range(len(plan.segments))
    ]


@thorough
@given(libraries, requests)
def test_a_plan_takes_only_what_fits(library: Library, request: Request) -> None:
    """Setting, audience and time here are hard filters, whatever else is missing."""
    plan = attempt(request, library)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)

    for item in plan.items:
        entry = library.entries[item.entry]
        assert isinstance(entry, Placed)
        assert not entry.settings or request.setting in entry.settings
        assert not entry.audience or request.audience in entry.audience
        assert not request.themes or set(entry.themes) & set(request.themes)
        if request.setting == "orientation" or request.audience == "new-hires":
            assert "time-here" not in getattr(entry, "needs", ())


@settings(parent=thorough, max_examples=40)
@given(libraries, requests)
def test_a_refusal_names_a_request_that_works(library: Library, request: Request) -> None:
    """The nearest request of a refusal can be composed; without one, the library is too thin."""
    made = compose(request, library)
    if not isinstance(made, Plan) and made.nearest is not None:
        assert isinstance(attempt(made.nearest, library), Plan)


@thorough
@given(libraries, requests, newcomers)
def test_a_new_entry_changes_least(library: Library, request: Request, new: Placed) -> None:
    """A plan that does not take a new entry stays as it was; one that takes it loses one other."""
    before = attempt(request, library)
    after = attempt(request, library_of([*_entries(library), new]))
    assume(isinstance(before, Plan))
    assert isinstance(before, Plan)
    assert isinstance(after, Plan)

    taken = [item.entry for item in after.items]
    if new.id not in taken:
        assert after.as_json() == before.as_json()
        return
    assert [(s.role, s.starts, s.minutes) for s in after.segments] == [
        (s.role, s.starts, s.minutes) for s in before.segments
    ]
    lost = [item.entry for item in before.items if item.entry not in taken]
    assert len([id for id in lost if not _may_go(library.entries[id], new, taken, library)]) <= 1


@thorough
@given(libraries, requests)
def test_an_entry_that_is_not_used_can_go(library: Library, request: Request) -> None:
    """Removing entries that a plan does not take changes nothing in it."""
    plan = attempt(request, library)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)
    used = {item.entry for item in plan.items}
    for entry in _entries(library):
        if entry.id not in used:
            without = attempt(request, library_of([e for e in _entries(library) if e.id != entry.id]))
            assert isinstance(without, Plan)
            assert without.as_json() == plan.as_json()
            break


def _entries(library: Library) -> list[Placed]:
    return [entry for entry in library.entries.values() if isinstance(entry, Placed)]


def _may_go(entry: object, new: Placed, taken: list[str], library: Library) -> bool:
    """Whether a rule sends this entry away once the new one is in.

    Same author; what it built on is gone; or it is the partner of the new entry in the pair of act question and
    closing quote, which share a theme.
    """
    if isinstance(entry, Quote) and isinstance(new, Quote) and entry.author == new.author:
        return True
    if isinstance(entry, Question) and entry.after and not set(entry.after) & set(taken):
        return True
    return (isinstance(entry, Quote) and isinstance(new, Question) and new.step == "act") or (
        isinstance(entry, Question) and entry.step == "act" and isinstance(new, Quote)
    )
