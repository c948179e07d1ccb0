"""``huddlekit new``: an entry from a few answers, asked for or given as options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.commands.rooted import with_root
from generator.strings import look_up, say


class _Kinds(click.Group):
    """A command for each kind, made when it is asked for: its options come from the models, which take time to load."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The kinds that can be added."""
        return sorted(look_up("ask"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command for one kind."""
        return _command(name) if name in look_up("ask") else None


@click.group(cls=_Kinds, epilog=say("cli.new_epilog"))
def new() -> None:
    """Add an entry: answer a few questions, see how it looks, and say yes."""


def _command(kind: str) -> click.Command:
    """The command for one kind, with an option for each of its questions."""

    @with_root
    def run(root: Path, source: str | None, id: str, agreed: bool, **given: Any) -> None:
        from generator.contribute.new import Adding, add, from_file

        answers = dict(from_file(source, kind)) if source else {}
        answers |= {key: value for key, value in given.items() if value not in (None, "", (), False)}
        add(Adding(root, kind, answers, id, agreed))

    help = say(f"new.help.{kind}")
    command = click.command(kind, help=help, epilog=say("cli.new_one_epilog"))(run)
    command.params[:0] = [*_options(kind), *_settings()]
    return command


def _options(kind: str) -> list[click.Parameter]:
    from generator.write.questions import ASKED

    options: list[click.Parameter] = []
    for ask in ASKED[kind]:
        words = ask.words(kind, "ask")
        if ask.shape == "yes" and ask.key != "consent":
            options.append(click.Option([ask.flag, ask.key], is_flag=True, help=words))
        elif ask.many:
            many = say("new.option_many", ask=words)
            options.append(click.Option([ask.flag, ask.key], multiple=True, help=many, metavar="TEXT"))
        else:
            options.append(click.Option([ask.flag, ask.key], help=words, metavar="TEXT"))
    return options


def _settings() -> list[click.Parameter]:
    path = click.Path(dir_okay=False, exists=True, allow_dash=True)
    return [
        click.Option(["--from", "source"], type=path, metavar="FILE", help=say("new.option_from")),
        click.Option(["--id", "id"], default="", metavar="NAME", help=say("new.option_id")),
        click.Option(["--yes", "agreed"], is_flag=True, help=say("new.option_yes")),
    ]
