"""manifest.json: what a release holds, and the digests that tell the next build what is unchanged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.compose.kits import ComposedKit
from generator.compose.plan import Plan
from generator.publish.digest import digest
from generator.publish.documents import Made


def folder_of(plan: Plan) -> str:
    """Where the documents of a kit's plan lie below build/: ``kits/first-day/60``."""
    return f"{plan.request.kit}/{plan.request.minutes}"


def manifest(
    version: str, kits: Sequence[ComposedKit], documents: Sequence[Made], site: str, before: dict[str, Any]
) -> dict[str, Any]:
    """The manifest of a release.

    ``site`` is the digest of all the site was made from; ``before`` the manifest of the release from which the kits
    that are not in ``kits`` are carried over (empty: from none).
    """
    mine = {kit.recipe.id for kit in kits}
    plans = [
        {"path": folder_of(plan), "title": plan.title, "digest": digest(plan.as_json())}
        for kit in kits
        for plan in kit.plans
    ]
    printed = [{"path": d.wanted.path, "pages": d.pages, "bytes": d.size, "digest": d.wanted.key} for d in documents]
    return {
        "schema": 1,
        "version": version,
        "site": site,
        "plans": sorted([*plans, *_others(before.get("plans", ()), mine)], key=lambda row: str(row["path"])),
        "documents": sorted([*printed, *_others(before.get("documents", ()), mine)], key=lambda row: str(row["path"])),
    }


def _others(rows: Sequence[dict[str, Any]], mine: set[str]) -> list[dict[str, Any]]:
    return [row for row in rows if "/".join(row["path"].split("/")[:2]) not in mine]


def as_text(data: dict[str, Any]) -> str:
    """JSON as every output has it: one fact a line, letters as they are, a line break at the end."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def read_manifest(release: Path | None) -> dict[str, Any]:
    """The manifest of a release, or an empty one where there is none."""
    path = release / "manifest.json" if release else None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else {}
    return found
