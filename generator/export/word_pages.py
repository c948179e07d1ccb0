"""Guide and handout as plain HTML, from the view models of the printed ones: what the Word files are made from."""

from __future__ import annotations

import json
from pathlib import Path

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.paper.guide import guide_model
from generator.paper.handout import handout_pages
from generator.paper.handout_pages import Part
from generator.paper.job import PrintOptions
from generator.strings import say
from generator.templates import environment

TAB = "\ue000"
"""Where a tab is to stand: white space does not survive the way through HTML."""
_RULED = 8.0
"""Distance of lines to write on, in millimetres."""
_HEADINGS = 0.8
"""Of the room that the printed handout gives to lines; headings and spacing take more in Word."""


def guide_content(plan: Plan, library: Library, options: PrintOptions) -> str:
    """What guide.docx is written from."""
    return _content("guide", plan, options, guide_model(plan, library, options))


def handout_content(plan: Plan, library: Library, options: PrintOptions) -> str:
    """What handout.docx is written from; its pages hold what the printed ones do, so that the guide names both."""
    pages = handout_pages(plan, library, options)
    return _content("handout", plan, options, {"plan": plan, "pages": pages, "values": options.brand.values})


def _content(name: str, plan: Plan, options: PrintOptions, model: dict[str, object]) -> str:
    templates = environment(Path(__file__).parent / "templates", {"room": _room})
    templates.globals["tab"] = TAB
    brand = options.brand
    document = say(f"documents.{name}")
    facts = {
        "title": plan.title,
        "heading": say("word.kind", organisation=plan.title, document=document),
        "organisation": brand.organisation,
        "accent": brand.accent,
        "second": brand.second,
        "footer": say("word.kind", organisation=brand.organisation, document=brand.footer),
        "html": templates.get_template(f"{name}.html.jinja").render(**model),
    }
    return json.dumps(facts, ensure_ascii=False)


def _room(part: Part, lines: int) -> int:
    """How many lines of our height take about the room that the printed page gives to this many."""
    return max(1, round((lines + part.more) * part.row * _HEADINGS / _RULED))
