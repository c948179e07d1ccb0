"""The PDF engine: HTML in, bytes out; it reads nothing but our own styles and assets, and any complaint stops it."""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from generator.paper.overfull import overfull
from generator.paper.spill import settings, short
from generator.paper.tags import tidy

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

HOME = Path(__file__).parent.resolve()
ASSETS = HOME / "assets"
STYLES = HOME / "styles"
_SHOWN = 3
"""How many of the words that do not fit a message names."""


class PrintError(Exception):
    """The engine complained, or was refused a file: a bug of ours, never a content mistake."""


class OverfullError(PrintError):
    """Words do not fit: they are too long, or we left too little room for them."""


class _Complaints(logging.Handler):
    """Keeps what the engine logs, so that nothing it says is lost."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger, complaints = logging.getLogger("weasyprint"), _Complaints()
    logger.addHandler(complaints)
    try:
        yield complaints.lines
    finally:
        logger.removeHandler(complaints)


def _is_ours(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc:
        return False
    path = Path(unquote(parts.path)).resolve()
    return any(path.is_relative_to(root) for root in (ASSETS, STYLES))


def locked_fetcher(refused: list[str]) -> URLFetcher:
    """A fetcher for our own assets and ``data:`` images; what it refuses is also noted in ``refused``.

    The list is needed because the engine swallows refusals inside SVG without a word.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Locked(URLFetcher):  # type: ignore[misc,unused-ignore]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            if not _is_ours(url):
                refused.append(url[:200])
                raise ValueError(f"not one of our assets: {url[:200]}")
            return URLFetcherResponse(url, Path(unquote(urlsplit(url).path)).resolve().read_bytes())

    return Locked(allowed_protocols=("data", "file"), allow_redirects=False)


def render(html: str) -> bytes:
    """A tagged PDF/UA-1 document; the same HTML gives the same bytes.

    Raises PrintError on any complaint, and OverfullError where words do not fit.
    """
    refused: list[str] = []
    with _listening() as complaints:
        laid_out = _lay_out(html, refused)
        misfits = dict.fromkeys(str(each) for each in overfull(laid_out.pages))
        pdf: bytes = laid_out.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
            finisher=lambda _, made: tidy(made),
        )
    if refused or complaints:
        raise PrintError("; ".join([*(f"refused {url}" for url in refused), *complaints]))
    if misfits:
        raise OverfullError("; ".join(list(misfits)[:_SHOWN]))
    return pdf


def _lay_out(html: str, refused: list[str]) -> Any:
    """The pages of a document; where one would hold only a few lines, set as close as it takes to save it."""
    tried = []
    for setting in settings(html):
        tried.append(_pages(setting, refused))
        if not short(tried[-1].pages):
            break
    return min(tried, key=lambda made: (short(made.pages), len(made.pages)))


def _pages(html: str, refused: list[str]) -> Any:
    from weasyprint import HTML

    page = HTML(string=html, base_url=HOME.as_uri() + "/", url_fetcher=locked_fetcher(refused))
    return page.render(pdf_variant="pdf/ua-1")


def versions() -> dict[str, str]:
    """What the bytes depend on besides the HTML: the engine, its libraries and our own assets."""
    import pydyf
    import weasyprint
    from weasyprint.text.ffi import pango

    return {
        "weasyprint": weasyprint.__version__,
        "pydyf": pydyf.__version__,
        "pango": str(pango.pango_version()),
        "harfbuzz": _harfbuzz(),
        "assets": _digest(ASSETS),
    }


def _harfbuzz() -> str:
    name = ctypes.util.find_library("harfbuzz")
    if name is None:
        return "unknown"
    version = ctypes.CDLL(name).hb_version_string
    version.restype = ctypes.c_char_p
    return str(version().decode())


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
