"""The site does not hang on one engine: what we write builds the same pages with the fork and with the successor."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build"
ENGINES = {
    "properdocs": (("properdocs==1.6.7", "mkdocs-material>=9.8,<10"), ("build", "--quiet", "--config-file")),
    "zensical": (("zensical==0.0.73",), ("build", "--config-file")),
}
"""Name of the command -> what to install, and how it is called."""
HEAVY = ("*.pdf", "*.png", "*.pptx", "*.docx")
"""Files that every engine only copies."""
_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')


def installed(name: str, folder: Path) -> Path:
    """The command of an engine in an environment of its own; skips where it cannot be installed, and says why."""
    venv.create(folder, with_pip=True)
    command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, *ENGINES[name][0]], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{name} does not install here: {done.stderr.strip().splitlines()[-1]}")
    return folder / "bin" / name


def project(folder: Path) -> Path:
    """The sources of the built site with our configuration, all paths relative: one engine takes no others."""
    shutil.copytree(BUILT / "docs", folder / "docs", ignore=shutil.ignore_patterns(*HEAVY))
    shutil.copytree(ROOT / "generator" / "site" / "overrides", folder / "overrides")
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"docs_dir": "docs", "site_dir": "site", "theme": {**settings["theme"], "custom_dir": "overrides"}}
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return config


def pages(site: Path) -> dict[str, set[str]]:
    """Every page with its ids, but for those of the theme's own furniture (they begin with two underscores)."""
    found = {}
    for path in site.rglob("*.html"):
        ids = _ID.findall(_CODE.sub("", path.read_text(encoding="utf-8")))
        found[path.relative_to(site).as_posix()] = {id for id in ids if not id.startswith("__")}
    return found


@pytest.mark.parametrize("name", ENGINES)
def test_another_engine_makes_the_same_pages(name: str, tmp_path: Path) -> None:
    """ProperDocs and Zensical make the pages that MkDocs makes, and every address inside a page is there."""
    engine, config = installed(name, tmp_path / "venv"), project(tmp_path / "project")
    done = subprocess.run(
        [engine, *ENGINES[name][1], config], capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": f"{engine.parent}{os.pathsep}{os.environ['PATH']}"}, cwd=config.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    made, ours = pages(config.parent / "site"), pages(BUILT / "site")
    assert len(ours) > 500
    assert made.keys() == ours.keys()
    assert {page: ids ^ made[page] for page, ids in ours.items() if ids != made[page]} == {}
