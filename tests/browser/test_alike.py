"""Likeness in the browser is what it is in Python, pair by pair and name by name, in real Chromium."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.library.library import Library
from generator.library.likeness import Likeness
from generator.library.load import read_library
from generator.library.measure import likeness, verdict
from generator.library.models import Misattribution, Quote
from generator.library.names import People, known_people
from generator.site.data import data_script
from generator.site.sayings import sayings

pytestmark = pytest.mark.xdist_group("browser")

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "generator" / "site" / "assets"
SCRIPTS = ("alike-measure.js", "alike-names.js", "alike.js")
CASES = ROOT / "tests" / "cases" / "likeness"
SCORES = "pairs => pairs.map(([one, other]) => huddlekit.alike.score(one, other))"
HARD = (
    "",
    " ",
    "🙂 … —",
    "Don’t, DON'T & don´t",
    "Ærlig café Zażółć gęślą ﬁne ½ №5",
    "1,000 and 10 000 of them, the 3rd",
    "constructor __proto__ toString hasOwnProperty",
    "İstanbul ΣΊΣΥΦΟΣ straße",
    "customers' customer's customers’ o'clock 'tis rock'n'roll's",
    "a " * 400,
    "好 客户 第一",
    "𐐨𐐩𐐪𐐫𐐬s 𐐨𐐩𐐪𐐫ing 𐐨𐐩𐐪𐐫",
    "𐐨𐐩𐐪𐐫𐐭s 𐐨𐐩𐐪𐐫ed 𐐨𐐩𐐫𐐪",
    "Someone, some one, no-one; every body co-operates, e-mails",
)


@pytest.fixture(name="library", scope="module")
def _library() -> Library:
    return read_library([ROOT]).library


@pytest.fixture(name="page", scope="module")
def _page(browser: Browser, library: Library) -> Iterator[Page]:
    page = browser.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=data_script("sayings", sayings(library)).content.decode())
    for script in SCRIPTS:
        page.add_script_tag(path=ASSETS / script)
    yield page
    page.close()


def texts(library: Library) -> dict[str, str]:
    """The words of everything that is known."""
    known = [*library.all(Quote), *library.all(Misattribution)]
    return {each.id: each.text for each in known}


def told(page: Page, pairs: list[tuple[str, str]]) -> list[tuple[int, str]]:
    """Score and verdict of each pair, as the browser has them."""
    return [(each["score"], each["verdict"]) for each in page.evaluate(SCORES, pairs)]


def scored(pairs: list[tuple[str, str]]) -> list[tuple[int, str]]:
    """And as Python has them."""
    return [(much, verdict(much)) for much in (likeness(one, other) for one, other in pairs)]


@pytest.mark.parametrize("name", ["pairs", "pairs-held-out"])
def test_pairs_have_the_same_score(name: str, page: Page) -> None:
    """Every pair of the test sets gets the same score and verdict, in both directions."""
    cases = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    pairs = [(case["one"], case["other"]) for case in cases]
    assert told(page, pairs) == scored(pairs)
    assert told(page, [(other, one) for one, other in pairs]) == scored(pairs)


def mixed_up(text: str, chance: random.Random) -> str:
    """A text with words left out, doubled, misspelt and changed round."""
    words = text.split()
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(words))
        word = words[at]
        words[at] = chance.choice(("", f"{word} {word}", word[1:], word.upper(), f"{word}s", word[::-1], "is not"))
    return " ".join(words)


def test_texts_of_the_library_have_the_same_score(page: Page, library: Library) -> None:
    """300 pairs of the library at random, 300 texts beside a spoilt copy, and words of every sort and script."""
    chance, known = random.Random("pairs"), list(texts(library).values())
    pairs = [(chance.choice(known), chance.choice(known)) for _ in range(300)]
    pairs += [(text, mixed_up(text, chance)) for text in chance.choices(known, k=300)]
    pairs += [(one, other) for one in HARD for other in (*HARD, f"{one}.", known[0])]
    assert told(page, pairs) == scored(pairs)
    assert len({much for much, _ in scored(pairs)}) > 30


def test_the_same_are_found(page: Page, library: Library) -> None:
    """A new text finds the same quotes and misattributions in both, in the same order."""
    chance, known = random.Random("near"), texts(library)
    index = Likeness.of(known)
    asked = [mixed_up(text, chance) for text in known.values()]
    found: list[list[dict[str, Any]]] = page.evaluate("asked => asked.map(huddlekit.alike.near)", asked)
    seen = [[(each["id"], each["score"], each["verdict"]) for each in row] for row in found]
    assert seen == [[(each.id, each.score, each.verdict) for each in index.near(text)] for text in asked]
    assert sum(bool(row) for row in seen) > len(asked) / 2


def test_a_known_misattribution_says_what_is_known(page: Page) -> None:
    """Whoever types a famous wrong quotation reads where it comes from, and which one to take instead."""
    first = page.evaluate("huddlekit.alike.near('You must be the change you want to see in the world!')[0]")
    assert first["kind"] == "misattribution"
    assert first["author"] == "Mahatma Gandhi"
    assert "1974" in first["known"]
    assert first["source"].startswith("https://")
    assert first["better"] == "quotes/laozi-journey-of-a-thousand-li"


NAMES = (
    *("Lao Tzu", "lao-tzu", "Leo Tolstoj", "Tolstoy", "R.W. Emerson", "Smith, Adam", "Dr. Stephen Covey", "Bronte"),
    *("Peter Druker", "Oliver Wendell Holmes Jr.", "Covey, Stephen R.", "E. Post", "Nobody", "", "Sir", "J. P. Doyle"),
    *("Henry Ford (with somebody)", "Field, Marshall, Jr.", "Twain", "Ptah Hotep", "constructor", "Thomas A. Kempis"),
)


def test_names_mean_the_same_person(page: Page, library: Library) -> None:
    """A name, whole or misspelt, stands for the same person in both."""
    people = People(known_people(library))
    names = [*NAMES, *(name[1:] for name in known_people(library)), *(name.title() for name in known_people(library))]
    found = page.evaluate("names => names.map(huddlekit.alike.author)", names)
    for name, each in zip(names, found, strict=True):
        person = people.person(name)
        assert each == {"person": person, "likely": None if person else people.likely(name)}, name
    assert page.evaluate("huddlekit.alike.author('Lao Tzu')") == {"person": "Laozi", "likely": None}
    assert page.evaluate("huddlekit.alike.author('Dr. Stephen Covey')") == {
        "person": None,
        "likely": "Stephen R. Covey",
    }


def test_the_page_reads_its_data_from_a_file(browser: Browser, library: Library, tmp_path: Path) -> None:
    """The scripts and what they know work from a USB stick."""
    (tmp_path / "sayings.js").write_bytes(data_script("sayings", sayings(library)).content)
    for script in SCRIPTS:
        (tmp_path / script).write_bytes((ASSETS / script).read_bytes())
    page_file = tmp_path / "page.html"
    tags = "".join(f'<script src="{script}"></script>' for script in ("sayings.js", *SCRIPTS))
    page_file.write_text(f'<meta charset="utf-8">{tags}', "utf-8")
    page = browser.new_page()
    page.goto(page_file.as_uri())
    quote = library.get(Quote, "quotes/marshall-field-the-customer-is-always-right")
    assert json.dumps(page.evaluate("text => huddlekit.alike.near(text)[0].id", quote.text)) == json.dumps(quote.id)
    page.close()
