"""The structure of printed documents: tags, bookmarks, faces, sizes of type, and that pages are worth their paper."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from generator.compose.kits import compose_kits
from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import PAPERS, Paper, PrintOptions
from generator.publish.manifest import folder_of
from tests.conftest import SMALL
from tests.crossings import wrong_minutes, wrong_pages, wrong_ranges
from tests.printed import filled, type_sizes
from tests.structure import complaints
from tests.test_cards import EDITIONS as CARDS
from tests.test_print import small

UNHEADED = {"cards-a6", "cards-press"}
"""They have no margin in which a heading could stand."""
LARGE = ("sheet-large", "guide-large", "handout-large")
MAY_BE_SHORT = {
    "sheet-large": "flows, and the back starts a page of its own",
    "guide-large": "flows, and its parts start pages of their own",
    "handout-large": "flows, and what belongs together stays together",
}
"""Documents whose pages may be less than a fifth full, and why."""
LEAST_FULL = 0.2
LARGE_PRINT = 18.0


def documents(built: Path) -> list[Path]:
    """Every PDF of the small library."""
    return sorted((built / "build" / "kits").rglob("*.pdf"))


@cache
def plans() -> tuple[Plan, ...]:
    """Every plan of the small library's kits."""
    return tuple(plan for kit in compose_kits(small())[0] for plan in kit.plans)


@cache
def cards(edition: str, paper: Paper) -> bytes:
    """A small deck in an edition."""
    shortest = min(plans(), key=lambda plan: plan.request.minutes)
    return render(html_for(edition, shortest, small(), PrintOptions(paper=paper, site_url="https://example.org/")))


def test_every_document_is_well_structured(built: Path) -> None:
    """Tags, language, title, headings without gaps, named figures and links, headed tables, bookmarks, own faces."""
    found = {path: complaints(path.read_bytes()) for path in documents(built)}

    assert len(found) > 60
    assert {path.relative_to(built): said for path, said in found.items() if said} == {}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", [*CARDS, "cards-test"])
def test_every_edition_of_the_cards_is_well_structured(edition: str, paper: Paper) -> None:
    """The same holds for cards of every size; those without a margin have bookmarks but no headings."""
    assert complaints(cards(edition, paper), headed=edition not in UNHEADED) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>One</h1><h3>Three</h3>", "a heading of level 3 follows one of level 1"),
        ("<h2>Two</h2>", "its first heading is not of the first level"),
        ("<h1>One</h1><table><tr><td>1</td></tr></table>", "a table has no heading"),
        (
            "<h1>One</h1><table><tr><th scope=col>A</th><th scope=col>B</th></tr><tr><td>1</td></tr></table>",
            "the rows of a table have 1 or 2 cells",
        ),
        ("<h1>One</h1><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'></svg>", "no alternative text"),
        ("<h1 style='bookmark-level:none'>One</h1>", "it has no bookmarks"),
        ("<h1>One</h1><p style='font-family:serif'>Words</p>", "is not one of our faces"),
    ],
)
def test_a_mistake_of_structure_is_found(body: str, said: str) -> None:
    """The checks see what they are there for."""
    face = '@font-face { font-family: "Huddlekit Sans"; src: url(assets/fonts/huddlekit-sans-regular.ttf); }'
    style = f'{face} * {{ font-family: "Huddlekit Sans"; }}'
    pdf = render(f'<html lang="en"><title>x</title><style>{style}</style>{body}')

    assert any(said in each for each in complaints(pdf)), complaints(pdf)


def test_what_only_decorates_is_not_read_out() -> None:
    """Icons and lines to write on have no place among the tags, while cells to fill in have."""
    face = '@font-face { font-family: "Huddlekit Sans"; src: url(assets/fonts/huddlekit-sans-regular.ttf); }'
    body = "<h1><span style='display:inline-block;width:3mm'></span>One</h1><div><div style='height:9mm'></div></div>"
    cells = "<table><tr><th scope=row>A</th><td></td></tr></table><ul><li><p>In an item</p></li></ul>"
    pdf = render(
        f'<html lang="en"><title>x</title><style>{face} * {{ font-family: "Huddlekit Sans"; }}</style>{body}{cells}'
    )

    assert complaints(pdf) == []


def test_no_page_is_nearly_empty(built: Path) -> None:
    """Every page is at least a fifth full, but for those that are meant to be."""
    found = {path: filled(path.read_bytes()) for path in documents(built) if path.stem not in MAY_BE_SHORT}

    assert {path.relative_to(built): full for path, full in found.items() if min(full) < LEAST_FULL} == {}


def test_large_print_is_nowhere_smaller_than_eighteen_points(built: Path) -> None:
    """Not in a table, a drawing or a footer."""
    found = {
        path.relative_to(built): {
            (round(size, 1), page) for size, _, page in type_sizes(path.read_bytes()) if size < 17.95
        }
        for path in documents(built)
        if path.stem in LARGE
    }

    assert len(found) >= 10
    assert {path: sizes for path, sizes in found.items() if sizes} == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_that_are_named_are_the_right_ones(built: Path, library: Library, paper: Paper) -> None:
    """Where page one or a segment names a page, of the guide or of the handout, that page holds it."""
    for plan in (plan for plan in plans() if not plan.huddle):
        folder = built / "build" / folder_of(plan) / paper
        guide, handout = (folder / f"{name}.pdf" for name in ("guide", "handout"))
        assert wrong_ranges(guide.read_bytes()) == [], folder
        assert wrong_ranges((folder / "guide-large.pdf").read_bytes()) == [], folder
        wrong = wrong_pages(plan, library, paper, guide.read_bytes(), handout.read_bytes())
        assert list(wrong) == [], folder


def test_minutes_in_the_run_of_show_are_those_of_the_plan(built: Path) -> None:
    """As read from the tags of the table, and as plan.json has them."""
    for plan in (plan for plan in plans() if not plan.huddle):
        folder = built / "build" / folder_of(plan)
        written = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        assert [segment["minutes"] for segment in written["segments"]] == [each.minutes for each in plan.segments]
        assert wrong_minutes(plan, folder / "a4" / "guide.pdf") == []


def test_the_small_library_is_what_was_built(built: Path) -> None:
    """The documents that are looked at here are those of the small library."""
    assert {path.name for path in (built / "kits").iterdir()} == {path.name for path in (SMALL / "kits").iterdir()}
