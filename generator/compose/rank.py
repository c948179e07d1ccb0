"""The order in which entries are taken: pinned, status, shared themes, hash. Nothing else, so plans change least."""

from __future__ import annotations

import unicodedata

from generator.compose.plan import Request
from generator.library.models import Entry, Placed, Quote

_STATUS = {"verified": 0, "own": 1, "attributed": 2, "disputed": 3}


def rank_hash(seed: str, id: str) -> int:
    """FNV-1a (32 bit) of NFC(seed), newline, id in UTF-8, finished with murmur3's fmix32 (plain FNV-1a is biased)."""
    value = 0x811C9DC5
    for byte in f"{unicodedata.normalize('NFC', seed)}\n{id}".encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16


def shared_themes(entry: Entry, request: Request) -> int:
    """How many of the themes asked for an entry carries."""
    return len(set(entry.themes) & set(request.themes)) if isinstance(entry, Placed) else 0


def rank(entry: Entry, request: Request) -> tuple[int, int, int, int, str]:
    """Sort key of a candidate, best first. The id settles equal hashes."""
    return (
        0 if entry.id in request.pins else 1,
        _STATUS[entry.status] if isinstance(entry, Quote) else 0,
        -shared_themes(entry, request),
        rank_hash(request.seed, entry.id),
        entry.id,
    )
