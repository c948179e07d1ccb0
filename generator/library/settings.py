"""What a root says about itself: brand.yml with its logo, and the public address in mkdocs.yml."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from generator.library.brand import Brand
from generator.library.characters import decode
from generator.library.glyphs import unprintable
from generator.library.load import Loaded
from generator.library.messages import explain
from generator.library.problem import Place, Problem
from generator.library.reader import read
from generator.library.reading import ENTRY, UNREAD, Reading

BRAND_FILE = "brand.yml"
LOGO_BYTES = 500_000
_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
_MARKS = {".svg": b"<svg", ".png": b"\x89PNG"}


@dataclass(frozen=True)
class Settings:
    """Brand and public address of a root."""

    brand: Brand = field(default_factory=Brand)
    logo: str = ""
    """The logo as a ``data:`` address; empty where there is none."""
    site_url: str | None = None
    """Where the site is published; without it cards carry no QR code."""


def read_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a root; what is left out keeps its default."""
    address = _own(root, "mkdocs.yml").value.get("site_url")
    site_url = address.rstrip("/") if isinstance(address, str) else None
    reading = _own(root, BRAND_FILE)
    brand, refusals = brand_of(reading)
    if brand is None:
        return Settings(site_url=site_url), (*reading.problems, *refusals)
    logo, problems = _logo(root, brand, reading)
    return Settings(brand, logo, site_url), (*reading.problems, *problems)


def with_brand(loaded: Loaded, root: Path) -> Loaded:
    """A library with its brand.yml among its files, for those who show or mend lines of it."""
    path = root / BRAND_FILE
    if path.is_symlink() or not path.is_file() or path.stat().st_size > ENTRY.size:
        return loaded
    data = path.read_bytes()
    decoded = decode(data, BRAND_FILE, ENTRY.size)
    raw = {**loaded.raw, BRAND_FILE: data} if decoded.problems else loaded.raw
    return replace(loaded, sources={**loaded.sources, BRAND_FILE: decoded.text or ""}, raw=raw)


def brand_of(reading: Reading) -> tuple[Brand | None, list[Problem]]:
    """The brand from plain data, or None and all that its model has against it."""
    try:
        return Brand.model_validate(reading.value), []
    except ValidationError as error:
        return None, explain(error, reading, Brand, BRAND_FILE)


def _own(root: Path, file: str) -> Reading:
    """A file beside the entries, read as carefully as they are; empty where there is none."""
    path = root / file
    if path.is_symlink() or (path.exists() and not path.is_file()):
        message = f"{file} is a link, not a file"
        return replace(
            UNREAD, problems=(Problem(file, Place(), "", "not-a-file", message, "Put the file itself here."),)
        )
    if not path.exists():
        return UNREAD
    with path.open("rb") as stream:
        decoded = decode(stream.read(ENTRY.size + 1), file, ENTRY.size)
    text = decoded.text or ""
    reading = read(text, file)
    return replace(reading, problems=(*decoded.problems, *reading.problems, *unprintable(text, file)))


def _logo(root: Path, brand: Brand, reading: Reading) -> tuple[str, tuple[Problem, ...]]:
    """The logo, or why it cannot be printed."""
    if brand.logo is None:
        return "", ()
    path = (root / brand.logo).resolve()
    refusal = _refused(path, root.resolve())
    if refusal:
        message = f"the logo '{brand.logo}' {refusal}"
        hint = "Put a small SVG or PNG file beside brand.yml and write its name."
        return "", (Problem(BRAND_FILE, reading.positions.value(("logo",)), "logo", "logo", message, hint),)
    return f"data:{_TYPES[path.suffix]};base64,{b64encode(path.read_bytes()).decode()}", ()


def _refused(path: Path, root: Path) -> str:
    if not path.is_relative_to(root):
        return "lies outside this folder"
    if not path.is_file():
        return "is not there"
    if path.stat().st_size > LOGO_BYTES:
        return f"has {path.stat().st_size // 1000} kB; at most {LOGO_BYTES // 1000} kB are printed"
    return "" if _MARKS[path.suffix] in path.read_bytes()[:2000] else f"is no {path.suffix[1:].upper()} file"
