"""A library with everything that is wrong in it: entries, settings, and kits that cannot be composed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.compose.kits import ComposedKit, RefusedKit, compose_kits
from generator.compose.request import describe
from generator.library.checks import check as cross_check
from generator.library.library import Library
from generator.library.load import Loaded, read_library
from generator.library.problem import Problem, is_sound
from generator.library.settings import Settings, read_settings, with_brand
from generator.strings import say


@dataclass(frozen=True)
class Checked:
    """What was read from a root, and every Problem found on the way."""

    loaded: Loaded
    settings: Settings
    kits: tuple[ComposedKit, ...]
    problems: tuple[Problem, ...]

    @property
    def library(self) -> Library:
        """The entries that passed."""
        return self.loaded.library

    @property
    def sound(self) -> bool:
        """No errors; warnings may stand."""
        return is_sound(self.problems)


def check(root: Path, changed: Collection[str] = ()) -> Checked:
    """Read a library, check it, and compose every kit. Kits are composed only when all else is sound.

    ``changed`` are files relative to the root: of two entries that do not go together, theirs is told about.
    """
    loaded = read_library([root])
    settings, unsettled = read_settings(root)
    problems = [*loaded.problems, *cross_check(loaded, changed), *unsettled]
    kits, refused = compose_kits(loaded.library) if is_sound(problems) else ((), ())
    problems += [problem for one in refused for problem in refusals(one, loaded)]
    return Checked(with_brand(loaded, root), settings, kits, tuple(sorted(problems)))


def only(problems: Sequence[Problem], root: Path, paths: Sequence[Path]) -> list[Problem]:
    """The problems of some files, or of the files below some folders."""
    return [problem for problem in problems if any((root / problem.file).is_relative_to(path) for path in paths)]


def refusals(refused: RefusedKit, loaded: Loaded) -> Iterator[Problem]:
    """A kit that cannot be composed, shown at the length that was asked for."""
    recipe, refusal = refused.recipe, refused.refusal
    file = loaded.library.files[recipe.id]
    place = loaded.positions[file].value(("minutes", recipe.minutes.index(refused.minutes)))
    hint = say("compose.nearest", request=describe(refusal.nearest)) if refusal.nearest else ""
    for words in refusal.problems:
        yield Problem(file, place, "minutes", "cannot-compose", words, hint)
