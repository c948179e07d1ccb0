"""What a model wants at a place: words to print, a tag, a list, a number, keys with values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from generator.library.fields import is_prose
from generator.library.positions import KeyPath

Model = type[BaseModel]


class Shape(NamedTuple):
    """One sort of value that may stand at a place."""

    annotation: Any
    metadata: tuple[Any, ...]

    @property
    def prose(self) -> bool:
        """Words that people read, as against tags, ids, addresses and numbers."""
        return self.annotation is str and any(
            isinstance(each, AfterValidator) and is_prose(each.func) for each in self.metadata
        )

    @property
    def list(self) -> bool:
        """Any number of items."""
        return get_origin(self.annotation) is tuple

    @property
    def model(self) -> Model | None:
        """Keys with values."""
        found = self.annotation
        return found if isinstance(found, type) and issubclass(found, BaseModel) else None

    @property
    def words(self) -> tuple[str, ...]:
        """The fixed words to choose from, where there are any."""
        return get_args(self.annotation) if get_origin(self.annotation) is Literal else ()


def shapes(model: Model, path: KeyPath) -> tuple[Shape, ...]:
    """Every sort of value that may stand at a path of an entry of this model; none where no value may stand."""
    found: tuple[Shape, ...] = (Shape(model, ()),)
    for step in path:
        found = tuple(inner for shape in found for inner in _step(shape, step))
    return found


def _step(shape: Shape, step: str | int) -> Iterator[Shape]:
    if isinstance(step, int):
        if shape.list:
            yield from _plain(get_args(shape.annotation)[0], ())
    elif shape.model:
        for name, field in shape.model.model_fields.items():
            if (field.alias or name) == step and not field.exclude:
                yield from _plain(field.annotation, tuple(field.metadata))


def _plain(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Shape]:
    """An annotation without what is wrapped around it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _plain(inner, (*more, *metadata))
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _plain(part, metadata)
    elif annotation is not NoneType:
        yield Shape(annotation, metadata)


def prose(model: Model, path: KeyPath) -> bool:
    """Whether words that people read stand at a path."""
    return any(shape.prose for shape in shapes(model, path))


@cache
def every_key(model: Model) -> frozenset[str]:
    """The keys of a model and of all that can stand in it."""
    keys = {(field.alias or name) for name, field in model.model_fields.items() if not field.exclude}
    inner = [shape for key in keys for shape in shapes(model, (key,))]
    inner += [item for shape in inner for item in _step(shape, 0)]
    return frozenset(keys).union(*(every_key(shape.model) for shape in inner if shape.model))
