"""Measure likeness: one new quote against ten thousand, all of them against each other, and one in the browser.

    .venv/bin/python -m benchmarks.likeness [--size 10000]

The library is a collage of the real one (mixed_library.py), with misspelt copies of some quotes among them. Prints a
table in Markdown, to be pasted into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Page, sync_playwright

from benchmarks.mixed_library import mixed
from generator.library.authors import check_authors
from generator.library.library import Library
from generator.library.likeness import Likeness
from generator.library.load import Loaded, read_library
from generator.library.models import Misattribution, Quote
from generator.library.sayings import check_sayings
from generator.site.data import data_script
from generator.site.sayings import sayings
from tests.browser.conftest import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[1]
ROUNDS = 30
SPOILT = 50
"""One of so many quotes has a copy with a word left out."""
MEASURE = """texts => {
  const start = performance.now();
  huddlekit.alike.ready();
  const built = performance.now();
  return [built - start, texts.map(text => {
    const before = performance.now();
    huddlekit.alike.near(text);
    return performance.now() - before;
  })];
}"""
T = TypeVar("T")


def large(size: int) -> Loaded:
    """The real quotes and misattributions, with made-up ones until there are ``size``, and every fiftieth spoilt."""
    loaded = read_library([ROOT])
    known = loaded.library
    kept = {id: entry for id, entry in known.entries.items() if isinstance(entry, Quote | Misattribution)}
    library, _ = mixed(replace(known, entries=kept), size - size // SPOILT)
    entries = dict(library.entries)
    for quote in list(library.all(Quote))[::SPOILT]:
        words = quote.text.split()
        id, text = f"{quote.id}-again", " ".join(words[: len(words) // 2] + words[len(words) // 2 + 1 :])
        entries[id] = quote.model_copy(update={"id": id, "text": text})
    library = replace(library, entries=entries, files={id: f"{id}.yml" for id in entries})
    file = loaded.positions["quotes/tom-peters-employees-come-first.yml"]
    return replace(loaded, library=library, positions=dict.fromkeys(library.files.values(), file))


def timed(name: str, work: Callable[[], T]) -> T:
    """Print a row: what, seconds on the clock, seconds of processor."""
    clock, processor = time.perf_counter(), time.process_time()
    made = work()
    print(f"| {name} | {time.perf_counter() - clock:.2f} | {time.process_time() - processor:.2f} |")
    return made


def one_each(index: Likeness, texts: list[str]) -> None:
    """Look for one new text after the other, and print the usual and the slowest time."""
    spent = []
    for text in texts:
        start = time.perf_counter()
        index.near(text)
        spent.append(time.perf_counter() - start)
    print(f"| one new quote, median and slowest of {len(texts)} | {statistics.median(spent):.3f}, {max(spent):.3f} | |")


def in_browser(library: Library, texts: list[str], speed: int, page: Page) -> None:
    """The same in Chromium, with the processor slowed down ``speed`` times."""
    page.goto("about:blank")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": speed})
    page.add_script_tag(content=data_script("sayings", sayings(library)).content.decode())
    for script in ("alike-measure.js", "alike-names.js", "alike.js"):
        page.add_script_tag(path=ROOT / "generator" / "site" / "assets" / script)
    built, spent = page.evaluate(MEASURE, texts)
    print(f"| {speed} | {built:.0f} | {statistics.median(spent):.0f} | {max(spent):.0f} |")


def texts_of(library: Library) -> Mapping[str, str]:
    """The words of everything that is known."""
    return {each.id: each.text for each in (*library.all(Quote), *library.all(Misattribution))}


def main() -> None:
    """Both tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", type=int, default=10_000, help="How many texts.")
    loaded = large(asked.parse_args().size)
    texts = texts_of(loaded.library)
    new = [" ".join(text.split()[1:]) for text in list(texts.values())[:: len(texts) // ROUNDS]]
    print(f"{len(texts):,} texts\n\n| what | s | CPU s |\n|---|---|---|")
    index = timed("make them ready", lambda: Likeness.of(texts))
    one_each(index, new)
    pairs = timed("all against all", lambda: list(index.pairs()))
    problems = timed("the whole check of sayings", lambda: list(check_sayings(loaded)))
    timed("the check of names", lambda: list(check_authors(loaded)))
    print(f"\n{len(pairs)} pairs, {len(problems)} problems\n")
    print("| browser, slowed down | ms to make ready | ms for one, median | slowest |\n|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for speed in (1, 4):
            in_browser(loaded.library, new, speed, browser.new_page())
        browser.close()


if __name__ == "__main__":
    main()
