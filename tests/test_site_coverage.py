"""The page on what is missing: its numbers are the library's, and every gap leads to where it can be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.library.brand import Brand
from generator.library.library import Library
from generator.library.models import KINDS, Activity, Placed, Question, Quote, Story
from generator.site.coverage import COUNTED, VOCABULARIES, tables_by, tables_within, theme_tables, together
from generator.site.heat import GAP, Heat
from generator.site.model import SiteOptions
from generator.site.pages import site_files
from generator.site.site import Site, gather
from generator.site.starters import add_address, starter

ROOT = Path(__file__).parents[1]
BRAND = Brand(repository="https://example.org/house/kit", branch="trunk")
MOST_BYTES = 6000
"""What an address may be long before a server refuses it."""
TAKES = {
    "recall": (Question, "step"),
    "see": (Question, "step"),
    "reflect": (Question, "step"),
    "act": (Question, "step"),
    "check-back": (Question, "step"),
    "open": (Quote, "plays"),
    "react": (Quote, "plays"),
    "close": (Quote, "plays"),
    "stories": (Story, ""),
    "activities": (Activity, ""),
}
"""What a column of the tables by theme counts."""


class _Tables(HTMLParser):
    """What a page says in its tables: for each caption, rows of heading and cells, and the links of the cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.links: list[str] = []
        self._in: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in.append(tag if dict(attrs).get("class") != "hk-hidden" else "hidden")
        match tag:
            case "tbody":
                self.tables.append([])
            case "tr" if "tbody" in self._in:
                self.tables[-1].append([])
            case "td" | "th" if "tbody" in self._in:
                self.tables[-1][-1].append("")
            case "a" if "td" in self._in:
                self.links.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() not in (tag, "hidden"):
            pass

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self._in) and "tbody" in self._in and "hidden" not in self._in:
            self.tables[-1][-1][-1] += data


@pytest.fixture(name="site", scope="module")
def _site(library: Library) -> Site:
    return gather(library, [], SiteOptions(BRAND))


def _page(library: Library, brand: Brand) -> str:
    files = site_files(library, [], SiteOptions(brand))
    return next(each.content.decode() for each in files if each.path == "library/coverage.md")


def _all(site: Site) -> Iterator[Heat]:
    yield from theme_tables(site)
    for name in VOCABULARIES:
        yield from (*tables_by(site, name), *tables_within(site, name))


def test_numbers_by_theme_are_the_librarys(site: Site, library: Library) -> None:
    """Each cell of the tables by theme is what one counts by hand."""
    first, second = theme_tables(site)
    shown = [[cell.count for row in rows for cell in row.cells] for rows in zip(first.rows, second.rows, strict=True)]

    assert shown == [[_count(library, theme, tag) for tag in TAKES] for theme in library.vocabularies["themes"]]


def _count(library: Library, theme: str, tag: str) -> int:
    kind, field = TAKES[tag]
    fitting = [entry for entry in library.all(kind) if entry.complete and theme in entry.themes]
    return sum(not field or _holds(getattr(entry, field), tag) for entry in fitting)


def _holds(value: str | tuple[str, ...], tag: str) -> bool:
    return value == tag if isinstance(value, str) else tag in value


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_numbers_by_setting_and_audience_are_the_librarys(site: Site, library: Library, vocabulary: str) -> None:
    """What names no setting or audience counts in each of them; what asks for time here not for new people."""
    field = {"settings": "settings", "audiences": "audience"}[vocabulary]
    for kind, table in zip(COUNTED, tables_by(site, vocabulary)[1:], strict=True):
        for theme, row in zip(library.vocabularies["themes"], table.rows, strict=True):
            on_theme = [
                e for e in library.all(KINDS[kind]) if isinstance(e, Placed) and e.complete and theme in e.themes
            ]
            for tag, cell in zip(library.vocabularies[vocabulary], row.cells, strict=True):
                fitting = [e for e in on_theme if not getattr(e, field) or tag in getattr(e, field)]
                if tag in ("orientation", "new-hires"):
                    fitting = [e for e in fitting if "time-here" not in getattr(e, "needs", ())]
                assert cell.count == len(fitting), (kind, theme, tag)


def test_the_page_shows_every_number(site: Site, library: Library) -> None:
    """The tables of the page hold the numbers as they were counted, or a word for none and one."""
    shown = _Tables(_page(library, BRAND))
    counted = [[[row.label, *(cell.words for cell in row.cells)] for row in table.rows] for table in _all(site)]

    assert shown.tables == counted
    assert {cell.words for table in _all(site) for cell in table.cells if cell.count <= GAP} == {"none yet", "one"}


def test_every_gap_has_its_link(site: Site, library: Library) -> None:
    """As many links as gaps: to our own page for quotes and stories, to a new file at the repository for the rest."""
    links = _Tables(_page(library, BRAND)).links

    assert links == [cell.add for table in _all(site) for cell in table.cells if cell.count <= GAP]
    assert links
    assert {link.partition("#")[0].partition("new/trunk/")[0] for link in links} == {
        "../add.html",
        "https://example.org/house/kit/",
    }
    for link in links:
        assert len(link.encode()) < MOST_BYTES


def test_without_a_repository_a_gap_leads_to_the_guide(library: Library) -> None:
    """What our own page does not ask for leads to the part of the contributors' page on it, and that part is there."""
    links = set(_Tables(_page(library, Brand(repository=""))).links)
    guide = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")

    assert links
    assert {urlsplit(link).path for link in links} == {"../add.html", "../contribute.html"}
    for kind in ("questions", "activities"):
        anchor = urlsplit(add_address({"kind": kind}, Brand(repository=""), "library/coverage.html")).fragment
        assert f"{{ #{anchor} }}" in guide


def test_a_gap_on_a_theme_brings_it_along() -> None:
    """The page that asks for quotes and stories knows which sort and which theme is missing."""
    wanted = {"kind": "stories", "themes": "trust", "settings": "retreat"}

    assert add_address(wanted, BRAND, "library/coverage.html") == "../add.html#kind=story&theme=trust"


@pytest.mark.parametrize("kind", ["questions", "activities"])
def test_a_starter_is_yaml_that_names_the_gap(kind: str) -> None:
    """The file that opens has only fields of its kind, says theme, setting and audience, and has a valid name."""
    wanted = {"kind": kind, "themes": "trust", "settings": "retreat", "audience": "leaders"}
    fields = yaml.safe_load(starter(wanted))
    asked = parse_qs(urlsplit(add_address(wanted, BRAND, "library/coverage.html")).query)
    known = {field.alias or name for name, field in KINDS[kind].model_fields.items()}

    assert set(fields) <= known
    assert (fields["themes"], fields["settings"], fields["audience"]) == (["trust"], ["retreat"], ["leaders"])
    assert asked["value"] == [starter(wanted)]
    assert re.fullmatch(r"[a-z0-9-]+\.yml", asked["filename"][0])


def test_a_question_starts_with_its_step() -> None:
    """File name and text both say at which step of the talk a question is missing."""
    link = add_address({"kind": "questions", "step": "see"}, BRAND, "library/coverage.html")
    asked = parse_qs(urlsplit(link).query)

    assert urlsplit(link).path.endswith("/content/questions")
    assert asked["filename"][0].startswith("see-")
    assert yaml.safe_load(asked["value"][0])["step"] == "see"


def test_all_four_at_once_are_told_in_words(library: Library) -> None:
    """The sentence says how many ways there are to choose theme, step, setting and audience."""
    ways = 5
    for name in ("themes", *VOCABULARIES):
        ways *= len(library.vocabularies[name])

    assert f"in {ways} ways" in together(library)[0]
    assert len(together(library)) > 1
