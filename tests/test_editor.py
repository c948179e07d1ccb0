"""What an editor shows while somebody writes an entry: the words to choose from, what a key means, what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped,unused-ignore]

from generator.library.load import Loaded, read_library
from generator.library.models import KINDS
from generator.library.schema import BRAND, schemas
from generator.library.shelves import TOP

ROOT = Path(__file__).parents[1]
EDITOR = ROOT / ".vscode"
NAMES = sorted([*(model.kind for model in KINDS.values()), BRAND])


class _Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: ``no`` is a word, 2026-01-01 is text."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":bool", ":timestamp"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


@pytest.fixture(name="real", scope="module")
def _real() -> Loaded:
    return read_library([ROOT])


def _schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((EDITOR / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", NAMES)
def test_an_editor_knows_what_the_program_knows(name: str, real: Loaded, update: bool) -> None:
    """The kept schema of a kind is the one made from its model and from today's themes, settings and audiences."""
    made = schemas(real.library.vocabularies)[name]
    if update:
        text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
        (EDITOR / "schemas" / f"{name}.json").write_text(text, encoding="utf-8")
    assert _schema(name) == made


def test_no_schema_is_left_over() -> None:
    """Every kept schema belongs to a kind of entry or to brand.yml."""
    assert sorted(path.stem for path in (EDITOR / "schemas").iterdir()) == NAMES


def test_every_folder_has_its_schema() -> None:
    """The settings give each folder of entries the schema of its kind, and brand.yml its own."""
    given = json.loads((EDITOR / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    wanted = {
        f".vscode/schemas/{model.kind}.json": f"{folder if folder in TOP else f'content/{folder}'}/**/*.yml"
        for folder, model in KINDS.items()
    }
    assert given == wanted | {f".vscode/schemas/{BRAND}.json": "brand.yml"}


@pytest.mark.parametrize("name", NAMES)
def test_every_key_says_what_it_means(name: str) -> None:
    """Whoever rests the pointer on a key reads a sentence about it."""
    Draft7Validator.check_schema(_schema(name))
    assert [key for key, node in _keys(_schema(name)) if not node.get("description", "").strip()] == []


def _keys(node: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of a schema and of its parts, with what is said about it."""
    if isinstance(node, dict):
        properties = node.get("properties", {})
        yield from ((f"{name}.{key}", inner) for key, inner in properties.items())
        for key, inner in node.items():
            yield from _keys(inner, f"{name}.{key}")
    elif isinstance(node, list):
        for inner in node:
            yield from _keys(inner, name)


def test_no_entry_is_underlined(real: Loaded) -> None:
    """An editor finds nothing wrong with any entry of the library, read as editors read YAML."""
    checkers = {name: Draft7Validator(_schema(name)) for name in NAMES}
    for id, entry in real.library.entries.items():
        written = yaml.load(real.sources[real.library.files[id]], _Core)
        assert [error.message for error in checkers[entry.kind].iter_errors(written)] == [], id
    assert list(checkers[BRAND].iter_errors(yaml.safe_load((ROOT / "brand.yml").read_text(encoding="utf-8")))) == []


def test_an_editor_sees_what_is_wrong() -> None:
    """A word that is none of the themes, a key too many and a missing name are underlined as they are typed."""
    written = {"text": "x", "status": "verified", "rights": {"basis": "own"}, "themes": ["kindnes"], "colour": "blue"}
    found = " ".join(error.message for error in Draft7Validator(_schema("quote")).iter_errors(written))
    assert all(word in found for word in ("kindnes", "colour", "author"))
