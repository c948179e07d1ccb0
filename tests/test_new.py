"""huddlekit new: an entry from a few answers, asked for or given as options."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import signal
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.library.models import KINDS
from generator.library.reader import read
from generator.strings import look_up
from generator.write.forms import answers_in
from generator.write.questions import ASKED
from tests.conftest import SMALL

ROOT = Path(__file__).parents[1]
WORDS = "The queue is the first thing we say to people."
FILE = "quotes/ida-example-queue-first-thing-say.yml"
STORY = (
    "A man stood in front of the lift in our hospital with a folder under his arm. The sign said that visitors take "
    "the stairs. He read it, looked at the stairs, and looked at the folder again. It was ten to two, and visits begin "
    "at two.",
    "Our porter was on his way down with an empty bed. He stopped, put his foot into the door and asked where the man "
    "had to go. Fourth floor, the man said, but I am only a visitor. Then you are my passenger, said the porter.",
    "At five the man came back to the porters' room. He had brought nothing. He said that he had only wanted to see "
    "whether the man with the bed was still there.",
)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """A copy of the small library that may be written to."""
    return Path(shutil.copytree(SMALL, tmp_path / "library"))


def new(root: Path, *words: str, typed: str | None = None) -> Result:
    """Call huddlekit new in this process."""
    return CliRunner().invoke(main, ["--root", str(root), "new", *words], input=typed)


def added(root: Path) -> set[str]:
    """Files that the small library does not have."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} - {
        path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.is_file()
    }


@pytest.fixture(name="asked")
def _asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr("generator.contribute.new.is_terminal", lambda: True)


def test_options_write_a_file_that_passes(root: Path) -> None:
    """Without a terminal, options and --yes are enough, and the check has nothing against the file."""
    result = new(root, "quote", "--text", f'"{WORDS}"', "--author", "Ida Example", "--theme", "empathy", "--yes")
    checked = CliRunner().invoke(main, ["--root", str(root), "check", str(root / FILE), "--format", "json"])

    assert result.exit_code == 0, result.output
    assert added(root) == {FILE}
    assert read((root / FILE).read_text(encoding="utf-8"), FILE).value["themes"] == ("empathy",)
    assert [row["rule"] for row in json.loads(checked.stdout)] == ["in-review"]


def test_nothing_is_written_without_a_yes(root: Path) -> None:
    """Without --yes the file is shown as it would be, alone on standard output, and nothing is written."""
    result = new(root, "quote", "--text", WORDS, "--author", "Ida Example")

    assert (result.exit_code, added(root)) == (0, set())
    assert read(result.stdout.strip(), "x.yml").value["author"] == "Ida Example"
    assert "--yes" in result.stderr


def test_missing_answers_are_named(root: Path) -> None:
    """Without a terminal, what is lacking is named by its option, and the call counts as wrong."""
    result = new(root, "story", "--title", "A lift")

    assert result.exit_code == 2
    assert all(option in result.stderr for option in ("--situation", "--done", "--noticed", "--takeaway", "--consent"))


def test_what_is_wrong_is_shown_and_kept(root: Path) -> None:
    """A file that the check refuses is not written, even with --yes, but shown, so that nothing typed is lost."""
    wrong = (
        "A customer is the most important visitor on our premises. He is not dependent on us. We are dependent on him."
    )
    result = new(root, "quote", "--text", wrong, "--author", "Mahatma Gandhi", "--yes")

    assert (result.exit_code, added(root)) == (1, set())
    assert "misattributed" in result.stderr
    assert "most important visitor" in result.stdout


def test_a_double_is_named_whatever_the_order_of_ids(root: Path) -> None:
    """Words that are there already are found, whether the new name comes before or after the old one."""
    old = read((SMALL / "quotes" / "george-eliot-unhistoric-acts.yml").read_text(encoding="utf-8"), "x").value["text"]
    for author in ("Aaron Example", "Zoe Example"):
        result = new(root, "quote", "--text", old, "--author", author, "--yes")
        assert (result.exit_code, added(root)) == (1, set())
        assert "quotes/george-eliot-unhistoric-acts" in result.stderr


def test_nothing_is_overwritten(root: Path) -> None:
    """A name that is taken, be it by a file that is no entry, gets a number; one that was asked for is refused."""
    (root / FILE).write_text("not an entry", encoding="utf-8")
    result = new(root, "quote", "--text", WORDS, "--author", "Ida Example", "--yes")
    again = new(root, "quote", "--text", "Another line.", "--author", "B", "--id", FILE, "--yes")

    assert (result.exit_code, again.exit_code) == (0, 2)
    assert (root / FILE).read_text(encoding="utf-8") == "not an entry"
    assert added(root) == {FILE, FILE.replace("say", "say-2")}


def test_a_file_that_cannot_be_written_is_shown(root: Path) -> None:
    """When the disk says no, the file is printed instead."""
    shutil.rmtree(root / "content" / "guidance")
    (root / "content" / "guidance").write_text("in the way", encoding="utf-8")
    options = ["--title", "A warm room", "--when", "during", "--text", "Open a window.", "--yes"]
    result = new(root, "guidance", *options)

    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "Open a window." in result.stdout


@pytest.mark.usefixtures("asked")
def test_a_quote_is_asked_for(root: Path) -> None:
    """Two answers, Enter for the rest, and a yes: that is a quote."""
    answers = [WORDS, "", "n", "Ida Example", *[""] * 6, "", "y"]
    result = new(root, "quote", typed="\n".join(answers) + "\n")

    assert result.exit_code == 0, result.output
    assert added(root) == {FILE}
    assert "Attributed to Ida Example" in result.output


@pytest.mark.usefixtures("asked")
def test_what_is_wrong_is_asked_again(root: Path) -> None:
    """A word that is no theme is asked again at once; what the check finds is asked again at the end."""
    answers = [WORDS, "", "n", "Ida Example", "", "A book", "last year", "", "", "", "empaty", "empathy", ""]
    result = new(root, "quote", typed="\n".join([*answers, "y", "2024", "the-queue", "y"]) + "\n")

    assert result.exit_code == 0, result.output
    assert "Did you mean empathy?" in result.output
    assert added(root) == {"quotes/the-queue.yml"}
    assert 'year: "2024"' in (root / "quotes" / "the-queue.yml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("asked")
def test_a_no_writes_nothing(root: Path) -> None:
    """After a no the file is shown instead."""
    result = new(root, "quote", "--text", WORDS, "--author", "Ida Example", typed="\nn\n")

    assert (result.exit_code, added(root)) == (0, set())
    assert result.stdout.endswith("rights: {basis: quotation}\n")


@pytest.mark.usefixtures("asked")
def test_a_story_of_ones_own(root: Path) -> None:
    """Situation, what was done and how the customer could tell become a first-hand story with consent."""
    told = [line for part in STORY for line in (part, "")]
    answers = [
        "The lift that would not wait",
        *told,
        "He read the sign as it was meant.",
        *["y", "", "", "", "", "y", "y"],
    ]
    result = new(root, "story", typed="\n".join([*answers, "", "", "", "y"]) + "\n")
    made = "content/stories/the-lift-that-would-not-wait.yml"

    assert result.exit_code == 0, result.output
    assert added(root) == {made}
    held = read((root / made).read_text(encoding="utf-8"), made).value
    assert (held["kind"], held["text"].count("\n"), held["service_fault"]) == ("first-hand", 2, "true")


@pytest.mark.usefixtures("asked")
def test_a_story_that_is_too_short_is_asked_again(root: Path) -> None:
    """Too few words bring the three parts back, each with what was said; Enter keeps it, and more words pass."""
    options = [word for key, text in zip(("situation", "done", "noticed"), STORY, strict=True) for word in (key, text)]
    options[1] = "A man stood in front of the lift."
    named = [f"--{word}" if word in ("situation", "done", "noticed") else word for word in options]
    more = ["--title", "The lift", "--takeaway", "He read it as it was meant.", "--consent", "yes"]
    result = new(root, "story", *named, *more, typed="\n".join(["y", STORY[0], "", "", "", "", "y"]) + "\n")

    assert result.exit_code == 0, result.output
    assert "story-length" in result.output
    assert STORY[0].split()[-1] in (root / "content" / "stories" / "the-lift.yml").read_text(encoding="utf-8")


def test_an_activity_from_lines(root: Path) -> None:
    """Steps typed on one line each add up, and the one with two numbers stretches."""
    steps = ["do 3-6: In twos, walk in through the front door.", "ask 2: What did you see first?"]
    options = ["--title", "Two doors", "--purpose", "To see our entrance as a stranger sees it.", "--group", "2-12"]
    options += [word for step in steps for word in ("--step", step)]
    options += ["--what", "What was it?", "--so-what", "What does it say?", "--now-what", "What shall we move?"]
    result = new(root, "activity", *options, "--remote", "Not on a call.", "--theme", "details", "--yes")
    wrong = new(root, "activity", *options, "--step", "walk about", "--remote", "Not on a call.")

    assert result.exit_code == 0, result.output
    text = (root / "content" / "activities" / "two-doors.yml").read_text(encoding="utf-8")
    assert "minutes: {least: 5, most: 8}" in text
    assert "stretch: true" in text
    assert wrong.exit_code == 2
    assert "do 3: In twos" in wrong.stderr


def test_a_kit_is_composed_at_once(root: Path) -> None:
    """A kit that cannot be composed is refused with the nearest one that can; another one is written."""
    options = [
        "--title",
        "At the door",
        "--promise",
        "You leave with one thing to change.",
        "--setting",
        "staff-meeting",
    ]
    options += ["--audience", "mixed", "--group", "2-12", "--yes"]
    refused = new(root, "kit", *options, "--minutes", "3")
    made = new(root, "kit", *options, "--minutes", "10")

    assert (refused.exit_code, made.exit_code) == (1, 0), refused.output + made.output
    assert "cannot-compose" in refused.stderr
    assert added(root) == {"kits/at-the-door.yml"}


@pytest.mark.parametrize("suffix", ["json", "yml", "md"])
def test_answers_come_from_a_file(root: Path, tmp_path: Path, suffix: str) -> None:
    """JSON, YAML and the text of an issue form give the same entry; an option says more than the file."""
    form = (
        f"### The words\n\n{WORDS}\n\n### Who said it\n\nIda Example\n\n### Themes\n\n- [X] Empathy\n- [ ] Trust\n\n"
        "### In which book, speech or article\n\n_No response_\n\n### Have you seen the words there yourself?\n\nNo\n"
    )
    texts = {
        "json": json.dumps({"text": WORDS, "author": "Ida Example", "themes": ["Empathy"]}),
        "yml": f"text: >-\n  {WORDS}\nauthor: Ida Example\nthemes: [empathy]\n",
        "md": form,
    }
    path = tmp_path / f"answers.{suffix}"
    path.write_text(texts[suffix], encoding="utf-8")
    result = new(root, "quote", "--from", str(path), "--year", "2024", "--yes")

    assert result.exit_code == 0, result.output
    held = read((root / FILE).read_text(encoding="utf-8"), FILE).value
    assert (held["text"], held["author"], held["year"], held["themes"]) == (WORDS, "Ida Example", "2024", ("empathy",))


@pytest.mark.parametrize("text", ["", "[1, 2]", "{", "a: &x b", "just words", "\x00\x01"])
def test_a_file_without_answers_is_said_to_be_one(root: Path, tmp_path: Path, text: str) -> None:
    """Whatever the file holds, the answer is a sentence, not a traceback."""
    path = tmp_path / "answers"
    path.write_text(text, encoding="utf-8")
    result = new(root, "quote", "--from", str(path))

    assert result.exit_code == 2
    assert str(path) in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    "data",
    [
        {"text": [None, 1, {"a b": 1.5}], "author": "Ida Example", "themes": [["a"], ["a"]]},
        {"text": WORDS, "author": "Ida Example", "a: b #c": "\ud800", "rights": [1], "note": [None]},
        {"text": {"x": [[1.5]]}, "author": True, "ask": 3, "seen": {"y": "z"}, "source": ["https://example.org"]},
    ],
)
def test_answers_of_any_shape_are_told_not_traced(root: Path, tmp_path: Path, data: dict[str, object]) -> None:
    """Whatever stands where a text should, the check says what is wrong, and the answers are shown."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    result = new(root, "quote", "--from", str(path), "--yes")

    assert (type(result.exception), result.exit_code, added(root)) == (SystemExit, 1, set()), result.output
    assert "error" in result.stderr


def test_a_heading_inside_an_answer_stays_in_it() -> None:
    """A line that looks like a heading but names no question is part of the answer above it."""
    text = "### The words\n\nOne line.\n\n### Not a question\n\nMore.\n\n### Who said it\n\nIda"

    assert answers_in(text, "x.md", "quote") == {"text": "One line.\n\n### Not a question\n\nMore.", "author": "Ida"}


@pytest.mark.parametrize("kind", ["quote", "story"])
def test_the_forms_on_github_are_understood(kind: str) -> None:
    """Every field of an issue form is an answer, and comes back under its own name from the text GitHub makes."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{kind}.yml").read_text(encoding="utf-8"))
    fields = [part for part in form["body"] if "id" in part]
    text = "\n\n".join(f"### {part['attributes']['label']}\n\nYes" for part in fields)

    assert set(answers_in(text, "issue.md", kind)) == {part["id"].replace("heading", "title") for part in fields}


def test_every_question_has_its_words() -> None:
    """Label and question of every answer stand in the catalogue, and nothing else does; options are unlike."""
    for kind, asks in ASKED.items():
        assert set(look_up(f"ask.{kind}")) == {ask.key for ask in asks}
        assert all(ask.words(kind, "label") and ask.words(kind, "ask") for ask in asks)
        assert len({ask.flag for ask in asks}) == len(asks)
        assert kind in {model.kind for model in KINDS.values()}


def test_an_editor_is_told_the_schema(root: Path) -> None:
    """Where a library has schemas for editors, a new file names the one that holds."""
    (root / ".vscode" / "schemas").mkdir(parents=True)
    (root / ".vscode" / "schemas" / "quote.json").write_text("{}", encoding="utf-8")
    new(root, "quote", "--text", WORDS, "--author", "Ida Example", "--yes")
    first = (root / FILE).read_text(encoding="utf-8").splitlines()[0]

    assert first == "# yaml-language-server: $schema=../.vscode/schemas/quote.json"


class Terminal:
    """A real terminal with huddlekit new at it."""

    def __init__(self, root: Path) -> None:
        self.said = ""
        self.pid, self.end = pty.fork()
        if not self.pid:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background may ignore it
            os.execv(sys.executable, [sys.executable, "-m", "generator", "--root", str(root), "new", "quote"])

    def wait(self, words: str) -> None:
        """Read until these words were said since the last answer."""
        start = len(self.said)
        while words not in self.said[start:]:
            assert select.select([self.end], [], [], 60)[0], self.said
            self.said += os.read(self.end, 4096).decode("utf-8", "replace")

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self.end, f"{line}\n".encode())

    def interrupt(self, words: str) -> None:
        """Press Ctrl+C until these words are said: a press in the moment before somebody listens goes unheard."""
        for _ in range(12):
            os.kill(self.pid, signal.SIGINT)
            while words not in self.said and select.select([self.end], [], [], 5)[0]:
                self.said += os.read(self.end, 4096).decode("utf-8", "replace")
            if words in self.said:
                return

    def close(self) -> int:
        """Wait for the end and give the exit code; what does not end is ended."""
        try:
            while select.select([self.end], [], [], 60)[0] and (chunk := os.read(self.end, 4096)):
                self.said += chunk.decode("utf-8", "replace")
        except OSError:  # the other side is closed
            pass
        else:
            os.kill(self.pid, signal.SIGKILL)
        os.close(self.end)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_on_a_real_terminal(root: Path) -> None:
    """On a terminal the questions come one at a time, and after a yes the file is there."""
    terminal = Terminal(root)
    for words, line in [
        ("> ", "Zuhören heißt warten können."), ("> ", ""), ("[y/N] ", "n"), ("> ", "Ida Example"), ("> ", ""),
        ("> ", ""), ("> ", ""), ("> ", ""), ("> ", ""), ("> ", ""), ("> ", ""), ("[y/n]", "y"),
    ]:  # fmt: skip
        terminal.wait(words)
        terminal.type(line)

    assert terminal.close() == 0, terminal.said
    assert "Zuhören heißt warten können." in (root / next(iter(added(root)))).read_text(encoding="utf-8")


def test_ctrl_c_leaves_nothing(root: Path) -> None:
    """Ctrl+C between two questions ends it calmly and writes nothing."""
    terminal = Terminal(root)
    terminal.wait("> ")
    terminal.type(WORDS)
    terminal.wait("> ")
    terminal.interrupt("Nothing was written.")

    assert terminal.close() == 1
    assert "Nothing was written." in terminal.said
    assert "Traceback" not in terminal.said
    assert added(root) == set()
