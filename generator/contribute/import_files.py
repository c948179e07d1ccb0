"""What an import writes: a file for each good row, and the rows to mend in a list of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.contribute.drafts import write_new
from generator.contribute.importing import Outcome
from generator.strings import say
from generator.write.csv_rows import as_csv
from generator.write.table import Table

if TYPE_CHECKING:
    from generator.publish.documents import Tell


class Stopped(Exception):
    """Writing ended before everything was written; what was written stays."""

    def __init__(self, count: int, reason: OSError) -> None:
        super().__init__(reason.strerror or str(reason))
        self.count = count


def write_all(root: Path, outcome: Outcome, steps: Tell) -> int:
    """Write the good rows and say how many they are. Raises Stopped."""
    steps.start(say("import.writing"), len(outcome.good))
    for count, (_, draft) in enumerate(outcome.good):
        try:
            write_new(root / draft.file, draft.text)
        except OSError as reason:
            raise Stopped(count, reason) from None
        steps.step()
    return len(outcome.good)


def keep_wrong(path: Path, table: Table, outcome: Outcome, *, chosen: bool) -> tuple[Path, bool]:
    """Keep the rows to mend in a file that is not there yet; say which, and whether it is new.

    A file that holds exactly these rows already is left as it is. A name that was not ``chosen`` is counted up.
    Raises OSError.
    """
    rows = [row for row in table.rows if row.number in outcome.wrong]
    problems = {number: " ".join(said) for number, said in outcome.wrong.items()}
    content = b"\xef\xbb\xbf" + as_csv(table.names, rows, problems, table.sign).encode("utf-8")
    for each in [path] if chosen else _names(path):
        if not each.exists():
            with each.open("xb") as file:
                file.write(content)
            return each, True
        if each.read_bytes() == content:
            return each, False
    raise FileExistsError(say("import.rejects_there", path=path))


def _names(path: Path) -> list[Path]:
    """A path, and the same with a number."""
    return [path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 100))]


def to_mend(path: Path) -> Path:
    """Where the rows to mend of a file are kept: beside it."""
    stem = path.stem.split(".to-mend")[0]
    return path.with_name(f"{stem}.to-mend.csv")
