"""What counts as a place where words can be seen, and which addresses only repeat what others say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.library.words import spelt

_SOURCES: dict[str, Any] = json.loads(Path(__file__).with_name("sources.json").read_text(encoding="utf-8"))
WEAK: tuple[str, ...] = tuple(_SOURCES["weak"])
"""Hosts, some with the beginning of a path, that only repeat."""
NOWHERE = frozenset("".join(spelt(words)) for words in ("", *_SOURCES["nowhere"]))
"""What people write who do not know, its words run together."""


def is_place(text: str | None) -> bool:
    """Whether a work or a locator says anything: *n/a*, *unknown* and a lone question mark do not."""
    return "".join(spelt(text or "")) not in NOWHERE


def is_weak(address: str) -> bool:
    """Whether an address leads to a collection of quotations, a search or a chat: they repeat words, and show none."""
    host, path = _parts(address)
    return any(_below(host, each.partition("/")[0]) and _starts(path, each) for each in WEAK)


def is_front_door(address: str) -> bool:
    """Whether an address leads to a whole site and to no page of it."""
    return not _parts(address)[1].strip("/") and "?" not in address


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").rstrip("."), parts.path
    except ValueError:
        return "", ""


def _below(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")


def _starts(path: str, known: str) -> bool:
    return path.startswith(known[known.index("/") :]) if "/" in known else True
