"""What several tests share: the small library, and --update for golden files."""

from __future__ import annotations

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
