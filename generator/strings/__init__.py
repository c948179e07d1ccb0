"""The one catalogue of fixed words: everything the product says that no entry says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from generator.library.reader import load_own


@cache
def catalogue(language: str = "en") -> dict[str, Any]:
    """The whole catalogue of a language, nested as in its file."""
    loaded: dict[str, Any] = load_own(Path(__file__).with_name(f"{language}.yml"))
    return loaded


def look_up(key: str) -> Any:
    """What stands at a dotted key: a text, a list or a mapping. Raises KeyError when nothing does."""
    found: Any = catalogue()
    for part in key.split("."):
        found = found[part]
    return found


def say(key: str, **values: object) -> str:
    """The words at a dotted key with ``{placeholders}`` filled in; ``say("minutes", count=1)`` takes key ``one``."""
    found = look_up(key)
    if isinstance(found, dict):
        found = found["one" if values["count"] == 1 else "other"]
    return str(found).format(**values)
