"""The program in one page: print what changed, make the site, swap both in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.check import Checked
from generator.compose.kits import ComposedKit
from generator.output import Output
from generator.paper.job import print_options
from generator.publish import documents as printing
from generator.publish import shares
from generator.publish.documents import Made, Tell, Wanted
from generator.publish.manifest import as_text, folder_of, manifest, read_manifest
from generator.publish.release import carry_over, current, locked, staging
from generator.publish.shares import Shared
from generator.publish.store import Store
from generator.publish.website import build_site, site_digest, site_sources
from generator.site.model import SiteOptions
from generator.strings import say


@dataclass(frozen=True)
class Order:
    """What to build."""

    root: Path
    kits: tuple[str, ...] = ()
    """Only these kits' documents; the rest of build/ stays as it was. Empty: everything."""
    processes: int = 2
    site: bool = True


@dataclass(frozen=True)
class Outcome:
    """What a build did."""

    kits: int
    documents: int
    rendered: int
    site_made: bool


def build(order: Order, checked: Checked, tell: Tell) -> Outcome:
    """Build a sound library into ``build/``. A failure on the way leaves the last good output as it was."""
    with locked(order.root) as home:
        store, before = Store(home / "store"), read_manifest(current(order.root))
        kits = [kit for kit in checked.kits if not order.kits or kit.recipe.id in order.kits]
        wanted = _wanted(kits, checked, tell)
        rendered = printing.print_missing(wanted, store, order.processes, tell)
        documents = printing.made(wanted, store)
        pictures = shares.shared(checked.library, print_options(checked.settings)) if not order.kits else []
        sources = _sources(order, checked, documents, pictures) if order.site and not order.kits else []
        site = site_digest(order.root, sources, documents, pictures) if sources else before.get("site", "")
        after = manifest(__version__, kits, documents, site, before if order.kits else {})
        site_made = bool(sources) and site != before.get("site")
        if site_made:
            shares.draw_missing(pictures, print_options(checked.settings), store, order.processes, tell)
        if after != before:
            with staging(order.root) as stage:
                _fill(stage, kits, documents, store, after)
                carry_over(current(order.root), stage, site=not site_made)
                if site_made:
                    tell.start(say("build.site"), 0)
                    build_site(order.root, stage, sources, documents, pictures, store)
        if not order.kits:
            store.keep_only((*printing.names_in_store(documents), *(each.file for each in pictures)))
    return Outcome(len(kits), len(documents), rendered, site_made)


def _wanted(kits: Sequence[ComposedKit], checked: Checked, tell: Tell) -> list[Wanted]:
    """Every document of these kits, laid out as HTML."""
    plans = [plan for kit in kits for plan in kit.plans]
    tell.start(say("build.laying_out", count=len(plans)), len(plans))
    options = print_options(checked.settings)
    made_by, documents = printing.fingerprint(), list[Wanted]()
    for plan in plans:
        documents += printing.wanted(plan, folder_of(plan), checked.library, options, made_by)
        tell.step()
    return documents


def _sources(order: Order, checked: Checked, documents: Sequence[Made], pictures: Sequence[Shared]) -> list[Output]:
    """Every page of the site but the printed documents and the pictures."""
    shown = frozenset(each.path for each in pictures)
    options = SiteOptions(checked.settings.brand, checked.settings.site_url, __version__, shown)
    return site_sources(order.root, checked.library, checked.kits, documents, options)


def _fill(
    stage: Path, kits: Sequence[ComposedKit], documents: Sequence[Made], store: Store, contents: dict[str, object]
) -> None:
    """Lay out the documents, their plans and the manifest."""
    printing.lay_out(documents, store, stage)
    for plan in (plan for kit in kits for plan in kit.plans):
        path = stage / folder_of(plan) / "plan.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_text(plan.as_json()), encoding="utf-8")
    (stage / "manifest.json").write_text(as_text(contents), encoding="utf-8")
