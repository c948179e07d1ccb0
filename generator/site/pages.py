"""The table of contents of the site: every file below ``build/docs`` that is made from the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.library.library import Library
from generator.output import Output
from generator.site.add import add_files
from generator.site.api import api_files
from generator.site.assets import asset_files
from generator.site.browse import browse_pages
from generator.site.composer import composer_page
from generator.site.data import data_files
from generator.site.entries import entry_pages
from generator.site.find import find_files
from generator.site.home import home_pages
from generator.site.kits import kit_pages
from generator.site.mine import mine_files
from generator.site.model import KitPage, SiteOptions
from generator.site.offline import worker
from generator.site.rules import rule_pages
from generator.site.run import run_files
from generator.site.sayings import saying_files
from generator.site.site import Pages, gather
from generator.site.tally import tally_files


def site_files(library: Library, kits: Sequence[KitPage], options: SiteOptions) -> list[Output]:
    """Every page, script and record of the site, in the order of their paths, and the worker that keeps them."""
    files = sorted(_files(library, kits, options), key=lambda each: each.path)
    return sorted([*files, worker(files)], key=lambda each: each.path)


def _files(library: Library, kits: Sequence[KitPage], options: SiteOptions) -> Iterator[Output]:
    site = gather(library, kits, options)
    pages = Pages(site)
    yield from home_pages(site, pages)
    yield from kit_pages(site, pages)
    yield from browse_pages(site, pages)
    yield from find_files(site, pages)
    yield from composer_page(site, pages)
    yield from run_files(site, pages)
    yield from data_files(site)
    yield from saying_files(site)
    yield from tally_files(site, pages)
    yield from mine_files(site, pages)
    yield from add_files(site, pages)
    yield from entry_pages(site, pages)
    yield from rule_pages(pages)
    yield from api_files(site)
    yield from asset_files(options.brand)
