"""The library as JSON under ``api/v1/``: complete entries by id, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.library.models import KINDS, Entry
from generator.output import Output
from generator.site.addresses import page_of
from generator.site.api_schema import api_schemas
from generator.site.model import Download, KitPage
from generator.site.site import Site

VERSION = 1
API_FILES = (*(folder for folder in KINDS if folder != "kits"), "kits", "vocabularies")
"""Names of the files beside ``index.json``."""


def api_files(site: Site) -> Iterator[Output]:
    """``api/v1/*.json``, and ``api/v1/schema/*.json`` that describe them."""
    files: dict[str, Mapping[str, Any]] = {
        folder: {entry.id: record(entry, site) for entry in site.library.all(model)}
        for folder, model in KINDS.items()
        if folder != "kits"
    }
    files["kits"] = {kit.recipe.id: _kit(kit, site) for kit in site.kits}
    files["vocabularies"] = _vocabularies(site)
    for name, content in files.items():
        yield _json(f"api/v1/{name}.json", content)
    for name, schema in api_schemas(site.library).items():
        yield _json(f"api/v1/schema/{name}.json", schema)
    listed = {
        name: {"count": len(content), "path": f"{name}.json", "described_by": f"schema/{name}.json"}
        for name, content in files.items()
    }
    yield _json("api/v1/index.json", {"schema": VERSION, "version": site.options.version, "files": listed})


def record(entry: Entry, site: Site) -> dict[str, Any]:
    """An entry as it was authored, with its id, its page and the kits that use it."""
    fields = entry.model_dump(mode="json", by_alias=True, exclude_none=True)
    kits = [use.recipe.id for use in site.used_in.get(entry.id, ())]
    return {**fields, "id": entry.id, "page": page_of(entry.id), "in_kits": kits}


def _kit(kit: KitPage, site: Site) -> dict[str, Any]:
    plans = [
        {**built.plan.as_json(), "downloads": [_download(each) for each in built.downloads]} for built in kit.plans
    ]
    return {**record(kit.recipe, site), "plans": plans}


def _download(each: Download) -> dict[str, Any]:
    return {
        "document": each.document,
        "paper": each.paper,
        "path": each.path,
        "pages": each.pages,
        "size_bytes": each.size_bytes,
    }


def _vocabularies(site: Site) -> dict[str, Any]:
    return {
        name: [
            {"tag": term.tag, "label": term.label, "description": term.description, **term.more}
            for term in terms.values()
        ]
        for name, terms in site.library.vocabularies.items()
    }


def _json(path: str, content: Mapping[str, Any]) -> Output:
    return Output.text(path, json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n")
