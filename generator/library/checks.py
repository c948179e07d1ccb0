"""What only shows when the entries are seen together, and what a reviewer would say about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from generator.library.glyphs import check_glyphs
from generator.library.likeness import alike, normal
from generator.library.load import Loaded
from generator.library.models import Entry, Misattribution, Placed, Question, Quote, StorySet
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.references import check_references, where
from generator.library.typography import check_typography

_CLOSING_WORDS = 45
_AUTHORS = "content/authors.yml"
_SENTENCE = re.compile(r"[^.?!…]+\?")
_CLOSED = re.compile(
    r"(and |but |so )?(do|does|did|is|are|was|were|am|can|could|will|would|have|has|had|should|shall|may|might|must)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[“\"‘„«][^“”\"„«»]*[”\"’“»]$")
_OPENED = re.compile(r"\b(why|how|what|which|who|where|when|or)\b", re.IGNORECASE)


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """Every problem of the library as a whole; those of single files stand in ``loaded.problems``."""
    found = [*check_references(loaded), *_authors(loaded), *_alike(loaded), *check_glyphs(loaded)]
    found += check_typography(loaded)
    for entry in loaded.library.entries.values():
        found += _review(loaded, entry)
        if isinstance(entry, Quote):
            found += _quote(loaded, entry)
        found += _questions(loaded, entry)
    return tuple(sorted(found))


def _review(loaded: Loaded, entry: Entry) -> Iterator[Problem]:
    """What an entry lacks before kits may use it."""
    if entry.complete or not isinstance(entry, Placed):
        return
    wanted = ("themes", "plays", "ask", "use_when") if isinstance(entry, Quote) else ("themes",)
    lacking = ", ".join(key for key in wanted if not getattr(entry, key))
    message = f"in review: {lacking} to be added before kits can use it"
    hint = "A reviewer adds it; the entry is valid as it is."
    file, place, _ = where(loaded, entry.id, ("text",) if isinstance(entry, Quote) else ())
    yield Problem(file, place, "", "in-review", message, hint, "warning")


def _quote(loaded: Loaded, quote: Quote) -> Iterator[Problem]:
    words = len(quote.text.split())
    if "close" in quote.plays and words >= _CLOSING_WORDS:
        message = f"a closing quotation has fewer than {_CLOSING_WORDS} words; this one has {words}"
        spot = where(loaded, quote.id, ("plays", quote.plays.index("close")))
        yield Problem(*spot, "long-close", message, "Take 'close' out of plays, or choose a part of it.", "warning")
    if _MARKED.match(quote.text):
        message = "quotation marks stand around the words; they are printed twice then"
        spot = where(loaded, quote.id, ("text",))
        yield Problem(*spot, "quotation-marks", message, "Take the outer marks away.", "warning")
    if (quote.status == "own") != (quote.rights.basis == "own"):
        message = "a participant's own line has both status and rights.basis own"
        spot = where(loaded, quote.id, ("rights", "basis"))
        yield Problem(*spot, "own-rights", message, "Set both to own, or neither.")
    if quote.status == "own" and not (quote.evidence or quote.note):
        message = "a participant's own line needs a word on who agreed that it be printed"
        spot = where(loaded, quote.id, ("status",))
        yield Problem(*spot, "own-without-consent", message, "Say it in note; name the person only with consent.")


def _questions(loaded: Loaded, entry: Entry) -> Iterator[Problem]:
    """Questions that a room can answer with yes or no."""
    for path, text in _asked(entry):
        if is_closed(text):
            message = "this can be answered with yes or no"
            hint = "Open it with what, how, when, where or who."
            yield Problem(*where(loaded, entry.id, path), "closed-question", message, hint, "warning")


def _asked(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(entry, Question):
        yield ("ask",), entry.ask
        if entry.ask_internal:
            yield ("ask_internal",), entry.ask_internal
    elif isinstance(entry, Quote | StorySet):
        yield from ((("ask", number), text) for number, text in enumerate(entry.ask))


def is_closed(text: str) -> bool:
    """The last question decides, unless it asks for more than yes or no."""
    asked = _SENTENCE.findall(text)
    last = asked[-1].strip() if asked else ""
    return bool(_CLOSED.match(last)) and not _OPENED.search(last)


def _alike(loaded: Loaded) -> Iterator[Problem]:
    """Quotations that stand here twice, or that are known to be wrong."""
    library = loaded.library
    texts = {entry.id: normal(entry.text) for entry in library.all(Quote)}
    texts |= {entry.id: normal(entry.text) for entry in library.all(Misattribution)}
    told: set[str] = set()
    for score, known, new in sorted((-score, *_older_first(one, other)) for one, other, score in alike(texts)):
        if new in told or new not in library.entries or not new.startswith("quotes/"):
            continue
        told.add(new)
        rule, message, hint, severity = _likeness(known, -score)
        yield Problem(*where(loaded, new, ("text",)), rule, message, hint, severity)


def _older_first(one: str, other: str) -> tuple[str, str]:
    """A wrong quotation is known; of two quotations the first by id counts as the known one."""
    return (other, one) if other.startswith("misattributions/") else (one, other)


def _likeness(known: str, score: int) -> tuple[str, str, str, Literal["error", "warning"]]:
    if known.startswith("misattributions/"):
        message = f"these words are known to be wrongly attributed: {known}"
        return "misattributed", message, "See what is known there.", "error"
    if score == 100:
        return "duplicate-quote", f"the same words stand in {known}", "Keep one of the two.", "error"
    hint = "If it is the same quotation, keep one of the two."
    return "similar-quote", f"{score} % like {known}", hint, "warning"


def _authors(loaded: Loaded) -> Iterator[Problem]:
    """Spellings that stand for two people, and people who may be one."""
    library, places = loaded.library, loaded.positions.get(_AUTHORS)
    for author in dict.fromkeys(library.authors.values()):
        for number, alias in enumerate(author.aliases):
            path: KeyPath = (author.name, "aliases", number)
            if library.authors[alias] != author and places:
                message = f"'{alias}' also stands for {library.authors[alias].name}"
                hint = "A spelling belongs to one person."
                yield Problem(_AUTHORS, places.value(path), ".".join(map(str, path)), "alias-of-two", message, hint)
    written: dict[str, str] = {}
    for quote in library.all(Quote):
        written.setdefault(library.person(quote.author), quote.id)
    names = {name: normal(name) for name in sorted(written)}
    for one, other, score in alike(names):
        message = f"'{other}' is {score} % like '{one}': one person?"
        hint = f"If so, add the spelling to the aliases in {_AUTHORS}; if not, leave it."
        yield Problem(*where(loaded, written[other], ("author",)), "similar-author", message, hint, "warning")
