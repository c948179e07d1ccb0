"""JSON as rows: an object each, its values as they would stand in cells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.strings import say
from generator.write.table import NotATable, Row, Table


def from_json(text: str) -> Table:
    """A list of objects, or the longest one in an object. Raises NotATable."""
    try:
        found = json.loads(text)
    except RecursionError:
        raise NotATable(say("import.too_deep")) from None
    except ValueError as error:
        raise NotATable(say("import.bad_json", reason=error)) from None
    items = found if isinstance(found, list) else _list_in(found)
    names = tuple(dict.fromkeys(str(key) for item in items if isinstance(item, dict) for key in item))
    if not names:
        raise NotATable(say("import.no_objects"))
    rows = []
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            rows.append(Row(number, tuple(_plain(item.get(name)) for name in names)))
        else:
            rows.append(Row(number, (_plain(item),), say("import.not_an_object")))
    return Table(names, tuple(rows), ",", say("import.written_json"))


def _list_in(found: Mapping[str, Any]) -> Sequence[Any]:
    """The longest list of objects in an object."""
    lists = [part for part in found.values() if isinstance(part, list) and any(isinstance(each, dict) for each in part)]
    if not lists:
        raise NotATable(say("import.no_objects"))
    return max(lists, key=len)


def _plain(value: Any) -> str:
    """A value of JSON as it stands in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return "; ".join(_plain(part) for part in value)
        case dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)
