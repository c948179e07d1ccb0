"""The command as people and scripts call it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import SMALL

ROOT = Path(__file__).parents[1]


def call(*words: str) -> Result:
    """Call huddlekit in this process."""
    return CliRunner().invoke(main, list(words))


def test_four_mistakes_at_their_places(tmp_path: Path) -> None:
    """A wrong key, an unknown theme, a duplicate key and 1:30 minutes are reported together, each where it stands."""
    (tmp_path / "kits").mkdir()
    (tmp_path / "kits" / "mine.yml").write_text(
        "title: Mine\n"
        "promise: Something.\n"
        "settings: [retreat]\n"
        "audience: mixed\n"
        "group: {least: 2, most: 8}\n"
        "minutes: 1:30\n"
        "themes: [trust, recovry]\n"
        "title: Again\n"
        "colour: blue\n",
        encoding="utf-8",
    )
    result = call("--root", str(tmp_path), "check", "--format", "json")
    rows = json.loads(result.stdout)
    found = {(row["line"], row["column"], row["field"].split("[")[0].split(".")[0]) for row in rows}

    assert result.exit_code == 1
    assert found == {(6, 10, "minutes"), (7, 17, "themes"), (8, 1, "title"), (9, 1, "colour")}
    assert "Traceback" not in result.output
    keys = "file line column end_line end_column field rule severity message hint"
    assert list(rows[0]) == keys.split()


def test_root_may_stand_before_or_after() -> None:
    """--root works in both places."""
    assert call("--root", str(SMALL), "check").exit_code == 0
    assert call("check", "--root", str(SMALL)).exit_code == 0


def test_compose_as_json() -> None:
    """compose --json prints a plan whose minutes add up and whose keys are those of the contract."""
    asked = ["--setting", "staff-meeting", "--minutes", "17", "--group", "6", "--root", str(SMALL), "--json"]
    plan = json.loads(call("compose", *asked).stdout)

    assert plan["schema"] == 1
    assert plan["kit"] is None
    assert plan["seed"] == ""
    assert sum(segment["minutes"] for segment in plan["segments"]) == plan["minutes"] == 17
    assert {"guide", "handout"} <= set(plan["documents"])


def test_refusal_on_both_streams() -> None:
    """What cannot be composed exits 1, says why on standard error, and with --json gives the nearest request."""
    asked = ["--setting", "retreat", "--minutes", "120", "--approach", "questions", "--root", str(SMALL), "--json"]
    result = call("compose", *asked)
    refusal = json.loads(result.stdout)

    assert result.exit_code == 1
    assert "questions does not carry 120 minutes" in result.stderr
    assert refusal["nearest"]["approach"] == "combined"
    assert refusal["problems"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--setting", "retreet", "--minutes", "30"], "Did you mean retreat?"),
        (["--setting", "retreat", "--minutes", "30", "--theme", "truts"], "Did you mean trust?"),
        (["--setting", "retreat", "--minutes", "30", "--start", "9 am"], "needs a time such as 09:00"),
        (["--setting", "retreat"], "--minutes"),
    ],
)
def test_called_wrongly(words: list[str], said: str) -> None:
    """A wrong word exits 2 and names the nearest right one."""
    result = call("compose", *words, "--root", str(SMALL))

    assert result.exit_code == 2
    assert said in result.stderr


def test_explain_says_why() -> None:
    """--explain says for each entry why it was taken and what came second."""
    said = call("compose", "--setting", "training", "--minutes", "30", "--explain", "--root", str(SMALL)).stdout

    assert said.count("that fit") >= 3
    assert "next came questions/" in said


def test_start_prints_clock_times() -> None:
    """With --start the run of show shows times of day."""
    said = call("compose", "--setting", "training", "--minutes", "30", "--start", "09:00", "--root", str(SMALL)).stdout

    assert "09:00" in said


def test_schema_and_stats_speak_json() -> None:
    """schema and stats --json print JSON with every kind in it."""
    schemas = json.loads(call("schema", "--root", str(SMALL)).stdout)
    counted = json.loads(call("stats", "--json", "--root", str(SMALL)).stdout)

    assert {"quote", "question", "story", "activity", "kit"} <= set(schemas)
    assert counted["entries"]["quotes"] == len(list((SMALL / "quotes").glob("*.yml")))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    """--help says what a command does and shows how it is called."""
    command = main.commands[name]

    assert command.help
    assert "Example" in str(command.epilog)
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_readme_commands_exist() -> None:
    """Every command and make target that the README shows can be called."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    shown = set(re.findall(r"make ([a-z]+)", readme))
    commands = set(re.findall(r"huddlekit ([a-z]+) ", " ".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL))))

    assert {"build", "test"} <= shown <= targets
    assert commands
    assert commands <= set(main.commands)
    assert len(readme.splitlines()) <= 100


def test_a_path_that_was_not_read_is_not_called_clean(tmp_path: Path) -> None:
    """check says so when a path is no file of the library, instead of calling it clean."""
    stray = tmp_path / "stray.yml"
    stray.write_text("text: [\n", encoding="utf-8")
    result = call("check", str(stray), "--root", str(SMALL))

    assert result.exit_code == 2
    assert "no file of the library" in result.stderr


def test_out_replaces_the_kit_that_was_there(tmp_path: Path) -> None:
    """A huddle printed over a longer session leaves neither guide nor slides of the longer one behind."""
    for minutes in ("20", "5"):
        asked = ["--setting", "staff-meeting", "--minutes", minutes, "--approach", "questions"]
        result = call("compose", *asked, "--out", str(tmp_path), "--root", str(SMALL))
        assert result.exit_code == 0, result.output
    plan = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))

    printed = {path.stem.partition("-")[0] for path in (tmp_path / "a4").glob("*.pdf")}
    assert printed == {"sheet", "cards", "poster"} == set(plan["documents"])
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"plan.json"}
