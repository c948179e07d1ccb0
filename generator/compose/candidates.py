"""Which entries fit a place in a plan. Every test looks at one entry and the request alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.compose.plan import Request
from generator.compose.rank import rank, shared_themes
from generator.compose.schedule import Slot
from generator.library.library import Library
from generator.library.models import Activity, Entry, Placed, Question, Quote, Story

KINDS: Mapping[str, type[Placed]] = {"question": Question, "quote": Quote, "story": Story, "activity": Activity}
NEWCOMERS = ("new-hires",), ("orientation",)
"""Audiences and settings that have no time here to look back on."""


@dataclass(frozen=True)
class Opening:
    """A place for one entry: a slot, and what this place in particular asks for."""

    slot: Slot
    minutes: int
    internal: bool = False
    """A question here must have an internal form."""
    barrier: bool = False
    """An entry that raises barriers may stand here."""
    anchor: str = ""
    """A theme the entry must carry, so that the closing quote and the act question share it."""
    placed: str = ""
    """The entry that somebody chose for this place: no other fits."""

    def chosen(self, entry: Entry, request: Request) -> bool:
        """Somebody asked for this entry by name, here or anywhere in the session."""
        return entry.id == self.placed or entry.id in request.pins


Test = Callable[[Placed, Opening, Request], bool]


def _themes(entry: Placed, opening: Opening, request: Request) -> bool:
    asked_for = not request.themes or shared_themes(entry, request) > 0 or opening.chosen(entry, request)
    return asked_for and (not opening.anchor or opening.anchor in entry.themes)


def _setting(entry: Placed, opening: Opening, request: Request) -> bool:
    return not entry.settings or request.setting in entry.settings


def _audience(entry: Placed, opening: Opening, request: Request) -> bool:
    audiences, settings = NEWCOMERS
    newcomers = request.audience in audiences or request.setting in settings
    needs_time = isinstance(entry, Question | Activity) and "time-here" in entry.needs
    return (not entry.audience or request.audience in entry.audience) and not (newcomers and needs_time)


def _customer(entry: Placed, opening: Opening, request: Request) -> bool:
    if isinstance(entry, Question) and opening.internal:
        return entry.customer == "internal" or bool(entry.ask_internal)
    return "both" in (request.customer, entry.customer) or request.customer == entry.customer


def _raises(entry: Placed, opening: Opening, request: Request) -> bool:
    return opening.barrier or not (isinstance(entry, Question | Activity) and entry.raises)


def _minutes(entry: Placed, opening: Opening, request: Request) -> bool:
    if isinstance(entry, Activity):
        return opening.minutes in entry.minutes
    return not isinstance(entry, Story) or entry.reading_seconds <= opening.minutes * 60


def _group(entry: Placed, opening: Opening, request: Request) -> bool:
    return not isinstance(entry, Activity) or request.group in entry.group


TESTS: Mapping[str, Test] = {
    "themes": _themes,
    "minutes": _minutes,
    "raises": _raises,
    "customer": _customer,
    "group": _group,
    "audience": _audience,
    "setting": _setting,
}
"""Field -> test, in the order in which a refusal names them."""


def pool(opening: Opening, request: Request, library: Library, without: str = "") -> list[Placed]:
    """Every entry that fits, best first; ``without`` names a test to leave out."""
    tests = [test for field, test in TESTS.items() if field != without]
    fitting = [entry for entry in _sort(opening, request, library) if all(t(entry, opening, request) for t in tests)]
    return sorted(fitting, key=lambda entry: rank(entry, request))


def _sort(opening: Opening, request: Request, library: Library) -> Iterator[Placed]:
    """The complete entries of the right kind, step or place; of these the one that was chosen, if one was."""
    for entry in library.all(KINDS[opening.slot.row.takes]):
        if entry.complete and opening.placed in ("", entry.id) and _is_sort(entry, opening, request):
            yield entry


def _is_sort(entry: Entry, opening: Opening, request: Request) -> bool:
    row = opening.slot.row
    match entry:
        case Question():
            return entry.step == row.step
        case Quote():
            return row.plays in entry.plays and (entry.status != "disputed" or opening.chosen(entry, request))
        case Activity():
            return entry.where == "room"
        case _:
            return True


def builds_on(entry: Entry) -> tuple[str, ...]:
    """The entries of which one must come earlier."""
    return entry.after if isinstance(entry, Question | Activity) else ()
