"""A list of entries as people keep it, CSV or JSON, read row by row whatever program wrote it."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.strings import say
from generator.write.columns import is_ours, letters, recognised, starts

_SIGNS = ",;\t|"
_SAMPLE = 40
_MOST = 50_000_000
_FOREIGN = {b"PK\x03\x04": "workbook", b"\xd0\xcf\x11\xe0": "workbook", b"%PDF": "pdf"}


class NotATable(ValueError):
    """A file that holds no rows; its words say what it is and what to do."""


@dataclass(frozen=True)
class Row:
    """One row, by the number that a spreadsheet shows."""

    number: int
    cells: tuple[str, ...]
    wrong: str = ""
    """What is wrong with the row itself, before anybody looks into its cells."""

    @property
    def empty(self) -> bool:
        """Nothing in any cell."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A list with its rows, and how it was written."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    sign: str
    """What parts the columns; a comma for JSON."""
    written: str
    """How it was written, in words."""
    above: tuple[int, int] | None = None
    """The first and the last row above the names of the columns, such as a title; None where there is none."""


def read_table(data: bytes, kind: str, *, headed: bool = True) -> Table:
    """The rows of a file. Raises NotATable."""
    for start, what in _FOREIGN.items():
        if data.startswith(start):
            raise NotATable(say(f"import.is_{what}"))
    if len(data) > _MOST:
        raise NotATable(say("import.too_large", size=_MOST // 1_000_000))
    text, encoding = decoded(data)
    if "\0" in text:
        raise NotATable(say("import.is_binary"))
    if not text.strip():
        raise NotATable(say("import.is_empty"))
    if text.lstrip().startswith(("[", "{")):
        return _from_json(text)
    return _from_csv(text, encoding, kind, headed)


def decoded(data: bytes) -> tuple[str, str]:
    """Text, and the name of the encoding it was written in."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "UTF-16"
    sample = data[:2000]
    for places, name in ((sample[1::2], "utf-16-le"), (sample[::2], "utf-16-be")):
        if len(sample) > 3 and places.count(0) > len(places) // 2:
            return data.decode(name, "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "Windows-1252"


def _from_json(text: str) -> Table:
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


class _Record(NamedTuple):
    cells: tuple[str, ...]
    wrong: str = ""


def _from_csv(text: str, encoding: str, kind: str, headed: bool) -> Table:
    lines = io.StringIO(text, newline="").readlines()
    sign = ""
    if lines[0].strip().lower().startswith("sep=") and len(lines[0].strip()) == 5:
        sign = lines.pop(0).strip()[-1]
    sign = sign or _sign(lines, kind)
    records = list(_records(lines, sign))
    filled, start = starts([record.cells for record in records[:_SAMPLE]], kind, headed=headed)
    head = _trimmed(records[start].cells) if headed else ()
    ours = len(head) - 1 if head and is_ours(head[-1]) else None
    names = _trimmed(head[:ours]) if headed else tuple(map(letters, range(max(len(each.cells) for each in records))))
    first = start + 1 if headed else start
    rows = (_row(number, record, len(names), ours) for number, record in enumerate(records[first:], first + 1))
    written = say("import.written_csv", sign=say(f"import.signs.{_SIGN_NAMES.get(sign, 'other')}"), encoding=encoding)
    above = (filled + 1, start) if start > filled else None
    return Table(tuple(name.strip() for name in names), tuple(rows), sign, written, above)


_SIGN_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def _row(number: int, record: _Record, width: int, ours: int | None) -> Row:
    """A row as wide as the names, without what we said ourselves in a column behind them."""
    cells = list(record.cells)
    if ours is not None and len(cells) > ours:
        del cells[ours]
    kept = _trimmed(cells)
    wrong = record.wrong
    if not wrong and len(kept) > width:
        wrong = say("import.too_many_cells", found=len(kept), width=width)
    return Row(number, (*kept, *[""] * (width - len(kept))), wrong)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without the empty ones at the end."""
    kept = len(cells)
    while kept and not cells[kept - 1].strip():
        kept -= 1
    return tuple(cells[:kept])


def _sign(lines: Sequence[str], kind: str) -> str:
    """What parts the columns: what makes the most names known, then the most rows alike, then the most columns."""

    def worth(sign: str) -> tuple[int, int, int]:
        rows = [record.cells for record in _records(lines[:_SAMPLE], sign)]
        head = rows[starts(rows, kind)[1]] if rows else ()
        alike = sum(len(cells) == len(head) for cells in rows) if len(head) > 1 else 0
        return recognised(head, kind) if len(head) > 1 else 0, alike, len(head)

    return max(_SIGNS, key=worth)


def _records(lines: Sequence[str], sign: str) -> Iterator[_Record]:
    """Records of a CSV. One whose quotation mark is never closed is given up after its first line."""
    start, width = 0, 0
    while start < len(lines):
        at, given_up = start, False
        reader = csv.reader(lines[start:], delimiter=sign)
        try:
            for cells in reader:
                end = start + reader.line_num
                width = width or len(cells)
                if given_up := _is_open(lines[at:end], sign, len(cells), width):
                    break
                yield _Record(tuple(cells))
                at = end
        except csv.Error:
            given_up = True
        if not given_up:
            return
        yield _Record(_unquoted(lines[at], sign), say("import.unclosed"))
        start = at + 1


def _alone(line: str, sign: str) -> tuple[str, ...]:
    """The cells of one line, whatever its quotation marks say."""
    line = line.rstrip("\r\n")
    try:
        return tuple(next(csv.reader([line], delimiter=sign), ()))
    except csv.Error:
        return (line,)


def _unquoted(line: str, sign: str) -> tuple[str, ...]:
    """The cells of a line whose quotation marks do not match: each without those around it."""
    return tuple(cell.removeprefix('"').removesuffix('"') for cell in line.rstrip("\r\n").split(sign))


def _is_open(lines: Sequence[str], sign: str, count: int, width: int) -> bool:
    """Whether a record only goes on because a quotation mark was not closed."""
    if count != width > 1 and any(len(_alone(line, sign)) == width for line in lines[1:]):
        return True
    try:
        list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def as_csv(names: Sequence[str], rows: Sequence[Row], problems: Mapping[int, str], sign: str) -> str:
    """Rows to mend as a list that can be opened, mended and imported again: all their cells, and what is wrong."""
    width = max((len(row.cells) for row in rows), default=0)
    head = [*names, *[""] * (width - len(names))]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, lineterminator="\r\n")
    writer.writerow([*head, say("import.problem")])
    for row in rows:
        writer.writerow([*row.cells, *[""] * (len(head) - len(row.cells)), problems[row.number]])
    return out.getvalue()
