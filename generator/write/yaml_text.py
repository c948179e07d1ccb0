"""An entry as YAML text, in one exactly specified style that the reader gives back word for word.

The rules, for whoever writes this a second time in another language. Lengths count code points.

1. A file is a mapping: ``key: value``, in the order given, each line ended by one line feed. What stands below another
   thing is indented by two spaces more. Keys are written as they are.
2. A whole number, and true or false, stand as they are; texts never look like one (rule 5).
3. A text has one of three forms. *Plain* is the text itself. *Quoted* is the text as JSON writes it, with everything
   beyond ASCII left as it is. *Folded* is ``>-`` and then the text on lines of its own, indented by two spaces more
   than its key or dash.
4. Which form: the key ``text`` of the entry itself is folded wherever it can be. Otherwise the first of these that
   holds: plain, if that is safe and its line has at most 100 characters; quoted, if nothing needs a backslash and its
   line has at most 100 characters; folded, if it can be; quoted.
5. Plain is safe if the text is not empty, holds no control character, neither starts nor ends with a space, does not
   start with one of ``- ? : , [ ] { } # & * ! | > ' " % @ ` = < ~``, does not end with a colon, holds neither colon and
   space nor space and #, is none of the words true, false, yes, no, on, off, null, y, n (in any case), and does not
   look like a number or a date: it starts with a digit, +, - or . and goes on without a space and within ASCII, or it
   is made of digits, spaces, T, Z and ``: . + -`` alone.
6. A text can be folded if it is made of paragraphs that are words with one space between them, and paragraphs are
   parted by one line feed. Lines are filled up to 100 characters, indentation included, and broken only at spaces; a
   longer word has a line of its own. An empty line parts paragraphs.
7. A list stands in brackets, ``[one, two]``, if it is empty or every item is a number, true, false, or a word of a-z,
   0-9, - and / that starts with a letter and is plain by rule 5, and if the line has at most 100 characters. Otherwise
   each item stands on a line of its own after a dash, two spaces further in than the key.
8. A mapping stands in braces, ``{least: 9, most: 32}``, if it is empty or every value is a number, true, false, or a
   text of A-Z, a-z, 0-9, spaces, - and / that starts with a letter and is plain by rule 5, and if the line has at most
   60 characters. Otherwise its keys stand on lines of their own, two spaces further in. As an item of a list a mapping
   is never in braces, unless it is empty: its first key stands behind the dash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 100
BRACES = 60
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_INDICATOR = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=<~]""")
_NUMBER = re.compile(r"[-+.0-9][!-~]*|[0-9 :.TtZz+-]+")
_ITEM = re.compile(r"[a-z][a-z0-9/-]*")
_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9 /-]*")


def yaml_text(data: Mapping[str, Any]) -> str:
    """An entry as the text of its file: texts, whole numbers, true and false, in lists and mappings of any depth."""
    return "".join(line + "\n" for line in _mapping(data, 0))


def is_plain(text: str) -> bool:
    """Whether YAML reads a text without quotes as exactly that text (rule 5)."""
    if not text or text != text.strip(" ") or _CONTROL.search(text) or _INDICATOR.match(text):
        return False
    if text.endswith(":") or ": " in text or " #" in text:
        return False
    return text.lower() not in _RESERVED and not _NUMBER.fullmatch(text)


def can_fold(text: str) -> bool:
    """Whether a folded block holds a text exactly (rule 6)."""
    if _CONTROL.search(text.replace("\n", "")):
        return False
    return all(word for paragraph in text.split("\n") for word in paragraph.split(" "))


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _value(f"{' ' * indent}{key}:", value, indent, fold=not indent and key == "text")


def _value(head: str, value: Any, indent: int, fold: bool = False) -> Iterator[str]:
    """A value behind its key or dash."""
    if isinstance(value, str):
        yield from _text(head, value, indent, fold)
    elif isinstance(value, int):
        yield f"{head} {_number(value)}"
    elif (short := _short(value)) is not None and len(f"{head} {short}") <= _most(value):
        yield f"{head} {short}"
    else:
        yield head
        if isinstance(value, Mapping):
            yield from _mapping(value, indent + 2)
        else:
            for item in value:
                yield from _item(item, indent + 2)


def _item(item: Any, indent: int) -> Iterator[str]:
    dash = " " * indent + "-"
    if not isinstance(item, Mapping) or not item:
        yield from _value(dash, item, indent)
        return
    first, *others = _mapping(item, indent + 2)
    yield f"{dash} {first[indent + 2 :]}"
    yield from others


def _text(head: str, text: str, indent: int, fold: bool) -> Iterator[str]:
    quoted = json.dumps(text, ensure_ascii=False)
    line = text if is_plain(text) else quoted
    fits = len(head) + 1 + len(line) <= WIDTH and line in (text, f'"{text}"')
    if can_fold(text) and (fold or not fits):
        yield f"{head} >-"
        yield from _folded(text, indent + 2)
    else:
        yield f"{head} {line if fits else quoted}"


def _folded(text: str, indent: int) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        line, *words = paragraph.split(" ")
        for word in words:
            if indent + len(line) + 1 + len(word) <= WIDTH:
                line = f"{line} {word}"
            else:
                yield " " * indent + line
                line = word
        yield " " * indent + line


def _short(value: Mapping[str, Any] | Sequence[Any]) -> str | None:
    """A list in brackets or a mapping in braces, where its parts allow it (rules 7 and 8)."""
    shape = _WORDS if isinstance(value, Mapping) else _ITEM
    parts = list(value.values() if isinstance(value, Mapping) else value)
    if not all(isinstance(part, int) or _bare(part, shape) for part in parts):
        return None
    shown = [_number(part) if isinstance(part, int) else part for part in parts]
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {part}' for key, part in zip(value, shown, strict=True))}}}"
    return f"[{', '.join(shown)}]"


def _bare(part: Any, shape: re.Pattern[str]) -> bool:
    return isinstance(part, str) and bool(shape.fullmatch(part)) and is_plain(part)


def _most(value: Any) -> int:
    return BRACES if isinstance(value, Mapping) else WIDTH


def _number(value: int) -> str:
    return str(value).lower()
