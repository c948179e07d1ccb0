"""Promises about the words of the real library: short, open, without blame, plain, and spelled one way."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from statistics import mean

import pytest

from generator.library.checks import is_closed
from generator.library.likeness import Likeness
from generator.library.models import Activity, Entry, Guidance, Misattribution, Question, Quote, Story
from tests.reading import reading_ease
from tests.real import LIBRARY, ROOT, asked, at, own_texts, spoken, unquoted, words

ENTRIES = tuple(LIBRARY.entries.values())
CLOSED = re.compile(
    r"(and |but |so )?"
    r"(do|does|did|is|are|was|were|am|can|could|will|would|have|has|had|should|shall|may|might|must|need|ever|any)"
    r"(n’t)?\b[^?]*\?",
    re.IGNORECASE,
)
PEOPLE = r"you|we|they|he|she|people|customers|colleagues|nobody|somebody|someone|everybody|your|our|their"
BLAME = re.compile(
    rf"\bwhy (on earth )?(do|does|did|is|are|was|were|have|has|had|can|could|will|would|should)(n’t)? ({PEOPLE})\b"
    rf"|\bwhy not\b|\bwhat were you thinking\b|\bwhat is wrong with ({PEOPLE})\b|\bwho (is|was) to blame\b"
    rf"|\b({PEOPLE}) fault\b|\bwho failed\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(\w*(?:col|fav|hon|hum|lab|neighb|rum|behavi|harb|flav|endeav)or(?!at|ous|ar|ad)\w*"
    r"|\w+(?<!\bs)(?<!\bpr)(?<!\bse)(?<!\bcaps)iz(?:e|es|ed|ing|ation|ations)|\w+lyz(?:e|es|ed|ing)"
    r"|(?:cent|theat|fib|lit|somb|calib)er|gray|program|catalog|dialog|defense|offense|pretense"
    r"|(?:travel|cancel|label|model|signal|counsel|level|quarrel|fuel|marvel)(?:ed|ing|er|ers)"
    r"|gotten|mom|toward|afterward|math|skeptic\w*|fulfill|skillful|enroll|installment|pajamas|plow|aging|jewelry"
    r"|tire|tires|sidewalk|vacation|airplane|ok|okay)\b",
    re.IGNORECASE,
)
"""Words that this library spells, or says, in the British way (with -ise)."""


def test_questions_are_said_in_one_breath() -> None:
    """The questions have fewer than twenty words on average, and none has more than 32."""
    lengths = {(entry.id, line): words(line) for entry in LIBRARY.all(Question) for line in asked(entry)}

    assert mean(words(question.ask) for question in LIBRARY.all(Question)) < 20
    assert [asks for asks, length in lengths.items() if length > 32] == []


def test_lines_to_say_take_half_a_minute() -> None:
    """What the facilitator says in one go is said in thirty seconds: 75 words at 150 a minute."""
    assert [at(entry, line) for entry in ENTRIES for line in spoken(entry) if words(line) > 75] == []


def test_stories_are_read_in_two_minutes() -> None:
    """A story has 110 to 200 words, is read aloud in two minutes, and its takeaway has fewer than 45 words."""
    for story in LIBRARY.all(Story):
        assert 110 <= words(story.text) <= 200, story.id
        assert story.reading_seconds <= 120, story.id
        assert words(story.takeaway.text) < 45, story.id


def test_guidance_is_read_at_a_glance() -> None:
    """A piece of guidance has 25 to 110 words."""
    assert [at(each, words(each.text)) for each in LIBRARY.all(Guidance) if not 25 <= words(each.text) <= 110] == []


def test_questions_are_open() -> None:
    """Nothing that is put to a room can be answered with yes or no, and no question of ours begins that way."""
    assert [at(entry, line) for entry in ENTRIES for line in asked(entry) if is_closed(line)] == []
    assert [at(entry, line) for entry in LIBRARY.all(Question) for line in asked(entry) if CLOSED.match(line)] == []


def test_questions_do_not_blame() -> None:
    """Nobody is asked why they did or did not, or whose fault it was."""
    assert [at(entry, line) for entry in ENTRIES for line in asked(entry) if BLAME.search(line)] == []


def _first_sentence(story: Story) -> str:
    return re.split(r"(?<=[.?!])\s", story.text)[0]


READ = (
    (Question, lambda each: each.ask),
    (Story, _first_sentence),
    (Story, lambda each: each.text),
    (Guidance, lambda each: each.title),
    (Guidance, lambda each: each.text),
    (Activity, lambda each: each.purpose),
)


@pytest.mark.parametrize(
    ("kind", "text"),
    READ,
    ids=["questions", "first sentences", "stories", "titles of guidance", "guidance", "purposes"],
)
def test_nothing_is_said_twice(kind: type[Entry], text: Callable[[Entry], str]) -> None:
    """No two questions, stories, pieces of guidance or activities are four fifths alike."""
    texts = {entry.id: text(entry) for entry in LIBRARY.all(kind)}

    assert [pair for pair in Likeness.of(texts).pairs() if pair[2] >= 80] == []


@pytest.mark.parametrize(
    ("kind", "text", "least", "usual"),
    [
        (Question, lambda each: each.ask, 55, 80),
        (Story, lambda each: each.text, 70, 85),
        (Guidance, lambda each: each.text, 70, 85),
    ],
    ids=["questions", "stories", "guidance"],
)
def test_texts_are_plain(kind: type[Entry], text: Callable[[Entry], str], least: int, usual: int) -> None:
    """Somebody for whom English is a second language can follow every question, story and piece of guidance."""
    ease = {entry.id: reading_ease(text(entry)) for entry in LIBRARY.all(kind)}

    assert mean(ease.values()) >= usual
    assert {id: round(found) for id, found in ease.items() if found < least} == {}


def test_quotes_are_typographic() -> None:
    """Our own texts have “curly” marks and ’ apostrophes, never straight ones."""
    assert [at(entry, text) for entry in ENTRIES for text in own_texts(entry) if set("'\"") & set(text)] == []


def test_spelling_is_british() -> None:
    """Our own texts are spelled in the British way, with -ise; what others wrote stays as it is."""
    assert [
        at(entry, found.group())
        for entry in ENTRIES
        for text in own_texts(entry)
        if (found := AMERICAN.search(unquoted(text)))
    ] == []


def test_nothing_is_misspelled() -> None:
    """codespell finds nothing in what we ourselves say about quotations; it reads the other folders in `make check`."""
    lines = [
        (entry, text) for entry in ENTRIES for text in own_texts(entry) if isinstance(entry, Quote | Misattribution)
    ]
    told = "\n".join(unquoted(text).replace("’", "'") for _, text in lines)
    command = [sys.executable, "-m", "codespell_lib", "-"]
    found = subprocess.run(command, input=told, capture_output=True, text=True, cwd=ROOT, check=False).stdout

    assert [
        at(lines[int(number) - 1][0], what) for number, what in re.findall(r"^(\d+): .*\n\t(.*)$", found, re.M)
    ] == []
