"""The page that finds things, and the data it searches: a script, so that it works from a USB stick too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.compose.plan import HUDDLE_MINUTES
from generator.library.models import Activity, Entry, Form, KitRecipe, Misattribution, Placed, Question, Quote
from generator.output import Output
from generator.site.cards import card
from generator.site.model import KitPage
from generator.site.site import Pages, Site
from generator.site.words import kind_label, labels, minutes_of, status_of
from generator.strings import look_up

KINDS_FOUND = ("kits", "quotes", "questions", "stories", "story-sets", "activities", "guidance", "forms")
STATUSES = ("verified", "attributed", "disputed", "own", "documented", "first-hand", "illustrative")
NOT_WORDS = frozenset({"id", "settings", "audience", "themes", "customer", "source", "consent", "rights", "plays"})
"""Fields that are searched as facets or not at all."""


def find_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``find.html`` and ``assets/find-data.js``."""
    yield pages.make("find.md", "find.md", groups=_groups(site))
    data = {"entries": _records(site), "synonyms": look_up("site.find.synonyms"), "words": _said()}
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    yield Output.text("assets/find-data.js", f"window.huddlekitFind={written.replace('<', chr(92) + 'u003c')};\n")


def _said() -> dict[str, Any]:
    return {**look_up("site.find.words"), "kinds": {folder: kind_label(folder) for folder in KINDS_FOUND}}


def _groups(site: Site) -> dict[str, list[tuple[str, str]]]:
    """The choices of each filter, as (value, label) in the order they are offered."""
    known = site.library.vocabularies
    return {
        "kind": [(folder, kind_label(folder, 2)) for folder in KINDS_FOUND],
        "theme": [(tag, term.label) for tag, term in known["themes"].items()],
        "setting": [(tag, term.label) for tag, term in known["settings"].items()],
        "audience": [(tag, term.label) for tag, term in known["audiences"].items()],
        "status": [(tag, str(look_up("site.find.statuses")[tag])) for tag in STATUSES],
    }


def _records(site: Site) -> list[dict[str, Any]]:
    """Kits first, then the rest, in the order of their ids."""
    kits = {kit.recipe.id: kit for kit in site.kits}
    rest = (e for e in site.library.entries.values() if not isinstance(e, KitRecipe | Misattribution))
    return [
        *(_record(kit.recipe, site, kit) for kit in kits.values()),
        *(_record(entry, site, None) for entry in rest),
    ]


def _record(entry: Entry, site: Site, kit: KitPage | None) -> dict[str, Any]:
    shown = card(entry, site.library)
    found = {
        "id": entry.id,
        "kind": shown.folder,
        "page": shown.page,
        "name": entry.shown if isinstance(entry, Quote) else shown.name,
        "line": shown.line,
        "facts": list(shown.facts),
        "minutes": minutes_of(entry, site.library),
        "status": status_of(entry),
        "words": " ".join([*_words(entry), *_labels(entry, site)]),
        "group": _group(entry),
        "paper": needs_paper(entry, kit),
        "huddle": bool(kit and min(built.minutes for built in kit.plans) <= HUDDLE_MINUTES) if kit else False,
        **_tags(entry),
    }
    return {key: value for key, value in found.items() if value}


def _tags(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, KitRecipe):
        audience = [] if entry.audience == "mixed" else [entry.audience]
        return {
            "theme": entry.themes,
            "setting": entry.settings,
            "audience": audience,
            "customer": _side(entry.customer),
        }
    if isinstance(entry, Placed):
        audience = [] if "mixed" in entry.audience else list(entry.audience)
        side = "" if isinstance(entry, Question) and entry.ask_internal else _side(entry.customer)
        return {"theme": entry.themes, "setting": entry.settings, "audience": audience, "customer": side}
    return {"setting": getattr(entry, "settings", ())}


def _side(customer: str) -> str:
    return "" if customer == "both" else customer


def _group(entry: Entry) -> list[int] | None:
    return [entry.group.least, entry.group.most] if isinstance(entry, Activity | KitRecipe) else None


def needs_paper(entry: Entry, kit: KitPage | None) -> bool:
    """Something has to be printed for it."""
    if kit:
        return any(built.minutes > HUDDLE_MINUTES or "worksheets" in built.plan.documents for built in kit.plans)
    return isinstance(entry, Form) or (isinstance(entry, Activity) and entry.worksheet is not None)


def _words(entry: Entry) -> Iterator[str]:
    fields = entry.model_dump(mode="json", exclude_none=True)
    yield from _texts({key: value for key, value in fields.items() if key not in NOT_WORDS})


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield " ".join(value.split())
        case Mapping():
            for part in value.values():
                yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)


def _labels(entry: Entry, site: Site) -> Iterator[str]:
    for vocabulary, field in (("themes", "themes"), ("settings", "settings")):
        yield from labels(site.library, vocabulary, getattr(entry, field, ()))
    if isinstance(entry, Quote):
        yield site.library.person(entry.author)
