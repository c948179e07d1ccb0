"""What every stage from paper on hands over: a path and the bytes to put there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """One file to be, relative to the folder the stage writes for."""

    path: str
    content: bytes

    @staticmethod
    def text(path: str, content: str) -> Output:
        """A text file, in UTF-8."""
        return Output(path, content.encode("utf-8"))
