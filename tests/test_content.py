"""Promises about the real library as a whole: how much there is, where it comes from, what each entry has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import pytest
import yaml

from generator.compose.request import usual
from generator.library.models import Activity, Entry, Form, KitRecipe, Misattribution, Placed, Question, Quote, Story
from generator.library.worksheets import RankedList, Scale
from generator.stats import count
from tests.real import CHECKED, LIBRARY, ROOT, SETTINGS, STEPS, THEMES, at

LEAST = {"quotes": 240, "questions": 170, "stories": 60, "story-sets": 8, "activities": 42, "guidance": 60}
ORIGINS: Mapping[str, list[str] | str] = yaml.safe_load((ROOT / "tests" / "origins.yml").read_text(encoding="utf-8"))
IDEAS = {
    "S000": {"Q": 4, "E": 18, "C": 4, "X": 7, "T": 14},
    "S001": {"Q": 9, "E": 23, "C": 6, "X": 10, "T": 11},
    "S002": {"Q": 4, "E": 10, "C": 2, "X": 6, "T": 5},
    "S003": {"Q": 1, "E": 9, "C": 3, "X": 6, "T": 8},
    "S004": {"Q": 34, "E": 16, "C": 10, "X": 10, "T": 12},
}
"""How many quotations, questions, cases, exercises and tips each of the five articles holds."""
ID = re.compile(r"\b(?:quotes|misattributions|questions|stories|story-sets|activities|guidance|forms|kits)/[a-z0-9-]+")
ORDER = (r"silen", r"at once|before any is shown", r"defend", r"then talk", r"then act")
"""What leaders hold to when they score: think alone, show together, take it as it is, talk, do something."""


def test_the_library_is_clean() -> None:
    """Nothing is wrong in the content, and no entry is still in review."""
    assert CHECKED.problems == ()


@pytest.mark.parametrize("folder", LEAST)
def test_there_is_enough_of_each_kind(folder: str) -> None:
    """The library is as rich as it says: so many quotes, questions, stories, sets, activities, pieces of guidance."""
    assert count(LIBRARY)["entries"][folder] >= LEAST[folder]


def test_most_is_known_to_be_so() -> None:
    """At least 220 quotes are verified and 40 stories documented; the stories come from twelve countries or more."""
    numbers = count(LIBRARY)
    countries = {story.country for story in LIBRARY.all(Story) if story.country}

    assert numbers["quote_status"]["verified"] >= 220
    assert numbers["story_kind"]["documented"] >= 40
    assert len(countries) >= 12


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_fill_a_meeting(theme: str) -> None:
    """Every theme has ten quotes, five of them verified, three questions in each step, a story and an activity."""
    on_theme = [entry for entry in LIBRARY.entries.values() if isinstance(entry, Placed) and theme in entry.themes]
    quotes = Counter(entry.status for entry in on_theme if isinstance(entry, Quote))
    steps = Counter(entry.step for entry in on_theme if isinstance(entry, Question))

    assert quotes.total() >= 10
    assert quotes["verified"] >= 5
    assert {step: steps[step] for step in STEPS if steps[step] < 3} == {}
    assert {kind for kind in (Story, Activity) if not any(isinstance(entry, kind) for entry in on_theme)} == set()


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_can_draw_on_three_questions_a_step(setting: str) -> None:
    """With the people who are usual there, every setting has three questions or more in each step."""
    audience, newcomers = usual(setting, "audience", LIBRARY), setting == "orientation"
    steps = Counter(
        question.step
        for question in LIBRARY.all(Question)
        if (not question.settings or setting in question.settings)
        and (not question.audience or audience in question.audience)
        and not (newcomers and question.needs)
    )

    assert {step: steps[step] for step in STEPS if steps[step] < 3} == {}


def test_every_word_of_the_vocabularies_is_used() -> None:
    """No theme, setting or audience stands in the lists for nothing."""
    kits = list(LIBRARY.all(KitRecipe))
    placed = [entry for entry in LIBRARY.entries.values() if isinstance(entry, Placed)]
    used = {
        "themes": {theme for entry in placed for theme in entry.themes},
        "settings": {setting for kit in kits for setting in kit.settings},
        "audiences": {kit.audience for kit in kits} | {audience for entry in placed for audience in entry.audience},
    }

    assert [(name, tag) for name, found in used.items() for tag in LIBRARY.vocabularies[name] if tag not in found] == []


def _lacks(entry: Entry) -> str:
    """What an entry would need for what it claims to be."""
    match entry:
        case Quote(status="verified"):
            return (
                "" if entry.work and (entry.locator or entry.source) and entry.evidence else "work, place or evidence"
            )
        case Quote(status="attributed" | "disputed" | "own"):
            return "" if entry.evidence or entry.note else "a word on what is known"
        case Story(told="documented") | Misattribution():
            return "" if entry.source else "a source"
        case Story(told="first-hand"):
            return "" if entry.consent else "consent"
    return ""


def test_what_is_claimed_can_be_looked_up() -> None:
    """Verified quotes name work, place and evidence; documented stories and wrong attributions name a source."""
    assert [at(entry, lack) for entry in LIBRARY.entries.values() if (lack := _lacks(entry))] == []


def test_an_activity_can_be_led_from_its_page() -> None:
    """Its minutes add up, each round of the debrief asks something, and it says how it works on a call."""
    for activity in LIBRARY.all(Activity):
        rounds = activity.debrief
        assert sum(step.minutes for step in activity.steps) == activity.minutes.least, activity.id
        assert all(any("?" in line for line in part) for part in (rounds.what, rounds.so_what, rounds.now_what)), (
            activity.id
        )
        assert len(activity.remote.split()) >= 5, activity.id


def _unprepared(activity: Activity) -> str:
    """What somebody who only reads the list of materials would miss."""
    sheet, items = activity.worksheet, {(material.item, material.per) for material in activity.materials}
    titles = {form.title for form in LIBRARY.all(Form)} | ({sheet.title} if sheet else set())
    named = {item.partition(": ")[2] for item, _ in items if item.startswith(("Sheet: ", "Pocket card: "))}
    if named - titles:
        return f"no sheet is called {named - titles}"
    if sheet and sheet.reader == "table" and (f"Sheet: {sheet.title}", "table") not in items:
        return "the sheet for each table is not in the materials"
    if isinstance(sheet, Scale) and not {f"Sheet: {sheet.title}", _cards(sheet)} & {item for item, _ in items}:
        return "neither score cards nor the sheet are in the materials"
    return ""


def _cards(sheet: Scale) -> str:
    return f"Set of score cards, {sheet.low} to {sheet.high}"


def test_materials_name_the_sheets() -> None:
    """A sheet for a table, or cards to hold up, are among the materials, and each sheet named there exists."""
    assert [at(activity, what) for activity in LIBRARY.all(Activity) if (what := _unprepared(activity))] == []


def test_scores_of_leaders_keep_their_order() -> None:
    """Leaders who score think in silence, show all at once, defend nothing, and only then talk and act."""
    scoring = [each for each in LIBRARY.all(Activity) if isinstance(each.worksheet, Scale | RankedList)]
    for activity in (each for each in scoring if "leaders" in each.audience):
        rules = " ".join(activity.hold_to).lower()
        places = [found.start() if (found := re.search(rule, rules)) else -1 for rule in ORDER]
        assert all(0 <= one < other for one, other in pairwise(places)), (activity.id, places)


def test_provenance_is_kept() -> None:
    """Every quote says in tests/provenance.yml which record of the provenance data it was taken from."""
    kept = yaml.safe_load((ROOT / "tests" / "provenance.yml").read_text(encoding="utf-8"))

    assert {quote.id for quote in LIBRARY.all(Quote)} <= set(kept)


def test_every_idea_of_the_articles_is_answered() -> None:
    """tests/origins.yml has every code of the five articles: entries that carry it, or one line why none does."""
    codes = {
        f"{article}-{kind}{number}"
        for article, kinds in IDEAS.items()
        for kind, most in kinds.items()
        for number in range(1, most + 1)
    }

    assert set(ORIGINS) == codes
    assert [code for code, found in ORIGINS.items() if not found or "\n" in found] == []


def test_origins_name_entries_that_exist() -> None:
    """No entry that is named there, in a list or within a reason, is gone."""
    named = {id for found in ORIGINS.values() for id in (ID.findall(found) if isinstance(found, str) else found)}

    assert named - set(LIBRARY.entries) == set()
