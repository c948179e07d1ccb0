"""What the screen says in a session is what its guide or its sheet says, for every plan of the real library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.compose.compose import compose
from generator.compose.plan import Plan, Request
from generator.library.brand import Brand
from generator.library.models import Question
from generator.paper import sheet as sheets
from generator.paper.course import course
from generator.paper.job import print_options
from generator.paper.segments import Block, block
from generator.site.data import data_files
from generator.site.model import BuiltPlan, KitPage, SiteOptions
from generator.site.run import run_data
from generator.site.site import gather
from tests.real import CHECKED, LIBRARY

pytestmark = pytest.mark.xdist_group("browser")

ASSETS = Path(__file__).parents[2] / "generator" / "site" / "assets"
COMPOSED = tuple(
    product(
        ("questions-then-quote", "quote-then-questions", "quotes", "stories", "activity", "combined"),
        (10, 15, 30, 60, 90),
        ((8, "both"), (16, "internal")),
    )
)
"""Plans that people compose for themselves: approach, minutes, group and customer."""
SPOKEN = ("say", "ask", "quote")


def _plans() -> Iterator[Plan]:
    for kit in CHECKED.kits:
        yield from kit.plans
    for approach, minutes, (group, customer) in COMPOSED:
        made = compose(Request("training", minutes, "mixed", customer, group, approach), LIBRARY)  # type: ignore[arg-type]
        if isinstance(made, Plan):
            yield made


PLANS = tuple(_plans())


@pytest.fixture(name="shown", scope="module")
def _shown(browser: Browser) -> list[list[dict[str, Any]]]:
    """The parts of every plan, as the script makes them in the browser."""
    pages = [KitPage(kit.recipe, [BuiltPlan(plan) for plan in kit.plans]) for kit in CHECKED.kits]
    site = gather(LIBRARY, pages, SiteOptions(Brand(), None, "1.0.0"))
    page = browser.new_page()
    for output in data_files(site):
        page.add_script_tag(content=output.content.decode())
    for name in ("words.js", "cues.js"):
        page.add_script_tag(path=ASSETS / name)
    asked = [
        {"plan": plan.as_json(), "people": plan.request.group, "days": plan.request.follow_up_days} for plan in PLANS
    ]
    made: list[list[dict[str, Any]]] = page.evaluate(
        """([asked, print]) => asked.map((each) => huddlekit.cues(each.plan, {
            entries: huddlekit.library.entries, words: huddlekit.tables.words, promises: huddlekit.tables.promises,
            print: print, people: each.people, days: each.days }))""",
        [asked, run_data(site)["print"]],
    )
    page.close()
    return made


def _printed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> list[Block]:
    """The blocks of the guide, or the script on the front of the sheet."""
    options = print_options(CHECKED.settings)
    if not plan.huddle:
        return [block(each, plan, LIBRARY, None, ()) for each in course(plan, LIBRARY)]
    caught: dict[str, Any] = {}
    monkeypatch.setattr(sheets, "typeset", lambda *_, **values: caught.update(values) or "")
    sheets.sheet(plan, LIBRARY, options)
    return list(caught["script"])


def _words(text: str) -> str:
    return " ".join(text.split())


def _lines_in_print(printed: Block, *, huddle: bool) -> list[str]:
    """Every line that is said or asked, in the order in which it stands on paper."""
    found = [*printed.say, *printed.promises]
    for quote in printed.quotes:
        found += [quote.words, *quote.ask]
    found += [each.ask for each in printed.asked]
    found += printed.notice
    found += [each.takeaway for each in printed.takeaways]
    found += [step.text for exercise in printed.exercises for step in exercise.steps if step.cue != "do"]
    for each in printed.rounds:
        found += each.ask[:1] if huddle else each.ask
    return [_words(line) for line in found]


def _lines_on_screen(part: dict[str, Any]) -> list[str]:
    prompts = [each for each in part["prompts"] if each["cue"] in SPOKEN or each.get("act") in SPOKEN]
    return [_words(line) for each in prompts for line in each.get("lines") or [each["text"]]]


@cache
def _name(place: int) -> str:
    request = PLANS[place].request
    return f"{request.kit or request.approach}-{request.minutes}-{request.group}"


def test_there_are_plans_of_every_sort() -> None:
    """Kits of every length and composed plans of every approach are looked at."""
    assert len(PLANS) > 100
    assert {plan.request.approach for plan in PLANS} > {approach for approach, _, _ in COMPOSED[:1]}
    assert any(
        item.internal for plan in PLANS for item in plan.items if isinstance(LIBRARY.entries[item.entry], Question)
    )


@pytest.mark.parametrize("place", range(len(PLANS)), ids=_name)
def test_the_screen_says_what_is_printed(
    place: int, shown: list[list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line to say or ask, in order, and none beyond; every step with its minutes, every quote with its source."""
    plan, parts = PLANS[place], shown[place]
    printed = _printed(plan, monkeypatch)
    assert len(parts) == len(printed)
    for part, on_paper in zip(parts, printed, strict=True):
        assert _lines_on_screen(part) == _lines_in_print(on_paper, huddle=plan.huddle)
        assert part["title"] == on_paper.title
        assert part["method"] == on_paper.method
        assert part["bridge"] == on_paper.bridge
        steps = [(each["act"], _words(each["text"]), each["minutes"], each["hold"]) for each in _of(part, "step")]
        assert steps == [
            (step.cue, _words(step.text), step.minutes, list(exercise.hold_to))
            for exercise in on_paper.exercises
            for step in exercise.steps
        ]
        assert [each["by"].rsplit(" · ")[0] for each in _of(part, "quote")] == [each.by for each in on_paper.quotes]


def _of(part: dict[str, Any], cue: str) -> list[dict[str, Any]]:
    return [each for each in part["prompts"] if each["cue"] == cue]


@pytest.mark.parametrize("place", range(len(PLANS)), ids=_name)
def test_what_is_asked_for_is_there_too(place: int, shown: list[list[dict[str, Any]]]) -> None:
    """Behind “More” and between the prompts: follow-ups, what to listen for, stories with care, the form for a call."""
    plan, parts = PLANS[place], shown[place]
    for part, stretch in zip(parts, course(plan, LIBRARY), strict=True):
        on_paper = block(stretch, plan, LIBRARY, None, ())
        told = [(_words(" ".join(each["paragraphs"])), each["label"], each["by"]) for each in _of(part, "read")]
        assert told == [
            (_words(" ".join(each.paragraphs)), each.title, f"{each.told} {each.aloud}.") for each in on_paper.stories
        ]
        assert [each["text"] for each in _of(part, "care")] == [each.care for each in on_paper.stories if each.care]
        asked = {each["text"]: each for each in _of(part, "ask") if "text" in each}
        for each in on_paper.asked:
            behind = [line for more in asked[each.ask]["more"] for line in more["lines"]]
            assert behind == [*each.follow_ups, *([each.listen_for] if each.listen_for else [])]
            assert asked[each.ask]["by"] == each.about
        if on_paper.remote:
            assert part["remote"] == on_paper.remote
        if on_paper.large:
            assert part["large"] == on_paper.large
        assert part["do"][: len(on_paper.do)] == list(on_paper.do)
