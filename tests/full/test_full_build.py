"""Promises about the whole build of the real library; run once in CI, after ``make build``."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.compose.kits import compose_kits
from generator.library.load import read_library
from generator.publish.manifest import folder_of

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
SIZES = {"a4": (595, 842), "letter": (612, 792)}
PLANS = [plan for kit in compose_kits(read_library([ROOT]).library)[0] for plan in kit.plans]
WANTED = [
    f"{folder_of(plan)}/{paper}/{document}.pdf" for plan in PLANS for paper in SIZES for document in plan.documents
]
BUDGETS = ((30, 6), (60, 10), (90, 14), (120, 18))
"""Minutes and the most pages a guide of that length may have."""


@cache
def info(path: Path) -> dict[str, str]:
    """What pdfinfo says."""
    said = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}


@pytest.mark.parametrize("name", WANTED)
def test_document(name: str) -> None:
    """Each document is there, sound, tagged, titled, of the right paper, with every font inside."""
    path = BUILD / name
    facts = info(path)
    width, height = SIZES[path.parent.name]
    page = sorted(round(float(part)) for part in facts["Page size"].split("pts")[0].split("x"))
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert facts["Tagged"] == "yes"
    assert facts["Title"]
    assert page == [width, height]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)


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
