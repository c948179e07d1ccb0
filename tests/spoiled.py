"""Ways in which people spoil an entry without meaning to: text in, text out, None where a way does not apply."""

from __future__ import annotations

import re
from collections.abc import Callable

Spoil = Callable[[str], str | None]


def _first(pattern: str, written: str) -> Spoil:
    """The first match is written another way."""

    def spoil(text: str) -> str | None:
        changed, count = re.subn(pattern, written, text, count=1, flags=re.MULTILINE)
        return changed if count and changed != text else None

    return spoil


def _every(pattern: str, written: str) -> Spoil:
    def spoil(text: str) -> str | None:
        changed = re.sub(pattern, written, text, flags=re.MULTILINE)
        return changed if changed != text else None

    return spoil


def _more(before: str = "", after: str = "") -> Spoil:
    return lambda text: before + text + after


def _straight(text: str) -> str | None:
    changed = re.sub("[“”]", '"', text.replace("’", "'"))
    return changed if changed != text and not set("‘'\"") & set(text) else None


def _marked(text: str) -> str | None:
    found = re.match(r"text: >-\n((?:  .*\n)+)author", text)
    if not found or set('“”"‘') & set(found[1]):
        return None
    lines = found[1].rstrip("\n")
    return text.replace(lines, f"  “{lines[2:]}”", 1)


def _twice(text: str) -> str | None:
    found = re.search(r"^(?:author|step|when|customer): .*\n", text, re.MULTILINE)
    return text + found[0] if found else None


def _plain(lead: str, tail: str = "") -> Spoil:
    """The first block of text becomes one line without quotes, with something that needs them."""

    def spoil(text: str) -> str | None:
        found = re.search(r"^text: >-\n((?:  .*\n)+)", text, re.MULTILINE)
        if not found or "“" in found[1]:
            return None
        words = " ".join(found[1].split())
        return text.replace(found[0], f"text: {lead}{words}{tail}\n", 1)

    return spoil


SAME: dict[str, Spoil] = {
    "windows": _every("\n", "\r\n"),
    "old-mac": _every("\n", "\r"),
    "zero-width": _first(r"(?<=[a-z] )(?=[a-z])", "\u200b"),
    "soft-hyphen": _first(r"(?<=[a-z]{3})(?=[a-z]{3}[ .])", "\xad"),
    "mark-in-the-middle": _first(r"(?<=[a-z] )(?=[a-z])", "\ufeff"),
    "line-separator": _first(r"(?<=[a-z]) (?=[a-z])", "\u2028"),
    "next-line": _first(r"(?<=[a-z]) (?=[a-z])", "\x85"),
    "form-feed": _first(r"(?<=[a-z]) (?=[a-z])", "\x0b"),
    "left-to-right-mark": _first(r"(?<=[a-z] )(?=[a-z])", "\u200e"),
    "no-break-space": _first(r"^(author|title|ask|step): ", "\\1:\xa0"),
    "no-break-dash": _first(r"^(  -) (?=[A-Z])", "\\1\xa0"),
    "key-without-space": _first(r"^(author|step|customer|title|when): (?=\w)", r"\1:"),
    "dashes-without-space": _every(r"^  - (?=[A-Z][^:]*$)", "  -"),
    "one-dash-without-space": _first(r"^(  - [A-Z][^:]*\n)  - (?=[A-Z][^:]*$)", r"\1  -"),
    "dash-further-right": _first(r"^(  - [A-Z][^:\n]*\n)  - (?=[A-Z][^:\n]*$)", r"\1   - "),
    "tabs": _every(r"^  ", "\t"),
    "tab-behind-dash": _every(r"^  - (?=[A-Z][^:]*$)", "  -\t"),
    "key": _first(r"^(autho)r: ", r"\1rr: "),
    "other-key": _first(r"^themes: ", "tags: "),
    "key-in-capitals": _first(r"^use_when: ", "Use when: "),
    "theme": _first(r"^(themes: \[)(\w)(\w)(\w+)", r"\1\3\2\4"),
    "status": _first(r"^status: attributed", "status: atributed"),
    "step": _first(r"^step: (\w)(\w)(?=\w{3})", r"step: \2\1"),
    "id": _more(after="id: quotes/something\n"),
    "directive": _more(before="%YAML 1.1\n---\n"),
    "marker-at-the-end": _more(after="---\n"),
    "twice": _twice,
    "marks-around": _marked,
    "straight": _straight,
    "comma-list": _every(r"^(themes|plays|settings|audience): \[([^\]]*)\]", r"\1: \2"),
    "one-value": _every(r"^(themes|plays|settings|audience): \[([a-z-]+)\]", r"\1: \2"),
    "spaces-at-the-end": _every(r"(?<=[a-z.?])$", "  "),
    "no-line-end": _first(r"\n\Z", ""),
    "many-line-ends": _more(after="\n\n \n"),
    "open-bracket": _first(r"^(themes: \[[^\]]*)\]", r"\1"),
    "minutes": _every(r"(minutes: )(\d+)$", r"\1\2 min"),
    "minutes-in-words": _every(r"(minutes: )(\d+)$", r"\1\2 minutes"),
    "yes": _every(r": true$", ": yes"),
    "no": _every(r": false$", ": No"),
    "span": _every(r"\{least: (\d+), most: (\d+)\}", r"\1-\2"),
    "span-in-words": _every(r"minutes: \{least: (\d+), most: (\d+)\}", r"minutes: \1 to \2 minutes"),
    "key-off-by-one": _first(r"^(author|step|customer|remote): ", r" \1: "),
    "on-the-key-line": _first(r"^(\w+):\n  - (?=[A-Z][^:]*$)", r"\1: - "),
    "on-the-mark-line": _first(r"^(text: >-)\n  ", r"\1 "),
    "not-indented": _first(r"^(text: >-)\n  (?=[A-Z][^:\n]*\n\w)", "\\1\n"),
    "rights": _first(r"^rights: \{basis: ([a-z-]+)\}", r"rights: \1"),
    "address": _first(r"^source: https://(?=www)", "source: "),
    "address-in-brackets": _first(r"^source: (https://.*)$", r"source: <\1>"),
    "empty": _first(r"^(rights: .*\n)(?!translator)", r"\1thanks:\n"),
    "anchor": _first(r"^(ask|follow_ups|steps):\n", r"\1: &a1\n"),
    "tag": _first(r"^(author|title|ask): (?=\w)", r"\1: !!str "),
    "open-quote": _first(r"^author: (.*)$", r'author: "\1'),
    "reference-as-path": _first(r"^(  - |after: \[)([a-z]+/[a-z-]+)", r"\1content/\2.yml"),
    "reference": _first(r"^((?:  - |after: \[)[a-z]+/[a-z]+-)([a-z])([a-z])(?=[a-z-]{8})", r"\1\3\2"),
    "byte-marks": _more(before="\ufeff"),
}
"""What comes back exactly as it was."""

NEW: dict[str, tuple[Spoil, Callable[[str], str]]] = {
    "colon": (_plain("Remember: "), lambda text: f"Remember: {text}"),
    "at": (_plain("@all "), lambda text: f"@all {text}"),
    "percent": (_plain("% "), lambda text: f"% {text}"),
    "star": (_plain("**"), lambda text: f"**{text}"),
    "bracket": (_plain("[Sir] "), lambda text: f"[Sir] {text}"),
    "brace": (_plain("{Sir} "), lambda text: f"{{Sir}} {text}"),
    "backtick": (_plain("`"), lambda text: f"`{text}"),
    "exclamation": (_plain("!so "), lambda text: f"!so {text}"),
    "hash": (_plain("", " #1"), lambda text: f"{text} #1"),
    "quoted-start": (_plain('"Sir" '), lambda text: f"“Sir” {text}"),
    "tis": (_plain("'tis so, "), lambda text: f"’tis so, {text}"),
}
"""What gives the text another beginning or end, and the text that was meant."""
