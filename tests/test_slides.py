"""The slides: facts of the model, of the pages, and of what everybody in the room may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from generator.compose.plan import Plan
from generator.library.brand import Brand
from generator.library.models import Story
from generator.paper.course import course
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.guide import guide_model
from generator.paper.job import PrintOptions
from generator.paper.segments import Block, spoken
from generator.paper.slide import Slide
from generator.paper.slide_pages import alike, fitted
from generator.paper.slide_size import HEIGHT, LEAST, WIDTH, packed
from generator.paper.slides import slides
from generator.strings import look_up, say
from tests.printed import boxes, sizes, texts
from tests.test_print import SESSIONS, name_of, planned, small

LOGO = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0IDEiLz4="
PLANS = [*SESSIONS, planned(90, "stories"), planned(60, "activity"), planned(45, "quotes")]


@cache
def made(plan: Plan) -> tuple[Slide, ...]:
    """The slides of a plan of the small library."""
    return slides(plan, small(), PrintOptions())


@cache
def pages(plan: Plan) -> bytes:
    """slides.pdf of a plan."""
    return render(html_for("slides", plan, small(), PrintOptions()))


def blocks(plan: Plan) -> tuple[Block, ...]:
    """The guide's blocks of a plan."""
    found = guide_model(plan, small(), PrintOptions())["blocks"]
    assert isinstance(found, tuple)
    return found


def squeezed(text: str) -> str:
    """A text without its white space, which line breaks may move."""
    return "".join(text.split())


def seen(plan: Plan) -> str:
    """Every word that is shown."""
    return " ".join(part for slide in made(plan) for part in (slide.title, *slide.lines, *slide.small, slide.label))


def test_every_slide_is_sixteen_to_nine() -> None:
    """13.333 by 7.5 inches, a page a slide."""
    found = sizes(pages(PLANS[0]))

    assert len(found) == len(made(PLANS[0]))
    assert all(abs(width - WIDTH) < 0.1 and abs(height - HEIGHT) < 0.1 for width, height in found)


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_what_people_are_asked_stands_on_a_slide(plan: Plan) -> None:
    """Each question in the form in which the plan asks it, each quote with its author, each story by its title."""
    titles, shown = {slide.title for slide in made(plan)}, seen(plan)

    for block in blocks(plan):
        assert {asked.ask for asked in block.asked} <= titles
        assert {quote.words for quote in block.quotes} <= titles
        assert {story.title for story in block.stories} <= titles
        assert all(quote.author in shown for quote in block.quotes)
        assert all(rule in shown for exercise in block.exercises for rule in exercise.hold_to)


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_slides_keep_the_facilitators_secrets(plan: Plan) -> None:
    """No takeaway, no line to say or to listen for and no follow-up is shown."""
    shown, stretches = seen(plan), course(plan, small())
    secret = [story.takeaway.text for story in small().all(Story)]
    for stretch in stretches:
        secret += [line for line in spoken(stretch, plan) if stretch.role != "rules" and line != plan.promise]
        secret += [line for _, question in stretch.questions for line in question.follow_ups]
        secret += [question.listen_for for _, question in stretch.questions if question.listen_for]

    assert not [line for line in secret if line in shown]


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_titles_tell_slides_apart(plan: Plan) -> None:
    """No two slides have the same title, so that an outline or a screen reader can name each."""
    assert not [title for title, count in Counter(slide.title for slide in made(plan)).items() if count > 1]


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_the_notes_are_the_guides_own_lines(plan: Plan) -> None:
    """Whatever the guide says in the words of a facilitator stands beside a slide, in the same order."""
    notes = [note for slide in made(plan) for note in slide.notes]

    for block in blocks(plan):
        lines = [
            say("slides.notes.line", cue=say("guide.cues.say"), text=line) for line in (*block.say, *block.promises)
        ]
        lines += [say("slides.notes.line", cue=say("guide.cues.do"), text=line) for line in block.do]
        lines += [say("slides.notes.line", cue=say("guide.cues.ask"), text=asked.ask) for asked in block.asked]
        assert set(lines) <= set(notes)
        told = " ".join(notes)
        assert all(step.text in told for exercise in block.exercises for step in exercise.steps)
        assert all(line in told for asked in block.asked for line in (*asked.follow_ups, asked.listen_for))
        assert all(part in told for story in block.stories for part in story.paragraphs)
        assert all(story.takeaway in told for story in block.takeaways)


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_type_can_be_read_from_the_back_row(plan: Plan) -> None:
    """Prompts and lists are set in 28 points or more, questions in 40 or more."""
    for slide in made(plan):
        page = fitted(slide)
        assert page.title >= (40 if slide.look == "prompt" else LEAST)
        assert page.lines >= LEAST or not slide.lines


def test_steps_follow_each_other_in_one_size() -> None:
    """The size of an activity's steps does not jump from slide to slide; another activity has its own."""
    short, long = (
        Slide("list", "A", lines=("Look.",), first=2),
        Slide("list", "A", lines=("Look twice. " * 20,), first=1),
    )
    other = replace(short, first=1)

    first, second, third = alike([fitted(long), fitted(short), fitted(other)])

    assert first.lines == second.lines == fitted(long).lines < third.lines == fitted(other).lines


@pytest.mark.parametrize("plan", PLANS, ids=name_of)
def test_nothing_is_lost_clipped_or_printed_over(plan: Plan) -> None:
    """Every word of a slide is on its page, inside its edges, and no two lines of words lie on each other."""
    for slide, page, words in zip(made(plan), boxes(pages(plan)), texts(pages(plan)), strict=True):
        for text in (slide.title, *slide.lines, *slide.small, slide.label):
            assert squeezed(text) in squeezed(words)
        assert all(box.inside(15, 8, WIDTH - 30, HEIGHT - 12) for box in page if box.text)
        clashes = [
            (one.text, other.text)
            for at, one in enumerate(page)
            for other in page[at + 1 :]
            if min(one.bottom, other.bottom) - max(one.top, other.top) > 2.5
            and min(one.right, other.right) - max(one.left, other.left) > 1.5
        ]
        assert not clashes


def test_the_longest_quote_fits_its_slide() -> None:
    """Seven hundred characters are set smaller and stay inside."""
    plan = next(plan for plan in PLANS if any(slide.look == "quote" for slide in made(plan)))
    quote = next(slide for slide in made(plan) if slide.look == "quote")

    assert fitted(replace(quote, title="“" + "Well, " * 116 + "no.”")).title == LEAST


def test_a_list_is_cut_where_it_would_get_small() -> None:
    """Lines keep their order and are shared out evenly over as few slides as hold them."""
    lines = [f"{number} " + "some words to be read " * 5 for number in range(7)]
    cut = packed(lines)

    assert [line for part in cut for line in part] == lines
    assert len(cut) > 1
    assert max(map(len, cut)) - min(map(len, cut)) <= 1
    assert packed(lines[:1]) == (tuple(lines[:1]),)


def test_slides_are_tagged_and_their_headings_skip_no_level() -> None:
    """Language, title and bookmarks are there; the title is the one h1, every other slide has an h2."""
    html = html_for("slides", PLANS[0], small(), PrintOptions(logo=LOGO))
    levels = [int(html[at + 2]) for at in range(len(html)) if html.startswith(("<h1 ", "<h2 "), at)]

    assert levels == [1] + [2] * (len(made(PLANS[0])) - 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    with pikepdf.open(BytesIO(pages(PLANS[0]))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert PLANS[0].title in str(pdf.docinfo["/Title"])
        assert pdf.Root.Outlines.Count
    assert say("slides.logo", organisation="Huddlekit") in html


def test_the_house_says_what_it_stands_for() -> None:
    """Values of the brand stand on a slide of their own after the title; without any there is none."""
    values = ("Courage", "Care", "Candour")
    shown = slides(PLANS[0], small(), PrintOptions(brand=Brand(values=values)))

    assert shown[1].title == say("slides.values")
    assert shown[1].lines == values
    assert say("slides.values") not in seen(PLANS[0])


def test_the_action_round_and_the_way_are_on_the_slides() -> None:
    """One thing with a day is asked for, and the bar at the foot grows from nothing to the whole session."""
    shown = made(planned(60))
    actions = next(slide for slide in shown if slide.title == say("slides.actions.title"))
    ways = [slide.course for slide in shown]

    assert list(actions.lines) == list(look_up("slides.actions.lines"))
    assert ways == sorted(ways)
    assert ways[0][0] == 0
    assert all(begins < ends <= 1000 for begins, ends in ways)


def test_the_same_plan_shows_the_same_bytes() -> None:
    """Built again, the slides are the same to the last byte."""
    assert render(html_for("slides", PLANS[0], small(), PrintOptions())) == pages(PLANS[0])


@pytest.mark.parametrize(("minutes", "shown"), [(10, False), (15, False), (20, True), (60, True)])
def test_only_longer_plans_call_for_slides(minutes: int, shown: bool) -> None:
    """A huddle has its sheet; nobody starts a projector for ten minutes."""
    assert ("slides" in planned(minutes).documents) is shown
