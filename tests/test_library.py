"""The library stage: what contributors write, and what they are told about it."""

from __future__ import annotations

import io
import json
import random
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from generator.library.checks import check
from generator.library.load import Loaded, read_library
from generator.library.messages import keys
from generator.library.models import KINDS
from generator.library.problem import Place, Problem
from generator.library.reader import read
from generator.library.reference import reference_tables
from generator.library.report import as_json, counted, exit_code, print_text
from generator.library.schema import schemas
from generator.library.settings import read_settings

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted((HERE / "cases" / "library").glob("*.yml"))
QUOTE = (ROOT / "quotes" / "tom-peters-employees-come-first.yml").read_text(encoding="utf-8")


def lay_out(folder: Path, files: dict[str, Any]) -> Loaded:
    """Write files below a folder and load it; a content is text, or bytes in hexadecimal."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(content["hex"]) if isinstance(content, dict) else content.encode("utf-8"))
    return read_library([folder])


def found(loaded: Loaded) -> list[Problem]:
    """Everything that is wrong with a loaded library, in order."""
    return sorted((*loaded.problems, *check(loaded)))


def rules(problems: list[Problem]) -> list[str]:
    """The names of the rules that spoke."""
    return [problem.rule for problem in problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_says_what_is_wrong_and_where(case: Path, tmp_path: Path, update: bool) -> None:
    """Every case of wrong content gives exactly the problems written beside it, each at its place."""
    text = case.read_text(encoding="utf-8")
    wanted = yaml.safe_load(text)
    said = [
        f"{one.file}:{one.place.line}:{one.place.column} {one.rule} {one.message} -> {one.hint}"
        for one in sorted((*found(lay_out(tmp_path, wanted["files"])), *read_settings(tmp_path)[1]))
    ]
    if update:
        head = text.partition("\nproblems:")[0].rstrip("\n")
        tail = "\n".join(f"  - {json.dumps(line, ensure_ascii=False)}" for line in said)
        case.write_text(f"{head}\nproblems:{chr(10) if said else ' []'}{tail}\n", encoding="utf-8")
    else:
        assert said == wanted["problems"]


def test_the_same_without_libyaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pure Python parser gives the same values at the same places."""
    quick = read(QUOTE, "x.yml")
    monkeypatch.setattr("generator.library.reader._PARSER", yaml.SafeLoader)
    slow = read(QUOTE, "x.yml")
    paths: list[tuple[str | int, ...]] = [("text",), ("rights", "basis"), ("themes", 1), ("ask",), ("use_when",)]
    assert slow.value == quick.value
    assert [slow.positions.value(path) for path in paths] == [quick.positions.value(path) for path in paths]


def test_places_end_behind_the_last_character() -> None:
    """Places are exclusive at their end, count code points, and leave out the blank lines after a block."""
    reading = read("😀: {a: [x,\n  y]}\nb: >-\n  one\n  two\n\n\nc: '😀'\n", "x.yml")
    places = reading.positions
    assert places.key(("😀",)) == Place(1, 1, 1, 2)
    assert places.value(("😀", "a")) == Place(1, 8, 2, 5)
    assert places.value(("😀",)) == Place(1, 4, 2, 6)
    assert places.value(("b",)) == Place(3, 4, 5, 6)
    assert places.value(("c",)) == Place(8, 4, 8, 7)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec=None), max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever the text, reading it ends in a value and problems with places inside the file."""
    check_reading(text)


WORDS = ["text", "a", "word", "é", "😀", "~", "\\", "\\x", "\u2028", "\x00"]
SIGNS = [
    ": ",
    ":",
    "- ",
    "-",
    ", ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "|",
    ">-",
    "#",
    " #",
    "&a",
    "*a",
    "!t ",
    "%",
    "@",
    "? ",
]
BREAKS = ["\n", "\n  ", "\n    ", "\t", "\r", "---", "..."]
PIECES = st.sampled_from([*WORDS, *SIGNS, *BREAKS])


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_yaml_raises(text: str) -> None:
    """Nor does anything made of the pieces of YAML."""
    check_reading(text)


_EMPTY = re.compile(r"(---)?\{\}(\.\.\.)?(#.*)?")
"""A file that says in flow style that it holds nothing."""


def check_reading(text: str) -> None:
    """Read a text; every place lies in it, and a file without a value says why."""
    reading = read(text, "x.yml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert reading.value or reading.problems or _EMPTY.fullmatch("".join(text.split()))
    for problem in reading.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 2
        assert (problem.place.line, problem.place.column) < (problem.place.end_line, problem.place.end_column)


HOSTILE = {
    "brackets": "a: " + "[" * 30_000,
    "open-brackets": "[" * 30_000,
    "braces": "a: " + "{a: " * 30_000,
    "indentation": "\n".join(" " * depth + "a:" for depth in range(400)),
    "dashes": "a:\n " + "- " * 30_000,
    "laughs": "\n".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}, *k{n - 1}, *k{n - 1}]" for n in range(200)),
    "keys": "".join(f"k{n}: v\n" for n in range(40_000)),
    "short-keys": "".join(f"{n}: v\n" for n in range(20_000)),
    "same-keys": "a: b\n" * 20_000,
    "scalar": "text: " + "x" * 20_000_000,
    "digits": "minutes: " + "9" * 5_000,
    "quotes": 'a: "' * 50_000,
    "colons": "a: b: c\n" * 20_000,
    "hashes": "a: b #\n" * 20_000,
    "invisible": "a: \u200b\n" * 20_000,
    "scripts": "a: " + "аa " * 50_000,
    "blank": "\n" * 200_000,
    "question-marks": "? " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_quickly(name: str, tmp_path: Path) -> None:
    """A file made to hurt is refused within seconds and with few words."""
    before = time.process_time()
    loaded = lay_out(tmp_path, {"quotes/x.yml": HOSTILE[name]})
    assert time.process_time() - before < 5
    assert "quotes/x" in loaded.broken
    assert 1 <= len(loaded.problems) <= 60
    assert not loaded.library.entries


def test_ten_thousand_files_take_seconds() -> None:
    """Reading costs well under a millisecond a file."""
    before = time.process_time()
    for _ in range(500):
        read(QUOTE, "x.yml")
    assert time.process_time() - before < 1


def test_a_later_root_lies_over_an_earlier_one(tmp_path: Path) -> None:
    """An entry of the later root replaces the one with the same id; themes, authors and moved ids add up."""
    theme = "{tag}: {{label: Calm, icon: leaf, description: Few words.}}\n"
    lay_out(
        tmp_path / "one", {"quotes/x.yml": QUOTE, "quotes/y.yml": QUOTE, "content/themes.yml": theme.format(tag="a")}
    )
    lay_out(
        tmp_path / "two",
        {"quotes/x.yml": QUOTE.replace("Tom Peters", "Ida"), "content/themes.yml": theme.format(tag="b")},
    )
    loaded = read_library([tmp_path / "one", tmp_path / "two"])
    assert set(loaded.library.vocabularies["themes"]) == {"a", "b"}
    assert set(loaded.broken) == {"quotes/x", "quotes/y"}
    assert "Ida" in loaded.sources["quotes/x.yml"]


def test_a_small_folder_borrows_the_vocabularies(tmp_path: Path) -> None:
    """A folder with one quotation needs nothing else."""
    loaded = lay_out(tmp_path, {"quotes/x.yml": QUOTE})
    assert not loaded.problems
    assert list(loaded.library.entries) == ["quotes/x"]
    assert loaded.library.files == {"quotes/x": "quotes/x.yml"}
    assert "empathy" in loaded.library.vocabularies["themes"]


def test_links_out_of_the_library_are_not_followed(tmp_path: Path) -> None:
    """A link could show any file of the machine in a message, so it is refused."""
    (tmp_path / "secret").write_text("password: hidden\n")
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "x.yml").symlink_to(tmp_path / "secret")
    loaded = read_library([tmp_path])
    assert rules(found(loaded)) == ["not-a-file"]
    assert not loaded.sources.keys() & {"quotes/x.yml"}


def test_the_library_of_this_repository_is_clean() -> None:
    """Everything that is published passes its own checks."""
    loaded = read_library([ROOT])
    assert [problem for problem in found(loaded) if problem.severity == "error"] == []
    assert len(loaded.library.entries) > 50


FOUR = """\
text: >-
  A calm word travels further than a loud one.
autor: Ida Example
status: attributed
rights: {basis: quotation}
themes: [empthy]
plays: [open]
status: disputed
ask: [When was this true for you?]
use_when: "\tA team needs a 😀 calm start." # here
"""


def test_text_shows_the_line_with_carets(tmp_path: Path) -> None:
    """Each problem is shown with its line, carets under the place, and what to do; then all are counted."""
    loaded = lay_out(tmp_path, {"quotes/x.yml": FOUR})
    stream = io.StringIO()
    errors = [problem for problem in found(loaded) if problem.severity == "error"]
    print_text(errors, loaded.sources, Console(file=stream, width=60))
    assert stream.getvalue() == (
        "quotes/x.yml:3:1: error unknown-key: 'autor' is not a key that can stand here\n"
        "    3 | autor: Ida Example\n"
        "      | ^^^^^\n"
        "      = Did you mean 'author'?\n"
        "      = huddlekit fix quotes/x.yml can put this right\n\n"
        "quotes/x.yml:6:10: error unknown-theme: 'empthy' is not in content/themes.yml\n"
        "    6 | themes: [empthy]\n"
        "      |          ^^^^^^\n"
        "      = Did you mean 'empathy'?\n"
        "      = huddlekit fix quotes/x.yml can put this right\n\n"
        "quotes/x.yml:8:1: error duplicate-key: 'status' stands here a second time; the first is in line 4\n"
        "    8 | status: disputed\n"
        "      | ^^^^^^\n"
        "      = Keep one of the two.\n"
        "      = huddlekit fix quotes/x.yml may put this right\n\n"
        "3 errors in 1 file.\n"
    )


def one(**changes: Any) -> Problem:
    """A problem to print."""
    fields = {"file": "quotes/x.yml", "place": Place(1, 7, 1, 11), "field": "text", "rule": "rule", "message": "wrong"}
    return Problem(**{**fields, **changes})


def test_carets_stand_under_wide_and_tabbed_text() -> None:
    """A tab takes one column, a wide character two carets, and nothing steers the terminal."""
    stream = io.StringIO()
    problem = one(place=Place(1, 3, 1, 6), message="\x1b[2Jcleared")
    print_text([problem], {"quotes/x.yml": "a\t好😀b\x1b[31m"}, Console(file=stream, width=60))
    assert stream.getvalue().splitlines()[:3] == [
        "quotes/x.yml:1:3: error rule: □[2Jcleared",
        "    1 | a 好😀b□[31m",
        "      |   ^^^^^",
    ]


def test_long_lines_are_cut_around_the_place() -> None:
    """Of a very long line, the part with the place is shown."""
    stream = io.StringIO()
    line = "x" * 500 + "here" + "y" * 500
    print_text([one(place=Place(1, 501, 1, 505))], {"quotes/x.yml": line}, Console(file=stream, width=60))
    shown, carets = stream.getvalue().splitlines()[1:3]
    assert len(shown) < 130
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "here"


def test_json_is_the_contract() -> None:
    """The keys, their order and their meaning are fixed, since scripts depend on them."""
    assert json.loads(as_json([one(hint="do this", severity="warning")])) == [
        {
            "file": "quotes/x.yml",
            "line": 1,
            "column": 7,
            "end_line": 1,
            "end_column": 11,
            "field": "text",
            "rule": "rule",
            "severity": "warning",
            "message": "wrong",
            "hint": "do this",
        }
    ]
    assert json.loads(as_json([])) == []


def test_warnings_alone_are_no_failure() -> None:
    """Scripts go by the exit code: 1 for errors, 0 for warnings or nothing."""
    assert [exit_code([]), exit_code([one(severity="warning")]), exit_code([one()])] == [0, 0, 1]
    assert counted([]) == "No problems found."
    assert counted([one(severity="warning")]) == "1 warning in 1 file. Warnings stop nothing."


def test_schemas_agree_with_the_models() -> None:
    """A schema has exactly the keys of its model, requires the same ones, and offers the words of the vocabularies."""
    vocabularies = read_library([ROOT]).library.vocabularies
    made = schemas(vocabularies)
    for model in KINDS.values():
        schema = made[model.kind]
        fields = {field.alias or name: field for name, field in model.model_fields.items() if not field.exclude}
        assert set(schema["properties"]) == set(keys(model)) == set(fields)
        assert set(schema.get("required", ())) == {key for key, field in fields.items() if field.is_required()}
        assert schema["additionalProperties"] is False
        assert "null" not in json.dumps(schema)
    assert made["quote"]["properties"]["themes"]["items"]["enum"] == list(vocabularies["themes"])


def test_every_entry_fits_its_schema() -> None:
    """What passes the checks also passes the schema an editor uses."""
    loaded = read_library([ROOT])
    made = schemas(loaded.library.vocabularies)
    for id, entry in loaded.library.entries.items():
        written = yaml.safe_load(loaded.sources[loaded.library.files[id]])
        schema = made[entry.kind]
        assert misfits(written, schema, schema["definitions"]) == [], id


def misfits(value: Any, schema: dict[str, Any], parts: dict[str, Any]) -> list[str]:
    """Where a value does not fit a schema; as much of draft 7 as ours use."""
    if "$ref" in schema:
        return misfits(value, parts[schema["$ref"].rpartition("/")[2]], parts)
    wrong = [miss for part in schema.get("allOf", ()) for miss in misfits(value, part, parts)]
    for choices in (schema.get("anyOf"), schema.get("oneOf")):
        if choices and all(misfits(value, choice, parts) for choice in choices):
            wrong.append(f"{value!r} fits no choice")
    kinds = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "number": (int, float)}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind]) for kind in wanted):
        wrong.append(f"{value!r} is not {wanted}")
    if "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{value!r} is not among {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        wrong.append(f"{value!r} is not {schema['const']}")
    if isinstance(value, list):
        wrong += [miss for item in value for miss in misfits(item, schema.get("items", {}), parts)]
    if isinstance(value, dict) and "properties" in schema:
        wrong += [f"no {key}" for key in schema.get("required", ()) if key not in value]
        for key, item in value.items():
            known = schema["properties"].get(key)
            wrong += [f"{key} is unknown"] if known is None else misfits(item, known, parts)
    return wrong


def test_reference_explains_every_key() -> None:
    """The reference page has a row with a type and a meaning for every key of every kind."""
    sections = reference_tables()
    named = {section.name: section for section in sections}
    for model in KINDS.values():
        assert {row.key for row in named[model.kind].rows} == set(keys(model))
    for section in sections:
        assert section.about, section.name
        assert all(row.type and row.meaning for row in section.rows), section.name


def test_order_on_disk_does_not_matter(tmp_path: Path) -> None:
    """Entries come in the order of their ids, however the files were written."""
    names = [f"quotes/{letter}.yml" for letter in "abcdefgh"]
    shuffled = random.Random(7).sample(names, len(names))
    loaded = lay_out(tmp_path, {name: QUOTE for name in shuffled})
    assert list(loaded.library.entries) == [name.removesuffix(".yml") for name in names]


LIKELY = """\
text: A calm word travels further than a loud one.
autor: Ida Example
status: atributed
rights: {basis: quotation}
themes: [empthy]
"""


def test_the_word_that_was_meant_is_kept_beside_the_hint(tmp_path: Path) -> None:
    """What a hint asks after with Did you mean is a value of its own, so that nothing has to read hints."""
    old = "title: Old\nstories: [stories/one-too]\nwhat_they_share: Calm.\nask: [When?, How?]\n"
    files = {"quotes/x.yml": LIKELY, "content/story-sets/a.yml": old, "content/storys/b.yml": "", "moved.yml": ""}
    problems = found(lay_out(tmp_path, files))
    meant = {problem.rule: problem.likely for problem in problems if problem.likely}
    assert meant == {
        "unknown-key": "author",
        "unknown-value": "attributed",
        "unknown-theme": "empathy",
        "unknown-folder": "content/stories",
    }
    assert all(problem.likely in problem.hint for problem in problems)
