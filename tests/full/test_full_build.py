"""Promises about the whole build of the real library; run once in CI, after ``make build``."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.compose.plan import Plan
from generator.library.load import read_library
from generator.paper.documents import printed_for
from generator.paper.job import PAPERS
from generator.publish.manifest import folder_of, read_manifest
from tests.crossings import wrong_minutes, wrong_pages, wrong_ranges
from tests.printed import filled, type_sizes
from tests.structure import complaints
from tests.test_structure import LARGE, LARGE_PRINT, LEAST_FULL, MAY_BE_SHORT, UNHEADED

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
SIZES = {"a4": (595, 842), "letter": (612, 792)}
CHECKED = check(ROOT)
PLANS = [plan for kit in CHECKED.kits for plan in kit.plans]
WANTED = [
    "/".join(part for part in (folder_of(plan), paper, f"{document}.pdf") if part)
    for plan in PLANS
    for document, paper in printed_for(plan, CHECKED.settings.brand)
]
BUILT = [row["path"] for row in read_manifest(BUILD if BUILD.exists() else None).get("documents", ())]
PDFS = sorted({*WANTED, *(path for path in BUILT if path.endswith(".pdf"))})
BUDGETS = ((30, 6), (60, 10), (90, 14), (120, 18))
"""Minutes and the most pages a guide of that length may have."""


@cache
def info(path: Path) -> dict[str, str]:
    """What pdfinfo says."""
    said = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}


@pytest.mark.parametrize("name", PDFS)
def test_document(name: str) -> None:
    """Each document is there, sound, well structured and of the right paper, with every font inside and full pages."""
    path = BUILD / name
    content, facts = path.read_bytes(), info(path)
    page = sorted(round(float(part)) for part in facts["Page size"].split("pts")[0].split("x"))
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert facts["Tagged"] == "yes"
    assert path.parent.name not in SIZES or page == list(SIZES[path.parent.name])
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)
    assert complaints(content, headed=path.stem not in UNHEADED) == []
    assert path.stem in MAY_BE_SHORT or min(filled(content)) >= LEAST_FULL
    assert path.stem not in LARGE or min(type_sizes(content))[0] > LARGE_PRINT - 0.05


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", [plan for plan in PLANS if not plan.huddle], ids=folder_of)
def test_what_documents_say_about_each_other(plan: Plan, paper: Any) -> None:
    """Pages that the guide names hold what it sends people to, and its run of show has the minutes of the plan."""
    if paper not in CHECKED.settings.brand.papers:
        pytest.skip("the brand does not ask for this paper")
    folder = BUILD / folder_of(plan) / paper
    guide, handout = ((folder / f"{name}.pdf").read_bytes() for name in ("guide", "handout"))

    assert wrong_ranges(guide) == []
    assert list(wrong_pages(plan, CHECKED.library, paper, guide, handout)) == []
    assert wrong_minutes(plan, folder / "guide.pdf") == []


@pytest.mark.parametrize("plan", PLANS, ids=folder_of)
def test_plan(plan: Any) -> None:
    """plan.json is what is composed, and a huddle sheet has two pages, a guide no more than its budget."""
    folder = BUILD / folder_of(plan)

    assert json.loads((folder / "plan.json").read_text(encoding="utf-8")) == plan.as_json()
    for paper in SIZES:
        if plan.huddle:
            assert info(folder / paper / "sheet.pdf")["Pages"] == "2"
        else:
            most = next(pages for minutes, pages in BUDGETS if plan.request.minutes <= minutes)
            assert int(info(folder / paper / "guide.pdf")["Pages"]) <= most


def test_site_and_api_are_there() -> None:
    """The home page, a page for each entry and the library as JSON are built, and hold every entry."""
    library = read_library([ROOT]).library
    index = json.loads((BUILD / "site" / "api" / "v1" / "index.json").read_text(encoding="utf-8"))

    assert (BUILD / "site" / "index.html").exists()
    assert index
    for id in library.entries:
        folder = id.partition("/")[0]
        if folder not in ("kits", "misattributions"):
            assert (BUILD / "site" / "e" / f"{id}.html").exists(), id
