"""Which documents a plan calls for."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.plan import HUDDLE_MINUTES, Request, Segment
from generator.library.library import Library
from generator.library.models import Activity, Question, Quote, Story, StorySet


def documents_for(request: Request, segments: Sequence[Segment], library: Library) -> tuple[str, ...]:
    """Names of the documents, in the order in which they are printed."""
    entries = [library.entries[item.entry] for segment in segments for item in segment.items]
    documents = ["sheet"] if request.minutes <= HUDDLE_MINUTES else ["guide", "handout"]
    stories = sum(len(entry.stories) if isinstance(entry, StorySet) else isinstance(entry, Story) for entry in entries)
    if any(isinstance(entry, Activity) and entry.worksheet for entry in entries) or stories > 1:
        documents.append("worksheets")
    if any(isinstance(entry, Quote | Question | Story | StorySet) for entry in entries):
        documents.append("cards")
    if request.minutes > HUDDLE_MINUTES:
        documents.append("slides")
    return (*documents, "poster")
