"""How alike two sayings are: what counts as the same, as near, and as another; names; and where words can be seen."""

from __future__ import annotations

import random
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.library.checks import check
from generator.library.evidence import is_front_door, is_place, is_weak
from generator.library.likeness import Likeness
from generator.library.measure import likeness, one_off, verdict
from generator.library.models import Misattribution, Quote
from generator.library.names import People, known_people, like_name
from generator.library.words import spelt
from tests.real import CHECKED, LIBRARY
from tests.test_library import QUOTE, lay_out

CASES = Path(__file__).parent / "cases" / "likeness"
SAYINGS = {each.id: each.text for each in (*LIBRARY.all(Quote), *LIBRARY.all(Misattribution))}


def pairs(name: str) -> list[dict[str, Any]]:
    """A test set: two texts, what is wanted of them, and why."""
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize(("name", "size"), [("pairs", 100), ("pairs-held-out", 40)])
def test_near_duplicates_are_told_from_others(name: str, size: int) -> None:
    """Of what is called the same or near at least 95 % is, and of what is at least 95 % is called so."""
    cases = pairs(name)
    wanted = [case["wanted"] != "different" for case in cases]
    called = [verdict(likeness(case["one"], case["other"])) != "different" for case in cases]
    right = sum(is_near and found for is_near, found in zip(wanted, called, strict=True))
    assert len(cases) == size
    assert right / sum(called) >= 0.95
    assert right / sum(wanted) >= 0.95


@pytest.mark.parametrize("case", pairs("pairs"), ids=lambda case: str(case["because"]))
def test_every_pair_has_its_verdict(case: dict[str, str]) -> None:
    """Each pair of the first set, the same, near or different, is called what it is, in both directions."""
    assert verdict(likeness(case["one"], case["other"])) == case["wanted"]
    assert verdict(likeness(case["other"], case["one"])) == case["wanted"]


WRITINGS = {
    "capitals": str.upper,
    "straight marks": lambda text: text.replace("’", "'").replace("—", " - ").replace("–", "-").replace("…", "..."),
    "in marks": lambda text: f"“{text}”",
    "without commas": lambda text: text.replace(",", "").replace(";", "").rstrip("."),
    "broken lines": lambda text: "\n  ".join(text.split(" ")),
    "accents in parts": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize("name", WRITINGS)
def test_another_way_to_write_it_is_the_same(name: str) -> None:
    """Every saying of the library is the same when only marks, capitals or line breaks differ."""
    changed = {id: WRITINGS[name](text) for id, text in SAYINGS.items()}
    assert [id for id, text in changed.items() if likeness(SAYINGS[id], text) != 100] == []


def test_a_word_left_out_is_near() -> None:
    """Every saying of more than six words is near to itself without one of its words."""
    chance = random.Random("words")
    for text in SAYINGS.values():
        words = text.split()
        if len(words) > 6:
            del words[chance.randrange(len(words))]
            assert verdict(likeness(text, " ".join(words))) != "different", text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’ll organise the programme", "we will organize the program"),
        ("It's the neighbour’s grey car", "it is the neighbor's gray car"),
        ("20 people, 3rd door", "Twenty people – third door"),
        ("Co-workers can’t fulfil it", "coworkers cannot fulfill it"),
        ("100 % & more", "hundred per cent and more"),
    ],
)
def test_spellings_are_one(one: str, other: str) -> None:
    """British and American, short forms and long, figures and words."""
    assert "".join(spelt(one)) == "".join(spelt(other))


def test_other_words_are_not_the_same() -> None:
    """A word changed is never called the same, even where only a letter differs."""
    assert likeness("The customer comes first.", "The customers come first.") < 100
    assert likeness("Nobody is useless.", "Nobody is useful.") < 100
    assert likeness("…", "!") == 0


def test_all_pairs_are_found() -> None:
    """The quick way through the whole library finds the pairs, and the scores, that comparing each with each does."""
    chance = random.Random("library")
    texts = dict(list(SAYINGS.items())[::4])
    for id, text in list(texts.items()):
        words = text.split()
        chance.shuffle(words)
        texts[f"{id}-short"] = " ".join(text.split()[: max(3, len(words) // 2)])
        texts[f"{id}-mixed"] = " ".join(words)
        texts[f"{id}-joined"] = text.replace(" ", "")
    slow = {frozenset(pair): likeness(texts[pair[0]], texts[pair[1]]) for pair in combinations(texts, 2)}
    quick = {frozenset(pair[:2]): pair[2] for pair in Likeness.of(texts).pairs()}
    assert quick == {pair: much for pair, much in slow.items() if verdict(much) != "different"}
    assert len(quick) > 100


def test_a_new_text_finds_what_it_is_like() -> None:
    """One text against all: best first, and the same scores as pair by pair."""
    index = Likeness.of(SAYINGS)
    found = index.near("If employees don't feel valued, neither will your customers")
    assert [each.id for each in found] == [
        "quotes/sybil-stershic-employees-feel-valued",
        "quotes/sybil-stershic-internal-and-external",
    ]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert index.near("Selfcontrol") == index.near("") == []


def test_the_library_holds_nothing_twice() -> None:
    """Whatever is alike in this library was looked at, and is kept on purpose."""
    ours = ("duplicate-quote", "similar-quote", "two-authors", "misattributed", "like-misattribution", "similar-entry")
    also = ("similar-author", "alias-of-two", "weak-source")
    assert [problem for problem in CHECKED.problems if problem.rule in (*ours, *also)] == []


def test_the_changed_file_is_told_about(tmp_path: Path) -> None:
    """Of two entries that say the same, the one that has changed is the one to mend, wherever its name sorts."""
    loaded = lay_out(tmp_path, {"quotes/a.yml": QUOTE, "quotes/b.yml": QUOTE.replace("Tom Peters", "Tom Petres")})
    for changed in ("quotes/a.yml", "quotes/b.yml"):
        told = {problem.rule: problem.file for problem in check(loaded, {changed})}
        assert told["two-authors"] == told["similar-author"] == changed
        assert told.keys().isdisjoint({"duplicate-quote", "similar-quote"})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("valued", "valeud", True),
        ("valued", "value", True),
        ("valued", "valued", True),
        ("valued", "vilueds", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_letter_off(one: str, other: str, alike: bool) -> None:
    """One letter more, less or another, or two changed round, and no more than that."""
    assert one_off(one, other) is one_off(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("J. R. Smith", "John R. Smith", True),
        ("John Smith", "John R. Smith", True),
        ("Smith, John", "John Smith", True),
        ("Sir John Smith", "Dr John Smith", True),
        ("John Smith, PhD", "John Smith", True),
        ("Nitobe Inazo", "Inazo Nitobe", True),
        ("Jon Smith", "John Smith", True),
        ("W.E.B. Du Bois", "W. E. B. Du Bois", True),
        ("Ptahhotep", "Ptah-Hotep", True),
        ("Anne Bronte", "Anne Brontë", True),
        ("Anne Brontë", "Charlotte Brontë", False),
        ("J. Smith", "K. Smith", False),
        ("John A. Smith", "John B. Smith", False),
        ("Oliver Wendell Holmes Jr.", "Oliver Wendell Holmes Sr.", False),
        ("William James", "William Morris", False),
        ("Henry Ford", "Henry David Thoreau", False),
        ("Mary Shelley", "Mary Seacole", False),
        ("", "John Smith", False),
    ],
)
def test_names_written_in_two_ways(one: str, other: str, alike: bool) -> None:
    """Initials, order, titles, degrees, accents and slips are seen through; relatives and namesakes stay apart."""
    assert (like_name(one, other) is not None) is (like_name(other, one) is not None) is alike


def test_a_name_finds_its_person() -> None:
    """A spelling in the table is the person; a slip, initials or a family name suggest one, where there is only one."""
    people = People(known_people(LIBRARY))
    assert people.person("LAO TZU") == "Laozi"
    assert people.likely("Peter Druker") == "Peter Drucker"
    assert people.likely("Dickens") == "Charles Dickens"
    assert people.likely("Brontë") is None
    assert people.likely("Oliver Wendell Holmes, Jr.") is None


def test_what_counts_as_a_place() -> None:
    """Words that say nothing are no locator; chapters, pages and scenes are."""
    assert [text for text in ("n/a", "N.A.", "?", "Unknown", "don’t know", "–", "", "todo") if is_place(text)] == []
    assert all(is_place(text) for text in ("10", "X", "chapter 3", "p. 7", "closing line", "Ἰλιάς"))


def test_where_words_are_only_repeated() -> None:
    """Collections of quotations, searches and chats show no words in their work; books and reports do."""
    weak = ("https://www.brainyquote.com/quotes/x_1", "http://goodreads.com", "https://www.google.com/search?q=x")
    fair = (
        "https://books.google.com/books?id=1",
        "https://www.gutenberg.org/ebooks/7213",
        "https://notgoodreads.com/x",
    )
    assert all(map(is_weak, weak))
    assert not any(map(is_weak, (*fair, "https://[broken")))
    assert is_front_door("https://example.org/")
    assert not is_front_door("https://example.org/page")
