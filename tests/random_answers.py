"""Answers as strangers may give them: words, marks, signs of YAML, letters of many alphabets, in any order."""

from __future__ import annotations

import random
from typing import Any

PIECES = (
    *(
        "a",
        "the",
        "customer",
        "service",
        "We",
        "don't",
        "'tis",
        '"yes"',
        "“so”",
        "„ja“",
        "‘90s",
        "it's",
        "(no)",
        "1859",
    ),
    *("c. 170", "- x", ": ", "#1", "&", "*", "é", "Æsop", "ß", "İ", "ﬁ", "Ωμέγα", "Привет", "好", "😀", "👩\u200d💻"),
    *(
        "\u00a0",
        "\u200b",
        "\t",
        "\n",
        "\n\n",
        "—",
        "…",
        '…"',
        "''",
        "`",
        "´",
        "yes",
        "null",
        "~",
        "{}",
        "[x]",
        "%",
        "@",
    ),
    *(
        "|",
        ">",
        "!",
        "?",
        ".",
        ",",
        ";",
        "http://x.y",
        "www.example.org/a",
        "https://example.org/b?c=d#e",
        "\\",
        "\u2028",
    ),
    *("\ufeff", "\u202e", "'n'", "rock'n'roll", "N/A", "unknown", "x" * 70, "word " * 40),
)
WORDS = {
    "quote": ("text", "author", "work", "year", "locator", "source", "starts", "name", "where", "note", "evidence"),
    "story": ("title", "situation", "done", "noticed", "takeaway", "teller", "trade", "country", "year", "consent"),
}
CHOICES: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {
    "quote": (
        ("seen", (True, "yes", "Ja", "no", False, " on ")),
        ("own", (True, "true", "nein")),
        ("consent", (True, "Yes, in March", "no")),
        ("themes", (["Empathy", "details"], "Trust; #listening\nDetails, nope", [])),
        ("status", ("verified", "Own", "disputed", "x")),
        ("rights", ("Public domain", {"basis": "public-domain"}, "own", {})),
        ("excerpt", ("Fragment", "whole", "x")),
        ("customer", ("Both", "internal", "z")),
    ),
    "story": (("names_changed", (True, False, "yes", "no")), ("fault", (True, False, "yes", "no"))),
}


def random_answers(kind: str, seed: int) -> dict[str, Any]:
    """Some answers of a kind; the same for the same seed."""
    dice = random.Random(f"{kind} {seed}")
    words = {name: _words(dice) for name in WORDS[kind] if dice.random() < 0.65}
    return words | {name: dice.choice(some) for name, some in CHOICES[kind] if dice.random() < 0.3}


def _words(dice: random.Random) -> str:
    return dice.choice((" ", "", " ", " ")).join(dice.choice(PIECES) for _ in range(dice.randint(0, 10)))
