"""The site's promises: text stays text, every link leads somewhere, every entry has a page, data equals library."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import join, normpath

import markdown
import pytest
import yaml
from markupsafe import Markup

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_for
from generator.library.brand import Brand
from generator.library.colour import READABLE, contrast, readable
from generator.library.library import Library
from generator.library.models import KINDS, Entry, KitRecipe, Misattribution, Question, Quote, Story
from generator.output import Output
from generator.site.addresses import as_html, page_of
from generator.site.assets import DARK, LIGHT
from generator.site.chat import chat_text
from generator.site.engine import SiteError, run
from generator.site.escape import address, escape, quoted
from generator.site.model import BuiltPlan, Download, KitPage, SiteOptions
from generator.site.pages import site_files
from generator.site.script import spoken
from generator.site.words import name_of

ROOT = Path(__file__).parents[1]
OPTIONS = SiteOptions(Brand(repository="https://example.org/house/kit", branch="main"), None, "1.2.3")
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {# gone #}",
    "[x](javascript:alert(1)) ![y](https://example.org/z.png)",
    "{: onclick=alert(1) } {#id .class}",
    "*a* _b_ `c` **d** | e # f ~~g~~ ==h==",
    "# no heading",
    "1. no list",
    "- no list",
    "> no quotation",
    "!!! no admonition",
    "```\nno code\n```",
    '--8<-- "/etc/passwd"',
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp;lt; &#60;i&#62;",
    ":smile: :material-home: $x^2$ \\(y\\)",
    "<!-- gone --> --- <?php ?>",
    "Fish & chips, 100 % – “so” they’d say… ½ é ß 漢字",
)


def kit_pages(library: Library) -> list[KitPage]:
    """Every kit of the library, composed, with downloads that look like real ones."""
    return [KitPage(recipe, _built(recipe, library)) for recipe in library.all(KitRecipe)]


def _built(recipe: KitRecipe, library: Library) -> list[BuiltPlan]:
    plans = [compose(request_for(recipe, minutes, library), library) for minutes in recipe.minutes]
    return [BuiltPlan(plan, _downloads(plan)) for plan in plans if isinstance(plan, Plan)]


def _downloads(plan: Plan) -> list[Download]:
    folder = f"{plan.request.kit}/{plan.request.minutes}"
    return [
        Download(name, paper, f"{folder}/{paper}/{name}.pdf", 2, 123_456, [f"{folder}/pictures/{name}-1.png"])
        for name in plan.documents
        for paper in ("a4", "letter")
    ]


@pytest.fixture(name="files", scope="module")
def _files(library: Library) -> dict[str, bytes]:
    return {output.path: output.content for output in site_files(library, kit_pages(library), OPTIONS)}


class _Page(HTMLParser):
    """What a browser would see: links, text, and anything that could act."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.acts: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name.startswith("on") or (value or "").startswith("javascript:alert"):
                self.acts.append(f"{tag} {name}={value}")
        if tag in ("script", "img", "i", "b"):
            self.words.append(f"<{tag}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def _rendered(text: str) -> str:
    extensions = [
        "admonition",
        "attr_list",
        "md_in_html",
        "tables",
        "toc",
        "pymdownx.highlight",
        "pymdownx.superfences",
    ]
    return str(markdown.markdown(text, extensions=extensions))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "around",
    ["{}", "# {} {{ #top }}", "- {}", "> {}", "| a | b |\n|---|---|\n| {} | c |", "[{}](page.md)", "<p>{}</p>"],
    ids=["line", "heading", "list", "quotation", "table", "link", "html"],
)
def test_text_from_an_entry_is_read_as_it_was_written(text: str, around: str) -> None:
    """Wherever a text stands on a page, Markdown shows exactly its characters and runs nothing."""
    page = _Page(_rendered(around.format(escape(text))))
    assert " ".join(text.split()) in page.text
    assert not page.acts
    assert not set(page.words) & {"<script>", "<img>", "<i>", "<b>"}
    assert [link for link in page.links if link != "page.md"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_front_matter_is_one_quoted_scalar(text: str) -> None:
    """A title in front matter cannot end its line, add a key, or bring markup into the head of the page."""
    written = quoted(text)
    assert written[0] == written[-1] == '"'
    assert not set(written[1:-1]) & set('"\n\\<>{}')


def test_what_is_safe_already_is_left_alone() -> None:
    """Escaping twice would show entities to the reader."""
    assert escape(escape("a * b")) == escape("a * b")
    assert escape(Markup("<br>")) == "<br>"


def test_an_address_that_is_not_ours_is_a_bug() -> None:
    """Targets of links come from ids only, never from text."""
    with pytest.raises(ValueError, match="not an address"):
        address("javascript:alert(1)")


def test_every_entry_has_a_page_that_names_it(library: Library, files: dict[str, bytes]) -> None:
    """The page of an entry stands at its id, and holds its name."""
    for entry in library.entries.values():
        path = page_of(entry.id) if not isinstance(entry, KitRecipe) else f"{entry.id}.md"
        assert str(escape(name_of(entry))) in files[path].decode(), path


def test_every_entry_page_leads_to_its_yaml(library: Library, files: dict[str, bytes]) -> None:
    """*Edit this* opens the file of the entry on the branch of the brand."""
    for id, file in library.files.items():
        if not id.startswith("kits/"):
            page = _Page(files[page_of(id)].decode())
            assert f"https://example.org/house/kit/edit/main/{file}" in page.links


def test_without_a_repository_no_page_offers_an_edit(library: Library) -> None:
    """A library that has no repository shows the name of the file instead of a dead link."""
    plain = site_files(library, [], SiteOptions(Brand(repository="")))
    pages = [output.content.decode() for output in plain if output.path.startswith("e/")]
    assert pages
    assert not any("/edit/" in page for page in pages)


def _targets(path: str, content: str) -> Iterator[str]:
    """Every relative address a page leads to, below the root of the site."""
    text = content if path.endswith(".html") else _rendered(content.split("---\n", 2)[2])
    for link in _Page(text).links:
        if not link.startswith(("http://", "https://", "#", "data:")):
            target = re.split(r"[?#]", link)[0]
            yield as_html(normpath(join(str(PurePosixPath(path).parent), target)))


def test_every_link_leads_somewhere(library: Library, files: dict[str, bytes]) -> None:
    """Links of all pages end at a page, an asset, a download, or a page written by hand."""
    there = {as_html(path) for path in files} | {as_html(path.name) for path in (ROOT / "docs").glob("*.md")}
    for kit in kit_pages(library):
        for each in (download for built in kit.plans for download in built.downloads):
            there |= {each.path, *each.pictures}
    pages = [path for path in files if path.endswith((".md", ".html"))]
    lost = {(path, link) for path in pages for link in _targets(path, files[path].decode()) if link not in there}
    assert not lost


def test_the_data_is_the_library(library: Library, files: dict[str, bytes]) -> None:
    """What stands under api/v1 reads back into exactly the entries it was made from."""
    for folder, model in KINDS.items():
        data = json.loads(files[f"api/v1/{folder}.json"])
        assert set(data) == {entry.id for entry in library.all(model)}
        for id, record in data.items():
            assert _read_back(model, record) == library.entries[id]


def _read_back(model: type[Entry], record: dict[str, object]) -> Entry:
    fields = {key: value for key, value in record.items() if key not in ("page", "in_kits", "plans")}
    return model.model_validate_json(json.dumps(fields))


def test_the_index_counts_what_is_there(files: dict[str, bytes]) -> None:
    """index.json names every file of the data with its count and the version it was made by."""
    index = json.loads(files["api/v1/index.json"])
    assert index["version"] == OPTIONS.version
    for each in index["files"].values():
        assert each["count"] == len(json.loads(files[f"api/v1/{each['path']}"]))


def test_the_same_library_gives_the_same_bytes(library: Library) -> None:
    """Nothing on the site depends on chance or on the clock."""
    assert site_files(library, kit_pages(library), OPTIONS) == site_files(library, kit_pages(library), OPTIONS)


def test_paths_are_given_once(library: Library) -> None:
    """No page overwrites another."""
    paths = [output.path for output in site_files(library, kit_pages(library), OPTIONS)]
    assert len(paths) == len(set(paths))


def test_a_wrong_attribution_reaches_no_list_of_quotes(library: Library, files: dict[str, bytes]) -> None:
    """It has its own page and its own list; quotes, the finder and the sources know nothing of it."""
    wrong = next(library.all(Misattribution))
    assert str(escape(wrong.text)) in files["library/misattributions.md"].decode()
    places = [path for path in files if path.startswith(("library/quotes/", "assets/data/f", "sources", "index"))]
    assert len(places) > 3
    words = " ".join(wrong.text.split())
    assert not any(words in files[path].decode() or str(escape(words)) in files[path].decode() for path in places)


def test_an_invented_story_says_so_wherever_it_is_shown(library: Library, files: dict[str, bytes]) -> None:
    """Its own page and every collection that lists it carry the word."""
    invented = next(story for story in library.all(Story) if story.told == "illustrative")
    shown = [
        path for path in files if path.startswith("library/stories/") and f"#{invented.slug} " in files[path].decode()
    ]
    assert shown
    for path in [page_of(invented.id), *shown]:
        assert "Illustrative" in files[path].decode()


def test_an_old_address_leads_to_the_new_one(library: Library) -> None:
    """moved.yml keeps published addresses alive."""
    quote = next(library.all(Quote))
    moved = Library(
        library.entries, library.vocabularies, library.authors, {"quotes/old-name": quote.id}, library.files
    )
    files = {output.path: output.content for output in site_files(moved, [], OPTIONS)}
    assert f"url={quote.slug}.html" in files["e/quotes/old-name.html"].decode()


def test_a_huddle_can_be_led_from_its_page(library: Library, files: dict[str, bytes]) -> None:
    """What is asked in a huddle stands on its page in full, in the form in which it is asked."""
    plans = [built.plan for kit in kit_pages(library) for built in kit.plans if built.plan.huddle]
    assert plans
    for plan in plans:
        page = files[f"{plan.request.kit}.md"].decode()
        assert all(str(escape(spoken(item, library))) in page for item in plan.items)


def test_the_text_for_a_chat_holds_the_whole_plan(library: Library) -> None:
    """Every segment with its start and every entry, in order, and nothing of Markdown."""
    plan = kit_pages(library)[0].plans[0].plan
    text = chat_text(plan, library)
    places = [text.index(segment.title) for segment in plan.segments]
    assert places == sorted(places)
    assert all(spoken(item, library) in text for item in plan.items)


@pytest.mark.parametrize("model", [Quote, Question])
def test_the_samples_of_the_guide_are_valid(model: type[Entry]) -> None:
    """Whoever copies a sample from the contributors' page starts from a sound entry."""
    page = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
    samples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    fields = yaml.load(samples[[Quote, Question].index(model)], Loader=yaml.BaseLoader)
    entry = model.model_validate_json(json.dumps({**fields, "id": "somewhere/sample"}))
    assert isinstance(entry, model)


@pytest.mark.parametrize("colour", ["#0b5563", "#b4532a", "#ffff00", "#000000", "#ffffff", "#808080"])
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_any_brand_colour_can_be_read(colour: str, ground: str) -> None:
    """Whatever an organisation chooses, text in its colour has contrast enough on light and on dark."""
    assert contrast(readable(colour, ground), ground) >= READABLE - 0.1


def _hostile(library: Library) -> Library:
    """The same library with every text of one entry a kind replaced by everything hostile at once."""
    entries = dict(library.entries)
    bad = " ".join(HOSTILE)
    for model, fields in ((Quote, ("text", "evidence", "note", "use_when")), (Story, ("title", "text", "told_by"))):
        entry = next(library.all(model))
        entries[entry.id] = entry.model_copy(update=dict.fromkeys(fields, bad))
    kit = next(library.all(KitRecipe))
    entries[kit.id] = kit.model_copy(update={"title": bad, "promise": bad})
    return Library(entries, library.vocabularies, library.authors, library.moved, library.files)


def write(outputs: Sequence[Output], folder: Path) -> None:
    """Lay the outputs out below a folder."""
    for output in outputs:
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)


def _config(folder: Path) -> Path:
    """The real configuration with a navigation that holds generated pages only."""
    path = folder / "mkdocs.yml"
    nav = ["index.md", "kits/index.md", "library/index.md", "find.md", "compose.md"]
    nav += ["tally.md", "mine.md", "add.md", "sources.md", "reference.md"]
    path.write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "nav": nav}), encoding="utf-8")
    return path


def test_the_engine_builds_hostile_text_harmlessly(library: Library, tmp_path: Path) -> None:
    """Built by the real engine with the real theme, nothing an entry says acts on any page."""
    bad = _hostile(library)
    kits = [KitPage(kit.recipe, [BuiltPlan(built.plan) for built in kit.plans]) for kit in kit_pages(bad)]
    write(site_files(bad, kits, OPTIONS), tmp_path / "docs")
    run(_config(tmp_path), tmp_path / "docs", tmp_path / "site")
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > len(library.entries)
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert not _Page(html).acts, path
        assert "<script>alert" not in html, path


def test_a_page_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    """The engine is strict, and its own words come through."""
    write([Output.text("index.md", "# Home\n\n[Lost](nowhere.md)\n")], tmp_path / "docs")
    config = tmp_path / "mkdocs.yml"
    config.write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "nav": ["index.md"]}), encoding="utf-8")
    with pytest.raises(SiteError, match=r"nowhere\.md"):
        run(config, tmp_path / "docs", tmp_path / "site")
