"""The site of a release: its sources are laid out under docs/, the engine makes site/ from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.compose.kits import ComposedKit
from generator.library.brand import Brand
from generator.library.library import Library
from generator.output import Output
from generator.publish import shares
from generator.publish.digest import digest, digest_of_files
from generator.publish.documents import Made, lay_out, picture_paths
from generator.publish.shares import Shared
from generator.publish.store import Store
from generator.site.engine import engine_version, run, theme_files
from generator.site.model import BuiltPlan, Download, KitPage, SiteOptions
from generator.site.pages import site_files

CHECKOUT = Path(__file__).parents[2]
"""Where the program lies, with the pages and the configuration that every site starts from."""
_HOME = re.compile(r"https://github\.com/huddlekit/huddlekit(/new/main)?(/[^)\s]*)?")
"""Our own repository, as the pages of docs/ name it."""


def site_sources(
    root: Path, library: Library, kits: Sequence[ComposedKit], documents: Sequence[Made], options: SiteOptions
) -> list[Output]:
    """Every page and asset that the site engine reads, but for the printed documents."""
    written = {output.path: output for output in _by_hand(root, options.brand)}
    pages = [_page(kit, documents) for kit in kits]
    written.update({output.path: output for output in site_files(library, pages, options)})
    return list(written.values())


def site_digest(root: Path, sources: Sequence[Output], documents: Sequence[Made], pictures: Sequence[Shared]) -> str:
    """Digest of all that the engine reads: sources, documents, pictures, configuration, theme and engine."""
    return digest(
        [(output.path, digest(output.content)) for output in sources],
        [(document.wanted.path, document.wanted.key) for document in documents],
        [(each.path, each.key) for each in pictures],
        _config(root).read_text(encoding="utf-8"),
        digest_of_files(theme_files(), CHECKOUT),
        engine_version(),
    )


def build_site(
    root: Path,
    stage: Path,
    sources: Sequence[Output],
    documents: Sequence[Made],
    pictures: Sequence[Shared],
    store: Store,
) -> None:
    """Lay out ``stage/docs`` and run the engine to make ``stage/site``. Raises SiteError when the engine refuses."""
    docs = stage / "docs"
    for output in sources:
        path = docs / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
    lay_out(documents, store, docs, pictures=True)
    shares.lay_out(pictures, store, docs)
    run(_config(root), docs, stage / "site")


def _config(root: Path) -> Path:
    """The engine's configuration: the library's own, or ours where it has none."""
    return next(path for path in (root / "mkdocs.yml", CHECKOUT / "mkdocs.yml") if path.exists())


def _by_hand(root: Path, brand: Brand) -> Iterator[Output]:
    """The pages of docs/ as they stand: ours, and over them the library's own."""
    for docs in dict.fromkeys((CHECKOUT / "docs", root / "docs")):
        for path in sorted(path for path in docs.rglob("*") if path.is_file()):
            content = path.read_bytes()
            if docs == CHECKOUT / "docs" and path.suffix == ".md":
                content = _at_home(content.decode("utf-8"), brand).encode("utf-8")
            yield Output(path.relative_to(docs).as_posix(), content)


def _at_home(page: str, brand: Brand) -> str:
    """A page of ours whose links lead to the library's own repository, or to how to contribute where it has none."""
    if not brand.repository:
        return _HOME.sub("contribute.md", page)
    home, new = brand.repository.rstrip("/"), f"/new/{brand.branch}"
    return _HOME.sub(lambda link: home + (new if link[1] else "") + (link[2] or ""), page)


def _page(kit: ComposedKit, documents: Sequence[Made]) -> KitPage:
    built = []
    for plan in kit.plans:
        mine = [document for document in documents if document.wanted.plan is plan]
        built.append(BuiltPlan(plan, [_download(document) for document in mine]))
    return KitPage(kit.recipe, built)


def _download(document: Made) -> Download:
    wanted = document.wanted
    name = wanted.document if wanted.job.form == "pdf" else f"{wanted.document}-{wanted.job.form}"
    return Download(name, wanted.paper or "", wanted.path, document.pages, document.size, picture_paths(document))
