"""Bytes to text that is safe to read: one encoding, and no character that hides or reverses what stands there."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from generator.library.problem import Place, Problem

_CLASSES = (
    ("byte-order-mark", "a byte order mark in the middle of the text", "\ufeff"),
    ("line-separator", "a line separator that editors do not count as a line", "\x85\u2028\u2029"),
    ("control-character", "a control character", "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"),
    (
        "direction-character",
        "a character that changes the direction of writing",
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    ),
    (
        "invisible-character",
        "a character without width",
        "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\uffa0"
        "\ufff9-\ufffc\U000e0000-\U000e0fff",
    ),
    ("damaged-character", "a character that was lost when the text was converted", "\ufffd\ufffe\uffff\ud800-\udfff"),
    ("private-character", "a character that only one font knows", "\ue000-\uf8ff\U000f0000-\U0010ffff"),
)
_MEANINGLESS = ("byte-order-mark", "control-character", "direction-character", "invisible-character")
MEANINGLESS = "".join(signs for rule, _, signs in _CLASSES if rule in _MEANINGLESS)
"""What can be taken out of a text that somebody typed or copied, as a class of a regular expression."""

LINE_END = re.compile(r"\r\n|\r|\n")
_HINTS = {"damaged-character": "Type the letter that stood here; the file no longer says which it was."}
_FORBIDDEN = re.compile("|".join(f"([{characters}])" for _, _, characters in _CLASSES))
_ANY = re.compile(f"[{''.join(characters for _, _, characters in _CLASSES)}]")
_LONE_CR = re.compile(r"\r(?!\n)")
_CONFUSABLE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL")
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u2c80-\u2cff\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_WORD = re.compile(r"[^\W\d_]+")
_ENCODINGS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"),
              (codecs.BOM_UTF16_BE, "UTF-16"))  # fmt: skip
_MOST = 20


class Decoded(NamedTuple):
    """The text of a file, None where there is none to be had, and what was wrong with it."""

    text: str | None
    problems: tuple[Problem, ...]


class Found(NamedTuple):
    """Text with every forbidden character replaced one for one, and what was wrong with it."""

    text: str
    problems: tuple[Problem, ...]


def decode(data: bytes, file: str, most: int) -> Decoded:
    """Bytes of a file to text. What is not UTF-8 is a problem; one wrong byte does not hide the rest of the file."""
    if len(data) > most:
        message, hint = f"the file is larger than {most // 1000} kB", "One entry a file; keep it short."
        return Decoded(None, (Problem(file, Place(), "", "too-large", message, hint),))
    for mark, name in _ENCODINGS:
        if data.startswith(mark):
            return _undecodable(file, f"the file is written in {name}")
    if data[:200].count(0) > 20 or data[1:4:2] in (b"\0\0", b"\0"):
        return _undecodable(file, "the file is not text, or is written in UTF-16")
    problems = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        hint = "Save the file as plain UTF-8, without BOM."
        problems.append(Problem(file, Place(), "", "byte-order-mark", "the file starts with a byte order mark", hint))
    try:
        return Decoded(data.decode("utf-8"), tuple(problems))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"the letter here is not written in UTF-8 (byte {data[error.start]:#04x})"
        hint = "Save the file as UTF-8, and look whether the letter is right."
        problems.append(Problem(file, place_of(before, len(before)), "", "not-utf-8", message, hint))
        return Decoded(_readable(data), tuple(problems))


def _readable(data: bytes) -> str:
    return re.sub("[\ud800-\udfff]", "?", data.decode("utf-8", errors="surrogateescape"))


def _undecodable(file: str, message: str) -> Decoded:
    return Decoded(None, (Problem(file, Place(), "", "not-utf-8", message, "Save the file as UTF-8."),))


def place_of(text: str, start: int, length: int = 1) -> Place:
    """The place of a stretch of one line, given as an index into the text."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(line, column, line, column + length)


def scan(text: str, file: str) -> Found:
    """Report what must not stand in a file, and hand on text of the same length without it."""
    problems = []
    if lone := _LONE_CR.search(text):
        hint = "Save the file with Unix or Windows line ends."
        message = "a line ends with a carriage return alone"
        problems.append(Problem(file, place_of(text, lone.start()), "", "line-end", message, hint))
        text = _LONE_CR.sub("\n", text)
    found = list(_FORBIDDEN.finditer(text)) if _ANY.search(text) else []
    for match in found[:_MOST]:
        problems.append(Problem(file, place_of(text, match.start()), "", *forbidden(match)))
    if found:
        text = _FORBIDDEN.sub(" ", text)
    return Found(text, (*problems, *_mixed_scripts(text, file)))


def forbidden(match: re.Match[str]) -> tuple[str, str, str]:
    """Rule, message and hint for one forbidden character."""
    rule, what, _ = _CLASSES[(match.lastindex or 1) - 1]
    name = unicodedata.name(match[0], "")
    message = f"{what}: U+{ord(match[0]):04X}{' ' + name if name else ''}"
    return rule, message, _HINTS.get(rule, "Delete it; if it came with copied text, type the words around it again.")


def first_forbidden(value: str) -> re.Match[str] | None:
    """The first forbidden character in a value, for those written as an escape such as \\u202e."""
    return _FORBIDDEN.search(value)


def visible(text: str) -> str:
    """Text that may be shown: what hides or reverses, or would steer a terminal, is a box."""
    return _FORBIDDEN.sub("\N{WHITE SQUARE}", text)


def _mixed_scripts(text: str, file: str) -> tuple[Problem, ...]:
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return ()
    words = (match for match in _WORD.finditer(text) if not match[0].isascii() and _OTHER_SCRIPT.search(match[0]))
    mixed = [(match, scripts) for match in words if len(scripts := _scripts(match[0])) > 1]
    hint = "Type the word again in one alphabet; letters that look alike are different letters to a search."
    return tuple(
        Problem(
            file, place_of(text, match.start(), len(match[0])), "", "mixed-scripts",
            f"the word '{match[0]}' mixes {' and '.join(scripts)} letters", hint, "warning",
        )
        for match, scripts in mixed[:_MOST]
    )  # fmt: skip


def _scripts(word: str) -> tuple[str, ...]:
    """The alphabets of a word, of those that look alike."""
    names = sorted({unicodedata.name(letter, " ").partition(" ")[0] for letter in word})
    return tuple(name.capitalize() for name in names if name == "LATIN" or name in _CONFUSABLE)
