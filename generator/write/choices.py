"""What may have been meant by a word that is not among those to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.library.likeness import nearest
from generator.strings import say


def meant(word: str, choices: Sequence[str]) -> str:
    """The nearest of the words to choose from; all of them where none is near."""
    near = nearest(word, choices)
    return say("cli.did_you_mean", near=near) if near else say("cli.one_of", words=", ".join(choices))
