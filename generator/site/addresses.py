"""Where every page stands, and how one gets from one to another. Addresses of entries are for good."""

from __future__ import annotations

import posixpath

from generator.library.models import Entry, KitRecipe


def page_of(id: str) -> str:
    """The page of an entry, below the root of the site, as a browser asks for it."""
    return f"{id}.html" if id.startswith("kits/") else f"e/{id}.html"


def picture_of(id: str) -> str:
    """The picture of an entry to be shared, beside its page."""
    return page_of(id).removesuffix(".html") + ".png"


def folder_of(entry: Entry) -> str:
    """The folder of an entry: ``quotes``, ``story-sets`` …"""
    return "kits" if isinstance(entry, KitRecipe) else entry.id.partition("/")[0]


def as_html(path: str) -> str:
    """The address of a Markdown page once it is built."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def between(source: str, target: str) -> str:
    """The relative link from the page ``source`` to ``target`` (which may end in an anchor)."""
    path, hash_, anchor = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(source) or ".") + hash_ + anchor
