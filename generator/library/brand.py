"""Whose kit it is: name, logo, colours, values and papers, as brand.yml says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.library.colour import contrast
from generator.library.fields import Line, Model, Url

PAPER = "#ffffff"
LEAST_CONTRAST = 4.5
"""What WCAG 2 AA asks of running text; brand colours are used for headings and labels of every size."""


def _readable(colour: str) -> str:
    found = contrast(colour, PAPER)
    if found < LEAST_CONTRAST:
        raise PydanticCustomError("contrast", "too pale", {"colour": colour, "contrast": f"{found:.1f}"})
    return colour


Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$"), AfterValidator(_readable)]
"""A colour written #rrggbb that can be read on white paper."""

Mail = Annotated[str, Field(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=254)]
"""A mail address alone, without a name beside it."""

Edition = Literal[
    "sheet-large",
    "guide-large",
    "handout-large",
    "cards-fold",
    "cards-single",
    "cards-large",
    "cards-poker",
    "cards-a6",
    "cards-business",
    "cards-labels",
    "cards-press",
    "cards-test",
]
"""A further edition of a document, ``<document>-<edition>``."""


class Brand(Model):
    """What an organisation sets once; every default prints well as it is."""

    organisation: Line = "Huddlekit"
    """Name on covers and in footers."""
    tagline: Line = "Discussion kits for people who serve people"
    """One line under the name on the site."""
    logo: Annotated[Line, Field(pattern=r"\.(svg|png)$")] | None = None
    """An SVG or PNG file beside brand.yml, for covers, slides and posters; at most 500 kB."""
    accent: Colour = "#0b5563"
    """Main colour, for headings, rules and bars; dark enough to be read on white."""
    second: Colour = "#b4532a"
    """Second colour, for what should be noticed first; dark enough to be read on white."""
    values: tuple[Line, ...] = Field(default=(), max_length=6)
    """What the organisation says it stands for, a few words each; they stand on the handout and the welcome slide."""
    footer: Line = "Free to copy and adapt (CC BY 4.0)"
    """One line at the foot of every page, such as the licence."""
    papers: tuple[Literal["a4", "letter"], ...] = Field(default=("a4", "letter"), min_length=1)
    """The papers on which documents are printed."""
    editions: tuple[Edition, ...] = (
        "sheet-large",
        "guide-large",
        "handout-large",
        "cards-fold",
        "cards-test",
    )
    """Further editions of documents that every kit gets."""
    repository: Url | Literal[""] = ""
    """Address of the repository, for *Edit this* links; empty when there is none."""
    branch: Line = "main"
    """The branch those links point to."""
    mail: Mail | None = None
    """Where people without an account send what they would like to add; the Add page offers it."""
