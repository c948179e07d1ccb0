"""worksheets.pdf: every kind of sheet draws, on one page each, with room to write and tags to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.compose.plan import Bounds, Item, Plan, Request, Segment
from generator.library.library import Library
from generator.library.load import read_library
from generator.library.models import Activity, Form, Material, Story
from generator.library.worksheets import Map
from generator.paper.card_layout import edition
from generator.paper.cut_lines import cut_lines
from generator.paper.documents import html_for
from generator.paper.engine import render
from generator.paper.job import Paper, PrintOptions
from generator.paper.leaf import Leaf
from generator.paper.leaves import leaves
from generator.paper.map_drawing import map_drawing
from generator.paper.pictures import page_count, pictures
from generator.paper.sentences import breaths, sentences
from generator.strings import say
from tests.printed import boxes, sizes, texts

PAPERS: tuple[Paper, ...] = ("a4", "letter")
SHEETS: dict[str, dict[str, Any]] = {
    "scale": {
        "statements": ("Alpha matters to me.", "Beta works.", "Gamma will change."),
        "low": 1,
        "high": 10,
        "low_label": "Not at all",
        "high_label": "Entirely",
        "reported": "Last quarter’s figure",
    },
    "ranked-list": {"lines": 10, "of": "Customer or group", "compare": True},
    "comparison": {"rows": 8, "columns": ("We guessed", "They said", "Right, wrong or new")},
    "table": {"columns": ("Step", "Whose hands", "Days"), "rows": ("First call",), "empty_rows": 5},
    "prompts": {"prompts": ("What I saw", "What I do by Friday"), "lines": 3},
    "map": {"centre": "My work", "rings": ("Uses it next", "Stands at the far end")},
    "log": {},
}


@cache
def real_library() -> Library:
    """The library of this repository."""
    return read_library([Path(__file__).parents[1]]).library


def activity(kind: str, **more: Any) -> Activity:
    """An activity with a worksheet of a kind."""
    return Activity.model_validate(
        {
            "id": f"activities/{kind}",
            "title": f"Doing {kind}",
            "purpose": "To see it drawn.",
            "minutes": {"least": 5, "most": 5},
            "group": {"least": 2, "most": 40},
            "steps": ({"do": "Fill it in.", "minutes": 5},),
            "worksheet": {"type": kind, "title": f"Sheet {kind}", **SHEETS[kind], **more},
            "debrief": {"what": ("What?",), "so_what": ("So?",), "now_what": ("Now?",)},
            "remote": "Share a screen.",
        }
    )


def plan_of(*entries: str, group: int = 12, minutes: int = 60, setting: str = "training") -> Plan:
    """A plan with these entries and an evaluation."""
    request = Request(setting, minutes, "mixed", "both", group, "combined", seed="test")
    items = tuple(Item(id, 1) for id in entries)
    talk = Segment("activity", "activity", "Do", 0, minutes - 3, Bounds(0, 57, 240), "circle", items)
    end = Segment("evaluation", "evaluation", "Evaluation", minutes - 3, 3, Bounds(0, 3, 5), "alone")
    return Plan(request, "A plan for a test", "Room to write.", (talk, end), ("guide", "handout", "worksheets"))


def alone(*kinds: str, **more: Any) -> tuple[Plan, Library]:
    """A plan of one activity a kind, in a library without forms."""
    made = [activity(kind, **more) for kind in kinds]
    return plan_of(*(each.id for each in made)), replace(real_library(), entries={each.id: each for each in made})


def printed(plan: Plan, library: Library, paper: Paper = "a4") -> bytes:
    """The worksheets of a plan."""
    return render(html_for("worksheets", plan, library, PrintOptions(paper=paper)))


@cache
def everything(paper: Paper) -> tuple[tuple[Leaf, ...], bytes]:
    """The sheets of all activities, stories and forms there are, and their print."""
    library = real_library()
    ids = [entry.id for kind in (Activity, Story) for entry in library.all(kind)]
    plan = plan_of(*ids, setting="leadership")
    return leaves(plan, library, PrintOptions(paper=paper)), printed(plan, library, paper)


def headings(pdf: bytes) -> Iterator[tuple[str, int]]:
    """The bookmarks of a document: title and number of the page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(document.pages)}
        for item in document.open_outline().root:
            target: Any = item.destination
            yield str(item.title), pages[target[0].objgen]


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_kind_of_worksheet_draws(kind: str, paper: Paper) -> None:
    """Each kind is printed with its title, and what it asks for stands on the page."""
    pdf = printed(*alone(kind), paper)
    words = texts(pdf)[0]
    assert f"Sheet {kind}" in words
    asked = SHEETS[kind]
    for part in (*asked.get("statements", ()), *asked.get("columns", ()), *asked.get("prompts", ())):
        assert part in words
    assert page_count(pdf) == {"scale": 3, "ranked-list": 2}.get(kind, 1)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_real_sheet_fills_one_page(paper: Paper) -> None:
    """No sheet of the library runs over onto a second page, none shares its page, and each has a bookmark."""
    found, pdf = everything(paper)
    assert page_count(pdf) == len(found)
    titles = [leaf.sheet.statements[0] if leaf.macro == "sign" else leaf.title for leaf in found]  # type: ignore[attr-defined]
    assert list(headings(pdf)) == [(title, page) for page, title in enumerate(titles)]


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_overprinted(paper: Paper) -> None:
    """No line of any real sheet runs into another or off the page."""
    _, pdf = everything(paper)
    for number, (page, (width, height)) in enumerate(zip(boxes(pdf), sizes(pdf), strict=True)):
        for n, box in enumerate(page):
            assert box.inside(4, 4, width - 8, height - 8), (number, box)
            assert not any(box.touches(other) for other in page[n + 1 :]), (number, box)


@pytest.mark.parametrize("group", [3, 12, 24, 40])
def test_the_tally_has_a_row_for_each_scorer(group: int) -> None:
    """Scorers are counted, not named; mean, lowest, highest, spread, the reported figure and the gap come below."""
    _, library = alone("scale")
    plan = plan_of("activities/scale", group=group)
    html = html_for("worksheets", plan, library, PrintOptions())
    tally = html[html.index("ws-tally") :]
    heads = re.findall(r'<th scope="row"[^>]*>([^<]*)</th>', tally[tally.index("<tbody>") : tally.index("</tbody>")])
    assert heads[:group] == [str(number) for number in range(1, group + 1)]
    assert heads[group:][:3] == ["Mean", "Lowest", "Highest"]
    assert heads[group:][3:] == ["Spread (highest less lowest)", "Last quarter’s figure", say("worksheets.tally.gap")]
    assert page_count(render(html)) == (3 if group <= 24 else 4)


def test_score_cards_show_every_number_large() -> None:
    """Each number from low to high is a card of its own, an inch high, and 6 and 9 are told apart."""
    pdf = printed(*alone("scale"))
    numbers = {box.text: box for box in boxes(pdf)[1] if box.text.isdigit()}
    assert set(numbers) == {str(number) for number in range(1, 11)}
    assert all(box.bottom - box.top > 20 for box in numbers.values())
    html = html_for("worksheets", *alone("scale"), PrintOptions())
    assert html.count("turned") == 2 + html[: html.index("</style>")].count("turned")


def test_a_scale_from_nought_to_ten_fits_one_sheet() -> None:
    """Eleven score cards are cut from one sheet, and a label too long for a card is left to the statements."""
    long = "They would go anywhere else at once, and would tell everybody why, too"
    pdf = printed(*alone("scale", low=0, low_label=long))
    assert page_count(pdf) == 3
    assert {box.text for box in boxes(pdf)[1] if box.text.isdigit()} == {str(number) for number in range(11)}
    assert long not in texts(pdf)[1]
    assert long in texts(pdf)[0]


def test_a_single_statement_is_for_the_wall() -> None:
    """One statement is printed large across a page, however long it is, with what the ends mean."""
    for words in ("How are we doing?", "How well do we serve the people at the far end of the line? " * 3):
        pdf = printed(*alone("scale", statements=(words.strip(),)))
        assert page_count(pdf) == 3
        assert "Entirely" in texts(pdf)[0]
        assert sizes(pdf)[0][0] > sizes(pdf)[0][1]


def test_the_log_has_room() -> None:
    """The log lies across the page: six columns, and rows of 15 mm or more."""
    plan, library = alone("log")
    pdf = printed(plan, library)
    ((width, height),) = sizes(pdf)
    assert width > height
    (leaf,) = leaves(plan, library, PrintOptions())
    assert leaf.row >= 15
    assert "Two ways round it" in texts(pdf)[0]
    assert html_for("worksheets", plan, library, PrintOptions()).count('<th scope="col"') == 6


def test_a_ranked_list_is_laid_side_by_side() -> None:
    """The comparison grid has a column for each person, and strokes instead where there are too many."""
    _, library = alone("ranked-list")
    few = leaves(plan_of("activities/ranked-list", group=8), library, PrintOptions())[1]
    many = leaves(plan_of("activities/ranked-list", group=30), library, PrintOptions())[1]
    assert few.columns == tuple("12345678")
    assert many.columns == ()
    assert say("worksheets.compare.strokes") in texts(printed(plan_of("activities/ranked-list", group=30), library))[1]


def test_a_sheet_says_for_whom_it_is() -> None:
    """Sheets for persons are counted with two to spare, sheets for tables by table or as the activity says."""
    plan, library = alone("ranked-list")
    assert "FOR EACH PERSON: PRINT 14" in texts(printed(plan, library))[0].upper()
    plan, library = alone("table", **{"for": "table"})
    assert "FOR EACH TABLE: PRINT 3" in texts(printed(plan, library))[0].upper()
    two = activity("table", **{"for": "table"}).model_copy(
        update={"materials": (Material(item="Sheet: Sheet table", per="table", count=2),)}
    )
    library = replace(library, entries={two.id: two})
    assert "FOR EACH TABLE: PRINT 6" in texts(printed(plan, library))[0].upper()


def test_a_sheet_of_the_handout_says_that_it_is_there() -> None:
    """A person's sheet lies in the handout as well; a list that is laid beside others does not."""
    for kind, use in (("table", "handout"), ("prompts", "handout"), ("ranked-list", "room")):
        plan, library = alone(kind)
        assert leaves(plan, library, PrintOptions())[0].use == use
        held = "Sheet " + kind in " ".join(texts(render(html_for("handout", plan, library, PrintOptions()))))
        assert held == (use == "handout")
        assert ("ALSO IN THE HANDOUT" in texts(printed(plan, library))[0].upper()) == held


def test_sheets_for_the_room_come_before_those_for_later() -> None:
    """What is used in the session is counted and comes first; what is for afterwards is not counted."""
    found = [leaf for leaf in leaves(plan_of(setting="leadership"), real_library(), PrintOptions())]
    uses = [leaf.use for leaf in found if leaf.macro in ("form", "pocket")]
    assert uses == sorted(uses, key=("room", "later").index)
    assert {"room", "later"} <= set(uses)
    words = " ".join(texts(printed(plan_of(setting="leadership"), real_library()))).upper()
    assert say("worksheets.later.person").upper() in words


def test_stories_are_printed_for_their_readers() -> None:
    """Two stories or more get a sheet each, in 14 points, without what their tellers drew from them."""
    library = real_library()
    stories = list(library.all(Story))[:3]
    plan = plan_of(*(story.id for story in stories))
    only = replace(library, entries={story.id: story for story in stories})
    words = texts(printed(plan, only))
    assert len(words) == 3
    for page, story in zip(words, stories, strict=True):
        assert story.title in page
        squeezed = "".join(page.split())
        assert all("".join(sentence.split()) in squeezed for sentence in sentences(story.text))
        assert "".join(story.takeaway.text.split()) not in squeezed
    assert leaves(plan_of(stories[0].id), only, PrintOptions()) == ()


def test_forms_come_where_they_fit() -> None:
    """A pocket card is for settings that want it; a huddle gets no forms; letters stay in the guide."""
    library = real_library()
    walk, meeting, huddle = (
        leaves(plan_of(setting=setting, minutes=minutes), library, PrintOptions())
        for setting, minutes in (("leadership", 60), ("staff-meeting", 60), ("training", 15))
    )
    assert [leaf.macro for leaf in walk].count("pocket") == 1
    assert "pocket" not in [leaf.macro for leaf in meeting]
    assert "evaluated" in [leaf.macro for leaf in meeting]
    assert "form" in [leaf.macro for leaf in meeting]
    assert "form" not in [leaf.macro for leaf in huddle]
    letters = [form for form in library.all(Form) if all(field.type == "text" for field in form.fields)]
    assert letters
    assert not {form.title for form in letters} & {leaf.title for leaf in (*walk, *meeting)}


def test_headings_of_tables_are_tagged() -> None:
    """Every table heading says whether it heads a row or a column, and the document is tagged with its language."""
    _, pdf = everything("a4")
    library = real_library()
    plan = plan_of(*(entry.id for entry in library.all(Activity)))
    html = html_for("worksheets", plan, library, PrintOptions())
    assert not re.findall(r"<th(?! scope=)[ >]", html)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en"
        assert "/StructTreeRoot" in document.Root


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("rings", [1, 2, 3, 4])
def test_nodes_of_a_map_keep_apart(rings: int, large: bool) -> None:
    """No node of a map covers another, its centre or the edge, and the drawing says what it shows."""
    sheet = Map(type="map", title="Map", centre="My work & yours", rings=tuple(f"Ring {n}" for n in range(rings)))
    svg = str(map_drawing(sheet, large))
    assert "<title>" in svg
    assert "My work &amp; yours" in svg
    numbers = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx', svg)
    nodes = [tuple(float(number) for number in node) for node in numbers]
    assert len(nodes) > 5
    for x, y, width, height in nodes:
        assert 0 <= x <= 172 - width
        assert 0 <= y <= 206 - height
    for (x, y, width, height), (left, top, wide, high) in combinations(nodes, 2):
        assert (
            abs(x + width / 2 - left - wide / 2) > (width + wide) / 2
            or abs(y + height / 2 - top - high / 2) > (height + high) / 2
        )


def test_text_of_sheets_is_text() -> None:
    """Markup in a worksheet is printed, not obeyed."""
    plan, library = alone("map", centre="<script>x</script>", rings=("{{ 1 }}",))
    html = html_for("worksheets", plan, library, PrintOptions())
    assert "<script>" not in html
    assert "{{ 1 }}" in html


def test_cut_lines_run_over_the_whole_sheet() -> None:
    """Every cut is drawn from edge to edge, and only a fold is dashed."""
    import base64

    grid = edition("cards-fold", "a4").grid
    svg = base64.b64decode(cut_lines(grid, fold=True).partition(",")[2]).decode()
    lines = re.findall(r'x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"', svg)
    assert len(lines) == 3 + 5
    for x1, y1, x2, y2 in (tuple(map(float, line)) for line in lines):
        assert (x1, x2, y1, y2)[:2] == (x1, x1) or (y1, y2) == (y1, y1)
        assert abs(x2 - x1) in (0, 210)
        assert abs(y2 - y1) in (0, 297)
    assert svg.count("stroke-dasharray") == 1


def test_sentences_end_where_speakers_breathe() -> None:
    """Abbreviations, initials and speech in the middle end no sentence; short sentences share a line."""
    text = "Mr. Bean of L. L. Bean stops. “Who waits?” he asks. She waits. It rains!"
    assert sentences(text) == ("Mr. Bean of L. L. Bean stops.", "“Who waits?” he asks.", "She waits.", "It rains!")
    long = "A long line follows here and goes on for a while, and further, and on."
    assert breaths(f"It rains. She waits. {long}") == (("It rains.", "She waits."), (long,))


def test_pictures_are_pngs_of_the_width_asked_for() -> None:
    """Page pictures have the width asked for, the same bytes every time, and no more pages than wanted."""
    pdf = printed(*alone("scale"))
    first = pictures(pdf, 320)
    assert len(first) == page_count(pdf) == 3
    assert first == pictures(pdf, 320)
    assert len(pictures(pdf, 320, most=2)) == 2
    for picture in first:
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20], "big") == 320
