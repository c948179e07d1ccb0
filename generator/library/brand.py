"""Whose kit it is: name, colours and contact, as brand.yml says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Brand:
    """What an organisation sets once; every default prints well as it is."""

    organisation: str = "Huddlekit"
    """Name on covers and in footers."""
    tagline: str = "Discussion kits for people who serve people"
    """One line under the name on covers."""
    accent: str = "#0b5563"
    """Main colour, for headings, rules and bars; dark enough to be read on white."""
    second: str = "#b4532a"
    """Second colour, for what should be noticed first; dark enough to be read on white."""
    footer: str = "Free to copy and adapt (CC BY 4.0)"
    """One line at the foot of every page, such as the licence."""
    repository: str = ""
    """Address of the repository, for *Edit this* links; empty when there is none."""
    branch: str = "main"
    """The branch those links point to."""
