"""The files that can be edited: real PowerPoint and Word files, opened again and read."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pptx
import pytest
from docx.document import Document as Word
from pptx.presentation import Presentation as Deck

from generator.compose.plan import Plan
from generator.export.documents import EXPORTS, WRITERS, versions
from generator.export.logo import as_png
from generator.export.word_looks import PARAGRAPHS, RULINGS
from generator.library.brand import Brand
from generator.library.models import Story
from generator.paper.course import course
from generator.paper.guide import guide_model
from generator.paper.handout import handout_pages
from generator.paper.job import PrintOptions
from generator.paper.segments import Block, spoken
from generator.paper.slides import slides
from generator.publish.press import Job, run
from generator.strings import say
from tests.test_print import planned, small

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#b4532a"/></svg>'
LOGO = "data:image/svg+xml;base64," + b64encode(SVG).decode()
BRAND = Brand(organisation="Harbour & Sons", accent="#7a1f3d", second="#8a4b00", values=("Courage",))
OPTIONS = PrintOptions(brand=BRAND, logo=LOGO)
FORMS = [(export.document, export.form) for export in EXPORTS]


def plan() -> Plan:
    """An hour with a quote, questions, a story and an exercise."""
    return planned(60, "combined")


@cache
def text_of(document: str, form: str) -> str:
    """What a file is written from."""
    export = next(each for each in EXPORTS if (each.document, each.form) == (document, form))
    return export.content(plan(), small(), OPTIONS)


@cache
def made(document: str, form: str) -> bytes:
    """A file."""
    return WRITERS[form](text_of(document, form))[0]


@cache
def deck() -> Deck:
    """slides.pptx, opened."""
    return pptx.Presentation(BytesIO(made("slides", "pptx")))


@cache
def word(document: str) -> Word:
    """A Word file, opened."""
    return docx.Document(BytesIO(made(document, "docx")))


def words(found: Word) -> str:
    """Every paragraph of a Word file, those in tables too."""
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *cells])


def paragraphs_in(found: Word, style: str) -> list[str]:
    """The paragraphs of a style."""
    return [each.text for each in found.paragraphs if each.style is not None and each.style.name == style]


def blocks() -> tuple[Block, ...]:
    """The guide's blocks."""
    found = guide_model(plan(), small(), OPTIONS)["blocks"]
    assert isinstance(found, tuple)
    return found


def title_of(page: Any) -> str:
    """The title of a slide."""
    return str(page.shapes.title.text_frame.text)


@pytest.mark.parametrize(("document", "form"), FORMS)
def test_the_same_plan_gives_the_same_bytes(document: str, form: str) -> None:
    """Written again, each file is the same to the last byte, and no part of it knows the hour."""
    assert WRITERS[form](text_of(document, form))[0] == made(document, form)
    with ZipFile(BytesIO(made(document, form))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_every_export_has_a_writer_and_says_what_its_bytes_depend_on() -> None:
    """A form without a writer, or a library without a version, would break or spoil the store."""
    assert {form for _, form in FORMS} == set(WRITERS)
    assert set(versions()) == {"python-pptx", "pandoc", "python-docx"}


def test_the_press_writes_them_within_its_limits() -> None:
    """In child processes that may take only so much memory, pandoc and python-pptx still do their work."""
    jobs = [(document, Job(text_of(document, form), form)) for document, form in FORMS]
    done = {printed.key: printed for printed in run(jobs, 1)}

    assert {document: done[document].content for document, _ in FORMS} == {
        document: made(document, form) for document, form in FORMS
    }
    assert done["slides"].pages == len(deck().slides)


def test_powerpoint_shows_the_slides_of_the_model() -> None:
    """Sixteen to nine, one slide each, titles in the title's own placeholder and unlike each other."""
    shown = slides(plan(), small(), OPTIONS)
    titles = [title_of(page) for page in deck().slides]

    assert deck().slide_width * 9 == deck().slide_height * 16
    assert titles == [slide.title for slide in shown]
    assert len(set(titles)) == len(titles)


def test_words_in_powerpoint_can_be_edited() -> None:
    """Every line is text of a placeholder that its layout knows, and no placeholder is left empty."""
    for slide, page in zip(slides(plan(), small(), OPTIONS), deck().slides, strict=True):
        places = {place.placeholder_format.idx: place for place in page.placeholders}
        known = {place.placeholder_format.idx for place in page.slide_layout.placeholders}
        body = [paragraph.text for paragraph in places[1].text_frame.paragraphs] if 1 in places else []
        expected = slide.small if slide.look == "quote" else slide.lines
        asides = slide.asides or ("",) * len(expected)

        assert set(places) <= known
        assert all(place.text_frame.text for place in places.values())
        assert [text.replace("\u00a0", " ").replace("\u2002", "") for text in body] == [
            f"{line}{aside}" for line, aside in zip(expected, asides, strict=True)
        ]


def test_type_in_powerpoint_can_be_read_from_the_back_row() -> None:
    """Titles and lines are 28 points or more; only labels, sources and minutes are smaller."""
    for page in deck().slides:
        for place in page.placeholders:
            runs = [run for paragraph in place.text_frame.paragraphs for run in paragraph.runs]
            if place.placeholder_format.idx in (0, 1):
                assert runs[0].font.size is not None
                assert runs[0].font.size.pt >= 28


def test_speaker_notes_are_the_guides_lines() -> None:
    """What to say, ask and do stands in the notes; what only the facilitator knows stands nowhere else."""
    for slide, page in zip(slides(plan(), small(), OPTIONS), deck().slides, strict=True):
        assert page.notes_slide.notes_text_frame is not None
        assert page.notes_slide.notes_text_frame.text == "\n".join(slide.notes)
    notes = "\n".join(line for slide in slides(plan(), small(), OPTIONS) for line in slide.notes)
    shown = "\n".join(shape.text_frame.text for page in deck().slides for shape in page.shapes if shape.has_text_frame)
    for block in blocks():
        assert all(line in notes for line in (*block.say, *block.do))
        assert not [line for line in block.do if line in shown]
    assert not [story for story in small().all(Story) if story.takeaway.text in shown]


def test_powerpoint_carries_the_brand() -> None:
    """Colours and faces are those of the theme, so that one change changes all; the logo has its text."""
    with ZipFile(BytesIO(made("slides", "pptx"))) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        assert not [name for name in archive.namelist() if "thumbnail" in name or "printerSettings" in name]
    logo = [shape for shape in deck().slides[0].shapes if shape.shape_type == 13]

    assert '<a:accent1><a:srgbClr val="7a1f3d"/>' in theme
    assert '<a:latin typeface="Georgia"' in theme
    assert [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in logo] == [
        say("slides.logo", organisation="Harbour & Sons")
    ]
    assert deck().core_properties.title == plan().title
    assert deck().core_properties.author == "Harbour & Sons"
    assert deck().core_properties.language == "en-GB"
    assert {layout.name for layout in deck().slide_layouts} >= {page.slide_layout.name for page in deck().slides}


def test_a_logo_is_a_picture_that_powerpoint_can_show() -> None:
    """A drawing becomes a PNG; a PNG stays what it is."""
    png = as_png(LOGO)

    assert png.startswith(b"\x89PNG")
    assert as_png("data:image/png;base64," + b64encode(png).decode()) == png
    assert b64decode(LOGO.split(",")[1]) == SVG


def test_nothing_on_a_slide_stands_outside_it() -> None:
    """Each shape lies within the slide, those of the layouts too."""
    for sheet in (*deck().slides, *deck().slide_layouts):
        for shape in sheet.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck().slide_width + 12_700
            assert shape.top + shape.height <= deck().slide_height + 12_700


def test_the_guide_in_word_has_its_headings() -> None:
    """The kit is the title, parts are first-level headings, segments second-level ones, and no level is skipped."""
    found = word("guide")
    levels = [
        int(name[-1]) for each in found.paragraphs if (name := str(each.style and each.style.name))[:-1] == "Heading "
    ]

    assert paragraphs_in(found, "Title") == [plan().title]
    assert say("guide.run_of_show") in paragraphs_in(found, "Heading 1")
    for block in blocks():
        assert f"{block.number} {block.title}" in paragraphs_in(found, "Heading 2")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_guide_in_word_has_every_line() -> None:
    """Lines to say, ask and do stand in styles of their own, with the word in the margin and a tab behind it."""
    found = word("guide")
    lines = {style: [text.split("\t", 1)[-1] for text in paragraphs_in(found, style)] for style in ("Say", "Ask", "Do")}

    for block in blocks():
        assert {*block.say, *block.promises} <= set(lines["Say"])
        assert {asked.ask for asked in block.asked} <= set(lines["Ask"])
        assert set(block.do) <= set(lines["Do"])
        assert all(part in words(found) for story in block.stories for part in story.paragraphs)
        assert all(story.takeaway in words(found) for story in block.takeaways)
        assert all(line in words(found) for asked in block.asked for line in asked.follow_ups)
    assert any(text.startswith(f"{say('guide.cues.say')}\t") for text in paragraphs_in(found, "Say"))
    assert "\ue000" not in words(found)


def test_the_run_of_show_in_word_adds_up() -> None:
    """A row a segment with its minutes, and the sum below them."""
    table = next(each for each in word("guide").tables if each.style is not None and each.style.name == "Show")
    minutes = [int(row.cells[1].text) for row in table.rows[1:]]

    assert minutes[:-1] == [segment.minutes for segment in plan().segments]
    assert sum(minutes[:-1]) == minutes[-1] == plan().request.minutes


def test_the_handout_in_word_keeps_the_facilitators_secrets() -> None:
    """No takeaway, no line to say or to listen for and no follow-up reaches a participant."""
    shown, stretches = words(word("handout")), course(plan(), small())
    secret = [story.takeaway.text for story in small().all(Story)]
    for stretch in stretches:
        secret += [line for line in spoken(stretch, plan()) if stretch.role != "rules" and line != plan().promise]
        secret += [line for _, question in stretch.questions for line in question.follow_ups]

    assert not [line for line in secret if line in shown]


def test_the_handout_in_word_leaves_room_to_write() -> None:
    """Each question is there with ruled lines behind it, and pages begin where the printed ones do."""
    found = word("handout")
    styles = [str(each.style and each.style.name) for each in found.paragraphs]
    asked = [each.ask for block in blocks() for each in block.asked]
    breaks = [each for each in found.paragraphs if each.paragraph_format.page_break_before]

    assert set(asked) <= set(paragraphs_in(found, "Question"))
    for number, paragraph in enumerate(found.paragraphs):
        if paragraph.text in asked:
            assert styles[number + 1] == "Ruled line"
    assert len(breaks) == len(handout_pages(plan(), small(), OPTIONS)) - 1
    assert "New page" not in styles


def test_every_part_of_the_printed_handout_has_its_form_in_word() -> None:
    """A new part of the handout is written for Word as well."""
    folder = Path(__file__).parents[1] / "generator"
    printed = (folder / "paper" / "templates" / "handout" / "parts.html.jinja").read_text(encoding="utf-8")
    written = (folder / "export" / "templates" / "handout_parts.html.jinja").read_text(encoding="utf-8")
    names = re.compile(r"{% macro (\w+)\(data, row, more\)")

    assert set(names.findall(printed)) <= set(re.findall(r"{% macro (\w+)\(data, part\)", written))


@pytest.mark.parametrize("document", ["guide", "handout"])
def test_word_files_use_our_styles_and_the_brand(document: str) -> None:
    """Every style that is used is one of ours, headings have the brand's colour, pages carry title and number."""
    found = word(document)
    ours = {look.name for look in PARAGRAPHS} | {ruling.name for ruling in RULINGS}
    used = {str(each.style and each.style.name) for each in (*found.paragraphs, *found.tables)}
    section = found.sections[0]

    assert used <= ours
    assert str(found.styles["Heading 1"].font.color.rgb) == "7A1F3D"  # type: ignore[attr-defined]
    assert found.styles["Say"].font.name == "Georgia"  # type: ignore[attr-defined]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    assert plan().title in section.header.paragraphs[0].text
    assert "PAGE" in section.footer._element.xml
    assert found.core_properties.author == "Harbour & Sons"


def test_markup_in_an_entry_is_written_as_text() -> None:
    """What looks like HTML, a macro or an entity is shown in Word and PowerPoint, not obeyed."""
    nasty = "<b>Bold</b> {{ 7 * 7 }} &amp; <img src='file:///etc/passwd'>"
    strange = replace(plan(), title=nasty, promise=nasty)
    for export in EXPORTS:
        file, _ = WRITERS[export.form](export.content(strange, small(), PrintOptions()))
        if export.form == "docx":
            assert words(docx.Document(BytesIO(file))).count(nasty) >= 2
        else:
            assert title_of(pptx.Presentation(BytesIO(file)).slides[0]) == nasty


def test_what_a_file_is_written_from_is_plain_data() -> None:
    """The text is JSON, so that its digest says whether a file must be written again."""
    for document, form in FORMS:
        assert json.loads(text_of(document, form))["title"] == plan().title
