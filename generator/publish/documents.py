"""The documents of every kit: what is wanted, what is in the store already, what has to be printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from generator.compose.plan import Plan
from generator.export import documents as exports
from generator.library.library import Library
from generator.paper import engine
from generator.paper.documents import DOCUMENTS, EDITIONS, html_for, printed_for
from generator.paper.job import PAPERS, Paper, PrintOptions
from generator.publish import press
from generator.publish.digest import digest, digest_of_files
from generator.publish.press import Job, Overfull, Printed
from generator.publish.store import Store, place
from generator.strings import say

_APART = frozenset({"__pycache__", "share"})
_PRESSES = tuple(Path(module.__file__ or "").parent for module in (engine, exports))


class Unprintable(Exception):
    """Words of a document do not fit on its paper; the message says which, and what to do."""


class Tell(Protocol):
    """How a long work says where it is."""

    def start(self, words: str, total: int) -> None:
        """A stretch of work with this many steps begins."""

    def step(self) -> None:
        """One of them is done."""


@dataclass(frozen=True)
class Wanted:
    """A file to be, with the digest of all that goes into it."""

    plan: Plan
    document: str
    """Name of the document, with its edition: ``guide``, ``cards-fold``."""
    paper: Paper | None
    """None where the paper does not matter."""
    path: str
    """Below the output folder: ``kits/first-day/60/a4/guide.pdf``."""
    job: Job
    key: str

    @property
    def file(self) -> str:
        """Its name in the store."""
        return f"{self.key}.{self.job.form}"


@dataclass(frozen=True)
class Made:
    """A document in the store."""

    wanted: Wanted
    pages: int
    size: int
    pictures: int


def wanted(plan: Plan, folder: str, library: Library, options: PrintOptions, made_by: str) -> Iterator[Wanted]:
    """Every file of a plan: its documents, their editions, and what can be edited.

    ``made_by`` is the fingerprint of the press.
    """
    pictured = (options.brand.papers[0], None)
    for document, paper in printed_for(plan, options.brand):
        html = html_for(document, plan, library, replace(options, paper=paper or options.paper))
        job = Job(html, pictured=paper in pictured and document in plan.documents)
        yield _wanted(plan, folder, document, paper, job, made_by)
    for export in exports.EXPORTS:
        if export.document in plan.documents:
            job = Job(export.content(plan, library, options), export.form)
            yield _wanted(plan, folder, export.document, None, job, made_by)


def possible_paths() -> Iterator[str]:
    """Where any document of any plan may lie in its folder."""
    for name in (*DOCUMENTS, *EDITIONS):
        yield from (f"{name}.pdf", *(f"{paper}/{name}.pdf" for paper in PAPERS))
    yield from (f"{export.document}.{export.form}" for export in exports.EXPORTS)


def _wanted(plan: Plan, folder: str, document: str, paper: Paper | None, job: Job, made_by: str) -> Wanted:
    path = "/".join(part for part in (folder, paper, f"{document}.{job.form}") if part)
    return Wanted(plan, document, paper, path, job, digest(made_by, job.content, job.form, job.pictured))


def fingerprint() -> str:
    """Digest of the press itself: versions of its libraries, fonts, styles and the source that prints and exports."""
    sources = [digest_of_files(_sources(home), home) for home in _PRESSES]
    return digest(engine.versions(), exports.versions(), *sources)


def _sources(home: Path) -> Iterator[Path]:
    """What a document can depend on below a folder; pictures to share have a digest of their own."""
    return (path for path in home.rglob("*") if not _APART & {*path.relative_to(home).parts})


def print_missing(documents: Sequence[Wanted], store: Store, processes: int, tell: Tell) -> int:
    """Make what the store does not have; returns how many that were. Raises Unprintable."""
    missing = {document.key: document for document in documents if not store.has(f"{document.key}.json")}
    if missing:
        tell.start(say("build.printing", count=len(missing)), len(missing))
    for printed in _printed(missing, processes) if missing else ():
        store.put(missing[printed.key].file, printed.content)
        for number, picture in enumerate(printed.pictures, 1):
            store.put(f"{printed.key}-{number}.png", picture)
        facts = {"pages": printed.pages, "size": len(printed.content), "pictures": len(printed.pictures)}
        store.put(f"{printed.key}.json", json.dumps(facts).encode())  # last: it says that all the rest is there
        tell.step()
    return len(missing)


def _printed(missing: Mapping[str, Wanted], processes: int) -> Iterator[Printed]:
    try:
        yield from press.run(((key, wanted.job) for key, wanted in missing.items()), processes)
    except Overfull as error:
        raise Unprintable(say("build.overfull", file=missing[error.key].path, words=error.words)) from None


def made(documents: Iterable[Wanted], store: Store) -> list[Made]:
    """The documents with their facts from the store."""
    facts = [(document, json.loads(store.path(f"{document.key}.json").read_text())) for document in documents]
    return [Made(document, fact["pages"], fact["size"], fact["pictures"]) for document, fact in facts]


def lay_out(documents: Iterable[Made], store: Store, folder: Path, *, pictures: bool = False) -> None:
    """Put documents (and the pictures of their pages) at their paths below ``folder``."""
    for document in documents:
        wanted = document.wanted
        place(store.path(wanted.file), folder / wanted.path)
        for number, path in enumerate(picture_paths(document), 1) if pictures else ():
            place(store.path(f"{wanted.key}-{number}.png"), folder / path)


def picture_paths(document: Made) -> list[str]:
    """Where the pictures of a document's pages go, in order."""
    stem = document.wanted.path.removesuffix(".pdf")
    return [f"{stem}-{number}.png" for number in range(1, document.pictures + 1)]


def names_in_store(documents: Iterable[Made]) -> Iterator[str]:
    """Every file of the store that these documents use."""
    for document in documents:
        wanted = document.wanted
        numbers = range(1, document.pictures + 1)
        yield from (wanted.file, f"{wanted.key}.json", *(f"{wanted.key}-{n}.png" for n in numbers))
