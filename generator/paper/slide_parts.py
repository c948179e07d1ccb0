"""What people see in each segment: no line of the person who leads, and nothing that gives a story's point away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.library.models import Quote, Story, StorySet
from generator.paper import slide_notes as notes
from generator.paper.headings import ground_rules, heading
from generator.paper.slide import Slide
from generator.paper.slide_activities import activities, rounds
from generator.paper.slide_segment import Shown, listed
from generator.paper.slide_size import LEAST
from generator.paper.wording import asked, quotation, told
from generator.strings import look_up, say
from generator.templates import clock


def shown(of: Shown) -> list[Slide]:
    """The slides of one segment; none where there is nothing to see."""
    kind, role = of.stretch.segment.kind, of.stretch.role
    if kind in _ALONE:
        return [*(_quotes(of) if kind == "close" else ()), *_ALONE[kind](of)]
    found = [*_quotes(of), *_stories(of), *_questions(of), *_noticing(of), *activities(of), *rounds(of)]
    if of.stretch.by_hand and len(of.stretch.quotes) > 1:
        return [_statement(of, heading(of.stretch)), *found]
    prompts = look_up("slides.prompts")
    return found or [_statement(of, heading(of.stretch) if of.stretch.by_hand else prompts.get(role, of.label))]


def _statement(of: Shown, title: str) -> Slide:
    label = "" if title == of.label else of.label
    return Slide("prompt", title, label, minutes=of.block.minutes, notes=_takeaways(of))


def _takeaways(of: Shown) -> tuple[str, ...]:
    return notes.of_takeaways(of.block.takeaways)


def _welcome(of: Shown) -> Iterator[Slide]:
    """The title of the kit, what the house stands for, and the ground rules where no segment of its own has them."""
    plan, brand = of.plan, of.options.brand
    length = say("minutes", count=plan.request.minutes)
    yield Slide("cover", plan.title, lines=(plan.promise,), small=(brand.organisation, length))
    if brand.values:
        yield from listed(of, say("slides.values"), brand.values)
    if not any(each.segment.kind == "rules" for each in of.stretches):
        yield from _rules(of)


def _rules(of: Shown) -> Iterator[Slide]:
    title = heading(of.stretch) if of.stretch.role == "rules" else say("handout.promises")
    yield from listed(of, title, ground_rules(of.stretches, of.library), LEAST)


def _break(of: Shown) -> Iterator[Slide]:
    ends, start = of.stretch.segment.ends, of.options.start
    back = [say("slides.back_at", time=clock(ends, start))] if start else []
    yield Slide("turn", of.label, lines=(say("minutes", count=of.block.minutes), *back))


def _actions(of: Shown) -> Iterator[Slide]:
    yield from listed(of, say("slides.actions.title"), tuple(look_up("slides.actions.lines")))


def _evaluation(of: Shown) -> Iterator[Slide]:
    yield Slide("prompt", say("slides.evaluation"), of.label, minutes=of.block.minutes)


def _close(of: Shown) -> Iterator[Slide]:
    days = of.plan.request.follow_up_days
    again = say("slides.thanks.days", days=days) if days else say("slides.thanks.plain")
    yield Slide("turn", say("slides.thanks.title"), lines=(again,))


def _nothing(_: Shown) -> Iterator[Slide]:
    yield from ()


_ALONE = {
    "welcome": _welcome,
    "rules": _rules,
    "break": _break,
    "actions": _actions,
    "evaluation": _evaluation,
    "close": _close,
    "slack": _nothing,
}
"""Kinds of segments that show the same whatever entries they take."""


def _quotes(of: Shown) -> Iterator[Slide]:
    for quote, line in zip(of.stretch.quotes, of.block.quotes, strict=True):
        yield Slide(
            "quote",
            line.words,
            of.label,
            small=_said_by(quote, of.library),
            minutes=of.block.minutes,
            notes=notes.of_quote(line),
        )


def _said_by(quote: Quote, library: Library) -> tuple[str, ...]:
    """The author, then work and year with the translator."""
    author = say(f"poster.author.{quote.status}", name=quotation(quote, library).author)
    translated = say("cards.translated", name=quote.translator) if quote.translator else ""
    published = ", ".join(part for part in (quote.work, quote.year) if part)
    where = " · ".join(part for part in (published, translated) if part)
    return (author, where) if where else (author,)


def _questions(of: Shown) -> Iterator[Slide]:
    for item, question in of.stretch.questions:
        put = asked(item, question)
        yield Slide("prompt", put.ask, of.label, minutes=put.minutes, notes=notes.of_question(put))


def _stories(of: Shown) -> Iterator[Slide]:
    for story in of.stretch.stories:
        by = say(f"worksheets.story.told.{story.told}", by=story.told_by)
        changed = [say("worksheets.story.names_changed")] if story.names_changed else []
        lines = (" ".join([by, *changed]), say("slides.listen"))
        yield Slide(
            "turn", story.title, of.label, lines=lines, minutes=of.block.minutes, notes=notes.of_story(told(story))
        )


def _noticing(of: Shown) -> Iterator[Slide]:
    """What to notice: all of one story, the first of each of several, and what a set of them asks."""
    stories = of.stretch.notice
    if not stories:
        return
    several = len(stories) > 1
    asks = [
        say("slides.about_story", title=story.title, ask=line) if several else line
        for story in stories
        for line in (story.notice[:1] if several else story.notice)
    ]
    asks += [line for entry in _sets(of.plan, of.library, stories) for line in entry.ask]
    first, *more = listed(of, say("handout.notice.title"), tuple(dict.fromkeys(asks)))
    yield replace(first, notes=(*notes.of_notice(of.block.notice), *_takeaways(of)))
    yield from more


def _sets(plan: Plan, library: Library, stories: tuple[Story, ...]) -> Iterator[StorySet]:
    heard = {story.id for story in stories}
    for item in plan.items:
        entry = library.entries[item.entry]
        if isinstance(entry, StorySet) and heard & set(entry.stories):
            yield entry
