"""One ready huddle for today's meeting: the first stands on the page, a script takes another one each day."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from generator.compose.plan import HUDDLE_MINUTES, Plan
from generator.library.library import Library
from generator.library.models import Question
from generator.site.addresses import page_of
from generator.site.launch import run_address
from generator.site.model import KitPage
from generator.site.script import spoken
from generator.site.site import Site
from generator.strings import look_up, say

MEETING = "staff-meeting"


@dataclass(frozen=True)
class Today:
    """A huddle as the home page offers it. Addresses are below the root of the site."""

    title: str
    promise: str
    minutes: str
    """``10 minutes``"""
    question: str
    """The first one that is asked, or nothing where none is."""
    page: str
    run: str


def huddles_of_today(site: Site) -> tuple[Today, ...]:
    """Huddles for a mixed group in a staff meeting; where there are none, all huddles."""
    ready = [kit for kit in site.kits if kit.huddle]
    meant = [kit for kit in ready if kit.recipe.audience == "mixed" and MEETING in kit.recipe.settings]
    return tuple(_today(kit, site.library) for kit in meant or ready)


def today_data(huddles: tuple[Today, ...]) -> dict[str, object]:
    """What the script of the home page works with."""
    return {"huddles": [asdict(each) for each in huddles], "words": look_up("site.home.now")}


def _today(kit: KitPage, library: Library) -> Today:
    plan = next(built.plan for built in kit.plans if built.minutes <= HUDDLE_MINUTES)
    minutes = plan.request.minutes
    return Today(
        title=kit.recipe.title,
        promise=kit.recipe.promise,
        minutes=say("minutes", count=minutes),
        question=_first_question(plan, library),
        page=f"{page_of(kit.recipe.id)}#m{minutes}",
        run=run_address(plan),
    )


def _first_question(plan: Plan, library: Library) -> str:
    asked = (item for item in plan.items if isinstance(library.entries[item.entry], Question))
    first = next(asked, None)
    return spoken(first, library) if first else ""
