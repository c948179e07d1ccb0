"""The home page, the sources of everything quoted, and the reference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.library.models import KINDS, Question, Quote, Story
from generator.library.reference import reference_tables
from generator.output import Output
from generator.site.api import API_FILES, record
from generator.site.api_schema import plan_fields
from generator.site.data import data_script
from generator.site.kits import Picture
from generator.site.model import KitPage
from generator.site.site import Pages, Site
from generator.site.today import huddles_of_today, today_data
from generator.strings import say

MINUTES = (5, 10, 15, 30, 45, 60, 90)
"""How long one may have, as the home page asks."""
HEART = frozenset({"service", "kindness", "empathy"})
FAN = ("guide", "handout", "cards")


def home_pages(site: Site, pages: Pages) -> Iterator[Output]:
    """Home with its huddle for today, sources and reference."""
    today = huddles_of_today(site)
    yield data_script("today", today_data(today))
    yield pages.make(
        "index.md",
        "home.md",
        today=today,
        minutes=[number for number in MINUTES if any(number in kit.recipe.minutes for kit in site.kits)],
        fan=_fan(site),
        counts=_counts(site),
        line=_line(site),
        settings=[term for tag, term in site.library.vocabularies["settings"].items() if _kits_for(site, tag)],
    )
    yield pages.make("sources.md", "sources.md", people=_people(site), stories=_documented(site))
    yield pages.make(
        "reference.md",
        "reference.md",
        tables=reference_tables(),
        api_files=API_FILES,
        api_example=_example(site),
        plan_fields=tuple(plan_fields()),
        vocabularies=site.library.vocabularies,
    )


def _example(site: Site) -> tuple[str, ...]:
    """How a short entry looks in its file, line by line."""
    questions = (question for question in site.library.all(Question) if question.complete)
    shortest = min(questions, key=lambda question: (len(question.ask), question.id), default=None)
    if shortest is None:
        return ()
    written = json.dumps({shortest.id: record(shortest, site)}, ensure_ascii=False, indent=1, sort_keys=True)
    return tuple(written.splitlines())


def _counts(site: Site) -> Mapping[str, int]:
    shown = ("quotes", "questions", "stories", "activities")
    return {folder: sum(1 for _ in site.library.all(KINDS[folder])) for folder in shown}


def _kits_for(site: Site, setting: str) -> bool:
    return any(setting in kit.recipe.settings for kit in site.kits)


def _line(site: Site) -> Quote | None:
    """A short line to greet with: verified, whole, free to print large, and closest to what all this is about."""
    fitting = [
        quote
        for quote in site.library.all(Quote)
        if quote.status == "verified" and quote.excerpt == "whole" and quote.complete
        if quote.rights.basis == "public-domain" and len(quote.text) <= 110 and "close" in quote.plays
    ]
    return max(fitting, key=lambda quote: len(HEART & set(quote.themes)), default=None)


def _fan(site: Site) -> tuple[Picture, ...]:
    """Three pages of the kit that has most of them, to show what comes out of the printer."""
    best: tuple[Picture, ...] = ()
    for kit in site.kits:
        found = tuple(_first_pictures(kit))
        best = found if len(found) > len(best) else best
    return best


def _first_pictures(kit: KitPage) -> Iterator[Picture]:
    for document in FAN:
        for built in kit.plans:
            each = next((d for d in built.downloads if d.document == document and d.paper == "a4" and d.pictures), None)
            if each:
                alt = say("site.home.picture", document=say(f"documents.{document}"), kit=kit.recipe.title)
                yield Picture(each.pictures[0], alt, f"{kit.recipe.id}.md")
                break


def _people(site: Site) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    person = site.library.person
    ordered = sorted(site.library.all(Quote), key=lambda quote: (person(quote.author).casefold(), quote.id))
    return tuple((name, tuple(quotes)) for name, quotes in groupby(ordered, key=lambda quote: person(quote.author)))


def _documented(site: Site) -> tuple[Story, ...]:
    return tuple(story for story in site.library.all(Story) if story.told != "illustrative")
