"""A plan as plain text, to be pasted into a chat or a mail."""

from __future__ import annotations

from generator.compose.plan import Plan
from generator.library.library import Library
from generator.site.script import spoken
from generator.strings import say
from generator.templates import clock


def chat_text(plan: Plan, library: Library) -> str:
    """Title, promise, and the run of the session with what is asked."""
    lines = [
        say("site.chat.title", title=plan.title, minutes=say("minutes", count=plan.request.minutes)),
        plan.promise,
        "",
    ]
    for segment in plan.segments:
        lines.append(
            say("site.chat.segment", start=clock(segment.starts), title=segment.title, minutes=segment.minutes)
        )
        lines += [say("site.chat.line", text=spoken(item, library)) for item in segment.items]
    return "\n".join(lines)
