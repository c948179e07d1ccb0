"""The press: makes many files in child processes that may not run away with time or memory."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from generator.export.documents import WRITERS
from generator.paper.engine import OverfullError, render
from generator.paper.pictures import page_count, pictures
from generator.paper.share.picture import WIDTH

CPU_SECONDS = 900
MEMORY = 3 * 1024**3
PICTURE_WIDTH = 640
"""Width of a page picture, in pixels."""
PICTURE = "png"
"""Form of a job that wants its pages as pictures of full size, and no document."""
PICTURES = 3
"""Pages of which pictures are made, from the first."""


@dataclass(frozen=True)
class Job:
    """One file to be made: what goes in, and what is to come out."""

    content: str
    """HTML of a printed document, or what an export is written from."""
    form: str = "pdf"
    """Suffix of the file: ``pdf``, ``pptx``, ``docx``; ``png`` for a picture of every page and nothing else."""
    pictured: bool = False
    """Whether pictures of its pages are wanted."""


@dataclass(frozen=True)
class Printed:
    """A file that was made: its bytes, its number of pages, and PNG pictures of its first pages where wanted."""

    key: str
    content: bytes
    pages: int
    pictures: tuple[bytes, ...]


class Overfull(Exception):
    """Words of a document do not fit; says which document, by its key, and which words."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(key, words)
        self.key, self.words = key, words


def run(jobs: Iterable[tuple[str, Job]], processes: int) -> Iterator[Printed]:
    """Do (key, job) in ``processes`` child processes; files come as they are ready. Raises Overfull."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn, initializer=_limit) as pool:
        futures: list[Future[Printed]] = [pool.submit(_make, *job) for job in jobs]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (OSError, ValueError):  # macOS knows no limit on address space
        return


def _make(key: str, job: Job) -> Printed:
    if job.form in WRITERS:
        content, pages = WRITERS[job.form](job.content)
        return Printed(key, content, pages, ())
    try:
        pdf = render(job.content)
    except OverfullError as error:
        raise Overfull(key, str(error)) from None
    if job.form == PICTURE:
        drawn = pictures(pdf, WIDTH)
        return Printed(key, b"", len(drawn), tuple(drawn))
    shown = pictures(pdf, PICTURE_WIDTH, most=PICTURES) if job.pictured else []
    return Printed(key, pdf, page_count(pdf), tuple(shown))
