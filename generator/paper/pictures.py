"""Pictures of printed pages for the site. (The only module that knows pypdfium2 and Pillow.)"""

from __future__ import annotations

from io import BytesIO
from itertools import islice


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def pictures(pdf: bytes, width_px: int, most: int | None = None) -> list[bytes]:
    """The pages, or the first ``most`` of them, as PNGs of a width in pixels; the same PDF gives the same bytes."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page, width_px) for page in islice(document, most)]
    finally:
        document.close()


def _png(page: object, width_px: int) -> bytes:
    from PIL import Image

    bitmap = page.render(scale=width_px / page.get_width())  # type: ignore[attr-defined]
    image = bitmap.to_pil().convert("RGB")
    if image.width != width_px:
        image = image.resize((width_px, image.height), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.quantize(96, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()
