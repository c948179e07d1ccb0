"""A list of entries as people keep it, CSV or JSON, read row by row whatever program wrote it."""

from __future__ import annotations

import codecs

from generator.strings import say
from generator.write.csv_rows import from_csv
from generator.write.json_rows import from_json
from generator.write.table import NotATable, Table

_MOST = 50_000_000
_FOREIGN = {b"PK\x03\x04": "workbook", b"\xd0\xcf\x11\xe0": "workbook", b"%PDF": "pdf"}


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
        return from_json(text)
    return from_csv(text, encoding, kind, headed)


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
