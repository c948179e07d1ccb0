"""From a recipe or a few words to a full Request: what is left out follows from setting and minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.compose.approaches import approaches
from generator.compose.plan import HUDDLE_MINUTES, Request
from generator.compose.schedule import fits
from generator.library.library import Library
from generator.library.models import Customer, KitRecipe, StorySet

COMBINED_FROM = 60
"""From this many minutes a session combines approaches unless told otherwise."""
USUAL = {"audience": "mixed", "customer": "both", "group": "8", "approach": "questions-then-quote"}
"""What holds where a setting says nothing of its own."""


def request_for(recipe: KitRecipe, minutes: int, library: Library) -> Request:
    """The request of a kit for one of its lengths. It is planned for the largest group of the recipe."""
    setting = recipe.settings[0]
    return Request(
        setting=setting,
        minutes=minutes,
        audience=recipe.audience,
        customer=recipe.customer,
        group=recipe.group.most,
        approach=recipe.approach or usual_approach(setting, minutes, recipe.group.most, library),
        themes=recipe.themes,
        seed=recipe.seed or recipe.id,
        title=recipe.title,
        promise=recipe.promise,
        pins=unfold(recipe.pins, library),
        kit=recipe.id,
        segments=recipe.segments,
        follow_up=recipe.follow_up.kit if recipe.follow_up else None,
        follow_up_days=recipe.follow_up.days if recipe.follow_up else 0,
    )


def request_of(
    library: Library,
    setting: str,
    minutes: int,
    *,
    approach: str | None = None,
    themes: Sequence[str] = (),
    audience: str | None = None,
    customer: Customer | None = None,
    group: int | None = None,
    seed: str = "",
    places: Mapping[int, str] | None = None,
) -> Request:
    """A request in a few words, as typed on the command line."""
    people = int(usual(setting, "group", library)) if group is None else group
    chosen: Customer = customer or ("internal" if usual(setting, "customer", library) == "internal" else "both")
    return Request(
        setting=setting,
        minutes=minutes,
        audience=audience or usual(setting, "audience", library),
        customer=chosen,
        group=people,
        approach=approach or usual_approach(setting, minutes, people, library),
        themes=tuple(themes),
        seed=seed,
        places=tuple(sorted((places or {}).items())),
    )


def usual(setting: str, field: str, library: Library) -> str:
    """What a setting usually has: its audience, customer, group or approach."""
    terms = library.vocabularies.get("settings", {})
    return terms[setting].more.get(field, USUAL[field]) if setting in terms else USUAL[field]


def usual_approach(setting: str, minutes: int, group: int, library: Library) -> str:
    """combined from sixty minutes on, below that what the setting usually has; another where that does not fit."""
    own = usual(setting, "approach", library)
    terms = library.vocabularies.get("settings", {})
    if minutes <= HUDDLE_MINUTES and setting in terms:
        own = terms[setting].more.get("huddle", own)
    first = "combined" if minutes >= COMBINED_FROM else own
    order = [first, *(approach for approach in approaches().cores if approach != first)]
    return next((approach for approach in order if fits(approach, minutes, group)), first)


def unfold(pins: Sequence[str], library: Library) -> tuple[str, ...]:
    """Pins with every story-set replaced by its stories, in order."""
    unfolded: list[str] = []
    for pin in pins:
        entry = library.entries.get(pin)
        unfolded += entry.stories if isinstance(entry, StorySet) else [pin]
    return tuple(unfolded)


def describe(request: Request) -> str:
    """A request in the words of the command line."""
    words = [f"--setting {request.setting}", f"--minutes {request.minutes}", f"--approach {request.approach}"]
    words += [f"--theme {theme}" for theme in request.themes]
    words += [f"--audience {request.audience}", f"--customer {request.customer}", f"--group {request.group}"]
    words += [f"--place {number}={id}" for number, id in request.places]
    return " ".join(words)
