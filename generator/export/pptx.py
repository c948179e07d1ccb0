"""slides.pptx: the slides as real text in real placeholders. (The only module that knows python-pptx.)"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.compose.plan import Plan
from generator.export import slide_layouts as shapes
from generator.export import slide_marks as marks
from generator.export.archive import MOMENT, settled
from generator.export.logo import as_png
from generator.export.slide_layouts import BODY, LABEL, LAYOUTS, MINUTES, TITLE, Layout
from generator.export.slide_text import paragraph, run, sized
from generator.library.library import Library
from generator.paper.job import PrintOptions
from generator.paper.slide import Look, Slide
from generator.paper.slides import slides
from generator.strings import say

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide as Page
    from pptx.slide import SlideLayout

FACES = ("Georgia", "Calibri")
"""Of what is spoken and of what is only read. Office machines have them; our own faces cannot be embedded."""
_LOGO = (24, 13, 70, 24)
_UNUSED = ("thumbnail", "extended-properties", "printerSettings")
"""Parts of the template that are about the template."""


def content(plan: Plan, library: Library, options: PrintOptions) -> str:
    """Everything the file is written from, as JSON."""
    brand = options.brand
    made = [asdict(slide) for slide in slides(plan, library, options)]
    colours = {"accent": brand.accent, "second": brand.second}
    facts = {"title": plan.title, "organisation": brand.organisation, "logo": options.logo, **colours}
    return json.dumps({**facts, "slides": made}, ensure_ascii=False)


def write(text: str) -> tuple[bytes, int]:
    """The file, and how many slides it has; the same text gives the same bytes."""
    from pptx import Presentation
    from pptx.util import Emu

    facts = json.loads(text)
    found = [Slide(**{**each, "course": tuple(each["course"])}) for each in facts["slides"]]
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    _dress(deck, facts)
    layouts = _lay_out(deck)
    for number, slide in enumerate(found, start=1):
        _fill(deck.slides.add_slide(layouts[slide.look]), slide, facts, number)
    _describe(deck, facts)
    out = BytesIO()
    deck.save(out)
    return settled(out.getvalue()), len(found)


def _dress(deck: Deck, facts: dict[str, Any]) -> None:
    """Colours and faces of the theme, and the placeholders of the master."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as KINDS

    theme = deck.slide_master.part.part_related_by(KINDS.THEME)
    words = theme.blob.decode()
    accent, second = facts["accent"].lstrip("#"), facts["second"].lstrip("#")
    colours = {"dk1": "1f2429", "lt1": "ffffff", "dk2": accent, "lt2": "f7f2e9", "accent1": accent, "accent2": second}
    quiet = {"accent3": "565d63", "accent4": "b9b2a6", "accent5": "ebe3d5", "accent6": "ddd3c2", "hlink": accent}
    for name, colour in {**colours, **quiet}.items():
        words = re.sub(f"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', words)
    for name, face in zip(("majorFont", "minorFont"), FACES, strict=True):
        words = words.replace(f'<a:{name}><a:latin typeface="Calibri"', f'<a:{name}><a:latin typeface="{face}"')
    theme._blob = words.encode()
    _draw(deck.slide_master, LAYOUTS["list"])


def _lay_out(deck: Deck) -> dict[Look, SlideLayout]:
    """The template's first layouts made ours, the others taken away."""
    ready = list(deck.slide_layouts)
    made = dict(zip(LAYOUTS, ready, strict=False))
    for look, layout in made.items():
        _draw(layout, LAYOUTS[look])
        layout._element.attrib.pop("type", None)
        layout._element.set("preserve", "1")
    for layout in ready[len(made) :]:
        deck.slide_layouts.remove(layout)
    return made


def _draw(sheet: Any, layout: Layout) -> None:
    """Put background, bar and placeholders of a layout on a layout or the master."""
    from pptx.oxml import parse_xml

    common, tree = sheet._element.cSld, sheet.shapes._spTree
    common.set("name", layout.name)
    for old in [*common.findall("{*}bg"), *list(tree)[2:]]:
        old.getparent().remove(old)
    common.insert(0, parse_xml(shapes.ground(layout.ground)))
    drawn = [shapes.placeholder(place, number) for number, place in enumerate(layout.places, start=2)]
    if layout.rule:
        drawn.insert(0, marks.bar(layout.rule, layout.rule_colour, 50, "Line"))
    for each in drawn:
        tree.append(parse_xml(each))


def _fill(page: Page, slide: Slide, facts: dict[str, Any], number: int) -> None:
    """The words of one slide, its place in the session, its notes."""
    words, cover = sized(slide), slide.look == "cover"
    label, minutes = slide.small if cover else (slide.label, _minutes(slide))
    texts = {
        TITLE: [paragraph(words.title)],
        BODY: [paragraph(line) for line in words.body],
        LABEL: [_small(label)] if label else [],
        MINUTES: [_small(minutes)] if minutes else [],
    }
    for place in list(page.placeholders):
        _write_in(place, texts[place.placeholder_format.idx])
    if cover and facts["logo"]:
        _place_logo(page, facts)
    for each in [*marks.feet(slide, facts["title"], number), *marks.way(slide)]:
        _append(page, each)
    page.notes_slide.notes_text_frame.text = "\n".join(slide.notes)  # type: ignore[union-attr]


def _small(text: str) -> str:
    return f"<a:p {shapes.NAMES}>{run(text, 20)}</a:p>"


def _minutes(slide: Slide) -> str:
    return say("minutes", count=slide.minutes) if slide.minutes else ""


def _write_in(place: Any, paragraphs: list[str]) -> None:
    """The paragraphs of a placeholder; an empty one is taken off the slide, so that it asks for no text."""
    from pptx.oxml import parse_xml

    if not paragraphs:
        place._element.getparent().remove(place._element)
        return
    body = place.text_frame._txBody
    for old in body.findall("{*}p"):
        body.remove(old)
    for each in paragraphs:
        body.append(parse_xml(each))


def _append(page: Page, xml: str) -> None:
    from pptx.oxml import parse_xml

    page.shapes._spTree.append(parse_xml(xml))


def _place_logo(page: Page, facts: dict[str, Any]) -> None:
    from pptx.util import Mm

    left, top, width, height = (Mm(each) for each in _LOGO)
    picture = page.shapes.add_picture(BytesIO(as_png(facts["logo"])), left, top)
    scale = min(width / picture.width, height / picture.height)
    picture.width, picture.height = Mm(picture.width.mm * scale), Mm(picture.height.mm * scale)
    picture._element.xpath(".//p:cNvPr")[0].set("descr", say("slides.logo", organisation=facts["organisation"]))


def _describe(deck: Deck, facts: dict[str, Any]) -> None:
    """The properties of the file, without an hour."""
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = facts["title"], facts["organisation"], facts["organisation"]
    about.language, about.created, about.modified, about.revision = "en-GB", MOMENT, MOMENT, 1
    for relations in (deck.part.package._rels, deck.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_UNUSED):
                relations.pop(key)


def versions() -> dict[str, str]:
    """What the bytes depend on besides the text."""
    from pptx import __version__

    return {"python-pptx": __version__}
