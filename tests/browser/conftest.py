"""The built site, served to a real browser that may talk to this computer only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = 390, 1280


@dataclass
class Visit:
    """A page in a browser, and what went wrong while somebody looked at it."""

    page: Page
    address: str
    trouble: list[str] = field(default_factory=list)

    def to(self, path: str) -> Page:
        """Go to a page of the site and wait until it is there."""
        self.page.goto(f"{self.address}/{path}")
        return self.page


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Tests have nothing to say on standard error."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves before a file has come is no news; everything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(name="address", scope="session")
def _address(built_site: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(built_site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(name="browser", scope="session")
def _browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


Open = Callable[..., Visit]


@pytest.fixture(name="visit")
def _visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages in windows of any width and colour; fails the test when one complains or asks a third party."""
    opened: list[Visit] = []

    def start(
        width: int = DESK,
        scheme: Literal["light", "dark"] = "light",
        address: str = address,
        height: int = 844,
        **more: Any,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True, **more
        )
        visit = Visit(context.new_page(), address)
        _watch(visit)
        opened.append(visit)
        return visit

    yield start
    for each in opened:
        each.page.context.close()
    assert [trouble for each in opened for trouble in each.trouble] == []


def _watch(visit: Visit) -> None:
    def said(message: Any) -> None:
        if message.type in ("error", "warning"):
            visit.trouble.append(f"console: {message.text}")

    def asked(request: Any) -> None:
        if not request.url.startswith((visit.address, "data:", "blob:")):
            visit.trouble.append(f"third party: {request.url}")

    visit.page.on("console", said)
    visit.page.on("pageerror", lambda error: visit.trouble.append(f"error: {error}"))
    visit.page.on("request", asked)
