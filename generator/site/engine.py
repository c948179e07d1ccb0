"""Runs the site engine on a folder of Markdown. The engine is a command; nothing here imports it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

EPOCH = "1767225600"
"""The time a build claims to be made at when nobody says otherwise, so that equal input gives equal bytes."""


OVERRIDES = Path(__file__).with_name("overrides")


class SiteError(Exception):
    """The engine refused the pages; the message is its own."""


def run(config: Path, docs_dir: Path, site_dir: Path, site_url: str | None = None) -> None:
    """Build the site of ``docs_dir`` into ``site_dir`` as ``config`` says, strictly. Raises SiteError.

    The engine is not told to be quiet: it would then no longer count the warnings that strictness stops at.
    """
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder) / "mkdocs.yml"
        staged.write_text(_staged(config.resolve(), docs_dir.resolve(), site_dir.resolve(), site_url), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "-f", str(staged)]
        made = subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False)
    if made.returncode != 0:
        raise SiteError(_complaints(made.stderr + made.stdout) or f"the site engine ended with {made.returncode}")


def _complaints(said: str) -> str:
    return "\n".join(line for line in said.splitlines() if line.strip() and not line.startswith("INFO"))


def engine_version() -> str:
    """Which engine and theme would build: part of what a built site depends on."""
    return " ".join(
        f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "pymdown-extensions", "markdown")
    )


def theme_files() -> list[Path]:
    """Our templates on top of the theme, and this module."""
    return [*sorted(path for path in OVERRIDES.rglob("*") if path.is_file()), Path(__file__)]


def _staged(config: Path, docs_dir: Path, site_dir: Path, site_url: str | None) -> str:
    """A configuration that takes over ``config`` with folders of its own (JSON is YAML)."""
    settings = {
        "INHERIT": str(config),
        "docs_dir": str(docs_dir),
        "site_dir": str(site_dir),
        "theme": {"custom_dir": str(OVERRIDES)},
    }
    return json.dumps({**settings, **({"site_url": site_url} if site_url else {})})


def _environment() -> dict[str, str]:
    return {"SOURCE_DATE_EPOCH": EPOCH, **os.environ, "NO_MKDOCS_2_WARNING": "1"}
