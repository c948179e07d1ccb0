"""What the site is made from, beside the Library: built kits with their downloads, and a few options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose.plan import HUDDLE_MINUTES, Plan
from generator.library.brand import Brand
from generator.library.models import KitRecipe


@dataclass(frozen=True)
class Download:
    """One file of a kit, where it lies below the root of the site, and what it looks like."""

    document: str
    """Name without suffix: ``sheet``, ``guide`` … or with an edition: ``guide-large``."""
    paper: str
    """``a4``, ``letter``, or nothing where paper does not matter."""
    path: str
    """``kits/first-day/60/a4/guide.pdf``"""
    pages: int
    size_bytes: int
    pictures: Sequence[str] = ()
    """PNGs of its pages in order, below the root of the site."""


@dataclass(frozen=True)
class BuiltPlan:
    """One length of a kit with its files."""

    plan: Plan
    downloads: Sequence[Download] = ()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.plan.request.minutes


@dataclass(frozen=True)
class KitPage:
    """A kit in all its lengths, shortest first."""

    recipe: KitRecipe
    plans: Sequence[BuiltPlan]

    @property
    def huddle(self) -> bool:
        """One of its lengths is a huddle."""
        return any(built.minutes <= HUDDLE_MINUTES for built in self.plans)


@dataclass(frozen=True)
class SiteOptions:
    """What the build knows and the library does not."""

    brand: Brand
    site_url: str | None = None
    """The public address, as mkdocs.yml has it; nothing when there is none."""
    version: str = ""
    pictures: frozenset[str] = frozenset()
    """Where pictures of entries lie, below the root of the site."""
