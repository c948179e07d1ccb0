"""Bytes that are not plain UTF-8, where it is beyond doubt which text they mean."""

from __future__ import annotations

import codecs
import re

from generator.library.mending.parts import Change

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = re.compile(r"(?:[^\W\d_]|[ -~\s]|[’‘“”–—…•€£§©°«»¡¿½¼¾\xa0])*")
"""What a text in a western language is made of."""


def plain(data: bytes) -> tuple[str, Change] | None:
    """The text that bytes mean, and what has to be said about it; None where somebody has to look."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    for name in ("utf-16-le", "utf-16-be"):
        if data[:200].count(0) > 20 and (found := _decoded(data, name)):
            return found
    if data.startswith(codecs.BOM_UTF8):
        rest = data[len(codecs.BOM_UTF8) :]
        text = _decoded(rest, "utf-8")
        return (text[0], Change("byte-order-mark", 1, "", "")) if text else None
    return _western(data)


def _decoded(data: bytes, name: str) -> tuple[str, Change] | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    fits = "\0" not in text and re.search(r"^[A-Za-z_]+:", text, re.MULTILINE)
    return (text, Change("not-utf-8", 1, "", "")) if fits else None


def _western(data: bytes) -> tuple[str, Change] | None:
    """The letters of Windows, if no byte stands for anything that a western text would not have."""
    if data.count(0) or _partly_utf8(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not _WESTERN.fullmatch(text) or re.search(r"[^\W\d_a-zA-Z]{3}", text):
        return None
    first = next((index for index, letter in enumerate(text) if ord(letter) > 127), 0)
    line = text.count("\n", 0, first)
    lines = text.splitlines()
    was = data.splitlines()[line].decode("ascii", errors="replace") if line < len(lines) else ""
    return text, Change("not-utf-8", line + 1, was.strip(), lines[line].strip() if lines else "")


def _partly_utf8(data: bytes) -> bool:
    """Whether some letters of it are UTF-8 already, so that the file is a mixture."""
    return bool(re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data))
