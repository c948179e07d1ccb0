"""A workflow run step by step on this computer, as GitHub runs it for a pull request from a fork."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.library.reader import load_own

ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "pull-request.yml"
MERGED = "refs/pull/7/merge"
SETUP = "Set up"
"""The step that installs the program; here the one that runs the tests stands in for what it installs."""

_SAID = re.compile(r"\$\{\{\s*([a-z_.]+)\s*\}\}")
_WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z"}
_GIT = _WHO | {name.replace("AUTHOR", "COMMITTER"): value for name, value in _WHO.items()}


@dataclass
class Run:
    """What a run did, as somebody sees it on the page of the pull request."""

    steps: list[str] = field(default_factory=list)
    """``Check: success``."""
    said: list[str] = field(default_factory=list)
    """Everything that the steps printed; GitHub acts on lines that begin with ``::``."""
    summary: str = ""
    outputs: str = ""
    """What the steps wrote into the files by which they can steer later ones."""
    artifacts: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Every step ended well."""
        return all(step.endswith("success") for step in self.steps)


class Hub:
    """A repository with a base branch and a pull request merged into it, as GitHub keeps it."""

    def __init__(self, home: Path) -> None:
        self.home, self.tree = home, home / "tree"
        self.tree.mkdir(parents=True)
        self._git("init", "-q", "-b", "main")
        self._git("config", "uploadpack.allowAnySHA1InWant", "true")

    def _git(self, *words: str) -> str:
        made = subprocess.run(
            ["git", *words], cwd=self.tree, env=os.environ | _GIT, check=True, capture_output=True, text=True
        )
        return made.stdout.strip()

    def commit(self) -> str:
        """Keep the tree as it is; returns the commit."""
        self._git("add", "--all", "--force")
        self._git("commit", "-q", "--allow-empty", "-m", "A change")
        return self._git("rev-parse", "HEAD")

    def propose(self) -> None:
        """Take the tree for the pull request, merged into the base branch: a commit with two parents."""
        base = self._git("rev-parse", "HEAD")
        self._git("checkout", "-q", "-b", "proposal")
        head = self.commit()
        merged = self._git("commit-tree", f"{head}^{{tree}}", "-p", base, "-p", head, "-m", "Merge")
        self._git("update-ref", MERGED, merged)
        event = {
            "number": 7,
            "pull_request": {"number": 7, "base": {"sha": base, "ref": "main"}, "head": {"sha": head}},
        }
        (self.home / "event.json").write_text(json.dumps(event), encoding="utf-8")


def run(hub: Hub) -> Run:
    """Every step of the workflow in its order; after one that fails nothing else is done."""
    workspace = hub.home / "workspace"
    workspace.mkdir()
    done = Run()
    steps: list[dict[str, Any]] = load_own(WORKFLOW)["jobs"]["content"]["steps"]
    for number, step in enumerate(steps):
        name = step["name"]
        ended = "skipped" if not done.passed else "success" if _step(step, number, hub, workspace, done) else "failure"
        done.steps.append(f"{name}: {ended}")
    return done


def _step(step: Mapping[str, Any], number: int, hub: Hub, workspace: Path, done: Run) -> bool:
    options = {key: _filled(value, hub) for key, value in step.get("with", {}).items()}
    action = str(step.get("uses", "")).partition("@")[0]
    if action == "actions/checkout":
        _check_out(options, hub, workspace)
    elif action == "actions/upload-artifact":
        done.artifacts += _upload(workspace / options["path"], hub.home / "artifacts" / options["name"])
    elif step["name"] == SETUP:
        _set_up(workspace)
    else:
        assert not action, f"no stand-in for {action}"
        assert "${{" not in step["run"], "what GitHub fills into a script could be part of the script"
        return _shell(step["run"], number, hub, workspace, done)
    return True


def _filled(text: str, hub: Hub) -> str:
    """A value of the workflow with what GitHub fills in."""
    event = json.loads((hub.home / "event.json").read_text(encoding="utf-8"))

    def value(found: re.Match[str]) -> str:
        at: Any = {"github": {"event": event}}
        for key in found[1].split("."):
            at = at[key]
        return str(at)

    return _SAID.sub(value, text)


def _check_out(options: Mapping[str, str], hub: Hub, workspace: Path) -> None:
    target = workspace / options.get("path", ".")
    depth = options.get("fetch-depth", "1")
    for words in (
        ("init", "-q", str(target)),
        ("-C", str(target), "fetch", "-q", f"--depth={depth}", hub.tree.as_uri(), options.get("ref", MERGED)),
        ("-C", str(target), "checkout", "-q", "FETCH_HEAD"),
    ):
        subprocess.run(["git", "-c", "advice.detachedHead=false", *words], check=True, capture_output=True)


def _set_up(workspace: Path) -> None:
    """``.venv/bin/huddlekit`` runs the program of the workspace, as an editable installation does."""
    command = workspace / ".venv" / "bin" / "huddlekit"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{workspace}" exec "{sys.executable}" -P -m generator "$@"\n')
    command.chmod(0o755)


def _upload(folder: Path, kept: Path) -> list[str]:
    shutil.copytree(folder, kept)
    return sorted(path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file())


def _shell(script: str, number: int, hub: Hub, workspace: Path, done: Run) -> bool:
    files = {name: hub.home / f"{name}-{number}" for name in ("summary", "output", "env", "path")}
    for file in files.values():
        file.touch()
    (hub.home / "temp").mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(hub.home),
        "LANG": "C.UTF-8",
        "COLUMNS": "200",
        "PYTHONPYCACHEPREFIX": str(hub.home.parent / "bytecode"),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_EVENT_PATH": str(hub.home / "event.json"),
        "GITHUB_STEP_SUMMARY": str(files["summary"]),
        "GITHUB_OUTPUT": str(files["output"]),
        "GITHUB_ENV": str(files["env"]),
        "GITHUB_PATH": str(files["path"]),
        "RUNNER_TEMP": str(hub.home / "temp"),
    }
    command: Sequence[str] = ["bash", "-e", "-c", script]
    made = subprocess.run(command, cwd=workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    done.said += made.stdout.decode("utf-8").splitlines()
    told = files["summary"].read_text(encoding="utf-8")
    done.summary += f"\n{told}" if done.summary and told else told
    done.outputs += "".join(files[name].read_text(encoding="utf-8") for name in ("output", "env", "path"))
    return made.returncode == 0
