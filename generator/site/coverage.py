"""What the library still lacks: tables of theme, step, setting and audience, and the gaps one would fill first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, product

from generator.library.library import Library
from generator.library.models import KINDS, Placed, Question
from generator.output import Output
from generator.site.axes import axes, kinds, plays, steps
from generator.site.heat import FEW, Axis, Cell, Frame, Heat, heat
from generator.site.site import Pages, Site
from generator.site.starters import add_address
from generator.site.words import kind_label
from generator.strings import look_up, say

COUNTED = ("questions", "quotes", "stories", "activities")
FIRST = 12
"""So many thin places are named at the top."""
VOCABULARIES = ("settings", "audiences")

Entries = Mapping[str, Sequence[Placed]]


def coverage_page(site: Site, pages: Pages) -> Iterator[Output]:
    """``library/coverage.md``."""
    by_theme = theme_tables(site)
    yield pages.make(
        "library/coverage.md",
        "coverage.md",
        wanted=_wanted(by_theme),
        by_theme=by_theme,
        sections={name: (*tables_by(site, name), *tables_within(site, name)) for name in VOCABULARIES},
        together=together(site.library),
    )


def theme_tables(site: Site) -> tuple[Heat, Heat]:
    """By theme: questions for each step; quotes for each place, stories and activities."""
    themes, entries = axes(site.library, "themes"), _entries(site.library)
    others = Frame(
        "others-by-theme", say("site.coverage.captions.others"), _one("themes"), list(chain(*entries.values()))
    )
    columns = [*plays(), *kinds("stories", "activities")]
    return _questions(site, themes, steps(), "themes", "steps"), heat(others, themes, columns, _adds(site))


def tables_by(site: Site, vocabulary: str) -> tuple[Heat, ...]:
    """By setting or audience: questions for each step, then every kind by theme."""
    terms, themes, entries = axes(site.library, vocabulary), axes(site.library, "themes"), _entries(site.library)
    by_kind = [heat(_frame(kind, entries[kind], "themes", vocabulary), themes, terms, _adds(site)) for kind in COUNTED]
    return _questions(site, steps(), terms, "steps", vocabulary), *by_kind


def tables_within(site: Site, vocabulary: str) -> tuple[Heat, ...]:
    """For each setting or audience by itself: questions by theme and step."""
    themes, questions = axes(site.library, "themes"), _entries(site.library)["questions"]
    made = []
    for term in axes(site.library, vocabulary):
        caption = say("site.coverage.within", term=term.label)
        fitting = [question for question in questions if term.fits(question)]
        frame = Frame("-".join(("in", *term.wanted.values())), caption, _one("themes"), fitting, term.wanted)
        made.append(heat(frame, themes, steps(), _adds(site)))
    return tuple(made)


def together(library: Library) -> tuple[str, ...]:
    """All four at once, in words: how many ways there are to choose, and for how many there is too little."""
    counts = list(_combinations(library))
    short = {"none": sum(not count for count in counts), "few": sum(0 < count < FEW for count in counts)}
    told = [say(f"site.coverage.together.{name}", count=count) for name, count in short.items() if count]
    return say("site.coverage.together.ways", count=len(counts)), *(told or [say("site.coverage.together.enough")])


def _combinations(library: Library) -> Iterator[int]:
    """For every theme, step, setting and audience, how many questions fit all of them."""
    questions = _entries(library)["questions"]
    for setting, audience in product(axes(library, "settings"), axes(library, "audiences")):
        fitting = [question for question in questions if setting.fits(question) and audience.fits(question)]
        pairs = Counter((theme, each.step) for each in fitting if isinstance(each, Question) for theme in each.themes)
        for theme, step in product(library.vocabularies["themes"], look_up("site.steps")):
            yield pairs[theme, step]


def _wanted(tables: Sequence[Heat]) -> list[Cell]:
    """The thinnest places of all."""
    thin = [cell for table in tables for cell in table.cells if cell.count < FEW]
    return sorted(thin, key=lambda cell: cell.count)[:FIRST]


def _questions(site: Site, rows: Sequence[Axis], columns: Sequence[Axis], of: str, by: str) -> Heat:
    questions = _entries(site.library)["questions"]
    return heat(_frame("questions", questions, of, by), rows, columns, _adds(site))


def _frame(kind: str, entries: Sequence[Placed], rows: str, columns: str) -> Frame:
    by = look_up("site.coverage.by")
    caption = say("site.coverage.captions.by", what=kind_label(kind, 2), rows=by[rows], columns=by[columns])
    return Frame(f"{kind}-by-{rows}-and-{columns}", caption, _one(rows), entries, {"kind": kind})


def _one(vocabulary: str) -> str:
    """What stands above the headings of the rows."""
    return say(f"site.coverage.corners.{vocabulary}")


def _entries(library: Library) -> Entries:
    """What kits can take, by kind."""
    complete = {kind: (entry for entry in library.all(KINDS[kind]) if entry.complete) for kind in COUNTED}
    return {kind: [entry for entry in found if isinstance(entry, Placed)] for kind, found in complete.items()}


def _adds(site: Site) -> Callable[[Mapping[str, str]], str]:
    return partial(add_address, brand=site.options.brand, page="library/coverage.html")
