"""Counting in a real browser: what people paste, figures, two rounds, lists, paper, spreadsheet, keyboard."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE, Open

pytestmark = pytest.mark.xdist_group("browser")

CASES = Path(__file__).parents[1] / "cases" / "tally"
TWELVE = "7 8 6 3 9 7 7 5 8 4 6 7"
FIVE_PARTS = "tally.html?exercise=activities/five-parts-of-internal-service"
TOP_TEN = "tally.html?exercise=activities/top-ten-customers"
THEME_STUMBLES = "error: no"
"""The theme reads its colours from a blocked store and complains."""
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def _cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return found


def _scale(case: dict[str, Any]) -> dict[str, int]:
    return {"low": case["scale"][0], "high": case["scale"][1]}


@pytest.fixture(name="page")
def _page(visit: Open) -> Page:
    """The page at a desk."""
    return visit().to("tally.html")


def test_pasted_scores_are_read_or_named(page: Page) -> None:
    """Golden: what chats, spreadsheets and recorders write is read; what cannot be counted is named."""
    for case in _cases("scores"):
        read = page.evaluate("([text, scale]) => huddlekit.tally.read(text, scale)", [case["text"], _scale(case)])
        problems = [[each["problem"], each["text"], each["line"]] for each in read["problems"]]
        assert [each["value"] for each in read["scores"]] == case["scores"], case["name"]
        assert problems == case.get("problems", []), case["name"]
        assert read["twice"] == case.get("twice", []), case["name"]


def test_figures_are_right(page: Page) -> None:
    """Golden: mean, range, spread, deviation and the word for the spread."""
    for case in _cases("figures"):
        found = page.evaluate(
            "([values, scale]) => huddlekit.tally.figures(values, scale)", [case["values"], _scale(case)]
        )
        if found:
            assert [each["count"] for each in found.pop("counts")] == case["counts"], case["name"]
        assert found == case["figures"], case["name"]


def test_reported_figures_and_scales_are_read(page: Page) -> None:
    """Golden: a figure of another measure is never taken for one of the scale; a scale has two whole ends."""
    for case in _cases("reported"):
        read = page.evaluate("([text, scale]) => huddlekit.tally.reported(text, scale)", [case["text"], _scale(case)])
        assert read == case["read"], case["text"]
    for case in _cases("ranges"):
        assert page.evaluate("ends => huddlekit.tally.range(...ends)", case["ends"]) == case["range"], case["ends"]


def test_lists_are_read_and_compared(page: Page) -> None:
    """Golden: spellings of one thing are merged, numbers stripped, doubles named, agreement counted."""
    for case in _cases("lists"):
        read, found, alike = page.evaluate(
            """text => { const read = huddlekit.lists.read(text), found = huddlekit.lists.agreement(read.lists, {})
               return [read, found, huddlekit.lists.alike(found.things)] }""",
            case["text"],
        )
        assert [[item["text"] for item in each["items"]] for each in read["lists"]] == case["lists"], case["name"]
        assert [each["name"] for each in read["lists"]] == case["names"], case["name"]
        problems = [[each["problem"], each["text"], each["place"]] for each in read["problems"]]
        assert sorted(problems) == sorted(case.get("problems", [])), case["name"]
        sums = {name: found[name] for name in ("people", "every", "half", "one", "overlap")}
        assert sums == {name: case[name] for name in sums}, case["name"]
        assert [[each["name"], each["named"], each["place"]] for each in found["things"]] == case["things"], case[
            "name"
        ]
        assert [sorted(each["name"] for each in pair) for pair in alike] == [sorted(pair) for pair in case["alike"]]


def test_a_spreadsheet_runs_nothing(page: Page) -> None:
    """Golden: text that would start a formula stays text, numbers stay numbers, quotes and lines are kept apart."""
    for case in _cases("csv"):
        assert page.evaluate("rows => huddlekit.tally.csv(rows)", case["rows"]) == "\ufeff" + case["text"]


def _figure(page: Page, term: str) -> str:
    return page.locator(".hk-round dl > div").filter(has=page.get_by_text(term, exact=True)).locator("dd").inner_text()


def _choose(page: Page, name: str, place: int) -> None:
    """A choice that is drawn as a row or a chip, pressed as a finger would."""
    page.locator(f"[name={name}]").nth(place).locator("xpath=..").click()


def test_twelve_scores(page: Page) -> None:
    """Twelve scores give mean, range, spread, voices, a picture with a table beside it, and questions to go on with."""
    page.get_by_label("Scores", exact=True).last.fill(TWELVE)
    page.get_by_label("Reported figure").fill("8.1")
    assert _figure(page, "Mean") == "6.4"
    assert _figure(page, "Lowest to highest") == "3 to 9"
    assert _figure(page, "Spread").startswith("6 points, some way apart")
    assert "standard deviation 1.7" in _figure(page, "Spread")
    assert _figure(page, "Voices") == "12"
    assert _figure(page, "Gap") == "1.7 below the reported 8.1"
    table = page.get_by_role("table", name=re.compile("How many chose each score"))
    counts = [row.locator("td").inner_text() for row in table.locator("tbody tr").all()]
    assert counts == ["0", "0", "1", "1", "1", "2", "4", "2", "1", "0"]
    assert page.locator(".hk-voices rect").count() == 7
    assert page.locator(".hk-talk li").count() == 3
    expect(page.get_by_role("status").filter(has_text="12 voices counted.")).to_be_visible()


def test_scores_can_be_tapped(visit: Open) -> None:
    """On a phone the buttons of the scale add a score each, and the last one can be taken back."""
    page = visit(PHONE).to("tally.html")
    for score in (7, 8, 10, 3):
        button = page.get_by_role("button", name=str(score), exact=True)
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        button.click()
    page.get_by_role("button", name="Take the last one back").click()
    expect(page.locator("#hk-scores")).to_have_value("7 8 10")
    assert _figure(page, "Mean") == "8.3"
    page.locator("#hk-scores").fill("Anna: 7")
    page.get_by_role("button", name="9", exact=True).click()
    assert _figure(page, "Voices") == "2"


def test_rubbish_is_named(page: Page) -> None:
    """What is no score is said, word for word and as text, and the rest is counted."""
    page.locator("#hk-scores").fill("7, 8\nseven\n11\n<img src=x onerror=alert(1)>\nAnna: 9")
    told = page.locator("#hk-read")
    expect(told).to_contain_text("3 voices counted.")
    expect(told).to_contain_text("3 things were not counted:")
    expect(told).to_contain_text("line 2: “seven” has no score in it")
    expect(told).to_contain_text("line 3: “11” is above 10")
    expect(told).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#hk-tally img").count() == 0


def test_a_figure_of_another_measure_is_not_compared(page: Page) -> None:
    """82 is no score from one to ten: no gap is shown, and what it would be is."""
    page.locator("#hk-scores").fill(TWELVE)
    page.get_by_label("Reported figure").fill("82")
    expect(page.locator("#hk-reported-problem")).to_contain_text("it is 8.4 here")
    assert page.get_by_text("Gap", exact=True).count() == 0


def test_two_rounds(page: Page) -> None:
    """Two rounds stand side by side under names of one's own, with what has changed between them."""
    page.get_by_label("Two rounds side by side").check()
    page.get_by_label("Name of round 2").fill("In spring")
    page.locator("#hk-scores").fill("3 4 5")
    _choose(page, "scores-part", 1)
    expect(page.locator("#hk-scores")).to_have_value("")
    page.locator("#hk-scores").fill("6 7 7")
    expect(page.locator(".hk-round h4")).to_have_text(["Before", "In spring"])
    expect(page.locator(".hk-round__mean dd")).to_have_text(["4.0", "6.7"])
    expect(page.locator(".hk-change")).to_have_text("In spring is 2.7 above Before.")
    first, second = (page.locator(".hk-round").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    assert first["y"] == second["y"]


def test_the_scale_is_chosen(page: Page) -> None:
    """A scale from nought, with words for its ends; then one of one's own, and a wrong one is refused in words."""
    page.locator("[name=range]").select_option(label="0 to 10")
    page.get_by_label("What the lowest means").fill("never again")
    page.get_by_label("What the highest means").fill("always")
    expect(page.locator("#hk-scale")).to_have_text("0 (never again) to 10 (always)")
    expect(page.locator("#hk-pad button")).to_have_count(11)
    page.locator("[name=range]").select_option(label="from … to …")
    page.get_by_label("Lowest", exact=True).fill("4")
    page.get_by_label("Highest", exact=True).fill("2")
    expect(page.locator("#hk-range-problem")).to_contain_text("below the highest")
    page.get_by_label("Highest", exact=True).fill("6")
    expect(page.locator("#hk-range-problem")).to_be_empty()
    expect(page.locator("#hk-pad button")).to_have_text(["4", "5", "6"])


def test_an_exercise_brings_its_statements(visit: Open, built_site: Path) -> None:
    """The page of a scored activity leads to its sheet: statements, range and labels are those of the library."""
    page = visit().to("e/activities/five-parts-of-internal-service.html")
    page.get_by_role("link", name="Count the scores in your browser").click()
    sheet = json.loads((built_site / "api/v1/activities.json").read_text("utf-8"))[
        "activities/five-parts-of-internal-service"
    ]["worksheet"]
    expect(page.locator("#hk-statements b")).to_have_text(sheet["statements"])
    expect(page.locator("#hk-scale")).to_have_text(
        f"{sheet['low']} ({sheet['low_label']}) to {sheet['high']} ({sheet['high_label']})"
    )
    for place, scores in enumerate(("1 2 3", "5 5 5", "2 2 4", "3", "4 4")):
        _choose(page, "current", place)
        page.locator("#hk-scores").fill(scores)
    expect(page.locator(".hk-overview tbody td")).to_have_text(
        ["2.0 (1 to 3)", "5.0 (5 to 5)", "2.7 (2 to 4)", "3.0 (3 to 3)", "4.0 (4 to 4)"]
    )
    expect(page.get_by_role("link", name="How we serve each other, in five parts")).to_have_attribute(
        "href", "e/activities/five-parts-of-internal-service.html"
    )


def _lists(page: Page, text: str) -> None:
    page.locator("#hk-lists").fill(text)


def test_top_ten_lists(page: Page) -> None:
    """What is on all lists, on half, on one; look-alikes are counted as one when the reader says so."""
    page.goto(page.url.split("tally.html")[0] + TOP_TEN)
    _lists(page, "Anna:\n1. Hospitals\n2. The schools\n\nhospital\nScools\n\nSchools\nHOSPITALS\nPorts")
    expect(page.locator(".hk-sums dd")).to_have_text(["1", "1", "2"])
    first = page.locator(".hk-things tbody tr").first
    expect(first).to_contain_text("Hospitals")
    expect(first).to_contain_text("also written: hospital, HOSPITALS")
    expect(first).to_contain_text("3 of 3")
    expect(first).to_contain_text("1.3 (1 to 2)")
    page.get_by_role("button", name=re.compile("Count “The schools” and “Scools” as one")).click()
    expect(page.locator(".hk-sums dd")).to_have_text(["2", "0", "1"])
    page.get_by_role("button", name=re.compile("^Take .* apart$")).click()
    expect(page.locator(".hk-sums dd")).to_have_text(["1", "1", "2"])


def test_two_groups_of_lists(page: Page) -> None:
    """What we say and what customers say: both sides, only ours, only theirs."""
    page.locator("[name=mode]").nth(1).locator("xpath=..").click()
    page.get_by_label("Two groups side by side").check()
    _lists(page, "Price\nSpeed\n\nPrice\nParking")
    _choose(page, "lists-part", 1)
    _lists(page, "Speed\nA person who answers\n\nspeed")
    bands = page.locator(".hk-things tbody")
    expect(bands.nth(0)).to_contain_text("Speed")
    expect(bands.nth(0)).to_contain_text("1 of 2, place 2")
    expect(bands.nth(0)).to_contain_text("2 of 2, place 1")
    expect(bands.nth(1)).to_contain_text("Price")
    expect(bands.nth(1)).not_to_contain_text("A person who answers")
    expect(bands.nth(2)).to_contain_text("A person who answers")


def _saved(page: Page) -> list[list[str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as CSV").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert waiting.value.suggested_filename.endswith(".csv")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_for_a_spreadsheet(page: Page) -> None:
    """The file holds the figures of every round and how many chose each score; no names, and nothing that is run."""
    page.get_by_label("Questions or statements, one a line").fill("=1+1\nHow well, really, do we listen?")
    page.locator("#hk-scores").fill("Anna: 7\nBen: 9")
    page.get_by_label("Reported figure").fill("8,5")
    _choose(page, "current", 1)
    page.locator("#hk-scores").fill("10 10")
    head, first, second = _saved(page)
    row = dict(zip(head, first, strict=True))
    assert row["Statement"] == "'=1+1"
    assert [row[name] for name in ("Voices", "Mean", "Lowest", "Highest", "Spread", "Reported figure", "Gap")] == [
        "2", "8", "7", "9", "2", "8.5", "-0.5",
    ]  # fmt: skip
    assert [row[f"Score {score}"] for score in range(1, 11)] == ["0", "0", "0", "0", "0", "0", "1", "0", "1", "0"]
    assert second[0] == "How well, really, do we listen?"
    assert "Anna" not in json.dumps([head, first, second])


def test_lists_go_into_a_spreadsheet(page: Page) -> None:
    """One row for each thing that was named, with number, places and other spellings."""
    page.goto(page.url.split("tally.html")[0] + TOP_TEN)
    _lists(page, "@home\nSchools\n\nschool\n@home")
    rows = _saved(page)
    assert rows[1:] == [
        ["'@home", "", "2", "2", "1.5", "1", "2", ""],
        ["Schools", "", "2", "2", "1.5", "1", "2", "school"],
    ]


def _pages_of(page: Page, format: str) -> list[str]:
    pdf = pypdfium2.PdfDocument(page.pdf(format=format))
    return [pdf[at].get_textpage().get_text_bounded() for at in range(len(pdf))]


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_print_is_one_clean_sheet(format: str, visit: Open) -> None:
    """Five statements in two rounds print on one sheet with scale and figures, without forms, menus and names."""
    page = visit().to(FIVE_PARTS)
    page.get_by_label("Two rounds side by side").check()
    for part in (0, 1):
        _choose(page, "scores-part", part)
        for statement in range(5):
            _choose(page, "current", statement)
            page.locator("#hk-scores").fill("\n".join(f"Anna{voice}: {(voice + part) % 5 + 1}" for voice in range(12)))
    printed = _pages_of(page, format)
    assert len(printed) == 1
    printed = [" ".join(printed[0].split())]
    assert "1 (Never) to 5 (Always)" in printed[0]
    assert printed[0].count("standard deviation") == 10
    assert "Then talk" in printed[0]
    for word in ("Anna", "Save as CSV", "Library", "Take the last one back"):
        assert word not in printed[0]


def test_lists_print_on_one_sheet(visit: Open) -> None:
    """Eight lists of ten print on one sheet."""
    page = visit().to(TOP_TEN)
    _lists(page, "\n\n".join("\n".join(f"Thing {(person * 3 + at) % 25}" for at in range(10)) for person in range(8)))
    assert len(_pages_of(page, "A4")) == 1


def test_a_reload_keeps_what_was_entered(page: Page) -> None:
    """What is entered for each exercise is there again after a reload, until it is cleared."""
    page.locator("#hk-scores").fill(TWELVE)
    page.get_by_label("Exercise").first.select_option(label="How we serve each other, in five parts")
    expect(page.locator("#hk-scores")).to_have_value("")
    expect(page).to_have_url(re.compile(r"\?exercise=activities/five-parts-of-internal-service$"))
    page.locator("#hk-scores").fill("3 3")
    page.reload()
    expect(page.locator("#hk-scores")).to_have_value("3 3")
    page.get_by_label("Exercise").first.select_option(label="A question of our own")
    expect(page.locator("#hk-scores")).to_have_value(TWELVE)
    page.reload()
    assert _figure(page, "Voices") == "12"


def test_clearing_asks_first(page: Page) -> None:
    """Escape and the first button keep everything; the second clears the page and the browser."""
    page.locator("#hk-scores").fill(TWELVE)
    clear = page.get_by_role("button", name="Clear all")
    clear.click()
    page.keyboard.press("Escape")
    assert _figure(page, "Voices") == "12"
    clear.click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    assert _figure(page, "Voices") == "12"
    clear.click()
    page.get_by_role("dialog").get_by_role("button", name="Clear it").click()
    expect(page.locator(".hk-tally__empty")).to_be_visible()
    assert page.evaluate("localStorage.getItem('huddlekit.tally')") is None
    page.reload()
    expect(page.locator("#hk-scores")).to_have_value("")


SHEETS = '{"version":1,"mode":"scores","exercise":{"scores":"","lists":""},"sheets":%s}'


@pytest.mark.parametrize(
    "kept", ["{", '"x"', '{"version":2}', SHEETS % "3", SHEETS % '{"scores:":{"texts":"no"}}', SHEETS % '{"scores:":7}']
)
def test_what_cannot_be_read_does_no_harm(kept: str, page: Page) -> None:
    """Something broken in the browser's store is passed over, and the page starts empty."""
    page.evaluate("kept => localStorage.setItem('huddlekit.tally', kept)", kept)
    page.reload()
    page.locator("#hk-scores").fill(TWELVE)
    assert _figure(page, "Mean") == "6.4"


def test_it_counts_where_nothing_can_be_kept(visit: Open) -> None:
    """Without storage the page counts all the same, and says that nothing is kept."""
    opened = visit()
    opened.page.add_init_script(BLOCKED)
    page = opened.to("tally.html")
    page.locator("#hk-scores").fill(TWELVE)
    assert _figure(page, "Mean") == "6.4"
    expect(page.locator("#hk-kept-not")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear it").click()
    expect(page.locator("#hk-scores")).to_have_value("")
    opened.trouble[:] = [each for each in opened.trouble if each != THEME_STUMBLES]


def test_it_counts_from_a_usb_stick(visit: Open, built_site: Path) -> None:
    """From a file: the exercise of the address is there, figures are drawn, the file for a spreadsheet comes."""
    page = visit(address=built_site.as_uri()).to(FIVE_PARTS)
    expect(page.locator("#hk-statements b")).to_have_count(5)
    page.locator("#hk-scores").fill("3 4 5")
    assert _figure(page, "Mean") == "4.0"
    assert _saved(page)[1][2] == "3"
    page.reload()
    assert _figure(page, "Mean") == "4.0"


def _tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(80):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    """From the top: choose two rounds, tap scores, change the round, clear; the focus is never lost."""
    _tab_to(page, page.get_by_label("Two rounds side by side"))
    page.keyboard.press("Space")
    _tab_to(page, page.get_by_role("button", name="7", exact=True))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#hk-scores")).to_have_value("7 7")
    page.keyboard.press("Shift+Tab")
    while not page.locator("[name=scores-part]").first.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    _tab_to(page, page.locator("#hk-scores"))
    page.keyboard.type("9 9 8")
    expect(page.locator(".hk-round__mean dd")).to_have_text(["7.0", "8.7"])
    _tab_to(page, page.get_by_role("button", name="Clear all"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Keep it"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".hk-tally__empty")).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "mode"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nobody_is_shut_out_of_the_figures(width: int, scheme: str, visit: Open) -> None:
    """Filled in, on both sides, with problems named: axe is content, and nothing has to be pushed sideways."""
    page = visit(width, scheme).to(FIVE_PARTS)
    page.get_by_label("Two rounds side by side").check()
    page.locator("#hk-scores").fill("1 2 5 5 9 x")
    page.get_by_label("Reported figure").fill("80")
    _choose(page, "scores-part", 1)
    page.locator("#hk-scores").fill("4 4 5")
    _audit(page)
    page.goto(page.url.split("tally.html")[0] + TOP_TEN)
    page.get_by_label("Two groups side by side").check()
    _lists(page, "Schools\nPrice\n\nScools\nschool")
    _choose(page, "lists-part", 1)
    _lists(page, "Speed\nSchools")
    _audit(page)
    page.get_by_role("button", name="Clear all").click()
    _audit(page)


def _audit(page: Page) -> None:
    page.wait_for_timeout(100)
    found = Axe().run(page, context="#hk-tally").response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
