"""``huddlekit build``: everything into build/."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.build_epilog"))
@click.option(
    "--kit", "kits", multiple=True, metavar="ID", help="Only this kit's documents, such as first-day. May be repeated."
)
@click.option(
    "--jobs", type=click.IntRange(1, 32), default=None, help="Documents printed at once. [default: processors]"
)
@click.option("--no-site", is_flag=True, help="Leave the site as it is.")
@with_root
def build(root: Path, kits: tuple[str, ...], jobs: int | None, no_site: bool) -> None:
    """Build everything into build/: printable kits and the site."""
    from generator.asked import known, sound
    from generator.build import Order
    from generator.build import build as build_all
    from generator.publish.documents import Unprintable
    from generator.publish.release import Unbuildable
    from generator.site.engine import SiteError
    from generator.terminal import Progress

    checked = sound(root)
    chosen = tuple(f"kits/{kit.removeprefix('kits/')}" for kit in kits)
    for kit in chosen:
        known(kit, [entry.recipe.id for entry in checked.kits], "--kit")
    order = Order(root, chosen, jobs or os.cpu_count() or 1, not no_site)
    try:
        with Progress() as progress:
            outcome = build_all(order, checked, progress)
    except Unbuildable as reason:
        raise click.ClickException(str(reason)) from None
    except (Unprintable, SiteError, OSError) as failure:
        raise click.ClickException(say("build.failed", reason=failure)) from None
    site = say("build.site_made" if outcome.site_made else "build.site_left")
    click.echo(say("build.done", kits=outcome.kits, documents=outcome.documents, rendered=outcome.rendered, site=site))
    click.echo(say("build.where_kits", path=root / "build" / "kits"))
    click.echo(say("build.where_site", path=root / "build" / "site" / "index.html"))
