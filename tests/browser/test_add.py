"""Adding in a real browser: from an empty page to a file that the command takes as it is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE, Open
from tests.conftest import SMALL

pytestmark = pytest.mark.xdist_group("browser")

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://github.com/example/kit"
MAIL = "kits@example.org"
WORDS = "A guest who leaves without a word has told us what we did not ask."
NEAR = (
    "The only reason your business succeeds is that every interaction between employees and customers is positive. "
    "This only happens when staff are treated super well."
)
SAME = (
    "The only reason your business is successful is because every interaction between employees and customers is "
    "positive. This only happens when employees are treated super well."
)
WRONG = "A customer is the most important visitor on our premises. He is not dependent on us. We are dependent on him."
SITUATION = (
    "It was five past six. A man stood by the lift with a prescription, and the pharmacy had closed at six. " * 3
)
DONE = "A colleague from accounts put her bag down, rang the pharmacist and waited with him until the door opened. " * 3


@pytest.fixture(name="open_add")
def _open_add(visit: Open, built_site: Path) -> Any:
    """Opens the page as a site of a repository and a mail address would have it, or without either."""

    def start(width: int = DESK, repository: str = REPOSITORY, mail: str = MAIL, at: str = "", **more: Any) -> Page:
        opened = visit(width, permissions=["clipboard-read", "clipboard-write"], **more)
        opened.page.add_init_script("delete Navigator.prototype.serviceWorker")
        data = (built_site / "assets" / "data" / "add.js").read_text("utf-8")
        data = data.replace('"repository":""', f'"repository":"{repository}"').replace('"mail":""', f'"mail":"{mail}"')
        opened.page.route(
            "**/assets/data/add.js", lambda route: route.fulfill(body=data, content_type="text/javascript")
        )
        opened.page.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
        return opened.to(f"add.html{at}")

    return start


def _link(page: Page) -> tuple[str, dict[str, str]]:
    """Where Send leads, and what it brings along."""
    parts = urlsplit(str(page.locator("#hk-send").get_attribute("href")))
    return f"{parts.scheme}://{parts.netloc}{parts.path}", {
        key: value[0] for key, value in parse_qs(parts.query).items()
    }


def _passes(sent: dict[str, str], folder: Path) -> list[str]:
    """Lay the sent file into a copy of the small library and check it; the rules of all that is said about it."""
    root = folder / "library"
    shutil.copytree(SMALL, root)
    path = root / sent["filename"]
    path.write_text(sent["value"], encoding="utf-8")
    command = [sys.executable, "-m", "generator", "--root", str(root), "check", str(path), "--format", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert path.read_text("utf-8") == sent["value"]
    return [each["rule"] for each in json.loads(ran.stdout)]


def _fill(page: Page, **answers: str) -> None:
    for name, answer in answers.items():
        page.locator(f"#hk-{name.replace('__', '-')}").fill(answer)
    page.wait_for_timeout(250)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_quote_goes_from_nothing_to_a_ready_pull_request(width: int, open_add: Any, tmp_path: Path) -> None:
    """By pointer: words, name, place, what it starts; the link holds a file that passes the check unchanged."""
    page = open_add(width)
    for label, answer in (
        ("What are the words?", f'"{WORDS}"'),
        ("Who said it?", "Ida Example"),
        ("In which book, talk or page?", "The Long Counter"),
        ("Is there a link to it?", "www.example.org/counter"),
        ("What would it start in a room?", "A team hears few complaints and takes silence for praise."),
    ):
        page.get_by_label(label).first.click()
        page.keyboard.type(answer)
    page.get_by_label("I have seen the words there myself").check()
    page.get_by_text("Themes and thanks").click()
    page.locator("[name=quote-themes][value=listening]").check()
    page.wait_for_timeout(250)
    address, sent = _link(page)

    assert address == f"{REPOSITORY}/new/main"
    assert sent["filename"] == "quotes/ida-example-guest-leaves-without-word.yml"
    assert sent["value"] == page.locator("#hk-yaml").text_content()
    assert "status: verified" in sent["value"]
    assert "themes: [listening]" in sent["value"]
    assert _passes(sent, tmp_path) == ["in-review"]


def _tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(60):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_it_goes_with_the_keyboard_alone(width: int, open_add: Any, tmp_path: Path) -> None:
    """Tab, letters and Space lead from the choice to the link; what is missing is found on the way."""
    page = open_add(width)
    _tab_to(page, page.locator("#hk-quote-text"))
    page.keyboard.type(WORDS)
    _tab_to(page, page.locator("#hk-send"))
    page.keyboard.press("Enter")
    expect(page.locator("#hk-wrong")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#hk-quote-author")).to_be_focused()
    page.keyboard.type("Ida Example")
    _tab_to(page, page.locator("#hk-quote-seen"))
    page.keyboard.press("Space")
    _tab_to(page, page.locator("#hk-send"))
    page.wait_for_timeout(250)
    assert _passes(_link(page)[1], tmp_path) == ["in-review"]


def test_the_length_of_a_long_story_stays_in_sight(open_add: Any) -> None:
    """The page beside a long story leaves the window, but how many words are too many is seen all the time."""
    page = open_add(DESK)
    page.get_by_label("A story of your own").check()
    _fill(page, story__title="The bell", story__situation=SITUATION * 2, story__done=DONE * 3)
    assert page.locator("#hk-slip").evaluate("slip => slip.getBoundingClientRect().height") > 400
    expect(page.get_by_text("too many; at most 200")).to_be_in_viewport(ratio=1)


def test_a_story_is_told_in_four_answers(open_add: Any, tmp_path: Path) -> None:
    """Situation, deed, what the customer noticed, takeaway, consent: a first-hand story that passes the check."""
    page = open_add(PHONE)
    page.get_by_label("A story of your own").check()
    _fill(page, story__title="The man by the lift", story__situation=SITUATION)
    expect(page.locator("#hk-length")).to_contain_text("more to reach 110")
    _fill(page, story__done=DONE, story__noticed="He got it, and he thanked her by name on Monday.")
    _fill(page, story__takeaway="She answered the man first and the bag second.", story__teller="A nurse in Leeds")
    expect(page.locator("#hk-length")).to_contain_text("Right for reading aloud")
    page.locator("#hk-story-names_changed").check()
    page.locator("#hk-send").click()
    expect(page.locator("#hk-story-consent-problem")).to_contain_text("only with your consent")
    page.locator("#hk-story-consent").check()
    page.wait_for_timeout(250)
    sent = _link(page)[1]

    assert sent["filename"] == "content/stories/the-man-by-the-lift.yml"
    assert "kind: first-hand" in sent["value"]
    assert "names_changed: true" in sent["value"]
    assert _passes(sent, tmp_path) == ["in-review"]


def test_a_line_of_ones_own_needs_consent(open_add: Any, tmp_path: Path) -> None:
    """Without the tick nothing is sent, copied or downloaded, and it says why; with it the file passes the check."""
    page = open_add(at="#kind=own&theme=kindness")
    _fill(page, own__text="We say it slowly the second time.")
    page.locator("#hk-copy").click()
    expect(page.locator("#hk-wrong")).to_be_focused()
    expect(page.locator("#hk-own-consent-problem")).to_contain_text("only with your consent")
    assert page.locator("#hk-own-consent").get_attribute("aria-invalid") == "true"
    assert page.locator("#hk-send").get_attribute("href") == "#hk-wrong"
    page.locator("#hk-own-consent").check()
    page.wait_for_timeout(250)
    sent = _link(page)[1]

    assert "status: own" in sent["value"]
    assert "themes: [kindness]" in sent["value"]
    assert _passes(sent, tmp_path) == ["in-review"]


def test_what_is_nearly_there_is_shown_side_by_side(open_add: Any, tmp_path: Path) -> None:
    """Both wordings with the words that differ; the same stops kindly, another goes on and says so in the file."""
    page = open_add()
    _fill(page, quote__text=NEAR, quote__author="Ann Rhoades")
    near = page.get_by_role("region", name="Is it this one?")
    expect(page.get_by_role("status").first).to_contain_text("% like a quote that is already here")
    expect(near.locator("figure").nth(0).locator("mark")).to_have_text(["succeeds", "that", "staff"])
    expect(near.locator("figure").nth(1).locator("mark")).to_have_text(["successful is because", "employees"])
    near.get_by_label("the same", exact=True).check()
    expect(near).to_contain_text("Thank you for looking")
    link = near.get_by_role("link", name="See its page")
    expect(link).to_have_attribute("href", "e/quotes/ann-rhoades-every-interaction.html")
    expect(page.locator("#hk-send")).to_be_hidden()
    near.get_by_label("a different one").check()
    expect(near.get_by_label("a different one")).to_be_focused()
    sent = _link(page)[1]
    assert "kept_beside:" in sent["value"]
    assert _passes(sent, tmp_path) == ["in-review"]


def test_a_better_wording_becomes_a_correction(open_add: Any) -> None:
    """The note says what stands here, what is better and where it can be seen, ready for the form and the clipboard."""
    page = open_add()
    _fill(page, quote__text=NEAR, quote__author="Ann Rhoades")
    page.get_by_label("a better wording").check()
    _fill(page, quote__work="A talk")
    near = page.locator("#hk-near")
    asked = parse_qs(urlsplit(str(near.get_by_role("link", name="form at GitHub").get_attribute("href"))).query)
    assert asked["template"] == ["correction.yml"]
    assert asked["entry"] == ["quotes/ann-rhoades-every-interaction"]
    assert asked["right"] == [f"“{NEAR}” – Ann Rhoades"]
    assert asked["source"] == ["A talk"]
    near.get_by_role("button", name="Copy the note").click()
    expect(near.get_by_role("button", name="Copied")).to_be_visible()
    assert NEAR in page.evaluate("navigator.clipboard.readText()")


def test_the_same_words_cannot_be_sent_twice(open_add: Any) -> None:
    """Word for word here already: it is said at the field, and Send leads to what is still to do."""
    page = open_add()
    _fill(page, quote__text=SAME, quote__author="Ann Rhoades")
    expect(page.get_by_role("heading", name="The same words")).to_be_visible()
    assert page.locator("#hk-send").get_attribute("href") == "#hk-wrong"
    page.get_by_label("the same", exact=True).check()
    page.get_by_role("button", name="Add another one").click()
    expect(page.locator("#hk-quote-text")).to_have_value("")
    expect(page.locator("#hk-near")).to_be_hidden()


def test_words_under_a_wrong_name_are_told_with_their_source(open_add: Any) -> None:
    """What is known about a misattribution stands beside it, with an address, and it is not sent."""
    page = open_add(PHONE)
    _fill(page, quote__text=WRONG, quote__author="Mahatma Gandhi")
    near = page.get_by_role("region", name="Be careful with this one")
    expect(near).to_contain_text("These words are wrongly given to Mahatma Gandhi")
    expect(near).to_contain_text("Kenneth B. Elliott")
    assert str(near.get_by_role("link", name="Where one can read about it").get_attribute("href")).startswith(
        "https://"
    )
    assert page.locator("#hk-send").get_attribute("href") == "#hk-wrong"


def test_a_name_is_written_as_it_is_known_here(open_add: Any) -> None:
    """A spelling that is one letter off, or another name of somebody who is known: one tap writes it right."""
    page = open_add()
    for typed, meant in (("Anne Rhoades", "Did you mean Ann Rhoades?"), ("Mary Ann Evans", "called George Eliot")):
        _fill(page, quote__author=typed)
        expect(page.locator("#hk-likely")).to_contain_text(meant)
        page.locator("#hk-likely button").click()
        expect(page.locator("#hk-likely")).to_be_empty()
        expect(page.locator("#hk-quote-author")).to_be_focused()
    expect(page.locator("#hk-quote-author")).to_have_value("George Eliot")


@pytest.mark.parametrize(
    ("pasted", "text", "author", "work", "year"),
    [
        ("“A bell asks.”\n\n― Ida Example,\n   Night Desk", "A bell asks.", "Ida Example", "Night Desk", ""),
        ('"A bell asks." - Ida Example', "A bell asks.", "Ida Example", "", ""),
        ("A bell asks. — Jo King, Jr., Bells (1963)", "A bell asks.", "Jo King, Jr.", "Bells", "1963"),
        ("“A bell asks.”\nIda Example", "A bell asks.", "Ida Example", "", ""),
        ("“Ἓν οἶδα.” — Σωκράτης", "Ἓν οἶδα.", "Σωκράτης", "", ""),
    ],
)
def test_a_name_pasted_along_with_the_words_goes_to_its_field(
    open_add: Any, pasted: str, text: str, author: str, work: str, year: str
) -> None:
    """Pages of quotations put name and book behind the words: one tap parts them, and nothing is parted unasked."""
    page = open_add(PHONE)
    _fill(page, quote__text=pasted)
    offer = page.locator("#hk-split")
    expect(offer).to_contain_text("The end looks like who said it: " + ", ".join(filter(None, (author, work, year))))
    expect(page.locator("#hk-quote-text")).to_have_value(pasted)
    offer.get_by_role("button").click()
    expect(offer).to_be_empty()
    expect(page.locator("#hk-quote-author")).to_be_focused()
    given = [page.locator(f"#hk-quote-{name}").input_value() for name in ("text", "author", "work", "year")]
    assert given == [text, author, work, year]


def test_words_that_only_hold_a_dash_stay_whole(open_add: Any) -> None:
    """A dash in a sentence, talk in two lines, a line of verse: nothing is taken for a name."""
    page = open_add()
    for words in (
        "He stopped. — Nobody moved then.",
        "“One,” he said.\n“Two,” she said.",
        "Knock at the door\n— And wait until it opens.",
        "Wait… — it is here",
        "― Ida Example",
    ):
        _fill(page, quote__text=words)
        page.wait_for_timeout(300)
        expect(page.locator("#hk-split")).to_be_empty()


def test_what_stands_in_a_field_stays_when_pasted_words_are_parted(open_add: Any) -> None:
    """A name that somebody typed is not written over by the one behind the words."""
    page = open_add()
    _fill(page, quote__author="Ida B. Example", quote__text="“A bell is a question.” — Ida Example, Night Desk")
    page.locator("#hk-split button").click()
    expect(page.locator("#hk-quote-author")).to_have_value("Ida B. Example")
    expect(page.locator("#hk-quote-work")).to_have_value("Night Desk")


def test_signs_that_cannot_be_printed_are_told_in_one_sentence(open_add: Any) -> None:
    """However many letters our type lacks, the field says it once, and names each of them once."""
    page = open_add()
    _fill(page, quote__text="Ἓν οἶδα ὅτι οὐδὲν οἶδα. 👩\u200d💻", quote__author="Ida Example")
    page.locator("#hk-quote-author").blur()
    told = page.locator("#hk-quote-text-problem p")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("We cannot print “Ἓ ἶ ὅ ὐ ὲ 👩💻” in our own type.")


def test_too_long_is_said_at_once(open_add: Any) -> None:
    """From the 701st character on the field says how many there are; the field is tied to what is said."""
    page = open_add()
    _fill(page, quote__text="kind " * 160, quote__author="Ida Example")
    told = page.locator("#hk-quote-text-problem")
    expect(told).to_contain_text("799 characters; at most 700 fit")
    assert "hk-quote-text-problem" in str(page.locator("#hk-quote-text").get_attribute("aria-describedby"))
    assert page.locator("#hk-send").get_attribute("href") == "#hk-wrong"


def test_the_card_is_set_as_it_is_printed(open_add: Any) -> None:
    """Few words stand in large type, many in small type, and none of them leaves the card."""
    page = open_add()
    sizes = []
    for words in (WORDS, f"{WORDS} " * 3, f"{WORDS} " * 8):
        _fill(page, quote__text=words, quote__author="Ida Example")
        box, text = page.locator(".hk-slip__words"), page.locator(".hk-slip__words p")
        assert text.evaluate("(text) => text.offsetHeight") <= box.evaluate("(box) => box.clientHeight")
        sizes.append(float(text.evaluate("text => text.style.getPropertyValue('--size')")))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    expect(page.locator("#hk-length")).to_contain_text("Too long to close a session with")


def test_a_draft_is_kept_until_it_is_cleared(open_add: Any) -> None:
    """A reload loses nothing, in any of the three forms; clearing asks first and leaves nothing behind."""
    page = open_add()
    _fill(page, quote__text=WORDS)
    page.locator("#hk-quote-seen").check()
    page.get_by_label("A story of your own").check()
    _fill(page, story__title="The man by the lift")
    page.reload()
    expect(page.locator("#hk-story-title")).to_have_value("The man by the lift")
    page.get_by_label("A quote somebody said or wrote").check()
    expect(page.locator("#hk-quote-text")).to_have_value(WORDS)
    expect(page.locator("#hk-quote-seen")).to_be_checked()
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    expect(page.locator("#hk-quote-text")).to_have_value(WORDS)
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear it").click()
    expect(page.locator("#hk-quote-text")).to_have_value("")
    assert page.evaluate("localStorage.getItem('huddlekit.add')") is None


@pytest.mark.parametrize(
    "kept", ["{", "7", '{"version":1,"kind":"no","answers":{"quote":{"text":7,"themes":"x"}},"decided":3}']
)
def test_what_cannot_be_read_does_no_harm(kept: str, open_add: Any) -> None:
    """Something broken in the browser's store is passed over, and the page starts empty."""
    page = open_add()
    page.evaluate("kept => localStorage.setItem('huddlekit.add', kept)", kept)
    page.reload()
    expect(page.locator("#hk-quote-text")).to_have_value("")
    _fill(page, quote__text=WORDS)
    expect(page.locator("#hk-slip")).to_contain_text(WORDS)


def test_what_is_too_long_for_a_link_is_copied(open_add: Any) -> None:
    """Letters that take nine bytes each do not fit an address: the file is copied, and GitHub opens an empty one."""
    page = open_add()
    _fill(page, quote__text="好" * 690, quote__author="Ida Example")
    address, sent = _link(page)
    assert (address, list(sent)) == (f"{REPOSITORY}/new/main", ["filename"])
    with page.context.expect_page():
        page.get_by_role("link", name="Copy it and open GitHub").click()
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#hk-yaml").text_content()


def test_the_other_ways(open_add: Any) -> None:
    """Copy, download, the form at GitHub and a mail hold the same as the link."""
    page = open_add()
    _fill(page, quote__text=WORDS, quote__author="Ida Example", quote__work="The Long Counter")
    text = _link(page)[1]["value"]
    page.get_by_role("button", name="Copy the file").click()
    expect(page.locator("#hk-way-said")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert _downloaded(page) == ("ida-example-guest-leaves-without-word.yml", text)
    asked = parse_qs(urlsplit(str(page.locator("#hk-issue").get_attribute("href"))).query)
    wanted = {"template": "quote.yml", "text": WORDS, "author": "Ida Example", "work": "The Long Counter", "seen": "No"}
    assert {name: asked[name][0] for name in wanted} == wanted
    mail = urlsplit(str(page.locator("#hk-mail").get_attribute("href")))
    assert mail.path == MAIL
    assert parse_qs(mail.query)["body"][0].replace("\r\n", "\n") == text


def _downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the file").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text("utf-8")


@pytest.mark.parametrize(("kind", "form"), [("quote", "quote"), ("own", "quote"), ("story", "story")])
def test_the_form_at_github_knows_the_answers(kind: str, form: str, open_add: Any) -> None:
    """What the link fills in are fields of the form, and what is ticked here is one of its choices."""
    page = open_add(at=f"#kind={kind}")
    for box in page.locator(f"[data-kind={kind}] :is(textarea, input:not([type=checkbox]))").all():
        box.evaluate("box => { box.closest('details') && (box.closest('details').open = true) }")
        box.fill("https://example.org/" if "source" in str(box.get_attribute("name")) else "Word 1859")
    for box in page.locator(f"[data-kind={kind}] .hk-add__tick input").all():
        box.check()
    page.wait_for_timeout(250)
    asked = parse_qs(urlsplit(str(page.locator("#hk-issue").get_attribute("href"))).query)
    fields = {each["id"]: each["attributes"] for each in _form(form)["body"] if "id" in each}
    assert set(asked) - {"template", "title", "consent", "fault"} <= set(fields)
    for name in asked.keys() & {name for name, field in fields.items() if "options" in field}:
        assert asked[name][0] in fields[name]["options"]


def _form(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text("utf-8"))


def test_a_correction_fills_in_its_form(open_add: Any) -> None:
    """The fields of the correction are those of the form."""
    page = open_add()
    _fill(page, quote__text=NEAR, quote__author="Ann Rhoades", quote__work="A talk")
    page.get_by_label("a better wording").check()
    link = page.locator("#hk-near").get_by_role("link", name="form at GitHub")
    asked = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert set(asked) - {"template", "title"} == {each["id"] for each in _form("correction")["body"]}


def test_without_a_repository_it_is_written_by_mail(open_add: Any) -> None:
    """Nobody is sent to a place that is not there: the mail comes first, and no form at GitHub is offered."""
    page = open_add(repository="")
    _fill(page, quote__text=WORDS, quote__author="Ida Example")
    assert str(page.get_by_role("link", name="Write a mail").first.get_attribute("href")).startswith(f"mailto:{MAIL}?")
    expect(page.locator("#hk-issue")).to_be_hidden()


def test_it_works_from_a_usb_stick(visit: Open, built_site: Path, tmp_path: Path) -> None:
    """From a file, without repository and mail: card, comparison and checks are there, and the file is downloaded."""
    page = visit(PHONE, address=built_site.as_uri()).to("add.html")
    _fill(page, quote__text=NEAR, quote__author="Ann Rhoades")
    expect(page.get_by_role("region", name="Is it this one?")).to_be_visible()
    _fill(page, quote__text=WORDS, quote__author="Ida Example")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the file").click()
    text = Path(waiting.value.path()).read_text("utf-8")
    assert _passes({"filename": f"quotes/{waiting.value.suggested_filename}", "value": text}, tmp_path) == ["in-review"]
    page.reload()
    expect(page.locator("#hk-quote-text")).to_have_value(WORDS)


def test_other_pages_lead_here(visit: Open) -> None:
    """Home, the gaps of the library and an empty search lead to the page, with the theme that is missing."""
    page = visit().to("index.html")
    page.get_by_role("link", name=re.compile("Add it in three minutes")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Add")
    page.goto(page.url.replace("add.html", "library/coverage.html"))
    link = page.locator("a[href*='add.html#kind=story&theme=']").first
    theme = str(link.get_attribute("href")).rpartition("=")[2]
    link.evaluate("link => link.click()")
    expect(page.locator(f"[name=story-themes][value={theme}]")).to_be_checked()
    page.goto(page.url.partition("add.html")[0] + "find.html?theme=patience&words=xylophone")
    expect(page.get_by_role("link", name="Do you know one that belongs here?")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nobody_is_shut_out_of_any_state(width: int, scheme: str, open_add: Any) -> None:
    """Empty, refused, compared, corrected, warned, as a story: axe is content, and nothing is wider than the window."""
    page = open_add(width, scheme=scheme)
    _audit(page)
    page.locator("#hk-send").click()
    _audit(page)
    page.evaluate("document.querySelectorAll('#hk-add details').forEach(each => { each.open = true })")
    _fill(page, quote__text=NEAR, quote__author="Anne Rhoades", quote__year="spring")
    _audit(page)
    page.get_by_label("a better wording").check()
    _audit(page)
    _fill(page, quote__text=WRONG, quote__author="Mahatma Gandhi")
    _audit(page)
    page.get_by_label("A story of your own").check()
    _fill(page, story__title="The man by the lift", story__situation=SITUATION, story__takeaway="Doors are people.")
    _audit(page)
    page.get_by_role("button", name="Clear all").click()
    _audit(page)


def _audit(page: Page) -> None:
    page.wait_for_timeout(250)
    found = Axe().run(page, context="#hk-add").response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
THEME_STUMBLES = "error: no"
"""The theme reads its colours from a blocked store and complains."""


def test_it_works_where_nothing_can_be_kept(visit: Open) -> None:
    """Without storage the page does its work, and says that what is typed is gone when it is closed."""
    opened = visit()
    opened.page.add_init_script(BLOCKED)
    page = opened.to("add.html")
    _fill(page, quote__text=f"“{WORDS}”")
    expect(page.locator(".hk-slip__words")).to_have_text(f"“{WORDS}”")
    expect(page.locator("#hk-kept-not")).to_be_visible()
    opened.trouble[:] = [each for each in opened.trouble if each != THEME_STUMBLES]


def test_the_last_letter_is_sent_too(open_add: Any) -> None:
    """Whoever goes to send without waiting sends what stands in the form."""
    page = open_add()
    page.locator("#hk-quote-text").fill("A calm word.")
    page.locator("#hk-quote-author").fill("Ida Example")
    page.locator("#hk-send").dispatch_event("pointerdown")
    assert "A calm word." in _link(page)[1]["value"]
