"""The tables beside the entries: closed vocabularies, authors, and ids that have moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter

from generator.library.fields import Line, Model, Ref
from generator.library.library import Author, Term


class WrittenTerm(Model):
    """One word of a vocabulary as it is written: these three, and whatever else the vocabulary says."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Line]

    label: Line
    description: Line
    icon: Line


class WrittenAuthor(Model):
    """What may be said about an author."""

    aliases: tuple[Line, ...] = ()
    """Other spellings of the name."""
    dates: Line | None = None
    """Born and died, such as 1828–1910."""


Tag = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

VOCABULARY: TypeAdapter[Any] = TypeAdapter(dict[Tag, WrittenTerm])
AUTHORS: TypeAdapter[Any] = TypeAdapter(dict[Line, WrittenAuthor | None])
MOVED: TypeAdapter[Any] = TypeAdapter(dict[Ref, Ref])


def terms(written: Mapping[str, WrittenTerm]) -> dict[str, Term]:
    """A vocabulary in the order of its file."""
    return {
        tag: Term(tag, term.label, term.description, term.icon, dict(term.__pydantic_extra__))
        for tag, term in written.items()
    }


def authors(written: Mapping[str, WrittenAuthor | None]) -> dict[str, Author]:
    """Every spelling of a name -> the author."""
    people = {
        name: Author(name, said.aliases if said else (), (said.dates if said else None) or "")
        for name, said in written.items()
    }
    spelled = dict(people)
    for author in people.values():
        for alias in author.aliases:
            spelled.setdefault(alias, author)
    return spelled
