"""The write stage: what somebody knows becomes a file that says exactly that."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.characters import first_forbidden
from generator.library.checks import check
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KINDS
from generator.library.reader import read
from generator.write.answers import ORDER, entry_from
from generator.write.ids import file_of, free, slug
from generator.write.tidy import curled, one_line, unmarked
from generator.write.yaml_text import yaml_text
from tests.conftest import SMALL

ROOT = Path(__file__).parents[1]
CASES = sorted((Path(__file__).parent / "cases" / "answers").glob("*.yml"))
ENTRIES = sorted([*ROOT.glob("quotes/**/*.yml"), *ROOT.glob("content/*/**/*.yml"), *ROOT.glob("kits/**/*.yml")])

TEXTS = st.text().filter(lambda text: not first_forbidden(text) and not text.endswith("\n") and "\r" not in text)
KEYS = st.sampled_from(("text", "author", "note", "rights", "ask", "years"))
VALUES = st.recursive(
    TEXTS | st.integers(0, 999) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def as_read(value: Any) -> Any:
    """A value as the reader gives it back: numbers, true and false as text, lists as tuples."""
    if isinstance(value, dict):
        return {key: as_read(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(as_read(part) for part in value)
    return value if isinstance(value, str) else str(value).lower()


def said_of(file: str, text: str, folder: Path) -> list[str]:
    """Rule and field of every problem of a file that is laid over the small library."""
    path = folder / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    loaded = read_library([SMALL, folder])
    found = sorted({*loaded.problems, *check(loaded)})
    return [f"{problem.rule} {problem.field}".strip() for problem in found if problem.file == file]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_answers_become_a_file(case: Path, library: Library, tmp_path: Path, update: bool) -> None:
    """Answers give exactly the file written beside them, which says exactly what is written beside it."""
    text = case.read_text(encoding="utf-8")
    wanted = yaml.safe_load(text)
    id, data = entry_from(wanted["kind"], wanted["answers"], library.vocabularies)
    file, written = file_of(free(id, library.entries)), yaml_text(data)
    made = {"file": file, "yaml": written, "says": said_of(file, written, tmp_path)}
    if update:
        block = "".join(f"  {line}\n" if line else "\n" for line in written.splitlines())
        says = json.dumps(made["says"], ensure_ascii=False)
        head = text.partition("\nfile:")[0].rstrip("\n")
        case.write_text(f"{head}\nfile: {file}\nyaml: |\n{block}says: {says}\n", encoding="utf-8")
    else:
        assert made == {key: wanted[key] for key in made}


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    """Any text an entry may hold, in any place, is the same when it is read back, and nothing is said against it."""
    reading = read(yaml_text(data), "x.yml")

    assert (reading.value, [one for one in reading.problems if one.rule != "mixed-scripts"]) == (as_read(data), [])


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aé “\"'’:#-[]{}&*!|>%@`\\~=<.,?0 1\n\tT😀\u00a0"), max_size=140))
def test_marks_of_yaml_read_back(text: str) -> None:
    """Whatever YAML could take for something else is the same when it is read back."""
    text = text.rstrip("\n")
    data = {"text": text, "note": text, "ask": [text, {"by": text}], "rights": {"basis": text}}
    reading = read(yaml_text(data), "x.yml")

    assert (reading.value, reading.problems) == (as_read(data), ())


@settings(deadline=None)
@given(st.dictionaries(KEYS, TEXTS, min_size=1))
def test_another_reader_agrees(data: dict[str, str]) -> None:
    """A text is a text to other programs that read YAML, too: no year becomes a number, no *no* becomes false."""
    assert yaml.safe_load(yaml_text(data)) == data


def test_every_entry_can_be_written_anew() -> None:
    """Each file of the real library, written anew from what it holds, holds the same and has no line too long."""
    assert len(ENTRIES) > 500
    for path in ENTRIES:
        held = read(path.read_text(encoding="utf-8"), path.name).value
        written = yaml_text(held)
        wide = [line for line in written.splitlines() if len(line) > 100 and " " in line.strip() and '"' not in line]
        assert (read(written, path.name).value, wide) == (held, []), path


def test_an_entry_is_the_same_from_its_own_fields(library: Library) -> None:
    """Kinds whose answers are their fields come out as they went in, keys in their order, numbers as numbers."""
    for path in ENTRIES:
        kind = KINDS[path.relative_to(ROOT).as_posix().removeprefix("content/").partition("/")[0]].kind
        if kind in ("question", "activity", "guidance", "kit", "story"):
            held = read(path.read_text(encoding="utf-8"), path.name).value
            _, data = entry_from(kind, held, library.vocabularies)
            assert as_read(data) == held, path


def test_order_holds_every_key() -> None:
    """No key of a model is forgotten when entries are put in order."""
    for model in KINDS.values():
        wanted = {field.alias or name for name, field in model.model_fields.items() if not field.exclude}
        assert set(ORDER[model.kind]) == wanted


@settings(deadline=None)
@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    """What has been tidied stays as it is, and a name for a file is made of a-z, 0-9 and hyphens."""
    once = curled(unmarked(one_line(text)))

    assert curled(one_line(once)) == once
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\"Don't,\" she said, 'not now.'", "“Don’t,” she said, ‘not now.’"),
        ("'Tis the customers' turn, rock 'n' roll, the '90s", "’Tis the customers’ turn, rock ’n’ roll, the ’90s"),
        ("He said \"she said 'no'\"", "He said “she said ‘no’”"),
        ('("so") — "then"', "(“so”) — “then”"),
        ("I don´t know", "I don’t know"),
    ],
)
def test_straight_marks_become_typographic(typed: str, printed: str) -> None:
    """Marks open and close as a typesetter would set them."""
    assert curled(typed) == printed


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("“Be kind.”", "Be kind."),
        ("\"'Be kind.'\"", "Be kind."),
        ("„Sei nett.“", "Sei nett."),
        ("«Sois gentil.»", "Sois gentil."),
        ("'Don't wait.'", "Don't wait."),
        ("“Yes” or “no”", "“Yes” or “no”"),
        ('"Yes" or "no"', '"Yes" or "no"'),
        ("‘Tis’", "Tis"),
        ("“", "“"),
    ],
)
def test_outer_marks_are_taken_off(typed: str, left: str) -> None:
    """Marks around the whole go, marks inside stay."""
    assert unmarked(typed) == left
