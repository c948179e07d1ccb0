"""Letters that our faces have, and the warning about those they lack."""

from __future__ import annotations

import re
import time
from functools import reduce
from pathlib import Path
from textwrap import fill

import pytest
from fontTools.ttLib import TTFont

from generator.library import glyphs
from generator.library.glyphs import held, unprintable
from generator.library.settings import read_settings

FONTS = Path(glyphs.__file__).parents[1] / "paper" / "assets" / "fonts"
TABLE = Path(glyphs.__file__).with_name("glyphs.txt")


def in_all_faces() -> set[int]:
    """Code points of every face for running text; the display face falls back to the serif one."""
    faces = sorted(path for path in FONTS.glob("*.ttf") if "display" not in path.name)
    held_by = []
    for path in faces:
        with TTFont(path, lazy=True) as font:
            held_by.append(set(font.getBestCmap()))
    return reduce(set.__and__, held_by)


def as_ranges(codes: set[int]) -> str:
    """Code points as the table has them."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    ranges = [f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in zip(starts, ends, strict=True)]
    return fill(" ".join(ranges), 120, break_on_hyphens=False) + "\n"


def test_the_table_is_that_of_the_fonts(update: bool) -> None:
    """What the checks take for printable is exactly what the bundled fonts hold."""
    if update:
        TABLE.write_text(as_ranges(in_all_faces()), encoding="ascii")
    assert TABLE.read_text(encoding="ascii") == as_ranges(in_all_faces())


@pytest.mark.parametrize(
    "words",
    [
        "Plain words, “quoted” – and so on … 50 % × 2 → done ✓",
        "naïve façade, Ærø, Łódź, žluťoučký kůň, ğüş, Đặng Thùy Trâm, người phục vụ",
        "Σοφία και φιλοξενία, мир и забота, Їжак",
        "oﬃce ﬂow",
        "cafe\u0301, No\u0308l",
    ],
)
def test_what_our_faces_hold_is_no_problem(words: str) -> None:
    """Latin with all its accents, also typed apart, Greek, Cyrillic, ligatures and the signs that people write with."""
    assert list(unprintable(f"text: {words}\n", "x.yml")) == []


@pytest.mark.parametrize("name", ["老子", "محمود", "שלום", "कबीर", "ひらがな", "🎉", "Ἀριστοτέλης", "x\u0337"])
def test_what_they_lack_is_a_warning_at_the_character(name: str) -> None:
    """Other scripts, old accents and pictures are named with their place."""
    (problem, *_) = unprintable(f"# {name}\nauthor: Ida {name}\n", "x.yml")
    lacking = re.search(f"[^{held()}]", name)
    assert lacking

    assert (problem.rule, problem.severity) == ("no-glyph", "warning")
    assert (problem.place.line, problem.place.column) == (2, 13 + lacking.start())
    assert lacking[0] in problem.message


def test_the_check_costs_next_to_nothing() -> None:
    """A megabyte of accents is looked through in less than half a second."""
    text = "text: Đặng Thùy Trâm, naïve façade, мир и забота.\n" * 20_000
    start = time.perf_counter()

    assert list(unprintable(text, "x.yml")) == []
    assert time.perf_counter() - start < 0.5


def test_the_name_of_an_organisation_is_looked_at(tmp_path: Path) -> None:
    """What brand.yml says is printed on every page."""
    (tmp_path / "brand.yml").write_text("organisation: 老子 Ltd\n", encoding="utf-8")
    _, problems = read_settings(tmp_path)

    assert [(each.rule, each.file, each.place.column) for each in problems] == [("no-glyph", "brand.yml", 15)]
