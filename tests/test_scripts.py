"""Words of many alphabets, very long and very short, are printed whole and in our own faces."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_for
from generator.library.library import Library
from generator.library.models import Activity, KitRecipe, Question, Quote, Story
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import PrintOptions
from tests.printed import texts
from tests.structure import complaints
from tests.test_print import small

WORDS = {
    "polish": "Zażółć gęślą jaźń, a gość wróci – zawsze",
    "vietnamese": "Người phục vụ vui thì khách mới vui, Đặng Thùy Trâm nói",
    "greek": "Η φιλοξενία αρχίζει στην πόρτα",
    "cyrillic": "Забота о людях начинается с нас, їжа й ґанок",
    "ligatures": "An efficient office finds a fluffy affinity — offhand",
    "short": "Go",
    "long": "Every person who serves another gives an hour that will never be had again. " * 8,
}
DOCUMENTS = {
    ("short-huddle", 10): ("sheet", "sheet-large", "cards", "cards-large", "poster"),
    ("long-session", 60): ("guide", "handout", "guide-large"),
}


@cache
def session(kit: str, minutes: int) -> Plan:
    """A plan of the small library."""
    recipe = small().entries[f"kits/{kit}"]
    assert isinstance(recipe, KitRecipe)
    plan = compose(request_for(recipe, minutes, small()), small())
    assert isinstance(plan, Plan)
    return plan


def saying(words: str) -> Library:
    """The small library, in which every quote, question and title says these words."""
    entries = dict(small().entries)
    for id, entry in entries.items():
        match entry:
            case Quote():
                entries[id] = entry.model_copy(update={"text": f"{words}.", "author": words[:60].strip()})
            case Question():
                entries[id] = entry.model_copy(update={"ask": f"{words[:280].strip()}?", "ask_internal": None})
            case Story():
                entries[id] = entry.model_copy(update={"title": words[:60].strip()})
            case Activity():
                entries[id] = entry.model_copy(update={"title": words[:60].strip()})
    return replace(small(), entries=entries)


def squeezed(text: str) -> str:
    """A text without spaces, hyphens and the marks of a viewer, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("kit", DOCUMENTS, ids=lambda kit: kit[0])
def test_any_words_are_printed_whole_in_our_faces(kit: tuple[str, int], words: str) -> None:
    """Nothing runs over, nothing is lost, and no letter comes from a face of the machine."""
    plan, library = session(*kit), saying(words)
    for document in DOCUMENTS[kit]:
        pdf = render(html_for(document, plan, library, PrintOptions()))
        assert complaints(pdf) == [], document
        if document != "poster":  # it hangs a line whose rights allow it, else the promise
            assert squeezed(words[:60]) in squeezed(" ".join(texts(pdf))), document
