"""The composer of the browser gives the same answer as the one in Python, request by request, in real Chromium."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.compose.approaches import approaches
from generator.compose.compose import compose
from generator.compose.plan import Plan, Refusal, Request
from generator.compose.request import request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.site.data import data_script, entries, tables
from tests.conftest import SMALL
from tests.test_compose import VECTORS

pytestmark = pytest.mark.xdist_group("browser")

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "generator" / "site" / "assets"
SCRIPTS = ("words.js", "schedule.js", "composer.js", "request.js", "nearest.js")
SEEDS = ("", "x", "spring", "Zürich", "Zu\u0308rich", "🙂 2")
COUNT = 250
ASK = "asked => huddlekit.compose(huddlekit.request.complete(asked))"
COMPLETE = "asked => huddlekit.request.complete(asked)"
FIELDS = ("setting", "minutes", "approach", "themes", "audience", "customer", "group", "seed", "pins")


@pytest.fixture(name="page", scope="module")
def _page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def load(page: Page, library: Library) -> None:
    """An empty page with a library and the scripts that compose."""
    page.goto("about:blank")
    for output in (data_script("library", {"entries": entries(library)}), data_script("tables", tables(library))):
        page.add_script_tag(content=output.content.decode())
    for name in SCRIPTS:
        page.add_script_tag(path=ASSETS / name)


def requests(library: Library, count: int) -> Iterator[dict[str, Any]]:
    """Requests of every sort, as typed; every other one that works has chosen places as well."""
    chance, known = random.Random(f"requests {count}"), library.vocabularies
    while count:
        asked: dict[str, Any] = {"setting": chance.choice(list(known["settings"])), "minutes": chance.randint(3, 122)}
        wanted = {
            "approach": chance.choice(list(approaches().cores)),
            "themes": chance.sample(list(known["themes"]), min(len(known["themes"]), chance.randint(1, 3))),
            "audience": chance.choice(list(known["audiences"])),
            "customer": chance.choice(["external", "internal", "both"]),
            "group": chance.randint(1, 42),
            "seed": chance.choice(SEEDS),
        }
        asked |= {field: value for field, value in wanted.items() if chance.random() < 0.45}
        made = compose(request_of(library, **asked), library)
        if isinstance(made, Plan) and count % 2:
            asked["places"] = places(made, library, chance)
        yield asked
        count -= 1


def places(plan: Plan, library: Library, chance: random.Random) -> dict[int, str]:
    """Some entries of a plan chosen again, now and then another one of the same kind."""
    chosen = {}
    for number, item in enumerate(plan.items, 1):
        if chance.random() < 0.4:
            kind = item.entry.partition("/")[0]
            others = [id for id in library.entries if id.startswith(f"{kind}/")]
            chosen[number] = item.entry if chance.random() < 0.6 else chance.choice(others)
    return chosen


def as_asked(request: Request) -> dict[str, Any]:
    """A request as the browser holds it."""
    fields: dict[str, Any] = json.loads(json.dumps({name: asdict(request)[name] for name in FIELDS}))
    return {**fields, "places": {str(number): id for number, id in request.places}}


def answer(asked: dict[str, Any], library: Library) -> dict[str, Any]:
    """What Python says to a request."""
    made = compose(request_of(library, **asked), library)
    if isinstance(made, Refusal):
        return {"problems": list(made.problems), "nearest": as_asked(made.nearest) if made.nearest else None}
    return {"plan": made.as_json()}


def for_browser(asked: dict[str, Any]) -> dict[str, Any]:
    """The same words as the browser reads them from an address."""
    return {**asked, "places": {str(number): id for number, id in asked.get("places", {}).items()}}


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_both_composers_agree(root: Path, page: Page) -> None:
    """Over a library, 250 requests of every sort, refused ones and such with chosen places too, are answered alike."""
    library = read_library([root]).library
    load(page, library)
    kinds = {"plan": 0, "problems": 0, "places": 0}
    for asked in requests(library, COUNT):
        assert page.evaluate(COMPLETE, for_browser(asked)) == as_asked(request_of(library, **asked))
        found = page.evaluate(ASK, for_browser(asked))
        assert found == answer(asked, library), asked
        kinds["plan" if "plan" in found else "problems"] += 1
        kinds["places"] += "plan" in found and "places" in found["plan"]
    assert all(count >= 20 for count in kinds.values()), kinds


def test_the_browser_keeps_the_vectors(page: Page, library: Library) -> None:
    """The kept vectors hold in the browser as they do in Python."""
    load(page, library)
    for vector in json.loads(VECTORS.read_text(encoding="utf-8")):
        found = page.evaluate(ASK, for_browser(vector["request"]))
        if "plan" in vector:
            assert found["plan"] == vector["plan"]
        else:
            assert found["problems"] == vector["problems"]


def test_the_words_of_the_command_line_give_the_same_plan(page: Page) -> None:
    """What the page offers to be typed is a command that composes exactly what the page shows."""
    from click.testing import CliRunner

    from generator.cli import main

    load(page, read_library([SMALL]).library)
    asked = {"setting": "staff-meeting", "minutes": 30, "seed": "it's", "themes": []}
    plan = page.evaluate(ASK, {**asked, "places": {}})["plan"]
    chosen = {"1": plan["segments"][2]["items"][0]}
    shown = page.evaluate(ASK, {**asked, "places": chosen})["plan"]
    words = page.evaluate(
        "asked => huddlekit.request.command(huddlekit.request.complete(asked))", {**asked, "places": chosen}
    )
    done = CliRunner().invoke(main, ["--root", str(SMALL), "compose", *words.split(), "--seed", "it's", "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output) == shown
