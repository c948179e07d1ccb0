"""Pictures of entries for chats and slides: a document with one page an entry, each page the size of a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.library.faces import Face
from generator.paper.job import PrintOptions
from generator.paper.measure import height, millimetres, narrowest
from generator.paper.sentences import sentences
from generator.strings import say
from generator.templates import Markup, environment

HOME = Path(__file__).parent
WIDTH, HEIGHT = 1200, 630
"""Size of a picture in pixels: what chats and networks show whole."""
_ROOM = 1032.0
"""Width of the words, in pixels."""
_TALL = 376.0
"""Height of the words, in pixels."""
_PIXEL = 25.4 / 96
_POINTS = 0.75
"""Points in a pixel."""
_SLACK = 1.02
"""The engine may set a line a little wider than it was measured."""
_ALONE = (84, 76, 68, 62, 56, 51, 46, 42, 38, 35)
_TITLE = (84, 78, 72, 66, 60, 54, 48)
_MORE = (42, 38, 35)
_MORE_LINES = 4
"""A picture is looked at, not read: more lines than this stand on the page of the entry."""
_BELOW = 22.0
"""Between a title and what stands below it, in pixels."""
_BALANCED = 160
"""Texts of up to so many characters are broken into lines of equal length."""
_FACES: Mapping[str, str] = {"quotes": "serif-regular", "questions": "display-regular"}
_LEADING: Mapping[str, float] = {"quotes": 1.28, "questions": 1.2}
_TITLE_FACE, _TITLE_LEADING = "display-semibold", 1.14
_MORE_FACE, _MORE_LEADING = "serif-regular", 1.36
_COLOURS = {"stories": "#5d3f6e", "story-sets": "#5d3f6e"}
_SECOND = frozenset({"questions", "guidance"})


@dataclass(frozen=True)
class Line:
    """Words in a size that fits, in pixels, and the width that breaks them evenly."""

    text: str
    size: int
    width: float


@dataclass(frozen=True)
class Picture:
    """One page, ready to be set."""

    face: Face
    colour: str
    words: Line
    more: Line | None


def document(faces: Sequence[Face], options: PrintOptions) -> str:
    """The pictures of some entries as HTML, a page each, in their order."""
    page = environment(HOME).get_template("picture.html.jinja")
    tokens = (HOME.parent / "styles" / "tokens.css").read_text(encoding="utf-8")
    return page.render(
        pictures=[_picture(face, options) for face in faces],
        css=Markup(tokens + (HOME / "picture.css").read_text(encoding="utf-8")),
        brand=options.brand,
        logo=options.logo,
        title=say("site.share.document"),
    )


def sources() -> Iterator[Path]:
    """The files that decide how a picture looks, beside the engine's versions and fonts."""
    yield from sorted(path for path in HOME.iterdir() if path.is_file())
    yield HOME.parent / "styles" / "tokens.css"
    yield from (HOME.parent / f"{name}.py" for name in ("engine", "measure", "pictures", "sentences"))


def _picture(face: Face, options: PrintOptions) -> Picture:
    colour = _COLOURS.get(face.folder, options.brand.second if face.folder in _SECOND else options.brand.accent)
    if face.folder in _FACES:
        kind, leading = _FACES[face.folder], _LEADING[face.folder]
        return Picture(face, colour, _fitted(face.words, kind, _ALONE, leading, _TALL), None)
    room = _TALL - _BELOW - (3 * _MORE[-1] * _MORE_LEADING if face.more else 0)
    title = _fitted(face.words, _TITLE_FACE, _TITLE, _TITLE_LEADING, room)
    left = _TALL - _BELOW - _tall(title.text, _TITLE_FACE, title.size, _TITLE_LEADING)
    left = min(left, _MORE_LINES * _MORE[-1] * _MORE_LEADING + 1)
    return Picture(face, colour, title, _fitted(face.more, _MORE_FACE, _MORE, _MORE_LEADING, left))


def _fitted(text: str, face: str, sizes: Sequence[int], leading: float, room: float) -> Line:
    """The text in the largest size in which it fits; in the smallest, cut where it does not."""

    def fits(words: str, size: int) -> bool:
        whole = all(millimetres(word, face, size * _POINTS) <= _ROOM * _PIXEL / _SLACK for word in words.split())
        return whole and _tall(words, face, size, leading) <= room

    size = next((size for size in sizes if fits(text, size)), sizes[-1])
    shown = text if fits(text, size) else next(cut for cut in _cuts(text) if fits(cut, size))
    width = _ROOM
    if len(shown) <= _BALANCED:
        width = min(_ROOM, narrowest(shown, face, size * _POINTS, _ROOM * _PIXEL / _SLACK) / _PIXEL * _SLACK)
    return Line(shown, size, round(width, 1))


def _tall(text: str, face: str, size: float, leading: float) -> float:
    return height(text, face, size * _POINTS, _ROOM * _PIXEL / _SLACK, leading) / _PIXEL


def _cuts(text: str) -> Iterator[str]:
    """Ever less of a text: whole sentences first, then words of the first one, down to an ellipsis."""
    end = " …”" if text.endswith("”") else " …"
    whole = sentences(text)
    for count in reversed(range(1, len(whole))):
        yield " ".join(whole[:count]).rstrip("”") + end
    words = whole[0].split()
    for count in reversed(range(len(words))):
        yield " ".join(words[:count]).rstrip(",;:–—- ") + end
