"""JSON Schemas of the files below ``api/v1/``: the models say what an entry holds, one file says what a plan holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.library.library import Library
from generator.library.models import KINDS
from generator.library.schema import DRAFT, Node, schemas
from generator.strings import look_up

_PLAN = Path(__file__).with_name("schemas") / "plan.json"
ADDED = ("id", "page", "in_kits")
"""What every entry has here beside what was authored."""


class Field(NamedTuple):
    """One key of a plan, as the reference page explains it."""

    key: str
    always: bool
    meaning: str


def api_schemas(library: Library) -> dict[str, Node]:
    """A schema for each file of the API by its name, and one for ``plan.json``. Keys unknown to it are let through."""
    entries = schemas(library.vocabularies)
    made = {folder: _file(_entry(entries[model.kind])) for folder, model in KINDS.items()}
    made["kits"] = _file(_kit(entries[KINDS["kits"].kind]))
    made["vocabularies"] = _file({"type": "array", "items": _object(_texts("tag", "label", "description"))})
    made["index"] = _index()
    made["plan"] = _plan()
    return {name: {"$schema": DRAFT, "title": name, **_open(schema)} for name, schema in made.items()}


def plan_fields() -> Iterator[tuple[str, tuple[Field, ...]]]:
    """The keys of a plan, of its segments and of its downloads, for the reference page."""
    plan = _plan()
    for name, node in (("plan", plan), *plan["definitions"].items()):
        required = node["required"]
        rows = (Field(key, key in required, each["description"]) for key, each in node["properties"].items())
        yield name.lower(), tuple(rows)


@cache
def _plan_text() -> str:
    return _PLAN.read_text(encoding="utf-8")


def _plan() -> Node:
    read: Node = json.loads(_plan_text())
    return read


def _entry(schema: Node) -> Node:
    """An entry as the API gives it: with its id, its page and its kits, and with every default written out."""
    said: Mapping[str, str] = look_up("site.api.added")
    added: Node = {
        "id": {"type": "string", "description": said["id"]},
        "page": {"type": "string", "description": said["page"]},
        "in_kits": {"type": "array", "items": {"type": "string"}, "description": said["in_kits"]},
    }
    kept = {key: value for key, value in schema.items() if key not in ("$schema", "title")}
    kept["properties"] = {**schema["properties"], **added}
    kept["required"] = [*schema.get("required", []), *ADDED]
    return kept


def _kit(schema: Node) -> Node:
    kit, plan = _entry(schema), _plan()
    parts = plan.pop("definitions")
    downloads = {
        "type": "array",
        "items": {"$ref": "#/definitions/Download"},
        "description": look_up("site.api.added.downloads"),
    }
    plan["properties"]["downloads"] = downloads
    plan["required"] = [*plan["required"], "downloads"]
    kit["definitions"] = {**kit["definitions"], **parts, "Plan": plan}
    listed = {"type": "array", "items": {"$ref": "#/definitions/Plan"}, "description": look_up("site.api.added.plans")}
    kit["properties"]["plans"] = listed
    kit["required"] = [*kit["required"], "plans"]
    return kit


def _file(content: Node) -> Node:
    """A file that holds things by their id."""
    definitions = content.pop("definitions", {})
    return {"type": "object", "additionalProperties": content, "definitions": definitions}


def _index() -> Node:
    listed = _object({"count": {"type": "integer", "minimum": 0}, **_texts("path", "described_by")})
    files = {"type": "object", "additionalProperties": listed}
    return _object({"schema": {"const": 1}, "version": {"type": "string"}, "files": files})


def _object(properties: Node) -> Node:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _texts(*names: str) -> Node:
    return {name: {"type": "string"} for name in names}


def _open(node: Any) -> Any:
    """The same schema, but what it does not know is let through: version 1 only grows."""
    if isinstance(node, list):
        return [_open(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: _open(part) for key, part in node.items() if (key, part) != ("additionalProperties", False)}
