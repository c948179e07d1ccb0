"""``huddlekit compose``: a session for a request, shown or printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from generator.commands.rooted import with_root
from generator.strings import say


@click.command(epilog=say("cli.compose_epilog"))
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
