"""What the browser compares a new quote with: every known saying, as a script, so that it loads from a file too."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.library import Library
from generator.library.models import Misattribution, Quote
from generator.library.names import known_people
from generator.library.words import RULES
from generator.output import Output
from generator.site.data import data_script
from generator.site.site import Site


def saying_files(site: Site) -> Iterator[Output]:
    """``assets/data/sayings.js``, which ``assets/alike.js`` reads."""
    yield data_script("sayings", sayings(site.library))


def sayings(library: Library) -> dict[str, object]:
    """Rows of quotes, of misattributions and of people with their other spellings, and the rules of the measure."""
    return {
        "quotes": [_quote(each, library) for each in library.all(Quote)],
        "wrong": [_wrong(each) for each in library.all(Misattribution)],
        "people": [[person, *spellings] for person, spellings in known_people(library).items()],
        "rules": RULES,
    }


def _quote(quote: Quote, library: Library) -> list[str]:
    return [quote.id, _line(quote.text), library.person(quote.author), quote.status]


def _wrong(known: Misattribution) -> list[str | None]:
    told = (known.text, known.said_to_be_by, known.what_is_known)
    return [known.id, *map(_line, told), known.source, known.better]


def _line(text: str) -> str:
    return " ".join(text.split())
