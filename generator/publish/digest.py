"""Content digests: the same inputs have the same name, on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def digest(*parts: Any) -> str:
    """SHA-256 of texts, bytes and plain data, in hexadecimal."""
    made = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True, ensure_ascii=False).encode()
        made.update(str(len(raw)).encode() + b":" + raw)
    return made.hexdigest()


def digest_of_files(paths: Iterable[Path], root: Path) -> str:
    """Digest of the names below ``root`` and the contents of files."""
    named = sorted((path.relative_to(root).as_posix(), path) for path in paths if path.is_file())
    return digest([(name, hashlib.sha256(path.read_bytes()).hexdigest()) for name, path in named])
