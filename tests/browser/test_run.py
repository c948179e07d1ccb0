"""A session led from the screen: keys, fingers, the clock, a reload, no network, and what is noted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.library.brand import Brand
from generator.library.models import Question, Story
from generator.site.model import BuiltPlan, KitPage, SiteOptions
from generator.site.pages import site_files
from tests.browser.conftest import DESK, PHONE, Open, Visit
from tests.real import CHECKED, LIBRARY

pytestmark = pytest.mark.xdist_group("browser")

START = "2026-03-09T09:00:00"
HUDDLE = "run.html?kit=short-huddle&minutes=10"
HALF_HOUR = "run.html?kit=new-people&minutes=30"
SCREENS = {PHONE: 844, DESK: 720}
SLOW = 20
"""Seconds that a test may take between two looks at the clock: real ones go by as well."""
QUIET = {"reduced_motion": "reduce"}
AXE = {"resultTypes": ["violations"]}


def _open(visit: Open, path: str, width: int = DESK, scheme: Literal["light", "dark"] = "light", **more: Any) -> Visit:
    """The page before a session, at nine o’clock."""
    opened = visit(width, scheme, height=SCREENS[width], **more)
    opened.page.clock.install(time=START)
    opened.to(path)
    return opened


def _begin(visit: Open, path: str = HALF_HOUR, width: int = DESK, **more: Any) -> Page:
    page = _open(visit, path, width, **more).page
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("#stage")).to_be_focused()
    return page


def _clock(page: Page) -> int:
    """Seconds on the clock; those that are over count as less than none."""
    text = page.locator("#clock").inner_text()
    minutes, seconds = text.lstrip("+").split(":")
    return (int(minutes) * 60 + int(seconds)) * (-1 if text.startswith("+") else 1)


def _about(page: Page, seconds: int) -> bool:
    """The clock shows this, give or take what the test itself needs."""
    return abs(_clock(page) - seconds) <= SLOW


def _part(page: Page) -> str:
    return page.locator("#part-title").inner_text()


def _to_part(page: Page, title: str) -> None:
    """Forward with the keyboard until a part is reached."""
    for _ in range(60):
        if _part(page) == title:
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"never came to {title}")


def _plan(page: Page) -> dict[str, str]:
    """What the plan from here says of each part."""
    page.keyboard.press("o")
    rows = page.locator("#outline li")
    found = {row.locator("button").inner_text(): row.locator("span").inner_text() for row in rows.all()}
    page.keyboard.press("Escape")
    return found


def _axe(page: Page) -> list[Any]:
    found = Axe().run(page, options=AXE).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def test_ten_minutes_are_led_with_the_keyboard_alone(visit: Open) -> None:
    """From the start button to the end, every part of the sheet comes by in order, without a mouse."""
    page = _open(visit, HUDDLE).page
    titles = page.locator("#start-course .course__title").all_inner_texts()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.locator("#begin").evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    seen = []
    for _ in range(60):
        if page.locator("#end").is_visible():
            break
        seen += [] if seen[-1:] == [_part(page)] else [_part(page)]
        page.keyboard.press("Space")
    assert seen == titles
    expect(page.get_by_role("heading", name="That was it")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#end")).to_be_visible()


def test_every_key_does_what_the_list_says(visit: Open) -> None:
    """Back and forth, first and last, more, notes, plan and the list itself; Escape closes, nothing traps."""
    page = _begin(visit)
    first = page.locator("#stage").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator("#stage").inner_text() != first
    page.keyboard.press("ArrowLeft")
    assert page.locator("#stage").inner_text() == first
    page.keyboard.press("End")
    assert page.locator("#coming").inner_text().startswith("Next: How we talk")
    page.keyboard.press("Home")
    assert page.locator("#stage").inner_text() == first
    page.keyboard.press("m")
    expect(page.locator("#more")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#more")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("swap spns")
    assert page.locator("#stage").inner_text() == first
    page.keyboard.press("Escape")
    expect(page.locator("#act-notes")).to_be_focused()
    for key, dialog in (("?", "#keys"), ("o", "#plan")):
        page.keyboard.press(key)
        expect(page.locator(dialog)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(dialog)).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")


def test_two_minutes_more_are_taken_from_what_may_give(visit: Open) -> None:
    """The parts ahead shrink so that the end stays; the action round and the close keep theirs."""
    page = _begin(visit)
    before = _plan(page)
    end = page.locator("#ends").inner_text()
    for _ in range(3):
        page.keyboard.press("+")
    after = _plan(page)
    assert _about(page, 8 * 60)
    assert page.locator("#ends").inner_text() == end
    assert after != before
    for title in ("What each of us will do", "Close and next date"):
        assert after[title] == before[title]
    assert page.locator("#changed").inner_text().startswith("To save time:")


def test_what_was_skipped_leaves_its_minutes_to_the_talk_ahead(visit: Open) -> None:
    """Skipping goes to the next part at once, and what comes gets more, never the action round or the close."""
    page = _begin(visit)
    _to_part(page, "Recall")
    before = _plan(page)
    page.keyboard.press("s")
    assert _part(page) == "Through the customer’s eyes"
    after = _plan(page)
    assert _clock(page) > 60 * int(before["Through the customer’s eyes"].split()[0])
    for title in ("What each of us will do", "Close and next date"):
        assert after[title] == before[title]


def test_running_over_flows_on_by_itself(visit: Open) -> None:
    """Minutes that a part takes beyond its own are taken from what comes, while it still runs."""
    page = _begin(visit)
    _to_part(page, "Recall")
    before = _plan(page)
    page.clock.run_for((_clock(page) + 240) * 1000)
    assert _about(page, -240)
    after = _plan(page)
    assert after["What it says about us"] != before["What it says about us"]
    assert after["What each of us will do"] == before["What each of us will do"]
    assert after["Close and next date"] == before["Close and next date"]


def test_wrapping_up_leads_to_the_action_round(visit: Open) -> None:
    """Late or early, one key leads to what each of us will do, with its full minutes, then to the close."""
    page = _begin(visit)
    planned = int(_plan(page)["What each of us will do"].split()[0])
    page.clock.run_for(27 * 60_000)
    page.keyboard.press("w")
    assert _part(page) == "What each of us will do"
    assert _about(page, planned * 60)
    expect(page.locator("#wrap")).to_be_disabled()
    _to_part(page, "Close and next date")


def test_the_clock_stands_still_when_it_is_told_to(visit: Open) -> None:
    """Paused, no time goes by, and the end moves on with the clock on the wall."""
    page = _begin(visit)
    page.clock.run_for(30_000)
    page.keyboard.press("p")
    stopped = _clock(page)
    page.clock.run_for(5 * 60_000)
    assert _clock(page) == stopped
    expect(page.locator("#clock-word")).to_have_text("The clock stands still")
    expect(page.locator("#ends")).to_have_text(re.compile(r"9:35"))
    page.keyboard.press("p")
    page.clock.run_for(30_000)
    assert 29 <= stopped - _clock(page) <= 30 + SLOW


def test_a_phone_that_slept_knows_the_time(visit: Open) -> None:
    """Time that went by while no timer ran is counted."""
    page = _begin(visit)
    page.clock.fast_forward(90_000)
    expect(page.locator("#clock-word")).to_have_text("One minute left")
    assert _about(page, 30)


def test_a_reload_goes_on_where_it_was(visit: Open) -> None:
    """Part, prompt, time and notes are the same after a reload."""
    page = _begin(visit)
    _to_part(page, "Recall")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    page.keyboard.type("the lift")
    page.keyboard.press("Escape")
    page.clock.run_for(60_000)
    before, seconds = (page.locator("#stage").inner_text(), _part(page)), _clock(page)
    page.reload()
    assert (page.locator("#stage").inner_text(), _part(page)) == before
    assert _about(page, seconds)
    page.keyboard.press("n")
    expect(page.locator("#note")).to_have_value("the lift")


def test_a_session_left_for_hours_shows_what_was_noted(visit: Open) -> None:
    """Who comes back the next morning finds the notes, and can start again."""
    page = _begin(visit)
    page.keyboard.press("n")
    page.keyboard.type("ask the night shift")
    page.clock.fast_forward("20:00:00")
    page.reload()
    expect(page.locator("#end-notes")).to_contain_text("ask the night shift")
    page.get_by_role("button", name="Start again").click()
    assert _part(page) == "Welcome"


def test_one_minute_left_is_a_gentle_sign(visit: Open) -> None:
    """A word, a buzz where the phone can, and one sentence for a screen reader: once, and nothing turns red."""
    opened = _open(visit, HALF_HOUR, PHONE)
    page = opened.page
    page.evaluate("() => { window.buzzed = []; navigator.vibrate = (span) => window.buzzed.push(span) }")
    page.get_by_role("button", name="Start the clock").click()
    assert page.evaluate("window.buzzed") == []
    page.clock.run_for(61_000)
    expect(page.locator("#clock-word")).to_have_text("One minute left")
    expect(page.get_by_role("status")).to_have_text("One minute left")
    page.clock.run_for(20_000)
    assert len(page.evaluate("window.buzzed")) == 1
    page.clock.run_for(60_000)
    expect(page.locator("#clock-word")).to_have_text("over")
    assert page.locator("#clock").evaluate("part => getComputedStyle(part).color") == page.locator("#place").evaluate(
        "part => getComputedStyle(part).color"
    )


def test_the_live_region_is_not_chatty(visit: Open) -> None:
    """It speaks when a part begins, and is silent from prompt to prompt."""
    page = _begin(visit)
    page.evaluate(
        """() => { window.said = []; const live = document.getElementById("live");
        new MutationObserver(() => window.said.push(live.textContent))
        .observe(live, { childList: true, characterData: true, subtree: true }) }"""
    )
    page.keyboard.press("ArrowRight")
    page.clock.run_for(10_000)
    assert page.evaluate("window.said") == []
    page.keyboard.press("s")
    page.wait_for_function("window.said.length > 0")
    assert page.evaluate("window.said") == ["Part 2 of 9: How we talk, a minute."]


def test_a_finger_turns_the_page(visit: Open) -> None:
    """Swiping left goes on, swiping right goes back; up and down only scrolls."""
    page = _begin(visit, HALF_HOUR, PHONE, has_touch=True, is_mobile=True)
    first = page.locator("#stage").inner_text()
    touch = page.context.new_cdp_session(page)

    def swipe(across: int, down: int) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 200, "y": 400}]})
        touch.send(
            "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 200 + across, "y": 400 + down}]}
        )
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(-120, 10)
    expect(page.locator("#stage")).not_to_have_text(first, use_inner_text=True)
    swipe(120, 10)
    expect(page.locator("#stage")).to_have_text(first, use_inner_text=True)
    swipe(20, -150)
    expect(page.locator("#stage")).to_have_text(first, use_inner_text=True)


def test_the_screen_is_kept_awake(visit: Open) -> None:
    """The lock is asked for when the clock starts, again when the page comes back, and let go at the end."""
    opened = _open(visit, HUDDLE)
    page = opened.page
    page.evaluate(
        """() => { window.locks = []; const lock = () => { const made = new EventTarget();
        made.release = () => { window.locks.push("released"); return Promise.resolve() }; return made };
        Object.defineProperty(navigator, "wakeLock", { value: { request: () => {
        window.locks.push("asked"); window.lock = lock(); return Promise.resolve(window.lock) } } }) }"""
    )
    page.get_by_role("button", name="Start the clock").click()
    page.wait_for_function("window.locks.length === 1")
    page.evaluate("""() => { window.lock.dispatchEvent(new Event("release"));
        document.dispatchEvent(new Event("visibilitychange")) }""")
    page.wait_for_function("window.locks.length === 2")
    for _ in range(9):
        page.keyboard.press("s")
    page.wait_for_function("window.locks[2] === 'released'")


def test_a_refused_lock_is_borne_in_silence(visit: Open) -> None:
    """Where the screen may not be kept awake the session runs all the same."""
    opened = _open(visit, HUDDLE)
    opened.page.evaluate(
        """() => Object.defineProperty(navigator, "wakeLock",
        { value: { request: () => Promise.reject(new Error("no")) } })"""
    )
    opened.page.get_by_role("button", name="Start the clock").click()
    expect(opened.page.locator("#stage")).to_be_focused()


def test_what_was_noted_is_kept_copied_and_saved(visit: Open) -> None:
    """Notes and actions stand at the end as text to copy and as a file; the log is told what was used, and when."""
    opened = _open(visit, HUDDLE)
    page = opened.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """() => { huddlekit.keep = { markUsed: (ids, day, about) => {
        window.marked = [ids, day, about]; return "key" } } }"""
    )
    page.get_by_role("button", name="Start the clock").click()
    _to_part(page, "What each of us will do")
    page.keyboard.press("n")
    for label, words in (("What", "Ring back by noon <b>"), ("Who", "Ada"), ("By when", "Friday")):
        page.get_by_label(f"Line 1: {label}").fill(words)
    page.get_by_role("button", name="Add another").click()
    page.keyboard.type("Move the sign")
    page.get_by_label("Notes on “What each of us will do”").fill("Good talk.")
    page.locator("#pad .act-notes").click()
    page.keyboard.press("s")
    page.keyboard.press("s")
    expect(page.locator("#end-actions tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "– Ring back by noon <b> (Ada, Friday)\n– Move the sign\n" in text
    assert "What each of us will do\nGood talk." in text
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download as text").click()
    assert saved.value.suggested_filename == "a-short-huddle-notes.txt"
    assert Path(saved.value.path()).read_text(encoding="utf-8") == text
    page.get_by_role("button", name="Mark as used").click()
    ids, day, about = page.evaluate("window.marked")
    plan = page.evaluate("huddlekit.kits['kits/short-huddle'].plans['10']")
    assert ids == [id for segment in plan["segments"] for id in segment["items"]]
    assert day == "2026-03-09"
    assert about == {
        "title": "A short huddle",
        "page": "kits/short-huddle.html",
        "address": "run.html?minutes=10&kit=short-huddle",
    }


def test_the_end_leads_on(visit: Open) -> None:
    """It names the day of the next meeting, leads to its kit, and lets one write down what was not noted yet."""
    page = _begin(visit, HUDDLE)
    for _ in range(9):
        page.keyboard.press("s")
    expect(page.locator("#end-next")).to_contain_text("In 14 days, on March 23, 2026:")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_label("Line 1: What")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.get_by_role("link", name="New people, old customers").click()
    expect(page).to_have_url(re.compile(r"kits/new-people\.html"))


def test_a_call_says_how_it_goes_on_a_screen(visit: Open) -> None:
    """The switch puts the form for a call on the stage, at the first prompt of each part."""
    page = _open(visit, HALF_HOUR).page
    page.locator("#start .act-call").check()
    page.get_by_role("button", name="Start the clock").click()
    _to_part(page, "Recall")
    expect(page.locator("#stage")).to_contain_text("Breakout rooms of two")
    page.keyboard.press("o")
    page.locator("#plan .act-call").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("#stage")).not_to_contain_text("Breakout rooms of two")


def test_a_story_is_read_after_its_note_of_care_and_explained_after_the_noticing(visit: Open) -> None:
    """What a teller took from a story comes on the screen after people were asked what they noticed."""
    page = _begin(visit, "run.html?kit=three-told&minutes=30")
    kinds = []
    for _ in range(60):
        if page.locator("#end").is_visible():
            break
        kinds.append((page.locator("#stage .cue b").inner_text(), _part(page)))
        page.keyboard.press("ArrowRight")
    names = [kind for kind, _ in kinds]
    read, took = names.index("Read aloud"), [part for _, part in kinds].index("What the tellers took from it")
    assert names[read:took].count("Ask") > 0
    assert "Before you read" not in names or names.index("Before you read") < read


def test_nothing_is_lost_when_the_network_goes(visit: Open) -> None:
    """Cut off in the middle, the session goes on to its end."""
    page = _begin(visit)
    page.context.set_offline(True)
    for _ in range(9):
        page.keyboard.press("s")
    expect(page.get_by_role("heading", name="That was it")).to_be_visible()


def test_a_reload_without_a_network_goes_on(visit: Open) -> None:
    """Once visited, the page opens again from what the browser kept, whichever plan its address asks for."""
    opened = visit()
    page = opened.to(HUDDLE)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_role("button", name="Start the clock").click()
    page.keyboard.press("s")
    before = _part(page)
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#part-title")).to_have_text(before)
    assert "Huddlekit" in str(page.evaluate("getComputedStyle(document.body).fontFamily"))
    opened.to(HALF_HOUR)
    expect(page.get_by_role("heading", name="New people, old customers")).to_be_visible()
    page.context.set_offline(False)


def test_it_runs_from_a_usb_stick(visit: Open, built_site: Path) -> None:
    """From a file, a huddle runs to its end, and a reload goes on."""
    page = visit(PHONE, address=built_site.as_uri()).to(HUDDLE)
    page.get_by_role("button", name="Start the clock").click()
    page.keyboard.press("s")
    before = _part(page)
    page.reload()
    assert _part(page) == before
    for _ in range(9):
        page.keyboard.press("s")
    expect(page.get_by_role("heading", name="That was it")).to_be_visible()


def test_without_a_plan_there_is_a_choice(visit: Open) -> None:
    """A huddle for today and all that take fifteen minutes or less; one tap leads to the start."""
    page = visit(PHONE).to("run.html")
    expect(page.locator("#problem")).to_be_hidden()
    expect(page.locator("#today a")).to_have_count(1)
    expect(page.get_by_role("link", name="Compose a session")).to_have_attribute("href", "compose.html")
    page.locator("#huddles a").first.click()
    expect(page.get_by_role("button", name="Start the clock")).to_be_visible()


def test_an_old_address_says_so_and_offers_others(visit: Open) -> None:
    """A kit that is not there any more leads to the choice, with a word on why."""
    page = visit().to("run.html?kit=gone-for-good&minutes=10")
    expect(page.locator("#problem")).to_contain_text("There is no kit")
    expect(page.locator("#huddles a").first).to_be_visible()


def test_a_composed_session_can_be_run(visit: Open) -> None:
    """What the address of the composer asks for is led in the same way, and a reload goes on with it."""
    page = visit().to("run.html?setting=staff-meeting&minutes=10&seed=s")
    page.get_by_role("button", name="Start the clock").click()
    page.keyboard.press("s")
    before = _part(page)
    page.reload()
    assert _part(page) == before


def test_it_follows_the_colours_chosen_on_the_site(visit: Open) -> None:
    """Dark chosen with the switch in the header holds while a session runs."""
    opened = visit(scheme="light")
    page = opened.to("index.html")
    page.get_by_title(re.compile("switch to light")).click()
    page.get_by_title(re.compile("switch to dark")).click()
    opened.to(HUDDLE)
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"


def test_without_scripts_it_says_where_to_go(visit: Open) -> None:
    """Who has JavaScript switched off is led to the kits."""
    page = visit(java_script_enabled=False).to("run.html")
    expect(page.locator("noscript h1")).to_be_visible()
    expect(page.locator("noscript a")).to_have_attribute("href", "kits/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nobody_is_shut_out(width: int, scheme: Literal["light", "dark"], visit: Open) -> None:
    """axe finds nothing on any state: the choice, the start, prompts of every sort, panels, signs of time, the end."""
    opened = _open(visit, "run.html", width, scheme=scheme, **QUIET)
    page = opened.page
    assert _axe(page) == []
    opened.to("run.html?kit=three-told&minutes=30")
    assert _axe(page) == []
    page.get_by_role("button", name="Start the clock").click()
    looked_at = set[str]()
    for _ in range(40):
        kind = page.locator("#stage").get_attribute("class") or ""
        if kind not in looked_at:
            looked_at.add(kind)
            assert _axe(page) == []
        page.keyboard.press("ArrowRight")
        if page.locator("#end").is_visible():
            break
    assert _axe(page) == []
    assert len(looked_at) >= 4
    page.get_by_role("button", name="Start again").click()
    for key in ("m", "n", "o", "?"):
        page.keyboard.press(key)
        assert _axe(page) == []
        page.keyboard.press("Escape")
    for span in (61_000, 60_000):
        page.clock.run_for(span)
        assert _axe(page) == []
    page.keyboard.press("p")
    assert _axe(page) == []


@pytest.fixture(name="real", scope="module")
def _real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page with the real library, opened as a file."""
    folder = tmp_path_factory.mktemp("real")
    kits = [KitPage(kit.recipe, [BuiltPlan(plan) for plan in kit.plans]) for kit in CHECKED.kits]
    for output in site_files(LIBRARY, kits, SiteOptions(Brand(), None, "1.0.0")):
        if output.path == "run.html" or output.path.startswith("assets/"):
            path = folder / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.content)
    return folder


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_longest_texts_fit_the_screen(width: int, visit: Open, real: Path) -> None:
    """The longest question is whole on the screen, in letters to be read from afar; the longest story scrolls."""
    question = max(LIBRARY.all(Question), key=lambda each: len(each.ask))
    story = max(LIBRARY.all(Story), key=lambda each: len(each.text))
    page = visit(width, height=SCREENS[width], address=real.as_uri()).to("run.html?kit=first-day")
    page.get_by_role("button", name="Start the clock").click()
    shown = page.evaluate(
        """([ask, story]) => { const stage = document.getElementById("stage"), words = huddlekit.running.words;
        const see = (prompt) => { huddlekit.stage.draw(prompt, words, ""); return {
        whole: stage.scrollHeight <= stage.clientHeight, wide: stage.scrollWidth > stage.clientWidth,
        size: parseFloat(getComputedStyle(stage.querySelector(".prompt")).fontSize) } };
        return [see({ cue: "ask", text: ask, more: [] }),
                see({ cue: "read", paragraphs: story.split("\\n").filter(Boolean), by: "", more: [] })] }""",
        [question.ask, story.text],
    )
    asked, read = shown
    assert asked["whole"]
    assert asked["size"] >= (28 if width == PHONE else 44)
    assert read["size"] >= 19
    assert not asked["wide"]
    assert not read["wide"]
    if not read["whole"]:
        at = page.locator("#stage")
        at.focus()
        page.keyboard.press("Space")
        page.wait_for_function("document.getElementById('stage').scrollTop > 100")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_prompt_of_any_kit_is_wider_than_the_screen(width: int, visit: Open, real: Path) -> None:
    """Every prompt of every kit stands within the screen, and all but stories and long lists without scrolling."""
    page = visit(width, height=SCREENS[width], address=real.as_uri()).to("run.html?kit=first-day")
    page.get_by_role("button", name="Start the clock").click()
    lost = page.evaluate(
        """() => { const stage = document.getElementById("stage"), lost = [];
        const { words, promises } = huddlekit.tables, entries = huddlekit.library.entries;
        const data = { entries, words, promises, print: huddlekit.running.print, people: 12, days: 0 };
        Object.values(huddlekit.kits).forEach((kit) => Object.values(kit.plans).forEach((plan) =>
        huddlekit.cues(plan, data).forEach((part) => part.prompts.forEach((prompt) => {
        huddlekit.stage.draw(prompt, huddlekit.running.words, "");
        const long = stage.scrollHeight > stage.clientHeight && prompt.cue !== "read" && !prompt.lines;
        if (stage.scrollWidth > stage.clientWidth || long) lost.push([plan.title, prompt.text]) }))));
        return lost }"""
    )
    assert lost == []
