"""The rows of the reference page: every key of every kind, made from the same models as the checks."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.library.models import KINDS
from generator.library.schema import BRAND, Node, schemas

_SHORT = 400
_SHARED = ("themes", "settings", "audience", "customer")
"""Keys that most kinds have; they come last."""


class Row(NamedTuple):
    """One key: how it is written, what it holds, whether it must be there, what it means."""

    key: str
    type: str
    required: bool
    meaning: str


class Section(NamedTuple):
    """The keys of one kind of entry, or of a part that entries have in them."""

    name: str
    about: str
    folder: str
    """Where its files stand; empty for a part."""
    rows: tuple[Row, ...]


def reference_tables() -> tuple[Section, ...]:
    """A section for every kind, then one for every part, in the order in which they first appear."""
    made = schemas({})
    places = {model.kind: _folder(folder) for folder, model in KINDS.items()} | {BRAND: "brand.yml"}
    kinds = [_section(kind, schema, places[kind]) for kind, schema in made.items()]
    parts: dict[str, Section] = {}
    for schema in made.values():
        for name, part in schema["definitions"].items():
            parts.setdefault(name, _section(_words(name), part, ""))
    return (*kinds, *parts.values())


def _folder(folder: str) -> str:
    return f"{folder}/" if folder in ("quotes", "kits") else f"content/{folder}/"


def _section(name: str, schema: Node, folder: str) -> Section:
    required = schema.get("required", [])
    rows = [
        Row(key, _type(node), key in required, _meaning(node)) for key, node in schema.get("properties", {}).items()
    ]
    rows.sort(key=lambda row: row.key in _SHARED and not row.required)
    return Section(name, " ".join(schema.get("description", "").split()), folder, tuple(rows))


def _meaning(node: Node) -> str:
    meaning = " ".join(node.get("description", "").split())
    default = node.get("default")
    if default in (None, [], ""):
        return meaning
    said = (
        str(default).lower()
        if isinstance(default, bool)
        else ", ".join(map(str, default))
        if isinstance(default, list)
        else default
    )
    return f"{meaning} Left out: {said}.".strip()


def _type(node: Node) -> str:
    """What a key holds, in plain words."""
    if choices := node.get("allOf") or node.get("anyOf") or node.get("oneOf"):
        return " or ".join(_type(choice) for choice in choices)
    if "$ref" in node:
        return _words(node["$ref"].rpartition("/")[2])
    if "x-vocabulary" in node:
        return f"tag from {node['x-vocabulary']}.yml"
    if "x-reference" in node:
        return "id of an entry"
    if "enum" in node or "const" in node:
        return "one of: " + ", ".join(map(str, node.get("enum", [node.get("const")])))
    if node.get("type") == "array":
        return f"list of {_type(node['items'])}{_count(node)}"
    return _simple(node)


def _count(node: Node) -> str:
    least, most = node.get("minItems"), node.get("maxItems")
    if least and most:
        return f" ({least} to {most})"
    return f" (at least {least})" if least else f" (at most {most})" if most else ""


def _simple(node: Node) -> str:
    kind: Any = node.get("type")
    if kind == "integer":
        least, most = node.get("minimum"), node.get("maximum")
        return "whole number" if most is None else f"whole number, {least} to {most}"
    if kind == "boolean":
        return "true or false"
    if "https?" in node.get("pattern", ""):
        return "address (https://…)"
    if "pattern" in node:
        return "code of a language"
    return f"text, up to {node['maxLength']} characters" if node.get("maxLength", 0) > _SHORT else "short text"


def _words(name: str) -> str:
    """A name from the code as words: ActivityStep is an activity step."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
