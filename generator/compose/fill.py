"""Phase two: each place is filled with the best entry that fits it and is not forbidden by what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.compose.candidates import TESTS, Opening, builds_on, pool
from generator.compose.plan import Item, Request
from generator.compose.rank import rank_hash, shared_themes
from generator.compose.request import describe
from generator.compose.schedule import Slot
from generator.library.library import Library
from generator.library.models import Entry, Placed, Quote
from generator.strings import say

Filled = dict[int, tuple[Item, ...]]
"""Index of a slot -> its items."""


@dataclass(frozen=True)
class CannotFill:
    """Why a place stays empty, and which fields of the request to move first."""

    problem: str
    move: tuple[str, ...]


@dataclass
class _Taken:
    promised: frozenset[str]
    """Marks of the entries that were chosen for a place: no other place may take them."""
    marks: set[str] = field(default_factory=set)


def fill(slots: Sequence[Slot], request: Request, library: Library) -> Filled | CannotFill:
    """Items for every slot that takes entries."""
    openings = _placed(_openings(slots, request), request)
    if not isinstance(openings, CannotFill):
        openings = _anchored(openings, request, library)
    if isinstance(openings, CannotFill):
        return openings
    taken, filled = _Taken(_promised(request, library)), Filled()
    for index, places in openings.items():
        items: list[Item] = []
        for opening in reversed(places):  # the last place asks for most, so it chooses first
            item = _take(opening, request, library, taken)
            if isinstance(item, CannotFill):
                return item
            items.append(item)
        filled[index] = _in_order(items, request)
    missing = [pin for pin in request.pins if pin not in taken.marks]
    return _unplaced(missing[0], request, library) if missing else filled


def _openings(slots: Sequence[Slot], request: Request) -> dict[int, list[Opening]]:
    """One opening for each entry; the question asked internally and the place for barriers are set beforehand."""
    internal = _internal_slot(slots, request)
    barrier = _barrier_slot(slots)
    openings: dict[int, list[Opening]] = {}
    for index, slot in enumerate(slots):
        shares = _shares(slot.entry_minutes, slot.entries)
        openings[index] = [
            Opening(
                slot,
                share,
                internal=request.customer == "internal" or (index == internal and place == 0),
                barrier=index == barrier and place == slot.entries - 1,
            )
            for place, share in enumerate(shares)
        ]
    return {index: places for index, places in openings.items() if places}


def _placed(openings: dict[int, list[Opening]], request: Request) -> dict[int, list[Opening]] | CannotFill:
    """The openings, told which entry was chosen for them. Places count from 1 in the order of the session."""
    chosen, count = dict(request.places), sum(map(len, openings.values()))
    beyond = [number for number in chosen if not 1 <= number <= count]
    if beyond:
        return CannotFill(say("compose.no_place", place=beyond[0], count=count), ("places",))
    numbers = iter(range(1, count + 1))
    return {
        index: [replace(opening, placed=chosen.get(next(numbers), "")) for opening in places]
        for index, places in openings.items()
    }


def _shares(minutes: int, entries: int) -> list[int]:
    """Minutes for each entry, the earlier ones getting what does not divide."""
    if entries == 0:
        return []
    each, rest = divmod(minutes, entries)
    return [each + (place < rest) for place in range(entries)]


def _internal_slot(slots: Sequence[Slot], request: Request) -> int | None:
    """Where a plan about both kinds of customer asks a question in its internal form (from 30 minutes)."""
    if request.customer != "both" or request.minutes < 30:
        return None
    asking = [index for index, slot in enumerate(slots) if slot.row.takes == "question"]
    order = ("see", "reflect", "recall", "act")
    return min(asking, key=lambda index: (order.index(slots[index].row.step), index), default=None)


def _barrier_slot(slots: Sequence[Slot]) -> int | None:
    """The one place for an entry that raises barriers: the last reflection with as many minutes of ways after it."""
    for index in reversed(range(1, len(slots))):
        slot, later = slots[index], slots[index + 1 :]
        ways = sum(s.minutes for s in later if s.role in ("act", "actions"))
        if slot.row.step == "reflect" and ways >= slot.minutes and all(s.kind != "break" for s in later):
            return index
    return None


def _anchored(
    openings: dict[int, list[Opening]], request: Request, library: Library
) -> dict[int, list[Opening]] | CannotFill:
    """The last act question and the closing quote share a theme: the first, by hash, that both can carry."""
    ends = {places[0].slot.role: index for index, places in openings.items()}
    if "act" not in ends or "closing-quote" not in ends:
        return openings
    chosen = ends["act"], ends["closing-quote"]
    pools = [pool(openings[index][-1], request, library) for index in chosen]
    themes = sorted(
        {theme for entry in pools[1] for theme in entry.themes if _carry(theme, pools[0])},
        key=lambda theme: (
            -_pins_with(theme, pools, request),
            theme not in request.themes,
            rank_hash(request.seed, f"themes/{theme}"),
        ),
    )
    if not themes:
        return CannotFill(say("compose.no_pair", request=describe(request)), ("themes", "approach", "minutes"))
    for index in chosen:
        *others, last = openings[index]
        openings[index] = [*others, replace(last, anchor=themes[0])]
    return openings


def _carry(theme: str, entries: Sequence[Placed]) -> bool:
    return any(theme in entry.themes for entry in entries)


def _pins_with(theme: str, pools: Sequence[Sequence[Placed]], request: Request) -> int:
    return sum(entry.id in request.pins and theme in entry.themes for entries in pools for entry in entries)


def _take(opening: Opening, request: Request, library: Library, taken: _Taken) -> Item | CannotFill:
    free = [entry for entry in pool(opening, request, library) if _allowed(entry, opening, library, taken)]
    if not free:
        return _nothing(opening, request, library)
    best, second = free[0], free[1].id if len(free) > 1 else None
    taken.marks |= _marks(best, library)
    rank_words = _rank_words(best, opening, request)
    why = (
        say("compose.why_second", rank=rank_words, count=len(free), second=second)
        if second
        else say("compose.why_first", rank=rank_words, count=len(free))
    )
    return Item(best.id, opening.minutes, opening.internal, why)


def _allowed(entry: Placed, opening: Opening, library: Library, taken: _Taken) -> bool:
    """The vetoes: no entry twice, one quote an author, builds on something that came before."""
    gone = taken.marks if opening.placed else taken.marks | taken.promised
    base = builds_on(entry)
    return gone.isdisjoint(_marks(entry, library)) and (not base or not taken.marks.isdisjoint(base))


def _marks(entry: Entry, library: Library) -> set[str]:
    """What a plan may hold once: the entry, and the author of a quote."""
    return {entry.id, library.person(entry.author)} if isinstance(entry, Quote) else {entry.id}


def _promised(request: Request, library: Library) -> frozenset[str]:
    chosen = [library.entries[id] for _, id in request.places if id in library.entries]
    return frozenset(mark for entry in chosen for mark in _marks(entry, library))


def _rank_words(entry: Placed, opening: Opening, request: Request) -> str:
    if opening.placed:
        return say("compose.rank.placed")
    if entry.id in request.pins:
        return say("compose.rank.pinned")
    if shared_themes(entry, request):
        return say("compose.rank.themes", themes=", ".join(t for t in entry.themes if t in request.themes))
    return say("compose.rank.plain")


def _in_order(items: Sequence[Item], request: Request) -> tuple[Item, ...]:
    """Places were filled from the last; pinned entries then stand in the order of their pins."""
    ordered = list(reversed(items))
    pinned = iter(sorted((i for i in ordered if i.entry in request.pins), key=lambda i: request.pins.index(i.entry)))
    return tuple(next(pinned) if item.entry in request.pins else item for item in ordered)


def _nothing(opening: Opening, request: Request, library: Library) -> CannotFill:
    """Name what is missing, and the one thing whose absence would help most."""
    row = opening.slot.row
    if opening.placed:
        return CannotFill(say("compose.place", id=opening.placed), ("places", "minutes"))
    what = say(f"compose.what.{row.step or row.takes}", plays=row.plays, minutes=opening.minutes)
    described = describe(request)
    bare = replace(opening, anchor="")
    for name in TESTS:
        count = len(pool(bare, request, library, without=name))
        if count and (name != "themes" or request.themes):
            without = say(f"compose.without.{name}")
            words = say("compose.none_but", what=what, request=described, count=count, without=without)
            return CannotFill(words, (name, "themes", "minutes"))
    return CannotFill(say("compose.none", what=what, request=described), ("themes", "approach", "minutes"))


def _unplaced(pin: str, request: Request, library: Library) -> CannotFill:
    entry = library.entries.get(pin)
    reason = "unknown" if entry is None else "place" if entry.complete else "review"
    words = say("compose.pin", pin=pin, reason=say(f"compose.pin_reasons.{reason}"))
    return CannotFill(words, ("pins", "minutes", "approach"))
