"""The documents of every kit: what is wanted, what is in the store already, what has to be printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper import press
from generator.paper.documents import html_for
from generator.paper.engine import versions
from generator.paper.job import Job, Paper, PrintOptions
from generator.publish.digest import digest, digest_of_files
from generator.publish.store import Store, place
from generator.strings import say

PAPERS: tuple[Paper, ...] = ("a4", "letter")
PICTURED: Paper = "a4"
"""The paper of which page pictures are made."""
PRESS = Path(press.__file__).parent


class Tell(Protocol):
    """How a long work says where it is."""

    def start(self, words: str, total: int) -> None:
        """A stretch of work with this many steps begins."""

    def step(self) -> None:
        """One of them is done."""


@dataclass(frozen=True)
class Wanted:
    """A document to be, with the digest of all that goes into it."""

    plan: Plan
    document: str
    paper: Paper
    path: str
    """Below the output folder: ``kits/first-day/60/a4/guide.pdf``."""
    job: Job
    key: str

    @property
    def pictured(self) -> bool:
        """Whether pictures of its pages are wanted."""
        return self.paper == PICTURED


@dataclass(frozen=True)
class Made:
    """A document in the store."""

    wanted: Wanted
    pages: int
    size: int
    pictures: int


def wanted(plan: Plan, folder: str, library: Library, options: PrintOptions, engine: str) -> Iterator[Wanted]:
    """Every document a plan calls for, on both papers; ``engine`` is the fingerprint of the press."""
    for paper in PAPERS:
        chosen = PrintOptions(paper, options.site_url, options.start, options.brand, options.large)
        for document in plan.documents:
            html = html_for(document, plan, library, chosen)
            title = f"{plan.title}: {say(f'documents.{document}')}"
            key = digest(engine, html, paper == PICTURED)
            path = "/".join(part for part in (folder, paper, f"{document}.pdf") if part)
            yield Wanted(plan, document, paper, path, Job(document, title, html), key)


def fingerprint() -> str:
    """Digest of the press itself: engine, Pango and HarfBuzz versions, fonts, styles and the source that prints."""
    source = digest_of_files((p for p in PRESS.rglob("*") if "__pycache__" not in p.parts), PRESS)
    return digest(versions(), source)


def print_missing(documents: Sequence[Wanted], store: Store, processes: int, tell: Tell) -> int:
    """Render what the store does not have; returns how many that were."""
    missing = {document.key: document for document in documents if not store.has(f"{document.key}.json")}
    if missing:
        tell.start(say("build.printing", count=len(missing)), len(missing))
    for printed in press.run(((key, w.job, w.pictured) for key, w in missing.items()), processes) if missing else ():
        store.put(f"{printed.key}.pdf", printed.pdf)
        for number, picture in enumerate(printed.pictures, 1):
            store.put(f"{printed.key}-{number}.png", picture)
        facts = {"pages": printed.pages, "size": len(printed.pdf), "pictures": len(printed.pictures)}
        store.put(f"{printed.key}.json", json.dumps(facts).encode())  # last: it says that all the rest is there
        tell.step()
    return len(missing)


def made(documents: Iterable[Wanted], store: Store) -> list[Made]:
    """The documents with their facts from the store."""
    facts = [(document, json.loads(store.path(f"{document.key}.json").read_text())) for document in documents]
    return [Made(document, fact["pages"], fact["size"], fact["pictures"]) for document, fact in facts]


def lay_out(documents: Iterable[Made], store: Store, folder: Path, *, pictures: bool = False) -> None:
    """Put documents (and the pictures of their pages) at their paths below ``folder``."""
    for document in documents:
        key = document.wanted.key
        place(store.path(f"{key}.pdf"), folder / document.wanted.path)
        for number, path in enumerate(picture_paths(document), 1) if pictures else ():
            place(store.path(f"{key}-{number}.png"), folder / path)


def picture_paths(document: Made) -> list[str]:
    """Where the pictures of a document's pages go, in order."""
    stem = document.wanted.path.removesuffix(".pdf")
    return [f"{stem}-{number}.png" for number in range(1, document.pictures + 1)]


def names_in_store(documents: Iterable[Made]) -> Iterator[str]:
    """Every file of the store that these documents use."""
    for document in documents:
        key = document.wanted.key
        yield from (f"{key}.pdf", f"{key}.json", *(f"{key}-{n}.png" for n in range(1, document.pictures + 1)))
