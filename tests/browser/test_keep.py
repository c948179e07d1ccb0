"""What a reader keeps, in a real browser: stars, the log of what was used with whom, the file that carries both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Open

pytestmark = pytest.mark.xdist_group("browser")

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
THEME_STUMBLES = "error: no"
"""The theme reads its colours from the blocked store and complains twice."""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
STAR = """([id, name, page]) => {
  const star = Object.assign(document.createElement('button'), {className: 'hk-star', hidden: true, type: 'button'})
  Object.assign(star.dataset, {id, name, page, full: 'No room is left'})
  document.querySelector('h1').after(star)
  huddlekit.keep.stars()
}"""
SESSION = {"title": "A first day", "page": "kits/first-day.html", "team": "Ward 3", "note": "Quiet, then good."}


def _quote(built_site: Path) -> tuple[str, dict[str, Any]]:
    quotes: dict[str, dict[str, Any]] = json.loads((built_site / "api/v1/quotes.json").read_text("utf-8"))
    return next(iter(quotes.items()))


def _kept(page: Page, call: str, *values: object) -> Any:
    return page.evaluate(f"values => huddlekit.keep.{call}(...values)", list(values))


def _days_ago(page: Page, days: int) -> str:
    return str(page.evaluate("days => { const day = new Date(); day.setDate(day.getDate() - days);"
                             " return huddlekit.keep.today(day) }", days))  # fmt: skip


@pytest.fixture(name="page")
def _page(visit: Open) -> Page:
    """The page at a desk."""
    return visit().to("mine.html")


def test_a_star_keeps_an_entry(visit: Open, built_site: Path) -> None:
    """A star is shown once it works, says whether it is set, works with the keyboard, and is known on other pages."""
    id, quote = _quote(built_site)
    page = visit().to("index.html")
    page.evaluate(STAR, [id, "A line", quote["page"]])
    star = page.get_by_role("button", name="A line")
    expect(star).to_have_attribute("aria-pressed", "false")
    box = star.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    star.focus()
    page.keyboard.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    page.goto(page.url.replace("index.html", "mine.html"))
    row = page.locator("#hk-favourites li")
    expect(row).to_contain_text("Quote")
    row.get_by_role("link").click()
    expect(page.locator("blockquote")).to_contain_text(" ".join(quote["text"].split())[:40])


def test_a_star_is_taken_back_in_every_window(visit: Open, built_site: Path) -> None:
    """What is removed in one window is gone in the other, without a reload."""
    id, quote = _quote(built_site)
    opened = visit()
    page = opened.to("index.html")
    page.evaluate(STAR, [id, "A line", quote["page"]])
    page.get_by_role("button", name="A line").click()
    other = page.context.new_page()
    other.goto(page.url.replace("index.html", "mine.html"))
    other.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name="A line")).to_have_attribute("aria-pressed", "false")
    expect(other.locator("#hk-favourites")).to_contain_text("Nothing here yet.")


def test_the_favourites_are_listed_and_removed(page: Page, built_site: Path) -> None:
    """Names come from the library, the newest first; removing moves the focus to what is next and says what went."""
    id, _ = _quote(built_site)
    _kept(page, "toggle", id)
    _kept(page, "toggle", "activities/top-ten-customers")
    _kept(page, "toggle", "quotes/left-long-ago", {"name": "A line that was here"})
    rows = page.locator("#hk-favourites > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("A line that was here")
    expect(rows.nth(0)).to_contain_text("No longer in the library")
    assert rows.nth(0).get_by_role("link").count() == 0
    expect(rows.nth(1).get_by_role("link")).to_have_text("Our ten most important customers")
    rows.nth(0).get_by_role("button", name="Remove A line that was here").click()
    expect(page.locator("#hk-said")).to_have_text("A line that was here is removed.")
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove Our ten most important customers"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#hk-favourites")).to_contain_text("Nothing here yet.")
    assert page.evaluate("document.activeElement.id") == "hk-favourites-title"


def test_the_log_knows_what_was_used_with_whom(page: Page) -> None:
    """Sessions are listed with day, team, note and entries, the newest first, and one can be taken away."""
    first = ["activities/top-ten-customers", "quotes/left-long-ago"]
    key = _kept(page, "markUsed", first, "2026-02-28", SESSION)
    _kept(page, "markUsed", ["activities/two-ways-round"], "2026-03-01", {"title": "Ten minutes"})
    assert key
    rows = page.locator("#hk-used > li")
    expect(rows.nth(0)).to_contain_text("Ten minutes")
    expect(rows.nth(1)).to_contain_text("February 28, 2026")
    expect(rows.nth(1).get_by_role("link", name="A first day")).to_have_attribute("href", "kits/first-day.html")
    rows.nth(1).locator("summary").click()
    expect(rows.nth(1).locator("details li")).to_have_text(["Our ten most important customers", "quotes/left-long-ago"])
    note = rows.nth(1).get_by_label("Note on A first day, February 28, 2026")
    expect(note).to_have_value("Quiet, then good.")
    note.fill("Again in May.")
    note.press("Tab")
    rows.nth(0).get_by_label("Team for Ten minutes").fill("Night shift")
    rows.nth(0).get_by_label("Team for Ten minutes").press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Note on Ten minutes, March 1, 2026"
    page.reload()
    log = _kept(page, "used")
    assert [(each["team"], each["note"]) for each in log] == [("Night shift", ""), ("Ward 3", "Again in May.")]
    page.locator("#hk-only").select_option(label="Ward 3")
    expect(rows).to_have_count(1)
    rows.nth(0).get_by_role("button", name="Remove A first day").click()
    assert [each["title"] for each in _kept(page, "used")] == ["Ten minutes"]


def test_lately_counts_days_and_teams(page: Page) -> None:
    """What was used in the last days is named once, today and the last day included, for all teams or for one."""
    _kept(page, "markUsed", ["quotes/a", "quotes/b", "quotes/a"])
    _kept(page, "markUsed", ["quotes/b", "quotes/c"], _days_ago(page, 14), {"team": "Ward 3"})
    _kept(page, "markUsed", ["quotes/d", "no id"], _days_ago(page, 15), {"team": "Ward 3"})
    assert _kept(page, "lately", 0) == ["quotes/a", "quotes/b"]
    assert _kept(page, "lately", 14) == ["quotes/a", "quotes/b", "quotes/c"]
    assert _kept(page, "lately", 30, "Ward 3") == ["quotes/b", "quotes/c", "quotes/d"]
    assert _kept(page, "lately", 30, "") == ["quotes/a", "quotes/b"]


def test_used_today_goes_to_the_team_of_now(page: Page) -> None:
    """The button beside a favourite notes it for today, with the team that was named."""
    _kept(page, "toggle", "activities/top-ten-customers")
    page.get_by_label("The team I am with now").fill("Night shift")
    page.get_by_label("The team I am with now").press("Tab")
    page.get_by_role(
        "button", name="Note that Our ten most important customers was used today with Night shift"
    ).click()
    assert _kept(page, "lately", 0, "Night shift") == ["activities/top-ten-customers"]
    expect(page.locator("#hk-said")).to_have_text(
        "Our ten most important customers is noted for today with Night shift."
    )


def _import(page: Page, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    page.locator("#hk-import").set_input_files({"name": "in.json", "mimeType": "application/json", "buffer": data})


def test_a_file_carries_everything_over(visit: Open, tmp_path: Path) -> None:
    """Saved in one browser and read in another: nothing is lost on either side, and a second reading adds nothing."""
    page = visit().to("mine.html")
    _kept(page, "toggle", "activities/top-ten-customers")
    _kept(page, "markUsed", ["quotes/a", "quotes/b"], "2026-02-28", SESSION)
    _kept(page, "markUsed", ["quotes/a", "quotes/b"], "2026-03-28", SESSION)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save to a file").click()
    waiting.value.save_as(tmp_path / "mine.json")
    text = (tmp_path / "mine.json").read_text("utf-8")
    other = visit().to("mine.html")
    _kept(other, "toggle", "activities/two-ways-round")
    _kept(other, "markUsed", ["quotes/c"], "2026-01-01", {"title": "Mine"})
    _import(other, text)
    expect(other.locator("#hk-imported")).to_have_text("3 things added.")
    assert {each["id"] for each in _kept(other, "favourites")} == {
        "activities/two-ways-round", "activities/top-ten-customers",
    }  # fmt: skip
    assert [each["title"] for each in _kept(other, "used")] == ["A first day", "A first day", "Mine"]
    assert _kept(other, "used")[0] == _kept(page, "used")[0]
    _import(other, text)
    expect(other.locator("#hk-imported")).to_have_text("Nothing new was in it; all of it is here already.")
    assert len(_kept(other, "used")) == 3


NOT_OURS = {
    "not json": "is no file of ours: it cannot be read",
    "[1, 2]": "does not hold favourites",
    "null": "does not hold favourites",
    '{"huddlekit": "kept", "version": 9}': "newer version (“9”)",
    '{"huddlekit": "kept"}': "does not hold favourites",
}


@pytest.mark.parametrize("text", NOT_OURS)
def test_a_file_that_is_not_ours_is_refused(text: str, page: Page) -> None:
    """A file of another sort changes nothing, and the page says what is the matter."""
    _kept(page, "toggle", "activities/top-ten-customers")
    _import(page, text)
    expect(page.locator("#hk-imported")).to_contain_text(NOT_OURS[text])
    assert len(_kept(page, "favourites")) == 1


def test_hostile_records_are_named_and_the_rest_is_taken(page: Page) -> None:
    """Scripts, foreign links, wrong ids, dates and shapes are refused one by one; sound records beside them come in."""
    good = {"id": "activities/top-ten-customers", "name": "<img src=x onerror=alert(1)>", "page": "javascript:alert(1)"}
    given = {
        "huddlekit": "kept",
        "version": 1,
        "__proto__": {"polluted": True},
        "favourites": [good, {"id": "../../etc/passwd"}, {"id": 7}, None, [], {"id": "quotes/long", "name": "x" * 2000},
                       {"id": "quotes/turned", "name": "abc\u202edef"}, {"id": "quotes/markup", "name": "<b>bold</b>"}],
        "used": [{"when": "2026-02-30", "entries": []}, {"when": "2026-02-28", "entries": "quotes/a"},
                 {"when": "2026-02-28", "entries": ["quotes/a", "<script>"]}, {"when": "2026-02-28", "note": {"a": 1}},
                 {"when": "2026-02-28", "entries": ["quotes/a"], "title": "<i>Sound</i>", "page": "https://example.org/"}],
    }  # fmt: skip
    _import(page, json.dumps(given))
    told = page.locator("#hk-imported")
    expect(told).to_contain_text("3 things added.")
    for words in (
        "Favourite 1: “javascript:alert(1)” is no page of this site", "Favourite 2: “../../etc/passwd” is no id",
        "Favourite 3: “7” is no id", "Favourite 4 is no record", "Favourite 5 is no record", "Favourite 6: “xxx",
        "Log entry 1: “2026-02-30” is no date", "Log entry 2: its entries are no list",
        "Favourite 7: “abc def” is too long, or holds signs", "Log entry 3: “<script>” is no id",
        "Log entry 5: “https://example.org/” is no page",
    ):  # fmt: skip
        expect(told).to_contain_text(words)
    assert [each["id"] for each in _kept(page, "favourites")] == ["activities/top-ten-customers", "quotes/markup"]
    assert [(each["title"], each["page"]) for each in _kept(page, "used")] == [("<i>Sound</i>", "")]
    expect(page.locator("#hk-favourites")).to_contain_text("<b>bold</b>")
    assert page.locator("#hk-mine img, #hk-mine i, #hk-mine script").count() == 0
    assert page.evaluate("({}).polluted") is None


def test_a_file_beyond_all_measure_is_refused(page: Page) -> None:
    """Twenty thousand records are cut at five thousand, and a file of many megabytes is not read at all."""
    many = [{"id": f"quotes/q-{number}"} for number in range(20_000)]
    _import(page, json.dumps({"huddlekit": "kept", "version": 1, "favourites": many}))
    expect(page.locator("#hk-imported")).to_contain_text("there are more than 5000")
    assert len(_kept(page, "favourites")) == 5000
    _kept(page, "clear")
    _import(page, b" " * 6_000_000)
    expect(page.locator("#hk-imported")).to_contain_text("far too large")


def test_clearing_asks_first(page: Page) -> None:
    """With the keyboard: Escape keeps everything, and only the second button clears it."""
    _kept(page, "toggle", "activities/top-ten-customers")
    page.get_by_role("button", name="Clear all").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#hk-favourites")).to_contain_text("Our ten most important customers")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Keep them"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#hk-favourites")).to_contain_text("Nothing here yet.")
    expect(page.locator("#hk-said")).to_have_text("Everything is cleared.")


def test_without_storage_the_page_says_so(visit: Open, built_site: Path) -> None:
    """Where nothing can be kept, stars stay hidden, the page says why, and nothing breaks."""
    id, quote = _quote(built_site)
    opened = visit()
    opened.page.add_init_script(BLOCKED)
    page = opened.to("mine.html")
    expect(page.locator("#hk-trouble")).to_contain_text("keeps nothing for us")
    page.evaluate(STAR, [id, "A line", quote["page"]])
    expect(page.locator(".hk-star")).to_be_hidden()
    assert _kept(page, "markUsed", [id]) == ""
    assert _kept(page, "lately", 30) == []
    opened.trouble[:] = [each for each in opened.trouble if each != THEME_STUMBLES]


def test_a_full_store_is_told(visit: Open, built_site: Path) -> None:
    """When there is no room left, a star stays as it was and says why; so does reading a file in."""
    id, quote = _quote(built_site)
    opened = visit()
    opened.page.add_init_script(FULL)
    page = opened.to("mine.html")
    page.evaluate(STAR, [id, "A line", quote["page"]])
    page.locator(".hk-star").click()
    expect(page.locator(".hk-star")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_text("No room is left")).to_be_visible()
    expect(page.locator("#hk-trouble")).to_contain_text("no room left")
    _import(page, json.dumps({"huddlekit": "kept", "version": 1, "favourites": [{"id": id}]}))
    expect(page.locator("#hk-imported")).to_contain_text("no room left")


def test_a_broken_store_is_put_aside(page: Page) -> None:
    """What cannot be read is not thrown away: it is put aside, the page says so, and new things are kept."""
    page.evaluate("localStorage.setItem('huddlekit.kept', '{broken')")
    page.reload()
    expect(page.locator("#hk-trouble")).to_contain_text("could not be read")
    assert _kept(page, "toggle", "activities/top-ten-customers") is True
    assert page.evaluate("localStorage.getItem('huddlekit.kept.unread')") == "{broken"
    page.reload()
    expect(page.locator("#hk-favourites")).to_contain_text("Our ten most important customers")
    expect(page.locator("#hk-trouble")).to_be_hidden()


def test_it_keeps_from_a_usb_stick(visit: Open, built_site: Path) -> None:
    """From a file, favourites stay over a reload and lead to their pages."""
    page = visit(address=built_site.as_uri()).to("mine.html")
    _kept(page, "toggle", "activities/top-ten-customers")
    page.reload()
    page.locator("#hk-favourites a").click()
    expect(page.locator("h1")).to_have_text("Our ten most important customers")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nobody_is_shut_out_of_the_log(width: int, scheme: str, visit: Open) -> None:
    """Filled in, with a star and problems told: axe is content, and nothing has to be pushed sideways."""
    page = visit(width, scheme).to("mine.html")
    for id in ("activities/top-ten-customers", "activities/two-ways-round", "quotes/left-long-ago"):
        _kept(page, "toggle", id)
    _kept(page, "markUsed", ["activities/top-ten-customers", "quotes/left-long-ago"], "2026-02-28", SESSION)
    page.locator("#hk-used summary").click()
    _import(page, json.dumps({"huddlekit": "kept", "version": 1, "favourites": [{"id": "no id"}]}))
    page.evaluate(STAR, ["activities/top-ten-customers", "Favourite: a line", ""])
    page.wait_for_timeout(100)
    _audit(page)
    page.get_by_role("button", name="Clear all").click()
    _audit(page)


def _audit(page: Page) -> None:
    found = Axe().run(page, context=".md-content").response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
