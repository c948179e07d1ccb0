"""What the library still lacks: per theme, the places in a session for which there are few entries or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.library.library import Library, Term
from generator.library.models import Activity, Placed, Question, Quote, Story
from generator.output import Output
from generator.site.site import Pages, Site
from generator.strings import look_up, say

FEW = 4
"""Below this many a place counts as thin."""


@dataclass(frozen=True)
class Cover:
    """One theme: how many of each kind, and what is thin."""

    theme: Term
    counts: tuple[int, ...]
    gaps: tuple[str, ...]


def coverage_page(site: Site, pages: Pages) -> Iterator[Output]:
    """``library/coverage.md``."""
    covers = tuple(_cover(term, site.library) for term in site.library.vocabularies["themes"].values())
    kinds = tuple(look_up(f"site.kinds.{name}.other") for name in ("quotes", "questions", "stories", "activities"))
    yield pages.make("library/coverage.md", "coverage.md", covers=covers, kinds=kinds)


def _cover(theme: Term, library: Library) -> Cover:
    kinds: tuple[type[Placed], ...] = (Quote, Question, Story, Activity)
    on_theme = {kind: [e for e in library.all(kind) if e.complete and theme.tag in e.themes] for kind in kinds}
    entries = [entry for found in on_theme.values() for entry in found]
    return Cover(theme, tuple(len(found) for found in on_theme.values()), tuple(_gaps(entries)))


def _gaps(entries: list[Placed]) -> Iterator[str]:
    for name, fits in _places():
        count = sum(1 for entry in entries if fits(entry))
        if count < FEW:
            yield say(
                f"site.coverage.{'few' if count else 'none'}", what=say(f"site.coverage.places.{name}"), count=count
            )


def _places() -> Iterator[tuple[str, Callable[[Placed], bool]]]:
    """Every place in a session that an entry can take."""
    for play in ("open", "react", "close"):
        yield play, lambda entry, play=play: isinstance(entry, Quote) and play in entry.plays  # type: ignore[misc]
    for step in ("recall", "see", "reflect", "act"):
        yield step, lambda entry, step=step: isinstance(entry, Question) and entry.step == step  # type: ignore[misc]
    yield "story", lambda entry: isinstance(entry, Story)
    yield "activity", lambda entry: isinstance(entry, Activity)
