"""What somebody typed or pasted, as it is printed: one sort of space, typographic marks, nothing invisible.

The rules, for whoever writes this a second time in another language:

1. ``clean`` composes characters (NFC), makes every line break a line feed, every kind of space and tab one space, and
   takes out what has no width, changes the direction of writing, or controls a terminal.
2. ``one_line`` cleans and makes one space of every run of spaces and line feeds; ``paragraphs`` does so in each line
   and keeps one line feed between those that hold something. ``address`` cleans and takes every space out.
3. ``unmarked`` takes off a pair of quotation marks around the whole, as often as there is one. A pair stands around the
   whole if every mark inside that belongs to the pair is closed again before the last; an apostrophe between letters
   is no mark.
4. ``curled`` makes straight marks typographic. A double one opens at the start or after a space, an opening bracket or
   mark, a slash or a dash, unless a space or the end follows; otherwise it closes. A single one opens in such a place
   only if one that closes (behind a character that is no space, before the end, a space or a mark) comes later, and
   if neither a digit nor a word that is written with an apostrophe in front (``ELIDED``) follows. Every other single
   one, and every accent that stands alone, is an apostrophe.
"""

from __future__ import annotations

import re
import unicodedata

from generator.library import typography
from generator.library.characters import MEANINGLESS

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(f"[{MEANINGLESS}]")
_LONE = re.compile("[\ud800-\udfff]")
_PAIRS = ('""', "“”", "„“", "„”", "””", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "''")
_APOSTROPHES = "'’‘"
_SINGLE = "'`´"
_BEFORE_OPENING = frozenset(" \n([{/-–—“‘„«\"'`´")
_AFTER_CLOSING = frozenset(" \n.,;:!?)]}…”’»\"'–—-")
ELIDED = frozenset(typography.ELIDED) | {"till", "round", "n"}
"""Words that somebody who types an apostrophe in front of them writes so: ’tis, ’em, and also ’round."""
_LETTERS = re.compile("[A-Za-z]+")


def clean(text: str) -> str:
    """Text without what cannot be seen, with one sort of space and one sort of line break."""
    text = _BREAK.sub("\n", _LONE.sub("\ufffd", unicodedata.normalize("NFC", text)))
    return _INVISIBLE.sub("", _SPACE.sub(" ", text))


def one_line(text: str) -> str:
    """Words with one space between them."""
    return " ".join(word for word in re.split("[ \n]+", clean(text)) if word)


def paragraphs(text: str) -> str:
    """Lines that hold something, one line feed between them."""
    return "\n".join(line for line in map(one_line, clean(text).split("\n")) if line)


def address(text: str) -> str:
    """An address as it was meant: no space and nothing invisible in it."""
    return re.sub("[ \n]+", "", clean(text))


def words(text: str) -> str:
    """A line of words as it is printed."""
    return curled(one_line(text))


def unmarked(text: str) -> str:
    """Words without the quotation marks around them."""
    while any(_stands_around(text, *pair) for pair in _PAIRS):
        text = text[1:-1].strip(" ")
    return text


def _stands_around(text: str, opening: str, closing: str) -> bool:
    if len(text) < 2 or text[0] != opening or text[-1] != closing:
        return False
    depth = 0
    for number in range(1, len(text) - 1):
        mark = text[number]
        if mark in _APOSTROPHES and text[number - 1].isalpha() and text[number + 1].isalpha():
            continue
        if mark == closing:
            depth -= 1
        elif mark == opening:
            depth += 1
        if depth < 0:
            return False
    return depth == 0


def curled(text: str) -> str:
    """Straight quotation marks and apostrophes made typographic."""
    made = []
    for number, mark in enumerate(text):
        if mark == '"':
            made.append("“" if _opens(text, number) else "”")
        elif mark in _SINGLE:
            made.append("‘" if _opens(text, number) and _is_closed(text, number) else "’")
        else:
            made.append(mark)
    return "".join(made)


def _opens(text: str, number: int) -> bool:
    before, after = text[number - 1 : number] or " ", text[number + 1 : number + 2] or " "
    return before in _BEFORE_OPENING and after not in " \n"


def _is_closed(text: str, number: int) -> bool:
    """Whether a single mark that could open is more than an apostrophe in front of a word."""
    if text[number + 1].isdigit():
        return False
    if (word := _LETTERS.match(text, number + 1)) and word[0].lower() in ELIDED:
        return False
    later = (at for at in range(number + 2, len(text)) if text[at] in _SINGLE)
    return any(text[at - 1] not in " \n" and (text[at + 1 : at + 2] or " ") in _AFTER_CLOSING for at in later)
