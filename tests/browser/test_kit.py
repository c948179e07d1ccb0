"""The page of a kit in a real browser: lead it, print it, change it, take all of it along."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE, Open

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(name="kits", scope="session")
def _kits(built_site: Path) -> dict[str, dict[str, Any]]:
    """Every kit, as the API gives it."""
    found: dict[str, dict[str, Any]] = json.loads((built_site / "api" / "v1" / "kits.json").read_text("utf-8"))
    return found


def _one(kits: dict[str, dict[str, Any]], huddle: bool) -> dict[str, Any]:
    return next(kit for kit in kits.values() if (kit["plans"][0]["minutes"] <= 15) is huddle)


def _several(kits: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return next(kit for kit in kits.values() if len(kit["plans"]) > 1)


def _shown_files(page: Page) -> list[Locator]:
    page.locator(".hk-length:visible .hk-more").evaluate_all("all => all.forEach(each => { each.open = true })")
    return page.locator(".hk-length:visible .hk-get:visible").all()


def test_a_phone_shows_what_is_needed_ten_minutes_before(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """Title, promise, length, Run and Print stand in the first screen of a phone."""
    for kit in kits.values():
        page = visit(PHONE).to(kit["page"])
        for part in (page.locator("h1"), page.locator(".hk-promise"), page.locator(".hk-length:visible h2")):
            expect(part).to_be_in_viewport()
        for name in ("Run it", "Print it"):
            link = page.locator(".hk-actions:visible").get_by_role("link", name=name)
            expect(link).to_be_in_viewport()
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44


def test_run_names_the_kit_and_the_length(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """Run leads to the runner with this kit in this length, from every length."""
    kit = _several(kits)
    open_page = visit()
    for plan in kit["plans"]:
        page = open_page.to(f"{kit['page']}#m{plan['minutes']}")
        href = page.locator(".hk-actions:visible").get_by_role("link", name="Run it").get_attribute("href")
        assert href == f"../run.html?kit={kit['id'].removeprefix('kits/')}&minutes={plan['minutes']}"


def test_changing_a_kit_shows_the_same_plan(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """Change opens the composer with the very entries of the kit, which the composer agrees to."""
    kit = next(kit for kit in kits.values() if not kit.get("segments"))
    plan = kit["plans"][0]
    page = visit().to(kit["page"])
    page.locator(".hk-actions:visible").get_by_role("link", name="Change it").click()
    page.wait_for_function("() => Boolean(window.huddlekit && huddlekit.request && huddlekit.compose)")
    made = page.evaluate("(huddlekit.request.plan(location) || {}).plan")
    assert [each["items"] for each in made["segments"]] == [each["items"] for each in plan["segments"]]
    assert [each["minutes"] for each in made["segments"]] == [each["minutes"] for each in plan["segments"]]


def test_one_length_at_a_time(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """The menu shows one length, says which, follows the address and comes back with the back button."""
    kit = _several(kits)
    first, second = (str(plan["minutes"]) for plan in kit["plans"][:2])
    page = visit(PHONE).to(kit["page"])
    menu = page.get_by_role("navigation", name="Time")
    expect(page.locator(".hk-length:visible")).to_have_count(1)
    expect(menu.locator("[aria-current]")).to_contain_text(first)
    menu.get_by_role("link", name=second).click()
    expect(page.get_by_role("heading", name=f"In {second} minutes")).to_be_visible()
    expect(page.get_by_role("heading", name=f"In {first} minutes")).to_be_hidden()
    expect(menu.locator("[aria-current]")).to_contain_text(second)
    page.go_back()
    expect(page.get_by_role("heading", name=f"In {first} minutes")).to_be_visible()


def test_an_address_leads_into_a_length(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """A link to the downloads of the second length shows that length, at its downloads."""
    kit = _several(kits)
    minutes = kit["plans"][1]["minutes"]
    page = visit(PHONE).to(f"{kit['page']}#downloads-{minutes}")
    expect(page.locator(f"#downloads-{minutes}")).to_be_in_viewport()
    expect(page.locator(f"#m{minutes}")).to_be_attached()
    expect(page.locator(".hk-length:visible")).to_have_count(1)


def test_without_scripts_everything_is_there(kits: dict[str, dict[str, Any]], browser: Any, address: str) -> None:
    """With scripts switched off, every length and both papers can be read and downloaded."""
    kit = _several(kits)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{kit['page']}")
    expect(page.locator(".hk-length:visible")).to_have_count(len(kit["plans"]))
    expect(page.locator(".hk-get[data-paper=a4]:visible").first).to_be_visible()
    expect(page.locator(".hk-get[data-paper=letter]:visible").first).to_be_visible()
    context.close()


def test_downloads_say_what_they_are(kits: dict[str, dict[str, Any]], visit: Open, built_site: Path) -> None:
    """Pages and size beside every file are those of the file."""
    for kit in kits.values():
        page = visit().to(kit["page"])
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        links = page.locator(".hk-get")
        assert links.count() == sum(len(plan["downloads"]) for plan in kit["plans"])
        for link in links.all():
            file = built_site / unquote(urlsplit(str(link.evaluate("a => a.href"))).path).lstrip("/")
            content = file.read_bytes()
            assert int(link.get_attribute("data-bytes") or 0) == len(content)
            said = str(link.text_content()).replace("\u00a0", " ")
            assert f"{max(1, round(len(content) / 1000))} kB" in said or "MB" in said
            if file.suffix == ".pdf":
                with pikepdf.open(file) as made:
                    count = len(made.pages)
                assert f"{count} page" in said


def test_the_paper_is_remembered(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """One paper is shown at a time; the one that was chosen is chosen on the next kit too."""
    first, second = list(kits.values())[:2]
    open_page = visit()
    page = open_page.to(first["page"])
    page.get_by_role("radio", name="A4").check()
    assert {link.get_attribute("data-paper") for link in _shown_files(page)} <= {"a4", ""}
    page.get_by_role("radio", name="US Letter").check()
    assert {link.get_attribute("data-paper") for link in _shown_files(page)} <= {"letter", ""}
    page = open_page.to(second["page"])
    assert "letter" in {link.get_attribute("data-paper") for link in _shown_files(page)}
    assert "a4" not in {link.get_attribute("data-paper") for link in _shown_files(page)}


def test_everything_comes_as_one_zip(kits: dict[str, dict[str, Any]], visit: Open, built_site: Path) -> None:
    """The zip opens, is sound, holds exactly the files shown, readably named, and says what to print."""
    kit = _one(kits, huddle=False)
    page = visit().to(kit["page"])
    page.get_by_role("radio", name="A4").check()
    expected = {str(link.get_attribute("data-as")): str(link.evaluate("a => a.href")) for link in _shown_files(page)}
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything as one zip (A4").click()
    expect(page.locator(".hk-zip:visible .hk-said")).to_contain_text("The zip is ready")
    minutes = kit["plans"][0]["minutes"]
    assert waiting.value.suggested_filename == f"{kit['id'].removeprefix('kits/')}-{minutes}-a4.zip"
    with zipfile.ZipFile(waiting.value.path()) as made:
        assert made.testzip() is None
        assert set(made.namelist()) == {"README.txt", *expected}
        assert "Facilitator guide.pdf" in made.namelist()
        for name, address in expected.items():
            assert made.read(name) == (built_site / unquote(urlsplit(address).path).lstrip("/")).read_bytes()
        readme = made.read("README.txt").decode("utf-8")
    assert readme.startswith(kit["title"])
    assert "Facilitator guide: Once, for the person who leads." in readme
    assert f"{kit['plans'][0]['group'] + 2} times" in readme


def test_a_zip_with_letters_beyond_ascii_opens(kits: dict[str, dict[str, Any]], visit: Open, tmp_path: Path) -> None:
    """Names with accents and empty files survive the packing."""
    page = visit().to(_one(kits, huddle=True)["page"])
    files = (
        "[{name: 'Übung/größe.txt', bytes: new TextEncoder().encode('häh')}, {name: 'empty', bytes: new Uint8Array()}]"
    )
    content = page.evaluate(f"""async () => {{
        const blob = huddlekit.zip({files}, new Date(2026, 1, 3, 4, 5, 6));
        return Array.from(new Uint8Array(await blob.arrayBuffer()));
    }}""")
    (tmp_path / "x.zip").write_bytes(bytes(content))
    with zipfile.ZipFile(tmp_path / "x.zip") as made:
        assert made.testzip() is None
        assert [(each.filename, each.date_time) for each in made.infolist()] == [
            ("Übung/größe.txt", (2026, 2, 3, 4, 5, 6)),
            ("empty", (2026, 2, 3, 4, 5, 6)),
        ]
        assert made.read("Übung/größe.txt").decode() == "häh"


def test_a_missing_file_is_told(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """When a file cannot be fetched, no broken zip comes, and the page says what to do."""
    open_page = visit()
    page = open_page.to(_one(kits, huddle=False)["page"])
    page.route("**/guide.pdf", lambda route: route.fulfill(status=404))
    page.get_by_role("button", name="Everything as one zip").click()
    expect(page.locator(".hk-zip:visible .hk-said")).to_contain_text("could not be packed")
    expect(page.get_by_role("button", name="Everything as one zip")).to_be_enabled()
    open_page.trouble[:] = [each for each in open_page.trouble if "404" not in each]  # the browser says so as well


def test_from_a_usb_stick_the_folder_is_named(kits: dict[str, dict[str, Any]], visit: Open, built_site: Path) -> None:
    """From a file nothing can be packed: the page names the folder that holds everything, and its links open."""
    kit = _one(kits, huddle=False)
    page = visit(address=built_site.as_uri()).to(kit["page"])
    expect(page.get_by_role("button", name="Everything as one zip")).to_have_count(0)
    folder = Path(page.locator(".hk-folder:visible code").inner_text())
    assert (folder / "a4" / "guide.pdf").is_file()
    assert Path(unquote(urlsplit(str(_shown_files(page)[0].evaluate("a => a.href"))).path)).is_file()


def test_a_kit_is_shared(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """Where the device cannot share, the address is copied, and the page says so."""
    kit = _one(kits, huddle=True)
    open_page = visit()
    open_page.page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined, configurable: true})")
    open_page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page.to(kit["page"])
    page.locator(".hk-actions:visible").get_by_role("button", name="Share").click()
    expect(page.locator(".hk-actions:visible .hk-said")).to_have_text("The address is copied.")
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith(kit["page"])


def test_the_next_kit_is_a_link(kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """A kit that has a sequel leads to it."""
    kit = next((each for each in kits.values() if each.get("follow_up")), None)
    if kit is None:
        pytest.skip("no kit of this library has a sequel")
    page = visit().to(kit["page"])
    page.locator("#next ~ .hk-kits a").click()
    expect(page.locator("h1")).to_contain_text(kits[kit["follow_up"]["kit"]]["title"])


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out_of_a_kit(scheme: str, width: int, kits: dict[str, dict[str, Any]], visit: Open) -> None:
    """axe finds nothing on a kit with everything unfolded, and nothing is wider than the window."""
    page = visit(width, scheme).to(_several(kits)["page"])
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.wait_for_timeout(300)
    found = Axe().run(page)
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
