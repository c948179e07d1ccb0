"""The page that finds things, and what it shows and filters by: a script, so that it works from a USB stick too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.library.models import Activity, Entry, Guidance, KitRecipe, Misattribution, Question, Quote
from generator.output import Output
from generator.site.addresses import folder_of
from generator.site.data import data_script
from generator.site.fits import needs_paper, no_preparation, works_on_a_call
from generator.site.fulltext import fulltext
from generator.site.model import KitPage
from generator.site.site import Pages, Site
from generator.site.words import kind_label, labels, line_of, minutes_of, name_of, shortened, status_of
from generator.strings import look_up

KINDS_FOUND = ("kits", "quotes", "questions", "stories", "story-sets", "activities", "guidance", "forms")
STATUSES = ("verified", "attributed", "disputed", "own", "documented", "first-hand", "illustrative")
COLUMNS = (
    *("slug", "name", "line", "themes", "settings", "audiences", "customer", "state", "minutes", "group"),
    *("fits", "waits"),
)
"""A record of the finder. ``minutes`` is a list: lengths of a kit, least and most of an activity, the reading time of
a story; ``state`` the status of a quote or a story, the step of a question, the moment of guidance; ``fits`` adds up
FITS."""
FITS = {"paper": 1, "prep": 2, "call": 4}
LIMITS = (5, 10, 15, 20, 30, 45, 60, 90, 120)
"""Minutes at most, as they are offered."""
VOCABULARIES = {"themes": "theme", "settings": "setting", "audiences": "audience"}
SAID = {
    "minutes": "minutes",
    "people": "people",
    "span": "site.minutes_span",
    "group": "site.group_span",
    "reads_in": "site.reads_in",
    "by": "site.by",
    "min": "site.min",
    "in_review": "site.in_review.short",
}
"""What cards say, by its place in the catalogue."""
LINE = 110
"""Characters the line below a name may have where it only hints at a text."""


def find_files(site: Site, pages: Pages) -> Iterator[Output]:
    """``find.html``, and its data in two parts: what is shown and filtered, then the words of all other fields."""
    yield pages.make("find.md", "find.md", groups=_groups(site), limits=LIMITS)
    found = entries_found(site)
    rows = [_row(entry, site, kit) for entry, kit in found]
    kinds: dict[str, list[list[Any]]] = {folder: [] for folder in KINDS_FOUND}
    for row, (entry, _) in zip(rows, found, strict=True):
        kinds[folder_of(entry)].append(row)
    yield data_script(
        "find", {"columns": COLUMNS, "kinds": list(kinds.items()), "fits": FITS, "limits": LIMITS, **_words(site)}
    )
    shown = [(entry, " ".join(_shown(entry, row, site))) for row, (entry, _) in zip(rows, found, strict=True)]
    phrases = [term for row in look_up("site.find.synonyms") for term in row]
    yield data_script("fulltext", fulltext(shown, look_up("site.find.small_words").split(), phrases))


def _shown(entry: Entry, row: Sequence[Any], site: Site) -> Iterator[str]:
    """What a record says without the words of its other fields: name, line and labels."""
    yield from (row[1], row[2])
    yield from (kind_label(folder_of(entry)), kind_label(folder_of(entry), 2))
    for vocabulary in ("themes", "settings"):
        yield from labels(site.library, vocabulary, getattr(entry, vocabulary, ()))


def entries_found(site: Site) -> list[tuple[Entry, KitPage | None]]:
    """What the finder knows, in the order of its numbers: by kind, kits first with their plans, then by id."""
    kits = {kit.recipe.id: kit for kit in site.kits}
    known = [entry for entry in site.library.entries.values() if not isinstance(entry, Misattribution)]
    chosen = [entry for entry in known if not isinstance(entry, KitRecipe) or entry.id in kits]
    ordered = sorted(chosen, key=lambda entry: (KINDS_FOUND.index(folder_of(entry)), entry.id))
    return [(entry, kits.get(entry.id)) for entry in ordered]


def _words(site: Site) -> dict[str, Any]:
    """Labels of everything that a record says by a tag, and what the page says."""
    known, phrases = site.library.vocabularies, look_up("site.find.compose.settings")
    return {
        "vocabularies": {name: [[tag, term.label] for tag, term in known[name].items()] for name in VOCABULARIES},
        "phrases": {tag: phrases.get(tag, term.label) for tag, term in known["settings"].items()},
        "statuses": STATUSES,
        "states": {
            **{tag: look_up(f"site.status.{tag}.short") for tag in look_up("site.status")},
            **{tag: look_up(f"site.told.{tag}.short") for tag in look_up("site.told")},
            **look_up("site.steps"),
            **look_up("site.moments"),
        },
        "steps": look_up("site.steps_long"),
        "synonyms": look_up("site.find.synonyms"),
        "small": look_up("site.find.small_words"),
        "compose": look_up("site.find.compose"),
        "words": {
            **look_up("site.find.words"),
            "kinds": {folder: [kind_label(folder), kind_label(folder, 2)] for folder in KINDS_FOUND},
            **{name: look_up(key) for name, key in SAID.items()},
        },
    }


def _groups(site: Site) -> dict[str, list[tuple[str, str]]]:
    """The choices of each filter, as (value, label) in the order they are offered."""
    known = site.library.vocabularies
    return {
        "kind": [(folder, kind_label(folder, 2)) for folder in KINDS_FOUND],
        **{field: [(tag, term.label) for tag, term in known[name].items()] for name, field in VOCABULARIES.items()},
        "status": [(tag, str(look_up("site.find.statuses")[tag])) for tag in STATUSES],
    }


def _row(entry: Entry, site: Site, kit: KitPage | None) -> list[Any]:
    """A record in the order of COLUMNS, without the empty ones at its end."""
    row: list[Any] = [
        entry.slug.replace("-", " "),  # packs better: the same words often follow in the name
        " ".join((entry.shown if isinstance(entry, Quote) else name_of(entry)).split()),
        _line(entry, site),
        *_tags(entry, site),
        _state(entry),
        _minutes(entry, site),
        [entry.group.least, entry.group.most] if isinstance(entry, Activity | KitRecipe) else 0,
        _fits(entry, site, kit),
        0 if entry.complete else 1,
    ]
    while len(row) > 3 and not row[-1]:
        row.pop()
    return row


def _line(entry: Entry, site: Site) -> str:
    match entry:
        case Quote():
            return site.library.person(entry.author)
        case Question():
            return ""
        case KitRecipe() | Activity():
            return " ".join(line_of(entry, site.library).split())
    return shortened(line_of(entry, site.library), LINE)


def _tags(entry: Entry, site: Site) -> list[Any]:
    """Themes, settings and audiences by their numbers in the vocabularies (0 for all), and whose service it is."""
    both_forms = isinstance(entry, Question) and entry.ask_internal is not None
    side = "both" if both_forms else getattr(entry, "customer", "both")
    return [
        _numbers(getattr(entry, "themes", ()), list(site.library.vocabularies["themes"])),
        _numbers(getattr(entry, "settings", ()), list(site.library.vocabularies["settings"])),
        _numbers(_audience(entry), list(site.library.vocabularies["audiences"])),
        "" if side == "both" else side,
    ]


def _audience(entry: Entry) -> Sequence[str]:
    given = getattr(entry, "audience", ())
    audience = [given] if isinstance(given, str) else list(given)
    return [] if "mixed" in audience else audience


def _numbers(tags: Sequence[str], known: Sequence[str]) -> list[int] | int:
    return [known.index(tag) for tag in tags] or 0


def _state(entry: Entry) -> str:
    match entry:
        case Question():
            return entry.step
        case Guidance():
            return entry.when
    return status_of(entry)


def _minutes(entry: Entry, site: Site) -> list[int] | int:
    match entry:
        case KitRecipe():
            return sorted(set(entry.minutes))
        case Activity():
            return sorted({entry.minutes.least, entry.minutes.most})
    least = minutes_of(entry, site.library)
    return [least] if least else 0


def _fits(entry: Entry, site: Site, kit: KitPage | None) -> int:
    passed = {
        "paper": not needs_paper(entry, kit, site.library),
        "prep": no_preparation(entry, kit, site.library),
        "call": works_on_a_call(entry, kit, site.library),
    }
    return sum(FITS[name] for name, fits in passed.items() if fits)
