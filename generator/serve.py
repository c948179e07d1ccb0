"""A look at the site on this computer, built again whenever a file changes."""

from __future__ import annotations

import functools
import http.server
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from generator.build import Order, build
from generator.check import check
from generator.library.report import print_text
from generator.publish.documents import Unprintable
from generator.strings import say
from generator.terminal import Progress

WATCHED = ("quotes", "content", "kits", "docs", "brand.yml", "mkdocs.yml", "moved.yml")
PAUSE = 1.0
"""Seconds between two looks at the files."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line a request."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


def serve(root: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve ``build/site`` on the loopback address until interrupted."""
    seen = _state(root)
    _build(root, tell)
    handler = functools.partial(_Quiet, directory=str(root / "build" / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(say("cli.serving", address=f"http://127.0.0.1:{server.server_port}/"))
        try:
            while True:
                time.sleep(PAUSE)
                now = _state(root)
                if now != seen:
                    seen = now
                    _build(root, tell)
        except KeyboardInterrupt:
            server.shutdown()


def _build(root: Path, tell: Callable[[str], None]) -> None:
    checked = check(root)
    if not checked.sound:
        print_text(checked.problems, checked.loaded.sources, Console(stderr=True))
        return
    try:
        with Progress() as progress:
            outcome = build(Order(root, processes=os.cpu_count() or 1), checked, progress)
    except Unprintable as failure:
        tell(say("build.failed", reason=failure))
        return
    tell(say("cli.built", rendered=outcome.rendered))


def _state(root: Path) -> dict[str, tuple[int, int]]:
    """Time and size of every watched file."""
    paths = [path for name in WATCHED for path in [root / name, *(root / name).rglob("*")] if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in paths}
