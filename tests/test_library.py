"""The library stage: what contributors write, and what they are told about it."""

from __future__ import annotations

import io
import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from generator.library.checks import check
from generator.library.load import Loaded, read_library
from generator.library.messages import keys
from generator.library.models import KINDS
from generator.library.problem import Place, Problem
from generator.library.reader import read
from generator.library.reference import reference_tables
from generator.library.report import as_github, as_json, counted, exit_code, print_text, summary_markdown
from generator.library.schema import schemas

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted((HERE / "cases" / "library").glob("*.yml"))
QUOTE = (ROOT / "quotes" / "tom-peters-employees-come-first.yml").read_text(encoding="utf-8")


def lay_out(folder: Path, files: dict[str, Any]) -> Loaded:
    """Write files below a folder and load it; a content is text, or bytes in hexadecimal."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(content["hex"]) if isinstance(content, dict) else content.encode("utf-8"))
    return read_library([folder])


def found(loaded: Loaded) -> list[Problem]:
    """Everything that is wrong with a loaded library, in order."""
    return sorted((*loaded.problems, *check(loaded)))


def rules(problems: list[Problem]) -> list[str]:
    """The names of the rules that spoke."""
    return [problem.rule for problem in problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_says_what_is_wrong_and_where(case: Path, tmp_path: Path, update: bool) -> None:
    """Every case of wrong content gives exactly the problems written beside it, each at its place."""
    text = case.read_text(encoding="utf-8")
    wanted = yaml.safe_load(text)
    said = [
        f"{one.file}:{one.place.line}:{one.place.column} {one.rule} {one.message} -> {one.hint}"
        for one in found(lay_out(tmp_path, wanted["files"]))
    ]
    if update:
        head = text.partition("\nproblems:")[0].rstrip("\n")
        tail = "\n".join(f"  - {json.dumps(line, ensure_ascii=False)}" for line in said)
        case.write_text(f"{head}\nproblems:{chr(10) if said else ' []'}{tail}\n", encoding="utf-8")
    else:
        assert said == wanted["problems"]
