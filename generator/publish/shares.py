"""Pictures of entries to be shared: drawn some at a time, kept by what they show, and drawn again when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

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

BATCHES = 24
"""Into how many documents all pictures are parted, by a hash of their ids. It does not follow their number: then a new
entry would move others, and the same library would no longer give the same bytes whatever was built before."""


@dataclass(frozen=True)
class Shared:
    """A picture to be."""

    face: Face
    batch: int
    """The document it is drawn in; what stands beside a picture there can move its bytes, though nobody sees it."""
    key: str
    """Digest of all that its document shows, and of which of its pages it is."""

    @property
    def file(self) -> str:
        """Its name in the store."""
        return f"{self.key}.png"

    @property
    def path(self) -> str:
        """Where it lies below the root of the site."""
        return picture_of(self.face.id)


def shared(library: Library, options: PrintOptions) -> list[Shared]:
    """A picture for every entry that has a face, batch by batch."""
    home = Path(picture.__file__).parents[1]
    looks = digest(engine.versions(), digest_of_files(picture.sources(), home), _brand(options))
    batches: dict[int, list[Face]] = {}
    for each in filter(None, (face(entry, library) for entry in library.entries.values())):
        batches.setdefault(crc32(each.id.encode()) % BATCHES, []).append(each)
    return [each for number, faces in sorted(batches.items()) for each in _batch(number, faces, looks)]


def _batch(number: int, faces: Sequence[Face], looks: str) -> Iterator[Shared]:
    whole = digest(looks, [asdict(each) for each in faces])
    return (Shared(each, number, digest(whole, each.id)) for each in faces)


def _brand(options: PrintOptions) -> list[str]:
    brand = options.brand
    return [brand.organisation, brand.accent, brand.second, options.logo]


def draw_missing(pictures: Sequence[Shared], options: PrintOptions, store: Store, processes: int, tell: Tell) -> int:
    """Draw the documents of which the store lacks a picture; returns how many were drawn. Raises Unprintable."""
    batches: dict[str, list[Shared]] = {}
    for each in pictures:
        batches.setdefault(str(each.batch), []).append(each)
    missing = {name: some for name, some in batches.items() if not all(store.has(each.file) for each in some)}
    count = sum(map(len, missing.values()))
    if missing:
        tell.start(say("build.drawing", count=count), count)
    jobs = ((name, Job(picture.document([s.face for s in some], options), PICTURE)) for name, some in missing.items())
    try:
        for drawn in press.run(jobs, processes) if missing else ():
            for each, content in zip(missing[drawn.key], drawn.pictures, strict=True):
                store.put(each.file, content)
                tell.step()
    except Overfull as error:
        paths = ", ".join(each.path for each in missing[error.key])
        raise Unprintable(say("build.overfull", file=paths, words=error.words)) from None
    return count


def lay_out(pictures: Iterable[Shared], store: Store, folder: Path) -> None:
    """Put pictures beside the pages of their entries below ``folder``."""
    for each in pictures:
        place(store.path(each.file), folder / each.path)
