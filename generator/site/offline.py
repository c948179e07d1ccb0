"""The worker that lets a browser open the site without a network: its list of what to keep, and its version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from generator.output import Output
from generator.site.addresses import as_html
from generator.site.site import TEMPLATES
from generator.templates import Markup, environment

SHELL = ("run", "compose", "find", "tally", "add")
"""Pages that are kept from the first visit on, wherever it leads."""
ASSETS = (".js", ".css", "-latin.woff2", ".svg")
"""Ends of the assets that are kept with them; faces for other scripts are kept when a page has asked for them."""


def worker(files: Sequence[Output]) -> Output:
    """``sw.js`` for a site of these files. Its version is their digest: a changed site is kept anew."""
    made = hashlib.sha256()
    for each in files:
        made.update(each.path.encode() + hashlib.sha256(each.content).digest())
    values = {"version": made.hexdigest()[:16], "shell": Markup(json.dumps(_shell(files)))}
    return Output.text("sw.js", environment(TEMPLATES).get_template("sw.js").render(values) + "\n")


def _shell(files: Sequence[Output]) -> list[str]:
    """Addresses below the root of the site."""
    pages = {f"{name}.html" for name in SHELL}
    paths = [as_html(each.path) for each in files]
    return [path for path in paths if path in pages or (path.startswith("assets/") and path.endswith(ASSETS))]
