"""Where a contributor starts: our own form, a file opened ready at the repository, or the contributors' page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from generator.library.brand import Brand
from generator.library.shelves import TOP
from generator.site.addresses import between
from generator.strings import look_up, say

ASKED = {"quotes": "quote", "stories": "story"}
"""What the Add page asks for, by folder."""
LISTS = ("plays", "themes", "settings", "audience")
"""Fields of a starter that are written as lists."""


def starter(wanted: Mapping[str, str]) -> str:
    """The text of a new file; ``wanted`` holds its kind and the fields that make it fill a gap."""
    kind = wanted["kind"]
    lines = [say(f"site.coverage.starters.{kind}").rstrip()]
    if "step" in wanted:
        lines.append(f"step: {wanted['step']}")
    lines += [f"{field}: [{wanted[field]}]" for field in LISTS if field in wanted]
    return "\n".join(lines) + "\n"


def add_address(wanted: Mapping[str, str], brand: Brand, page: str) -> str:
    """Where somebody on ``page`` adds what is wanted: our own form, a new file at the repository, or how it is done."""
    kind = wanted["kind"]
    if kind in ASKED:
        theme = [f"theme={wanted['themes']}"] if "themes" in wanted else []
        return between(page, "add.html#" + "&".join([f"kind={ASKED[kind]}", *theme]))
    if not brand.repository:
        return between(page, f"contribute.html#{look_up('site.coverage.anchors')[kind]}")
    folder = kind if kind in TOP else f"content/{kind}"
    asked = {"filename": _file_name(wanted), "value": starter(wanted)}
    return f"{brand.repository.rstrip('/')}/new/{brand.branch}/{folder}?{urlencode(asked, quote_via=quote)}"


def _file_name(wanted: Mapping[str, str]) -> str:
    """A name that is valid as it is and says what to put in its place."""
    name = look_up("site.coverage.file_names")[wanted["kind"]]
    return "-".join(part for part in (wanted.get("step"), name) if part) + ".yml"
