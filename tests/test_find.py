"""What the finder knows: every entry, what each asks of the person who leads, and the words of all fields."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.library.library import Library
from generator.library.models import Activity, Form, KitRecipe, Misattribution, Question, Quote
from generator.site.find import COLUMNS, KINDS_FOUND, find_files
from generator.site.fits import needs_paper, no_preparation, works_on_a_call
from generator.site.fulltext import LAST, MORE, SYMBOLS, fulltext, plain, stemmed, texts, written
from generator.site.site import Pages, Site, gather
from tests.test_site import OPTIONS, kit_pages


@pytest.fixture(name="site", scope="module")
def _site(library: Library) -> Site:
    return gather(library, kit_pages(library), OPTIONS)


@pytest.fixture(name="data", scope="module")
def _data(site: Site) -> dict[str, Any]:
    """What the scripts of the finder set, by name."""
    found = {}
    for output in find_files(site, Pages(site)):
        if output.path.endswith(".js"):
            name, _, value = (
                output.content.decode().removeprefix("(window.huddlekit=window.huddlekit||{}).").partition("=")
            )
            found[name] = json.loads(value.removesuffix(";\n"))
    return found


def _ids(data: dict[str, Any]) -> list[str]:
    return [f"{kind}/{row[0].replace(' ', '-')}" for kind, rows in data["find"]["kinds"] for row in rows]


def _read(packed: dict[str, str]) -> dict[str, list[int]]:
    """Words with the numbers of their entries, read back by the rules that the browser follows."""
    words, before = [], ""
    for each in packed["words"].split(" "):
        before = before[: int(each[0], 36)] + each[1:]
        words.append(before)
    return {word: _numbers(places) for word, places in zip(words, packed["places"].split(" "), strict=True)}


def _numbers(places: str) -> list[int]:
    numbers, place, high = [], -1, 0
    for symbol in places:
        digit = SYMBOLS.index(symbol)
        if digit >= LAST:
            high = high * MORE + digit - LAST
        else:
            place += high * LAST + digit + 1
            high = 0
            numbers.append(place)
    return numbers


def test_the_finder_knows_every_entry(library: Library, data: dict[str, Any]) -> None:
    """One record an entry, kits first; what is wrongly attributed is not among them."""
    found = _ids(data)
    assert set(found) == {id for id, entry in library.entries.items() if not isinstance(entry, Misattribution)}
    assert len(found) == len(set(found))
    assert [kind for kind, _ in data["find"]["kinds"]] == list(KINDS_FOUND)
    assert all(len(row) <= len(COLUMNS) for _, rows in data["find"]["kinds"] for row in rows)


def test_every_word_of_every_field_leads_to_its_entry(library: Library, data: dict[str, Any]) -> None:
    """A word is in the name, in the line, in a label, so small that it says nothing, or in the list of words."""
    lists, ids, find = _read(data["fulltext"]), _ids(data), data["find"]
    small = set(stemmed(find["small"]).split())
    rows = [row for _, rows in find["kinds"] for row in rows]
    labels = {name: dict(terms) for name, terms in find["vocabularies"].items()}
    for number, (id, row) in enumerate(zip(ids, rows, strict=True)):
        entry = library.entries[id]
        said = [labels[name][tag] for name in ("themes", "settings") for tag in getattr(entry, name, ())]
        known = stemmed(" ".join([*row[1:3], *said, *find["words"]["kinds"][id.partition("/")[0]]]))
        missing = set(stemmed(" ".join(texts(entry))).split()) - small - set(known.split())
        assert [word for word in missing if number not in lists[word]] == []
        assert [word for word in known.split() if number in lists.get(word, ())] == []


def test_a_phrase_counts_as_a_word(library: Library) -> None:
    """Two words that are looked for as one are found where they stand side by side, and not where both merely occur."""
    question = next(library.all(Question))
    side_by_side = question.model_copy(update={"ask": "What did a co-worker do?", "follow_ups": ()})
    apart = question.model_copy(update={"ask": "What did a worker of the co. do?", "follow_ups": ()})
    assert _read(fulltext([(apart, ""), (side_by_side, "")], phrases=["co-worker"]))["co_worker"] == [1]


@pytest.mark.parametrize("number", [0, 1, 63, 64, 1535, 1536, 1600, 40_000, 3_000_000])
def test_numbers_can_be_read_back(number: int) -> None:
    """However far apart two entries are."""
    assert _numbers(written(number)) == [number]


def test_nothing_in_the_list_of_words_can_end_a_script(data: dict[str, Any]) -> None:
    """The symbols of the list need no escape in a script, in JSON or in a page."""
    assert not set(SYMBOLS) & set("\\\"'<` ") - {"'", "`"}
    assert len(set(SYMBOLS)) == LAST + MORE
    assert set(data["fulltext"]["places"]) <= {*SYMBOLS, " "}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Co-workers’ listening, asked twice", "co worker listen asked twice"),
        ("Café, naïve: “address”", "cafe naive address"),
        ("Wir grüßen Łódź", "wir grußen łodz"),
        ("things_done  speed need bring", "thing done speed need bring"),
    ],
)
def test_words_are_compared_in_one_form(text: str, words: str) -> None:
    """Accents, case, marks and common endings make no difference."""
    assert stemmed(text) == words
    assert plain(plain(text)) == plain(text)


def _activity(library: Library, **changes: Any) -> Activity:
    fields = json.loads(next(library.all(Activity)).model_dump_json(by_alias=True, exclude_none=True))
    sheet = (
        {"type": "prompts", "title": "Sheet", "for": "person", "prompts": ["What?"]} if changes.pop("sheet") else None
    )
    return Activity.model_validate_json(json.dumps({**fields, "settings": [], "worksheet": sheet, **changes}))


MATERIALS = {
    "nothing": ([], True, True),
    "what lies about": ([{"item": "Small card or slip of paper", "per": "person"}], True, True),
    "what something plain stands in for": (
        [{"item": "Set of dominoes", "per": "table", "or_with_paper": "Five slips of paper"}], True, True,
    ),
    "something to fetch": ([{"item": "A ball of wool", "per": "group"}], True, False),
    "something printed": ([{"item": "The printed values", "per": "group"}], False, False),
}  # fmt: skip


@pytest.mark.parametrize("needs", MATERIALS)
def test_an_activity_says_what_has_to_be_ready(needs: str, library: Library) -> None:
    """Pens, paper and a flip chart are no preparation; anything else is, and print is print."""
    materials, without_paper, at_once = MATERIALS[needs]
    activity = _activity(library, sheet=False, where="room", materials=materials)
    assert needs_paper(activity, None, library) is not without_paper
    assert no_preparation(activity, None, library) is at_once


def test_a_sheet_that_could_be_drawn_by_hand_is_still_printed(library: Library) -> None:
    """Ruling six columns is preparation, whatever the paper; a card to write on is not."""
    drawn = [
        {"item": "Sheet: Where we hear them", "per": "table", "or_with_paper": "A large sheet ruled in five columns"}
    ]
    card = [{"item": "Small card", "per": "person"}]
    assert needs_paper(_activity(library, sheet=True, materials=drawn), None, library)
    assert not needs_paper(_activity(library, sheet=True, materials=card), None, library)


def test_a_task_between_meetings_is_prepared(library: Library) -> None:
    """It needs somebody to set it, so it is not for a meeting that starts now."""
    assert not no_preparation(_activity(library, sheet=False, materials=[], where="between meetings"), None, library)


def test_a_call_is_ruled_out_by_what_an_entry_says_or_where_it_is_meant_for(library: Library) -> None:
    """Walks and retreats are in one place, forms are paper, and an activity can say that it does not work on a call."""
    quote = next(library.all(Quote))
    assert works_on_a_call(quote.model_copy(update={"settings": ()}), None, library)
    assert works_on_a_call(quote.model_copy(update={"settings": ("retreat", "training")}), None, library)
    assert not works_on_a_call(quote.model_copy(update={"settings": ("conversation", "retreat")}), None, library)
    assert not works_on_a_call(next(library.all(Form)), None, library)
    assert not works_on_a_call(
        _activity(library, sheet=False, remote="Not on a call: it needs a floor."), None, library
    )
    assert works_on_a_call(_activity(library, sheet=False, remote="Notes go into the chat."), None, library)


def test_a_kit_is_as_easy_as_one_of_its_lengths(library: Library, site: Site) -> None:
    """A huddle of talk alone needs nothing; an hour with handouts needs paper."""
    kits = {kit.recipe.slug: kit for kit in site.kits}
    short, long = kits["short-huddle"], kits["long-session"]
    assert isinstance(short.recipe, KitRecipe)
    assert not needs_paper(short.recipe, short, library)
    assert no_preparation(short.recipe, short, library)
    assert needs_paper(long.recipe, long, library)
    assert not no_preparation(long.recipe, long, library)
