"""The handout cut into pages: what stands where is decided here, so that the guide can name the page."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.job import PrintOptions


def page_of(plan: Plan, library: Library, options: PrintOptions) -> Mapping[int, int]:
    """Number of a segment -> page of the handout it needs."""
    return {}
