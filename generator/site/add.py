"""The page on which people add a quote, a line or a story of their own, and what its scripts have to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.output import Output
from generator.site.data import data_script
from generator.site.sharing import SIZES
from generator.site.site import Pages, Site
from generator.strings import look_up

Form = Literal["line", "area", "address", "tick", "themes"]


@dataclass(frozen=True)
class Asked:
    """One thing that the page asks. Its words stand in the catalogue under ``site.add.fields``."""

    name: str
    form: Form = "line"
    needed: bool = False
    more: bool = False
    """Shown to those only who know more."""
    rows: int = 3


ASKED: Mapping[str, Mapping[str, tuple[Asked, ...]]] = {
    "quote": {
        "words": (Asked("text", "area", needed=True, rows=4), Asked("author", needed=True)),
        "place": (
            Asked("work"),
            Asked("source", "address"),
            Asked("seen", "tick"),
            Asked("year", more=True),
            Asked("locator", more=True),
        ),
        "talk": (Asked("starts", "area", rows=2), Asked("themes", "themes", more=True), Asked("name", more=True)),
    },
    "own": {
        "words": (Asked("text", "area", needed=True, rows=4), Asked("author")),
        "place": (Asked("consent", "tick", needed=True),),
        "talk": (Asked("starts", "area", rows=2), Asked("themes", "themes", more=True)),
    },
    "story": {
        "words": (
            Asked("title", needed=True),
            Asked("situation", "area", needed=True, rows=4),
            Asked("done", "area", needed=True, rows=4),
            Asked("noticed", "area", needed=True),
            Asked("takeaway", "area", needed=True, rows=2),
        ),
        "place": (Asked("consent", "tick", needed=True), Asked("names_changed", "tick"), Asked("teller")),
        "talk": (
            Asked("trade", more=True),
            Asked("country", more=True),
            Asked("year", more=True),
            Asked("themes", "themes", more=True),
        ),
    },
}
"""What is asked for each kind, in the order of the page: the words, where they come from, what they start."""


def add_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``add.html`` and ``assets/data/add.js``."""
    yield pages.make("add.md", "add.md", asked=ASKED, themes=site.library.vocabularies["themes"])
    yield data_script("add", _data(site))


def _data(site: Site) -> dict[str, Any]:
    """Where things are sent, how long they may be, and what the page says."""
    brand = site.options.brand
    return {
        "organisation": brand.organisation,
        "repository": brand.repository.rstrip("/"),
        "branch": brand.branch,
        "mail": brand.mail or "",
        "kinds": list(ASKED),
        "asked": {
            kind: [
                {"name": each.name, "form": each.form, "needed": each.needed}
                for part in parts.values()
                for each in part
            ]
            for kind, parts in ASKED.items()
        },
        "themes": [[tag, term.label] for tag, term in site.library.vocabularies["themes"].items()],
        "sizes": SIZES,
        "limits": {"text": 700, "closing": 45, "story": [110, 200]},
        "words": look_up("site.add.words"),
    }
