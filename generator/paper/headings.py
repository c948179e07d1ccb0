"""What participants read above a segment: its title, or what happens where that is only a name."""

from __future__ import annotations

from generator.library.library import Library
from generator.paper.course import Stretch
from generator.paper.segments import promises
from generator.strings import look_up, say


def heading(stretch: Stretch) -> str:
    """The heading of a segment in the handout; a title that a trainer gave stays as it is."""
    title = stretch.segment.title
    if title != look_up(f"segments.{stretch.role}")["title"]:
        return title
    if stretch.activities:
        return stretch.activities[0][1].title
    if stretch.stories:
        return say("handout.story") if len(stretch.stories) == 1 else title
    return str(look_up("handout.headings").get(stretch.role, title))


def ground_rules(stretches: tuple[Stretch, ...], library: Library) -> tuple[str, ...]:
    """The promises as a trainer puts them, else the library's; those who point to the handout want these on it."""
    own = next((each.segment.say for each in stretches if each.role == "rules"), ())
    points = say("handout.word") in " ".join(own).casefold()
    return own if own and not points else promises(library)
