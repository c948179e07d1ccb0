"""Composing on the site: ask, keep, shuffle, share, print; with the keyboard, from a file, without a network."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.browser.conftest import DESK, PHONE, Open
from tests.printed import texts

pytestmark = pytest.mark.xdist_group("browser")

THIRTY = "compose.html?setting=staff-meeting&minutes=30"


def said(page: Page) -> list[str]:
    """The words of every entry of the session on the page."""
    return page.locator(".hk-item").evaluate_all("items => items.map(item => item.getAttribute('aria-label'))")


def ids(page: Page) -> list[str]:
    """The addresses of the entries of the session: the same entry may be asked in two forms."""
    found: list[str] = page.locator(".hk-item__kind a").evaluate_all("links => links.map(link => link.href)")
    return found


def total(page: Page) -> int:
    """Minutes of all segments together."""
    return sum(int(text.split()[0]) for text in page.locator(".hk-segment__minutes").all_inner_texts())


def tool(page: Page, name: str, place: int) -> None:
    """Press a button of a place."""
    page.locator(f"[data-key={name}-{place}]").click()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_session_comes_out_and_adds_up(width: int, visit: Open) -> None:
    """Without a word there is a session for ten minutes; the form changes it, and its minutes add up."""
    page = visit(width).to("compose.html")
    expect(page.locator("#hk-plan h2")).to_have_text("Staff meeting: 10 minutes")
    assert total(page) == 10
    if width == PHONE:
        page.locator(".hk-wish > summary").click()
    page.get_by_role("button", name="30 minutes").click()
    page.get_by_label("Where").select_option("retreat")
    expect(page.locator("#hk-plan h2")).to_have_text("Retreat: 30 minutes")
    assert total(page) == 30


def test_what_is_kept_stays_when_all_else_changes(visit: Open) -> None:
    """A kept entry survives "Another one" and another length; the rest changes."""
    page = visit().to(THIRTY)
    before = ids(page)
    tool(page, "lock", 2)
    expect(page.locator("[data-key=lock-2]")).to_have_attribute("aria-pressed", "true")
    changed = False
    for _ in range(5):
        page.get_by_role("button", name="Another one").click()
        assert ids(page)[1] == before[1]
        changed |= ids(page) != before
    assert changed
    page.get_by_role("button", name="60 minutes").click()
    assert before[1] in ids(page)
    assert total(page) == 60


def test_one_place_changes_and_the_others_stay(visit: Open) -> None:
    """Next, previous and another touch their own place only, and keep the focus."""
    page = visit().to(THIRTY)
    before = said(page)
    for name in ("next", "previous", "shuffle"):
        tool(page, name, 1)
        now = said(page)
        assert now[1:] == before[1:]
        assert page.evaluate("document.activeElement.dataset.key") == f"{name}-1"
        if name == "previous":
            assert now == before
        else:
            assert now[0] != before[0]


def test_back_undoes(visit: Open) -> None:
    """Every change is a step back in the browser."""
    page = visit().to(THIRTY)
    before = said(page)
    tool(page, "next", 1)
    tool(page, "next", 2)
    page.go_back()
    page.go_back()
    assert said(page) == before


def test_a_session_is_shared_by_its_address(visit: Open, browser: Browser) -> None:
    """Somebody else who opens the copied link sees exactly this session."""
    mine = visit()
    mine.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = mine.to(THIRTY)
    page.get_by_role("button", name="Another one").click()
    tool(page, "next", 2)
    tool(page, "lock", 1)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    theirs = browser.new_context().new_page()
    theirs.goto(str(page.evaluate("navigator.clipboard.readText()")))
    assert said(theirs) == said(page)
    theirs.context.close()


def test_the_command_makes_this_very_session(visit: Open, built: Path) -> None:
    """The command line that is offered composes what the page shows, word for word."""
    page = visit().to(THIRTY)
    page.get_by_role("button", name="Another one").click()
    tool(page, "next", 1)
    words = shlex.split(str(page.locator(".hk-command code").text_content()))
    assert words[:2] == ["huddlekit", "compose"]
    done = CliRunner().invoke(main, ["--root", str(built), *words[1 : words.index("--out")], "--explain"])
    assert done.exit_code == 0, done.output
    shown = page.locator(".hk-item__kind a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for address in shown:
        assert address.removeprefix("e/").removesuffix(".html") in done.output


def test_what_cannot_be_is_said_and_mended(visit: Open) -> None:
    """A request that does not work says why and offers the nearest one that does."""
    page = visit().to("compose.html?setting=training&minutes=12&approach=questions&group=30")
    expect(page.locator(".hk-refused")).to_contain_text("30")
    expect(page.get_by_role("status")).not_to_be_empty()
    page.get_by_role("button", name=re.compile("Take the nearest")).click()
    expect(page.locator(".hk-refused")).to_have_count(0)
    assert total(page) >= 12


def test_an_address_full_of_rubbish_still_gives_a_session(visit: Open) -> None:
    """What is unknown in an address is named, and the page goes on."""
    page = visit().to("compose.html?setting=moon&minutes=ten&theme=cheese&place=2:questions/nowhere&place=x")
    expect(page.get_by_role("status")).to_contain_text("moon")
    expect(page.locator("#hk-plan h2")).to_have_text("Staff meeting: 10 minutes")


def test_markup_in_an_address_stays_text(visit: Open) -> None:
    """Nothing from an address is ever run."""
    page = visit().to("compose.html?setting=%3Cimg%20src=x%20onerror=alert(1)%3E&minutes=10")
    expect(page.get_by_role("status")).to_contain_text("<img")
    assert page.locator("#hk-composer img").count() == 0


def test_it_prints_as_a_script(visit: Open) -> None:
    """On paper there are the segments with every word of the entries, and no button."""
    page = visit().to(THIRTY)
    text = " ".join(" ".join(texts(page.pdf(format="A4"))).split())
    assert "Staff meeting: 30 minutes" in text
    for title in page.locator(".hk-segment h3").all_inner_texts():
        assert title in text
    for words in said(page):
        assert words[:20] in text
    assert "Another" not in text
    assert "Copy the link" not in text
    assert "Thank you for making the time" in text
    assert "[object" not in text


def test_the_keyboard_is_enough(visit: Open) -> None:
    """From the title on, Tab and Enter reach a place and change it."""
    page = visit().to(THIRTY)
    before = said(page)
    page.get_by_role("button", name="Another one").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.key") == "next-1":
            break
    page.keyboard.press("Enter")
    assert said(page)[0] != before[0]


def test_composing_goes_on_without_a_network(visit: Open) -> None:
    """Once the page is there it needs nobody."""
    page = visit().to(THIRTY)
    page.context.set_offline(True)
    page.get_by_role("button", name="60 minutes").click()
    assert total(page) == 60
    page.get_by_role("button", name="Another one").click()
    assert total(page) == 60
    page.context.set_offline(False)


def test_composing_works_from_a_usb_stick(visit: Open, built_site: Path) -> None:
    """From a file the page composes, and a reload keeps what was changed."""
    page = visit(address=built_site.as_uri()).to("compose.html")
    page.get_by_role("button", name="30 minutes").click()
    tool(page, "next", 1)
    before = said(page)
    page.reload()
    assert said(page) == before
    assert total(page) == 30
