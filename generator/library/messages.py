"""What the models refuse, said in plain words and put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.library.positions import KeyPath
from generator.library.problem import Place, Problem
from generator.library.reading import Reading
from generator.library.wording import likely_key, say

_TELLING: dict[str, KeyPath] = {
    "steps_sum": ("minutes", "least"),
    "stretch": ("steps",),
    "segments_sum": ("minutes",),
    "segment_least": ("least",),
    "verified_without_source": ("status",),
    "story_without_source": ("kind",),
    "story_without_consent": ("kind",),
    "story_length": ("text",),
    "scale_range": ("high",),
    "union_tag_invalid": ("type",),
}
"""Rules about a whole entry, and the key that tells most about them."""

_RESTS_ON: dict[str, tuple[str, ...]] = {
    "verified_without_source": ("work", "locator", "source"),
    "story_without_source": ("source",),
    "story_without_consent": ("consent",),
    "step": ("do", "say", "ask"),
    "more": ("stretch",),
    "steps_sum": ("steps", "minutes"),
    "stretch": ("steps", "minutes"),
    "segments_sum": ("segments", "minutes"),
}
"""The keys that such a rule looks at: where one of them cannot be read, nobody knows whether it is kept."""


def explain(
    error: ValidationError, reading: Reading, model: type[BaseModel], file: str, under: int = 0
) -> list[Problem]:
    """Every refusal of a model as a Problem, without those that follow from what the reader has reported.

    ``under`` is how many keys stand around the model: one in a table of many, none in an entry.
    """
    refusals = [(refusal, _path(refusal["loc"], reading.value)) for refusal in error.errors(include_url=False)]
    meant = {
        (*path[:-1], likely_key(str(path[-1]), keys_at(model, path[under:-1], reading.value)))
        for refusal, path in refusals
        if refusal["type"] == "extra_forbidden"
    }
    lacking = {path for refusal, path in refusals if refusal["type"] == "missing"}
    astray = {path for refusal, path in refusals if _astray(refusal, path, lacking)}
    meant |= {path[-1:] for path in astray}
    problems = []
    for refusal, path in refusals:
        if not _follows(refusal, path, reading, meant):
            path += _TELLING.get(refusal["type"], ())
            said = say(refusal, path, keys_at(model, path[under:-1], reading.value))
            if path in astray:
                said = said._replace(
                    hint=f"Take away the spaces before '{path[-1]}': it belongs into the first column."
                )
            place, field = _place(refusal, path, reading), ".".join(map(str, path))
            problems.append(Problem(file, place, field, said.rule, said.message, said.hint, likely=said.likely))
    return problems


def _astray(refusal: Mapping[str, Any], path: KeyPath, lacking: set[KeyPath]) -> bool:
    """Whether a key that cannot stand here is one that the entry itself lacks: it is only indented too far."""
    return refusal["type"] == "extra_forbidden" and len(path) > 1 and path[-1:] in lacking


def _follows(refusal: Mapping[str, Any], path: KeyPath, reading: Reading, meant: set[tuple[Any, ...]]) -> bool:
    """Whether a refusal only repeats what is said already: unreadable, misspelt, or wrong item by item."""
    if any(path[:length] in reading.broken for length in range(len(path) + 1)):
        return True
    for key in _RESTS_ON.get(refusal["type"], ()):
        if any(broken[: len(path) + 1] == (*path, key) for broken in reading.broken):
            return True
    if refusal["type"] == "missing":
        return path in meant or _inside_broken(path[-1], reading)
    return refusal["type"] == "too_short" and bool(len(refusal["input"]) >= refusal["ctx"]["min_length"])


def _inside_broken(key: str | int, reading: Reading) -> bool:
    """Whether a key stands inside a value that cannot be read, where it was indented too far."""
    return any(
        (name,) in reading.broken and isinstance(part, dict) and key in part for name, part in reading.value.items()
    )


def _path(loc: Iterable[str | int], value: Any) -> KeyPath:
    """A location of pydantic without what it adds: the type of a worksheet or field it decided for."""
    path: list[str | int] = []
    steps = list(loc)
    while steps:
        if (step := steps.pop(0)) == "[key]":
            break
        if isinstance(value, dict) and path and value.get("type") == step:
            if not steps:
                break
            step = steps.pop(0)
        path.append(step)
        inside = isinstance(value, dict) and step in value
        inside = inside or (isinstance(value, tuple) and isinstance(step, int) and step < len(value))
        value = value[step] if inside else None
    return tuple(path)


def _place(refusal: Mapping[str, Any], path: KeyPath, reading: Reading) -> Place:
    kind = refusal["type"]
    if kind == "extra_forbidden" or refusal["loc"][-1:] == ("[key]",):
        return reading.positions.key(path)
    if kind == "missing":
        if len(path) == 1:
            return Place()
        start = reading.positions.value(path[:-1])
        return Place(start.line, start.column, start.line, start.column + 1)
    return reading.positions.value(path)


def keys_at(model: type[BaseModel], path: KeyPath, value: Any) -> tuple[str, ...]:
    """The keys that may stand at a place in an entry of this model."""
    models = [model]
    for step in path:
        inside = isinstance(value, dict | tuple) and (isinstance(value, dict) or isinstance(step, int))
        value = _at(value, step) if inside else None
        if isinstance(step, str):
            found = (
                field for one in models for name, field in one.model_fields.items() if (field.alias or name) == step
            )
            models = [inner for field in found for inner in models_in(field.annotation, field.metadata)]
    kind = value.get("type") if isinstance(value, dict) else None
    exact = [
        one for one in models if "type" in one.model_fields and kind in get_args(one.model_fields["type"].annotation)
    ]
    return tuple(dict.fromkeys(key for one in exact or models for key in keys(one)))


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as an author writes them."""
    return tuple(field.alias or name for name, field in model.model_fields.items() if not field.exclude)


def models_in(annotation: Any, metadata: Iterable[Any] = ()) -> Iterator[type[BaseModel]]:
    """The models that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def _at(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError):
        return None
