"""Phase one: approach, length and group size fix the segments and their minutes. No entry has a say in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.compose.approaches import Cell, Row, approaches
from generator.compose.groups import GroupBand, band_for
from generator.compose.minutes import Need, allot, droppable
from generator.compose.plan import Bounds, Request
from generator.strings import look_up, say


@dataclass(frozen=True)
class Slot:
    """A segment with its minutes, still without entries."""

    row: Row
    role: str
    kind: str
    starts: int
    minutes: int
    bounds: Bounds
    entries: int
    """How many entries it takes."""
    entry_minutes: int
    """Minutes that its entries take together."""
    method: str
    gives_way: int


@dataclass(frozen=True)
class CannotSchedule:
    """Why no schedule exists, and which field of the request to move first."""

    problem: str
    move: tuple[str, ...]


def schedule(request: Request) -> tuple[Slot, ...] | CannotSchedule:
    """Slots whose minutes add up to the request's, in the order of the session."""
    table, people = approaches(), band_for(request.group)
    if not 5 <= request.minutes <= 120:
        return CannotSchedule(say("compose.length", minutes=request.minutes), ("minutes",))
    if people is None or request.group < 2:
        return CannotSchedule(say("compose.group", group=request.group), ("group",))
    if request.minutes < people.shortest:
        words = say("compose.large_group", group=request.group, minutes=people.shortest)
        return CannotSchedule(words, ("minutes", "group"))
    column = table.band(request.minutes)
    if not table.has(request.approach, column):
        words = say("compose.no_column", approach=request.approach, minutes=request.minutes)
        return CannotSchedule(words, ("approach", "minutes"))
    needs = _needs(request.approach, column, people)
    for given_up in range(len(droppable(needs)) + 1):
        kept = _without(needs, given_up)
        if _least(kept) <= request.minutes:
            shares = zip(kept, allot(kept, request.minutes), strict=True)
            slots = [slot for need, minutes in shares for slot in _slots(need, minutes, people)]
            return _timed(_with_break(slots, request.minutes))
    least = _least(_without(needs, len(droppable(needs))))
    words = say("compose.too_short", approach=request.approach, group=request.group, least=least)
    return CannotSchedule(words, ("minutes", "approach"))


def fits(approach: str, minutes: int, group: int) -> bool:
    """Whether an approach has a schedule for this length and group."""
    request = Request("", minutes, "", "both", group, approach)
    return not isinstance(schedule(request), CannotSchedule)


def _least(needs: Iterable[Need]) -> int:
    return sum(need.bounds.least for need in needs)


def _needs(approach: str, column: int, people: GroupBand) -> list[Need]:
    table = approaches()
    core = [row for row in table.cores[approach] if row.role != "closing-quote"]
    last_words = [row for row in table.cores[approach] if row.role == "closing-quote"]
    actions, *ending = table.closing
    rows = [*table.opening, *core, actions, *last_words, *ending, *table.breaks]
    return [_need(row, row.minutes[column], column, people) for row in rows if column in row.minutes]


def _need(row: Row, cell: Cell, column: int, people: GroupBand) -> Need:
    """A row at its length. Five-minute plans keep their minutes whatever the group; absent rows gain none."""
    fixed = column == 5 or cell.bounds.usual == 0
    gives_way = 0 if row.gives_way == 2 and cell.most < 2 else row.gives_way
    return Need(row, cell, cell.bounds if fixed else people.adjust(row.group, cell.bounds), gives_way)


def _without(needs: list[Need], given_up: int) -> list[Need]:
    """The needs after the first ``given_up`` of them gave way altogether; an opening quote is then still read."""
    gone = droppable(needs)[:given_up]
    kept = [replace(need, bounds=Bounds(1, 1, 1)) if need in gone else need for need in needs]
    return [need for need, was in zip(kept, needs, strict=True) if was not in gone or was.row.role == "opening-quote"]


def _slots(need: Need, minutes: int, people: GroupBand) -> Iterable[Slot]:
    """The segments of one row: none without minutes, two where the row ends with another (activity, then debrief)."""
    if minutes == 0:
        return
    row, entries = need.row, need.cell.entries(minutes) if need.row.takes else 0
    if row.takes == "story":
        entries = max(need.cell.fewest, min(need.cell.most, minutes // 2))
    first = minutes
    if row.then == "debrief":
        first = minutes - minutes * 3 // 10
    elif row.then:
        first = min(2 * entries, minutes - 1)
    method = _method(row, first, people, entries)
    share = _share(need.bounds, minutes, first)
    yield Slot(row, row.role, row.kind, 0, first, share, entries, first, method, need.gives_way)
    if row.then:
        rest = Bounds(need.bounds.least - share.least, need.bounds.usual - share.usual, need.bounds.most - share.most)
        yield Slot(
            replace(row, takes=""), row.then, row.kind, 0, minutes - first, rest, 0, 0, _role_method(row.then), 0
        )


def _share(bounds: Bounds, whole: int, part: int) -> Bounds:
    """The bounds of the first part of a row, so that the rest keeps within what is left."""
    if whole == part:
        return bounds
    rest = whole - part
    return Bounds(
        min(part, max(1, bounds.least - rest)), min(part, max(1, bounds.usual - rest)), max(part, bounds.most - rest)
    )


def _method(row: Row, minutes: int, people: GroupBand, entries: int) -> str:
    """How people talk: what fits the group and the minutes that one entry has."""
    if row.group not in people.methods:
        return _role_method(row.role)
    key = people.method(row.group, minutes // max(1, entries))
    if entries < 2 or row.takes != "question":
        return say(f"methods.groups.{key}")
    return say("methods.two", first=say(f"methods.groups.{key}"), second=say(f"methods.second.{key}"))


def _role_method(role: str) -> str:
    words: str = look_up("methods.roles").get(role, look_up("methods.roles.default"))
    return words


def _with_break(slots: list[Slot], total: int) -> list[Slot]:
    """The break, moved to the boundary nearest to half-time; never between an exercise and looking back on it."""
    pauses = [slot for slot in slots if slot.kind == "break"]
    if not pauses:
        return slots
    talk = [slot for slot in slots if slot.kind != "break"]
    starts = _starts(talk)
    inside = [i for i in range(1, len(talk)) if 40 * total <= 100 * starts[i] <= 65 * total]
    whole = [i for i in inside if talk[i].role not in ("debrief", "notice", "takeaways")]
    at = min(whole or inside, key=lambda i: abs(2 * starts[i] - total))
    return [*talk[:at], *pauses, *talk[at:]]


def _timed(slots: list[Slot]) -> tuple[Slot, ...]:
    return tuple(replace(slot, starts=start) for slot, start in zip(slots, _starts(slots), strict=True))


def _starts(slots: list[Slot]) -> list[int]:
    return [sum(slot.minutes for slot in slots[:i]) for i in range(len(slots))]
