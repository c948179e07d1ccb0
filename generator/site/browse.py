"""Pages of the collections: the way in, an index a kind, and the shelves themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.models import KINDS, Misattribution
from generator.output import Output
from generator.site.coverage import coverage_page
from generator.site.shelves import IN_ONE_ROW, SORTED_BY_THEME, Shelf
from generator.site.site import Pages, Site
from generator.site.words import kind_label


def browse_pages(site: Site, pages: Pages) -> Iterator[Output]:
    """Everything below ``library/``."""
    counts = {folder: sum(1 for _ in site.library.all(model)) for folder, model in KINDS.items()}
    yield pages.make("library/index.md", "library.md", counts=counts, sorted_by_theme=SORTED_BY_THEME)
    for folder in SORTED_BY_THEME:
        yield _index(folder, counts[folder], site, pages)
    for shelf in site.shelves:
        yield pages.make(shelf.path, "shelf.md", shelf=shelf, shown=site.cards(shelf.entries))
    for folder in IN_ONE_ROW:
        if not counts[folder]:
            yield pages.make(f"library/{folder}/all.md", "empty_shelf.md", folder=folder)
    yield from coverage_page(site, pages)
    yield pages.make(
        "library/misattributions.md", "misattributions.md", entries=tuple(site.library.all(Misattribution))
    )


def _index(folder: str, count: int, site: Site, pages: Pages) -> Output:
    first = [shelf for shelf in site.shelves if shelf.folder == folder and shelf.number == 1]
    return pages.make(
        f"library/{folder}/index.md",
        "kind.md",
        folder=folder,
        title=kind_label(folder, 2),
        count=count,
        themes=_of(first, "themes"),
        settings=_of(first, "settings"),
        review=[shelf for shelf in first if shelf.tag == "in-review"],
    )


def _of(found: list[Shelf], vocabulary: str) -> list[Shelf]:
    return [shelf for shelf in found if shelf.vocabulary == vocabulary]
