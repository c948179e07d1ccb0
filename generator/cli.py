"""The command line: parses, calls, prints, sets the exit code. Everything heavy is imported where it is used."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.strings import say


def with_root(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --root as well, so that it may stand before or after the command's name."""

    @click.option(
        "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of the library."
    )
    @click.pass_context
    @functools.wraps(command)
    def wrapped(context: click.Context, /, root: Path | None, **options: Any) -> None:
        context.invoke(command, root=(root or context.obj or Path()).absolute(), **options)

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=say("cli.epilog"))
@click.version_option(__version__, prog_name="huddlekit")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder of the library.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Print facilitation kits and make the site from a folder of quotes, questions, stories and activities."""
    context.obj = root


@main.command(epilog=say("cli.build_epilog"))
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


@main.command(epilog=say("cli.check_epilog"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@with_root
def check(root: Path, paths: tuple[Path, ...], style: str) -> None:
    """Check the library and say what is wrong, where, and what to do about it. PATHs limit what is shown."""
    from generator.asked import is_library, not_read, report
    from generator.check import check as check_root
    from generator.check import only

    outside = [path for path in paths if is_library(path)]
    checked = check_root(outside[0].absolute() if outside else root)
    within = [path.absolute() for path in paths if path not in outside]
    not_read(within, root, checked)
    report(only(checked.problems, root, within) if within else checked.problems, checked.loaded.sources, style)


@main.command(epilog=say("cli.compose_epilog"))
@click.option(
    "--setting",
    required=True,
    help="orientation, training, staff-meeting, retreat, leadership, cross-team, conversation.",
)
@click.option("--minutes", required=True, type=int, help="Length, 5 to 120.")
@click.option("--approach", help="Left out, it follows from setting and minutes.")
@click.option("--theme", "themes", multiple=True, help="What it is about. May be repeated: any of them.")
@click.option("--audience", help="For whom. Left out, it follows from the setting.")
@click.option("--customer", type=click.Choice(["external", "internal", "both"]), help="Whose service it is about.")
@click.option("--group", type=int, help="Number of people, 2 to 40.")
@click.option("--start", metavar="HH:MM", help="Print clock times from here, such as 09:00.")
@click.option("--seed", default="", help="Another word gives another plan.")
@click.option(
    "--place", "placed", multiple=True, metavar="N=ID", help="Put this entry into the Nth place. May be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="The plan as JSON.")
@click.option("--explain", is_flag=True, help="Why each entry was taken, and what came second.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Print the kit into this folder.")
@with_root
def compose(
    root: Path, as_json: bool, explain: bool, out: Path | None, start: str | None, placed: tuple[str, ...], **asked: Any
) -> None:
    """Compose a session for a setting and a number of minutes, and show or print it."""
    from generator.asked import check_words, places, sound
    from generator.compose.compose import compose as compose_plan
    from generator.compose.plan import Refusal
    from generator.compose.request import request_of
    from generator.terminal import refusal_json, refusal_text, show_plan

    if sum((as_json, explain, out is not None)) > 1:
        raise click.UsageError(say("cli.one_output"))
    checked = sound(root)
    check_words(checked, asked, start)
    wanted = request_of(checked.library, **asked, places=places(placed, checked.library))
    plan = compose_plan(wanted, checked.library)
    if isinstance(plan, Refusal):
        if as_json:
            click.echo(refusal_json(plan))
        click.echo(refusal_text(plan), err=True)
        raise SystemExit(1)
    if out:
        from generator.asked import print_into

        click.echo(say("build.written", count=print_into(out, plan, checked, start), folder=out))
    elif as_json:
        click.echo(json.dumps(plan.as_json(), indent=1, ensure_ascii=False))
    else:
        click.echo(show_plan(plan, checked.library, start, explain=explain))


@main.command(epilog=say("cli.serve_epilog"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@with_root
def serve(root: Path, port: int) -> None:
    """Build, show the site on this computer, and build again whenever a file changes. Ctrl+C ends it."""
    from generator.serve import serve as serve_site

    serve_site(root, port, click.echo)


@main.command(epilog=say("cli.schema_epilog"))
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write one file a kind into this folder.")
@with_root
def schema(root: Path, kind: str | None, out: Path | None) -> None:
    """The JSON Schemas of the entries, for editors: all of them, or one KIND."""
    from generator.asked import known
    from generator.library.load import read_library
    from generator.library.schema import schemas

    made = schemas(read_library([root]).library.vocabularies)
    if kind:
        made = {kind: made[known(kind, list(made), "KIND")]}
    if out is None:
        click.echo(json.dumps(made[kind] if kind else made, indent=1, ensure_ascii=False))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, one in made.items():
        (out / f"{name}.json").write_text(json.dumps(one, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    click.echo(say("cli.schemas_written", count=len(made), folder=out))


@main.command(epilog=say("cli.stats_epilog"))
@click.option("--json", "as_json", is_flag=True, help="The numbers as JSON.")
@with_root
def stats(root: Path, as_json: bool) -> None:
    """How much the library holds: entries by kind, status, step and theme."""
    from generator.library.load import read_library
    from generator.stats import count
    from generator.terminal import show_stats

    counted = count(read_library([root]).library)
    click.echo(json.dumps(counted, indent=1, ensure_ascii=False) if as_json else show_stats(counted))
