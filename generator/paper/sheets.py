"""Sheets that are handed out: which lie in the handout, which by themselves, and how many of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Activity, Form, Material
from generator.library.worksheets import RankedList, Reader, TextField, Worksheet
from generator.paper.course import Stretch
from generator.paper.room import tables_for
from generator.strings import say

SPARES = 2
"""Extra copies of whatever each person gets."""


@dataclass(frozen=True)
class HandOut:
    """A sheet that is handed out by itself."""

    item: str
    count: int
    reader: Reader


def in_handout(sheet: Worksheet, plan: Plan) -> bool:
    """A person's sheet is in the handout, unless it is collected and laid beside those of others."""
    collected = isinstance(sheet, RankedList) and sheet.compare
    return "handout" in plan.documents and sheet.reader == "person" and not collected


def copies(reader: Reader, people: int) -> int:
    """How many of a sheet there are for a group."""
    return {"person": people + SPARES, "table": tables_for(people), "facilitator": 1}[reader]


def material_count(material: Material, people: int) -> int:
    """How many of a thing an activity needs for a group."""
    times = {"group": 1, "table": tables_for(people), "person": people + SPARES}
    return material.count * times[material.per]


def sheet_count(activity: Activity, people: int) -> int:
    """How many of its sheet an activity needs: what its materials say, else one for each reader."""
    if activity.worksheet is None:
        return 0
    name = say("guide.worksheet", title=activity.worksheet.title)
    said = [material_count(material, people) for material in activity.materials if material.item == name]
    return max(said, default=copies(activity.worksheet.reader, people))


def is_pocket_card(form: Form) -> bool:
    """A person's form with text to read, cut out and carried along."""
    texts = any(isinstance(field, TextField) for field in form.fields)
    return form.when in ("during", "after") and form.reader == "person" and texts


def for_setting(form: Form, plan: Plan) -> bool:
    """Whether a form is meant for the setting of a plan."""
    return not form.settings or plan.request.setting in form.settings


def handed_out(plan: Plan, stretches: tuple[Stretch, ...], library: Library) -> Iterator[HandOut]:
    """The sheets that are used in the room and are not in the handout."""
    people = plan.request.group
    for stretch in stretches:
        for _, activity in stretch.activities:
            sheet = activity.worksheet
            if sheet and not in_handout(sheet, plan):
                item = say("guide.worksheet", title=sheet.title)
                yield HandOut(item, sheet_count(activity, people), sheet.reader)
    for form in library.all(Form) if "worksheets" in plan.documents else ():
        if form.when == "during" and for_setting(form, plan):
            name = "guide.pocket_card" if is_pocket_card(form) else "guide.worksheet"
            yield HandOut(say(name, title=form.title), copies(form.reader, people), form.reader)
