"""The rows and columns of the coverage tables: what fits a theme, a step, a place, a setting, an audience."""

from __future__ import annotations

from generator.compose.candidates import NEWCOMERS
from generator.library.library import Library
from generator.library.models import KINDS, Activity, Placed, Question, Quote
from generator.site.heat import Axis, Fits
from generator.site.words import kind_label
from generator.strings import look_up

STEPS = ("recall", "see", "reflect", "act", "check-back")
PLAYS = ("open", "react", "close")


def axes(library: Library, vocabulary: str) -> list[Axis]:
    """One for each term of a vocabulary: ``themes``, ``settings`` or ``audiences``."""
    make = {"themes": _theme, "settings": _setting, "audiences": _audience}[vocabulary]
    return [make(tag, term.label) for tag, term in library.vocabularies[vocabulary].items()]


def steps() -> list[Axis]:
    """The steps of a talk, as questions take them."""
    labels, what = look_up("site.steps"), look_up("site.coverage.places")
    return [Axis(labels[step], _takes(step), {"kind": "questions", "step": step}, what[step]) for step in STEPS]


def plays() -> list[Axis]:
    """The places of a meeting that a quote can take."""
    labels, what = look_up("site.coverage.plays"), look_up("site.coverage.places")
    return [Axis(labels[play], _plays(play), {"kind": "quotes", "plays": play}, what[play]) for play in PLAYS]


def kinds(*folders: str) -> list[Axis]:
    """Whole kinds side by side."""
    what = look_up("site.coverage.places")
    return [Axis(kind_label(folder, 2), _is(folder), {"kind": folder}, what[folder]) for folder in folders]


def _theme(tag: str, label: str) -> Axis:
    return Axis(label, lambda entry: tag in entry.themes, {"themes": tag})


def _setting(tag: str, label: str) -> Axis:
    newcomers = tag in NEWCOMERS[1]
    return Axis(
        label,
        lambda entry: (not entry.settings or tag in entry.settings) and not (newcomers and _needs_time(entry)),
        {"settings": tag},
    )


def _audience(tag: str, label: str) -> Axis:
    newcomers = tag in NEWCOMERS[0]
    return Axis(
        label,
        lambda entry: (not entry.audience or tag in entry.audience) and not (newcomers and _needs_time(entry)),
        {"audience": tag},
    )


def _needs_time(entry: Placed) -> bool:
    return isinstance(entry, Question | Activity) and "time-here" in entry.needs


def _is(folder: str) -> Fits:
    return lambda entry: isinstance(entry, KINDS[folder])


def _takes(step: str) -> Fits:
    return lambda entry: isinstance(entry, Question) and entry.step == step


def _plays(play: str) -> Fits:
    return lambda entry: isinstance(entry, Quote) and play in entry.plays
