"""What an entry asks of the person who leads: something to print, something to prepare, people in one room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.plan import HUDDLE_MINUTES
from generator.library.library import Library
from generator.library.models import Activity, Entry, Form, Guidance, KitRecipe
from generator.library.models.activities import Material
from generator.site.model import BuiltPlan, KitPage
from generator.strings import look_up

IN_PERSON = frozenset({"retreat", "conversation"})
"""Settings whose point is to be in one place: a day away from the desk, a walk to where people work."""


def needs_paper(entry: Entry, kit: KitPage | None, library: Library) -> bool:
    """Something has to be printed for it.

    Forms are printed. So is the worksheet of an activity, unless all its materials lie about in any meeting room (a
    card to write on, sticky notes), and whatever a material calls printed and gives no other way for. A sheet whose
    lines could be drawn by hand counts as printed. A kit can do without when one of its lengths is a huddle (its own
    sheet can be read from a phone) none of whose activities needs paper.
    """
    match entry:
        case KitRecipe():
            return not (kit and any(_without_paper(built, library) for built in kit.plans))
        case Activity():
            sheet = entry.worksheet is not None and not all(map(_at_hand, entry.materials))
            return sheet or any(map(_printed, entry.materials))
    return isinstance(entry, Form)


def no_preparation(entry: Entry, kit: KitPage | None, library: Library) -> bool:
    """It can start the moment somebody has read it.

    Nothing is printed, and whatever is needed lies about in any meeting room: pens, plain paper, sticky notes, tape,
    a flip chart. An activity passes when each of its materials, or what it says can stand in for it, is made of such
    words alone; the tasks between meetings do not pass. Quotes, questions, stories and sets of stories pass, for they
    are read out. A kit passes when one of its lengths is a huddle whose activities all pass. Guidance for the time
    before a session is preparation itself, and forms are printed.
    """
    match entry:
        case KitRecipe():
            return kit is not None and any(_ready(built, library) for built in kit.plans)
        case Activity():
            return (
                entry.where == "room" and not needs_paper(entry, None, library) and all(map(_at_hand, entry.materials))
            )
        case Guidance():
            return entry.when != "before"
        case Form():
            return False
    return True


def works_on_a_call(entry: Entry, kit: KitPage | None, library: Library) -> bool:
    """It can be done with people who see each other on a screen.

    An activity says how in its ``remote``; one whose ``remote`` begins with *not* or *no* cannot. What is meant for
    retreats or conversations alone needs people in one place. A kit passes when all activities in one of its lengths
    do. Forms are paper.
    """
    settings = set(getattr(entry, "settings", ()))
    if isinstance(entry, Form) or (settings and settings <= IN_PERSON):
        return False
    if isinstance(entry, Activity):
        return _remote(entry)
    return not kit or any(all(map(_remote, _activities(built, library))) for built in kit.plans)


def _without_paper(built: BuiltPlan, library: Library) -> bool:
    huddle = built.minutes <= HUDDLE_MINUTES
    return huddle and not any(needs_paper(each, None, library) for each in _activities(built, library))


def _ready(built: BuiltPlan, library: Library) -> bool:
    huddle = built.minutes <= HUDDLE_MINUTES
    return huddle and all(no_preparation(each, None, library) for each in _activities(built, library))


def _activities(built: BuiltPlan, library: Library) -> Iterator[Activity]:
    for item in built.plan.items:
        entry = library.entries[item.entry]
        if isinstance(entry, Activity):
            yield entry


def _remote(activity: Activity) -> bool:
    return activity.remote.partition(" ")[0].strip(",.;:").casefold() not in look_up("site.find.not_remote")


def _at_hand(material: Material) -> bool:
    return any(_plain(text) for text in (material.item, material.or_with_paper) if text)


def _printed(material: Material) -> bool:
    return material.or_with_paper is None and not _words(material.item).isdisjoint(look_up("site.find.printed"))


def _plain(text: str) -> bool:
    """Every word of it names something that lies about, or says how many or what size."""
    return _words(text) <= set(look_up("site.find.at_hand").split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))
