"""What a root says about itself: brand.yml, and the public address in mkdocs.yml."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.library.brand import Brand
from generator.library.problem import Problem
from generator.library.reader import load_own, read

_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")


@dataclass(frozen=True)
class Settings:
    """Brand and public address of a root."""

    brand: Brand = field(default_factory=Brand)
    site_url: str | None = None
    """Where the site is published; without it cards carry no QR code."""


def read_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a root; what is left out keeps its default."""
    brand, problems = _brand(root / "brand.yml")
    config = root / "mkdocs.yml"
    address = (load_own(config) or {}).get("site_url") if config.exists() else None
    return Settings(brand, address.rstrip("/") if address else None), problems


def _brand(path: Path) -> tuple[Brand, tuple[Problem, ...]]:
    if not path.exists():
        return Brand(), ()
    reading = read(path.read_text(encoding="utf-8"), path.name)
    known = {field.name for field in dataclasses.fields(Brand)}
    problems = list(reading.problems)
    for key, value in reading.value.items():
        place = reading.positions
        if key not in known:
            hint = f"Keys of brand.yml: {', '.join(sorted(known))}."
            problems.append(Problem(path.name, place.key((key,)), key, "unknown-key", f"unknown key '{key}'", hint))
        elif key in ("accent", "second") and not _COLOUR.match(str(value)):
            message = f"needs a colour like #0b5563, got '{value}'"
            problems.append(Problem(path.name, place.value((key,)), key, "colour", message))
    if any(problem.severity == "error" for problem in problems):
        return Brand(), tuple(problems)
    return Brand(**{key: str(value) for key, value in reading.value.items()}), tuple(problems)
