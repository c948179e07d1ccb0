"""Finding in a real browser: words, filters, counts, the address, on a phone and at a desk, and from a file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.test_site import AXE

pytestmark = pytest.mark.xdist_group("browser")


def _data(built_site: Path, name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((built_site / "api" / "v1" / f"{name}.json").read_text("utf-8"))
    return found


def count(page: Page) -> int:
    """How many are found, as the page says it."""
    number = re.search(r"\d+", page.locator("#hk-count").inner_text())
    return int(number.group()) if number else 0


def complete(page: Page) -> Page:
    """Wait until the words of all fields are there."""
    page.locator("form[data-words=all]").wait_for()
    return page


def test_a_quote_is_found_by_a_word_of_it(built_site: Path, visit: Open) -> None:
    """Typing a few words of a quote brings it up, and its page shows the whole of it."""
    quote = max(_data(built_site, "quotes").values(), key=lambda each: len(each["text"]))
    words = " ".join(quote["text"].split()[:5])
    page = visit().to("find.html")
    page.get_by_label("Words in any field").fill(words)
    expect(page.locator("#hk-results a").first).to_contain_text(words)
    page.locator("#hk-results a").first.click()
    expect(page.locator("blockquote").first).to_contain_text(" ".join(quote["text"].split())[:60])


def test_a_word_of_any_field_finds_its_entry(built_site: Path, visit: Open) -> None:
    """A word that stands in the text of one story alone, and nowhere on its card, leads to this story."""
    stories = _data(built_site, "stories")
    others = json.dumps([_data(built_site, kind) for kind in ("quotes", "questions", "activities", "guidance")]).lower()
    rare = {
        word: story
        for id, story in stories.items()
        for word in re.findall(r"[a-z]{8,}(?<!s)(?<!ed)(?<!ing)", story["text"])
        if word not in others + json.dumps([each for other, each in stories.items() if other != id]).lower()
        and word not in story["title"].lower()
    }
    word, story = next(iter(rare.items()))
    page = complete(visit().to("find.html"))
    page.get_by_label("Words in any field").fill(word)
    expect(page.locator("#hk-count")).to_have_text("1 found")
    expect(page.locator("#hk-results h3")).to_have_text(story["title"])


@pytest.mark.parametrize(
    "row",
    [
        ("colleague", "co-worker", "internal customer"),
        ("customer", "guests", "patient", "client"),
        ("boss", "manager", "supervisors"),
        ("thank you", "recognition", "praise"),
    ],
)
def test_a_synonym_finds_what_the_word_finds(row: tuple[str, ...], visit: Open) -> None:
    """Whichever word of an idea somebody uses, the finder answers the same."""
    found = set()
    for word in row:
        page = complete(visit().to(f"find.html?words={word}"))
        found.add(count(page))
    assert len(found) == 1
    assert found != {0}


def test_small_words_do_not_hide_anything(visit: Open) -> None:
    """A sentence finds what its telling word finds."""
    open_page = visit()
    told = count(complete(open_page.to("find.html?words=customer")))
    assert count(complete(open_page.to("find.html?words=what+would+the+customer"))) == told > 0


@pytest.mark.parametrize("state", ["", "?kind=questions", "?setting=staff-meeting&minutes=10", "?words=customer"])
def test_the_number_on_a_filter_is_what_it_finds(state: str, visit: Open) -> None:
    """A theme, a kind, a need or an option that says twelve leads to twelve, whatever else is set."""
    page = complete(visit().to(f"find.html{state}"))
    for chip in page.locator("input[name=theme], input[name=prep], input[name=paper], input[name=call]").all()[-8:]:
        promised = int(chip.locator("xpath=..").locator("[data-count]").inner_text())
        chip.check()
        assert count(page) == promised
        chip.uncheck()
    for name in ("audience", "customer", "status"):
        option = page.locator(f"#hk-{name} option").nth(1)
        promised = int(re.findall(r"\((\d+)\)", option.inner_text())[0])
        page.locator(f"#hk-{name}").select_option(index=1)
        assert count(page) == promised
        page.locator(f"#hk-{name}").select_option(index=0)


def test_filters_narrow_and_combine(built_site: Path, visit: Open) -> None:
    """Kind and theme together find exactly the quotes on that theme; a second theme adds its own."""
    quotes = _data(built_site, "quotes").values()
    one, other = list(dict.fromkeys(theme for each in quotes for theme in each["themes"]))[:2]
    page = visit().to("find.html")
    page.locator("input[name=kind][value=quotes]").check()
    page.locator(f"input[name=theme][value={one}]").check()
    assert count(page) == sum(one in each["themes"] for each in quotes)
    page.locator(f"input[name=theme][value={other}]").check()
    assert count(page) == sum(bool({one, other} & set(each["themes"])) for each in quotes)


def test_what_fits_everywhere_is_found_in_every_setting(built_site: Path, visit: Open) -> None:
    """An entry that names no setting fits all of them, so a filter for one of them keeps it."""
    quotes = _data(built_site, "quotes").values()
    page = visit().to("find.html?kind=quotes&setting=retreat")
    fitting = [each for each in quotes if not each.get("settings") or "retreat" in each["settings"]]
    assert fitting
    assert count(page) == len(fitting)


def test_a_group_too_large_for_an_activity_hides_it(built_site: Path, visit: Open) -> None:
    """Only activities whose group has room for so many people stay."""
    activities = _data(built_site, "activities").values()
    most = max(each["group"]["most"] for each in activities)
    page = visit().to("find.html?kind=activities")
    page.get_by_label("Group size").fill(str(most))
    expect(page).to_have_url(re.compile(f"group={most}"))
    assert count(page) == sum(each["group"]["most"] >= most for each in activities)


def test_the_address_holds_the_search(visit: Open) -> None:
    """Reload, back and a shared link bring the same results."""
    page = complete(visit().to("find.html"))
    everything = count(page)
    page.locator("input[name=kind][value=questions]").check()
    questions = count(page)
    page.locator("#hk-minutes").select_option("5")
    page.get_by_label("Words in any field").fill("customer")
    expect(page).to_have_url(re.compile(r"kind=questions.*minutes=5.*words=customer"))
    narrowed = count(page)
    page.reload()
    assert count(complete(page)) == narrowed
    page.locator("#hk-results a").first.click()
    page.go_back()
    expect(page.get_by_label("Words in any field")).to_have_value("customer")
    assert count(complete(page)) == narrowed
    page.go_back()
    assert count(page) == questions
    page.go_back()
    assert count(page) == everything


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_search_can_be_shared(width: int, visit: Open, browser: Browser) -> None:
    """The address, opened by somebody who was never here, shows the same things and says what is set."""
    page = visit(width).to("find.html")
    page.locator("input[name=kind][value=questions]").check()
    page.locator("input[name=theme]").nth(1).check()
    found = page.locator("#hk-results h3").all_inner_texts()
    stranger = browser.new_context().new_page()
    stranger.goto(page.url)
    assert stranger.locator("#hk-results h3").all_inner_texts() == found
    assert stranger.locator("#hk-active button").count() == 2
    stranger.context.close()


def test_what_is_set_can_be_taken_away_one_by_one(visit: Open) -> None:
    """Every choice has a button; the last one taken away leaves everything found and the keyboard in the search box."""
    page = visit().to("find.html")
    everything = count(page)
    page.goto(page.url + "?kind=quotes&minutes=10&call=yes")
    assert count(page) < everything
    for left in (2, 1, 0):
        page.locator("#hk-active button").first.click()
        assert page.locator("#hk-active button").count() == left
    assert count(page) == everything
    expect(page.get_by_label("Words in any field")).to_be_focused()


def test_nothing_found_says_what_to_do(visit: Open) -> None:
    """An empty result is told to everyone, screen readers too, and one button brings all back."""
    page = complete(visit().to("find.html"))
    everything = count(page)
    page.get_by_label("Words in any field").fill("xylophone quetzal")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    page.get_by_role("button", name="Clear all").click()
    assert count(page) == everything


def test_what_no_kit_offers_can_be_composed(visit: Open) -> None:
    """For setting, minutes and theme the finder offers a talk of one's own, asked for in full in its address."""
    page = visit(PHONE).to("find.html?kind=kits&setting=retreat&minutes=10&theme=listening")
    offer = page.get_by_role("link", name="Compose one: 10 minutes on listening for a retreat")
    href = str(offer.get_attribute("href"))
    assert href.startswith("compose.html?")
    assert set(href.partition("?")[2].split("&")) == {"minutes=10", "setting=retreat", "theme=listening"}
    page.goto(page.url.replace("kind=kits", "kind=quotes"))
    expect(page.locator("#hk-compose")).to_be_hidden()


def test_a_kit_leads_to_the_length_that_fits(visit: Open) -> None:
    """Its chips lead to each length, its title to the one that fits the minutes, and it can be run at once."""
    page = visit().to("find.html?kind=kits&minutes=15")
    card = page.locator(".hk-card--kits").first
    minutes = card.locator(".hk-minutes b").first.inner_text()
    assert str(card.locator("h3 a").get_attribute("href")).endswith(f"#m{minutes}")
    assert re.search(rf"^run\.html\?kit=[a-z-]+&minutes={minutes}$", str(card.locator(".hk-run").get_attribute("href")))
    card.locator(".hk-minutes").first.click()
    expect(page).to_have_url(re.compile(rf"kits/[a-z-]+\.html#m{minutes}$"))
    expect(page.locator(f"#m{minutes}")).to_be_in_viewport()


def test_more_can_be_shown_a_page_at_a_time(visit: Open) -> None:
    """Thirty at first, then the rest, with the keyboard at the first new one."""
    page = visit().to("find.html")
    everything = count(page)
    assert page.locator("#hk-results > li").count() == 30 < everything
    page.get_by_role("button", name="Show more").click()
    assert page.locator("#hk-results > li").count() == min(60, everything)
    expect(page.locator("#hk-results > li").nth(30).locator("h3 a")).to_be_focused()


def test_favourites_are_a_filter_where_they_are_kept(visit: Open, built_site: Path) -> None:
    """Without favourites there is no such filter; with them it finds exactly what was kept."""
    kept = list(_data(built_site, "quotes"))[:2]
    open_page = visit()
    page = open_page.to("find.html")
    if not page.evaluate("Boolean(window.huddlekit.keep)"):
        expect(page.locator("input[name=mine]")).to_be_hidden()
        page.add_init_script(
            f"window.huddlekit = {{keep: {{favourites: () => {json.dumps([{'id': id} for id in kept])}}}}}"
        )
    else:
        page.evaluate("ids => ids.forEach(id => huddlekit.keep.toggle(id))", kept)
    page = open_page.to("find.html?mine=yes")
    assert count(page) == 2
    expect(page.get_by_role("checkbox", name=re.compile("My favourites"))).to_be_checked()


def test_the_finder_works_with_the_keyboard_alone(visit: Open) -> None:
    """From the search box, Tab and Space reach and set a filter."""
    page = visit().to("find.html")
    page.get_by_label("Words in any field").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input[name=kind]").first.is_checked()
    expect(page).to_have_url(re.compile("kind=kits"))


def test_results_are_seen_at_once_on_a_phone(visit: Open) -> None:
    """With filters set, the first result stands in the first screen; further down, a way back to the filters."""
    page = visit(PHONE).to("find.html?kind=questions&setting=staff-meeting&minutes=10")
    expect(page.locator("#hk-results h3").first).to_be_in_viewport()
    back = page.get_by_role("button", name="Filters")
    expect(back).to_be_hidden()
    page.locator("#hk-results > li").last.scroll_into_view_if_needed()
    back.click()
    expect(page.get_by_label("Group size")).to_be_visible()
    expect(page.locator("#hk-more summary")).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize(
    "state", ["?kind=kits&setting=staff-meeting&minutes=10", "?words=xylophone&theme=listening", "?kind=quotes"]
)
def test_nobody_is_shut_out_of_any_state(state: str, width: int, visit: Open) -> None:
    """axe is content and nothing is wider than the window, with results of every look and with none."""
    page = complete(visit(width).to(f"find.html{state}"))
    assert Axe().run(page, options=AXE).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_finder_works_from_a_usb_stick(width: int, visit: Open, built_site: Path) -> None:
    """From a file, words of all fields and filters work, results open, and the theme's own search is out of the way."""
    page = visit(width, address=built_site.as_uri()).to("find.html")
    everything = count(complete(page))
    page.locator("input[name=kind][value=stories]").check()
    assert 0 < count(page) < everything
    assert page.locator(".md-search").count() == 0
    page.reload()
    assert 0 < count(page) < everything
    page.locator("#hk-results a").first.click()
    expect(page.locator(".story")).to_be_visible()


def test_a_tap_before_the_scripts_are_there_counts(visit: Open) -> None:
    """On a slow line the form is seen before it works; what is chosen meanwhile is not lost."""
    start, waiting = visit(PHONE), list[Route]()
    page = start.page
    page.route("**/assets/find-search.js", lambda route: waiting.append(route))
    page.goto(f"{start.address}/find.html?kind=quotes", wait_until="commit")
    chip = page.locator("input[name=theme]").first
    chip.check()
    page.wait_for_timeout(200)
    assert waiting
    assert page.locator("#hk-results li").count() == 0
    for route in waiting:
        route.continue_()
    expect(page).to_have_url(re.compile(f"kind=quotes&theme={chip.get_attribute('value')}"))
    assert chip.is_checked()
    assert page.locator("input[name=kind][value=quotes]").is_checked()
