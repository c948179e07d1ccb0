"""The drawing of the room: chairs, tables, flip chart, for this place, this group and these methods."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.strings import say

_WIDTH, _HEIGHT = 1000, 700


@dataclass(frozen=True)
class Dot:
    """A chair, by its centre."""

    x: int
    y: int
    you: bool = False


@dataclass(frozen=True)
class Disc:
    """A table: a rounded rectangle, or a circle where both radii are one."""

    x: int
    y: int
    width: int
    height: int
    round: int


@dataclass(frozen=True)
class Room:
    """The drawing and what it shows in words."""

    width: int
    height: int
    form: str
    words: str
    chairs: tuple[Dot, ...]
    tables: tuple[Disc, ...]


def tables_for(people: int) -> int:
    """How many tables a group sits at: four or five people each, five or six in a large group."""
    if people <= 8:
        return 1
    return (2 * people + 4) // 9 if people <= 24 else -(-people // 6)


def room(plan: Plan, *, at_tables: bool = False) -> Room:
    """The room for a plan's setting and group; ``at_tables`` where its activities lay something on each table."""
    people, form = plan.request.group, _form(plan, at_tables)
    draw = {"circle": _circle, "walk": _circle, "horseshoe": _horseshoe, "tables": _tables, "board": _board}[form]
    chairs, tables = draw(people)
    words = say(f"guide.before.rooms.{form}", people=say("people", count=people), tables=tables_for(people))
    return Room(_WIDTH, _HEIGHT, form, words, chairs, tables)


def _form(plan: Plan, at_tables: bool) -> str:
    people, setting = plan.request.group, plan.request.setting
    if setting == "conversation" and people <= 4:
        return "walk"
    if people > 12 or (people > 8 and (at_tables or setting == "cross-team")):
        return "tables"
    if setting == "leadership":
        return "board"
    return "circle" if people <= 8 else "horseshoe"


def _at(x: int, y: int, across: int, down: int, degrees: float) -> tuple[int, int]:
    turn = math.radians(degrees)
    return round(x + across * math.cos(turn)), round(y + down * math.sin(turn))


def _circle(people: int) -> tuple[tuple[Dot, ...], tuple[Disc, ...]]:
    seats = people + 1
    spots = [_at(500, 390, 250, 240, 90 + 360 * i / seats) for i in range(seats)]
    return tuple(Dot(x, y, i == 0) for i, (x, y) in enumerate(spots)), ()


def _horseshoe(people: int) -> tuple[tuple[Dot, ...], tuple[Disc, ...]]:
    spots = [_at(500, 290, 360, 340, -20 + 220 * i / (people - 1)) for i in range(people)]
    return (*(Dot(x, y) for x, y in spots), Dot(620, 165, True)), ()


def _board(people: int) -> tuple[tuple[Dot, ...], tuple[Disc, ...]]:
    seats, chairs = people + 1, []
    sides = -(-seats // 2)
    for i in range(seats):
        row, place = divmod(i, sides)
        count = sides if row == 0 else seats - sides
        x = round(220 + 560 * (place + 0.5) / count)
        chairs.append(Dot(x, 250 if row == 0 else 590, i == sides - 1))
    return tuple(chairs), (Disc(220, 300, 560, 240, 40),)


def _tables(people: int) -> tuple[tuple[Dot, ...], tuple[Disc, ...]]:
    count = tables_for(people)
    across = count if count <= 3 else -(-count // 2)
    rows, chairs, tables = -(-count // across), [Dot(640, 120, True)], []
    radius = min(480 // across - 62, 100 if rows == 1 else 72)
    for i in range(count):
        row, place = divmod(i, across)
        in_row = across if row < rows - 1 else count - across * (rows - 1)
        x, y = round(1000 * (place + 0.5) / in_row), (430 if rows == 1 else (320, 560)[row])
        tables.append(Disc(x - radius, y - radius, 2 * radius, 2 * radius, radius))
        at_table = people // count + (i < people % count)
        chairs += [Dot(*_at(x, y, radius + 36, radius + 36, turn)) for turn in _turns(at_table)]
    return tuple(chairs), tuple(tables)


def _turns(count: int) -> list[float]:
    """Where people sit round a table, in degrees: nobody with their back to the front."""
    return [-20 + 220 * place / max(1, count - 1) for place in range(count)]
