"""What reaches build/: all of an output or none of it, and nothing made twice."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.library.brand import Brand
from generator.library.load import read_library
from generator.publish.website import site_sources
from generator.site.model import SiteOptions
from tests.conftest import SMALL

COMMAND = [sys.executable, "-m", "generator"]


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command on a root; whatever it says is kept."""
    return subprocess.run([*COMMAND, "--root", str(root), *words], capture_output=True, text=True, check=False)


def contents(root: Path) -> dict[str, bytes]:
    """Every file that build/ shows, by name."""
    parts = ("kits", "docs", "site")
    files = [path for part in parts for path in (root / "build" / part).rglob("*") if path.is_file()]
    return {path.relative_to(root / "build").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(name="copy")
def _copy(built: Path, tmp_path: Path) -> Path:
    """A built library of a test's own."""
    root = tmp_path / "mine"
    shutil.copytree(built, root, symlinks=True)
    return root


def test_second_build_renders_nothing(copy: Path) -> None:
    """A build without changes renders no document, leaves the site alone and keeps the release."""
    release = (copy / "build").resolve()
    made = run(copy, "build")

    assert made.returncode == 0, made.stderr
    assert "(0 printed now" in made.stdout
    assert "Site: unchanged" in made.stdout
    assert (copy / "build").resolve() == release


def test_change_renders_only_what_it_touches(copy: Path) -> None:
    """A changed promise reaches that kit's guide and handout, the site is made anew, other kits are left alone."""
    before = contents(copy)
    kit = copy / "kits" / "new-people.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("You know more", "You already know more"), encoding="utf-8")
    made = run(copy, "build")
    after = contents(copy)
    changed = {name for name in after if name.endswith(".pdf") and after[name] != before.get(name)}

    assert made.returncode == 0, made.stderr
    assert "kits/new-people/30/a4/guide.pdf" in changed
    assert all("/new-people/" in name or "kits/new-people/" in name for name in changed)
    assert b"You already know more" in after["site/kits/new-people.html"]


def test_broken_content_changes_nothing(copy: Path) -> None:
    """A library with an error is not built; the last good output stays, and the answer names the place."""
    before = contents(copy)
    kit = copy / "kits" / "new-people.yml"
    kit.write_text(kit.read_text(encoding="utf-8") + "wrong_key: yes\n", encoding="utf-8")
    made = run(copy, "build")

    assert made.returncode == 1
    assert "kits/new-people.yml:8:1" in made.stderr
    assert "Traceback" not in made.stderr
    assert contents(copy) == before


def test_failing_site_engine_changes_nothing(copy: Path) -> None:
    """When the site engine refuses a page, documents printed on the way do not show either."""
    before = contents(copy)
    (copy / "docs").mkdir()
    (copy / "docs" / "use.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    kit = copy / "kits" / "new-people.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("You know more", "You already know more"), encoding="utf-8")
    made = run(copy, "build")

    assert made.returncode == 1
    assert "nowhere.md" in made.stderr
    assert contents(copy) == before


def test_killed_build_changes_nothing(copy: Path) -> None:
    """A build killed in the middle leaves the last good output, and the next build clears up after it."""
    before = contents(copy)
    shutil.rmtree(copy / ".build" / "store")
    kit = copy / "kits" / "new-people.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("You know more", "You already know more"), encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "--root", str(copy), "build", "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 120
    while not list((copy / ".build" / "store").glob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    assert contents(copy) == before
    made = run(copy, "build", "--no-site")
    assert made.returncode == 0, made.stderr
    assert not list((copy / ".build" / "releases").glob("*.part"))


def test_two_builds_do_not_mix(copy: Path) -> None:
    """While one build holds the folder, another says so and leaves."""
    with (copy / ".build" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = run(copy, "build")

    assert made.returncode == 1
    assert "Another build is at work" in made.stderr


def test_one_kit_leaves_the_rest(copy: Path) -> None:
    """--kit prints one kit; the others, the site and their files stay as they were."""
    before = contents(copy)
    kit = copy / "kits" / "short-huddle.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("A short huddle", "A very short huddle"), encoding="utf-8")
    made = run(copy, "build", "--kit", "short-huddle")
    after = contents(copy)

    assert made.returncode == 0, made.stderr
    assert after.keys() == before.keys()
    assert after["kits/short-huddle/10/a4/sheet.pdf"] != before["kits/short-huddle/10/a4/sheet.pdf"]
    assert {n: b for n, b in after.items() if "kits/short-huddle" not in n} == {
        n: b for n, b in before.items() if "kits/short-huddle" not in n
    }


def test_manifest_lists_what_is_there(built: Path) -> None:
    """Every document of the manifest lies at its path with its number of bytes; in kits/ there is nothing else."""
    manifest = json.loads((built / "build" / "manifest.json").read_text(encoding="utf-8"))
    listed = {row["path"]: row["bytes"] for row in manifest["documents"]}
    files = [path for path in (built / "build" / "kits").rglob("*") if path.is_file() and path.name != "plan.json"]
    found = {f"kits/{path.relative_to(built / 'build' / 'kits')}": path for path in files}

    assert listed == {name: path.stat().st_size for name, path in found.items()}


def test_same_bytes_in_another_folder(built: Path, tmp_path: Path) -> None:
    """Built again elsewhere from nothing, a kit's documents are the same byte for byte."""
    root = tmp_path / "elsewhere"
    shutil.copytree(SMALL, root)
    made = run(root, "build", "--kit", "short-huddle", "--kit", "new-people")

    assert made.returncode == 0, made.stderr
    files = sorted((root / "build" / "kits").rglob("*.pdf"))
    assert len(files) >= 8
    for path in files:
        assert path.read_bytes() == (built / path.relative_to(root)).read_bytes(), path.name


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        (Brand(repository="https://github.com/our/own", branch="live"), "https://github.com/our/own/new/live/quotes"),
        (Brand(), "contribute.md"),
    ],
)
def test_our_pages_lead_to_the_repository_of_the_library(tmp_path: Path, brand: Brand, expected: str) -> None:
    """Who publishes a library of their own gets what people add; without a repository, pages tell how it is done."""
    (tmp_path / "quotes").mkdir()
    sources = site_sources(tmp_path, read_library([tmp_path]).library, (), (), SiteOptions(brand))
    page = next(each.content.decode() for each in sources if each.path == "add-a-quote.md")
    ready = re.search(r"\[A ready new file\]\(([^)?]*)", page)
    assert ready
    assert ready[1] == expected
    assert "huddlekit/huddlekit" not in page
