"""Words that do not fit are found by the build, and named so that their writer can find them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.library.library import Library
from generator.library.models import Quote
from generator.paper.documents import html_for
from generator.paper.engine import OverfullError, render
from generator.paper.job import PrintOptions
from generator.strings import say
from tests.conftest import SMALL
from tests.test_cards import plan_of

ENDLESS = "Donau" + "dampfschiff" * 10 + "fahrt"
PAGE = """<html lang="en"><title>x</title><style>
@font-face {{ font-family: "Huddlekit Sans"; src: url(assets/fonts/huddlekit-sans-regular.ttf); }}
@page {{ size: 100mm 60mm; margin: 10mm; @bottom-left {{ content: "{foot}"; width: 100%; }} }}
body {{ margin: 0; font: 10pt/1.3 "Huddlekit Sans"; }} p, h1 {{ margin: 0; }}
</style><h1>x</h1>{body}"""
MANY = "Nine words that take up one line of it. " * 12
FITTING = {
    "plain": "<p>Short.</p>",
    "hanging": '<p style="text-indent:-4mm">“Quoted.</p>',
    "a quarter of a millimetre": '<div style="width:80.2mm;text-align:right"><p>Out a little</p></div>',
    "two pages": f"<p>{MANY}</p>",
    "held": "<div data-holds style='height:20mm'><p>Short.</p></div>",
    "beside": "<div style='display:flex'><p>Left</p><p>Right</p></div>",
    "list": "<ol style='padding-left:6mm'><li>One</li></ol>",
}
MISFITS = {
    "a word wider than the page": (f"<p>{ENDLESS}</p>", "page", ENDLESS),
    "beyond the bottom": ("<p style='position:absolute;top:39mm'>Low</p>", "page", "Low"),
    "beyond the left": ("<p style='position:absolute;left:-2mm'>Far</p>", "page", "Far"),
    "cut off": (f"<div style='height:8mm;overflow:hidden'><p>{MANY}</p></div>", "block", "Nine words"),
    "out of a marked block": (f"<div style='height:8mm' data-holds><p>{MANY}</p></div>", "block", "Nine words"),
    "onto a second page": (f"<div data-holds><p>{MANY}</p></div>", "two_pages", "Nine words"),
    "wider than its cell": (
        f"<table style='width:30mm;table-layout:fixed'><tr><td>{ENDLESS[:25]}</table>",
        "column",
        ENDLESS[:25],
    ),
    "on other words": ("<p>Here we are</p><p style='margin-top:-3mm'>And here too</p>", "overprint", "And here too"),
    "an empty line": ("<div style='height:8mm' data-holds><div style='height:9mm'></div></div>", "block", ""),
}


def printed(body: str, foot: str = "") -> bytes:
    """A small page with this in it."""
    return render(PAGE.format(body=body, foot=foot))


@pytest.mark.parametrize("body", FITTING.values(), ids=FITTING)
def test_what_fits_is_printed(body: str) -> None:
    """Hanging quotation marks, a hair too much, and text that flows are no mistakes."""
    assert printed(body).startswith(b"%PDF")


@pytest.mark.parametrize(("body", "how", "words"), MISFITS.values(), ids=MISFITS)
def test_what_does_not_fit_is_named(body: str, how: str, words: str) -> None:
    """The message has the words, what they do, and the page."""
    with pytest.raises(OverfullError) as caught:
        printed(body)
    said = say(f"overfull.{how}", what="", page=2 if how == "two_pages" else 1)

    assert said in str(caught.value)
    assert words[:40] in str(caught.value)


def test_a_footer_that_does_not_fit_is_named() -> None:
    """Words in the margin have to stay in their part of it."""
    with pytest.raises(OverfullError, match="runs off page 1"):
        printed("<p>Short.</p>", foot=MANY)


def test_a_long_quotation_does_not_fit_on_a_business_card(library: Library) -> None:
    """Even in the smallest type 690 characters do not go on 85 by 55 millimetres, while they do on a large card."""
    quote = next(iter(library.all(Quote))).model_copy(update={"text": "Everybody serves somebody. " * 25 + "We serve."})
    library = replace(library, entries={**library.entries, quote.id: quote})
    assert len(quote.text) > 680

    with pytest.raises(OverfullError, match="“Everybody serves somebody"):
        render(html_for("cards-business", plan_of(quote.id), library, PrintOptions()))
    assert render(html_for("cards-large", plan_of(quote.id), library, PrintOptions()))


def test_a_build_says_which_words_of_which_file_do_not_fit(built: Path, tmp_path: Path) -> None:
    """A title that cannot be broken stops the build with one plain sentence; the last good output stays as it was."""
    root = tmp_path / "mine"
    shutil.copytree(built, root, symlinks=True)
    kit = root / "kits" / "new-people.yml"
    lines = kit.read_text(encoding="utf-8").splitlines(keepends=True)
    kit.write_text("".join(f"title: {ENDLESS}\n" if line.startswith("title:") else line for line in lines), "utf-8")
    before = {path: path.stat().st_mtime_ns for path in (root / "build" / "kits").rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "generator", "--root", str(root), "build", "--no-site"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    said = made.stderr.splitlines()[-1]

    assert made.returncode == 1
    assert "Traceback" not in made.stderr
    assert said.startswith("Error: Nothing was changed in build/. kits/new-people/")
    assert f"“{ENDLESS[:60]}…” runs off page 1" in said
    assert "Shorten these words" in said
    assert before == {path: path.stat().st_mtime_ns for path in (root / "build" / "kits").rglob("*") if path.is_file()}


def test_compose_writes_nothing_where_words_do_not_fit(tmp_path: Path) -> None:
    """A kit printed into a folder is all there or not at all, and the answer names the words."""
    root = tmp_path / "mine"
    shutil.copytree(SMALL, root)
    (root / "brand.yml").write_text(f"organisation: {ENDLESS}\n", encoding="utf-8")
    asked = ["--setting", "staff-meeting", "--minutes", "5", "--approach", "questions", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, ["--root", str(root), "compose", *asked])

    assert result.exit_code == 1
    assert "Nothing was written." in result.stderr
    assert ENDLESS[:50].upper() in result.stderr
    assert not (tmp_path / "out").exists()
