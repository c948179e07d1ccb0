"""Questions to ask in the room."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.library.fields import Line, Ref
from generator.library.models.base import Placed, Step


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
