"""Answers that are keys of an entry: each text is given the shape its key has in the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.library.library import Vocabularies
from generator.library.schema import Node, schemas
from generator.write.ids import slug
from generator.write.tidy import address, clean, curled, one_line, paragraphs, words

YES = frozenset({"yes", "y", "true", "1", "on", "x", "ja", "oui", "sí", "si"})
NO = frozenset({"", "no", "n", "false", "0", "off", "nein", "non"})
_SHORT = 400
"""A text that may be longer than this has paragraphs."""


def yes(answer: Any) -> bool:
    """Whether an answer says yes."""
    return answer is True or (isinstance(answer, str) and one_line(answer).lower() in YES)


def said(answers: Mapping[str, Any], key: str) -> str:
    """An answer as one text, as it was typed."""
    value = answers.get(key, "")
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    return "" if isinstance(value, bool | Mapping) else str(value)


def prose(answers: Mapping[str, Any], key: str) -> str:
    """An answer as paragraphs."""
    return curled(paragraphs(said(answers, key)))


def shaped(kind: str, answers: Mapping[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    """Every answer in the shape of its key; one that no key of this kind answers to is only tidied."""
    schema = _schemas()[kind]
    return {
        key: _shape(value, schema["properties"].get(key, {}), schema, vocabularies) for key, value in answers.items()
    }


@cache
def _schemas() -> dict[str, Node]:
    return schemas({})


def _shape(value: Any, node: Node, schema: Node, known: Vocabularies) -> Any:
    node = _meant(node, value, schema)
    match node.get("type"):
        case "array":
            item = _meant(node["items"], None, schema)
            parts = [_shape(part, item, schema, known) for part in _parts(value, item)]
            tags = "x-vocabulary" in item or "enum" in item
            return [part for number, part in enumerate(parts) if not tags or part not in parts[:number]]
        case "object" if isinstance(value, Mapping):
            inner = node.get("properties", {})
            return {str(key): _shape(part, inner.get(key, {}), schema, known) for key, part in value.items()}
        case "integer" if isinstance(value, str) and re.fullmatch("[0-9]{1,6}", one_line(value)):
            return int(one_line(value))
        case "boolean" if isinstance(value, str):
            return yes(value) if yes(value) or one_line(value).lower() in NO else one_line(value)
    return _written(value, node, known)


def _written(value: Any, node: Node, known: Vocabularies) -> Any:
    """A text as its key wants it: a tag, an address, paragraphs, or a line."""
    if isinstance(value, Mapping):
        return {str(key): _written(part, {}, known) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_written(part, node, known) for part in value]
    if not isinstance(value, str):
        return value
    if "x-vocabulary" in node:
        terms = known.get(node["x-vocabulary"], {})
        return {slug(term.label): tag for tag, term in terms.items()}.get(slug(value)) or slug(value)
    if "enum" in node:
        return {slug(word): word for word in node["enum"]}.get(slug(value)) or slug(value)
    if "http" in node.get("pattern", ""):
        return address(value)
    return curled(paragraphs(value)) if node.get("maxLength", 0) > _SHORT else words(value)


def _parts(value: Any, item: Node) -> list[Any]:
    """A list; one that was typed as a text is parted at line breaks, a list of single words at commas as well."""
    given = value if isinstance(value, list | tuple) else [value]
    if item.get("type") == "object":
        return list(given)
    marks = "\n" if item.get("maxLength") else "[,;\n]"
    parts = (part for each in given for part in (re.split(marks, clean(each)) if isinstance(each, str) else [each]))
    return [part for part in parts if not isinstance(part, str) or one_line(part)]


def _meant(node: Node, value: Any, schema: Node) -> Node:
    """What a node of a schema stands for: the definition it names, or the one of several that fits the value."""
    if "allOf" in node:
        node = node["allOf"][0]
    if "$ref" in node:
        node = schema["definitions"][node["$ref"].rpartition("/")[2]]
    for choice in node.get("oneOf") or node.get("anyOf") or ():
        found = _meant(choice, value, schema)
        kind = found.get("properties", {}).get("type", {})
        if isinstance(value, Mapping) and value.get("type") in (kind.get("const"), *kind.get("enum", ())):
            return found
    return node
