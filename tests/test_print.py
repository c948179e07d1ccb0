"""Guide, handout and huddle sheet as they come out of the engine: facts of real pages."""

from __future__ import annotations

import logging
import math
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from generator.compose.compose import compose
from generator.compose.plan import Plan
from generator.compose.request import request_for, request_of
from generator.library.brand import Brand
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import KitRecipe, Material, Story
from generator.library.worksheets import LinesField, ScaleField
from generator.paper import engine
from generator.paper.bar import bar
from generator.paper.course import course
from generator.paper.documents import html_for
from generator.paper.engine import PrintError, locked_fetcher, render
from generator.paper.extent import extent
from generator.paper.handout import handout_pages
from generator.paper.handout_pages import Part, page_of, pages
from generator.paper.handout_parts import FormPart
from generator.paper.headings import ground_rules, heading
from generator.paper.job import Paper, PrintOptions
from generator.paper.measure import height, lines, narrowest
from generator.paper.prepare import materials
from generator.paper.room import room, tables_for
from generator.paper.running import run_of_show
from generator.paper.segments import block, other_forms, promises, spoken
from generator.paper.sheet_size import PIN_HEIGHT, pin_size
from generator.paper.sheets import SPARES, in_handout
from generator.paper.typeset import icon
from generator.paper.whole import whole
from generator.paper.wording import told
from generator.strings import say
from tests.conftest import SMALL
from tests.printed import boxes, sizes, texts

PAPERS: tuple[Paper, ...] = ("a4", "letter")
PAGE = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
BUDGET = {30: 6, 60: 10, 90: 14}


@cache
def small() -> Library:
    """The small library of the tests."""
    return read_library([SMALL]).library


@cache
def planned(minutes: int, approach: str = "questions-then-quote", group: int = 8) -> Plan:
    """A plan of the small library."""
    made = compose(request_of(small(), "staff-meeting", minutes, approach=approach, group=group), small())
    assert isinstance(made, Plan), made
    return made


def kits() -> list[Plan]:
    """Every kit of the small library, in every length."""
    library = small()
    made = [
        compose(request_for(kit, length, library), library) for kit in library.all(KitRecipe) for length in kit.minutes
    ]
    return [plan for plan in made if isinstance(plan, Plan)]


@cache
def printed(name: str, plan: Plan, paper: Paper = "a4", start: str | None = None) -> bytes:
    """A document of a plan."""
    return render(html_for(name, plan, small(), PrintOptions(paper=paper, start=start)))


LOGO = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAzIDEiLz4="
"""An empty drawing, three times as wide as high."""
SESSIONS = [plan for plan in kits() if not plan.huddle]
HUDDLES = [plan for plan in kits() if plan.huddle] + [planned(5), planned(10, "quote-then-questions"), planned(15)]


def name_of(plan: Plan) -> str:
    """What a test calls a plan."""
    return f"{plan.request.kit or plan.request.approach}-{plan.request.minutes}"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_every_page_has_the_size_of_its_paper(plan: Plan, paper: Paper) -> None:
    """A4 is A4 and Letter is Letter, on every page."""
    width, height = PAGE[paper]

    for name in ("guide", "handout"):
        assert all(abs(w - width) < 0.2 and abs(h - height) < 0.2 for w, h in sizes(printed(name, plan, paper)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_a_guide_keeps_its_budget_of_pages(plan: Plan, paper: Paper) -> None:
    """At most 6 pages at 30 minutes, 10 at 60, 14 at 90."""
    most = next((pages for minutes, pages in BUDGET.items() if plan.request.minutes <= minutes), 18)

    assert len(sizes(printed("guide", plan, paper))) <= most


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", HUDDLES, ids=name_of)
def test_a_huddle_is_one_sheet_of_two_sides(plan: Plan, paper: Paper) -> None:
    """The script in front, the rest on the back, never a third page."""
    front, back = texts(printed("sheet", plan, paper))

    assert all(segment.title in front for segment in plan.segments)
    assert say("sheet.actions") in back
    assert any(words in back for words in ("Next time", "In 14 days", "In 7 days"))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_huddle_with_a_long_title_beside_a_logo_stays_one_sheet(paper: Paper) -> None:
    """Lines that a title takes more leave the script less room, in smaller type."""
    plan = replace(planned(10), title="One goodbye that somebody remembers, from the first door to the last one")
    brand = Brand(organisation="Northern Light Hospitals and Care Homes")

    assert len(sizes(render(html_for("sheet", plan, small(), PrintOptions(paper=paper, brand=brand, logo=LOGO))))) == 2


def test_titles_break_into_lines_of_about_equal_length() -> None:
    """A text takes as many lines as it must, and none of them is a word alone where it need not be."""
    title, face, width = "An evening for those who give their time", "display-semibold", 170.0

    narrow = narrowest(title, face, 32, width)

    assert lines(title, face, 32, width) == lines(title, face, 32, narrow) == 2
    assert narrow < 0.8 * width
    assert narrowest("Short", face, 32, width) == width


@pytest.mark.parametrize("name", ["guide", "handout"])
def test_pages_are_tagged_and_named(name: str) -> None:
    """Language, title, tags and bookmarks are there, and every picture has a text beside it."""
    with pikepdf.open(BytesIO(printed(name, planned(30)))) as pdf:
        assert pdf.Root.MarkInfo.Marked == "true" or bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en"
        assert planned(30).title in str(pdf.docinfo["/Title"])
        assert pdf.Root.Outlines.Count
        figures = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert all(str(figure.get("/Alt", "")) for figure in figures)


@pytest.mark.parametrize("name", ["guide", "handout"])
def test_headings_never_skip_a_level(name: str) -> None:
    """A screen reader finds its way: after h1 comes h2, after h2 h2 or h3."""
    levels = [
        int(level)
        for level in re.findall(r"<h([1-6])", html_for(name, planned(60, "combined"), small(), PrintOptions()))
    ]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("name", "minutes"), [("guide", 30), ("handout", 30), ("sheet", 10)])
def test_only_our_own_faces_are_used_and_embedded(name: str, minutes: int) -> None:
    """Nothing falls back to a face of the machine it happens to be printed on."""
    with pikepdf.open(BytesIO(printed(name, planned(minutes)))) as pdf:
        described = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item]
        every = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]

        assert described
        assert len(described) == len(every)
        assert all("Huddlekit" in str(item.FontName) for item in every)


@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_the_minutes_are_the_same_everywhere(plan: Plan) -> None:
    """Plan, bar, run of show and page at a glance tell the same times, and they add up to what was asked."""
    stretches = course(plan, small())
    shown = run_of_show(plan, stretches, {each.number: () for each in stretches}, PrintOptions(start="09:00"))

    assert shown.total == plan.request.minutes
    assert [row.minutes for row in shown.rows] == [segment.minutes for segment in plan.segments]
    assert shown.rows[0].clock == "09:00"
    width = bar(plan, PrintOptions().brand).width
    for stripe, segment in zip(shown.bar.stripes, plan.segments, strict=True):
        assert abs(stripe.width - segment.minutes * width / plan.request.minutes) <= 1
    for segment in plan.segments:
        assert f"{segment.title} {say('guide.min', count=segment.minutes)}" in texts(printed("guide", plan))[0]


def test_savings_add_up_and_never_touch_what_must_stay() -> None:
    """What may be given up is listed in order with its sum; action round and close are not on the list."""
    plan = planned(60)
    stretches = course(plan, small())
    short = run_of_show(plan, stretches, {each.number: () for each in stretches}, PrintOptions()).short
    listed = [saving.what for saving in short]

    assert listed
    assert say("guide.give_way.slack", title=plan.segments[-1].title) == listed[0]
    kept = [segment.title for segment in plan.segments if segment.kind in ("actions", "close", "rules", "welcome")]
    assert not any(line.startswith(title) for line in listed for title in kept)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_every_handout_page_that_the_guide_names_is_there(plan: Plan, paper: Paper) -> None:
    """The handout has exactly the pages it was cut into, and each reference finds what it promises."""
    cut = handout_pages(plan, small(), PrintOptions(paper=paper))
    leaves = texts(printed("handout", plan, paper))
    questions = {each.number: each.questions for each in course(plan, small())}

    assert len(leaves) == len(cut)
    for number, page in page_of(cut).items():
        assert say("guide.handout_page", page=page) in " ".join(texts(printed("guide", plan, paper)))
        for item, question in questions[number]:
            asked = question.ask_internal if item.internal and question.ask_internal else question.ask
            assert asked in leaves[page - 1]


@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_the_handout_keeps_the_facilitators_secrets(plan: Plan) -> None:
    """No takeaway, no line to listen for, no follow-up and no line to say reaches a participant."""
    leaves = " ".join(texts(printed("handout", plan)))
    stretches = course(plan, small())
    secret = [story.takeaway.text for story in small().all(Story)]
    secret += [question.listen_for for each in stretches for _, question in each.questions if question.listen_for]
    secret += [line for each in stretches for _, question in each.questions for line in question.follow_ups]
    secret += [line for each in stretches if each.role != "rules" for line in spoken(each, plan)]

    assert not [line for line in secret if line != plan.promise and line in leaves]


def test_what_is_handed_in_has_nothing_on_its_back() -> None:
    """The evaluation is the last page and starts a sheet of its own."""
    plan = planned(60)
    cut = handout_pages(plan, small(), PrintOptions())
    handed_in = [number for number, page in enumerate(cut, start=1) if any(part.own_leaf for part in page)]

    assert handed_in == [len(cut)]
    assert len(cut) % 2 == 1


def test_pages_are_filled_without_running_over() -> None:
    """Whatever its parts, a page never holds more than its height, and what is left goes to the lines."""
    parts = [Part("questions", None, 30.0 + 7 * n, 3, fields=1) for n in range(9)]

    for page in pages(parts, "letter"):
        used = sum(part.fixed + part.row * (part.rows + part.more * part.fields) for part in page)
        assert used <= 247
    assert [part.fixed for page in pages(parts, "a4") for part in page] == [part.fixed for part in parts]


@pytest.mark.parametrize("name", ["guide", "handout"])
def test_nothing_is_printed_over_anything_else(name: str) -> None:
    """No two lines of words lie on each other, and none runs into the footer."""
    for page in boxes(printed(name, planned(60, "combined"), "letter")):
        foot = min((box.top for box in page if box.top > 262), default=280.0)
        words = [box for box in page if box.text and box.top < 262]
        assert not [box for box in words if box.bottom > foot]
        clashes = [
            (one.text, other.text)
            for at, one in enumerate(words)
            for other in words[at + 1 :]
            if min(one.bottom, other.bottom) - max(one.top, other.top) > 1.5
            and min(one.right, other.right) - max(one.left, other.left) > 1.5
        ]
        assert not clashes


@pytest.mark.parametrize(("name", "minutes"), [("sheet", 10), ("guide", 30), ("handout", 30)])
def test_the_same_plan_prints_the_same_bytes(name: str, minutes: int) -> None:
    """Built again, a document is the same to the last byte."""
    plan = planned(minutes)

    assert render(html_for(name, plan, small(), PrintOptions())) == printed(name, plan)


def test_markup_in_an_entry_is_printed_as_text() -> None:
    """What looks like HTML, CSS or Jinja in a story is shown, not obeyed."""
    nasty = '<b>Bold</b> {{ 7 * 7 }} <img src="file:///etc/passwd"> </style><script>x</script>'
    plan = replace(planned(30), title=nasty, promise=nasty)

    for name in ("guide", "handout"):
        words = " ".join(texts(render(html_for(name, plan, small(), PrintOptions()))))
        assert "<b>Bold</b> {{ 7 * 7 }}" in words
        assert "49" not in words.split("Bold", 1)[1][:20]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1/x.png", "https://example.org/x.css", "data:text/html,x"]
)
def test_the_engine_reads_nothing_but_our_own_assets(url: str) -> None:
    """Files outside, the network and data other than pictures are refused, even where the engine would keep silent."""
    refused: list[str] = []

    with pytest.raises(ValueError, match="not one of our assets"):
        locked_fetcher(refused).fetch(url)
    assert refused
    with pytest.raises(PrintError, match="refused"):
        render(f'<html lang="en"><title>x</title><p style="background:url({url})">x</p></html>')


def test_a_link_out_of_the_assets_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A symbolic link among the assets that points elsewhere is refused."""
    secret, assets = tmp_path / "secret.txt", tmp_path / "assets"
    secret.write_text("x")
    assets.mkdir()
    (assets / "link.png").symlink_to(secret)
    (assets / "own.png").write_bytes(b"x")
    monkeypatch.setattr(engine, "ASSETS", assets.resolve())

    assert locked_fetcher([]).fetch((assets / "own.png").as_uri()).read() == b"x"
    with pytest.raises(ValueError, match="not one of our assets"):
        locked_fetcher([]).fetch((assets / "link.png").as_uri())


def test_any_complaint_of_the_engine_stops_the_print() -> None:
    """A property that the engine does not know is a mistake of ours, not something to overlook."""
    with pytest.raises(PrintError, match="writing-mode"):
        render('<html lang="en"><title>x</title><p style="writing-mode: vertical-rl">x</p></html>')
    assert not [handler for handler in logging.getLogger("weasyprint").handlers if handler.level >= logging.WARNING]


def test_things_for_each_person_have_spares() -> None:
    """Materials are counted for the group, with two to spare of whatever each person gets."""
    plan = planned(60, "combined", 12)
    counts = {each.item: each.count for each in materials(plan, course(plan, small()), small())}

    assert counts[say("guide.before.things.handout")] == 12 + SPARES
    assert counts[say("guide.before.things.guide")] == 1
    for stretch in course(plan, small()):
        for _, activity in stretch.activities:
            sheet = activity.worksheet
            held = say("guide.worksheet", title=sheet.title) if sheet and in_handout(sheet, plan) else ""
            assert held not in counts
            assert all(material.item in counts for material in activity.materials if material.item != held)


@pytest.mark.parametrize("people", range(2, 41))
def test_everybody_finds_a_chair_in_the_room(people: int) -> None:
    """The drawing has a chair for each person and one place for the facilitator, all inside the walls and apart."""
    base = planned(60, group=8)
    drawn = room(replace(base, request=replace(base.request, group=people)))

    assert len(drawn.chairs) == people + 1
    assert sum(chair.you for chair in drawn.chairs) == 1
    assert all(24 < chair.x < drawn.width - 24 and 24 < chair.y < drawn.height - 24 for chair in drawn.chairs)
    places = [(chair.x, chair.y) for chair in drawn.chairs]
    assert not [one for one in places for other in places if one != other and math.dist(one, other) < 44]
    assert len(set(places)) == len(places)
    assert people > 12 or len(drawn.tables) <= 1
    assert people <= 12 or len(drawn.tables) == tables_for(people)


def test_the_ground_rules_are_spoken_in_every_plan() -> None:
    """A short plan says them in the welcome, a longer one has a segment for them."""
    front = texts(printed("sheet", planned(10)))[0]

    assert "you may pass" in front
    assert "No names" in front
    guide = " ".join(texts(printed("guide", planned(30))))
    assert "You may pass at any time" in guide


def test_an_invented_story_says_so() -> None:
    """An illustrative scene is marked wherever it is told."""
    library = small()
    invented = [story for story in library.all(Story) if story.told == "illustrative"]
    request = replace(request_of(library, "staff-meeting", 30, approach="stories"), pins=(invented[0].id,))
    plan = compose(request, library)
    assert isinstance(plan, Plan)

    words = " ".join(texts(printed("guide", plan)))
    assert "An invented scene" in words
    assert invented[0].takeaway.text in words


def test_icons_with_a_label_are_read_out_and_others_are_silent() -> None:
    """A label becomes the picture's title; without one there is no picture for a screen reader."""
    assert "<title>Listen &lt;here&gt;</title>" in icon("ear", "Listen <here>")
    assert "<svg" not in icon("ear")


@pytest.mark.parametrize("paper", PAPERS)
def test_short_lines_are_pinned_up_larger(paper: Paper) -> None:
    """The size falls with the length, and whatever is pinned up stays inside its panel."""
    lines = [" ".join(["every word counts"] * times) for times in (1, 4, 8, 14, 24)]
    pinned = [pin_size(line, paper) for line in lines]

    assert pinned == sorted(pinned, reverse=True)
    assert pinned[0] > pinned[-1]
    for line, size in zip(lines, pinned, strict=True):
        assert height(line, "display-regular", size, 140, 1.22) <= PIN_HEIGHT[paper]


@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_what_belongs_together_stands_on_one_page(plan: Plan) -> None:
    """A segment that is kept whole is not broken, and what is said first stands with what follows it."""
    leaves = texts(printed("guide", plan))[2:] if plan.request.minutes > 45 else texts(printed("guide", plan))[1:]
    for stretch in course(plan, small()):
        made = block(stretch, plan, small(), None, ())
        follows = [*(each.words for each in made.quotes[:1]), *(each.ask for each in made.asked[:1])]
        if not made.say or stretch.role == "welcome":
            continue
        home = next(page for page in leaves if made.say[-1] in page)
        assert all(words in home for words in follows)
        if whole(made, extent(plan), "a4"):
            assert all(words in home for words in (*made.do, *made.notice, *made.promises))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", SESSIONS, ids=name_of)
def test_a_guide_ends_on_a_page_worth_turning(plan: Plan, paper: Paper) -> None:
    """The last page is never nearly empty."""
    height = PAGE[paper][1]
    last = boxes(printed("guide", plan, paper))[-1]

    assert max(box.bottom for box in last if box.text and box.bottom < height - 25) > 0.2 * height


def test_of_equal_counts_the_line_with_a_way_without_it_is_kept() -> None:
    """A thing is listed once, with the larger count and with what does instead."""
    plan = planned(60, "combined", 12)
    used = next(each for stretch in course(plan, small()) for _, each in stretch.activities)
    things = (Material(item="Slips", per="person"), Material(item="slips", per="person", or_with_paper="Backs"))
    for order in (things, things[::-1]):
        changed = used.model_copy(update={"materials": (*order, Material(item="Sticky notes", per="person", count=3))})
        library = replace(small(), entries={**small().entries, used.id: changed})
        found = {each.item.casefold(): each for each in materials(plan, course(plan, library), library)}

        assert found["slips"].instead == say("guide.before.or_paper", instead="Backs")
        assert found["sticky notes"].count == 3 * (12 + SPARES)


def test_cards_are_brought_only_where_they_are_used() -> None:
    """Cards that nobody chooses from are there to be taken home."""
    chosen = planned(60, "quotes")
    read = planned(60)
    things = {plan: {each.item for each in materials(plan, course(plan, small()), small())} for plan in (chosen, read)}
    uses = any(stretch.role == "choose-card" for stretch in course(chosen, small()))

    assert (say("guide.before.things.cards") in things[chosen]) == uses
    assert say("guide.before.things.cards_home") in things[read]
    assert say("guide.before.things.cards") not in things[read]


def test_a_single_story_has_no_copies_for_readers() -> None:
    """Readers' copies are listed and mentioned only where they are printed."""
    one, three = (plan for plan in SESSIONS if name_of(plan) in ("kits/long-session-60", "kits/three-told-30"))
    copies = say("guide.before.things.stories")

    assert copies not in {each.item for each in materials(one, course(one, small()), small())}
    assert {each.item: each.count for each in materials(three, course(three, small()), small())}[copies] == 3
    assert say("guide.before.reading_aloud") not in " ".join(texts(printed("guide", one)))
    assert say("guide.before.reading_aloud") in " ".join(texts(printed("guide", three)))


def test_an_activity_without_a_debrief_of_its_own_looks_ahead_only() -> None:
    """Where no time is set aside for looking back, the last round alone is printed, if there is time."""
    plan = planned(60, "combined")
    at = next(n for n, segment in enumerate(plan.segments) if segment.role == "debrief")
    alone = replace(plan, segments=(*plan.segments[:at], *plan.segments[at + 1 :]))
    with_time, without = (
        next(block(each, made, small(), None, ()).rounds for each in course(made, small()) if each.debrief)
        for made in (plan, alone)
    )

    assert [each.name for each in with_time] == [
        say(f"guide.debrief.{name}") for name in ("what", "so_what", "now_what")
    ]
    assert [(each.name, each.note) for each in without] == [(say("guide.debrief.now_what"), say("guide.if_time"))]


def test_a_takeaway_in_our_words_says_so_and_a_quoted_one_is_quoted() -> None:
    """Quotation marks are for words that were said; a name with a note of our own words gets none."""
    story = next(each for each in small().all(Story) if each.takeaway.by.endswith("(in our words)"))
    name = story.takeaway.by.removesuffix(" (in our words)")
    quoted = story.model_copy(
        update={"takeaway": story.takeaway.model_copy(update={"by": name, "source": "https://example.org/"})}
    )

    assert (told(story).takeaway_by, told(story).takeaway) == (f"{name}, in our words", story.takeaway.text)
    assert (told(quoted).takeaway_by, told(quoted).takeaway) == (f"{name} took from it", f"“{story.takeaway.text}”")


@pytest.mark.parametrize(("minutes", "most"), [(30, 3), (60, 5), (90, 6)])
def test_a_short_session_is_evaluated_in_few_statements(minutes: int, most: int) -> None:
    """Three statements in half an hour, five in an hour, all of them in more."""
    plan = planned(minutes)
    if not any(segment.kind == "evaluation" for segment in plan.segments):
        plan = replace(
            plan, segments=(*plan.segments, replace(planned(60).segments[-1], role="evaluation", kind="evaluation"))
        )
    forms = [
        part.data for page in handout_pages(plan, small(), PrintOptions()) for part in page if part.macro == "form"
    ]
    (form,) = forms
    assert isinstance(form, FormPart)

    assert sum(isinstance(field, ScaleField) for field in form.fields) == most
    assert any(isinstance(field, LinesField) for field in form.fields)


def test_headings_of_the_handout_say_what_happens() -> None:
    """The name of an activity stands where the course of a session has only its part in it."""
    plan = planned(60, "combined")
    stretches = course(plan, small())
    named = {each.role: heading(each) for each in stretches}
    activity = next(each for stretch in stretches for _, each in stretch.activities)

    assert named["activity"] == activity.title
    assert say("segments.recall.title") not in named.values()
    mine = replace(stretches[0], segment=replace(stretches[0].segment, title="A title of my own"))
    assert heading(mine) == "A title of my own"


def test_rules_of_a_trainers_own_are_printed_instead_of_ours() -> None:
    """A kit's own promises go on the handout, unless they point to those that stand there."""
    stretches = course(planned(30), small())
    for words, ours in (("We stop on time.", False), ("The promises are on your handout.", True)):
        own = tuple(
            replace(each, segment=replace(each.segment, say=(words,))) if each.role == "rules" else each
            for each in stretches
        )
        assert (ground_rules(own, small()) == promises(small())) == ours
        assert ours or ground_rules(own, small()) == (words,)


def test_a_small_group_is_not_told_how_large_ones_do_it() -> None:
    """Notes for large groups are printed for more than twelve people only."""
    for group, there in ((12, False), (13, True)):
        plan = planned(60, group=group)
        notes = [forms.large for each in course(plan, small()) if (forms := other_forms(each, plan))]
        assert any(notes) == there


def test_every_segment_has_its_number_in_the_bar() -> None:
    """Narrow segments carry a smaller number."""
    plan = planned(60)
    drawn = bar(plan, PrintOptions().brand)

    assert [stripe.label for stripe in drawn.stripes] == [str(n + 1) for n in range(len(plan.segments))]
    for stripe in drawn.stripes:
        assert len(stripe.label) * stripe.size * 0.62 <= stripe.width


KIDS = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/TR": {"/TH", "/TD"},
}


def misplaced(element: pikepdf.Dictionary) -> list[tuple[str, str]]:
    """Tags that stand in a list or table where a reader does not expect them."""
    inside = element.get("/K", pikepdf.Array())
    kids = [
        kid
        for kid in (inside if isinstance(inside, pikepdf.Array) else [inside])
        if isinstance(kid, pikepdf.Dictionary)
    ]
    tagged = [kid for kid in kids if "/S" in kid]
    allowed = KIDS.get(str(element.get("/S", "")))
    wrong = [(str(element.S), str(kid.S)) for kid in tagged if allowed and str(kid.S) not in allowed]
    return wrong + [found for kid in tagged for found in misplaced(kid)]


@pytest.mark.parametrize(("name", "minutes"), [("sheet", 10), ("guide", 30), ("guide", 60), ("handout", 60)])
def test_lists_and_tables_are_tagged_as_such(name: str, minutes: int) -> None:
    """Lists hold items and tables rows and cells, with nothing between them."""
    with pikepdf.open(BytesIO(printed(name, planned(minutes)))) as pdf:
        assert misplaced(pdf.Root.StructTreeRoot.K[0]) == []


@pytest.mark.parametrize("name", ["guide", "handout"])
def test_large_print_is_larger_and_still_whole(name: str) -> None:
    """The large edition takes more pages and has every word of the other, but the licence at its foot."""
    plan, options = planned(60), PrintOptions()
    usual, large = printed(name, plan), printed(f"{name}-large", plan)

    def words(pdf: bytes) -> set[str]:
        return set(re.findall(r"[a-z]{4,}", " ".join(texts(pdf)).lower()))

    assert len(sizes(large)) > len(sizes(usual))
    assert words(usual) - words(large) <= set(
        re.findall("[a-z]+", f"{options.brand.footer} segment clock comes".lower())
    )
