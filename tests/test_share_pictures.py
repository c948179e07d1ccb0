"""Pictures to share: the right size, the right words, nothing clipped, and drawn once."""

from __future__ import annotations

import re
import struct
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.library.brand import Brand
from generator.library.faces import Face, face
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KitRecipe, Misattribution, Quote
from generator.output import Output
from generator.paper.engine import render
from generator.paper.job import PrintOptions
from generator.paper.pictures import page_count, pictures
from generator.paper.share.picture import HEIGHT, WIDTH, document
from generator.publish.press import PICTURE, Job, run
from generator.publish.shares import draw_missing, lay_out, shared
from generator.publish.store import Store
from generator.site.addresses import page_of, picture_of
from generator.site.model import SiteOptions
from generator.site.pages import site_files
from tests.test_site import kit_pages

ROOT = Path(__file__).parents[1]


class Told:
    """Listens to how a work goes on."""

    def __init__(self) -> None:
        self.started: list[int] = []
        self.steps = 0

    def start(self, words: str, total: int) -> None:
        """Note what begins."""
        self.started.append(total)

    def step(self) -> None:
        """Note a step."""
        self.steps += 1


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, from its head."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def words_of(html: str) -> list[str]:
    """What stands on each page of a document of pictures."""
    pages = re.findall(r"<section.*?</section>", html, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split()) for page in pages]


def faces(library: Library) -> list[Face]:
    """The face of everything that has one."""
    return [shown for entry in library.entries.values() if (shown := face(entry, library))]


def test_a_picture_has_the_size_that_chats_show(built_site: Path, library: Library) -> None:
    """Beside the page of every entry lies a picture of 1200 by 630 pixels that a phone loads at once."""
    sizes = {}
    for shown in faces(library):
        png = (built_site / picture_of(shown.id)).read_bytes()
        sizes[shown.id] = (*size(png), len(png) < 80_000)
    assert sizes
    assert set(sizes.values()) == {(1200, 630, True)}


def test_what_nobody_said_has_no_picture(library: Library) -> None:
    """A line under a wrong name is not carried further."""
    wrong = next(library.all(Misattribution))
    assert face(wrong, library) is None
    assert wrong.id not in {each.face.id for each in shared(library, PrintOptions())}


def test_a_picture_holds_the_words(library: Library) -> None:
    """Every short quote stands on its picture whole, with its author; a page each, in the order asked for."""
    quotes = [quote for quote in library.all(Quote) if len(quote.text) < 250]
    shown = [made for quote in quotes if (made := face(quote, library))]
    pages = words_of(document(shown, PrintOptions()))
    assert len(pages) == len(quotes) > 5
    for quote, page in zip(quotes, pages, strict=True):
        assert " ".join(quote.shown.split()) in page
        assert library.person(quote.author) in page


def test_who_is_not_sure_says_so(library: Library) -> None:
    """A quote that nobody has seen at its source goes out as attributed."""
    unsure = next(quote for quote in library.all(Quote) if quote.status == "attributed")
    shown = face(unsure, library)
    assert shown is not None
    assert shown.by.startswith("Attributed to ")


@pytest.mark.parametrize("letters", [3, 40, 400, 3000])
def test_long_words_are_cut_at_a_sentence(letters: int) -> None:
    """However long a text is, it fits; what is cut ends in an ellipsis inside the quotation marks."""
    sentence = "People remember what was done for them when nobody had to do it. "
    text = (sentence * 60)[:letters].strip()
    html = document([Face("quotes/x", "quotes", "Quote", f"“{text}”", by="Somebody")], PrintOptions())
    assert page_count(render(html)) == 1
    page = words_of(html)[0]
    assert f"“{text}”" in page if letters <= 400 else "had to do it. …”" in page


def test_one_word_without_end_fits() -> None:
    """A title that is one long word, and a text without a full stop, are drawn without running off."""
    title = Face("stories/x", "stories", "Story", "Donaudampfschifffahrtsgesellschaft", "and on and on " * 200, "Told")
    assert page_count(render(document([title], PrintOptions()))) == 1


def test_every_picture_of_the_real_library_fits(tmp_path: Path) -> None:
    """The longest of every kind in the published library fit; the engine refuses what does not."""
    library = read_library([ROOT]).library
    by_length = sorted(faces(library), key=lambda shown: -len(shown.words))
    kinds = {shown.folder for shown in by_length}
    longest = [shown for kind in sorted(kinds) for shown in [s for s in by_length if s.folder == kind][:3]]
    longest += sorted(by_length, key=lambda shown: -len(shown.by))[:5]
    assert page_count(render(document(longest, PrintOptions()))) == len(longest)


def test_only_what_changed_is_drawn(library: Library, tmp_path: Path) -> None:
    """The first time all are drawn, the second none; a changed entry redraws those of its document and no others."""
    store, options, told = Store(tmp_path / "store"), PrintOptions(), Told()
    every = shared(library, options)
    some = [each for each in every if each.batch in {every[0].batch, every[-1].batch}]
    assert draw_missing(some, options, store, 1, told) == len(some)
    assert (told.started, told.steps) == ([len(some)], len(some))
    assert {size(store.path(each.file).read_bytes()) for each in some} == {(WIDTH, HEIGHT)}
    assert draw_missing(some, options, store, 1, Told()) == 0
    quote = next(entry for entry in library.all(Quote) if entry.id in {each.face.id for each in some})
    entries = {**library.entries, quote.id: quote.model_copy(update={"text": "Other words."})}
    after = shared(replace(library, entries=entries), options)
    moved = {each.face.id for each in after} - {each.face.id for each in after if each in every}
    assert quote.id in moved
    assert {each.batch for each in after if each.face.id in moved} == {
        each.batch for each in every if each.face.id == quote.id
    }


def test_a_new_entry_moves_no_other(library: Library) -> None:
    """Without one entry, only the document it was in is another: where a picture is drawn follows from its id."""
    every = shared(library, PrintOptions())
    gone = every[0]
    entries = {id: entry for id, entry in library.entries.items() if id != gone.face.id}
    fewer = shared(replace(library, entries=entries), PrintOptions())
    assert {each for each in every if each.batch != gone.batch} == {each for each in fewer if each.batch != gone.batch}


def test_every_picture_is_of_its_own_entry(library: Library, tmp_path: Path) -> None:
    """Pictures reach the page of the entry that they show, whatever document they were drawn in."""
    options, store = PrintOptions(), Store(tmp_path / "store")
    every = shared(library, options)
    largest, _ = Counter(each.batch for each in every).most_common(1)[0]
    some = [each for each in every if each.batch == largest]
    draw_missing(some, options, store, 1, Told())
    lay_out(some, store, tmp_path / "site")
    drawn = pictures(render(document([each.face for each in some], options)), WIDTH)
    assert len(set(drawn)) == len(some) > 1
    assert [(tmp_path / "site" / each.path).read_bytes() for each in some] == drawn


def test_the_brand_is_on_it(library: Library) -> None:
    """Another name or colour gives other pictures."""
    mine = PrintOptions()
    other = PrintOptions(brand=mine.brand.model_copy(update={"accent": "#123456"}))
    keys = [{each.key for each in shared(library, options)} for options in (mine, other)]
    assert keys[0].isdisjoint(keys[1])


def test_the_press_draws_every_page(library: Library) -> None:
    """A job for pictures gives one of each page and keeps no document."""
    html = document(faces(library)[:5], PrintOptions())
    made = list(run([("x", Job(html, PICTURE))], 1))
    assert [(each.key, each.content, len(each.pictures)) for each in made] == [("x", b"", 5)]


def test_a_chat_gets_the_picture_by_its_public_address(library: Library) -> None:
    """With a public address, pages of entries and kits name their picture in full; without one they name none."""
    pictured = frozenset(each.path for each in shared(library, PrintOptions()))
    public = SiteOptions(Brand(), "https://example.org/house/", "1", pictured)
    at_home = SiteOptions(Brand(), None, "1", pictured)
    quote, kit = next(library.all(Quote)), next(library.all(KitRecipe))
    pages = _texts(site_files(library, kit_pages(library), public))
    entry = unescape(pages[page_of(quote.id)])
    assert f'<meta property="og:image" content="https://example.org/house/{picture_of(quote.id)}">' in entry
    assert f'<meta property="og:url" content="https://example.org/house/{page_of(quote.id)}">' in entry
    assert '<meta name="twitter:card" content="summary_large_image">' in entry
    assert " ".join(quote.shown.split()) in entry.partition('og:image:alt" content="')[2].partition('">')[0]
    assert f'picture: "https://example.org/house/{picture_of(kit.id)}"' in unescape(pages[f"{kit.id}.md"])
    local = _texts(site_files(library, kit_pages(library), at_home))
    assert "og:image" not in local[page_of(quote.id)]
    assert 'picture: ""' in local[f"{kit.id}.md"]
    assert f"{quote.slug}.png" in local[page_of(quote.id)]


def _texts(files: list[Output]) -> dict[str, str]:
    return {each.path: each.content.decode() for each in files if each.path.endswith((".md", ".html"))}
