"""Home in a real browser: three doors, a huddle for today, and ten minutes on listening in three taps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.library.models import KitRecipe
from generator.site.find import find_files
from generator.site.model import BuiltPlan, KitPage
from generator.site.site import Pages, gather
from tests.browser.conftest import DESK, PHONE, Open
from tests.real import CHECKED, LIBRARY
from tests.test_site import OPTIONS

pytestmark = pytest.mark.xdist_group("browser")


def _title(page: Page) -> str:
    return page.locator("#hk-today [data-today=title]").inner_text()


def _real_data() -> dict[str, str]:
    """The scripts of the finder as the real library has them, by path."""
    kits = [KitPage(kit.recipe, [BuiltPlan(plan) for plan in kit.plans]) for kit in CHECKED.kits]
    site = gather(LIBRARY, kits, OPTIONS)
    return {each.path: each.content.decode() for each in find_files(site, Pages(site)) if each.path.endswith(".js")}


def _with_real_data(page: Page) -> None:
    scripts = _real_data()

    def answer(route: Route) -> None:
        path = route.request.url.partition("/assets/")[2]
        route.fulfill(body=scripts[f"assets/{path}"], content_type="text/javascript")

    for path in scripts:
        page.route(f"**/{path}", answer)


def test_ten_minutes_on_listening_in_three_taps(visit: Open, browser: Browser) -> None:
    """On a phone, with the real library: the manager’s door, *Listening*, the kit. Whoever gets the address sees it."""
    page = visit(PHONE).to("index.html")
    _with_real_data(page)
    page.get_by_role("link", name=re.compile("^Managers")).click()
    page.locator("label", has_text="Listening").first.click()
    kit = page.locator("#hk-results h3 a").first
    expect(kit).to_be_in_viewport()
    href = str(kit.get_attribute("href"))
    recipe = LIBRARY.entries[href.removesuffix(".html#m10")]
    assert isinstance(recipe, KitRecipe)
    assert "listening" in recipe.themes
    assert "staff-meeting" in recipe.settings
    assert 10 in recipe.minutes
    title, stranger = kit.inner_text(), browser.new_context().new_page()
    _with_real_data(stranger)
    stranger.goto(page.url)
    expect(stranger.locator("#hk-results h3").first).to_have_text(title)
    stranger.context.close()


def test_what_the_managers_door_finds_can_be_read_at_once(visit: Open) -> None:
    """The kit that was tapped opens at its ten minutes, with an agenda."""
    page = visit(PHONE).to("index.html")
    page.get_by_role("link", name=re.compile("^Managers")).click()
    expect(page).to_have_url(re.compile(r"find\.html\?kind=kits&minutes=10&setting=staff-meeting"))
    title = page.locator("#hk-results h3").first.inner_text()
    page.locator("#hk-results h3 a").first.click()
    expect(page).to_have_url(re.compile("#m10$"))
    expect(page.locator("h1")).to_contain_text(title)
    expect(page.get_by_role("heading", name="Agenda").first).to_be_attached()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_door_leads_in(width: int, visit: Open) -> None:
    """Each of the three opens a page with something on it."""
    open_page = visit(width)
    for who in ("Managers", "Trainers", "Contributors"):
        page = open_page.to("index.html")
        page.get_by_role("link", name=re.compile(f"^{who}")).click()
        expect(page.locator("h1")).to_be_visible()
        assert "index.html" not in page.url.replace("kits/index.html", "")


def test_the_managers_door_is_in_the_first_screen_of_a_phone(visit: Open) -> None:
    """Nobody with ten minutes has to look for it."""
    page = visit(PHONE).to("index.html")
    expect(page.get_by_role("link", name=re.compile("^Managers"))).to_be_in_viewport(ratio=1)


def test_each_day_has_its_huddle(visit: Open) -> None:
    """The next day brings the next one, the same day the same; “another one” goes through all and comes back."""
    open_page = visit()
    open_page.page.clock.set_fixed_time("2026-03-02T12:00:00")
    page = open_page.to("index.html")
    number = int(page.evaluate("huddlekit.today.huddles.length"))
    monday = _title(page)
    page.reload()
    assert _title(page) == monday
    shown = [monday]
    for _ in range(number):
        if number > 1:
            page.get_by_role("button", name="Another one").click()
        shown.append(_title(page))
    assert shown[-1] == monday
    assert len(set(shown)) == number
    page.clock.set_fixed_time("2026-03-03T00:30:00")
    page.reload()
    assert _title(page) == shown[1]


def test_the_huddle_of_today_can_be_opened_and_run(visit: Open) -> None:
    """It shows its promise and minutes, leads to that length of its kit, and to being led through it."""
    page = visit(PHONE).to("index.html")
    title, minutes = _title(page), page.locator("[data-today=minutes]").inner_text().split()[0]
    assert page.locator("[data-today=promise]").inner_text()
    assert re.fullmatch(
        rf"run\.html\?kit=[a-z0-9-]+&minutes={minutes}", str(page.locator("[data-today=run]").get_attribute("href"))
    )
    page.get_by_role("link", name="Read it first").click()
    expect(page).to_have_url(re.compile(f"#m{minutes}$"))
    expect(page.locator("h1")).to_contain_text(title)


def test_home_works_without_scripts(browser: Browser, address: str) -> None:
    """The first huddle stands on the page, with its way in and nothing that cannot work."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/index.html")
    assert _title(page)
    expect(page.get_by_role("link", name="Read it first")).to_be_visible()
    expect(page.get_by_role("button", name="Another one")).to_be_hidden()
    page.context.close()


def test_home_works_from_a_usb_stick(visit: Open, built_site: Path) -> None:
    """The huddle and the doors are there, and how long one has leads to what fits."""
    page = visit(PHONE, address=built_site.as_uri()).to("index.html")
    assert _title(page)
    page.locator(".hk-long a").first.click()
    expect(page.locator("#hk-results h3").first).to_be_visible()
