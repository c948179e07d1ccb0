"""Pages of the kits: one a kit, and the list of them all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.output import Output
from generator.site.chat import chat_text
from generator.site.launch import change_address, run_address
from generator.site.model import BuiltPlan, Download, KitPage
from generator.site.script import Part, script
from generator.site.sharing import sharing
from generator.site.site import Pages, Site
from generator.strings import look_up, say

PICTURES_A_DOCUMENT = 3
SPARE = 2
"""Handouts that are printed beyond one a person."""


@dataclass(frozen=True)
class Row:
    """One document in the list of downloads."""

    document: str
    name: str
    use: str
    a4: Download | None
    letter: Download | None
    either: Download | None
    """The file where paper does not matter."""

    @property
    def usual(self) -> bool:
        """What most people print; further editions and files to edit stand behind a fold."""
        return "-" not in self.document

    @property
    def files(self) -> tuple[Download, ...]:
        """Its files, one a paper."""
        return tuple(each for each in (self.a4, self.letter, self.either) if each)


@dataclass(frozen=True)
class Picture:
    """A page as it looks, and the file it is from."""

    path: str
    alt: str
    file: str


@dataclass(frozen=True)
class Length:
    """One length of a kit, ready to be shown."""

    built: BuiltPlan
    rows: tuple[Row, ...]
    pictures: tuple[Picture, ...]
    chat: str
    script: tuple[Part, ...]
    first: tuple[str, ...]
    """Read this first, in three lines."""
    run: str
    """Where it is led from a screen, below the root of the site."""
    change: str
    """Where it opens to be changed."""
    sheet: Row | None
    """What a huddle prints."""
    readme: str
    """What to print for whom, line by line as JSON: it goes into the zip."""


def kit_pages(site: Site, pages: Pages) -> Iterator[Output]:
    """A page a kit, and their index."""
    for kit in site.kits:
        next_kit = kit.recipe.follow_up
        yield pages.make(
            f"{kit.recipe.id}.md",
            "kit.md",
            kit=kit,
            recipe=kit.recipe,
            lengths=tuple(_length(built, site) for built in kit.plans),
            papers=site.options.brand.papers,
            share=sharing(kit.recipe, site),
            next_kit=next((each for each in site.kits if next_kit and each.recipe.id == next_kit.kit), None),
            edit=site.edit(kit.recipe.id),
        )
    yield pages.make("kits/index.md", "kits.md", huddles=huddles(site), groups=_by_setting(site))


def huddles(site: Site) -> tuple[KitPage, ...]:
    """Kits that can be run today, in fifteen minutes or less."""
    return tuple(kit for kit in site.kits if kit.huddle)


def _by_setting(site: Site) -> tuple[tuple[str, tuple[KitPage, ...]], ...]:
    settings = site.library.vocabularies["settings"]
    found = ((tag, tuple(kit for kit in site.kits if tag in kit.recipe.settings)) for tag in settings)
    return tuple((tag, kits) for tag, kits in found if kits)


def _length(built: BuiltPlan, site: Site) -> Length:
    found = rows(built.downloads)
    return Length(
        built=built,
        rows=found,
        pictures=tuple(_pictures(built.downloads)),
        chat=chat_text(built.plan, site.library),
        script=script(built.plan, site.library),
        first=_first(built),
        run=run_address(built.plan),
        change=change_address(built.plan),
        sheet=next((row for row in found if row.document == "sheet"), None),
        readme=json.dumps(readme(built.plan, found), ensure_ascii=False),
    )


def rows(downloads: Sequence[Download]) -> tuple[Row, ...]:
    """The table of downloads: a row a document, in the order they came."""
    found = {(each.document, each.paper): each for each in downloads}
    names = dict.fromkeys(each.document for each in downloads)
    return tuple(
        Row(name, _named(name), _use(name), *(found.get((name, paper)) for paper in ("a4", "letter", "")))
        for name in names
    )


def _named(document: str) -> str:
    base, _, edition = document.partition("-")
    name = str(look_up("documents").get(base, base.capitalize()))
    known = look_up("site.editions")
    return say("site.edition_of", document=name, edition=known.get(edition, edition)) if edition else name


def _use(document: str) -> str:
    return str(look_up("site.document_use").get(document, ""))


def _pictures(downloads: Sequence[Download]) -> Iterator[Picture]:
    papers = [each.paper for each in downloads if each.pictures]
    for each in downloads:
        if each.paper in papers[:1]:
            for number, path in enumerate(each.pictures[:PICTURES_A_DOCUMENT], 1):
                alt = say("site.kit.picture", document=_named(each.document), page=number)
                yield Picture(path, alt, each.path)


def readme(plan: Plan, found: Sequence[Row]) -> list[str]:
    """What lies in the zip and how often each is printed, line by line."""
    head = say("site.chat.title", title=plan.title, minutes=say("minutes", count=plan.request.minutes))
    lines = [head, plan.promise, "", say("site.zip.usual"), ""]
    lines += [_print_line(row, plan) for row in found if row.usual]
    others = [row.name for row in found if not row.usual]
    if others:
        lines += ["", say("site.zip.others", folder=say("site.zip.folder")), ""]
        lines += [say("site.chat.line", text=name) for name in others]
    return [*lines, "", say("site.zip.end")]


def _print_line(row: Row, plan: Plan) -> str:
    how = say(f"site.zip.print.{row.document}", people=plan.request.group, spare=plan.request.group + SPARE)
    return say("site.zip.line", name=row.name, how=how)


def _first(built: BuiltPlan) -> tuple[str, ...]:
    key = "huddle" if built.plan.huddle else "session"
    kept = next((segment for segment in reversed(built.plan.segments) if segment.kind == "actions"), None)
    last = say(f"site.kit.first.{key}_keep", segment=kept.title) if kept else say("site.kit.first.forward")
    return say(f"site.kit.first.{key}_print"), say(f"site.kit.first.{key}_read"), last
