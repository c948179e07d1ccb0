"""What a document is printed with, and a document ready for the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.library.brand import Brand

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class PrintOptions:
    """Choices about the print that are no part of the plan."""

    paper: Paper = "a4"
    site_url: str | None = None
    """Public address of the site, for QR codes; without it cards show the id alone."""
    start: str | None = None
    """Time of day the session starts, such as ``09:00``; without it the clock column counts from 0:00."""
    brand: Brand = field(default_factory=Brand)
    large: bool = False
    """Large-print edition."""


@dataclass(frozen=True)
class Job:
    """One document, ready to be rendered."""

    document: str
    title: str
    html: str
