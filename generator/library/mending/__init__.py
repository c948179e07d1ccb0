"""Mistakes that can be mended without guessing: text in, text out."""

from __future__ import annotations

from generator.library.mending.mend import FIXABLE, is_tidy, mend, put_right
from generator.library.mending.parts import Change, Mended

__all__ = ["FIXABLE", "Change", "Mended", "is_tidy", "mend", "put_right"]
