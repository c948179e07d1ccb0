"""Compares printed pages with kept pictures of them, and shows where they differ."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from tests.printed import opened

KEPT = Path(__file__).parent / "pictures"
DPI = 55
GREYS = 16
FAR = 40
"""Of 255: a dot that differs by more is another dot; less is how an edge is smoothed."""
SHARE = 0.002
"""The share of dots that may be others."""


def page_picture(pdf: bytes, page: int) -> Image.Image:
    """A page in a few greys."""
    with opened(pdf) as document:
        image = document[page].render(scale=DPI / 72, grayscale=True).to_pil()
    step = 255 / (GREYS - 1)
    return image.point([round(round(value / step) * step) for value in range(256)])


def differing(kept: Image.Image, now: Image.Image) -> float:
    """The share of dots that are others; 1 where the pages have another size."""
    return _others(kept, now).histogram()[255] / (now.width * now.height) if kept.size == now.size else 1.0


def _others(kept: Image.Image, now: Image.Image) -> Image.Image:
    return ImageChops.difference(kept, now).point(lambda value: 255 if value > FAR else 0)


def side_by_side(kept: Image.Image, now: Image.Image) -> Image.Image:
    """What was kept, what is now, and what differs, in red."""
    width, height = max(kept.width, now.width), max(kept.height, now.height)
    shown = Image.new("RGB", (3 * width, height), "white")
    shown.paste(kept.convert("RGB"), (0, 0))
    shown.paste(now.convert("RGB"), (width, 0))
    pale = now.point(lambda value: 160 + value * 95 // 255).convert("RGB")
    if kept.size == now.size:
        pale.paste((220, 0, 0), mask=_others(kept, now))
    shown.paste(pale, (2 * width, 0))
    return shown


def keep(image: Image.Image, path: Path) -> None:
    """Write a picture as small as it gets."""
    out = BytesIO()
    image.quantize(GREYS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(out.getvalue())


def compare(name: str, now: Image.Image, folder: Path, *, kept: Path = KEPT) -> str:
    """What there is to say about a page and its kept picture: nothing where they are alike."""
    path = kept / f"{name}.png"
    if not path.exists():
        return f"{path} is not there; write it with --update"
    with Image.open(path) as picture:
        before = picture.convert("L")
    share = differing(before, now)
    if share <= SHARE:
        return ""
    shown = folder / f"{name}.png"
    side_by_side(before, now).save(shown)
    return (
        f"{share:.1%} of {name} is other than it was: look at {shown}; if it is as it should be, keep it with --update"
    )
