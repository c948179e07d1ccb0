"""Pages of entries in a real browser: what somebody takes along from one."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Open

pytestmark = pytest.mark.xdist_group("browser")

KINDS = ("quotes", "questions", "stories", "story-sets", "activities", "guidance", "forms", "misattributions")
CARDS = tuple(kind for kind in KINDS if kind != "misattributions")
MILLIMETRE = 96 / 25.4
POINT = 25.4 / 72
NOTHING_SHARES = "Object.defineProperty(navigator, 'share', {value: undefined, configurable: true})"
SHARES = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"


def entries(built_site: Path, kind: str) -> list[dict[str, Any]]:
    """All entries of a kind, as the API gives them."""
    return list(json.loads((built_site / "api" / "v1" / f"{kind}.json").read_text("utf-8")).values())


def _one(built_site: Path, kind: str) -> str:
    return str(entries(built_site, kind)[0]["page"])


def _card(page: Page) -> None:
    """Press the button; the dialog of the browser is left out."""
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print as a card").click()
    assert page.evaluate("window.printed")


def test_a_quote_is_copied_with_its_author_and_source(built_site: Path, visit: Open) -> None:
    """Words, author, work and address arrive as plain text, and the page says so."""
    quote = next(each for each in entries(built_site, "quotes") if each["status"] == "verified" and each.get("source"))
    open_page = visit()
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page.to(quote["page"])
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_role("status")).to_have_text("The words are copied.")
    taken = str(page.evaluate("navigator.clipboard.readText()"))
    first, *rest = taken.splitlines()
    assert " ".join(quote["text"].split()) in first
    assert quote["work"] in rest[0]
    assert quote["source"] in rest
    assert "<" not in taken


def test_a_story_is_copied_whole(built_site: Path, visit: Open) -> None:
    """All of a story arrives, with its title and who tells it."""
    story = entries(built_site, "stories")[0]
    open_page = visit()
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page.to(story["page"])
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_role("status")).to_have_text("The words are copied.")
    taken = str(page.evaluate("navigator.clipboard.readText()"))
    assert taken.startswith(story["title"])
    assert story["told_by"] in taken
    assert " ".join(story["text"].split()) in " ".join(taken.split())


def test_copying_works_where_the_clipboard_is_closed(built_site: Path, visit: Open) -> None:
    """From a file, without the modern clipboard, the old way copies all the same."""
    open_page = visit(address=built_site.as_uri())
    open_page.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = open_page.to(_one(built_site, "questions"))
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_role("status")).to_have_text("The words are copied.")


def test_sharing_hands_the_address_to_the_device(built_site: Path, visit: Open) -> None:
    """Where the device can share, it gets title and address."""
    open_page = visit(PHONE)
    open_page.page.add_init_script(SHARES)
    quote = entries(built_site, "quotes")[0]
    page = open_page.to(quote["page"])
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"].endswith(quote["page"])
    assert " ".join(quote["text"].split())[:30] in shared["title"]


def test_sharing_falls_back_to_the_address(built_site: Path, visit: Open) -> None:
    """Where the device cannot share, the address is copied, without what stands behind a #."""
    open_page = visit()
    open_page.page.add_init_script(NOTHING_SHARES)
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    address = _one(built_site, "quotes")
    page = open_page.to(f"{address}#main")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("status")).to_have_text("The address is copied.")
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith(address)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", CARDS)
def test_a_card_prints_alone_and_in_its_size(kind: str, paper: str, built_site: Path, visit: Open) -> None:
    """One sheet with one card of 95 by 68 millimetres on it, lines to cut along, and nothing else of the page."""
    page = visit().to(_one(built_site, kind))
    _card(page)
    page.emulate_media(media="print")
    card = page.locator(".cut__card").bounding_box()
    assert card is not None
    assert (round(card["width"] / MILLIMETRE), round(card["height"] / MILLIMETRE)) == (95, 68)
    seen = page.evaluate("document.body.innerText")
    assert " ".join(seen.split()) == " ".join(page.locator(".cut").inner_text().split())
    assert page.evaluate("getComputedStyle(document.querySelector('.cut'), '::before').borderTopStyle") == "solid"
    with pikepdf.open(io.BytesIO(page.pdf(format=paper))) as made:
        assert len(made.pages) == 1


def test_after_printing_a_card_the_page_prints_again(built_site: Path, visit: Open) -> None:
    """When the dialog is closed, the page is itself again; printing it without the button prints all of it."""
    page = visit().to(_one(built_site, "stories"))
    _card(page)
    page.emulate_media(media="print")
    expect(page.locator(".cut")).to_be_visible()
    expect(page.locator(".story")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".story")).to_be_visible()
    expect(page.locator(".cut")).to_be_hidden()
    expect(page.locator(".take")).to_be_hidden()


def test_words_fit_on_every_card(built_site: Path, visit: Open) -> None:
    """On no card of the library do words run out of their place."""
    page = visit().to(_one(built_site, "quotes"))
    page.emulate_media(media="print")
    tight = []
    for kind in CARDS:
        for entry in entries(built_site, kind):
            page.goto(page.url.partition("/e/")[0] + "/" + entry["page"])
            page.evaluate("document.documentElement.classList.add('print-card')")
            room = page.locator(".cut__card").bounding_box()
            words = page.locator(".cut__words").evaluate("each => each.scrollHeight - each.clientHeight")
            foot = page.locator(".cut__by").bounding_box()
            assert room is not None
            assert foot is not None
            if words > 1 or foot["y"] + foot["height"] > room["y"] + room["height"] - 3 * MILLIMETRE:
                tight.append(entry["id"])
    assert tight == []


@pytest.mark.parametrize("kind", CARDS)
def test_the_picture_can_be_saved(kind: str, built_site: Path, visit: Open) -> None:
    """The picture of the entry comes as a file with its name."""
    entry = entries(built_site, kind)[0]
    page = visit().to(entry["page"])
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Save the picture").click()
    assert waiting.value.suggested_filename == f"{entry['id'].partition('/')[2]}.png"
    assert Path(waiting.value.path()).read_bytes() == (built_site / entry["page"]).with_suffix(".png").read_bytes()


def test_what_nobody_said_is_not_handed_on(built_site: Path, visit: Open) -> None:
    """A line under a wrong name has no card, no picture and no star; what is known can be copied."""
    open_page = visit()
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong = entries(built_site, "misattributions")[0]
    page = open_page.to(wrong["page"])
    expect(page.get_by_role("button", name="Print as a card")).to_have_count(0)
    expect(page.get_by_role("link", name="Save the picture")).to_have_count(0)
    expect(page.locator(".hk-star")).to_have_count(0)
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_role("status")).to_have_text("The words are copied.")
    assert f"Not by {wrong['said_to_be_by']}" in str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("kind", ["quotes", "questions", "stories", "activities"])
def test_companions_are_what_they_are_called(kind: str, built_site: Path, visit: Open) -> None:
    """A quote to close with does close, nothing disputed is recommended, and every companion shares a theme."""
    known = {each["id"]: each for name in KINDS for each in entries(built_site, name)}
    page = visit()
    seen = 0
    for entry in entries(built_site, kind):
        for link in page.to(entry["page"]).locator(".goes a").all():
            other = known[re.search(r"e/(.*)\.html", str(link.evaluate("a => a.href"))).group(1)]  # type: ignore[union-attr]
            said = link.locator(".kind").inner_text()
            assert set(other["themes"]) & set(entry["themes"])
            assert other.get("status") != "disputed"
            assert other["id"] != entry["id"]
            assert "close" not in said or "close" in other["plays"]
            seen += 1
    assert seen


def test_kits_that_use_it_say_for_how_long(built_site: Path, visit: Open) -> None:
    """Every kit and length named takes the entry, and the link leads to that length."""
    kits = json.loads((built_site / "api" / "v1" / "kits.json").read_text("utf-8"))
    kit = next(each for each in kits.values() if len(each["plans"]) > 1)
    plan = kit["plans"][-1]
    id = next(item for segment in plan["segments"] for item in segment["items"])
    page = visit().to(f"e/{id}.html")
    link = page.locator(f".uses a[href$='#m{plan['minutes']}'][href*='{kit['page']}']")
    expect(link).to_have_text(f"{plan['minutes']} minutes")
    link.click()
    expect(page.get_by_role("heading", name=f"In {plan['minutes']} minutes")).to_be_visible()


def test_a_chat_is_told_what_it_is(built_site: Path, visit: Open) -> None:
    """Without a public address there is a title and a description, and no picture that nobody could fetch."""
    page = visit().to(_one(built_site, "quotes"))
    names = page.evaluate(
        "Array.from(document.querySelectorAll('meta[property]'), each => each.getAttribute('property'))"
    )
    assert {"og:title", "og:description", "og:site_name"} <= set(names)
    assert "og:image" not in names


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_shut_out_of_an_entry(kind: str, scheme: str, built_site: Path, visit: Open) -> None:
    """axe, with all its rules, finds nothing on any kind of entry, in light and in dark."""
    page = visit(PHONE, scheme).to(_one(built_site, kind))
    found = Axe().run(page)
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_fits_the_window(kind: str, width: int, built_site: Path, visit: Open) -> None:
    """No page of an entry is wider than the window, from a file too, and a thumb meets its buttons."""
    page = visit(width, address=built_site.as_uri()).to(_one(built_site, kind))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for button in page.locator(".take .button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
