"""How much a library holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.library.library import Library
from generator.library.models import KINDS, Activity, KitRecipe, Placed, Question, Quote, Story

Counts = dict[str, dict[str, int]]


def count(library: Library) -> Counts:
    """Numbers by group: entries, quote_status, question_step, stories, activities, themes, settings."""
    quotes, questions, stories = list(library.all(Quote)), list(library.all(Question)), list(library.all(Story))
    activities, kits = list(library.all(Activity)), list(library.all(KitRecipe))
    placed = [entry for entry in library.entries.values() if isinstance(entry, Placed)]
    return {
        "entries": {folder: sum(id.startswith(f"{folder}/") for id in library.entries) for folder in KINDS},
        "in_review": _tally(entry.kind for entry in library.entries.values() if not entry.complete),
        "quote_status": _tally(quote.status for quote in quotes),
        "question_step": _tally(question.step for question in questions),
        "story_kind": _tally(story.told for story in stories),
        "activity_where": _tally(activity.where for activity in activities),
        "theme": {theme: sum(theme in e.themes for e in placed) for theme in library.vocabularies["themes"]},
        "kit_setting": _tally(setting for kit in kits for setting in kit.settings),
        "huddles": {"kits": sum(any(minutes <= 15 for minutes in kit.minutes) for kit in kits)},
    }


def _tally(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))
