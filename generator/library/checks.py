"""What only shows when the entries are seen together, and what a reviewer would say about each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.library.authors import check_authors
from generator.library.evidence import is_front_door, is_place, is_weak
from generator.library.glyphs import check_glyphs
from generator.library.load import Loaded
from generator.library.models import Entry, Placed, Question, Quote, StorySet
from generator.library.positions import KeyPath
from generator.library.problem import Problem
from generator.library.references import check_references, where
from generator.library.sayings import check_sayings
from generator.library.typography import check_typography

CLOSING_WORDS = 45
"""A quotation that closes a session has fewer."""

_SENTENCE = re.compile(r"[^.?!…]+\?")
_CLOSED = re.compile(
    r"(and |but |so )?(do|does|did|is|are|was|were|am|can|could|will|would|have|has|had|should|shall|may|might|must)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[“\"‘„«][^“”\"„«»]*[”\"’“»]$")
_OPENED = re.compile(r"\b(why|how|what|which|who|where|when|or)\b", re.IGNORECASE)


def check(loaded: Loaded, changed: Collection[str] = ()) -> tuple[Problem, ...]:
    """Every problem of the library as a whole; those of single files stand in ``loaded.problems``.

    ``changed`` are files, as problems name them: of two entries that do not go together, theirs is told about.
    """
    found = [*check_references(loaded), *check_authors(loaded, changed), *check_sayings(loaded, changed)]
    found += [*check_glyphs(loaded), *check_typography(loaded)]
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
    if "close" in quote.plays and words >= CLOSING_WORDS:
        message = f"a closing quotation has fewer than {CLOSING_WORDS} words; this one has {words}"
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
    if quote.status == "verified" and quote.source:
        yield from _weak(loaded, quote, quote.source)


def _weak(loaded: Loaded, quote: Quote, source: str) -> Iterator[Problem]:
    """A source that cannot show what *verified* promises."""
    spot = where(loaded, quote.id, ("source",))
    if is_weak(source):
        message = "verified, but this address only repeats what others say was said"
        hint = "Name the book, speech or report where you saw the words, or set status to attributed."
        yield Problem(*spot, "weak-source", message, hint, "warning")
    elif is_front_door(source) and not is_place(quote.locator):
        message = "verified, but this address leads to a whole site, not to the words"
        hint = "Give the address of the page, or say in locator where in the work the words stand."
        yield Problem(*spot, "weak-source", message, hint, "warning")


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
