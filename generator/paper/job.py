"""What a document is printed with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.library.brand import Brand
from generator.library.settings import Settings

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")


@dataclass(frozen=True)
class PrintOptions:
    """Choices about the print that are no part of the plan."""

    paper: Paper = "a4"
    site_url: str | None = None
    """Public address of the site, for QR codes; without it cards show the id alone."""
    start: str | None = None
    """Time of day the session starts, such as ``09:00``; without it the clock column counts from 0:00."""
    brand: Brand = field(default_factory=Brand)
    logo: str = ""
    """The organisation's logo as a ``data:`` address."""
    large: bool = False
    """Large-print edition."""


def print_options(settings: Settings, start: str | None = None) -> PrintOptions:
    """The choices that a root has made, with the time of day at which a session starts."""
    return PrintOptions(site_url=settings.site_url, start=start, brand=settings.brand, logo=settings.logo)
