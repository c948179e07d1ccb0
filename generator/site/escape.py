"""Text from entries made safe for Markdown and HTML at once: whatever it looks like, it is read as it was written."""

from __future__ import annotations

import re

from markupsafe import Markup

_HARMLESS = re.compile(r"[^A-Za-z0-9 ,.;?!()/%\u00a0-\U0010ffff-]")
_LIST_NUMBER = re.compile(r"^(\d+)([.)])")
_LIST_MARK = re.compile(r"^[-?!;.,/()%]")
_MARKING = re.compile(r"[^A-Za-z0-9 ,.;\u00a0-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def escape(value: object) -> Markup:
    """One line in which nothing is markup: not for Markdown, its extensions, HTML, Jinja or the page template."""
    if isinstance(value, Markup):
        return value
    text = _HARMLESS.sub(_entity, _CONTROL.sub(" ", str(value)).strip())
    text = _LIST_MARK.sub(_entity, text)
    return Markup(_LIST_NUMBER.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text))


def verbatim(text: str) -> Markup:
    """Lines between ``<pre>`` and ``</pre>``, as they were written; nothing in them is markup."""
    return Markup("\n".join(_MARKING.sub(_entity, line) for line in text.split("\n")))


def quoted(value: object) -> Markup:
    """A value for front matter: a double-quoted YAML scalar that the theme may print without escaping it again."""
    return Markup(f'"{escape(value)}"')


def address(path: str) -> Markup:
    """A path of our own making, for the target of a link. Anything else is a bug."""
    if not re.fullmatch(r"[A-Za-z0-9._/#?=&-]*", path):
        raise ValueError(f"not an address of ours: {path!r}")
    return Markup(path)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text cut where it has empty lines."""
    return tuple(part for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
