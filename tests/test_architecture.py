"""Imports point one way, and each heavy library is known to one module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"
STAGES = ("library", "write", "compose", "paper", "export", "site", "publish")
MAY_USE = {
    "library": {"library", "strings"},
    "write": {"library", "write", "strings"},
    "compose": {"library", "compose", "strings"},
    "paper": {"library", "compose", "paper", "strings", "templates", "output"},
    "export": {"library", "compose", "paper", "export", "strings", "templates", "output"},
    "site": {"library", "write", "compose", "site", "strings", "templates", "output"},
    "publish": {"library", "compose", "paper", "export", "site", "publish", "strings", "output"},
}
HEAVY = {
    "yaml": {"library/reader.py"},
    "weasyprint": {"paper/engine.py"},
    "pypdfium2": {"paper/pictures.py"},
    "PIL": {"paper/pictures.py"},
    "jinja2": {"templates.py"},
    "segno": {"paper/cards.py"},
    "fontTools": {"paper/measure.py"},
    "rapidfuzz": {"library/likeness.py"},
    "pptx": {"export/pptx.py"},
    "pypandoc": {"export/docx.py"},
    "docx": {"export/word_styles.py"},
    "mkdocs": set(),
}
MODULES = sorted(GENERATOR.rglob("*.py"))


def imported(path: Path, *, run: bool = True) -> Iterator[str]:
    """Names of the modules a file imports; with ``run``, only those it imports when it runs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checking = {
        id(inner)
        for node in ast.walk(tree)
        if run and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in checking:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    """A stage uses what comes before it, never what comes after."""
    stage = path.relative_to(GENERATOR).parts[0]
    if stage not in STAGES:
        return
    used = {name.split(".")[1] for name in imported(path) if name.startswith("generator.")}

    assert used <= MAY_USE[stage]


@pytest.mark.parametrize("library", HEAVY)
def test_heavy_library_is_known_to_one_place(library: str) -> None:
    """What is slow to import, or may be replaced one day, is imported in one place."""
    users = {
        path.relative_to(GENERATOR).as_posix()
        for path in MODULES
        if any(name.split(".")[0] == library for name in imported(path))
    }

    assert users <= HEAVY[library]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_module_says_its_duty(path: Path) -> None:
    """Every module opens with one line that says what it is for."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert docstring
    assert docstring.splitlines()[0].endswith((".", ".)", ":"))


def test_the_command_line_starts_light() -> None:
    """``huddlekit --help`` loads nothing that takes time; a command loads what it needs once it runs."""
    heavy = {"pydantic", "rich", "jinja2", "weasyprint"}
    code = f"import sys, generator.cli; print(sorted({heavy!r} & sys.modules.keys()))"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=GENERATOR.parent
    )

    assert said.stdout.strip() == "[]"
