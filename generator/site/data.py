"""What the scripts of the site work with: entries, tables, words and plans, as scripts that load from a file too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator.compose.approaches import approaches
from generator.compose.candidates import NEWCOMERS
from generator.compose.groups import group_bands
from generator.compose.plan import HUDDLE_MINUTES
from generator.compose.request import COMBINED_FROM, USUAL
from generator.library.library import Library
from generator.library.models import Entry, Guidance, Placed, Quote, Story
from generator.output import Output
from generator.site.addresses import folder_of, page_of
from generator.site.model import KitPage
from generator.site.site import Site
from generator.strings import look_up

WORDS = ("minutes", "people", "methods", "compose", "segments", "documents")
"""Sections of the catalogue that the browser speaks as print does."""
SITE_WORDS = ("composer", "request", "kinds", "steps", "cues", "debrief", "told")
"""And sections of its own."""
UNSHOWN = frozenset({"evidence", "rights", "note", "thanks", "consent", "kept_beside"})
"""Fields of an entry that neither composing nor running a session needs."""


def data_files(site: Site) -> Iterator[Output]:
    """``assets/data/{library,tables,kits}.js``: each fills in one name of ``window.huddlekit``."""
    yield data_script("library", {"entries": entries(site.library)})
    yield data_script("tables", tables(site.library))
    yield data_script("kits", {kit.recipe.id: _kit(kit) for kit in site.kits})


def data_script(name: str, content: Mapping[str, Any]) -> Output:
    """``assets/data/<name>.js``, which sets ``huddlekit.<name>``. What looks like markup in it stays text."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")
    return Output.text(f"assets/data/{name}.js", f"(window.huddlekit=window.huddlekit||{{}}).{name}={written};\n")


def tables(library: Library) -> dict[str, Any]:
    """Approaches, groups, vocabularies and words: all that composing and running need beside the entries."""
    known = library.vocabularies
    promises = [rule.say or rule.title for rule in library.all(Guidance) if rule.rule]
    return {
        **_approaches(),
        "groups": [asdict(band) for band in group_bands()],
        "newcomers": {"audiences": NEWCOMERS[0], "settings": NEWCOMERS[1]},
        "usual": {**USUAL, "combined_from": COMBINED_FROM, "huddle_minutes": HUDDLE_MINUTES},
        "promises": promises or look_up("segments.rules.promises"),
        "vocabularies": {
            name: {
                tag: {"label": term.label, "description": term.description, **term.more} for tag, term in terms.items()
            }
            for name, terms in known.items()
        },
        "words": {name: look_up(name) for name in WORDS} | {name: look_up(f"site.{name}") for name in SITE_WORDS},
    }


def _approaches() -> dict[str, Any]:
    made = approaches()
    return {
        "bands": dict(made.bands),
        "opening": [_row(row) for row in made.opening],
        "closing": [_row(row) for row in made.closing],
        "breaks": [_row(row) for row in made.breaks],
        "cores": [{"name": name, "rows": [_row(row) for row in rows]} for name, rows in made.cores.items()],
    }


def _row(row: Any) -> dict[str, Any]:
    """A row with its cells as [least, usual, most, fewest entries, most entries]."""
    cells = {
        column: [cell.bounds.least, cell.bounds.usual, cell.bounds.most, cell.fewest, cell.most]
        for column, cell in row.minutes.items()
    }
    return {**{name: value for name, value in asdict(row).items() if value}, "minutes": cells}


def entries(library: Library) -> dict[str, Any]:
    """Everything a plan can take, by id, as it was authored."""
    return {
        entry.id: _entry(entry, library)
        for entry in library.entries.values()
        if isinstance(entry, Placed) and entry.complete
    }


def _entry(entry: Entry, library: Library) -> dict[str, Any]:
    fields = entry.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    shown: dict[str, Any] = {name: value for name, value in fields.items() if name not in UNSHOWN}
    match entry:
        case Quote():
            shown |= {"person": library.person(entry.author), "shown": " ".join(entry.shown.split())}
        case Story():
            shown |= {"seconds": entry.reading_seconds}
    return {**shown, "kind": folder_of(entry), "page": page_of(entry.id)}


def _kit(kit: KitPage) -> dict[str, Any]:
    recipe = kit.recipe
    return {
        "title": recipe.title,
        "promise": recipe.promise,
        "page": page_of(recipe.id),
        "group": [recipe.group.least, recipe.group.most],
        "plans": {str(built.minutes): built.plan.as_json() for built in kit.plans},
    }
