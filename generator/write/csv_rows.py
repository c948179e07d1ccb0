"""CSV as rows, by whatever program it was written, and rows as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.strings import say
from generator.write.columns import is_ours, letters, recognised, starts
from generator.write.table import Row, Table

_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
"""What may part columns, and what that is called."""

_SAMPLE = 40


class _Record(NamedTuple):
    cells: tuple[str, ...]
    wrong: str = ""


def from_csv(text: str, encoding: str, kind: str, headed: bool) -> Table:
    """The rows of a text, whatever parts its columns."""
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
    written = say("import.written_csv", sign=say(f"import.signs.{_SIGNS.get(sign, 'other')}"), encoding=encoding)
    above = (filled + 1, start) if start > filled else None
    return Table(tuple(name.strip() for name in names), tuple(rows), sign, written, above)


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
