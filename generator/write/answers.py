"""What somebody knows, as a flat list of answers, becomes an entry: the same for the command, the forms and the site.

The rules, for whoever writes this a second time in another language. An answer is a text, true or false, or a list of
texts; an answer that is left out and one that is empty are the same.

1. Yes is true, or one of the words in ``YES`` in any case, spaces around it aside.
2. **quote**: ``text`` is one line without quotation marks around it, ``author`` one line without a dash in front; in
   both, straight marks become typographic (see ``tidy``), and so they do in every other answer in words. ``source``
   is an address; what lacks only https:// gets it, what is no address counts as part of ``where``. ``where`` becomes
   ``evidence``, ``starts`` ``use_when``, ``name`` ``thanks``. ``themes``, ``settings``, ``audience``, ``plays`` are
   lists, or texts parted at commas, semicolons and line breaks; each word is the tag whose label has the same slug, or
   else its own slug. ``ask`` is a list, or a text with one a line. A tag that stands twice stands once.
3. Status: ``own`` if the line is the sender's own; ``verified`` if somebody has ``seen`` the words in a ``work`` and
   says where (``locator`` or ``source``); else ``attributed``. An answer ``status`` of verified, own or disputed counts
   as *seen*, as *own*, or as it is.
4. Rights: ``own`` for an own line; ``public-domain`` where ``rights`` asks for it; else ``quotation``.
5. An own line without an author is by ``write.participant``. ``note`` is then what was said in ``note``, or about
   ``consent``: the words themselves, ``write.own_consent`` for a mere yes, nothing for a no.
6. **story**, with one of ``situation``, ``done``, ``noticed`` answered: a first-hand story. Its text is these three, in
   this order, as paragraphs. ``told_by`` is ``teller`` or ``write.teller``; the takeaway is by the same. ``consent`` is
   the words, or ``write.story_consent`` for a mere yes. ``names_changed`` is there if yes. ``service_fault`` is whether
   ``fault`` is yes. ``notice`` has one question a line, or else ``write.notice``.
7. Every other kind, and a story told otherwise: the answers are the keys of the entry, each in the shape that its key
   has in the model (see ``fields``).
8. Keys come in the order of ``ORDER``, what is empty is left out, and an answer nobody knows comes last as it is, so
   that the check can say what may have been meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.library.library import Vocabularies
from generator.library.messages import keys
from generator.library.models import KINDS
from generator.strings import say
from generator.write.fields import NO, prose, said, shaped, yes
from generator.write.ids import proposed, slug
from generator.write.questions import STORY
from generator.write.tidy import address, curled, one_line, unmarked, words

PLACED = ("settings", "audience", "customer", "themes")
"""Keys that most kinds have; they come after what an entry is."""

_LAST = {"quote": ("plays", "ask", "use_when", "thanks")}
_EMPTY: tuple[Any, ...] = (None, "", [], (), {})
_ADDRESS = re.compile(r"https?://[^\s\"<>`{}|\\^]+")
_BARE_ADDRESS = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(/[^\s\"<>`{}|\\^]*)?")
_QUOTE_ONLY = frozenset({"where", "seen", "starts", "name", "own", "consent", "status", "rights"})
_STORY_ONLY = frozenset({*STORY, "teller", "fault", "takeaway", "consent"})

Entry = tuple[str, dict[str, Any]]
"""A proposed id, and the entry as plain data in the order it is written."""


def entry_from(kind: str, answers: Mapping[str, Any], vocabularies: Vocabularies) -> Entry:
    """An entry from answers. It may lack something or be wrong: the check says so."""
    given = {key: value for key, value in answers.items() if value not in _EMPTY}
    if kind == "quote":
        data = _quote(given, vocabularies)
    elif kind == "story" and any(key in given for key in STORY):
        data = _story(given, vocabularies)
    else:
        data = shaped(kind, given, vocabularies)
    data = _in_order(kind, data)
    return proposed(kind, data), data


def _order(kind: str) -> tuple[str, ...]:
    """The keys of a kind as they are written: what it is, whom and what it is for, how it is used."""
    known = keys(next(model for model in KINDS.values() if model.kind == kind))
    later = (*PLACED, *_LAST.get(kind, ()))
    if kind == "kit":
        return known
    return (*(key for key in known if key not in later), *(key for key in later if key in known))


ORDER = {model.kind: _order(model.kind) for model in KINDS.values()}
"""Kind -> its keys in the order they are written."""


def _in_order(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in data.items() if value not in _EMPTY}
    known = [key for key in ORDER[kind] if key in kept]
    return {key: kept[key] for key in (*known, *(key for key in kept if key not in known))}


def _quote(given: Mapping[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    data = shaped("quote", {key: value for key, value in given.items() if key not in _QUOTE_ONLY}, vocabularies)
    data["text"] = curled(unmarked(one_line(said(given, "text"))))
    data["author"] = words(re.sub("^[ ~–—―-]+", "", one_line(said(given, "author"))))
    data["source"], met = _source(given)
    data["evidence"] = "; ".join(part for part in (prose(given, "evidence"), *met) if part)
    data.setdefault("use_when", words(said(given, "starts")))
    data.setdefault("thanks", words(said(given, "name")))
    data["status"] = _status(given, data)
    data["rights"] = {"basis": _basis(given, data["status"])}
    if data["status"] == "own":
        data["author"] = data["author"] or say("write.participant")
        data["note"] = prose(given, "note") or _agreed(given, "write.own_consent")
    return data


def _source(given: Mapping[str, Any]) -> tuple[str, list[str]]:
    """An address, and all that was said about where the words were met."""
    where, line = prose(given, "where"), one_line(said(given, "source"))
    meant = f"https://{line}" if _BARE_ADDRESS.fullmatch(line) else address(line) if " " not in line else ""
    return (meant, [where]) if _ADDRESS.fullmatch(meant) else ("", [where, words(line)])


def _status(given: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    stated = one_line(said(given, "status")).lower()
    if yes(given.get("own")) or stated == "own":
        return "own"
    if stated == "disputed":
        return stated
    seen = yes(given.get("seen")) or stated == "verified"
    return "verified" if seen and data.get("work") and (data.get("locator") or data["source"]) else "attributed"


def _basis(given: Mapping[str, Any], status: str) -> str:
    if status == "own":
        return "own"
    rights = given.get("rights")
    asked = rights.get("basis") if isinstance(rights, Mapping) else rights
    return "public-domain" if slug(str(asked)) == "public-domain" else "quotation"


def _agreed(given: Mapping[str, Any], key: str) -> str:
    """What was said about consent, or the words for a mere yes."""
    if yes(given.get("consent")):
        return say(key)
    words_said = prose(given, "consent")
    return "" if words_said.lower() in NO else words_said


def _story(given: Mapping[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    data = shaped("story", {key: value for key, value in given.items() if key not in _STORY_ONLY}, vocabularies)
    data["told_by"] = words(said(given, "teller")) or say("write.teller")
    data["kind"] = "first-hand"
    data["consent"] = _agreed(given, "write.story_consent")
    data["names_changed"] = True if yes(given.get("names_changed")) else None
    data["text"] = "\n".join(part for part in (prose(given, key) for key in STORY) if part)
    if takeaway := words(said(given, "takeaway")):
        data["takeaway"] = {"by": data["told_by"], "text": takeaway}
    data["notice"] = data.get("notice") or [say("write.notice")]
    data["service_fault"] = yes(given.get("fault"))
    return data
