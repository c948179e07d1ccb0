"""huddlekit fix: what is mended, what is left, and that nothing is ever lost."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.fix import fix
from generator.library.characters import visible
from generator.library.load import Loaded, read_library
from generator.library.mending import FIXABLE, Change, mend
from generator.library.mending.sight import Sight, leaves, look
from generator.library.reader import read
from generator.library.rules import rules
from generator.library.typography import typographic
from generator.strings import look_up
from tests.conftest import SMALL
from tests.spoiled import NEW, SAME, Spoil
from tests.test_library import HOSTILE

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted((HERE / "cases" / "fix").glob("*.yml"))
SILENT = {"trailing-space", "final-newline"}
"""Mended along the way; no check speaks of them."""
NAMELESS = {"syntax"}
"""Mended where it is a tab, and told as one."""
EACH = 50


def lay_out(folder: Path, files: Mapping[str, Any]) -> None:
    """Write files below a folder; a content is text, or bytes in hexadecimal."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(content["hex"]) if isinstance(content, dict) else content.encode("utf-8"))


def told(file: str, change: Change) -> str:
    """A change on one line."""
    shown = [visible(part).replace("\n", "⏎") for part in (change.before, change.after)]
    return f"{file}:{change.line} {change.rule}" + (f": {shown[0]} → {shown[1]}" if any(shown) else "")


def golden(text: str) -> str:
    """A text in YAML as one reads it best."""
    plain = all(line == line.rstrip() for line in text.split("\n")) and text.endswith("\n") and text.isprintable
    if plain and visible(text) == text and "\t" not in text and "\r" not in text and not text.endswith("\n\n"):
        return "|\n" + "".join(f"    {line}\n" for line in text.splitlines()).rstrip("\n")
    return json.dumps(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mends_what_is_beyond_doubt(case: Path, tmp_path: Path, update: bool) -> None:
    """Every case gives exactly the files, changes and problems left that stand in it; a second run changes nothing."""
    text = case.read_text(encoding="utf-8")
    wanted = yaml.safe_load(text)
    lay_out(tmp_path, wanted["files"])
    fixed = fix(tmp_path, [], write=True)
    after = {name: (tmp_path / name).read_text("utf-8") for one in fixed.mended if (name := one.file)}
    changes = [told(one.file, change) for one in fixed.mended for change in one.changes]
    left = [f"{one.file}:{one.place.line}:{one.place.column} {one.rule} {visible(one.message)}" for one in fixed.left]
    if update:
        lines = [text.partition("\nafter:")[0].rstrip("\n"), "after:" + ("" if after else " {}")]
        lines += [f"  {name}: {golden(content)}" for name, content in after.items()]
        for key, found in (("changes", changes), ("left", left)):
            lines += [
                f"{key}:" + ("" if found else " []"),
                *(f"  - {json.dumps(one, ensure_ascii=False)}" for one in found),
            ]
        case.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        assert (after, changes, left) == (wanted["after"], wanted["changes"], wanted["left"])
    assert not fix(tmp_path, [], write=False).mended


def test_every_rule_that_can_be_mended_has_a_case() -> None:
    """Each rule in FIXABLE is mended in a case, so that it is proven by reading again, and has its words."""
    shown = [change for case in CASES for change in yaml.safe_load(case.read_text("utf-8"))["changes"]]
    mended = {change.split()[1].rstrip(":") for change in shown}

    assert mended == (FIXABLE - NAMELESS) | SILENT
    assert set(look_up("fix.rules")) == (FIXABLE - NAMELESS) | SILENT


def test_the_registry_says_which_rules_can_be_mended() -> None:
    """What the page of a rule says about mending is what the command does."""
    assert {code for code, rule in rules().items() if rule.fix} | NAMELESS == FIXABLE


@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.fix in ("true", "meant")])
def test_the_example_of_a_rule_is_mended(code: str, tmp_path: Path) -> None:
    """The example on the page of a rule that can be mended is mended, and nothing else becomes wrong in it."""
    rule = rules()[code]
    lay_out(tmp_path, rule.beside)
    for name, text in rule.bad.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode(rule.encoding))
    assert not [problem for problem in fix(tmp_path, [], write=True).left if problem.severity == "error"]


@cache
def library() -> Loaded:
    """The library of this repository."""
    return read_library([ROOT])


@cache
def entries() -> tuple[str, ...]:
    """Its entries, as files."""
    return tuple(library().library.files.values())


def put(file: str, text: str) -> Loaded:
    """The library with one file as somebody spoiled it."""
    return replace(library(), sources={**library().sources, file: text})


def plain(value: Any) -> Any:
    """A value without what a line end or a space more changes."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(plain(inner) for inner in value)
    return " ".join(value.split()) if isinstance(value, str) else value


def spoiled(spoil: Spoil) -> Iterator[tuple[str, str]]:
    """Fifty entries that can be spoiled in a way, or as many as there are."""
    found = ((file, text) for file in entries() if (text := spoil(library().sources[file])) is not None)
    yield from (pair for _, pair in zip(range(EACH), found, strict=False))


def mended(file: str, text: str) -> Any:
    """The value of an entry once it is mended, and the errors that are left in it."""
    found = mend(put(file, text), file)
    sight = look(library(), file, found.text if found else text)
    return plain(sight.reading.value), [problem for problem in sight.problems if problem.severity == "error"]


@pytest.mark.parametrize("way", SAME)
def test_real_entries_come_back(way: str) -> None:
    """Fifty real entries, spoiled in one of the ways in which people do it, are mended to what they said before."""
    files = dict(spoiled(SAME[way]))
    assert files
    for file, text in files.items():
        assert mended(file, text) == (plain(look(library(), file, library().sources[file]).reading.value), []), file


@pytest.mark.parametrize("way", NEW)
def test_what_yaml_takes_for_something_else_is_text(way: str) -> None:
    """Fifty real texts that start or end as no plain text may are kept word for word."""
    spoil, meant = NEW[way]
    files = dict(spoiled(spoil))
    assert files
    for file, text in files.items():
        value = plain(look(library(), file, library().sources[file]).reading.value)
        assert mended(file, text) == ({**value, "text": meant(value["text"])}, []), file


SNIPPETS = [": ", ":", " #", "-", "- ", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!", "%", "@", ">-", ",", "\\", "x"]
SNIPPETS += ["\t", "\r", "\n", "\n  ", " ", "\u200b", "\xa0", "\u2028", "\x0b", "\x1b[1m", "---\n", "...\n", "é", "“"]
CUTS = st.tuples(st.integers(0, 4_000), st.integers(0, 6), st.sampled_from(["", *SNIPPETS]))


def cut(text: str, cuts: list[tuple[int, int, str]]) -> str:
    """A text with some stretches of a few characters taken out, and snippets put there."""
    for start, length, snippet in cuts:
        start %= len(text) + 1
        text = text[:start] + snippet + text[start + length :]
    return text


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.lists(CUTS, min_size=1, max_size=5))
def test_nothing_is_ever_lost(number: int, cuts: list[tuple[int, int, str]]) -> None:
    """Whatever happened to an entry, mending never raises, is done after one run, and keeps all that could be read."""
    file = entries()[number % len(entries())]
    text = cut(library().sources[file], cuts)
    found = mend(put(file, text), file)
    if found is None:
        return
    assert mend(put(file, found.text), file) is None
    before, after = read(text, file), read(found.text, file)
    if not before.broken:
        assert {problem.rule for problem in after.problems} <= {problem.rule for problem in before.problems}
    if not {change.rule for change in found.changes} & REWORDING:
        assert not letters(text) - letters(found.text)
        assert joined(before.value) <= joined(after.value)


REWORDING = {
    "unknown-theme", "unknown-setting", "unknown-audience", "unknown-value", "unknown-key", "unknown-id", "moved-id",
    "not-an-id", "not-a-whole-number", "not-true-or-false", "wrong-type", "not-an-address", "not-a-language", "tag",
    "directive", "duplicate-key", "empty", "anchor", "control-character", "comma-in-list", "missing-space",
}  # fmt: skip
"""Rules whose repairs put other words in place of some, or put them elsewhere; the cases show which."""


def joined(value: Any) -> Counter[str]:
    """How often each letter stands in the texts of a value, and in the keys that they stand behind."""
    keys = (path[-1] for path, _ in leaves(value) if path and isinstance(path[-1], str))
    return letters(" ".join((*keys, *(str(text) for _, text in leaves(value)))))


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text."""
    return Counter(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("It's the customers' turn", "It’s the customers’ turn"),
        ("'Tis rock 'n' roll of the '90s", "’Tis rock ’n’ roll of the ’90s"),
        ("He said 'go' and left", "He said ‘go’ and left"),
        ('"One" and ("two").', "“One” and (“two”)."),
        ("O'Brien's", "O’Brien’s"),
        ("5'10\" tall", None),
        ("'hello", None),
        ('say "it"s', None),
        ("dogs' and 'cats'", None),
    ],
)
def test_marks_are_curled_where_it_is_clear_how(written: str, printed: str | None) -> None:
    """Apostrophes and pairs of marks are curled; where a mark may be two things, a person decides."""
    assert typographic(written) == printed


QUOTE = """\
# Ida told me this.
text: Remember: be kind
author:Ida Example
status: atributed
note: Told at lunch # or was it dinner?
rights: {basis: quotation}   # short
themes: [empthy]
plays: [open]
ask: [When was this true for you?]
use_when: @home
"""


def run(folder: Path, *args: str) -> Result:
    """The command in a folder."""
    return CliRunner().invoke(main, ["fix", "--root", str(folder), *args])


def test_shows_every_change_and_what_is_left(tmp_path: Path) -> None:
    """A person sees each line as it was and as it is, how much was mended, and the command that lists the rest."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "quotes/x.yml" in result.output
    assert "line 4: a word that was a letter off (unknown-value)" in result.output
    assert "      - status: atributed\n      + status: attributed\n" in result.output
    assert "Mended 5 things in 1 file." in result.output
    assert "1 mistake in 1 file is left for you" in result.output
    assert f"huddlekit check --root {tmp_path}" in result.output


def test_keeps_comments_and_order(tmp_path: Path) -> None:
    """Nothing moves, and every line that is not mended stays byte for byte."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    run(tmp_path)
    was, now = QUOTE.splitlines(), (tmp_path / "quotes/x.yml").read_text("utf-8").splitlines()
    assert [number for number, (old, new) in enumerate(zip(was, now, strict=True)) if old != new] == [1, 2, 3, 6, 9]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """With --dry-run the changes are shown, it is said that nothing is written, and nothing is."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    result = run(tmp_path, "--dry-run")
    assert "This was only a look: nothing is written." in result.output
    assert (tmp_path / "quotes/x.yml").read_text("utf-8") == QUOTE
    assert [path.name for path in (tmp_path / "quotes").iterdir()] == ["x.yml"]


def test_a_diff_can_be_applied(tmp_path: Path) -> None:
    """--diff prints a patch and nothing else to standard output."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    result = run(tmp_path, "--diff")
    assert result.stdout.startswith("--- a/quotes/x.yml\n+++ b/quotes/x.yml\n@@ -1,10 +1,10 @@\n # Ida")
    assert all(line[0] in "-+@ " for line in result.stdout.splitlines())
    assert "Mended 5 things in 1 file." in result.stderr


def test_paths_limit_what_is_touched(tmp_path: Path) -> None:
    """Other files stay as they are; a path that is no part of the library is a usage error."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE, "quotes/y.yml": QUOTE, "notes.txt": "a"})
    result = run(tmp_path, str(tmp_path / "quotes" / "y.yml"))
    assert "quotes/y.yml" in result.output
    assert (tmp_path / "quotes/x.yml").read_text("utf-8") == QUOTE
    assert (tmp_path / "quotes/y.yml").read_text("utf-8") != QUOTE
    assert run(tmp_path, str(tmp_path / "notes.txt")).exit_code == 2


def test_a_clean_library_is_left_alone(tmp_path: Path) -> None:
    """Exit code 0, and not a byte or a date is changed."""
    text = (ROOT / "quotes" / "tom-peters-employees-come-first.yml").read_text("utf-8")
    lay_out(tmp_path, {"quotes/x.yml": text})
    before = (tmp_path / "quotes/x.yml").stat()
    result = run(tmp_path)
    assert (result.exit_code, (tmp_path / "quotes/x.yml").stat()) == (0, before)
    assert result.output == "Nothing to mend, and nothing is wrong.\n"


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link in the library is neither mended nor replaced."""
    lay_out(tmp_path, {"elsewhere.yml": QUOTE, "quotes/y.yml": QUOTE})
    (tmp_path / "quotes" / "x.yml").symlink_to(tmp_path / "elsewhere.yml")
    run(tmp_path)
    assert (tmp_path / "quotes" / "x.yml").is_symlink()
    assert (tmp_path / "elsewhere.yml").read_text("utf-8") == QUOTE


HURTING = {
    **HOSTILE,
    "same-lines": "author: a\n" * 900,
    "windows": "a: b\r\n" * 900,
    "spaces": ("a: b" + " " * 3_000 + "x\n") * 60,
}


@pytest.mark.parametrize("name", HURTING)
def test_a_file_made_to_hurt_is_given_up(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a file was made, mending reads it three times, or a few million characters of it again and again."""
    seen: list[int] = []

    def counted(loaded: Loaded, file: str, text: str) -> Sight:
        seen.append(len(text))
        return look(loaded, file, text)

    monkeypatch.setattr(import_module("generator.library.mending.mend"), "look", counted)
    mend(put("quotes/x.yml", HURTING[name]), "quotes/x.yml")
    assert sum(seen) < 3 * len(HURTING[name]) + 4_000_000


def test_a_file_that_is_too_large_is_left_whole(tmp_path: Path) -> None:
    """Only the first part of a file above the limit is read, so nothing of it is written, whatever its encoding."""
    long = QUOTE + "# a café\n" * 40_000
    files = {"quotes/mark.yml": b"\xef\xbb\xbf" + long.encode(), "quotes/western.yml": long.encode("cp1252")}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert run(tmp_path).exit_code == 1
    assert {name: (tmp_path / name).read_bytes() for name in files} == files


def test_the_summary_of_a_run_holds_the_mended_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub a contributor finds the file to copy below what is wrong with it."""
    lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--format", "github"])
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert '\ntext: "Remember: be kind"\nauthor: Ida Example\nstatus: attributed\n' in summary


def test_a_logo_is_found_wherever_it_lies(tmp_path: Path) -> None:
    """A brand is mended beside its logo, which may lie in a folder of its own."""
    picture = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    lay_out(
        tmp_path,
        {"brand.yml": "organisation: Us: all\nlogo: art/us.svg\n", "art/us.svg": picture, "kits/README.md": ""},
    )
    assert run(tmp_path, str(tmp_path / "brand.yml")).exit_code == 0
    assert (tmp_path / "brand.yml").read_text("utf-8") == 'organisation: "Us: all"\nlogo: art/us.svg\n'


def test_the_library_of_this_repository_needs_no_mending() -> None:
    """Everything that is published is as the command would leave it."""
    assert fix(ROOT, [], write=False).mended == ()


def test_the_same_mending_twice_in_a_line_is_told_once(tmp_path: Path) -> None:
    """Two tags of a line that were each a letter off: one sentence, one rule, the line as it was and as it is."""
    root = tmp_path / "library"
    shutil.copytree(SMALL, root)
    path = root / "quotes" / "a-bell.yml"
    path.write_text(
        "text: A bell asks before it rings.\nauthor: Ida Example\nstatus: attributed\n"
        "rights: {basis: quotation}\nthemes: [kindnes, empthy]\n",
        encoding="utf-8",
    )
    told = CliRunner().invoke(main, ["--root", str(root), "fix", str(path), "--dry-run"]).output
    assert "line 5: a theme that was a letter off (unknown-theme)" in told
