"""The API's promises: every file is as its schema says, and the schemas know every key there is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped,unused-ignore]

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_of
from generator.library.library import Library
from generator.library.load import read_library
from generator.site.api import API_FILES, api_files
from generator.site.api_schema import plan_fields
from generator.site.site import gather
from tests.test_site import OPTIONS, kit_pages

ROOT = Path(__file__).parents[1]


def _made(library: Library) -> dict[str, Any]:
    site = gather(library, kit_pages(library), OPTIONS)
    return {file.path.removeprefix("api/v1/"): json.loads(file.content) for file in api_files(site)}


@pytest.fixture(name="files", scope="module", params=["small", "real"])
def _files(request: pytest.FixtureRequest, library: Library) -> dict[str, Any]:
    """The API of the small library of the tests, and of the library that is published."""
    return _made(library if request.param == "small" else read_library([ROOT]).library)


def _closed(node: Any) -> Any:
    """A schema that lets nothing through that it does not name."""
    if isinstance(node, list):
        return [_closed(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: _closed(part) for key, part in node.items()}
    if "properties" in made and node.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


def _complaints(schema: Mapping[str, Any], content: Any) -> list[str]:
    Draft7Validator.check_schema(schema)
    return [f"{'/'.join(map(str, each.path))}: {each.message}" for each in Draft7Validator(schema).iter_errors(content)]


@pytest.mark.parametrize("name", ["index", *API_FILES])
def test_a_file_is_as_its_schema_says(name: str, files: dict[str, Any]) -> None:
    """An independent validator finds nothing wrong with any file."""
    assert _complaints(files[f"schema/{name}.json"], files[f"{name}.json"]) == []


@pytest.mark.parametrize("name", ["index", *(name for name in API_FILES if name != "vocabularies")])
def test_every_key_is_described(name: str, files: dict[str, Any]) -> None:
    """No file holds a key that its schema does not know."""
    assert _complaints(_closed(files[f"schema/{name}.json"]), files[f"{name}.json"]) == []


@pytest.mark.parametrize("name", API_FILES)
def test_a_schema_notices(name: str, files: dict[str, Any]) -> None:
    """What lacks its id, or a label, is refused: the schemas do say something."""
    if not files[f"{name}.json"]:
        return
    spoilt = json.loads(json.dumps(files[f"{name}.json"]))
    first = next(iter(spoilt.values()))
    del (first[0] if isinstance(first, list) else first)["tag" if name == "vocabularies" else "id"]
    assert _complaints(files[f"schema/{name}.json"], spoilt)


def test_version_one_may_grow(files: dict[str, Any]) -> None:
    """A schema lets a key through that it does not know, so that nobody's check breaks when one is added."""
    grown = {id: {**entry, "new": True} for id, entry in files["quotes.json"].items()}
    assert _complaints(files["schema/quotes.json"], grown) == []


def test_the_index_leads_to_every_file(files: dict[str, Any]) -> None:
    """Every file and every schema that the index names is there."""
    for each in files["index.json"]["files"].values():
        assert each["path"] in files
        assert each["described_by"] in files
        assert each["count"] == len(files[each["path"]])


def test_plan_json_is_as_described(built: Path, files: dict[str, Any], library: Library) -> None:
    """Every plan.json of a build, and a plan with a chosen entry, hold what the reference says and no more."""
    schema = _closed(files["schema/plan.json"])
    plans = [json.loads(path.read_text("utf-8")) for path in (built / "build" / "kits").rglob("plan.json")]
    plain = compose(request_of(library, "staff-meeting", 10), library)
    assert isinstance(plain, Plan)
    chosen = compose(request_of(library, "staff-meeting", 10, places={1: plain.items[0].entry}), library)
    assert isinstance(chosen, Plan)
    assert chosen.as_json()["places"] == {"1": plain.items[0].entry}
    assert plans
    assert [_complaints(schema, plan) for plan in (*plans, plain.as_json(), chosen.as_json())] == [
        [] for _ in range(len(plans) + 2)
    ]


def test_the_reference_explains_every_key_of_a_plan(built_site: Path) -> None:
    """Every key of a plan, a segment and a download stands on the reference page."""
    page = (built_site / "reference.html").read_text("utf-8")
    keys = [row.key for _, rows in plan_fields() for row in rows]
    assert len(keys) > 25
    assert [key for key in keys if f"<code>{key}</code>" not in page.replace("&#95;", "_")] == []
