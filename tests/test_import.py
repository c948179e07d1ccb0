"""huddlekit import: a list that somebody kept in a spreadsheet becomes files, and nothing of it is lost."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.library.load import read_library
from generator.library.models import Quote
from generator.library.words import saying
from generator.write.columns import guess, letters
from generator.write.spreadsheet import decoded, read_table
from generator.write.table import NotATable

HERE = Path(__file__).parent
ROOT = HERE.parent
NAMES = ["No.", "Quote text", "Said by", "Book", "Year", "Chapter", "Link", "Verified?", "Tags"]
Cells = list[str]


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """A library without a quote, that knows what is wrongly attributed."""
    root = tmp_path / "library"
    shutil.copytree(ROOT / "content" / "misattributions", root / "content" / "misattributions")
    (root / "quotes").mkdir()
    return root


def run(root: Path, path: Path, *words: str) -> Result:
    """Call huddlekit import in this process."""
    return CliRunner().invoke(main, ["--root", str(root), "import", str(path), *words])


def normal(text: str) -> str:
    """A text without what two people write differently."""
    return saying(text).letters


def texts(root: Path) -> list[str]:
    """The words of all quotes of a library, without what two people write differently."""
    return sorted(normal(quote.text) for quote in read_library([root]).library.all(Quote))


def real() -> list[Cells]:
    """Three hundred real quotations, as rows of a list that somebody keeps."""
    quotes = [quote for quote in read_library([ROOT]).library.all(Quote) if not quote.kept_beside]
    rows = [
        [quote.text, quote.author, quote.work or "", quote.year or "", quote.locator or "", quote.source or "",
         "yes" if quote.status == "verified" else "no", ", ".join(quote.themes)]
        for quote in quotes
    ]  # fmt: skip
    with (HERE / "cases" / "import" / "more.csv").open(encoding="utf-8", newline="") as file:
        rows += [
            [text, author, work, "", locator, "", "", ""] for text, author, work, locator in [*csv.reader(file)][1:]
        ]
    return [[str(number), *row] for number, row in enumerate(rows, 1)]


def broken(rows: list[Cells]) -> list[Cells]:
    """Rows that nobody can take as they are, each for another reason."""
    wrong = (
        "A customer is the most important visitor on our premises. He is not dependent on us. We are dependent on him."
    )
    return [
        ["b1", "A line that nobody has said.", "", *[""] * 6],
        ["b2", "", "Ida Example", *[""] * 6],
        ["b3", "A line from a year without digits.", "Ida Example", "", "last year", *[""] * 4],
        ["b4", "much " * 150 + "too long.", "Ida Example", *[""] * 6],
        ["b5", wrong, "Mahatma Gandhi", *[""] * 6],
        ["b6", "A line with a comma", " and no marks.", "Ida Example", *[""] * 5, "x", "y"],
        ["b7", rows[0][1], "", *[""] * 6],
    ]


def doubles(rows: list[Cells]) -> list[Cells]:
    """Rows whose words are in the list already, as other people would have typed them."""
    long = next(row for row in rows if len(row[1]) > 120)
    return [
        ["d1", *rows[3][1:]],
        ["d2", f'"{rows[4][1].upper()}"', rows[4][2], *[""] * 6],
        ["d3", f"“ {rows[5][1].rstrip('.')} ”", "Somebody Else", *[""] * 6],
        ["d4", rows[6][1].replace("’", "'").replace("—", " -- "), rows[6][2], *[""] * 6],
        ["d5", long[1].replace(" the ", " a ", 1), long[2], *[""] * 6],
    ]


def as_list(rows: list[Cells], sign: str = ",") -> str:
    """Rows as a spreadsheet program writes them, with CRLF; the last one lacks the mark that closes it."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([NAMES, *rows])
    return out.getvalue() + sign.join(["b8", '"A line that is never closed', "Ida Example", *[""] * 6]) + "\r\n"


def test_three_hundred_quotes(root: Path, tmp_path: Path) -> None:
    """The good rows are taken, the bad ones named and kept, a second run adds nothing, and mended rows go in."""
    rows = real()
    path = tmp_path / "favourites.csv"
    path.write_bytes(as_list([*rows[:100], *broken(rows), *rows[100:], ["", *[""] * 8], *doubles(rows)]).encode())
    first = run(root, path)
    kept = tmp_path / "favourites.to-mend.csv"
    taken = texts(root)

    assert len(rows) >= 300
    assert (first.exit_code, first.exception.__class__) == (1, SystemExit), first.output
    assert set(taken) ^ {normal(row[1]) for row in rows} == set()
    assert len(taken) == len(rows)
    said = {102: "C (Said by) is empty", 103: "B (Quote text) is empty", 104: "E (Year)", 105: "B (Quote text): Has"}
    said |= {106: "B (Quote text): These words are known", 107: "There are 11 cells", 108: "C (Said by) is empty"}
    for number, words in said.items():
        assert f"  row {number}: {words}" in first.output, words
    assert f"Written: {len(rows)} files in quotes/" in first.output
    assert "Already there: 5" in first.output
    assert "To mend: 8" in first.output

    before = {file: file.read_bytes() for file in root.rglob("*.yml")}
    second = run(root, path)
    assert (second.exit_code, "Nothing was added." in second.output) == (0, True), second.output
    assert [file for file in root.rglob("*.yml") if file.read_bytes() != before.get(file)] == []
    assert [file.name for file in tmp_path.glob("*.to-mend*")] == [kept.name]

    with kept.open(encoding="utf-8-sig", newline="") as file:
        names, *wrong = csv.reader(file)
    assert [row[0] for row in wrong] == ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"]
    assert (names[-1], all(row[-1] for row in wrong)) == ("problem", True)
    mended = [row[:9] for row in wrong]
    mended[0][2], mended[1][1] = "Ida Example", "A line that was missing."
    mended[2][4], mended[3][1] = "2024", "Much shorter."
    mended[5] = ["b6", "A line with a comma, and no marks.", "Ida Example", *[""] * 6]
    kept.write_bytes(as_list([mended[each] for each in (0, 1, 2, 3, 5, 7)]).partition('b8,"')[0].encode("utf-8"))
    third = run(root, kept)
    assert third.exit_code == 0, third.output
    assert len(texts(root)) == len(rows) + 6

    checked = CliRunner().invoke(main, ["--root", str(root), "check", str(root / "quotes"), "--format", "json"])
    assert {row["severity"] for row in json.loads(checked.stdout)} == {"warning"}


def test_what_somebody_knows_is_kept(root: Path, tmp_path: Path) -> None:
    """Work, year, place, address and themes arrive; verified is what was seen and can be seen, all else attributed."""
    path = tmp_path / "list.csv"
    path.write_bytes(as_list(real()).partition("b8,")[0].encode())
    run(root, path)
    fields = ("author", "work", "year", "locator", "source", "themes", "status")
    mine = {normal(quote.text): quote for quote in read_library([root]).library.all(Quote)}

    for quote in read_library([ROOT]).library.all(Quote):
        if quote.status in ("verified", "attributed") and not quote.kept_beside:
            assert [getattr(mine[normal(quote.text)], key) for key in fields] == [getattr(quote, key) for key in fields]


def small(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """A small list in a file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


LINE = "Wer fragt, „führt“; oder nicht."


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_dialect(root: Path, tmp_path: Path, sign: str, encoding: str, end: str) -> None:
    """Whatever parts the columns, ends the lines or encodes the letters: two rows are two quotes."""
    rows = [f'"{LINE}"', "Jörg Übung"], [f'"Eine Zeile{end}und noch eine, {sign} ja."', "Jörg Übung"]
    text = "".join(sign.join(row) + end for row in (["Zitat", "Von wem"], *rows))
    result = run(root, small(tmp_path, text.encode(encoding)), "--map", "Von wem=author")

    assert result.exit_code == 0, result.output
    assert {quote.author for quote in read_library([root]).library.all(Quote)} == {"Jörg Übung"}
    assert {quote.text for quote in read_library([root]).library.all(Quote)} == {
        LINE, f"Eine Zeile und noch eine, {sign} ja.".replace("\t ", "")
    }  # fmt: skip


def test_an_open_mark_costs_one_row(root: Path, tmp_path: Path) -> None:
    """A quotation mark that is never closed, in the middle of a list, does not swallow the rows below it."""
    text = 'Quote,Who\n"Never closed,Ida\nOne is one.,Ida\n"Two, too.",Ida\nThree of them.,Ida\n'
    result = run(root, small(tmp_path, text))

    assert "row 2: A quotation mark is opened" in result.output
    assert texts(root) == ["oneisone", "threeofthem", "twotoo"]
    assert "Never closed;Ida" in (tmp_path / "list.to-mend.csv").read_text(encoding="utf-8-sig").replace(",", ";")


@pytest.mark.parametrize(
    "data",
    [
        [{"quote": "One is one.", "who": "Ida"}, {"quote": "Two, too.", "who": "Ida", "tags": ["trust", "Empathy"]}],
        {"count": 2, "items": [{"text": "One is one.", "author": "Ida"}, {"text": "Two, too.", "author": "Ida"}, 5]},
    ],
)
def test_json_is_a_list_too(root: Path, tmp_path: Path, data: object) -> None:
    """A list of objects, or an object with one in it, is taken like the rows of a spreadsheet."""
    result = run(root, small(tmp_path, json.dumps(data), "list.json"))

    assert texts(root) == ["oneisone", "twotoo"], result.output
    assert ("row 3: This item is not an object" in result.output) == (isinstance(data, dict))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "save it as CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"{", "cannot be read as such"),
        (b"[1, 2]", "list of entries"),
        (b"Shelf,Colour\n1,blue\n", "--map 'Shelf=text'"),
        (b"Quote,Colour\n1,blue\n", "author"),
    ],
)
def test_what_is_no_list_is_said_to_be_none(root: Path, tmp_path: Path, content: bytes, words: str) -> None:
    """Other files, and lists without the words or the name, end with a sentence that says what to do."""
    result = run(root, small(tmp_path, content))

    assert (result.exit_code, texts(root)) == (2, [])
    assert words in " ".join(result.stderr.split())


def test_a_dry_run_writes_nothing(root: Path, tmp_path: Path) -> None:
    """--dry-run says what would be written, named and kept, and leaves every folder as it is."""
    before = sorted(tmp_path.rglob("*"))
    path = small(tmp_path, "Quote,Who\nOne is one.,Ida\nNo name.,\n")
    result = run(root, path, "--dry-run")

    assert result.exit_code == 0
    assert "Would be written: 1 file" in result.output
    assert "row 3: B (Who) is empty" in result.output
    assert sorted(tmp_path.rglob("*")) == sorted([*before, path])


def test_columns_can_be_said(root: Path, tmp_path: Path) -> None:
    """Columns are named by name or letter, left out with -, and a list without names is read with --no-header."""
    named = small(tmp_path, "What,Whose,Note\nOne is one.,Ida,secret\n", "a.csv")
    bare = small(tmp_path, "Two, too.\tIda\n".replace(", ", " "), "b.csv")
    first = run(root, named, "--map", "What=text", "--map", "B=author", "--map", "Note=-")
    second = run(root, bare, "--no-header", "--map", "A=text", "--map", "B=author")
    wrong = run(root, named, "--map", "What=txt")
    nowhere = run(root, named, "--map", "Colour=text")

    assert (first.exit_code, second.exit_code, wrong.exit_code, nowhere.exit_code) == (0, 0, 2, 2), second.output
    assert texts(root) == ["oneisone", "twotoo"]
    assert not any(quote.note for quote in read_library([root]).library.all(Quote))
    assert "Did you mean text?" in wrong.stderr
    assert "A (What), B (Whose), C (Note)" in " ".join(nowhere.stderr.split())


def test_nothing_is_overwritten(root: Path, tmp_path: Path) -> None:
    """A file in the way stays as it is, and so does a file of rows that somebody is mending."""
    (root / "quotes" / "ida-one-is-one.yml").write_text("mine", encoding="utf-8")
    (tmp_path / "list.to-mend.csv").write_text("mine", encoding="utf-8")
    path = small(tmp_path, "Quote,Who\nOne is one.,Ida\nNo name.,\n")
    result = run(root, path)
    chosen = run(root, path, "--rejects", str(tmp_path / "list.to-mend.csv"))

    assert (result.exit_code, chosen.exit_code) == (1, 1)
    assert {file.name for file in (root / "quotes").iterdir()} == {"ida-one-is-one.yml", "ida-one-is-one-2.yml"}
    assert (root / "quotes" / "ida-one-is-one.yml").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "list.to-mend.csv").read_text(encoding="utf-8") == "mine"
    assert "No name." in (tmp_path / "list.to-mend-2.csv").read_text(encoding="utf-8-sig")


def test_similar_words_can_be_kept(root: Path, tmp_path: Path) -> None:
    """What is only similar is named and not written, unless somebody says that it is another quotation."""
    line = "The guest who waits at the door sees more of the house than the one who is shown round it by the owner"
    path = small(tmp_path, f"Quote,Who\n{line}.,Ida\n{line} himself.,Ida\n")
    first = run(root, path)
    second = run(root, path, "--keep-similar")
    third = run(root, path, "--keep-similar")

    assert "row 3: 9" in first.output
    assert [result.exit_code for result in (first, second, third)] == [0, 0, 0]
    assert len(texts(root)) == 2


def test_a_row_that_is_wrong_does_not_stand_for_a_good_one(root: Path, tmp_path: Path) -> None:
    """The same words without a name, further up, do not keep the good row out."""
    run(root, small(tmp_path, "Quote,Who\nOne is one.,\nOne is one.,Ida\n"))

    assert texts(root) == ["oneisone"]


def test_questions_can_be_imported_too(root: Path, tmp_path: Path) -> None:
    """Rows may be questions, each with its step."""
    path = small(tmp_path, "Frage;Schritt\nWas war gut daran?;Recall\nWas noch?;sometimes\n")
    result = run(root, path, "--kind", "question")

    assert result.exit_code == 1
    assert [file.name for file in (root / "content" / "questions").iterdir()] == ["recall-war-gut-daran.yml"]
    assert "row 3: B (Schritt)" in result.output


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        ("Quote,Who,Book,Link", "text author work source"),
        ("Zitat;Wer hat es gesagt?;Quelle;Jahr", "text author source year"),
        ("Citation;Auteur;Livre;Source;Lien", "text author work where source"),
        ("Cita;Autor;Título;Fuente", "text author work source"),
        ("The quote,Author’s name,Tag(s),Where did you find it?", "text author themes where"),
        ("#,QUOTATION,Auther,Comments,Submitted by", " text author note name"),
        ("Author,Title,Quote", "author work text"),
        ("problem,Quote,Said by", " text author"),
    ],
)
def test_columns_are_known_by_many_names(names: str, fields: str) -> None:
    """People name their columns as they like, in several languages."""
    assert guess(names.replace(";", ",").split(","), "quote") == tuple(fields.split(" "))


def test_columns_count_as_in_a_spreadsheet() -> None:
    """After Z comes AA."""
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@settings(deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet=',;\t"\n\r ab\x00é', max_size=300).map(str.encode))
def test_no_file_breaks_the_reading(data: bytes) -> None:
    """Any bytes are a list or are said not to be one; every row is as wide as the names, or wrong."""
    assert isinstance(decoded(data)[0], str)
    try:
        table = read_table(data, "quote")
    except NotATable:
        return
    assert all(len(row.cells) == len(table.names) or row.wrong for row in table.rows)


def test_a_title_above_the_names_of_the_columns_is_no_name(root: Path, tmp_path: Path) -> None:
    """Whoever prints a list puts a title on top of it: the names of the columns are found below."""
    path = tmp_path / "zitate.csv"
    lines = [
        ";;",
        "Zitatesammlung, Stand 2024;;",
        ";;",
        "Zitat;Autor;Schlagwörter",
        "Nobody calls to praise the bell.;Ida;",
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    result = run(root, path)
    assert result.exit_code == 0, result.output
    assert "Rows 2 to 3 stand above the names of the columns and are left out." in result.output
    assert texts(root) == [normal("Nobody calls to praise the bell.")]


def test_the_first_row_is_no_title_where_it_names_columns() -> None:
    """A row below that only speaks of words and authors does not become the names."""
    table = read_table(b"quote,author\nthe words,the author,book\n", "quote")
    assert (table.names, table.above, len(table.rows)) == (("quote", "author"), None, 1)


@pytest.mark.parametrize(
    ("cell", "author", "work"),
    [
        ("Florence Nightingale, Notes on Nursing", "Florence Nightingale", "Notes on Nursing"),
        ("Nightingale, Florence: Notes on Nursing", "Nightingale, Florence", "Notes on Nursing"),
        ("Florence Nightingale (Notes on Nursing)", "Florence Nightingale", "Notes on Nursing"),
        ("Florence Nightingale – Notes on Nursing", "Florence Nightingale", "Notes on Nursing"),
        ("Florence Nightingale\nNotes on Nursing", "Florence Nightingale", "Notes on Nursing"),
        ("Martin Luther King, Jr., Strength to Love", "Martin Luther King, Jr.", "Strength to Love"),
        ("Florence Nightingale", "Florence Nightingale", None),
    ],
)
def test_author_and_work_in_one_cell_are_parted(
    root: Path, tmp_path: Path, cell: str, author: str, work: str | None
) -> None:
    """A column that says it holds both gives both."""
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Zitat", "Autor und Werk"], ["Nobody calls to praise the bell.", cell]])
    result = run(root, path)
    assert result.exit_code == 0, result.output
    (quote,) = read_library([root]).library.all(Quote)
    assert (quote.author, quote.work) == (author, work)


def test_the_columns_are_shown_one_below_the_other(root: Path, tmp_path: Path) -> None:
    """Names, fields and examples each begin at one place, within the width of a terminal."""
    path = tmp_path / "list.csv"
    path.write_text(f"Zitat,Wer,Regal im Archiv unseres Hauses\n{'Nobody calls. ' * 9},Ida,7\n", encoding="utf-8")
    lines = run(root, path, "--dry-run").output.splitlines()
    table = lines[2:5]
    assert {line.find(" → ") for line in table if " → " in line} == {table[0].find(" → ")}
    assert {line.find("such as") for line in table if " → " in line} == {table[0].find("such as")}
    assert max(map(len, table)) <= 80


def test_a_file_that_is_no_text_is_not_read_as_a_list() -> None:
    """What holds zero bytes came from another program, whatever it is called."""
    with pytest.raises(NotATable, match="not text"):
        read_table(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd" * 9, "quote")


def test_an_address_where_words_were_found_becomes_the_source(root: Path, tmp_path: Path) -> None:
    """A column of places holds addresses and other places; each lands where it can be used."""
    path = tmp_path / "list.csv"
    path.write_text(
        "Zitat,Wer,Fundstelle\nNobody calls to praise the bell.,Ida,https://example.org/a\n"
        "A kettle knows who is waiting.,Ida,Vortrag in Wien\n",
        encoding="utf-8",
    )
    result = run(root, path)
    assert result.exit_code == 0, result.output
    found = {quote.text[:3]: (quote.source, quote.evidence) for quote in read_library([root]).library.all(Quote)}
    assert found == {"Nob": ("https://example.org/a", None), "A k": (None, "Vortrag in Wien")}
