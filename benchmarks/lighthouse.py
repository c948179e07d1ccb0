"""Lighthouse over the built site, served with compression as a web server does: scores of home, Find and a kit.

Needs Node.js, Chromium and ``npm install lighthouse@12`` in a folder of your own:

    python benchmarks/lighthouse.py FOLDER/node_modules/.bin/lighthouse [PAGE …]
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).parents[1] / "build" / "site"
PAGES = ("index.html", "find.html", "kits/service-week-hour.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".json", ".svg")
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@cache
def packed(path: Path) -> bytes:
    """A file compressed, once: a web server does not do that again for every visitor."""
    return gzip.compress(path.read_bytes())


class Compressing(SimpleHTTPRequestHandler):
    """Serves files, text among them compressed."""

    def do_GET(self) -> None:
        """A packed file where it is text, else as it is."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        content = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


def scores(command: str, address: str) -> dict[str, object]:
    """Score of each category, and what kept a category below 100."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        call = [command, address, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}"]
        call.append(f"--only-categories={','.join(CATEGORIES)}")
        subprocess.run(call, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True)
        report = json.loads(out.read_text(encoding="utf-8"))
    found = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    audits = report["audits"]
    lost = [
        ref["id"]
        for name in CATEGORIES[1:]
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"] and audits[ref["id"]]["score"] not in (1, None)
    ]
    shown = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    return {**found, "lost": lost, **{name: audits[name]["displayValue"] for name in shown}}


def main() -> None:
    """Print one line a page."""
    command, *wanted = sys.argv[1:]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in wanted or PAGES:
        print(page, json.dumps(scores(command, f"http://127.0.0.1:{server.server_port}/{page}")))
    server.shutdown()


if __name__ == "__main__":
    main()
