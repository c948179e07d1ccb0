"""What several tests share: the small library, the small library built, and --update for golden files."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.library.library import Library
from generator.library.load import read_library

SMALL = Path(__file__).parent / "library"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --update`` writes the golden files anew; look at the difference before you keep it."""
    parser.addoption("--update", action="store_true", help="Write golden files anew.")


@pytest.fixture(name="update", scope="session")
def _update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(name="library", scope="session")
def _library() -> Library:
    """The small library the tests have of their own, in tests/library/."""
    return read_library([SMALL]).library


@pytest.fixture(name="built", scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small library, built by the real command; made once, whatever the number of test processes."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if shared.name.startswith("popen-") else shared
    root = shared / "small"
    with (shared / "small.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "build" / "site").exists():
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(SMALL, root)
            command = [sys.executable, "-m", "generator", "--root", str(root), "build"]
            subprocess.run(command, check=True, capture_output=True, text=True)
    return root


@pytest.fixture(name="built_site", scope="session")
def _built_site(built: Path) -> Path:
    """The site of the small library."""
    return built / "build" / "site"
