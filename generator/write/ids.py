"""The id that a new entry gets: what it is called, in a-z, 0-9 and hyphens.

The rules, for whoever writes this a second time in another language:

1. ``slug`` writes ß, æ, œ, ø, ð, đ, þ, ł and ı (and their capitals) as ss, ae, oe, o, d, d, th, l and i, takes accents
   off (NFKD without the marks U+0300 to U+036F), takes apostrophes out, makes letters small, and makes one hyphen of
   every run of anything but a-z and 0-9, none at either end.
2. ``telling`` takes the first four words of a slug that are not in ``SILENT``; the first four of all if none is left.
3. A quote is called after its author and the telling words; a question after its step and them; everything else after
   its title. Where nothing of the words can be written so, ``numbered`` stands for them: the word for its kind, and
   eight digits, so that two lines in Greek get two names. What is left of an empty one is the word for its kind.
4. A name has at most 60 characters; words that do not fit are left out at the end, and a first word that does not fit
   is cut.
5. ``free`` adds -2, -3 … where an id is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from typing import Any

from generator.library.models import KINDS
from generator.library.shelves import TOP

FOLDERS = {model.kind: folder for folder, model in KINDS.items()}
"""Name of a kind -> its folder: ``quote`` -> ``quotes``."""

_SILENT = """
a about all am an and any are as at be been but by can could did do does don't for from had has have he her his how i if
in is it its me my no nor not of on one or our shall she should so than that the their them then there they this those
to too up us was we were what when where which who whom why will with would you your
can't didn't doesn't he'd he's i'd i'll i'm isn't i've she's that's there's they'll they're they've wasn't we've what's
who's won't wouldn't you'd you'll you're you've
"""
_CALLED = {"quote": ("author", "text"), "question": ("step", "ask")}
_LONGEST = 60
_TELLING = 4
_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ð": "d", "Ð": "d",
     "đ": "d", "Đ": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i"}
)  # fmt: skip


def slug(text: str) -> str:
    """Any text in a-z, 0-9 and hyphens; empty where nothing of it can be written so."""
    plain = re.sub("[\u0300-\u036f'’‘]", "", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")


SILENT = frozenset(map(slug, _SILENT.split()))
"""Words that say little about the sentence they stand in, as slugs."""


def telling(text: str) -> list[str]:
    """The first words of a text that say what it is about."""
    words = [word for word in slug(text).split("-") if word]
    return ([word for word in words if word not in SILENT] or words)[:_TELLING]


def numbered(kind: str, text: str) -> list[str]:
    """The kind and the FNV-1a hash (32 bit, of UTF-8, hexadecimal) of words that have no letters we could use."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return [kind, f"{value:08x}"] if text else []


def proposed(kind: str, data: Mapping[str, Any]) -> str:
    """The id an entry would have if no other had it already."""
    if kind in _CALLED:
        first, text = (_text(data, key) for key in _CALLED[kind])
        words = [*slug(first).split("-"), *(telling(text) or numbered(kind, text))]
    else:
        title = _text(data, "title")
        words = slug(title).split("-") if slug(title) else numbered(kind, title)
    return f"{FOLDERS[kind]}/{_cut(word for word in words if word) or kind}"


def free(id: str, taken: Container[str]) -> str:
    """The id itself, or the first of id-2, id-3 … that nobody has."""
    found, number = id, 1
    while found in taken:
        number += 1
        found = f"{id}-{number}"
    return found


def folder_of(kind: str) -> str:
    """Where the files of a kind stand in their root."""
    folder = FOLDERS[kind]
    return f"{folder}/" if folder in TOP else f"content/{folder}/"


def file_of(id: str) -> str:
    """The path of an entry's file in its root."""
    return f"{id}.yml" if id.partition("/")[0] in TOP else f"content/{id}.yml"


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    return value if isinstance(value, str) else ""


def _cut(words: Iterable[str]) -> str:
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        name = longer
    return name
