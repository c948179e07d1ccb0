"""The page that leads through a session prompt by prompt, and the words and plans its scripts work with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.compose.plan import HUDDLE_MINUTES
from generator.library.models import KitRecipe
from generator.output import Output
from generator.site.addresses import page_of
from generator.site.data import data_script
from generator.site.site import Pages, Site
from generator.strings import look_up, say

PAGE = "run.html"
DATA = ("library", "tables", "kits", "running", "today")
"""What it loads from ``assets/data/``."""
SCRIPTS = (
    "keep", "copy", "words", "schedule", "composer", "request", "reflow", "cues", "run-parts", "run-session",
    "run-stage", "run-clock", "run-plan", "run-notes", "run-screen", "run-input", "today", "run-choose", "run",
    "offline",
)  # fmt: skip
"""What the page loads from ``assets/``, in this order, after the data."""
PRINTED = (
    "follow_ups", "listen_for", "thread", "about_colleagues", "fault", "takeaway", "takeaway_library", "takeaway_ours",
    "care", "told", "names_changed", "aloud", "if_time", "debrief", "status",
)  # fmt: skip
"""Words of the printed guide that the screen says in the same way."""


def run_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``run.html`` and ``assets/data/running.js``, which sets ``huddlekit.running``."""
    yield pages.make(PAGE, "run.html", data=DATA, scripts=SCRIPTS)
    yield data_script("running", run_data(site))


def run_data(site: Site) -> dict[str, Any]:
    """Words for the screen, words as print has them, and what comes after each kit."""
    return {
        "words": look_up("site.run"),
        "print": _printed(),
        "follow_ups": dict(_follow_ups(site)),
        "huddle_minutes": HUDDLE_MINUTES,
    }


def _printed() -> dict[str, Any]:
    of_the_guide = {name: look_up(f"guide.{name}") for name in PRINTED}
    others = {"translated": look_up("cards.translated"), "library": say("library")}
    return {**of_the_guide, **others, **look_up("site.run.printed")}


def _follow_ups(site: Site) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Kit id -> the kit that comes next, in how many days, and its page."""
    for kit in site.kits:
        after = kit.recipe.follow_up
        if after:
            following = site.library.get(KitRecipe, after.kit)
            yield kit.recipe.id, {"days": after.days, "title": following.title, "page": page_of(following.id)}
