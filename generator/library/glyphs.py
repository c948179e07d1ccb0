"""Characters that our faces do not have: they are printed in whatever face a machine has, or as empty boxes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from generator.library.characters import first_forbidden, place_of
from generator.library.load import Loaded
from generator.library.problem import Problem

_AUTHORS = "content/authors.yml"
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
_MOST = 20


@cache
def held() -> str:
    """The characters that every face for running text has, as ranges for a class of a regular expression.

    They stand in glyphs.txt, so that content can be checked without opening a font.
    """
    listed = Path(__file__).with_name("glyphs.txt").read_text(encoding="ascii").split()
    return "".join("-".join(f"\\U{int(end, 16):08x}" for end in each.split("-")) for each in listed)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(f"[^{held()}\\s]+")


def check_glyphs(loaded: Loaded) -> Iterator[Problem]:
    """What cannot be printed in our faces. Other spellings of authors are only searched for, never printed."""
    for file, text in loaded.sources.items():
        yield from unprintable(_without_aliases(text, loaded) if file == _AUTHORS else text, file)


def unprintable(text: str, file: str) -> Iterator[Problem]:
    """A warning at each run of characters that our faces lack, outside comments."""
    for match in islice(_found(_COMMENT.sub(_blank, text)), _MOST) if not text.isascii() else ():
        place = place_of(text, match.start(), len(match[0]))
        name = f" (U+{ord(match[0]):04X} {unicodedata.name(match[0], '')})" if len(match[0]) == 1 else ""
        message = f"'{match[0]}'{name} is in none of our fonts; it is printed in another one, or as empty boxes"
        hint = "Write it in Latin, Greek or Cyrillic letters, or look at how it prints on your machine."
        yield Problem(file, place, "", "no-glyph", message, hint, "warning")


def _found(text: str) -> Iterator[re.Match[str]]:
    for match in _missing().finditer(text):
        if not first_forbidden(match[0]) and not _composed(text, match):
            yield match


def _composed(text: str, match: re.Match[str]) -> bool:
    """Whether accents typed behind a letter make one that our faces have."""
    if not all(unicodedata.combining(character) for character in match[0]):
        return False
    return not _missing().search(unicodedata.normalize("NFC", text[max(0, match.start() - 1) : match.end()]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_aliases(text: str, loaded: Loaded) -> str:
    lines, places = text.splitlines(keepends=True), loaded.positions[_AUTHORS]
    for author in set(loaded.library.authors.values()):
        if (author.name, "aliases") in places:
            place = places.value((author.name, "aliases"))
            for number in range(place.line - 1, min(place.end_line, len(lines))):
                lines[number] = re.sub(r"\S", " ", lines[number])
    return "".join(lines)
