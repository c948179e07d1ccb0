"""The kinds of value a field can hold: text, whole numbers, vocabulary tags, references to entries.

The YAML reader hands every scalar over as text; the types here give it its meaning, so that ``1:30`` is never
ninety and ``no`` is never false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "latin": "la", "greek": "el",
    "portuguese": "pt", "dutch": "nl", "russian": "ru", "chinese": "zh", "japanese": "ja", "polish": "pl",
    "swedish": "sv", "danish": "da", "norwegian": "no", "arabic": "ar", "hebrew": "he", "hindi": "hi", "turkish": "tr",
}  # fmt: skip
"""English name of a language -> its code."""

_WHOLE = re.compile(r"^-?(0|[1-9][0-9]{0,5})$")


class Model(BaseModel):
    """What every authored record shares: no unknown keys, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not _WHOLE.match(value):
            raise PydanticCustomError("whole_number", "needs a whole number, found '{got}'", {"got": value})
        return int(value)
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("flag", "needs true or false, found '{got}'", {"got": value})
        return value == "true"
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "the text is empty", {})
    return value


def is_prose(check: object) -> bool:
    """Whether this is the check that texts have, and neither tags, ids nor addresses."""
    return check is _not_blank


def _vocabulary(name: str) -> AfterValidator:
    """A check that a tag stands in the vocabulary ``name`` handed over as validation context."""

    def check(value: str, info: ValidationInfo) -> str:
        known: Mapping[str, Any] = (info.context or {}).get(name, {})
        if known and value not in known:
            raise PydanticCustomError(
                "vocabulary", "'{got}' is not in {name}", {"got": value, "name": name, "known": tuple(known)}
            )
        return value

    return AfterValidator(check)


Text = Annotated[str, AfterValidator(_not_blank), Field(max_length=4000)]
"""Any text, printed as it stands; never run as markup."""

Line = Annotated[str, AfterValidator(_not_blank), Field(max_length=400)]
"""A short text: one sentence or two."""

Whole = Annotated[int, BeforeValidator(_whole), Field(strict=True)]
"""A whole number."""

Minutes = Annotated[int, BeforeValidator(_whole), Field(strict=True, ge=0, le=240)]
"""A whole number of minutes."""

Few = Annotated[int, BeforeValidator(_whole), Field(strict=True, ge=0, le=40)]
"""A number of lines or rows on a sheet of paper."""

Score = Annotated[int, BeforeValidator(_whole), Field(strict=True, ge=0, le=10)]
"""One end of a scale."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""true or false."""

Url = Annotated[str, Field(pattern=r"^https?://[^\s\"<>`{}|\\^]+$", max_length=500)]
"""An address that starts with https:// or http://."""

Ref = Annotated[str, Field(pattern=ID_PATTERN, json_schema_extra={"x-reference": True})]
"""The id of another entry: its path without content/ and .yml."""

Theme = Annotated[str, _vocabulary("themes"), Field(json_schema_extra={"x-vocabulary": "themes"})]
Setting = Annotated[str, _vocabulary("settings"), Field(json_schema_extra={"x-vocabulary": "settings"})]
Audience = Annotated[str, _vocabulary("audiences"), Field(json_schema_extra={"x-vocabulary": "audiences"})]
