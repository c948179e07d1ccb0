"""What a proposal does, in plain words: Markdown in which nothing that an entry says is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.library.faces import brief, face
from generator.library.library import Library
from generator.library.models import Entry, KitRecipe, Misattribution, Placed, Quote
from generator.preview.compare import Changed, Comparison, Shift
from generator.preview.prints import ToPrint, card_path
from generator.site.escape import escape
from generator.strings import look_up, say

MOST = 24
"""Entries that a summary tells about, and rows of a table."""
_WORDS = 90


def summary(comparison: Comparison, chosen: ToPrint, failures: Sequence[str]) -> str:
    """The whole summary."""
    parts = [say("preview.title")]
    if not comparison.changed and not comparison.tables:
        return "\n\n".join((*parts, say("preview.nothing"))) + "\n"
    parts += [] if comparison.composed else [say("preview.not_composed")]
    parts += [say("preview.table_changed", file=escape(file)) for file in comparison.tables]
    drawn = {card.id for card in chosen.cards}
    parts += chain.from_iterable(_entry(each, comparison, drawn) for each in comparison.changed[:MOST])
    if more := len(comparison.changed[MOST:]):
        parts.append(say("preview.more_entries", count=more))
    parts += _elsewhere(comparison)
    parts += _files(chosen, failures)
    return "\n\n".join(parts) + "\n"


def _entry(changed: Changed, comparison: Comparison, drawn: set[str]) -> Iterator[str]:
    entry = changed.after or changed.before
    assert entry is not None  # one of the two is there, or nothing changed
    how = "removed" if changed.after is None else "new" if changed.before is None else "edited"
    how = how if comparison.against else "shown"
    library = comparison.library if changed.after else comparison.was
    kind = look_up("site.kinds")[changed.id.partition("/")[0]]["one"]
    yield say(f"preview.{how}", kind=kind, words=_words(entry, library), id=changed.id)
    if changed.after is None:
        yield from _left(changed, comparison)
        return
    if changed.id in drawn:
        yield say("preview.card", path=card_path(changed.id))
    yield from _place(changed.after, comparison)


def _place(entry: Entry, comparison: Comparison) -> Iterator[str]:
    """Where an entry finds its place, or why it does not yet."""
    shifts = [shift for shift in comparison.shifts if shift.after and shift.holds(entry.id)]
    if isinstance(entry, KitRecipe):
        yield say("preview.kit", count=len(shifts))
        yield from _table("plan", (_plan_row(shift, comparison) for shift in shifts))
    elif isinstance(entry, Misattribution):
        yield say("preview.misattribution")
    elif not isinstance(entry, Placed):
        yield say("preview.beside")
    elif not entry.complete:
        yield say("preview.in_review", lacking=", ".join(_lacking(entry)))
    elif not comparison.composed:
        return
    elif not shifts:
        yield say("preview.in_no_kit")
    else:
        yield say("preview.in_kits", count=len({shift.kit.id for shift in shifts}))
        yield from _table("enters", (_kit_row(entry.id, shift, comparison) for shift in shifts))


def _left(changed: Changed, comparison: Comparison) -> Iterator[str]:
    """The kits that an entry leaves, and what comes in its place."""
    shifts = [shift for shift in comparison.shifts if changed.id in shift.lost]
    if not comparison.composed:
        return
    yield say("preview.left" if shifts else "preview.left_none")
    rows = ((_kit(shift), str(shift.minutes), _list(shift.gained, comparison.library)) for shift in shifts)
    yield from _table("leaves", rows)


def _elsewhere(comparison: Comparison) -> Iterator[str]:
    """Plans that change although they take none of the entries, for example because two of them met there."""
    ids = {each.id for each in comparison.changed}
    others = [
        shift
        for shift in comparison.shifts
        if shift.changed and not any(shift.holds(id) for id in ids) and not ids & set(shift.lost)
    ]
    if others:
        yield say("preview.elsewhere")
        yield from _table("other", (_other_row(shift, comparison) for shift in others))


def _files(chosen: ToPrint, failures: Sequence[str]) -> Iterator[str]:
    yield from (say("preview.does_not_fit", words=escape(words)) for words in failures)
    if chosen.documents:
        yield say("preview.documents", count=len(chosen.documents))
        yield "\n".join(f"- `{each.path}`" for each in chosen.documents)
    if chosen.left:
        kits = sorted({escape(each.plan.title) for each in chosen.left})
        yield say("preview.left_out", count=len(chosen.left), kits=" · ".join(kits))
    if chosen.cards_left:
        yield say("preview.cards_left", count=chosen.cards_left)


def _kit_row(id: str, shift: Shift, comparison: Comparison) -> tuple[str, ...]:
    instead = _list(shift.lost, comparison.was) if shift.lost else say("preview.beside_others")
    if shift.before is None:
        instead = say("preview.new_plan")
    elif id not in shift.gained:
        instead = say("preview.as_before")
    return _kit(shift), str(shift.minutes), instead


def _plan_row(shift: Shift, comparison: Comparison) -> tuple[str, ...]:
    taken = (item.entry for item in shift.after.items) if shift.after else ()
    return str(shift.minutes), _list(tuple(taken), comparison.library)


def _other_row(shift: Shift, comparison: Comparison) -> tuple[str, ...]:
    gained, lost = _list(shift.gained, comparison.library), _list(shift.lost, comparison.was)
    return _kit(shift), str(shift.minutes), gained, lost


def _table(name: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table with the heads that the catalogue gives it, and at most so many rows."""
    kept = list(rows)
    if kept:
        heads = look_up(f"preview.heads.{name}")
        lines = [heads, ["---"] * len(heads), *kept[:MOST]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
    if more := len(kept[MOST:]):
        yield say("preview.more_rows", count=more)


def _kit(shift: Shift) -> str:
    return escape(shift.kit.title)


def _list(ids: Sequence[str], library: Library) -> str:
    return "<br>".join(_words(library.entries[id], library) for id in ids) or "–"


def _words(entry: Entry, library: Library) -> str:
    """The words that an entry is known by, short enough for a line."""
    if isinstance(entry, Quote):
        return escape(f"{say('site.quoted', text=brief(entry.shown, _WORDS))} – {library.person(entry.author)}")
    shown = face(entry, library)
    return escape(brief(shown.words if shown else str(getattr(entry, "text", entry.id)), _WORDS))


def _lacking(entry: Placed) -> list[str]:
    wanted = ("themes", "plays", "ask", "use_when") if isinstance(entry, Quote) else ("themes",)
    return [f"*{key}*" for key in wanted if not getattr(entry, key)]
