"""Pages whose layout is the promise look as they did: kept pictures in tests/pictures/ are compared dot by dot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_for
from generator.library.brand import Brand
from generator.library.models import KitRecipe
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import PrintOptions
from generator.strings import say
from tests.pictures import KEPT, SHARE, compare, differing, keep, page_picture
from tests.printed import texts
from tests.test_print import small

BRAND = Brand(organisation="Example House", footer="Free to copy", accent="#0b5563", second="#b4532a")
"""Written out, so that a change of the defaults changes no picture."""
PAGES = {
    "cards-front": ("short-huddle", 10, "cards", "1"),
    "cards-back": ("short-huddle", 10, "cards", "2"),
    "sheet-front": ("short-huddle", 10, "sheet", "1"),
    "poster": ("short-huddle", 10, "poster", "1"),
    "alignment-front": ("short-huddle", 10, "cards-test", "1"),
    "run-of-show": ("long-session", 60, "guide", say("guide.run_of_show")),
    "large-print": ("long-session", 60, "guide-large", "1"),
    "worksheet": ("long-session", 60, "worksheets", "1"),
}
"""Name of the picture -> kit, minutes, document, and its page by number or by words that stand on it."""
MOST_BYTES = 30_000


@cache
def printed(kit: str, minutes: int, document: str) -> bytes:
    """A document of a kit of the small library."""
    recipe = small().entries[f"kits/{kit}"]
    assert isinstance(recipe, KitRecipe)
    plan = compose(request_for(recipe, minutes, small()), small())
    assert isinstance(plan, Plan)
    return render(html_for(document, plan, small(), PrintOptions(brand=BRAND, site_url="https://example.org/")))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, update: bool, tmp_path: Path) -> None:
    """Where more than a few dots differ, a picture of both and of the difference is written, and its place is told."""
    kit, minutes, document, at = PAGES[name]
    pdf = printed(kit, minutes, document)
    page = int(at) - 1 if at.isdigit() else next(n for n, text in enumerate(texts(pdf)) if at in text)
    now = page_picture(pdf, page)
    if update:
        keep(now, KEPT / f"{name}.png")

    assert compare(name, now, tmp_path) == ""


def test_only_pictures_that_are_compared_are_kept_and_they_are_small() -> None:
    """No stray picture, none that weighs on the repository."""
    kept = {path.stem: path.stat().st_size for path in KEPT.glob("*.png")}

    assert kept.keys() == PAGES.keys()
    assert max(kept.values()) < MOST_BYTES


def test_a_page_that_is_shifted_is_found(tmp_path: Path) -> None:
    """A millimetre sideways, a line that is gone or another size is seen; the picture of it has three panels."""
    with Image.open(KEPT / "cards-front.png") as picture:
        kept = picture.convert("L")
    shifted = ImageChops.offset(kept, 2, 0)
    without = kept.copy()
    ImageDraw.Draw(without).rectangle((20, 20, 200, 60), fill=255)
    said = compare("cards-front", shifted, tmp_path)

    assert str(tmp_path / "cards-front.png") in said
    with Image.open(tmp_path / "cards-front.png") as shown:
        assert shown.size == (3 * kept.width, kept.height)
        assert (220, 0, 0) in {colour for _, colour in shown.getcolors(1 << 20) or ()}
    assert differing(kept, without) > SHARE
    assert compare("cards-front", kept.resize((100, 100)), tmp_path)
    assert compare("no-such-page", kept, tmp_path).endswith("--update")


def test_smoothed_edges_are_no_difference(tmp_path: Path) -> None:
    """A little lighter or darker is still the same page."""
    with Image.open(KEPT / "poster.png") as picture:
        lighter = picture.convert("L").point(lambda value: min(255, value + 20))

    assert compare("poster", lighter, tmp_path) == ""
