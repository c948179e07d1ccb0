"""Pictures of entries to be shared: each is kept by the digest of what it shows, and only new ones are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.library.faces import Face, face
from generator.library.library import Library
from generator.paper import engine
from generator.paper.job import PrintOptions
from generator.paper.share import picture
from generator.publish import press
from generator.publish.digest import digest, digest_of_files
from generator.publish.documents import Tell, Unprintable
from generator.publish.press import PICTURE, Job, Overfull
from generator.publish.store import Store, place
from generator.site.addresses import picture_of
from generator.strings import say

BATCH = 40
"""How many are drawn as one document: few enough for the work to be shared out, many enough to be quick."""


@dataclass(frozen=True)
class Shared:
    """A picture to be, with the digest of all that it shows."""

    face: Face
    key: str

    @property
    def file(self) -> str:
        """Its name in the store."""
        return f"{self.key}.png"

    @property
    def path(self) -> str:
        """Where it lies below the root of the site."""
        return picture_of(self.face.id)


def shared(library: Library, options: PrintOptions) -> list[Shared]:
    """A picture for every entry that has a face, in the order of their ids."""
    home = Path(picture.__file__).parents[1]
    looks = digest(engine.versions(), digest_of_files(picture.sources(), home), _brand(options))
    faces = (face(entry, library) for entry in library.entries.values())
    return [Shared(each, digest(looks, asdict(each))) for each in faces if each]


def _brand(options: PrintOptions) -> list[str]:
    brand = options.brand
    return [brand.organisation, brand.accent, brand.second, options.logo]


def draw_missing(pictures: Sequence[Shared], options: PrintOptions, store: Store, processes: int, tell: Tell) -> int:
    """Draw what the store does not have; returns how many that were. Raises Unprintable."""
    missing = [each for each in pictures if not store.has(each.file)]
    batches = {str(number): some for number, some in enumerate(_batches(missing))}
    if missing:
        tell.start(say("build.drawing", count=len(missing)), len(missing))
    jobs = ((name, Job(picture.document([s.face for s in some], options), PICTURE)) for name, some in batches.items())
    try:
        for drawn in press.run(jobs, processes) if missing else ():
            for each, content in zip(batches[drawn.key], drawn.pictures, strict=True):
                store.put(each.file, content)
                tell.step()
    except Overfull as error:
        paths = ", ".join(each.path for each in batches[error.key])
        raise Unprintable(say("build.overfull", file=paths, words=error.words)) from None
    return len(missing)


def _batches(missing: Sequence[Shared]) -> Iterator[tuple[Shared, ...]]:
    for start in range(0, len(missing), BATCH):
        yield tuple(missing[start : start + BATCH])


def lay_out(pictures: Iterable[Shared], store: Store, folder: Path) -> None:
    """Put pictures beside the pages of their entries below ``folder``."""
    for each in pictures:
        place(store.path(each.file), folder / each.path)
