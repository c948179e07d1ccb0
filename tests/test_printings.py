"""One problem in four printings: terminal, JSON, annotations and summary; what changed comes first."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from rich.console import Console

from generator.changed import read_paths, sort_out, within
from generator.check import check
from generator.cli import main
from generator.library.annotations import as_github, inert, summary_markdown
from generator.library.problem import Place, Problem
from generator.library.report import as_json, print_text

CASES = Path(__file__).parent / "cases" / "printings" / "hostile"
QUOTE = """\
text: A calm word travels further than a loud one.
author: Ida Example
status: attributed
rights: {basis: quotation}
"""


def one(**changes: Any) -> Problem:
    """A problem to print."""
    fields = {"file": "quotes/x.yml", "place": Place(1, 7, 1, 11), "field": "text", "rule": "rule", "message": "wrong"}
    return Problem(**{**fields, **changes})


def printings() -> dict[str, str]:
    """The hostile library in its four printings, as if only the quotation had changed."""
    checked = check(CASES / "library")
    mine, others = sort_out(checked.problems, frozenset({PurePosixPath("quotes/loud.yml")}))
    corrected = {"quotes/loud.yml": (CASES / "corrected.yml").read_text(encoding="utf-8")}
    stream = io.StringIO()
    print_text(mine, checked.loaded.sources, Console(file=stream, width=80), others)
    return {
        "terminal.txt": stream.getvalue(),
        "problems.json": as_json([*mine, *others]) + "\n",
        "annotations.txt": as_github(mine, others) + "\n",
        "summary.md": summary_markdown(mine, others, corrected),
    }


@pytest.mark.parametrize("name", ["terminal.txt", "problems.json", "annotations.txt", "summary.md"])
def test_a_broken_file_in_four_printings(name: str, update: bool) -> None:
    """The same problems, each time as the place needs them that shows them."""
    printed = printings()[name]
    if update:
        (CASES / name).write_text(printed, encoding="utf-8")
    assert printed == (CASES / name).read_text(encoding="utf-8")


def test_annotations_say_nothing_that_an_entry_made_up() -> None:
    """Every line is a command of ours at a file of the library, or the closing count."""
    *commands, counted, elsewhere = printings()["annotations.txt"].splitlines()
    assert len(commands) <= 11
    for command in commands:
        assert re.match(r"::(error|warning|notice)( file=(quotes/loud|kits/quiet)\.yml,line=\d+,|::\d+ more)", command)
    assert counted.endswith(".")
    assert elsewhere.startswith("Also wrong elsewhere")


def test_a_summary_shows_hostile_text_as_text() -> None:
    """Rendered as Markdown there is no link, picture, tag or mention, and the corrected file is one block as it is."""
    summary = printings()["summary.md"]
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(summary)
    inside = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inside)}
    assert not kinds & {"link_open", "image", "html_block", "html_inline", "code_inline", "em_open", "strong_open"}
    texts = "".join(child.content for child in inside)
    assert not re.search(r"@\w|#\d", texts)
    assert [token.content for token in tokens if token.type == "fence"] == [(CASES / "corrected.yml").read_text()]
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2", "h3", "h3"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b> | [x](y)", "&lt;b> \\| \\[x\\](y)"),
        ("a\n\n# b", "a # b"),
        ("@ida #12", "@&#8203;ida #&#8203;12"),
        ("https://evil.example www.evil.example", "https&#58;//evil.example www&#46;evil.example"),
        ("`x` \u202e", "\\`x\\` □"),
    ],
)
def test_nothing_in_a_line_of_a_summary_is_markup(text: str, shown: str) -> None:
    """Whatever an entry says is read as it was written."""
    assert inert(text) == shown


def test_github_shows_ten_and_says_how_many_more() -> None:
    """Errors come first, ten are shown, and nothing in a message can start a command of its own."""
    bad = one(file="quotes/a,b:c.yml", message="100 %\n::error::gone", hint="mend")
    problems = [one(severity="warning", rule=f"w{number}") for number in range(12)] + [bad]
    lines = as_github(problems).splitlines()
    place = "line=1,col=7,endLine=1,endColumn=11"
    assert lines[0] == f"::error file=quotes/a%2Cb%3Ac.yml,{place},title=rule::100 %25%0A::error::gone. mend"
    assert sum(line.startswith(("::error", "::warning")) for line in lines) == 10
    assert lines[-2:] == ["::notice::3 more in the summary of this run", "1 error and 12 warnings in 2 files."]


def test_annotations_show_what_changed_before_everything_else() -> None:
    """A warning in a changed file stands above an error in another one, which is only a notice."""
    lines = as_github(
        [one(severity="warning")], [one(file=f"quotes/{number}.yml") for number in range(12)]
    ).splitlines()
    assert [line.split(" ")[0] for line in lines[:9]] == ["::warning", *["::notice"] * 8]
    assert lines[9] == "::notice::4 more in the summary of this run"
    assert lines[-1] == "Also wrong elsewhere, not yours: 12 errors in 12 files"


def test_a_long_summary_is_cut_and_says_so() -> None:
    """A summary stays small enough for GitHub to show it."""
    many = [one(place=Place(line, 1, line, 2)) for line in range(1, 1000)]
    summary = summary_markdown(many, many, {"quotes/x.yml": "x" * 300_000})
    assert len(summary) < 100_000
    assert summary.count("799 more are not listed.") == 2


def test_paths_are_read_as_git_writes_them() -> None:
    """One a line, odd names in quotes with their bytes in octal, or all of them between zero bytes."""
    assert read_paths(b'quotes/a.yml\r\n"quotes/\\303\\251\\tb.yml"\n\n') == ("quotes/a.yml", "quotes/é\tb.yml")
    assert read_paths(b"quotes/a.yml\0quotes/\xc3\xa9.yml\0") == ("quotes/a.yml", "quotes/é.yml")


def test_changed_paths_count_from_the_library_or_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git names files from the top of the repository; a library may be a folder in it."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "library"
    paths = ("library/quotes/a.yml", "quotes/b.yml", root / "kits/c.yml", "../x.yml")
    found = {str(path) for path in within(paths, root)}
    assert {"quotes/a.yml", "quotes/b.yml", "kits/c.yml"} <= found
    assert not any(".." in path or path.endswith("x.yml") for path in found)


def test_what_names_a_changed_entry_is_yours() -> None:
    """Who renames or deletes an entry answers for the kits that name it; a longer name is another entry."""
    gone, other = (
        one(file="kits/k.yml", message="'quotes/a' is gone"),
        one(file="kits/k.yml", message="'quotes/a-b' is"),
    )
    assert sort_out([gone, other], frozenset({PurePosixPath("quotes/a.yml")})) == ((gone,), (other,))
    assert sort_out([gone, other], frozenset({PurePosixPath("README.md")})) == ((), (gone, other))
    assert sort_out([gone, other], frozenset()) == ((), (gone, other))


@pytest.fixture(name="two")
def _two(tmp_path: Path) -> Path:
    """A library with a good quotation and a bad one."""
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "good.yml").write_text(QUOTE, encoding="utf-8")
    (tmp_path / "quotes" / "bad.yml").write_text(QUOTE.replace("author", "autor"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--changed", "quotes/good.yml"], 0, "Also wrong elsewhere, not yours: 1 error in 1 file"),
        (["--changed", "quotes/bad.yml"], 1, "1 error in 1 file."),
        (["--changed", "quotes/good.yml", "--changed", "quotes/bad.yml"], 1, "1 error and 1 warning in 2 files."),
        (["--changed", "README.md", "--changed", "quotes/was-deleted.yml"], 0, "No problems found in what changed."),
        (["--changed", "quotes"], 1, "1 error and 1 warning in 2 files."),
    ],
)
def test_only_what_changed_decides(two: Path, options: list[str], code: int, said: str) -> None:
    """The whole library is checked, but what was wrong before stops nobody."""
    ended = CliRunner().invoke(main, ["--root", str(two), "check", *options])
    assert (ended.exit_code, said in ended.output) == (code, True), ended.output


def test_a_list_of_changed_files_can_come_from_git(two: Path) -> None:
    """A workflow hands over what git diff prints, by file or on standard input; the summary says what else is wrong."""
    run = CliRunner()
    listed = two / "changed.txt"
    listed.write_text("README.md\nquotes/good.yml\n", encoding="utf-8")
    summary = two / "summary.md"
    command = ["--root", str(two), "check", "--format", "github", "--changed-from"]
    ended = run.invoke(main, [*command, str(listed)], env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert ended.exit_code == 0
    assert "### Also wrong elsewhere, not yours: 1 error in 1 file" in summary.read_text(encoding="utf-8")
    assert run.invoke(main, [*command, "-"], input="quotes/bad.yml\n").exit_code == 1


def test_json_lists_what_changed_first(two: Path) -> None:
    """The keys of the contract, changed files first."""
    ended = CliRunner().invoke(main, ["--root", str(two), "check", "--format", "json", "--changed", "quotes/good.yml"])
    assert [record["file"] for record in json.loads(ended.output)] == ["quotes/good.yml", "quotes/bad.yml"]
