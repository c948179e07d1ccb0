"""The files of a preview: a picture of each changed entry's card, and documents of the kits that it enters."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.compose.plan import Plan
from generator.library.faces import Face, face
from generator.library.library import Library
from generator.library.settings import Settings
from generator.paper.job import PrintOptions, print_options
from generator.paper.share import picture
from generator.preview.compare import Comparison, Shift
from generator.publish import documents as printing
from generator.publish import press
from generator.publish.documents import Tell, Unprintable, Wanted
from generator.publish.press import PICTURE, Job, Overfull
from generator.publish.store import Store
from generator.strings import say

MOST_CARDS = 24
"""Cards drawn of one proposal; who changes more looks at the site."""
FOLDERS = ("cards", "documents")
SUMMARY = "summary.md"


@dataclass(frozen=True)
class ToPrint:
    """What a preview prints: as many documents as were asked for, and those that it leaves out."""

    cards: tuple[Face, ...]
    cards_left: int
    documents: tuple[Wanted, ...]
    left: tuple[Wanted, ...]


def card_path(id: str) -> str:
    """Where the picture of an entry's card lies in the preview."""
    return f"cards/{id.replace('/', '-')}.png"


def to_print(comparison: Comparison, settings: Settings, most: int) -> ToPrint:
    """The cards of all changed entries, and the documents of every kit they enter, each at the shortest length."""
    entries = (each.after for each in comparison.changed)
    cards = [card for card in (face(entry, comparison.library) for entry in entries if entry) if card]
    options = _plain(print_options(settings))
    wanted = [each for plan in _shortest(comparison) for each in _documents(plan, comparison.library, options)]
    left = len(cards[MOST_CARDS:])
    return ToPrint(tuple(cards[:MOST_CARDS]), left, tuple(wanted[:most]), tuple(wanted[most:]))


def _plain(options: PrintOptions) -> PrintOptions:
    """One paper, and no edition beside the usual one."""
    brand = options.brand.model_copy(update={"papers": options.brand.papers[:1], "editions": ()})
    return replace(options, brand=brand)


def _shortest(comparison: Comparison) -> list[Plan]:
    """Of every kit that takes a changed entry the shortest plan that does."""
    taken: dict[str, Plan] = {}
    for shift in entered(comparison):
        if shift.after:
            taken.setdefault(shift.kit.id, shift.after)
    return list(taken.values())


def entered(comparison: Comparison) -> list[Shift]:
    """The plans that take a changed entry, kit by kit, shortest first."""
    return [shift for shift in comparison.shifts if any(shift.holds(each.id) for each in comparison.changed)]


def _documents(plan: Plan, library: Library, options: PrintOptions) -> Sequence[Wanted]:
    folder = f"documents/{str(plan.request.kit).removeprefix('kits/')}/{plan.request.minutes}"
    made = printing.wanted(plan, folder, library, options, "")
    return [each for each in made if each.job.form == "pdf"]


def is_free(out: Path) -> bool:
    """Nothing lies in a folder that a preview would replace, unless an earlier preview has put it there."""
    earlier = (out / SUMMARY).is_file() and (out / SUMMARY).read_bytes().startswith(say("preview.title").encode())
    return earlier or not any((out / name).exists() for name in (*FOLDERS, SUMMARY))


def print_all(chosen: ToPrint, settings: Settings, out: Path, tell: Tell) -> list[str]:
    """Lay the files out below ``out``, in place of those of an earlier preview; says which words do not fit, if any."""
    for folder in FOLDERS:
        shutil.rmtree(out / folder, ignore_errors=True)
    failures = []
    for work in (_draw_cards, _print_documents):
        try:
            work(chosen, print_options(settings), out, tell)
        except Unprintable as failure:
            failures.append(str(failure))
    return failures


def _draw_cards(chosen: ToPrint, options: PrintOptions, out: Path, tell: Tell) -> None:
    if not chosen.cards:
        return
    tell.start(say("preview.drawing", count=len(chosen.cards)), 1)
    job = Job(picture.document(chosen.cards, options), PICTURE)
    try:
        drawn = next(iter(press.run([("cards", job)], 1)))
    except Overfull as error:
        raise Unprintable(say("build.overfull", file="cards", words=error.words)) from None
    (out / "cards").mkdir(parents=True)
    for card, content in zip(chosen.cards, drawn.pictures, strict=True):
        (out / card_path(card.id)).write_bytes(content)
    tell.step()


def _print_documents(chosen: ToPrint, options: PrintOptions, out: Path, tell: Tell) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        printing.print_missing(chosen.documents, store, min(os.cpu_count() or 1, 4), tell)
        printing.lay_out(printing.made(chosen.documents, store), store, out)
