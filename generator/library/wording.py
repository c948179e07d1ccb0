"""The words for each refusal: what was found, what was expected, what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.library.colour import readable
from generator.library.likeness import nearest
from generator.library.positions import KeyPath

_WORDS = {
    "text": ("quote", "quotation", "body"),
    "author": ("by", "who"),
    "themes": ("tag", "topic"),
    "ask": ("question", "prompt"),
    "minutes": ("duration", "time", "length"),
    "title": ("name",),
    "source": ("url", "link"),
    "kind": ("told",),
    "for": ("reader",),
}
"""A key, and what people write when they mean it."""

_LISTS = "Write [one, two], or one item a line, each after '- '."
_ID_HINT = "An id is a path without content/ and .yml, such as questions/recall-what-stood-out."


_RULES = {"flag": "not-true-or-false", "blank": "empty", "more": "more-without-stretch"}
_WRITTEN = {
    "#[0-9a-f": ("not-a-colour", "is not a colour like #0b5563", "Six digits or letters a-f after the #, in quotes."),
    "svg|png": ("logo", "is not the name of an SVG or PNG file", "Such as logo.svg, beside brand.yml."),
    "+@[": ("not-a-mail-address", "is not a mail address", "One address alone, such as kits@example.org."),
}
"""What some patterns ask for."""
_HINTS = {
    "verified_without_source": "Add the work and where in it the words stand, or set status to attributed.",
    "story_without_source": "Add source, the address of the account.",
    "story_without_consent": "Add consent: who agreed that it be told, and when.",
    "steps_sum": "Change the minutes of a step, or minutes.least.",
    "stretch": "Write 'stretch: true' at the one step that takes longer when there is time.",
    "segments_sum": "Change the minutes of a segment, or minutes.",
    "segment_least": "Give fewer minutes, or leave least out.",
    "story_length": "It is read aloud in one to one and a half minutes.",
    "span": "Swap the two.",
    "more": "Move it to the step with 'stretch: true', or write it into the step itself.",
    "step": "Split it into two steps, or keep one of the three.",
    "scale_range": "Count upwards, such as 1 to 5.",
    "flag": "Write true or false, without quotation marks.",
    "blank": "Write a text, or take the line out.",
}


class Said(NamedTuple):
    """Rule, message and hint, and the word that was probably meant."""

    rule: str
    message: str
    hint: str = ""
    likely: str = ""


def say(refusal: Mapping[str, Any], path: KeyPath, keys: Sequence[str]) -> Said:
    """The words for one refusal of pydantic; ``keys`` are those that may stand beside it."""
    kind, context, got = refusal["type"], refusal.get("ctx", {}), refusal.get("input")
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), keys)
    if kind == "missing":
        return Said("missing", f"'{path[-1]}' is missing", f"Add a line '{path[-1]}: …'.")
    if kind == "vocabulary":
        return _unknown_term(context)
    if kind in ("literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _unknown_value(refusal, path)
    if kind == "contrast":
        return _too_pale(context)
    if kind == "whole_number" or kind.endswith("_type"):
        return _wrong_type(kind, path, got)
    if kind in _LIMITS:
        return _LIMITS[kind](context, path, got)
    return Said(_RULES.get(kind, kind.replace("_", "-")), str(refusal["msg"]), _HINTS.get(kind, ""))


def likely_key(key: str, keys: Sequence[str]) -> str | None:
    """The key somebody meant who wrote another one."""
    word = key.strip().lower().replace(" ", "_").replace("-", "_").rstrip("s")
    return nearest(key, keys) or next((name for name in keys if word in _WORDS.get(name, ())), None)


def _unknown_key(key: str, keys: Sequence[str]) -> Said:
    likely = likely_key(key, keys)
    hint = f"Did you mean '{likely}'?" if likely else f"Keys that can stand here: {', '.join(keys)}."
    return Said("unknown-key", f"'{short(key)}' is not a key that can stand here", hint, likely or "")


def _unknown_term(context: Mapping[str, Any]) -> Said:
    name, known, got = context["name"], context["known"], context["got"]
    likely = nearest(got, known, 60)
    hint = f"Did you mean '{likely}'?" if likely else f"Known {name}: {', '.join(known)}."
    one = {"audiences": "audience", "themes": "theme", "settings": "setting"}.get(name, name)
    return Said(f"unknown-{one}", f"'{short(got)}' is not in content/{name}.yml", hint, likely or "")


def _too_pale(context: Mapping[str, Any]) -> Said:
    colour = context["colour"]
    message = f"{colour} has a contrast of {context['contrast']} on white paper; print needs 4.5 to be read"
    likely = readable(colour, "#ffffff")
    return Said("too-pale", message, f"The nearest of this hue that can be read is {likely}.", likely)


def _unknown_value(refusal: Mapping[str, Any], path: KeyPath) -> Said:
    kind, context, got = refusal["type"], refusal.get("ctx", {}), refusal.get("input")
    known = str(context.get("expected") or context.get("expected_tags") or "").replace(" or ", ", ").replace("'", "")
    if kind == "union_tag_not_found" or not isinstance(got, str | dict):
        if isinstance(got, dict):
            return Said(
                "missing", "'type' is missing", "Add a line 'type: …' first; it says what sort of sheet this is."
            )
        return Said("wrong-type", f"needs one of the words {known}; found {found(got)}", "Write one of them.")
    got = context.get("tag", "") if isinstance(got, dict) else got
    likely = nearest(got, known.split(", "), 60)
    where = next((f" for {step}" for step in reversed(path) if isinstance(step, str)), "")
    hint = f"Did you mean '{likely}'?" if likely else "Write one of them."
    return Said("unknown-value", f"'{short(got)}' is not one of the words{where}: {known}", hint, likely or "")


def _wrong_type(kind: str, path: KeyPath, got: Any) -> Said:
    if "minutes" in path and isinstance(got, str):
        hint = {
            "tuple_type": "Write [30], or [30, 60] for two lengths.",
            "model_type": "Write {least: 10, most: 20}.",
        }.get(kind, "Digits only: 90, not 1:30 or 1.5.")
        return Said("not-a-whole-number", f"needs a whole number of minutes, found '{short(got)}'", hint)
    if kind in ("whole_number", "int_type"):
        return Said("not-a-whole-number", f"needs a whole number, found {found(got)}", "Digits only, such as 12.")
    needed, hint = {
        "tuple_type": ("a list", _LISTS),
        "string_type": ("one text", "Write the text on the same line, or on the next line after `>-`."),
        "bool_type": ("true or false", "Write true or false."),
    }.get(kind, ("keys with values", "Write each key on a line of its own, two spaces further in."))
    if kind == "tuple_type" and isinstance(got, str) and path:
        hint = f"Write '{path[-1]}: [{short(got.strip('[]'))}]', or one item a line, each after '- '."
    if kind == "model_type" and path[-1:] == ("rights",):
        hint = "Write 'rights: {basis: public-domain}'; the other bases are quotation and own."
    if kind == "string_type" and isinstance(got, dict):
        hint = "If it is one text with a colon in it, put it in quotes or after `>-` on the next line."
    return Said("wrong-type", f"needs {needed}, found {found(got)}", hint)


_LIMITS: dict[str, Callable[[Mapping[str, Any], KeyPath, Any], Said]] = {
    "too_short": lambda context, path, got: Said(
        "too-few", f"the list needs at least {context['min_length']}, found {context['actual_length']}", "Add to it."
    ),
    "too_long": lambda context, path, got: _too_long(context["max_length"], got),
    "string_too_long": lambda context, path, got: _too_long(context["max_length"], got),
    "greater_than_equal": lambda context, path, got: Said(
        "out-of-range", f"needs {context['ge']} or more, found {short(str(got))}", "Write a larger number."
    ),
    "less_than_equal": lambda context, path, got: Said(
        "out-of-range", f"needs {context['le']} or less, found {short(str(got))}", "Write a smaller number."
    ),
    "string_pattern_mismatch": lambda context, path, got: _pattern(str(context["pattern"]), got),
}


def _too_long(most: int, got: Any) -> Said:
    if isinstance(got, str):
        return Said("too-long", f"has {len(got)} characters; at most {most} fit", "Make it shorter.")
    return Said("too-many", f"the list takes at most {most}, found {len(got)}", "Take some out.")


def _pattern(pattern: str, got: str) -> Said:
    for part, (rule, message, hint) in _WRITTEN.items():
        if part in pattern.lower():
            return Said(rule, f"'{short(got)}' {message}", hint)
    if "https" in pattern:
        hint = "Copy it from the address bar of the browser."
        return Said("not-an-address", f"'{short(got)}' is not an address that starts with https://", hint)
    if pattern == r"\d":
        return Said("not-a-year", f"'{short(got)}' names no year", "Write the year in digits, such as 1859 or c. 170.")
    if "{2,3}" in pattern:
        return Said("not-a-language", f"'{short(got)}' is not the code of a language", "Two letters, such as en or es.")
    if "/" not in pattern:
        hint = "A tag is made of a-z, 0-9 and hyphens, such as staff-meeting."
        return Said("not-a-tag", f"'{short(got)}' is not a tag", hint)
    return Said("not-an-id", f"'{short(got)}' is not an id", _ID_HINT)


def found(got: Any) -> str:
    """A value as it is named in a message."""
    if isinstance(got, dict):
        return "keys with values"
    if isinstance(got, tuple | list):
        return "a list"
    return f"'{short(str(got))}'"


def short(value: str, most: int = 40) -> str:
    """A value cut to what fits on a line."""
    value = " ".join(value[:400].split())
    return value if len(value) <= most else value[: most - 1] + "…"
