"""Every recipe of a library, composed in each of its lengths."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.compose import compose
from generator.compose.plan import Plan, Refusal
from generator.compose.request import request_for
from generator.library.library import Library
from generator.library.models import KitRecipe


@dataclass(frozen=True)
class ComposedKit:
    """A recipe with one plan for each of its lengths, shortest first."""

    recipe: KitRecipe
    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class RefusedKit:
    """A length of a recipe that cannot be composed."""

    recipe: KitRecipe
    minutes: int
    refusal: Refusal


def compose_kits(library: Library) -> tuple[tuple[ComposedKit, ...], tuple[RefusedKit, ...]]:
    """All kits, and each of their lengths that cannot be composed."""
    kits: list[ComposedKit] = []
    refused: list[RefusedKit] = []
    for recipe in library.all(KitRecipe):
        plans: list[Plan] = []
        for minutes in sorted(set(recipe.minutes)):
            made = compose(request_for(recipe, minutes, library), library)
            if isinstance(made, Plan):
                plans.append(made)
            else:
                refused.append(RefusedKit(recipe, minutes, made))
        kits.append(ComposedKit(recipe, tuple(plans)))
    return tuple(kits), tuple(refused)
