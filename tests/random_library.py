"""Libraries made up at random: any number of entries of any sort, so that the composer's rules hold for all of them.

hypothesis chooses the numbers; everything else follows from a seed, which keeps thousands of entries cheap.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from generator.compose.approaches import approaches
from generator.compose.plan import Request
from generator.library.library import Library, Term
from generator.library.models import Activity, Entry, Placed, Question, Quote, Story

THEMES = ("trust", "details", "change")
SETTINGS = ("orientation", "staff-meeting", "leadership")
AUDIENCES = ("mixed", "new-hires", "leaders")
VOCABULARIES = {
    name: {tag: Term(tag, tag, tag, "circle") for tag in tags}
    for name, tags in (("themes", THEMES), ("settings", SETTINGS), ("audiences", AUDIENCES))
}


def _some(chance: Random, words: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
    chosen = chance.sample(words, chance.randint(least, len(words)))
    return tuple(word for word in words if word in chosen)


def _placed(chance: Random) -> dict[str, Any]:
    return {
        "themes": _some(chance, THEMES, 1),
        "settings": chance.choice(((), (), _some(chance, SETTINGS))),
        "audience": chance.choice(((), (), _some(chance, AUDIENCES))),
        "customer": chance.choice(("both", "both", "internal", "external")),
    }


def _question(chance: Random, number: int) -> Placed:
    return Question(
        **_placed(chance),
        id=f"questions/q{number}",
        ask="What?",
        ask_internal=chance.choice(("What, here?", None)),
        step=chance.choice(("recall", "see", "reflect", "act")),
        raises=chance.choice(((), (), (), ("barriers",))),
        needs=chance.choice(((), (), ("time-here",))),
        after=chance.choice(((), (), (), ("questions/q1",), ("questions/q2", "quotes/q3"))),
    )


def _quote(chance: Random, number: int) -> Placed:
    return Quote.model_validate(
        {
            **_placed(chance),
            "id": f"quotes/q{number}",
            "text": "Words.",
            "author": f"Author {chance.randint(0, 5)}",
            "work": "Work",
            "locator": "chapter 1",
            "status": chance.choice(("verified", "attributed", "disputed")),
            "rights": {"basis": "public-domain"},
            "plays": _some(chance, ("open", "react", "close"), 1),
            "ask": ("What?",),
            "use_when": "Ever.",
        }
    )


def _story(chance: Random, number: int) -> Placed:
    return Story.model_validate(
        {
            **_placed(chance),
            "id": f"stories/s{number}",
            "title": "Story",
            "told_by": "Nobody",
            "kind": "illustrative",
            "text": "word " * 120,
            "takeaway": {"by": "Nobody", "text": "That."},
            "notice": ("What?",),
            "service_fault": False,
        }
    )


def _activity(chance: Random, number: int) -> Placed:
    least = chance.randint(2, 20)
    most = least + chance.randint(0, 25)
    return Activity.model_validate(
        {
            **_placed(chance),
            "id": f"activities/a{number}",
            "title": "Activity",
            "purpose": "Purpose",
            "minutes": {"least": least, "most": most},
            "group": {"least": 2, "most": chance.choice((8, 40))},
            "steps": ({"do": "It.", "minutes": least, "stretch": most > least},),
            "debrief": {"what": ("What?",), "so_what": ("So?",), "now_what": ("Now?",)},
            "remote": "In a call.",
            "raises": chance.choice(((), (), ("barriers",))),
            "needs": chance.choice(((), (), ("time-here",))),
        }
    )


MAKERS = (_question, _quote, _story, _activity)


def library_of(entries: list[Placed]) -> Library:
    """A Library of these entries."""
    ordered: dict[str, Entry] = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    return Library(ordered, VOCABULARIES, {}, {}, {id: f"{id}.yml" for id in ordered})


def _library(seed: int, sizes: tuple[int, ...]) -> Library:
    chance = Random(seed)
    return library_of([make(chance, n) for make, size in zip(MAKERS, sizes, strict=True) for n in range(size)])


seeds = st.integers(0, 2**32 - 1)
libraries = st.builds(
    _library, seeds, st.tuples(st.integers(0, 60), st.integers(0, 30), st.integers(0, 8), st.integers(0, 12))
)
"""Up to sixty questions, thirty quotes, eight stories and twelve activities."""

newcomers = st.builds(lambda make, seed: make(Random(seed), 101), st.sampled_from(MAKERS), seeds)
"""One further entry of any kind."""

requests = st.builds(
    Request,
    setting=st.sampled_from(SETTINGS),
    minutes=st.integers(5, 120),
    audience=st.sampled_from(AUDIENCES),
    customer=st.sampled_from(("both", "internal", "external")),
    group=st.integers(2, 24),
    approach=st.sampled_from(tuple(approaches().cores)),
    themes=st.sampled_from(((), (), ("trust",), ("details", "change"))),
    seed=st.text(max_size=5),
)
