"""guide.docx and handout.docx, written by pandoc. (The only module that knows pypandoc.)"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from datetime import UTC
from functools import cache
from pathlib import Path

from generator.export import word_styles
from generator.export.archive import MOMENT, settled
from generator.export.word_styles import finished, reference

_SECONDS = 120


def write(text: str) -> tuple[bytes, int]:
    """The file, the same bytes for the same text; how many pages it has, only Word knows."""
    facts = json.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        styles, source, out = (Path(folder) / name for name in ("reference.docx", "source.html", "out.docx"))
        styles.write_bytes(reference(_plain_reference(), facts))
        source.write_text(facts["html"], encoding="utf-8")
        _pandoc("--from=html", "--to=docx", f"--reference-doc={styles}", f"--output={out}", str(source))
        made = finished(out.read_bytes(), facts)
    return settled(made), 0


@cache
def _plain_reference() -> bytes:
    """Pandoc's own reference document, which has every style that it uses."""
    return _pandoc("--print-default-data-file=reference.docx")


def _pandoc(*arguments: str) -> bytes:
    """Run pandoc without network or configuration. Its runtime takes what address space there is, and no more."""
    import pypandoc

    moment = int(MOMENT.replace(tzinfo=UTC).timestamp())
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment), "LC_ALL": "C.UTF-8"}
    command = [pypandoc.get_pandoc_path(), "--sandbox", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=_SECONDS)
    return done.stdout


def versions() -> dict[str, str]:
    """What the bytes depend on besides the text."""
    import pypandoc

    return {"pandoc": pypandoc.get_pandoc_version(), **word_styles.versions()}
