"""What the library says to the facilitator beside the session: guidance for a moment, and letters to send."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.plan import Plan
from generator.compose.rank import rank_hash
from generator.library.library import Library
from generator.library.models import Form, Guidance
from generator.library.worksheets import TextField


@dataclass(frozen=True)
class Tip:
    """A guidance entry."""

    title: str
    text: str
    say: str


def tips(plan: Plan, library: Library, when: str, most: int) -> tuple[Tip, ...]:
    """Guidance for one moment of this plan: first what was written for its setting or audience, then what helps in
    almost every session, then others, another choice for each kit."""
    fitting = [tip for tip in library.all(Guidance) if tip.when == when and not tip.rule and fits(tip, plan)]

    def order(tip: Guidance) -> tuple[bool, bool, int]:
        special = bool(tip.settings or tip.audience)
        return not special, not tip.common, 0 if special or tip.common else rank_hash(plan.request.seed, tip.id)

    return tuple(Tip(tip.title, tip.text, tip.say or "") for tip in sorted(fitting, key=order)[:most])


def letter(form: Form) -> tuple[str, ...]:
    """The paragraphs of a form that is nothing but text to send; empty for every other form."""
    texts = [field.text for field in form.fields if isinstance(field, TextField)]
    return tuple(texts) if form.reader == "facilitator" and len(texts) == len(form.fields) else ()


def fits(entry: Form | Guidance, plan: Plan) -> bool:
    """Whether an entry is meant for this plan's setting and audience."""
    audience = entry.audience if isinstance(entry, Guidance) else ()
    return (not entry.settings or plan.request.setting in entry.settings) and (
        not audience or plan.request.audience in audience
    )
