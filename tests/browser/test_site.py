"""The site in a real browser: what the three users do there, on a phone and at a desk, in light and in dark."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Open

pytestmark = pytest.mark.xdist_group("browser")

AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
OF_THE_THEME = {("landmark-unique", '<nav class="md-code__nav"><button class="md-code__button"')}
"""What axe finds in the theme itself: buttons beside blocks of code stand in landmarks without names."""


def _data(built_site: Path, name: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((built_site / "api" / "v1" / f"{name}.json").read_text("utf-8"))
    return found


@pytest.fixture(name="pages", scope="session")
def _pages(built_site: Path) -> dict[str, str]:
    """One page of every type, by name."""
    quote = next(iter(_data(built_site, "quotes").values()))
    theme = next(each["themes"][0] for each in _data(built_site, "quotes").values() if each.get("themes"))  # type: ignore[index]
    return {
        "home": "index.html",
        "kits": "kits/index.html",
        "kit": f"{next(iter(_data(built_site, 'kits')))}.html",
        "library": "library/index.html",
        "kind": "library/quotes/index.html",
        "collection": f"library/quotes/{theme}.html",
        "guidance": "library/guidance/all.html",
        "misattributions": "library/misattributions.html",
        "quote": str(quote["page"]),
        "story": str(next(iter(_data(built_site, "stories").values()))["page"]),
        "activity": str(next(iter(_data(built_site, "activities").values()))["page"]),
        "find": "find.html",
        "compose": "compose.html?setting=staff-meeting&minutes=30",
        "tally": "tally.html",
        "mine": "mine.html",
        "run": "run.html",
        "add": "add.html",
        "reference": "reference.html",
        "sources": "sources.html",
        "coverage": "library/coverage.html",
        "use": "use.html",
        "contribute": "contribute.html",
        "add-a-quote": "add-a-quote.html",
        "judge-a-source": "judge-a-source.html",
        "reviews": "reviews.html",
        "style": "content-style.html",
        "rules": "rules/index.html",
        "rule": "rules/lost-text.html",
    }


TYPES = (
    "home", "kits", "kit", "library", "kind", "collection", "guidance", "misattributions", "quote", "story",
    "activity", "find", "compose", "tally", "mine", "reference", "sources", "coverage", "use", "contribute", "run",
    "add-a-quote", "judge-a-source", "reviews", "style",
    "rules", "rule", "add",
)  # fmt: skip


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("type", TYPES)
def test_nobody_is_shut_out(
    type: str, scheme: Literal["light", "dark"], width: int, pages: dict[str, str], visit: Open
) -> None:
    """axe finds nothing against WCAG 2.2 AA or best practice on any type of page: light, dark, phone and desk."""
    page = visit(width, scheme).to(pages[type])
    page.wait_for_timeout(300)
    found = Axe().run(page, options=AXE)
    wrong = [(each["id"], node["html"]) for each in found.response["violations"] for node in each["nodes"]]
    assert [each for each in wrong if (each[0], each[1].partition(" title")[0]) not in OF_THE_THEME] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("type", TYPES)
def test_nothing_has_to_be_pushed_sideways(type: str, width: int, pages: dict[str, str], visit: Open) -> None:
    """No page is wider than the window, on a phone or at a desk."""
    page = visit(width).to(pages[type])
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_missing_can_be_read_on_a_phone(scheme: str, pages: dict[str, str], visit: Open) -> None:
    """With every table of the coverage page open, axe is content, and tables are pushed sideways in their own frame."""
    page = visit(PHONE, scheme).to(pages["coverage"])
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.wait_for_timeout(300)
    frame = page.locator(".hk-scroll").first
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    expect(frame.get_by_role("link", name=re.compile("none yet – .*: .*, add one")).first).to_be_attached()


def test_a_wide_table_can_be_moved_without_a_mouse(pages: dict[str, str], visit: Open) -> None:
    """On a phone a table that is pushed sideways is reached with the keyboard and says what it is about."""
    frame = visit(PHONE).to(pages["style"]).locator(".md-typeset__scrollwrap[tabindex]").first
    expect(frame).to_have_attribute("role", "group")
    frame.focus()
    expect(frame).to_be_focused()
    assert frame.get_attribute("aria-label")
    assert visit(DESK).to(pages["style"]).locator(".md-typeset__scrollwrap[tabindex]").count() == 0


def test_a_kit_can_be_downloaded(pages: dict[str, str], visit: Open, built_site: Path) -> None:
    """The links on a kit's page lead to PDFs that are there."""
    page = visit().to(pages["kit"])
    links = [str(link.evaluate("link => link.href")) for link in page.locator(".hk-get[href$='.pdf']").all()]
    assert links
    for link in links:
        answer = page.request.get(link)
        assert answer.ok
        assert answer.body().startswith(b"%PDF-")


def test_a_plan_can_be_copied_into_a_chat(pages: dict[str, str], visit: Open) -> None:
    """The text for a chat holds the agenda, and its button takes all of it."""
    open_page = visit()
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page.to(pages["kit"])
    box = page.locator(".hk-chat").first
    box.locator("summary").click()
    box.get_by_role("button", name="Copy").click()
    expect(box.get_by_role("button", name="Copied")).to_be_visible()
    taken = str(page.evaluate("navigator.clipboard.readText()"))
    assert taken.startswith(page.locator("h1").inner_text().splitlines()[0].removesuffix("¶"))
    assert "0:00" in taken


@pytest.mark.parametrize("type", ["quote", "story", "activity"])
def test_an_entry_opens_from_a_usb_stick(type: str, pages: dict[str, str], visit: Open, built_site: Path) -> None:
    """From a file, an entry has its look, and its way back leads to the collection."""
    page = visit(address=built_site.as_uri()).to(pages[type])
    assert "Huddlekit" in str(page.evaluate("getComputedStyle(document.body).fontFamily"))
    page.locator(".back a").click()
    expect(page.locator("h1")).to_be_visible()


def test_an_entry_follows_the_colours_chosen_on_the_site(pages: dict[str, str], visit: Open) -> None:
    """Dark chosen with the switch in the header holds on the small pages too."""
    open_page = visit(scheme="light")
    page = open_page.to("index.html")
    page.get_by_title(re.compile("switch to light")).click()
    page.get_by_title(re.compile("switch to dark")).click()
    open_page.to(pages["quote"])
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"


def test_the_theme_search_finds_over_http(visit: Open) -> None:
    """Material's full-text search is there and works where it can."""
    page = visit().to("index.html")
    page.locator(".md-search__input").click()
    page.keyboard.type("customer")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=10_000)
