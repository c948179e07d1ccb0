"""Measure the finder: how large its data is, and how long a choice takes from the finger to the screen.

    .venv/bin/python -m generator build
    .venv/bin/python -m benchmarks.find [--size 3000]

Takes the built site, gives its Find page the data of a library of that size (mixed_library.py), and drives it in
Chromium at the machine's own speed and at a quarter of it. Prints tables in Markdown, to be pasted into
benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.mixed_library import mixed
from generator.check import check
from generator.library.brand import Brand
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KitRecipe
from generator.output import Output
from generator.site.find import find_files
from generator.site.model import BuiltPlan, KitPage, SiteOptions
from generator.site.site import Pages, gather
from tests.browser.conftest import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[1]
ROUNDS = 5
MEASURE = """([choose, value]) => new Promise(done => {
  const results = document.getElementById("hk-results"), start = performance.now(), channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now() - start);
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
  seen.observe(results, {childList: true});
  const field = document.querySelector(choose);
  if (value === null) { field.click(); return; }
  field.value = value;
  field.dispatchEvent(new Event(field.type === "search" ? "input" : "change", {bubbles: true}));
})"""
"""From the event to the frame that shows its results. Words wait a moment for the next key; that is in the number."""
CHOICES = {
    "a theme": ("input[name=theme][value=listening]", None),
    "a kind, many results": ("input[name=kind][value=quotes]", None),
    "a setting": ("#hk-setting", "staff-meeting"),
    "minutes at most": ("#hk-minutes", "10"),
    "no preparation": ("input[name=prep]", None),
    "one word": ("#hk-q", "patience"),
    "one letter, nearly everything": ("#hk-q", "e"),
    "a word with synonyms": ("#hk-q", "customer"),
    "several words": ("#hk-q", "the guest who came back to complain"),
}


def data_of(size: int) -> list[Output]:
    """The two scripts of the finder for a library of ``size`` entries; 0 takes the real one as it is."""
    real = read_library([ROOT]).library
    library, made_after = mixed(real, size) if size else (real, {})
    site = gather(library, list(_kits(library, made_after)), SiteOptions(Brand()))
    return [output for output in find_files(site, Pages(site)) if output.path.endswith(".js")]


def _kits(library: Library, made_after: dict[str, str]) -> Iterator[KitPage]:
    plans = {kit.recipe.id: [BuiltPlan(plan) for plan in kit.plans] for kit in check(ROOT).kits}
    for recipe in library.all(KitRecipe):
        yield KitPage(recipe, plans[made_after.get(recipe.id, recipe.id)])


def sizes(name: str, outputs: list[Output]) -> None:
    """A row: both scripts and their sum, in kB, as they are and packed with gzip -9."""
    raw = [len(output.content) / 1000 for output in outputs]
    packed = [len(gzip.compress(output.content, 9)) / 1000 for output in outputs]
    cells = [f"{one:.0f} / {other:.0f}" for one, other in zip([*raw, sum(raw)], [*packed, sum(packed)], strict=True)]
    print(f"| {name} | {' | '.join(cells)} |")


def times(page: Page, speed: int) -> dict[str, list[float]]:
    """Milliseconds of each choice, several times over, with the processor slowed down ``speed`` times."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": speed})
    found: dict[str, list[float]] = {name: [] for name in CHOICES}
    for _ in range(ROUNDS):
        for name, choice in CHOICES.items():
            page.goto(page.url.partition("?")[0])
            page.locator("form[data-words=all]").wait_for(timeout=60_000)
            page.wait_for_timeout(200)
            found[name].append(page.evaluate(MEASURE, list(choice)))
    return found


def start(page: Page, address: str, speed: int) -> float:
    """Milliseconds from asking for the page to the first results on the screen."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": speed})
    page.goto(address)
    return float(
        page.evaluate(
            "performance.getEntriesByType('paint').find(each => each.name === 'first-contentful-paint').startTime"
        )
    )


def drive(outputs: list[Output]) -> None:
    """A table of times, at full speed and at a quarter, on a copy of the built page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        shutil.copytree(ROOT / "build" / "site" / "assets", site / "assets")
        shutil.copyfile(ROOT / "build" / "site" / "find.html", site / "find.html")
        for output in outputs:
            (site / output.path).write_bytes(output.content)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        address = (site / "find.html").as_uri()
        page = browser.new_page(viewport={"width": 390, "height": 844})
        first = {speed: start(page, address, speed) for speed in (1, 4)}
        measured = {speed: times(page, speed) for speed in (1, 4)}
        browser.close()
    print("\n| from the event to the screen, ms | median | worst | 4x slower: median | worst |\n|---|---|---|---|---|")
    for name in CHOICES:
        cells = [
            f"{each:.0f}"
            for speed in (1, 4)
            for each in (statistics.median(measured[speed][name]), max(measured[speed][name]))
        ]
        print(f"| {name} | {' | '.join(cells)} |")
    print(f"| the page itself, to its first paint | {first[1]:.0f} | | {first[4]:.0f} | |")


def main() -> None:
    """Sizes of the real and the large library, times of the large one."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", type=int, default=3000, help="Entries of the large library.")
    asked.add_argument("--sizes", action="store_true", help="Sizes alone.")
    size = asked.parse_args().size
    large = data_of(size)
    print(
        "| library | shown and filtered, kB / gz | words of other fields, kB / gz | both, kB / gz |\n|---|---|---|---|"
    )
    sizes("the real one", data_of(0))
    sizes(f"{size:,} entries", large)
    if not asked.parse_args().sizes:
        drive(large)


if __name__ == "__main__":
    main()
