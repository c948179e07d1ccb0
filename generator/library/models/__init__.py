"""The entries as they are authored. The schema is written here, once; checks, JSON Schema and reference follow."""

from __future__ import annotations

from generator.library.models.activities import Activity, ActivityStep, Debrief, Material
from generator.library.models.base import Approach, Customer, Entry, Place, Placed, SegmentKind, Span, Step
from generator.library.models.paperwork import Form, Guidance
from generator.library.models.questions import Question
from generator.library.models.recipes import FollowUp, KitRecipe, KitSegment
from generator.library.models.sayings import Misattribution, Quote, Rights
from generator.library.models.stories import Story, StorySet, Takeaway

__all__ = [
    "KINDS",
    "Activity",
    "ActivityStep",
    "Approach",
    "Customer",
    "Debrief",
    "Entry",
    "FollowUp",
    "Form",
    "Guidance",
    "KitRecipe",
    "KitSegment",
    "Material",
    "Misattribution",
    "Place",
    "Placed",
    "Question",
    "Quote",
    "Rights",
    "SegmentKind",
    "Span",
    "Step",
    "Story",
    "StorySet",
    "Takeaway",
]

KINDS: dict[str, type[Entry]] = {
    "quotes": Quote,
    "misattributions": Misattribution,
    "questions": Question,
    "stories": Story,
    "story-sets": StorySet,
    "activities": Activity,
    "forms": Form,
    "guidance": Guidance,
    "kits": KitRecipe,
}
"""Folder -> model. quotes/ and kits/ stand at the top, every other folder below content/."""
