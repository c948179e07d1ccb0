"""What happens on GitHub: workflows, forms, and a pull request of every sort, run step by step as it would be there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.library.models import Quote
from generator.library.reader import load_own
from tests.conftest import SMALL
from tests.workflow import ROOT, Hub, Run, run

CASES = Path(__file__).parent / "cases" / "pull-requests"
WORKFLOWS_HOME, FORMS_HOME = ROOT / ".github" / "workflows", ROOT / ".github" / "ISSUE_TEMPLATE"
WORKFLOWS = sorted(WORKFLOWS_HOME.glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
FORMS = {
    "quote": "text author work year locator source seen starts name",
    "story": "heading situation done noticed takeaway trade country year consent names_changed teller",
    "correction": "entry wrong right source",
    "removal": "entry who why",
}
ANNOTATION = re.compile(r"::(error|warning|notice)( file=[^\n]*?)?::")


def _good(tree: Path) -> None:
    """Two quotations: a complete one, and one that a reviewer completes."""
    shutil.copytree(CASES / "good" / "proposal", tree, dirs_exist_ok=True)


def _bad(tree: Path) -> None:
    """Mistakes in two files."""
    shutil.copytree(CASES / "bad" / "proposal", tree, dirs_exist_ok=True)


def _removal(tree: Path) -> None:
    """A quotation that its holder wants gone."""
    (tree / "quotes" / "emily-post-delight-of-delights.yml").unlink()


def _misspelled(tree: Path) -> None:
    """The library as it stands has a mistake of its own."""
    path = tree / "quotes" / "emily-post-delight-of-delights.yml"
    path.write_text(path.read_text("utf-8").replace("status: verified", "status: veryfied"), encoding="utf-8")


def _program(tree: Path) -> None:
    """Nothing of the library."""
    (tree / "README.md").write_text("Hello.\n", encoding="utf-8")


def _hostile(tree: Path) -> None:
    """Whatever somebody can think of who means harm, in content alone."""
    quotes = tree / "quotes"
    (quotes / "a\n::error::owned.yml").write_text("text: x\n", encoding="utf-8")
    (quotes / "$(touch owned) `touch owned`;touch owned.yml").write_text("text: x\n", encoding="utf-8")
    (quotes / "-rf.yml").write_text("text: x\n", encoding="utf-8")
    (quotes / "link.yml").symlink_to("/etc/passwd")
    (quotes / "endless.yml").symlink_to("/dev/zero")
    (quotes / "folder").symlink_to("/etc")
    (tree / "content" / "forms").rename(tree / "content" / "kept")
    (tree / "content" / "forms").symlink_to("/etc")
    (tree / "brand.yml").unlink()
    (tree / "brand.yml").symlink_to("/dev/zero")
    (tree / "mkdocs.yml").write_text("site_url: !!python/object/apply:os.system ['touch owned']\n", encoding="utf-8")
    (quotes / "huge.yml").write_text("text: " + "x" * 3_000_000, encoding="utf-8")
    (quotes / "deep.yml").write_text("text: " + "[" * 30_000, encoding="utf-8")
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 4))
    (quotes / "bomb.yml").write_text(f"a0: &a0 [lol]\n{bomb}", encoding="utf-8")
    (quotes / "steers.yml").write_text(
        "text: >-\n  a\n\n  ::set-output name=owned::yes\n\n  ::add-mask::a\n"
        'author: "</td><script>alert(1)</script> @everyone ![x](https://example.org/x.png)"\n'
        "status: ::set-env name=PATH::/tmp\nrights: {basis: '{{ 7 * 7 }} ${{ github.token }}'}\n",
        encoding="utf-8",
    )


def _loud(tree: Path) -> None:
    """A valid entry whose words would be markup, commands and templates elsewhere."""
    lines = [
        "::set-output name=a::b",
        "::add-mask::a",
        "</td><script>alert(1)</script>",
        "@everyone #1 ![x](//x/y.png)",
    ]
    lines += ["{{ 7 * 7 }} ${{ github.token }} | **bold** `code` https://example.org"]
    text = "\n\n".join(f"  {line}" for line in lines)
    (tree / "quotes" / "bell.yml").write_text(
        f"text: |-\n{text}\nauthor: '::error::A | <b>B</b>'\nwork: '# W'\nlocator: '::notice::1'\nstatus: verified\n"
        "rights: {basis: quotation}\nthemes: [change]\nplays: [open]\nask: [What | <i>now</i>?]\n"
        "use_when: '::warning::Now.'\n",
        encoding="utf-8",
    )


def _sneaky(tree: Path) -> None:
    """The good quotations, and on the way everything by which a proposal could have its own code run."""
    _good(tree)
    owned = "import pathlib; pathlib.Path(__import__('os').environ['RUNNER_TEMP'], 'owned').touch()\n"
    for name in ("sitecustomize.py", "conftest.py", "yaml.py", "click.py", "generator/__init__.py"):
        with (tree / name).open("a", encoding="utf-8") as file:
            file.write(owned)
    shutil.rmtree(tree / ".github")
    (tree / "Makefile").write_text(".venv/ready:\n\ttouch owned\n", encoding="utf-8")
    (tree / ".gitattributes").write_text("*.yml diff=owned filter=owned merge=owned\n", encoding="utf-8")
    (tree / ".gitconfig").write_text("[diff]\n external = touch owned\n[core]\n fsmonitor = touch owned\n")
    (tree / ".venv" / "bin").mkdir(parents=True)
    (tree / ".venv" / "bin" / "huddlekit").write_text('#!/bin/sh\ntouch "$RUNNER_TEMP/owned"\n', encoding="utf-8")
    (tree / ".venv" / "bin" / "huddlekit").chmod(0o755)


PROPOSALS: dict[str, Callable[[Path], None]] = {
    "good": _good, "bad": _bad, "removal": _removal, "program": _program, "hostile": _hostile, "loud": _loud,
    "sneaky": _sneaky, "elsewhere": _good,
}  # fmt: skip

BASES: dict[str, Callable[[Path], None]] = {"elsewhere": _misspelled}
"""What the library has already, where it is not as it should be."""


@pytest.fixture(name="ran", scope="module")
def _ran(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Run, Path]]:
    """Runs the workflow on a proposal, once."""
    kept: dict[str, tuple[Run, Path]] = {}
    base = tmp_path_factory.mktemp("hub")

    def ran(name: str) -> tuple[Run, Path]:
        if name not in kept:
            hub = Hub(base / name)
            _base(hub.tree)
            BASES.get(name, lambda tree: None)(hub.tree)
            hub.commit()
            PROPOSALS[name](hub.tree)
            hub.propose()
            kept[name] = run(hub), hub.home
        return kept[name]

    return ran


def _base(tree: Path) -> None:
    """The repository as it stands: the program, and the small library."""
    shutil.copytree(SMALL, tree, dirs_exist_ok=True)
    shutil.copytree(ROOT / "generator", tree / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / ".github", tree / ".github")


@pytest.mark.parametrize("name", PROPOSALS)
def test_a_pull_request_is_told_what_it_does(name: str, ran: Callable[[str], tuple[Run, Path]], update: bool) -> None:
    """Annotations, summary and kept files of a run are those in tests/cases/pull-requests/."""
    done, _ = ran(name)
    found = {
        "steps.txt": "\n".join(done.steps) + "\n",
        "said.txt": "\n".join(done.said) + "\n",
        "summary.md": done.summary,
        "artifacts.txt": "".join(f"{each}\n" for each in done.artifacts),
    }
    for file, text in found.items():
        path = CASES / name / file
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["hostile", "loud", "sneaky"])
def test_nothing_of_a_proposal_is_ever_run(name: str, ran: Callable[[str], tuple[Run, Path]]) -> None:
    """Whatever a proposal holds, none of it runs, steers a later step, or reaches GitHub as a command of its own."""
    done, home = ran(name)
    assert [
        path
        for path in home.rglob("*owned*")
        if path.is_file() and "tree" not in path.parts and "quotes" not in path.parts
    ] == []
    assert done.outputs == ""
    commands = [line for line in done.said if line.lstrip().startswith(("::", "##["))]
    assert [line for line in commands if not ANNOTATION.match(line)] == []
    assert not re.search(r"<(?!br>)|root:x:|@everyone|!\[", done.summary)


def test_what_was_wrong_before_stops_nobody(ran: Callable[[str], tuple[Run, Path]]) -> None:
    """A mistake that a proposal did not bring is named, and the proposal passes."""
    done, _ = ran("elsewhere")
    assert done.passed
    assert any("veryfied" in line and line.startswith("::notice") for line in done.said)


def test_a_sneaky_proposal_gains_nothing(ran: Callable[[str], tuple[Run, Path]]) -> None:
    """A proposal that changes the program as well is told exactly what it is told without that."""
    assert ran("sneaky")[0] == ran("good")[0]


def test_no_workflow_can_do_more_than_it_must() -> None:
    """Every action is named by its commit, tokens only read, and what comes from a fork never meets a secret."""
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        workflow = load_own(path)
        used = re.findall(r"uses: (.*)", text)
        assert used
        assert [each for each in used if not PINNED.fullmatch(each)] == [], path.name
        assert "pull_request_target" not in text
        assert "secrets." not in text
        assert set(workflow["permissions"].items()) <= {("contents", "read")}
        assert all(job["timeout-minutes"] for job in workflow["jobs"].values())
        assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_only_publishing_may_write() -> None:
    """One job may write, to the pages alone: it runs nothing of the repository, and never for a pull request."""
    writing = [
        (path.name, name, job["permissions"])
        for path in WORKFLOWS
        for name, job in load_own(path)["jobs"].items()
        if "write" in job.get("permissions", {}).values()
    ]
    site = load_own(WORKFLOWS_HOME / "site.yml")
    assert writing == [("site.yml", "publish", {"pages": "write", "id-token": "write"})]
    assert "pull_request" not in site["on"]
    assert all("run" not in step for step in site["jobs"]["publish"]["steps"])


@pytest.mark.parametrize(("form", "asked"), FORMS.items())
def test_a_form_asks_what_the_program_understands(form: str, asked: str) -> None:
    """The fields of a form carry the names by which the command and the Add page know the answers."""
    fields = [each["id"] for each in load_own(FORMS_HOME / f"{form}.yml")["body"] if "id" in each]
    assert fields == asked.split()


def test_labels_of_a_form_differ() -> None:
    """No two questions of a form have the same words, so that an answer can be told by its question."""
    for form in FORMS:
        labels = [each["attributes"]["label"] for each in load_own(FORMS_HOME / f"{form}.yml")["body"] if "id" in each]
        assert len(set(labels)) == len(labels)


def test_the_ready_file_asks_for_what_a_quote_has() -> None:
    """The link on *Add a quote* opens a file with the keys of a quote, under a name that can stand there."""
    page = (ROOT / "docs" / "add-a-quote.md").read_text(encoding="utf-8")
    link = re.search(r"\[A ready new file\]\((.*?)\)", page)
    assert link
    asked = parse_qs(urlsplit(link[1]).query)
    keys = re.findall(r"^(\w+):", asked["value"][0], re.MULTILINE)
    assert asked["filename"] == ["author-first-words.yml"]
    assert set(keys) <= set(Quote.model_fields)
    assert {"text", "author", "status", "rights"} <= set(keys)
    assert len(link[1]) < 6000


def test_links_to_forms_lead_to_forms() -> None:
    """Every form that a page names is there."""
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")]
    named = {form for page in pages for form in re.findall(r"issues/new\?template=(\w+)\.yml", page)}
    assert named == {"quote", "correction", "removal"}
    assert named <= FORMS.keys()


def test_words_for_people_are_no_commands(tmp_path: Path) -> None:
    """No line that the check prints for people could be taken for a command, whatever files are called."""
    shutil.copytree(SMALL, tmp_path / "tree")
    _hostile(tmp_path / "tree")
    printed = CliRunner().invoke(main, ["--root", str(tmp_path / "tree"), "check"]).output
    assert "owned.yml" in printed
    assert [line for line in printed.splitlines() if line.lstrip().startswith(("::", "##["))] == []
