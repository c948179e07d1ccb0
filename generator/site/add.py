"""The page on which people add a quote, a line or a story of their own, and what its scripts have to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel

from generator.library.checks import CLOSING_WORDS
from generator.library.evidence import NOWHERE, WEAK
from generator.library.glyphs import held
from generator.library.library import Library
from generator.library.models import Quote, Story
from generator.library.models.sayings import LONGEST
from generator.library.models.stories import WORDS
from generator.library.schema import schemas
from generator.library.shelves import TOP
from generator.output import Output
from generator.site.data import data_script
from generator.site.sharing import SIZES
from generator.site.site import Pages, Site
from generator.strings import look_up
from generator.write.answers import ORDER
from generator.write.fields import NO, YES
from generator.write.ids import FOLDERS, SILENT
from generator.write.tidy import ELIDED

WRITTEN = ("quote", "story")
"""Kinds of entries that come out."""
TOLD = frozenset({"$schema", "description", "title", "default"})
"""What schemas tell to readers."""
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
            Asked("fault", "tick", more=True),
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
        "write": _write(site.library),
        "themes": [[tag, term.label] for tag, term in site.library.vocabularies["themes"].items()],
        "sizes": SIZES,
        "glyphs": re.sub(r"\\U([0-9a-f]{8})", lambda found: f"\\u{{{int(found[1], 16):x}}}", held()),
        "limits": {"text": LONGEST, "closing": CLOSING_WORDS, "story": WORDS},
        "words": look_up("site.add.words"),
    }


def _write(library: Library) -> dict[str, Any]:
    """What writing a file takes: keys and their order from the models, vocabularies, names that are taken."""
    known = schemas({})
    return {
        "schemas": {kind: _lean(known[kind]) for kind in WRITTEN},
        "patterns": {model.kind: dict(_patterns(model)) for model in (Quote, Story)},
        "order": {kind: ORDER[kind] for kind in WRITTEN},
        "folders": {kind: FOLDERS[kind] for kind in WRITTEN},
        "tops": sorted(TOP),
        "taken": [story.id for story in library.all(Story)],
        "vocabularies": {
            name: {tag: term.label for tag, term in terms.items()} for name, terms in library.vocabularies.items()
        },
        "yes": sorted(YES),
        "no": sorted(NO),
        "silent": sorted(SILENT),
        "elided": sorted(ELIDED),
        "weak": WEAK,
        "nowhere": sorted(NOWHERE),
        "words": look_up("write"),
    }


def _lean(node: Any) -> Any:
    """A schema without what only editors show."""
    if isinstance(node, list):
        return [_lean(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: _lean(part) for key, part in node.items() if key not in TOLD or isinstance(part, dict)}


def _patterns(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Patterns that a schema leaves out, because they come after a check of our own."""
    for name, field in model.model_fields.items():
        for part in (inner for choice in get_args(field.annotation) for inner in getattr(choice, "__metadata__", ())):
            if pattern := next(
                (each.pattern for each in getattr(part, "metadata", ()) if hasattr(each, "pattern")), None
            ):
                yield name, pattern
