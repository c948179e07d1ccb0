"""The entries as they are authored. The schema is written here, once; checks, JSON Schema and reference follow."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.library.fields import Audience, Flag, Line, Minutes, Model, Ref, Setting, Text, Theme, Url, Whole
from generator.library.worksheets import FormField, Reader, Worksheet

Customer = Literal["external", "internal", "both"]
Step = Literal["check-back", "recall", "see", "reflect", "act"]
Place = Literal["open", "react", "close"]
Approach = Literal[
    "questions-then-quote", "quote-then-questions", "questions", "quotes", "stories", "activity", "combined"
]
SegmentKind = Literal[
    "welcome", "rules", "quote", "questions", "story", "activity", "actions", "close", "evaluation", "break", "slack"
]


class Span(Model):
    """A least and a most, both included."""

    least: Whole
    """The smallest that works."""
    most: Whole
    """The largest that works."""

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if not 0 <= self.least <= self.most:
            raise PydanticCustomError("span", "least ({least}) must not be above most ({most})", self.model_dump())
        return self

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


class Entry(Model):
    """What every entry carries. ``id`` is the path of its file and is never written inside it."""

    kind: ClassVar[str]
    id: str = Field(default="", exclude=True)

    @property
    def slug(self) -> str:
        """The id without its folder: ``tom-peters-employees-come-first``."""
        return self.id.partition("/")[2]

    @property
    def complete(self) -> bool:
        """False while a reviewer still has something to add; such an entry is shown but not used in kits."""
        return True


class Placed(Entry):
    """An entry that a plan can take: it says for whom and about what."""

    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""
    audience: tuple[Audience, ...] = ()
    """For whom it is; left out, for everyone."""
    customer: Customer = "both"
    """Whose service it is about: external customers, internal ones (colleagues), or both."""
    themes: tuple[Theme, ...] = ()
    """What it is about; the first counts most."""

    @property
    def complete(self) -> bool:
        return bool(self.themes)


class Rights(Model):
    """Why a quotation may be printed."""

    basis: Literal["public-domain", "quotation", "own"]
    """public-domain, a short quotation with its source, or the speaker's own gift."""
    territory: Line | None = None
    """Where that holds, for example United States."""


class Quote(Placed):
    """A quotation: exact words, who said them, where they can be seen."""

    kind: ClassVar[str] = "quote"
    text: Annotated[Text, Field(max_length=700)]
    """The exact words, without quotation marks around them."""
    excerpt: Literal["whole", "fragment"] = "whole"
    """fragment when it is cut from a longer sentence."""
    author: Line
    """One name, spelled as in authors.yml."""
    work: Line | None = None
    """Book, article or speech, title only."""
    translator: Line | None = None
    """Who put it into English, for a text from another language."""
    year: Line | None = None
    """When it was said or first printed; 'c. 170' is fine."""
    locator: Line | None = None
    """Chapter, section, page: where in the work."""
    source: Url | None = None
    """An address where the words can be seen."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    """The language of the text."""
    status: Literal["verified", "attributed", "disputed", "own"]
    """verified: seen in the work or a first-hand report. attributed: only at second hand. own: a participant's line."""
    evidence: Text | None = None
    """What was seen, where."""
    note: Text | None = None
    """What a reader should know: an altered form, the occasion."""
    rights: Rights
    """Why it may be printed."""
    plays: tuple[Place, ...] = ()
    """Where it works in a meeting: to open, to react to, to close."""
    ask: tuple[Line, ...] = Field(default=(), max_length=2)
    """One or two questions to put to the group; one of them invites disagreement."""
    use_when: Line | None = None
    """One line on what it opens up in a room."""
    thanks: Line | None = None
    """Who brought it in."""

    @property
    def complete(self) -> bool:
        return bool(self.themes and self.plays and self.ask and self.use_when)

    @model_validator(mode="after")
    def _verified_has_a_place(self) -> Quote:
        if self.status == "verified" and not (self.work and (self.locator or self.source)):
            raise PydanticCustomError("verified_without_source", "verified needs a work and a locator or source", {})
        return self


class Misattribution(Entry):
    """A famous quotation that is wrong, kept so that nobody adds it again. It reaches no kit and no list."""

    kind: ClassVar[str] = "misattribution"
    text: Text
    """The words as they go round."""
    said_to_be_by: Line
    """The name they go round under."""
    what_is_known: Text
    """What is known about where they come from."""
    source: Url
    """An address where that can be read."""
    better: Ref | None = None
    """A verified quotation to use instead."""


class Question(Placed):
    """A question to ask in the room. Open, short, without blame."""

    kind: ClassVar[str] = "question"
    ask: Line
    """The question as it is spoken."""
    ask_internal: Line | None = None
    """The same with a colleague as the customer."""
    step: Step
    """Its place in the arc: recall, see, reflect, act; or check-back, which opens the next meeting."""
    follow_ups: tuple[Line, ...] = ()
    """What to ask next when the room is quiet or stays on the surface."""
    listen_for: Line | None = None
    """What a facilitator should catch in the answers."""
    after: tuple[Ref, ...] = ()
    """Entries it builds on; one of them comes earlier in the plan."""
    raises: tuple[Literal["barriers"], ...] = ()
    """barriers: it brings up what gets in the way."""
    needs: tuple[Literal["time-here"], ...] = ()
    """time-here: only for people who have worked here a while."""
    form: Literal["alone", "pairs", "tables", "circle"] | None = None
    """How people answer, when the group size should not decide."""


class Takeaway(Model):
    """What a teller draws from a story."""

    by: Line
    """Whose words or thought it is."""
    text: Line
    """The lesson, in a sentence or two."""
    source: Url | None = None
    """An address where it can be read."""


class Story(Placed):
    """A story of service, 110 to 200 words, to be read aloud."""

    kind: ClassVar[str] = "story"
    title: Line
    """A few words for the list and the page."""
    told_by: Line
    """Who tells it, or whose account it is retold from."""
    told: Literal["documented", "first-hand", "illustrative"] = Field(alias="kind")
    """documented needs a source, first-hand needs consent; an invented scene is illustrative and says so."""
    source: Url | None = None
    """An address where the account can be read."""
    consent: Line | None = None
    """Who agreed that it be told, and when."""
    names_changed: Flag = False
    """Have names been changed? The page then says so."""
    text: Text
    """The story, 110 to 200 words."""
    takeaway: Takeaway
    """What the teller draws from it; kept for after the noticing."""
    notice: tuple[Line, ...] = Field(min_length=1)
    """Questions that help a group notice, before anyone draws the lesson."""
    service_fault: Flag
    """Was the provider at fault?"""
    year: Line | None = None
    """When it happened."""
    country: Line | None = None
    """Where it happened."""
    trade: Line | None = None
    """In which line of work it happened."""
    care: Text | None = None
    """A note to the facilitator when a story may hurt."""

    @property
    def reading_seconds(self) -> int:
        """Time to read it aloud at 130 words a minute."""
        return -(-len(self.text.split()) * 60 // 130)

    @model_validator(mode="after")
    def _told_as_it_is(self) -> Story:
        if self.told == "documented" and not self.source:
            raise PydanticCustomError("story_without_source", "a documented story needs a source", {})
        if self.told == "first-hand" and not self.consent:
            raise PydanticCustomError("story_without_consent", "a first-hand story needs consent", {})
        words = len(self.text.split())
        if not 110 <= words <= 200:
            message = "text has {words} words; a story has 110 to 200"
            raise PydanticCustomError("story_length", message, {"words": words})
        return self


class StorySet(Placed):
    """Two or three stories that belong together."""

    kind: ClassVar[str] = "story-set"
    title: Line
    """A few words for the list and the page."""
    stories: tuple[Ref, ...] = Field(min_length=2, max_length=3)
    """In the order they are read."""
    what_they_share: Text
    """The thread that runs through them, for the facilitator."""
    ask: tuple[Line, ...] = Field(min_length=1)
    """Questions to put after the last one."""


class Material(Model):
    """One thing to bring: how many for each group, table or person."""

    item: Line
    """What to bring."""
    per: Literal["group", "table", "person"]
    """For whom the count is."""
    count: Whole = 1
    """How many."""
    or_with_paper: Line | None = None
    """How to do without it."""


class ActivityStep(Model):
    """One step: exactly one of do, say, ask, and its minutes."""

    do: Line | None = None
    """What the facilitator does."""
    say: Line | None = None
    """What the facilitator says, word for word."""
    ask: Line | None = None
    """What the facilitator asks, word for word."""
    minutes: Minutes
    """How long it takes."""
    stretch: Flag = False
    """This step takes the minutes between least and most."""

    @model_validator(mode="after")
    def _one_of(self) -> ActivityStep:
        if sum(part is not None for part in (self.do, self.say, self.ask)) != 1:
            raise PydanticCustomError("step", "a step has exactly one of do, say and ask", {})
        return self

    @property
    def line(self) -> tuple[str, str]:
        """The cue (do, say or ask) and its words."""
        return next((cue, text) for cue in ("do", "say", "ask") if (text := getattr(self, cue)) is not None)


class Debrief(Model):
    """Three rounds of questions after an activity."""

    what: tuple[Line, ...] = Field(min_length=1)
    """What happened."""
    so_what: tuple[Line, ...] = Field(min_length=1)
    """What it tells us."""
    now_what: tuple[Line, ...] = Field(min_length=1)
    """What we do about it."""


class Activity(Placed):
    """Something people do together, in the room or between meetings."""

    kind: ClassVar[str] = "activity"
    title: Line
    """A few words for the list and the page."""
    purpose: Line
    """What it is for, in one sentence."""
    where: Literal["room", "between meetings"] = "room"
    """In the room with the group, or as a task until the next meeting."""
    minutes: Span
    """Without the debrief. The steps add up to least; the stretch step takes the rest."""
    group: Span
    """How many people it works for."""
    materials: tuple[Material, ...] = ()
    """What to bring, counted for the group."""
    steps: tuple[ActivityStep, ...] = Field(min_length=1)
    """What happens, in order."""
    hold_to: tuple[Line, ...] = ()
    """Rules printed beside the steps."""
    after: tuple[Ref, ...] = ()
    """Entries it builds on; one of them comes earlier in the plan."""
    worksheet: Worksheet | None = None
    """A sheet that belongs to it."""
    debrief: Debrief
    """Questions to look back with."""
    remote: Line
    """How to do it in a call."""
    raises: tuple[Literal["barriers"], ...] = ()
    """barriers: it brings up what gets in the way."""
    ways: Flag = False
    """Its minutes are spent on ways round barriers."""
    needs: tuple[Literal["time-here"], ...] = ()
    """time-here: only for people who have worked here a while."""

    @model_validator(mode="after")
    def _steps_add_up(self) -> Activity:
        total, stretches = sum(step.minutes for step in self.steps), sum(step.stretch for step in self.steps)
        if total != self.minutes.least:
            raise PydanticCustomError(
                "steps_sum",
                "the steps add up to {total} minutes, but minutes.least is {least}",
                {"total": total, "least": self.minutes.least},
            )
        if stretches != (self.minutes.most > self.minutes.least):
            raise PydanticCustomError("stretch", "exactly one step stretches when most is above least, none else", {})
        return self


class Form(Entry):
    """A sheet that is handed out or sent: evaluation, 30-day check, pocket card, invitation, follow-up note."""

    kind: ClassVar[str] = "form"
    title: Line
    """A few words for the list and the page."""
    when: Literal["before", "during", "end", "after"]
    """When it is handed out or sent."""
    purpose: Line
    """What it is for, in one sentence."""
    reader: Reader = Field(default="person", alias="for")
    """Who gets one: each person, each table, or the facilitator alone."""
    fields: tuple[FormField, ...] = Field(min_length=1)
    """What stands on it, in order."""
    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""


class Guidance(Entry):
    """A tip, a ground rule, or a difficult moment with a line to say."""

    kind: ClassVar[str] = "guidance"
    title: Line
    """A few words for the list and the page."""
    when: Literal["before", "opening", "during", "closing", "after"]
    """The part of a session it helps with."""
    text: Text
    """What to know or do."""
    say: Line | None = None
    """A line to say, word for word."""
    rule: Flag = False
    """It is a ground rule that belongs into every plan."""
    settings: tuple[Setting, ...] = ()
    """Where it fits; left out, everywhere."""
    audience: tuple[Audience, ...] = ()
    """For whom it is; left out, for everyone."""


class KitSegment(Model):
    """A segment set by hand in a recipe."""

    kind: SegmentKind
    """What sort of segment it is."""
    title: Line
    """Its heading on agenda and guide."""
    minutes: Minutes
    """How long it takes."""
    step: Step | None = None
    """For questions: which step of the arc."""
    items: tuple[Ref, ...] = ()
    """The entries it takes, in order."""
    internal: Flag = False
    """Ask its questions in their internal form."""
    purpose: Line | None = None
    """What it is for, in one sentence."""
    method: Line | None = None
    """In a word or two: pairs, tables of four, alone."""
    say: tuple[Line, ...] = ()
    """Lines the facilitator says, word for word."""
    do: tuple[Line, ...] = ()
    """What the facilitator does."""
    ways: Flag = False
    """Its minutes are spent on ways round barriers."""


class FollowUp(Model):
    """What comes after this kit."""

    kit: Ref
    """The kit that comes next."""
    days: Whole
    """How many days later."""


class KitRecipe(Entry):
    """A kit as a trainer writes it: for whom, how long, how; the plan is composed from it."""

    kind: ClassVar[str] = "kit"
    title: Line
    """A few words for the cover and the list."""
    promise: Line
    """One sentence: what people leave with."""
    settings: tuple[Setting, ...] = Field(min_length=1)
    """Where it is used."""
    audience: Audience
    """For whom it is."""
    customer: Customer = "both"
    """Whose service it is about: external customers, internal ones (colleagues), or both."""
    group: Span
    """How many people it is for."""
    minutes: tuple[Minutes, ...] = Field(min_length=1)
    """One or more lengths."""
    approach: Approach | None = None
    """Left out, it follows from setting and minutes."""
    themes: tuple[Theme, ...] = ()
    """What it is about; the first counts most."""
    segments: tuple[KitSegment, ...] = ()
    """A run of show set by hand; it must add up to the one length given."""
    pins: tuple[Ref, ...] = ()
    """Entries that must be in."""
    follow_up: FollowUp | None = None
    """What comes after it."""
    seed: Line | None = None
    """Any word: another one makes another choice among entries that fit equally well."""

    @model_validator(mode="after")
    def _segments_add_up(self) -> KitRecipe:
        if self.segments:
            total = sum(segment.minutes for segment in self.segments)
            if len(self.minutes) != 1 or self.minutes[0] != total:
                raise PydanticCustomError(
                    "segments_sum", "segments add up to {total} minutes; minutes must be [{total}]", {"total": total}
                )
        return self


KINDS: dict[str, type[Entry]] = {
    "quotes": Quote,
    "misattributions": Misattribution,
    "questions": Question,
    "stories": Story,
    "story-sets": StorySet,
    "activities": Activity,
    "forms": Form,
    "guidance": Guidance,
    "kits": KitRecipe,
}
"""Folder -> model. quotes/ and kits/ stand at the top, every other folder below content/."""
