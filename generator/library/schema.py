"""JSON Schemas for editors, made from the models, with the words of the vocabularies filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from generator.library.brand import Brand
from generator.library.models import KINDS

BRAND = "brand"
DRAFT = "http://json-schema.org/draft-07/schema#"

Node = dict[str, Any]

_BOUNDS = {"ge": "minimum", "le": "maximum"}
"""How pydantic names the bounds of a number that it reads from text, and how a schema does."""


def schemas(vocabularies: Mapping[str, Iterable[str]]) -> dict[str, Node]:
    """One schema for each kind of entry, by the name of the kind, and one for brand.yml."""
    tags = {name: list(known) for name, known in vocabularies.items()}
    models: dict[str, type[BaseModel]] = {model.kind: model for model in KINDS.values()}
    models[BRAND] = Brand
    return {name: _schema(name, model, tags) for name, model in models.items()}


def _schema(name: str, model: type[BaseModel], tags: Mapping[str, list[str]]) -> Node:
    made = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    made["definitions"] = made.pop("$defs", {})
    made["properties"].pop("id", None)
    schema: Node = _plain(made, tags)
    schema["title"] = name
    return {"$schema": DRAFT, **schema}


def _plain(node: Any, tags: Mapping[str, list[str]]) -> Any:
    """A schema of pydantic as editors of YAML read it best."""
    if isinstance(node, list):
        return [_plain(part, tags) for part in node]
    if not isinstance(node, dict):
        return node
    node = {_BOUNDS.get(key, key): _plain(part, tags) for key, part in node.items() if key != "discriminator"}
    node = _without_null(node)
    if node.get("x-vocabulary") in tags:
        node["enum"] = tags[node["x-vocabulary"]]
    if node.get("type") == "string" and not {"enum", "const", "pattern"} & node.keys():
        node["type"] = ["string", "number"]  # editors take 1902 for a number; here it is text
    if "$ref" in node and len(node) > 1:
        node["allOf"] = [{"$ref": node.pop("$ref")}]  # draft 7 looks at nothing beside a $ref
    return node


def _without_null(node: Node) -> Node:
    """A key that may be left out is left out, not written as null."""
    choices = node.get("anyOf", ())
    kept = [choice for choice in choices if choice != {"type": "null"}]
    if len(kept) == len(choices):
        return node
    rest = {key: part for key, part in node.items() if key not in ("anyOf", "default")}
    return {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}
