"""The brand: what brand.yml may say, what is told about a mistake, and that nothing else changes with it in print."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_of
from generator.library.brand import Brand, Edition
from generator.library.load import read_library
from generator.library.settings import read_settings
from generator.paper.documents import DOCUMENTS, EDITIONS, html_for, printed_for
from generator.paper.job import PrintOptions
from tests.conftest import SMALL

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
OURS = Brand(organisation="This House", footer="For everybody")
OTHER = Brand(organisation="Another House", accent="#7a1f5c", second="#8a4b00", footer="For our own house")


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Line, column and rule of every problem in a brand.yml."""
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    return [(problem.place.line, problem.place.column, problem.rule) for problem in read_settings(folder)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('organisation: X\naccent: "#aabbcc"\n', (2, 9, "too-pale")),
        ("second: red\n", (1, 9, "not-a-colour")),
        ("logo: mark.gif\n", (1, 7, "logo")),
        ("logo: missing.svg\n", (1, 7, "logo")),
        ("logo: ../outside.svg\n", (1, 7, "logo")),
        ("papers: [a3]\n", (1, 10, "unknown-value")),
        ("editions: [guide-huge]\n", (1, 12, "unknown-value")),
        ("colours: blue\n", (1, 1, "unknown-key")),
        ("values: [a, b, c, d, e, f, g]\n", (1, 9, "too-many")),
    ],
)
def test_a_mistake_is_told_where_it_is(tmp_path: Path, text: str, expected: tuple[int, int, str]) -> None:
    """A pale colour, a logo that is not there or an unknown word is told with line and column."""
    assert told(tmp_path, text) == [expected]


def test_a_pale_colour_gets_the_nearest_that_can_be_read(tmp_path: Path) -> None:
    """The hint names a colour that is itself accepted."""
    told(tmp_path, 'accent: "#ffcc00"\n')
    hint = read_settings(tmp_path)[1][0].hint
    better = re.search(r"#[0-9a-f]{6}", hint)

    assert better
    assert told(tmp_path, f'accent: "{better.group()}"\n') == []


def test_a_logo_is_printed(tmp_path: Path) -> None:
    """A logo beside brand.yml stands on the cover with the organisation as its text."""
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    assert told(tmp_path, "organisation: Another House\nlogo: logo.svg\n") == []
    settings, _ = read_settings(tmp_path)
    html = html_for("guide", plan(), LIBRARY, PrintOptions(brand=settings.brand, logo=settings.logo))
    image = re.search(r'<img class="logo" src="data:image/svg\+xml;base64,([^"]+)" alt="Another House">', html)

    assert image
    assert b64decode(image.group(1)).decode() == SVG


def test_every_edition_is_known_and_printed_where_it_is_asked_for() -> None:
    """The editions that brand.yml takes are those there are, and each is printed for a plan that has its document."""
    assert set(get_args(Edition)) == set(EDITIONS)
    every = Brand(editions=get_args(Edition), papers=("letter",))
    printed = list(printed_for(plan(), every))

    assert {name for name, _ in printed} == {*plan().documents, *(n for n in EDITIONS if n != "sheet-large")}
    assert {paper for _, paper in printed} == {"letter", None}


LIBRARY = read_library([SMALL]).library


def plan() -> Plan:
    """A session with everything in it."""
    made = compose(request_of(LIBRARY, "training", 60, approach="combined", group=12), LIBRARY)
    assert isinstance(made, Plan), made
    return made


def unbranded(html: str, brand: Brand) -> str:
    """The HTML of a document without what a brand may change: names, footer, colours."""
    html = re.sub(r"base64,([A-Za-z0-9+/=]+)", lambda found: b64decode(found.group(1)).decode(), html)
    for colour in (brand.accent, brand.second):
        html = html.replace(colour, "colour")
    return html.replace(brand.organisation, "organisation").replace(brand.footer, "footer")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_brand_changes_nothing_but_the_brand(name: str) -> None:
    """Words, order and measures of every document are the same for two organisations."""
    huddle = compose(request_of(LIBRARY, "staff-meeting", 10, group=8), LIBRARY)
    made = huddle if name == "sheet" else plan()
    assert isinstance(made, Plan)
    ours, theirs = (html_for(name, made, LIBRARY, PrintOptions(brand=brand)) for brand in (OURS, OTHER))

    assert unbranded(ours, OURS) == unbranded(theirs, OTHER)
    assert ours != theirs


def test_a_file_beside_the_entries_is_read_with_care(tmp_path: Path) -> None:
    """A brand.yml that is a link or no text is a problem at its place; a strange mkdocs.yml gives no public address."""
    (tmp_path / "brand.yml").symlink_to("/etc/passwd")
    (tmp_path / "mkdocs.yml").write_text("a: &a [x]\nsite_url: [*a]\n", encoding="utf-8")
    settings, problems = read_settings(tmp_path)
    assert (settings.brand, settings.site_url) == (Brand(), None)
    assert [problem.rule for problem in problems] == ["not-a-file"]
    (tmp_path / "brand.yml").unlink()
    (tmp_path / "brand.yml").write_bytes(b"organisation: Caf\xe9\n")
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/kits/\nx: !!python/name:os.system\n", "utf-8")
    settings, problems = read_settings(tmp_path)
    assert settings.site_url == "https://example.org/kits"
    assert [(problem.rule, problem.place.column) for problem in problems] == [("not-utf-8", 18)]


def test_the_check_of_a_brand_shows_its_line(tmp_path: Path) -> None:
    """``huddlekit check brand.yml`` shows the line with carets, as for an entry."""
    (tmp_path / "kits").mkdir()
    (tmp_path / "brand.yml").write_text("accent: #0b5563\n", encoding="utf-8")
    said = CliRunner().invoke(main, ["check", "--root", str(tmp_path), str(tmp_path / "brand.yml")])

    assert said.exit_code == 1
    assert "1 | accent: #0b5563\n      |         ^^^^^^^\n" in said.output
