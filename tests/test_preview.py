"""What a proposal does to the kits, told before it is in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.library.library import Library
from generator.library.load import read_library
from generator.preview.compare import Comparison, compare
from tests.conftest import SMALL

ROOT = Path(__file__).parents[1]
JOURNEY = "quotes/laozi-journey-of-a-thousand-li"
DELIGHT = "quotes/emily-post-delight-of-delights"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """A copy of the small library, with one more quotation."""
    root = tmp_path / "library"
    shutil.copytree(SMALL, root)
    shutil.copy(ROOT / f"{JOURNEY}.yml", root / "quotes")
    return root


def call(*words: str) -> Result:
    """Call huddlekit in this process."""
    return CliRunner().invoke(main, list(words))


def compared(root: Path, *files: str, standing: Library | None = None) -> Comparison:
    """What these files of a library do."""
    return compare(read_library([root]).library, files, standing, composed=True)


def test_a_new_quote_says_whose_place_it_takes(root: Path, library: Library) -> None:
    """The plan that takes it is named, with the entry that makes room, and no other plan."""
    found = compared(root, f"{JOURNEY}.yml", standing=library)
    assert [(shift.kit.id, shift.minutes, shift.gained, shift.lost) for shift in found.shifts] == [
        ("kits/short-huddle", 10, (JOURNEY,), (DELIGHT,))
    ]
    assert [(each.id, each.before) for each in found.changed] == [(JOURNEY, None)]


def test_without_another_library_the_answer_is_the_same(root: Path) -> None:
    """Compared with the same library without the entry, the same plan changes in the same way."""
    found = compared(root, f"{JOURNEY}.yml")
    assert [(shift.kit.id, shift.gained, shift.lost) for shift in found.shifts] == [
        ("kits/short-huddle", (JOURNEY,), (DELIGHT,))
    ]
    assert not found.against


def test_what_others_changed_meanwhile_is_not_counted(root: Path) -> None:
    """The library that stands may be newer or older than the proposal: only the proposal's own files are compared."""
    older = read_library([SMALL]).library
    found = compared(root, "quotes/ann-rhoades-every-interaction.yml", standing=older)
    assert not any(shift.changed for shift in found.shifts)


def test_an_entry_that_goes_says_what_comes(root: Path) -> None:
    """Whoever takes a quotation out learns which plans had it, and what comes in its place."""
    standing = read_library([root]).library
    (root / f"{JOURNEY}.yml").unlink()
    found = compared(root, f"{JOURNEY}.yml", standing=standing)
    assert [(shift.lost, shift.gained) for shift in found.shifts] == [((JOURNEY,), (DELIGHT,))]


def test_an_entry_that_a_kit_names_can_be_previewed() -> None:
    """A kit that names an entry by hand is compared with itself without that name, and composed all the same."""
    found = compared(SMALL, "content/stories/bags-at-the-airport.yml")
    assert all(shift.before for shift in found.shifts)
    assert any("stories/bags-at-the-airport" in shift.gained for shift in found.shifts)


def test_a_preview_is_printed(root: Path, tmp_path: Path) -> None:
    """Card, documents and summary lie in the folder that was asked for; what is left out is said aloud."""
    out = tmp_path / "look"
    done = call("preview", "--root", str(root), str(root / f"{JOURNEY}.yml"), "--out", str(out), "--most", "1")
    assert done.exit_code == 0, done.output
    made = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert set(made) == {
        f"cards/{JOURNEY.replace('/', '-')}.png",
        "documents/short-huddle/10/a4/sheet.pdf",
        "summary.md",
    }
    assert made["documents/short-huddle/10/a4/sheet.pdf"].startswith(b"%PDF-")
    assert made[f"cards/{JOURNEY.replace('/', '-')}.png"].startswith(b"\x89PNG")
    assert "Left out, so that this stays quick: 2 more documents (A short huddle)" in made["summary.md"].decode()


def test_an_edited_entry_keeps_its_place(root: Path, tmp_path: Path) -> None:
    """Who mends a note reads that the entry stays where it was, and that nothing else moves."""
    standing, out = tmp_path / "standing", tmp_path / "look"
    shutil.copytree(root, standing)
    with (root / f"{JOURNEY}.yml").open("a", encoding="utf-8") as file:
        file.write("thanks: Ann\n")
    words = ("--root", str(root), "--before", str(standing), str(root / f"{JOURNEY}.yml"), "--out", str(out))
    assert call("preview", *words, "--most", "0").exit_code == 0
    said = (out / "summary.md").read_text(encoding="utf-8")
    assert "### Quote, edited: “…the journey of a thousand li" in said
    assert "| A short huddle | 10 | it was there before |" in said
    assert "Plans that change with it" not in said


def test_a_preview_replaces_nothing_but_a_preview(root: Path, tmp_path: Path) -> None:
    """A folder with somebody's own documents is left alone; that of an earlier preview holds the later one alone."""
    mine, out = tmp_path / "mine" / "documents" / "letter.txt", tmp_path / "look"
    mine.parent.mkdir(parents=True)
    mine.write_text("Dear", encoding="utf-8")
    done = call("preview", "--root", str(root), str(root / f"{JOURNEY}.yml"), "--out", str(mine.parents[1]))
    assert (done.exit_code, mine.read_text("utf-8")) == (2, "Dear")
    for id in (JOURNEY, DELIGHT):
        words = ("preview", "--root", str(root), str(root / f"{id}.yml"), "--out", str(out), "--most", "0")
        assert call(*words).exit_code == 0
    assert [path.name for path in (out / "cards").iterdir()] == [f"{DELIGHT.replace('/', '-')}.png"]


def test_an_entry_in_review_has_a_card_and_no_kit(root: Path, tmp_path: Path) -> None:
    """Who sends only what they know sees their card, and reads what a reviewer adds."""
    path = root / f"{JOURNEY}.yml"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(("themes", "use_when"))]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    out = tmp_path / "look"
    assert call("preview", "--root", str(root), str(path), "--out", str(out)).exit_code == 0
    said = (out / "summary.md").read_text(encoding="utf-8")
    assert "It is *in review*: *themes*, *use_when* can still be added" in said
    assert [path.parent.name for path in out.rglob("*.*") if path.suffix != ".md"] == ["cards"]


def _misspell(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("status: verified", "status: veryfied"), encoding="utf-8")


def test_mistakes_are_told_as_the_check_tells_them(root: Path, tmp_path: Path) -> None:
    """A wrong entry ends a preview with place, carets and hint, and nothing is written."""
    _misspell(root / f"{JOURNEY}.yml")
    done = call("preview", "--root", str(root), str(root / f"{JOURNEY}.yml"), "--out", str(tmp_path / "look"))
    assert done.exit_code == 1
    assert "Did you mean 'verified'?" in done.output
    assert "^^^^^^^^" in done.output
    assert not (tmp_path / "look").exists()


def test_what_was_wrong_before_stops_nobody(root: Path, tmp_path: Path) -> None:
    """With a mistake in the library as it stands a proposal gets its card, and a word on why no kit was composed."""
    _misspell(root / f"{DELIGHT}.yml")
    standing, out = tmp_path / "standing", tmp_path / "look"
    shutil.copytree(root, standing)
    (standing / f"{JOURNEY}.yml").unlink()
    words = ("--root", str(root), "--before", str(standing), str(root / f"{JOURNEY}.yml"), "--out", str(out))
    done = call("preview", *words)
    assert done.exit_code == 0, done.output
    assert "Somewhere else in the library there are mistakes" in (out / "summary.md").read_text("utf-8")
    assert [path.name for path in (out / "cards").iterdir()] == [f"{JOURNEY.replace('/', '-')}.png"]


def test_what_breaks_elsewhere_is_told(root: Path, tmp_path: Path) -> None:
    """Whoever takes out an entry that a set of stories needs is told where it is missed."""
    standing = tmp_path / "standing"
    shutil.copytree(root, standing)
    (root / "content/stories/bags-at-the-airport.yml").unlink()
    gone = tmp_path / "gone.txt"
    gone.write_text("content/stories/bags-at-the-airport.yml\n", encoding="utf-8")
    done = call("preview", "--root", str(root), "--before", str(standing), "--changed-from", str(gone))
    assert done.exit_code == 1
    assert "there is no entry 'stories/bags-at-the-airport'" in done.output


def test_a_strange_path_is_a_usage_error(root: Path) -> None:
    """A file that is no part of the library, and no file at all, are said to be so."""
    assert call("preview", "--root", str(root), str(root / "nothing.yml")).exit_code == 2
    assert "--changed-from" in call("preview", "--root", str(root)).output
